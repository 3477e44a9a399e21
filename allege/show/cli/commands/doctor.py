"""`allege doctor`."""

from __future__ import annotations

import sys
from dataclasses import asdict

import click

from allege.errors import SettingsError
from allege.settings import Settings
from allege.show.cli import checks, guard, options, session
from allege.show.export.lines import json_line
from allege.show.terminal.screen import Screen, one_line, wrap

WORD = {True: "fine", False: "mend", None: ""}


@click.command()
@options.as_json
@options.ledger
@options.config
@options.lists
def command(as_json: bool) -> int:
    """Check what is installed, what is missing and what is set, and say how to mend it.

    Exit code 1 when something needs mending.
    """
    try:
        settings = session.settings()
        found = []
    except SettingsError as error:
        settings = Settings()
        found = [checks.Check("settings", False, f"{error.where}: {error.what}", error.remedy)]
    found += checks.check_all(settings)
    screen = Screen.of(sys.stdout)
    for check in found:
        if as_json:
            click.echo(json_line(asdict(check)))
        else:
            _print(check, screen)
    return guard.FAILED if any(check.ok is False for check in found) else guard.FINE


def _print(check: checks.Check, screen: Screen) -> None:
    style = {True: ("good",), False: ("bad",), None: ()}[check.ok]
    head = f"{screen.style(f'{WORD[check.ok]:<4}', *style)}  {check.name:<20}  "
    for line in wrap(head + one_line(check.found), screen.width, "", " " * 28):
        click.echo(line)
    if check.remedy and check.ok is False:
        for line in wrap(one_line(check.remedy), screen.width, " " * 28):
            click.echo(line)
