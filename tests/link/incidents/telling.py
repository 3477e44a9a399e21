"""Stories and event claims of an invented country, made from few words."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from allege.claim import Certainty, ClaimKind, Role, Span, make_key
from allege.link.incidents import Unit, units
from allege.link.model import EventClaim, Filler, Story

FILLING = (
    "Residents said the road stayed closed until noon while officers looked for more traces.",
    "The council will speak about safety at its next meeting, its speaker said on Monday.",
    "A spokesman asked anybody who saw something to call the station in the district.",
    "Schools nearby opened two hours late, and buses took another way through the town.",
)
"""Sentences that any local report could hold."""


def story(name: str, text: str, day: date | None = date(2023, 3, 14), title: str | None = None) -> Story:
    """A document called `name`."""
    return Story(f"sha256:{name}", name, title, text, published=day)


def claim(told: Story, anchor: str, *fillers: Filler, certainty: Certainty = Certainty.CT_PLUS) -> EventClaim:
    """An assault that the story tells of with the word `anchor`."""
    start = told.text.index(anchor)
    spans = (Span(start, start + len(anchor)),)
    return EventClaim(
        make_key(told.id, anchor, start),
        f"c{start}",
        told.id,
        ClaimKind.EVENT,
        "ASSAULT",
        "firearms",
        None,
        anchor,
        spans,
        told.text,
        0,
        len(told.text),
        fillers,
        (),
        "author",
        certainty,
        0.9,
    )


def deaths(number: int) -> Filler:
    """A toll."""
    return Filler(Role.DEATHS, str(number), low=number, high=number)


def unit(name: str, text: str, day: date | None = date(2023, 3, 14), title: str | None = None) -> Unit:
    """The unit of a story whose word "attack" or "shot" is its claim."""
    told = story(name, text, day, title)
    anchor = "attack" if "attack" in text else "shot"
    (found,) = units(told, [claim(told, anchor)])
    return found


def crowd(number: int) -> list[Unit]:
    """Reports of `number` occurrences that have nothing to do with each other, in words of their own."""
    towns = ("Dunmarrow", "Halsey", "Tarnwick", "Ostrel", "Brackmoor", "Selvane")
    return [
        unit(
            f"other-{n}",
            f"{towns[n % 6]} police said a man aged {20 + n % 40} was shot near house {n}. {_babble(n)}. "
            f"{FILLING[n % 4]} {_babble(n + 1000)}. The man is called {_word(n).title()} {_word(n + 500).title()}.",
            date(2023, 1 + n % 12, 1 + n % 28),
        )
        for n in range(number)
    ]


def _word(number: int) -> str:
    """A word that no language has, one for each number."""
    syllables = ("ba", "de", "fi", "go", "lu", "mar", "nes", "pil", "rov", "tun")
    return "".join(syllables[int(digit)] for digit in str(number + 1000))


def _babble(number: int) -> str:
    """Twelve words that a dozen of other reports may share."""
    return " ".join(_word(n) for n in random.Random(number).sample(range(97), 12))


def tells(told: Story, anchor: str, *fillers: Filler, sort: str = "ASSAULT", mode: str | None = None,
          certainty: Certainty = Certainty.CT_PLUS) -> EventClaim:  # fmt: skip
    """A claim in a sentence of its own (sentences end with a full stop) that the story makes with the word `anchor`."""
    at = told.text.index(anchor)
    start = told.text.rfind(". ", 0, at) + 2 if ". " in told.text[:at] else 0
    end = told.text.find(".", at) + 1
    made = claim(told, anchor, *fillers, certainty=certainty)
    return replace(made, type=sort, mode=mode, sentence=told.text[start:end], start=start, end=end)


def place(words: str, north: float, east: float = 3.0) -> Filler:
    """A town, known by its name."""
    return Filler(Role.PLACE, words, entity=words.lower(), name=words, latitude=north, longitude=east, precision=1)


def on(day: date) -> Filler:
    """A day that is named."""
    return Filler(Role.TIME, day.isoformat(), start=day, end=day)
