"""What a user asks for, as conditions on the tables: `ClaimFilter`, names of documents, words to search."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Column, ColumnElement, and_, func, literal_column, or_, select, text

from allege.claim import EvidenceKind, Role
from allege.ledger import tables as t
from allege.ledger.rows import ClaimFilter

AUTHOR_WORDS = {"author", "the author"}
_WORD = re.compile(r'(-?)"([^"]*)"(\*?)|(-?)([^\s"]+)')


def conditions(wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """One condition on `claims` for each field that is set."""
    c = t.claims.c
    if wanted.document:
        yield c.document.in_(select(t.documents.c.key).where(names_document(wanted.document)))
    if wanted.source:
        yield _says_so(wanted.source)
    if wanted.actor:
        yield _takes_part(wanted.actor)
    if wanted.type:
        yield of_type(wanted.type)
    for column, value in ((c.kind, wanted.kind), (c.certainty, wanted.certainty), (c.voice, wanted.voice)):
        if value:
            yield column == value
    if wanted.evidence:
        yield _backed(wanted.evidence)
    if wanted.text:
        yield c.sentence.in_(
            text("SELECT rowid FROM sentences_search WHERE sentences_search MATCH :words")
            .bindparams(words=match(wanted.text))
            .columns(literal_column("rowid"))
        )
    if wanted.min_score:
        yield c.score >= wanted.min_score


def of_type(wanted: str) -> ColumnElement[bool]:
    """Claims with these words in their type, mode or sub-event type."""
    return or_(*(_holds(column, wanted) for column in (t.claims.c.type, t.claims.c.mode, t.claims.c.subtype)))


def names_document(name: str) -> ColumnElement[bool]:
    """Documents with that id, whose id's digest begins so, or with `name` in URI or title."""
    d = t.documents.c
    digits = name.removeprefix("sha256:").lower()
    by_id = [d.id.startswith(f"sha256:{digits}")] if re.fullmatch(r"[0-9a-f]{4,64}", digits) else []
    return or_(_holds(d.uri, name), _holds(d.title, name), *by_id)


def match(words: str) -> str:
    """A full-text query that holds for any input: all words, "whole phrases", beginnings*, -not these.

    Signs that FTS5 would read as syntax are quoted away; words without a letter or digit are left out.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus_phrase, phrase, star, minus_word, word in _WORD.findall(words.encode("utf-8", "replace").decode()):
        quoted = phrase or word
        if not any(sign.isalnum() for sign in quoted):
            continue
        term = '"' + quoted.replace('"', '""').replace("\0", " ") + '"' + (" *" if star or word.endswith("*") else "")
        (unwanted if minus_phrase or minus_word else wanted).append(term)
    if not wanted:
        return '""'
    return " ".join((f"({' AND '.join(wanted)})", *(f"NOT {term}" for term in unwanted)))


def _holds(column: Column[str], part: str) -> ColumnElement[bool]:
    return func.instr(func.folded(column), part.casefold()) > 0


def _says_so(source: str) -> ColumnElement[bool]:
    c, a, m = t.chains.c, t.attributions.c, t.mentions.c
    cited = (
        select(c.claim)
        .join(t.attributions, a.key == c.attribution)
        .outerjoin(t.mentions, m.key == a.source_mention)
        .where(c.claim == t.claims.c.key, or_(_holds(a.source, source), _holds(m.name, source)))
        .exists()
    )
    return or_(cited, t.claims.c.voice == "author") if source.casefold().strip() in AUTHOR_WORDS else cited


def _takes_part(actor: str) -> ColumnElement[bool]:
    a, m = t.arguments.c, t.mentions.c
    named = or_(_holds(m.words, actor), _holds(m.name, actor))
    query = select(a.claim).join(t.mentions, m.key == a.mention)
    return query.where(a.claim == t.claims.c.key, a.role.in_([Role.ACTOR, Role.RECIPIENT]), named).exists()


def _backed(kind: EvidenceKind) -> ColumnElement[bool]:
    e = t.evidence.c
    offered = and_(e.claim == t.claims.c.key, e.kind != kind if kind == EvidenceKind.NONE else e.kind == kind)
    found = select(e.claim).where(offered).exists()
    return ~found if kind == EvidenceKind.NONE else found
