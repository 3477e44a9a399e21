"""Two ledgers made one: documents with all that is said in them, where they were seen, and every judgement.

What is derived is not taken over: it is to be derived again from both. What could not be read stays with the ledger
whose owner can mend it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from allege.errors import UsageError
from allege.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: documents `added`, those `known` already, and `judgements` that were new."""

    added: int
    known: int
    judgements: int


def merge(ledger: Ledger, other: Ledger) -> Merged:
    """Take over what `other` holds and `ledger` has not.

    A document that both hold keeps the claims that it has here, and the places where the other one saw it are noted.
    Judgements keep their analyst, time and order, so that two analysts who contradict each other both stay heard.
    Merging twice changes nothing. Raises UsageError where both are one file.
    """
    if Path(ledger.name).exists() and Path(other.name).exists() and Path(ledger.name).samefile(other.name):
        raise UsageError("is the ledger itself", where=other.name, remedy="name another ledger to take from")
    added = known = 0
    for row in other.documents():
        if ledger.has(row.id):
            known += 1
        else:
            ledger.add(other.record(row.id))
            added += 1
        for uri in other.sightings(row.id):
            ledger.sighted(row.id, uri)
    here = {item.id for item in ledger.judgements(everything=True)}
    fresh = [item for item in other.judgements(everything=True) if item.id not in here]
    for item in fresh:
        ledger.judge(item)
    return Merged(added, known, len(fresh))
