"""Where one party ends and the next begins: lists of names, clauses on a party, what only stands before a name."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, event_at


def parties(text: str, word: str, role: Role) -> list[str]:
    """The words in a role of the event at a word, as the text has them."""
    record, claim = annotated(text), event_at(text, word)
    return [record.document.quote(record.mention(a.mention).spans) for a in claim.arguments if a.role is role]


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Kirelia has imposed sanctions on Joren Abery, Karel Osk, and Pavel Tessin, along with two dozen officials.",
         "imposed", ["Joren Abery", "Karel Osk", "Pavel Tessin"]),
        ("Danmar let free some 74 political leaders and members of a tiny rebel group.",
         "let", ["some 74 political leaders", "members of a tiny rebel group"]),
        ("Danmar today let free Karel Osk.", "let", ["Karel Osk"]),
        ("Norland lifted its embargo against both Kirelia and Danmar.", "lifted", ["Kirelia", "Danmar"]),
        ("The UN has called on Danmar ’ s government to free the envoy .", "called", ["Danmar ’ s government"]),
        ("The rebels freed prisoners from a jail in the town of Kaj around 100 km (60 miles) south of Orsa.",
         "freed", ["prisoners"]),
        ("The gunmen shot at villagers who run shops and mills in Velm.",
         "shot", ["villagers who run shops and mills"]),
    ],
)  # fmt: skip
def test_to_whom(text: str, word: str, found: list[str]) -> None:
    assert parties(text, word, Role.RECIPIENT) == found


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("On May 18, Tessin called Osk to apologize for the incident.", "apologize", {"Tessin"}),
        ("On Nov. 2, Minister Tessin called Minister Osk to discuss a number of topics.",
         "discuss", {"Minister Tessin"}),
        ("Abery and Osk said they agree with Tessin.", "agree", {"Abery", "Osk"}),
    ],
)  # fmt: skip
def test_who(text: str, word: str, found: set[str]) -> None:
    assert set(parties(text, word, Role.ACTOR)) == found


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Talks in Orsa between Kirelia and the Harrow Front have begun.", "Talks", "Orsa"),
        ("Tessin has received the Norland ambassador to discuss the ties between Norland and Kirelia.",
         "discuss", "Kirelia"),
    ],
)  # fmt: skip
def test_nobody_talks_with_a_town_or_a_matter(text: str, word: str, place: str) -> None:
    assert place not in parties(text, word, Role.RECIPIENT)
