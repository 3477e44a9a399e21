"""Whom it was done to, where several are named: members that stand far off, and who is none; to whom a thing goes."""

from __future__ import annotations

import pytest

from allege.claim import ClaimKind, Role
from tests.extract.annotating import annotated, event_at, events, fillers


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("The envoy met the mayor, as well as two local judges.", "met", ["the mayor", "two local judges"]),
        ("Gunmen killed two clerks on Monday, as well as a nurse.", "killed", ["two clerks", "a nurse"]),
        ("The president condemned Osk, as well as the Varn Front.", "condemned", ["Osk", "Varn Front"]),
        (
            "Minister Abery met with the Oskan National Coalition, as well as local aid groups focused on helping it.",
            "met",
            ["Oskan National Coalition", "local aid groups"],
        ),
        (
            "Gunmen killed the mayor of Orsa, Ida Karo, and two guards.",
            "killed",
            ["the mayor of Orsa, Ida Karo", "two guards"],
        ),
        ("Gunmen killed Mayor Ida Karo, her driver, and two guards.", "killed", ["Karo", "driver", "two guards"]),
    ],
)
def test_every_member_of_a_list_had_it_done_to_him(text: str, word: str, whom: list[str]) -> None:
    found = fillers(text, event_at(text, word), Role.RECIPIENT)
    assert len(found) == len(whom)
    assert all(one in named for one, named in zip(whom, found, strict=True)), found


def test_what_was_done_as_well_is_another_deed() -> None:
    text = "Raiders burned a mill as well as shelling a school."
    assert fillers(text, event_at(text, "burned"), Role.RECIPIENT) == ["a mill"]
    assert fillers(text, event_at(text, "shelling"), Role.RECIPIENT) == ["a school"]


def test_whoever_is_the_subject_behind_and_is_no_second_victim() -> None:
    text = "The rebels killed nine men and three women were wounded."
    assert fillers(text, event_at(text, "killed"), Role.RECIPIENT) == ["nine men"]
    assert fillers(text, event_at(text, "wounded"), Role.RECIPIENT) == ["three women"]
    back = "The rebels killed nine men and were beaten back."
    assert fillers(back, event_at(back, "beaten"), Role.RECIPIENT) == ["The rebels"]


@pytest.mark.parametrize(
    "text",
    [
        "Varn has an agreement between the Council of Osk, led by Ida Karo, and the Brann Regional Council on oil.",
        "I welcome the agreement on 2 May between the Council of Osk, led by Ida Karo, and the Brann Regional Council.",
    ],
)
def test_between_has_two_sides_whatever_stands_between_them(text: str) -> None:
    record = annotated(text)
    met = next(c for c in record.claims if c.kind is ClaimKind.RELATION and c.type == "COMMUNICATED_WITH")
    ends = [record.document.quote(record.mention(a.mention).spans) for a in met.arguments if a.role is not Role.TIME]
    assert ends == ["the Council of Osk", "the Brann Regional Council"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The United Cantons returned a painting that was stolen in 1989 to the Orsa Art Register.", "Register"),
        ("Osk Customs Service returned twelve vases that date back to 640 to Orland on Monday.", "Orland"),
    ],
)
def test_a_thing_is_returned_to_whoever_is_named_behind_what_became_of_it(text: str, whom: str) -> None:
    assert [named.split()[-1] for named in fillers(text, event_at(text, "returned"), Role.RECIPIENT)] == [whom]


def test_nobody_speaks_to_those_whom_a_town_fell_to() -> None:
    text = "Speaking a year after the fall of Velm to Front fighters, Ida Karo said nothing had changed."
    assert [c for c in annotated(text).claims if c.type in ("CONSULT", "COMMUNICATED_WITH")] == []


def test_whoever_is_told_of_a_deed_had_nothing_done_to_him() -> None:
    text = "The mission updated Council members on the siege."
    assert fillers(text, event_at(text, "siege"), Role.RECIPIENT) == []


def test_the_adjective_of_a_people_before_its_army_is_nobody_else() -> None:
    text = "Kirelian government warplanes supported by Osk pounded the town of Velm for a sixth day."
    assert fillers(text, event_at(text, "pounded"), Role.ACTOR) == ["Kirelian government"]


def test_no_party_begins_within_a_word() -> None:
    text = "Kirelian government warplanes supported by Osk pounded the town of Velm for a sixth day."
    record = annotated(text)
    starts = [span.start for m in record.mentions for span in m.spans]
    assert all(start == 0 or not text[start - 1].isalnum() for start in starts)
    assert events(text)


def test_whoever_the_next_clause_begins_with_is_not_hit() -> None:
    text = "Militants burned the mill, and the Ash Brigades fled."
    assert fillers(text, event_at(text, "burned"), Role.RECIPIENT) == ["the mill"]
