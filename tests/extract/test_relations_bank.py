"""How many relations of invented sentences are found, and how many that are found are right (relations_bank.txt)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from finding import found

from allege.extract import relations

CORE = ("FIGHTS", "ALLIED_WITH", "MEMBER_OF", "LED_BY", "COMMUNICATED_WITH")
MUTUAL = ("FIGHTS", "ALLIED_WITH", "COMMUNICATED_WITH")
SMALL = frozenset({"the", "a", "of", "his", "its", "more", "than"})

Triple = tuple[str, str, str]


@dataclass(frozen=True)
class Told:
    """A sentence with the relations that a careful reader would mark."""

    text: str
    marked: tuple[Triple, ...]


def bank() -> list[Told]:
    """The sentences of the file."""
    lines = (Path(__file__).parent / "relations_bank.txt").read_text(encoding="utf-8").splitlines()
    rows = [[part.strip() for part in line.split("|")] for line in lines if not line.startswith("#")]
    return [Told(row[0], tuple(_triple(part) for part in row[1:])) for row in rows]


def _triple(text: str) -> Triple:
    parts = re.fullmatch(r"(.*) ([A-Z_]+) (.*)", text)
    assert parts is not None, text
    left, kind, right = parts.groups()
    return left, kind, right


def read(text: str) -> set[Triple]:
    """The core relations that are found in a text."""
    here = (f for f in found(text, relations.find) if f.type in CORE)
    return {(left, f.type, right) for f in here for left in f["actor"] for right in f["recipient"]}


def _same(one: Triple, other: Triple) -> bool:
    a, b, c, d = (_words(text) for text in (one[0], one[2], other[0], other[2]))
    straight, crossed = bool(a & c and b & d), bool(a & d and b & c)
    return one[1] == other[1] and (straight or (crossed and one[1] in MUTUAL))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - SMALL


@cache
def measured() -> tuple[float, float]:
    """Precision and recall over the bank."""
    right = said = wanted = 0
    for told in bank():
        left, got = list(told.marked), read(told.text)
        for triple in got:
            hit = next((m for m in left if _same(m, triple)), None)
            if hit is not None:
                left.remove(hit)
        right += len(told.marked) - len(left)
        said, wanted = said + len(got), wanted + len(told.marked)
    return right / said, right / wanted


def test_what_is_found_in_the_bank_is_mostly_right() -> None:
    assert measured()[0] >= 0.92


def test_most_that_a_reader_would_mark_is_found() -> None:
    assert measured()[1] >= 0.84


@pytest.mark.parametrize("text", [told.text for told in bank() if not told.marked])
def test_two_in_one_sentence_are_not_related_for_that(text: str) -> None:
    assert read(text) == set()


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Kirelian air strikes killed twenty militants.", ("Kirelian", "FIGHTS", "militants")),
        ("Two soldiers were killed in a raid by the Harrow Front.", ("Harrow Front", "FIGHTS", "soldiers")),
        ("The army arrested militants from the Harrow Front.", ("militants", "MEMBER_OF", "Harrow Front")),
        ("The Mirna Brigade fought side by side with Kirelian troops.", ("Mirna", "ALLIED_WITH", "Kirelian troops")),
        ("Troops under General Abery took the hill.", ("Troops", "LED_BY", "Abery")),
        ("Talks between Kirelia and the rebels resumed.", ("Kirelia", "COMMUNICATED_WITH", "the rebels")),
    ],
)
def test_a_construction_tells_a_relation(text: str, triple: Triple) -> None:
    assert any(_same(triple, got) for got in read(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army protected villagers from the Harrow Front.", "MEMBER_OF"),
        ("The factions joined forces in May.", "MEMBER_OF"),
        ("Kirelia shells the hills daily.", "FIGHTS"),
    ],
)
def test_a_construction_that_only_looks_so_tells_none(text: str, kind: str) -> None:
    assert all(got[1] != kind for got in read(text))
