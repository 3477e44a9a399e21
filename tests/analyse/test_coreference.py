"""Whom pronouns and "the group" refer to, measured on invented passages (pronouns.txt)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shown import Read

FLOOR = 0.85
PIECES = [
    "they",
    "it",
    "he",
    "she",
    "the",
    "group",
    "rebels",
    "said",
    ".",
    "army",
    "attacked",
    "them",
    "his",
    ",",
    "\n\n",
]
MARK = re.compile(r"\[(?P<who>\d):(?P<name>[^\]]+)\]|\{(?P<of>\d):(?P<words>[^:}]+)(?::(?P<head>[^}]+))?\}")


@dataclass
class Passage:
    """A text without its marks, the offsets of referents by number, and the anaphors' offsets with their number."""

    text: str
    referents: dict[str, int]
    anaphors: list[tuple[int, str]]


def passages() -> Iterator[Passage]:
    for line in (Path(__file__).parent / "pronouns.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield passage(line)


def passage(line: str) -> Passage:
    text, at = "", 0
    made = Passage("", {}, [])
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        if mark["who"]:
            made.referents[mark["who"]] = len(text)
            text += mark["name"]
        else:
            head = mark["head"] or mark["words"]
            made.anaphors.append((len(text) + mark["words"].rindex(head), mark["of"]))
            text += mark["words"]
    made.text = text + line[at:]
    return made


def misses(read: Read) -> tuple[list[str], int]:
    wrong, count = [], 0
    for item in passages():
        analysis = read(item.text)
        index = {t.idx: t.i for t in analysis.doc}
        for offset, number in item.anaphors:
            count += 1
            found = analysis.antecedent.get(index[offset])
            if found is None or analysis.doc[found].idx != item.referents[number]:
                said = analysis.doc[found].text if found is not None else None
                wrong.append(f"{item.text} | {analysis.doc[index[offset]].text} -> {said}")
    return wrong, count


def test_most_pronouns_find_what_they_refer_to(read: Read) -> None:
    wrong, count = misses(read)
    assert count >= 50
    assert len(wrong) <= (1 - FLOOR) * count, "\n".join(wrong)


def test_an_it_that_refers_to_nothing_has_no_antecedent(read: Read) -> None:
    analysis = read("The council met. It was reported that the road was closed. It seems that nobody came.")
    assert not analysis.antecedent


def test_a_pronoun_does_not_refer_to_the_subject_of_its_own_verb(read: Read) -> None:
    analysis = read("The soldiers saw the rebels. The rebels attacked them.")
    them = next(t for t in analysis.doc if t.text == "them")
    assert analysis.doc[analysis.antecedent[them.i]].text == "soldiers"


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=40,
    )
)
def test_an_antecedent_is_earlier_and_no_anaphor(read: Read, words: list[str]) -> None:
    found = read(" ".join(words)).antecedent
    assert all(value < key and value not in found for key, value in found.items())


def test_a_pronoun_does_not_refer_to_nobody(read: Read) -> None:
    analysis = read("No group has said that it carried out the raid.")
    assert analysis.antecedent.get(next(t.i for t in analysis.doc if t.text == "it")) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The council condemned the militia after it burned the village.", "militia"),
        ("The court punished the company because it sold arms.", "company"),
        ("The ministry praised the agency, and it paid for the tents.", "ministry"),
    ],
)
def test_who_is_blamed_or_punished_did_what_that_is_for(read: Read, text: str, who: str) -> None:
    analysis = read(text)
    it = next(t for t in analysis.doc if t.text == "it")
    assert analysis.doc[analysis.antecedent[it.i]].text == who
