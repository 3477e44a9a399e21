"""The first page of the manual: what `allege --help` says beside the options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

import click

from allege.settings import Settings
from allege.show.cli import table

ABOUT = (
    (
        "Allege reads conflict reporting and keeps a ledger of who claims what, on whose word, how firmly and on what "
        "evidence. It never states a claim as a fact: what it shows is somebody's word, with the words of the text "
        "that say so. Extraction errs; read the quote before you use a claim."
    ),
    "It works on this machine alone: nothing is fetched and nothing is sent.",
)

EXAMPLES = (
    ("allege read reports/", "Read a folder into allege.db; run it again whenever files were added."),
    ("allege claims --voice unnamed --evidence none", "What rests on unnamed sources with nothing to back it."),
    ("allege show 'airport'", "One document (a part of its path or title) with its claims."),
    ("allege report -o report.html", "A page to send to an editor."),
    ("allege export --format csv -o claims.csv", "A table for a spreadsheet."),
    ("allege annotate page.html | jq .claims", "One file, no ledger, as JSON."),
)

EXIT_CODES = (
    ("0", "All is fine."),
    ("1", "Something could not be read, or was not found; standard error says what and what to do."),
    ("2", "Wrong usage."),
    ("130", "Stopped by Ctrl-C; what was finished before is kept."),
)

ENVIRONMENT = (
    ("ALLEGE_CONFIG", "Settings file, where it is not ./allege.toml."),
    ("ALLEGE_<NAME>", "Any setting above, in capitals: ALLEGE_LEDGER, ALLEGE_WORKERS … Lists are parted as in PATH."),
    ("ALLEGE_DEBUG", "Prints the traceback of an error too."),
    ("NO_COLOR", "No colours, as when the output is piped."),
    ("COLUMNS", "Width to wrap to; in a pipe, lines of a table are cut to it too."),
)


def write_front(formatter: click.HelpFormatter) -> None:
    """What it is, and the commands by group."""
    for paragraph in ABOUT:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(paragraph)
    for group in table.GROUPS:
        with formatter.section(group):
            formatter.write_dl([(entry.name, entry.help) for entry in table.COMMANDS if entry.group == group])


def write_rest(formatter: click.HelpFormatter) -> None:
    """Examples, exit codes, settings, environment."""
    with formatter.section("Examples"):
        for line, meaning in EXAMPLES:
            formatter.write_text(f"$ {line}")
            with formatter.indentation():
                formatter.write_text(meaning)
    with formatter.section("Exit codes"):
        formatter.write_dl(EXIT_CODES)
    with formatter.section("Settings (in allege.toml; the option wins over the variable, the variable over the file)"):
        formatter.write_dl(list(settings_meanings()))
    with formatter.section("Environment"):
        formatter.write_dl(ENVIRONMENT)


def settings_meanings() -> Iterator[tuple[str, str]]:
    """Each setting with its meaning and default, from the docstring that defines it."""
    meanings = dict(re.findall(r"^\s*(\w+): (.+)$", Settings.__doc__ or "", re.MULTILINE))
    for field in fields(Settings):
        default = f" [{field.default}]" if field.default not in {"", ()} else ""
        yield field.name, meanings.get(field.name, "").rstrip(".") + default
