"""Every command of `allege`, once. A command's code lies in `commands/<name>.py` and is loaded when it is called."""

from __future__ import annotations

import importlib
from keyword import iskeyword
from typing import NamedTuple

import click


class Entry(NamedTuple):
    """A command's name, the group it is shown under, and one line of help."""

    name: str
    group: str
    help: str


COMMANDS = (
    Entry("read", "Read", "Read files, folders or tables of documents into the ledger."),
    Entry("annotate", "Read", "Print what is found in files, without a ledger."),
    Entry("documents", "Look", "List the documents of the ledger."),
    Entry("claims", "Look", "List claims: who says what, how firmly, on what evidence."),
    Entry("show", "Look", "Show a document with its claims under the words, or one claim."),
    Entry("search", "Look", "Find words in the documents."),
    Entry("incidents", "Compare", "List incidents: what several reports are about, and what may be said of it."),
    Entry("incident", "Compare", "Show one incident: who answers what, from which origin, and who denies."),
    Entry("compare", "Compare", "Show two sources of an incident in two columns."),
    Entry("why", "Compare", "Say why two reports were held to be about one incident, or not."),
    Entry("origins", "Compare", "Show where reports come from: copies, credits, citations."),
    Entry("sources", "Compare", "List sources: what each claimed and what became of it."),
    Entry("grade", "Compare", "Say how reliable a source is, A to F."),
    Entry("entities", "Compare", "List the actors that claims are about or are made by."),
    Entry("entity", "Compare", "Show one actor: its names, its parts, who claims what about it."),
    Entry("resolve", "Compare", "Say whom names mean, and why."),
    Entry("merge", "Compare", "Decide that two actors are one."),
    Entry("split", "Compare", "Decide that two actors are not one, or that a name is not an actor's."),
    Entry("report", "Take out", "Write the ledger as one HTML page."),
    Entry("export", "Take out", "Write records (JSON lines) or claims (CSV) for other tools."),
    Entry("link", "Look after", "Work out across documents who is meant, what is copied, which claims agree."),
    Entry("import", "Look after", "Take over the documents and judgements of another ledger."),
    Entry("redo", "Look after", "Extract again from the stored documents, after an upgrade."),
    Entry("failures", "Look after", "List what could not be read, and what to do about it."),
    Entry("doctor", "Look after", "Check what is installed, what is missing and what is set."),
)

GROUPS = tuple(dict.fromkeys(entry.group for entry in COMMANDS))


def load(name: str) -> click.Command | None:
    """The command with that name, imported now; None when there is none."""
    if name not in {entry.name for entry in COMMANDS}:
        return None
    module = f"{name}_" if iskeyword(name) else name
    command: click.Command = importlib.import_module(f"allege.show.cli.commands.{module}").command
    return command
