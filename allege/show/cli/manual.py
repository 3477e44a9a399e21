"""The command reference: `python -m allege.show.cli.manual > docs/commands.md`. A test checks that it is current."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from allege.show.cli import table
from allege.show.cli.front import front

WIDTH = 100

HEAD = """# Commands

What `allege --help` and `allege COMMAND --help` say. This page is written by the program; to renew it:

    python -m allege.show.cli.manual > docs/commands.md
"""


def manual() -> str:
    """The whole reference as Markdown."""
    return "\n".join([HEAD, *_sections()])


def _sections() -> Iterator[str]:
    context = click.Context(front, info_name="allege", terminal_width=WIDTH, **front.context_settings)
    yield _section("allege", front, context)
    for entry in table.COMMANDS:
        command = front.get_command(context, entry.name)
        if command is not None:
            inner = click.Context(command, parent=context, info_name=entry.name, terminal_width=WIDTH)
            yield _section(f"allege {entry.name}", command, inner)


def _section(title: str, command: click.Command, context: click.Context) -> str:
    lines = (line.rstrip() for line in command.get_help(context).splitlines())
    return f"## {title}\n\n```text\n" + "\n".join(lines) + "\n```\n"


if __name__ == "__main__":
    sys.stdout.write(manual())
