"""What a run of the linker has to do: nothing, take in the new documents, or build everything anew; and why.

How much a shared word says depends on the collection, so the statistics of a collection must not move with each new
document: else every link would move with it. The first documents of the ledger, as many as `counted` says, are built
at once; those after them are taken in one by one, in the order read. That number grows by steps of a fiftieth: between
two steps a new document changes only its neighbourhood, at a step everything is built anew, which adds a constant cost
to each document in the end. A full rebuild does the same with the same documents, and so finds the same.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from allege.analyse.actor_list import user_files
from allege.claim import make_key
from allege.ledger import Ledger
from allege.link.model import Judgement

RULES = "9"
"""Goes up when the code of a stage changes what it finds; weights and lists count by their own bytes."""

SMALL = 500
"""Documents up to which everything is built anew: it takes a second or two."""

GROWTH = 1.02
"""The step by which the number of documents grows that are built at once: the others cost more, and see less."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`rebuild`: everything anew; else `documents` (ids, in the order read) are taken in, none: nothing is to be done.

    `counted`: the number of documents, in the order read, that are built at once.
    """

    rebuild: bool
    documents: tuple[str, ...]
    counted: int
    why: str


def counted(documents: int) -> int:
    """How many of so many documents are built at once: all of a small collection, then in steps."""
    if documents <= SMALL:
        return documents
    size = SMALL
    while (grown := math.ceil(size * GROWTH)) <= documents:
        size = grown
    return size


def plan(ledger: Ledger, lists: tuple[str, ...] = (), *, rebuild: bool = False) -> Plan:
    """What is to be done with this ledger; `rebuild`: everything anew, because somebody wants it so.

    `lists`: the user's lists of actors; others than before change who is meant.
    """
    rules = version(lists)
    state, fresh, total = ledger.link_state(), ledger.unlinked(rules), ledger.size()
    size = counted(total)
    reasons = (
        (rebuild, "as asked for"),
        (not state, "nothing was linked before"),
        (state.get("version") != rules, "the rules, weights or lists have changed"),
        (state.get("judgements") != stamp(ledger.judgements()), "there are new judgements"),
        (fresh != ledger.read_since(), "documents that were linked before were read again"),
        (state.get("counted") != str(size), "the collection has grown"),
    )
    why = next((reason for holds, reason in reasons if holds), None)
    if why is not None:
        return Plan(True, fresh, size, f"everything anew: {why}")
    return Plan(False, fresh, size, "the new documents and their neighbourhood" if fresh else "nothing is new")


def left_over(found: Plan, judgements: Iterable[Judgement], lists: tuple[str, ...] = ()) -> Mapping[str, str]:
    """What the next run must know of this one."""
    return {"version": version(lists), "judgements": stamp(judgements), "counted": str(found.counted)}


def stamp(judgements: Iterable[Judgement]) -> str:
    """The same for the same judgements in force in the same order."""
    return make_key(*(item.id for item in judgements))


def version(lists: tuple[str, ...] = ()) -> str:
    """The rules and all weights and lists of the linker in one short name."""
    digest = hashlib.sha256(_ours().encode())
    for path in user_files(lists, "*.toml"):
        digest.update(path.read_bytes())
    return f"{RULES}-{digest.hexdigest()[:12]}"


@cache
def _ours() -> str:
    digest = hashlib.sha256(RULES.encode())
    for folder in ("link", "actors"):
        for path in sorted((resources.files("allege") / "data" / folder).iterdir(), key=lambda item: item.name):
            if path.is_file():
                digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
