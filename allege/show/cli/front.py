"""The program itself: options that every command shares, commands loaded when called, errors told in one line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

import click

from allege import __version__
from allege.show.cli import guard, helptext, options, table


class Front(click.Group):
    """A group that imports a command only when it is called, and never lets a traceback out."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table."""
        return [entry.name for entry in table.COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports and returns the command."""
        return table.load(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it; a name that is nearly right is answered with the right one."""
        near = get_close_matches(args[0], self.list_commands(ctx), n=1)
        if near and near[0] != args[0]:
            ctx.fail(f"No such command '{args[0]}'; did you mean {near[0]}?")
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The manual's first page."""
        self.format_usage(ctx, formatter)
        helptext.write_front(formatter)
        self.format_options(ctx, formatter)
        helptext.write_rest(formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The shared options alone: the commands have their own sections."""
        click.Command.format_options(self, ctx, formatter)

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Runs a command; in standalone mode exits with its code and tells every error in one line."""
        work: Callable[..., Any] = super().main
        if not standalone_mode:
            return work(*args, standalone_mode=False, **extra)
        sys.exit(guard.exit_code(lambda: work(*args, standalone_mode=False, **extra)))

    def invoke(self, ctx: click.Context) -> Any:
        """As click does it; a closed pipe and Ctrl-C pass by click, which would answer them in its own way."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise guard.PipeClosed from error
        except KeyboardInterrupt as error:
            raise guard.Stopped from error


@click.command("allege", cls=Front, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=False)
@click.version_option(__version__, "-V", "--version", prog_name="allege", message="%(prog)s %(version)s")
@options.config
@options.ledger
def front() -> None:
    """Allege reads conflict reporting and keeps a ledger of who claims what, how firmly and on what evidence."""
