"""Which two claims an analyst's decision about incidents names: a decision is kept on claims, which outlast a rebuild.

An incident, a document or a claim may be named. A document that tells of several incidents is too much said, unless the
other name leaves one of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from allege.errors import NotFound, UsageError
from allege.ledger import ClaimRow, DocumentRow, Ledger
from allege.link.model import Incident, Judgement, JudgementKind
from allege.show.linked import SHORT

Pair = tuple[str, str]


def apart(ledger: Ledger, a: str, b: str) -> Pair:
    """A claim of each of two incidents, which are to be one. Raises UsageError where they are one, or where several
    are meant."""
    (one, left), (other, right) = (_only(name, _told(ledger, name)) for name in (a, b))
    if one == other:
        raise UsageError("they are one incident already", where=f"{a} and {b}", remedy="see: allege incidents")
    return left, right


def together(ledger: Ledger, a: str, b: str) -> Pair:
    """A claim of each of two documents that tell of one incident, which are to be two. Raises UsageError else."""
    left, right = _told(ledger, a), _told(ledger, b)
    shared = sorted(left.keys() & right.keys())
    where = f"{a} and {b}"
    if len(shared) > 1:
        some = ", ".join(one[:SHORT] for one in shared[:4])
        remedy = "name a claim of each that you mean; see: allege incident ID"
        raise UsageError(f"both tell of several incidents ({some})", where=where, remedy=remedy)
    if len(shared) != 1 or left[shared[0]] == right[shared[0]]:
        remedy = "name two documents or claims of one incident; see: allege incident ID"
        raise UsageError("no two reports of one incident", where=where, remedy=remedy)
    return left[shared[0]], right[shared[0]]


def decided(ledger: Ledger, kind: JudgementKind, a: str, b: str) -> Judgement:
    """The latest decision in force between what two names stand for; raises NotFound."""
    one, other = (claims_of(ledger, ledger.find(name)) for name in (a, b))
    found = [
        item
        for item in ledger.judgements()
        if item.kind is kind
        and ((item.subject in one and item.other in other) or (item.subject in other and item.other in one))
    ]
    if not found:
        remedy = "name the documents that were named then"
        raise NotFound(f"there is no {kind.value!r} to take back", where=f"{a} and {b}", remedy=remedy)
    return found[-1]


def _told(ledger: Ledger, name: str) -> Mapping[str, str]:
    """By incident a claim with which `name` tells of it; raises NotFound where it tells of none."""
    found = ledger.find(name)
    if isinstance(found, Incident):
        return {found.id: found.claims[0]}
    document = found.document if isinstance(found, ClaimRow) else found.id
    return _with(_of(ledger, document), claims_of(ledger, found), name)


def _of(ledger: Ledger, document: str) -> tuple[Incident, ...]:
    return tuple(ledger.incidents(ledger.incidents_of([document])))


def _with(incidents: tuple[Incident, ...], own: set[str], name: str) -> Mapping[str, str]:
    found = {one.id: next((claim for claim in (*one.claims, *one.attached) if claim in own), "") for one in incidents}
    found = {incident: claim for incident, claim in found.items() if claim}
    if not found:
        raise NotFound("tells of no incident", where=name, remedy="list them with: allege incidents")
    return found


def _only(name: str, told: Mapping[str, str]) -> Pair:
    if len(told) > 1:
        some = ", ".join(one[:SHORT] for one in sorted(told)[:4])
        raise UsageError(f"tells of several incidents ({some})", where=name, remedy="give the id of one")
    return next(iter(told.items()))


def claims_of(ledger: Ledger, found: DocumentRow | Incident | ClaimRow) -> set[str]:
    """The claims that what was found stands for."""
    if isinstance(found, ClaimRow):
        return {found.id}
    if isinstance(found, Incident):
        return set(found.claims)
    return {one.id for one in ledger.event_claims([found.id])}
