"""Claims of the invented country, made in one line each."""

from __future__ import annotations

from datetime import date

from allege.claim import Act, Certainty, ClaimKind, Role, SourceKind, Span
from allege.link.model import EventClaim, Filler, Speaker

DUNMARROW = Filler(Role.PLACE, "Dunmarrow", name="Dunmarrow", latitude=10.0, longitude=20.0, geonames=1, precision=1)
VARRICK = Filler(Role.PLACE, "Varrick", name="Varrick", latitude=14.0, longitude=20.0, geonames=2, precision=1)
BRIGADE = Filler(Role.ACTOR, "the Red Heron Brigade", entity="red-heron", name="Red Heron Brigade")


def on(day: date) -> Filler:
    """A filler that names one day."""
    return Filler(Role.TIME, day.isoformat(), start=day, end=day)


def claim(
    name: str,
    sentence: str,
    anchor: str,
    *fillers: Filler,
    document: str = "",
    value: Certainty = Certainty.CT_PLUS,
    act: Act = Act.ASSERT,
    kind: ClaimKind = ClaimKind.EVENT,
    sort: str = "ASSAULT",
    mode: str | None = None,
    start: int = 0,
) -> EventClaim:
    """A claim with the anchor where it stands in its sentence."""
    at = start + sentence.index(anchor)
    speaker = Speaker("a spokesman", SourceKind.OFFICIAL, named=False, act=act, value=value)
    author = Speaker("", SourceKind.AUTHOR, named=True, act=Act.ASSERT, value=Certainty.UU)
    return EventClaim(
        id=name,
        record_id="c1",
        document=document or f"doc-{name}",
        kind=kind,
        type=sort,
        mode=mode,
        subtype=None,
        anchor=anchor,
        anchor_spans=(Span(at, at + len(anchor)),),
        sentence=sentence,
        start=start,
        end=start + len(sentence),
        fillers=fillers,
        speakers=(author, speaker),
        voice="unnamed",
        certainty=value,
        score=1.0,
    )
