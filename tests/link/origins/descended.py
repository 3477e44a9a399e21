"""Invented stories for the tests of origins: sentences drawn from the words of an invented country, always the same."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta

from allege.claim import Act, Certainty, ClaimKind, Credit, Role, SourceKind, Span
from allege.link.model import EventClaim, Filler, Speaker, Story

FIRST = date(2023, 3, 14)

WIRE = (
    "Gunmen attacked a fuel depot in the town of Dunmarrow before dawn on Tuesday, killing at least 12 "
    "people and wounding about 30, police said.\n\n"
    "The attackers set off two explosions at the gate of the depot and fired on guards, Kestrin police "
    "chief Joren Abery told reporters. Seven of the dead were depot workers and five were traders from "
    "the market across the road, he said.\n\n"
    "The Interior Ministry blamed the Red Heron Brigade, an armed group that wants self-rule for Kestrin "
    'province. "This attack was planned and carried out by the Red Heron Brigade and by nobody else in '
    'the whole of this province," Interior Minister Dorran Pell said in a televised statement. He offered'
    " no evidence.\n\n"
    "The Kestrin Home Council, its political ally, denied that the brigade had attacked the depot. "
    "Provincial officials imposed a night curfew in Dunmarrow and three villages."
)

_WORDS = re.findall(
    r"\w+",
    "river depot mayor bridge market harvest council ferry valley clerk orchard mill road winter spring "
    "lantern tower school lamb frost boat barley fence garden letter window silver copper north south "
    "morning evening rowing supper ledger anchor basket candle drum engine feather gravel hammer island "
    "jacket kettle ladder meadow needle oven pebble quarry ribbon saddle timber urn velvet wagon yard "
    "zinc acre beacon cellar dairy elm forge gate hill ",
)


def prose(seed: int, words: int = 160) -> str:
    """That many words in sentences; another seed, other sentences."""
    rng = random.Random(seed)
    out: list[str] = []
    while len(out) < words:
        out += [*rng.choices(_WORDS, k=rng.randint(7, 14))]
        out[-1] += "."
    return " ".join(out)


def story(name: str, text: str, day: int | None = 0, **about: object) -> Story:
    """A story of that name, published so many days after the first; None for no date."""
    published = None if day is None else FIRST + timedelta(days=day)
    return Story(f"sha256:{name}", f"{name}.txt", None, text, published=published, **about)  # type: ignore[arg-type]


def credited(credit: Credit) -> tuple[Credit, ...]:
    """One credit, as a story has them."""
    return (credit,)


def claim(document: Story, sentence: str, *speakers: Speaker, name: str = "", place: str = "place:1") -> EventClaim:
    """A claim of an attack in that sentence of the document; the author speaks first, then `speakers`."""
    start = document.text.index(sentence)
    author = Speaker("", SourceKind.AUTHOR, named=True, act=Act.ASSERT, value=Certainty.UU)
    return EventClaim(
        id=name or f"{document.id}#{start}",
        record_id="c1",
        document=document.id,
        kind=ClaimKind.EVENT,
        type="ASSAULT",
        mode=None,
        subtype=None,
        anchor="attacked",
        anchor_spans=(Span(start, start + 1),),
        sentence=sentence,
        start=start,
        end=start + len(sentence),
        fillers=(Filler(Role.PLACE, "Dunmarrow", entity=place),),
        speakers=(author, *speakers),
        voice="named",
        certainty=Certainty.CT_PLUS,
        score=0.9,
    )


def speaker(words: str, kind: SourceKind, *, named: bool = True, entity: str | None = None) -> Speaker:
    """Somebody who asserts."""
    return Speaker(words, kind, named, Act.ASSERT, Certainty.CT_PLUS, entity, words if entity else None)
