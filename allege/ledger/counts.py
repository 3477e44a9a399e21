"""The counts of a summary."""

from __future__ import annotations

from sqlalchemy import Column, ColumnElement, Connection, and_, func, or_, select, true

from allege.claim import ClaimKind, EvidenceKind, SourceKind
from allege.ledger import tables as t
from allege.ledger.rows import Summary


def summary(connection: Connection, document: int | None, min_score: float) -> Summary:
    """Counts over one document, or over all; failures always over all. Claims below `min_score` do not count."""
    d, c = t.documents.c, t.claims.c
    of_document = true() if document is None else d.key == document
    of_claim = and_(c.score >= min_score, true() if document is None else c.document == document)
    voices = _counted(connection, c.voice, of_claim)
    kinds = _counted(connection, c.kind, of_claim)
    e = t.evidence.c
    offered = (
        select(e.kind, func.count(e.claim.distinct())).join(t.claims, c.key == e.claim).where(of_claim).group_by(e.kind)
    )
    evidence: dict[str, int] = dict(connection.execute(offered).all())
    return Summary(
        documents=connection.execute(select(func.count()).select_from(t.documents).where(of_document)).scalar_one(),
        not_analysed=connection.execute(
            select(func.count()).select_from(t.documents).where(of_document, d.analysed.is_(False))
        ).scalar_one(),
        claims=sum(kinds.values()),
        named=voices.get("named", 0),
        unnamed=voices.get("unnamed", 0),
        author=voices.get("author", 0),
        author_prior=_prior(connection, of_claim),
        evidence=tuple((kind, evidence[kind]) for kind in EvidenceKind if kind in evidence),
        kinds=tuple((kind, kinds[kind]) for kind in ClaimKind if kind in kinds),
        failures=connection.execute(select(func.count()).select_from(t.failures)).scalar_one(),
    )


def _counted(connection: Connection, column: Column[str], condition: ColumnElement[bool]) -> dict[str, int]:
    return dict(connection.execute(select(column, func.count()).where(condition).group_by(column)).all())


def _prior(connection: Connection, condition: ColumnElement[bool]) -> int:
    """The author's own claims that cite an earlier report of the author's ("we have reported that …")."""
    c, h, a, e = t.claims.c, t.chains.c, t.attributions.c, t.evidence.c
    himself = (
        select(h.claim)
        .join(t.attributions, a.key == h.attribution)
        .where(h.claim == c.key, a.source_kind == SourceKind.AUTHOR)
        .exists()
    )
    earlier = select(e.claim).where(e.claim == c.key, e.kind == EvidenceKind.PRIOR_REPORT).exists()
    query = select(func.count()).select_from(t.claims).where(condition, c.voice == "author", or_(himself, earlier))
    return connection.execute(query).scalar_one()
