"""The command line. `main` is the program `allege`; table.py lists its commands."""

from __future__ import annotations

from allege.show.cli.front import front

__all__ = ["front", "main"]


def main() -> None:
    """Runs the command that the process was called with, and exits with its code."""
    front.main(prog_name="allege")
