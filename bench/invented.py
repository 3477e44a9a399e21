"""Invented reports of invented occurrences in an invented country, as many as wanted, without a pipeline's time.

Occurrences come at random places and days; each is told by one to eight documents, some of them copies of a wire story
or cut from it, some without a date, each telling something else besides. Words are drawn by Zipf's law from a made-up
lexicon, so that common words are common. The same `seed` gives the same reports.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from allege.claim import (
    Act,
    Argument,
    Attribution,
    Certainty,
    Claim,
    ClaimKind,
    Commitment,
    Document,
    Mention,
    MentionType,
    Record,
    Role,
    SourceKind,
    Span,
)

START = date(2031, 1, 1)
SYLLABLES = (
    "bar", "dun", "fel", "gor", "hal", "ister", "kel", "lom", "mar", "nev", "oth",
    "pell", "quin", "ras", "sol", "tor", "und", "vark", "wes", "yar", "zim",
)  # fmt: skip
OUTLETS = tuple(
    f"{name} {kind}" for name in ("Vark", "Dunmar", "Solen", "Kell") for kind in ("Courier", "Herald", "Post")
)
ACTS = (
    ("ASSAULT", "firearms", "shot dead"),
    ("ASSAULT", "explosives", "bombed"),
    ("ASSAULT", "physical", "attacked"),
    ("COERCE", "arrest", "arrested"),
    ("PROTEST", "demo", "marched on"),
)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What happened, for the generator alone: no ledger ever holds it."""

    number: int
    day: date
    place: int
    act: int
    group: str
    victim: str
    dead: int


@dataclass(slots=True)
class _Draft:
    """A text as it grows, with what is said in it; offsets are code points."""

    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    said: list[Attribution] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, start + len(words))

    def name(self, words: str, kind: MentionType, **known: object) -> Mention:
        made = Mention((self.write(words),), kind, id=f"m{len(self.mentions) + 1}", **known)  # type: ignore[arg-type]
        self.mentions.append(made)
        return made


def word(random: Random, parts: int) -> str:
    """An invented name."""
    return "".join(random.choice(SYLLABLES) for _ in range(parts)).capitalize()


class Country:
    """Where it all happens: its places, groups and lexicon."""

    def __init__(self, seed: int, places: int = 2_000, lexicon: int = 20_000) -> None:
        self.random = Random(seed)
        self.places = [word(self.random, 3) for _ in range(places)]
        self.groups = [f"{word(self.random, 2)} Front" for _ in range(60)]
        self.lexicon = [word(self.random, 2 + n % 3).lower() for n in range(lexicon)]
        self.common = list(accumulate(1 / (rank + 3) for rank in range(lexicon)))

    def occurrence(self, number: int, days: int) -> Occurrence:
        """The next thing that happens, within so many days from the start."""
        random = self.random
        victim = f"{word(random, 2)} {word(random, 3)}"
        day = START + timedelta(days=random.randrange(days))
        place, act = int(len(self.places) * random.random() ** 2), random.randrange(len(ACTS))
        return Occurrence(number, day, place, act, random.choice(self.groups), victim, random.randint(1, 30))

    def filling(self, words: int) -> str:
        """A few sentences of common words."""
        drawn = self.random.choices(self.lexicon, cum_weights=self.common, k=words)
        cuts = range(0, words, 12)
        return " ".join(" ".join(drawn[cut : cut + 12]).capitalize() + "." for cut in cuts)


def records(claims: int, seed: int = 1, *, reports: Sequence[int] = (1, 1, 2, 2, 3, 5, 8)) -> Iterator[Record]:
    """Documents until they hold so many claims; `reports`: how many documents an occurrence may have, drawn evenly."""
    country, told, number = Country(seed), 0, 0
    days = max(30, claims // 40)
    while told < claims:
        occurrence = country.occurrence(number, days)
        lead, number = country.filling(60), number + 1
        for copy in range(country.random.choice(reports)):
            made = _record(country, occurrence, copy, lead if country.random.random() < 0.3 else country.filling(60))
            told += len(made.claims)
            yield made
            if told >= claims:
                return


def _record(country: Country, occurrence: Occurrence, copy: int, lead: str) -> Record:
    random = country.random
    draft = _Draft()
    title = f"{ACTS[occurrence.act][2].capitalize()} in {country.places[occurrence.place]}"
    _tell(draft, country, occurrence, hedge=copy % 3 == 2)
    draft.write(f" {lead} ")
    for _ in range(random.choice((1, 2, 3))):
        _tell(draft, country, occurrence, hedge=False)
        draft.write(f" {country.filling(12)} ")
    if random.random() < 0.2:
        _tell(draft, country, country.occurrence(-1, 1), hedge=False)
    uri = f"invented/{occurrence.number}-{copy}.txt"
    published = None if random.random() < 0.03 else occurrence.day + timedelta(days=random.choice((0, 1, 1, 2)))
    digest = hashlib.sha256(f"{uri}\0{draft.text}".encode()).hexdigest()
    document = Document(
        f"sha256:{digest}", uri, draft.text, title, publisher=random.choice(OUTLETS), published=published
    )  # fmt: skip
    return Record(document, tuple(draft.mentions), tuple(draft.said), tuple(draft.claims), extractor="invented")


def _tell(draft: _Draft, country: Country, occurrence: Occurrence, *, hedge: bool) -> None:
    """One sentence: "Police said the Vark Front shot dead 4 people in Dunmar on Monday, among them Fel Gorhal." """
    random = country.random
    start = len(draft.text)
    kind, mode, verb = ACTS[occurrence.act]
    day = occurrence.day
    source = draft.write(random.choice(("Police", "Residents", "The ministry")))
    draft.write(" ")
    cue = draft.write("denied" if hedge else "said")
    draft.write(" ")
    content = len(draft.text)
    actor = draft.name(occurrence.group, MentionType.ACTOR, entity=occurrence.group.lower(), name=occurrence.group)
    draft.write(" ")
    anchor = draft.write(verb)
    draft.write(" ")
    dead = draft.name(f"{occurrence.dead} people", MentionType.QUANTITY, low=occurrence.dead, high=occurrence.dead)
    draft.write(" in ")
    where = country.places[occurrence.place]
    place = draft.name(where, MentionType.PLACE, entity=f"geonames:{occurrence.place + 1}", name=where,
                       latitude=occurrence.place / 100, longitude=occurrence.place / 90,
                       geonames=occurrence.place + 1, precision=1)  # fmt: skip
    draft.write(" on ")
    time = draft.name(f"{day:%B} {day.day}", MentionType.TIME, start=day, end=day, precision=1)
    draft.write(f", among them {occurrence.victim}.")
    end = len(draft.text)
    said = Attribution(f"a{len(draft.said) + 1}", (source,), (cue,), (Span(content, end),),
                       source_kind=SourceKind.OFFICIAL, named=False, act=Act.DENY if hedge else Act.ASSERT)  # fmt: skip
    draft.said.append(said)
    roles = ((Role.ACTOR, actor), (Role.PLACE, place), (Role.TIME, time), (Role.DEATHS, dead))
    value = Certainty.CT_MINUS if hedge else Certainty.CT_PLUS
    draft.claims.append(
        Claim(
            f"c{len(draft.claims) + 1}", (anchor,), ClaimKind.EVENT, kind, mode,
            arguments=tuple(Argument(role, mention.id) for role, mention in roles), attributions=(said.id,),
            certainty=(Commitment("author", Certainty.UU), Commitment(said.id, value)), score=0.8,
            sentence=Span(start, end),
        )
    )  # fmt: skip
