"""Options that several commands share, each defined once.

`--ledger`, `--config`, `--lists` and `--workers` end in the settings (session.py); the first two may stand before or
after the command's name. The filters become one `ClaimFilter`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Any

import click

from allege.claim import Certainty, ClaimKind, EvidenceKind
from allege.ledger.rows import ClaimFilter
from allege.show import words
from allege.show.cli import session

Command = Callable[..., Any]


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if value not in {None, ()} and param.name:
        ctx.meta[session.KEY + param.name] = value


config = click.option(
    "--config", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), expose_value=False, callback=_keep,
    help="Settings file (else ALLEGE_CONFIG, else allege.toml here).",
)  # fmt: skip
ledger = click.option(
    "--ledger", metavar="FILE", expose_value=False, callback=_keep,
    help="The ledger: a file or an SQLAlchemy URL (else the setting `ledger`, allege.db).",
)  # fmt: skip
lists = click.option(
    "--lists", metavar="PATH", multiple=True, expose_value=False, callback=_keep,
    help="Your own actors and places: a file or a folder. May be given several times.",
)  # fmt: skip
workers = click.option(
    "--workers", metavar="N", type=click.IntRange(min=0), expose_value=False, callback=_keep,
    help="Processes that analyse; 0 means one for each core.",
)  # fmt: skip
plain = click.option(
    "--plain", is_flag=True,
    help="Take every file as plain text, exactly as it is: no cleaning, offsets into the file.",
)  # fmt: skip
no_link = click.option(
    "--link/--no-link", "link", default=True, help="Whether to work out what holds across documents afterwards.",
)  # fmt: skip
as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


def output(suggested: str) -> Callable[[Command], Command]:
    """`-o FILE`, with what is written where it is left out."""
    path = click.Path(dir_okay=False, path_type=Path)
    return click.option("-o", "--output", "output_path", metavar="FILE", type=path, help=suggested)


class Codes(click.Choice[str]):
    """One code of a list, capitals or not; what is none is answered with the codes as they are written."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code as it is written."""
        found = next((code for code in self.choices if code.casefold() == str(value).casefold()), None)
        if found is None:
            self.fail(f"{value!r} is not one of {', '.join(self.choices)}.", param, ctx)
        return found


def _code(option: str, kind: type[StrEnum], meaning: str) -> Command:
    """An option that takes one code of `kind`, capitals or not, and lists the codes in its help."""
    codes = [code.value for code in kind]
    return click.option(
        option, type=Codes(codes), metavar=option.strip("-").upper(),
        callback=lambda ctx, param, value: kind(value) if value else None, help=f"{meaning}: {', '.join(codes)}.",
    )  # fmt: skip


_FILTERS = (
    click.option("--document", metavar="TEXT", help="Id, its first digits, or a part of path or title."),
    click.option("--source", metavar="TEXT", help="Words or name of any source cited, or `author`."),
    click.option("--actor", metavar="TEXT", help="Words or name of whoever did it or suffered it."),
    click.option("--type", "type", metavar="TYPE", help="Type, mode or sub-event type: ASSAULT, drone, LED_BY."),
    _code("--kind", ClaimKind, "Kind of claim"),
    _code("--certainty", Certainty, "How firmly the last source of the chain holds it"),
    _code("--evidence", EvidenceKind, "Evidence that is offered"),
    click.option("--text", metavar="WORDS", help="Words in the sentence (full text)."),
    click.option("--voice", type=Codes(list(words.VOICES)),
                 help="On whose word it rests."),
    click.option("--min-score", type=click.FloatRange(0, 1), metavar="SCORE",
                 help="Leave out what scores less, 0 to 1; 0 shows everything [from the settings]."),
    click.option("--limit", metavar="N", type=click.IntRange(min=1), help="At most so many."),
)  # fmt: skip


def filters(command: Command) -> Command:
    """Adds the options that narrow a list of claims; the command gets them as one `ClaimFilter`, its first argument."""

    @wraps(command)
    def narrowed(**options: Any) -> Any:
        names = [field for field in ClaimFilter.__dataclass_fields__ if field in options]
        chosen = {name: options.pop(name) for name in names}
        return command(ClaimFilter(**chosen), **options)

    for option in reversed(_FILTERS):
        narrowed = option(narrowed)
    return narrowed
