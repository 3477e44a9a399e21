"""What a run of the linker has to do: nothing, take in the new documents, or build everything anew; and why.

How much a shared word says depends on the collection, so the statistics of a collection must not move with each new
document: else every link would move with it. They are taken from the first documents of the ledger, as many as
`counted` says: the number grows by steps of a quarter. Between two steps a new document changes only its neighbourhood;
at a step everything is built anew, which costs a constant share of each document in the end. A full rebuild takes its
statistics from the same documents, and so finds the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from allege.claim import make_key
from allege.ledger import Ledger
from allege.link.model import Judgement

RULES = "1"
"""Goes up when the code of a stage changes what it finds; weights and lists count by their own bytes."""

SMALL = 200
"""Documents up to which everything is built anew: it takes a second or two, and the statistics are those of all."""

GROWTH = 1.25
"""The step by which the documents grow from which statistics are taken."""

AT_ONCE = 0.05
"""A larger share of new documents than this is built anew: one by one they would take as long."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`rebuild`: everything anew; else `documents` (ids, in the order read) are taken in, none: nothing is to be done.

    `counted`: the number of documents, in the order read, from which the statistics of the collection are taken.
    """

    rebuild: bool
    documents: tuple[str, ...]
    counted: int
    why: str


def counted(documents: int) -> int:
    """From how many of so many documents the statistics are taken: all of a small collection, then in steps."""
    if documents <= SMALL:
        return documents
    size = SMALL
    while (grown := int(size * GROWTH)) <= documents:
        size = grown
    return size


def plan(ledger: Ledger, *, rebuild: bool = False) -> Plan:
    """What is to be done with this ledger; `rebuild`: everything anew, because somebody wants it so."""
    state, fresh, total = ledger.link_state(), ledger.unlinked(version()), ledger.size()
    size = counted(total)
    reasons = (
        (rebuild, "as asked for"),
        (not state, "nothing was linked before"),
        (state.get("version") != version(), "the rules or weights have changed"),
        (state.get("judgements") != stamp(ledger.judgements()), "there are new judgements"),
        (fresh != ledger.read_since(), "documents that were linked before were read again"),
        (state.get("counted") != str(size), "the collection has grown"),
        (len(fresh) > max(1.0, AT_ONCE * total), "many documents are new"),
    )
    why = next((reason for holds, reason in reasons if holds), None)
    if why is not None:
        return Plan(True, fresh, size, f"everything anew: {why}")
    return Plan(False, fresh, size, "the new documents and their neighbourhood" if fresh else "nothing is new")


def left_over(found: Plan, judgements: Iterable[Judgement]) -> Mapping[str, str]:
    """What the next run must know of this one."""
    return {"version": version(), "judgements": stamp(judgements), "counted": str(found.counted)}


def stamp(judgements: Iterable[Judgement]) -> str:
    """The same for the same judgements in force in the same order."""
    return make_key(*(item.id for item in judgements))


@cache
def version() -> str:
    """The rules and all weights and lists of the linker in one short name."""
    digest = hashlib.sha256(RULES.encode())
    for path in sorted((resources.files("allege") / "data" / "link").iterdir(), key=lambda item: item.name):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return f"{RULES}-{digest.hexdigest()[:12]}"
