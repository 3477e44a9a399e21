"""Exit codes, and every error as one line `allege: where: what; remedy` on standard error."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Callable

import click

from allege.errors import AllegeError, UsageError
from allege.show.terminal.screen import one_line

FINE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130


class PipeClosed(Exception):
    """Whoever read our output has closed it."""


class Stopped(Exception):
    """The user pressed Ctrl-C."""


def exit_code(work: Callable[[], object]) -> int:
    """Runs a command and says how it ended; tells what went wrong on standard error, never a traceback.

    ALLEGE_DEBUG in the environment prints the traceback too.
    """
    _tolerate()
    try:
        code = work()
        sys.stdout.flush()
    except (PipeClosed, BrokenPipeError):
        _forget_output()
        return FINE
    except (Exception, KeyboardInterrupt) as error:
        if os.environ.get("ALLEGE_DEBUG"):
            traceback.print_exc()
        line, failed = explain(error)
        complain(line)
        return failed
    return code if isinstance(code, int) else FINE


def complain(line: str) -> None:
    """One line on standard error."""
    click.echo(f"allege: {one_line(line)}", err=True)


def explain(error: BaseException) -> tuple[str, int]:
    """What to tell the user about an error, and the exit code."""
    match error:
        case Stopped() | click.Abort() | KeyboardInterrupt():
            told = "stopped; what was finished before is kept", INTERRUPTED
        case click.UsageError():
            told = _misuse(error), MISUSED
        case click.ClickException():
            told = error.format_message(), FAILED
        case UsageError():
            told = str(error), MISUSED
        case AllegeError():
            told = str(error), FAILED
        case OSError():
            told = _system(error), FAILED
        case MemoryError():
            told = "out of memory; read fewer or smaller files at once, or use --workers 1", FAILED
        case _:
            told = _fault(error), FAILED
    return told


def _system(error: OSError) -> str:
    where = f"{os.fsdecode(error.filename)}: " if error.filename else ""
    return f"{where}{error.strerror or error}; check the path, its rights and the room on the disk"


def _fault(error: BaseException) -> str:
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"this is a fault in Allege ({what}); run again with ALLEGE_DEBUG=1 and report what it prints"


def _misuse(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "allege"
    place = path.removeprefix("allege").strip()
    return f"{place + ': ' if place else ''}{error.format_message().rstrip('.')}; see {path} --help"


def _tolerate() -> None:
    """What the terminal's encoding lacks is written as an escape, never a reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _forget_output() -> None:
    """Points standard output at nothing, so that Python's own flush at exit has nobody to complain to."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
