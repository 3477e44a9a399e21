"""Records of the ledger, narrowed to the claims that a filter leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from allege.claim import Record
from allege.ledger import Ledger
from allege.ledger.rows import ClaimFilter


def filtered_records(ledger: Ledger, wanted: ClaimFilter) -> Iterator[Record]:
    """Whole records, in the order read, with those claims alone that the filter leaves.

    Mentions and attributions stay, so that every span keeps its neighbours. A document without a claim that fits is
    left out when the filter asks for certain claims, and kept when it only names documents.
    """
    kept: dict[str, set[str]] = {}
    for row in ledger.claims(wanted):
        kept.setdefault(row.document, set()).add(row.record_id)
    choosy = replace(wanted, document=None, min_score=None) != ClaimFilter()
    for document in ledger.documents(wanted.document):
        if document.id in kept or not choosy:
            yield _narrowed(ledger.record(document.id), kept.get(document.id, set()))


def _narrowed(record: Record, kept: set[str]) -> Record:
    if len(kept) == len(record.claims):
        return record
    claims = (
        replace(claim, supports=tuple(name for name in claim.supports if name in kept))
        for claim in record.claims
        if claim.id in kept
    )
    return replace(record, claims=tuple(claims))
