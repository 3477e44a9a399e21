"""Two invented documents in a ledger, for the tests of the command line and the exports, and a way to run a command."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result
from hand import Hand

from allege.claim import (
    Act,
    Block,
    BlockKind,
    Certainty,
    ClaimKind,
    EvidenceKind,
    Failure,
    MentionType,
    Record,
    Role,
    SourceKind,
    Span,
)
from allege.ledger import Ledger
from allege.show.cli import front

HARBOUR = (
    "By Ada Quill\n\nTwo residents said that the Tide Brigade burned the ferry office on Monday. "
    "A spokesman denied it, saying that the Brigade had never attacked civilians.\n\n"
    "The harbour is closed.\n\nLeave a comment\nName\nEmail\n"
)
BLOG = "=Intelligence reports suggest that at least 9 guards may have died.\nEveryone knows that the Brigade did it."


def harbour() -> Record:
    """A signed report with a witness, a denial, a sentence of the author's own and a comment form."""
    hand = Hand(HARBOUR)
    seen = hand.says(
        "Two residents", "said", "the Tide Brigade burned the ferry office on Monday", kind=SourceKind.WITNESS
    )
    denied = hand.says("A spokesman", "denied", "saying that the Brigade had never attacked civilians", act=Act.DENY)
    hand.mention("Monday", MentionType.TIME)
    hand.mention("Tide Brigade", MentionType.ACTOR, name="Tide Brigade of Orvane", entity="tide-brigade")
    hand.claims_that(
        "burned", seen, values=(Certainty.UU, Certainty.CT_PLUS), evidence={EvidenceKind.EYEWITNESS: "Two residents"},
        roles={Role.ACTOR: "Tide Brigade", Role.RECIPIENT: "the ferry office", Role.TIME: "Monday"},
    )  # fmt: skip
    hand.claims_that(
        "attacked", denied, values=(Certainty.UU, Certainty.CT_MINUS),
        roles={Role.ACTOR: "the Brigade", Role.RECIPIENT: "civilians"},
    )  # fmt: skip
    hand.claims_that("closed", kind=ClaimKind.STATE, code="STATE")
    start = HARBOUR.index("Leave a comment")
    blocks = (
        Block(Span(0, 12), BlockKind.BYLINE, "byline"),
        Block(Span(start, len(HARBOUR)), BlockKind.BOILERPLATE, "comment form"),
    )
    known = {"title": "Ferry office burns", "byline": "Ada Quill", "published": date(2031, 3, 4)}
    return sentenced(hand.record(uri="news/harbour.txt", blocks=blocks, **known))


def blog() -> Record:
    """A page that names nobody; its first sentence begins as a formula does."""
    hand = Hand(BLOG)
    said = hand.says("Intelligence reports", "suggest", "at least 9 guards may have died", kind=SourceKind.UNNAMED)
    hand.mention("at least 9", MentionType.QUANTITY, low=9)
    hand.claims_that(
        "died", said, values=(Certainty.UU, Certainty.PS_PLUS), supports=("c2",),
        roles={Role.RECIPIENT: "guards", Role.DEATHS: "at least 9"},
        evidence={EvidenceKind.UNNAMED_INTELLIGENCE: "Intelligence reports"},
    )  # fmt: skip
    hand.claims_that("did", values=(Certainty.CT_PLUS,), roles={Role.ACTOR: "the Brigade"})
    return sentenced(hand.record(uri="web/blog.html"))


def sentenced(record: Record) -> Record:
    """The same record with each claim in the sentence around its anchor."""
    text = record.document.text

    def around(offset: int) -> Span:
        before = [text.rfind(stop, 0, offset) + len(stop) for stop in (". ", "\n") if stop in text[:offset]]
        return Span(max(before, default=0), text.index(".", offset) + 1)

    return replace(record, claims=tuple(replace(c, sentence=around(c.anchor[0].start)) for c in record.claims))


def filled(folder: Path) -> Path:
    """A ledger with both documents and one failure."""
    path = folder / "told.db"
    with Ledger(path) as ledger:
        ledger.add(harbour())
        ledger.add(blog())
        ledger.add_failure(Failure("news/broken.bin", "is no text", "leave it out"))
    return path


def run(*args: str | Path, stdin: str | bytes | None = None, **environ: str) -> Result:
    """Runs `allege ARGS` in this process, as the program does it: errors told, exit code set."""
    return CliRunner().invoke(front, [str(arg) for arg in args], input=stdin, env={"ALLEGE_CONFIG": None} | environ)
