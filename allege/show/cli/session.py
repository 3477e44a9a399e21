"""What a command works with: the settings in force and the ledger they name. Made when first asked for, so that
`--help` never fails over a broken settings file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from allege.analyse.actor_list import doubts
from allege.ledger import Ledger
from allege.settings import Settings, load_settings
from allege.show.cli.guard import complain

KEY = "allege."
"""Before the names under which options are kept in click's context."""

OVERRIDES = ("ledger", "lists", "workers")


def given(name: str) -> Any:
    """The value of a shared option, wherever on the command line it stood; None when it was not given."""
    return click.get_current_context().meta.get(KEY + name)


def settings() -> Settings:
    """The settings in force: file, environment, then the command line. Raises SettingsError."""
    found = load_settings(given("config"))
    changes: dict[str, Any] = {name: given(name) for name in OVERRIDES if given(name) is not None}
    if "lists" in changes:
        changes["lists"] = (*found.lists, *changes["lists"])
    return replace(found, **changes)


def listed() -> Settings:
    """The settings in force for a command that reads the lists; tells on standard error what is doubtful in them."""
    found = settings()
    for doubt in doubts(found.lists):
        complain(str(doubt))
    return found


def open_ledger(*, create: bool = False) -> Ledger:
    """The ledger that the settings name; raises LedgerError when there is none, unless one is to be made."""
    found = settings()
    return Ledger(found.ledger, found, create=create)
