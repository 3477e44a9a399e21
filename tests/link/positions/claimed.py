"""Claims, stories and incidents of an invented country, made in one line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from allege.claim import Act, Certainty, ClaimKind, Credit, CreditKind, Role, SourceKind
from allege.link.model import EventClaim, Filler, Incident, Lineage, Origin, Speaker, Story
from allege.link.positions import Material

NO_ONE = ("", SourceKind.AUTHOR)


def said(
    document: str,
    number: int = 1,
    *,
    by: tuple[str, SourceKind] = NO_ONE,
    value: Certainty = Certainty.CT_PLUS,
    act: Act = Act.ASSERT,
    sort: str = "ASSAULT",
    anchor: str = "attacked",
    kind: ClaimKind = ClaimKind.EVENT,
    mode: str | None = None,
    **fillers: object,
) -> EventClaim:
    """A claim of `document` with fillers by role: words, a number, a (low, high) pair, a date, or whole fillers."""
    author = Speaker("", SourceKind.AUTHOR, named=True, act=Act.ASSERT, value=Certainty.UU if by[0] else value)
    cited = (Speaker(by[0], by[1], named=by[0][:1].isupper(), act=act, value=value),) if by[0] else ()
    return EventClaim(
        id=f"{document}-{number}",
        record_id=f"c{number}",
        document=document,
        kind=kind,
        type=sort,
        mode=mode,
        subtype=None,
        anchor=anchor,
        anchor_spans=(),
        sentence=f"Sentence {number} of {document}.",
        start=number * 100,
        end=number * 100 + 50,
        fillers=tuple(_filler(Role(role), given) for role, given in fillers.items()),
        speakers=(author, *cited),
        voice="author",
        certainty=value,
        score=1.0,
    )


def _filler(role: Role, given: object) -> Filler:
    if isinstance(given, Filler):
        return given
    if isinstance(given, int):
        return Filler(role, str(given), low=given, high=given)
    if isinstance(given, tuple):
        return Filler(role, f"{given[0]} to {given[1]}", low=given[0], high=given[1])
    if isinstance(given, date):
        return Filler(role, given.isoformat(), start=given, end=given)
    return Filler(role, str(given))


def named(role: Role, entity: str, name: str, words: str | None = None) -> Filler:
    """An argument whose words resolve to an entity."""
    return Filler(role, words or name, entity=entity, name=name)


def story(document: str, day: int | None = 1, *, publisher: str | None = None, text: str = "", title: str | None = None,
          wire: str | None = None) -> Story:  # fmt: skip
    """A document of March 2031, published on that day."""
    wires = (Credit(CreditKind.WIRE, wire),) if wire else ()
    published = date(2031, 3, day) if day else None
    return Story(document, document, title, text, publisher=publisher, published=published, credits=wires)


def material(
    claims: Iterable[EventClaim],
    stories: Iterable[Story],
    *,
    roots: Mapping[str, str] | None = None,
    unknown: Iterable[str] = (),
    lineage: tuple[Lineage, ...] = (),
    grades: Mapping[str, str] | None = None,
) -> Material:
    """All of it, each document its own known origin unless `roots` or `unknown` say otherwise."""
    held = {one.id: one for one in stories}
    unsure = set(unknown)
    origins = {one: Origin(one, (roots or {}).get(one, one), one not in unsure, "made") for one in held}
    return Material({one.id: one for one in claims}, held, origins, lineage, grades or {})


def about(claims: Iterable[EventClaim], *, attached: Iterable[EventClaim] = ()) -> Incident:
    """The incident that these claims tell of, with others that only bear on it."""
    told, borne = tuple(claims), tuple(attached)
    documents = tuple(dict.fromkeys(one.document for one in (*told, *borne)))
    return Incident("i1", "ASSAULT", documents, tuple(one.id for one in told), tuple(one.id for one in borne))
