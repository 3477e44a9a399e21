"""Who tells what a paper tells, where two are named around one clause, and whoever gives his name on the way."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, event_at, fillers, speeches

SHELLED = "the bridge was shelled"


def chain(text: str) -> list[tuple[str, str]]:
    """Each source, with the one that it speaks within."""
    record = annotated(text)
    names = {one.id: record.document.quote(one.source) for one in record.attributions}
    return [(names[one.id], names.get(one.within or "", "")) for one in record.attributions]


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (f"The Herald has learned that {SHELLED}, according to a doctor at Osk hospital.", "The Herald", "a doctor"),
        (f"Police said that {SHELLED}, according to the Herald.", "the Herald", "Police"),
    ],
)
def test_of_two_around_one_clause_the_paper_tells_the_other(text: str, outer: str, inner: str) -> None:
    ((who, within),) = [pair for pair in chain(text) if pair[1]]
    assert (who.startswith(inner), within) == (True, outer)
    assert all(content.endswith(SHELLED) for _, _, content in speeches(text))


def test_an_agency_whose_name_looks_like_a_persons_tells_all_of_its_sentence() -> None:
    text = (
        "Nine clerks were killed and 23 wounded when two drones launched from the hills struck a mill in Osk, "
        "Orrin Wire reported, citing the mayor."
    )
    assert chain(text) == [("Orrin Wire", ""), ("the mayor", "Orrin Wire")]
    assert all(content.startswith("Nine clerks") and "mill in Osk" in content for _, _, content in speeches(text))
    assert annotated(text).attributions[0].source_kind.value == "media"
    assert fillers(text, event_at(text, "struck"), Role.RECIPIENT) == ["a mill"]


def test_what_was_fired_hits_and_not_who_came_running() -> None:
    text = "Police moved in when rockets fired from the hills hit the bridge."
    hit = event_at(text, "hit")
    assert fillers(text, hit, Role.ACTOR) == []
    assert fillers(text, hit, Role.RECIPIENT) == ["the bridge"]


def test_whoever_gives_his_name_on_the_way_speaks_and_does_nothing_that_he_heard() -> None:
    text = "A mill worker who gave his name only as Tarrek said he heard one blast, not two."
    ((who, _, content),) = speeches(text)
    assert (who, content) == ("A mill worker who gave his name only as Tarrek", "he heard one blast, not two")
    blast = event_at(text, "blast")
    assert fillers(text, blast, Role.ACTOR) == fillers(text, blast, Role.RECIPIENT) == []


def test_who_and_which_are_named_by_the_noun_before_them() -> None:
    record = annotated("The Coastal Brigade, which had claimed the attack, deleted its post.")
    (said,) = record.attributions
    assert record.mention(said.source_mention or "").name == "Coastal Brigade"


def test_what_is_told_ends_with_its_sentence() -> None:
    text = (
        "Officers confirm that the column is only a cover for the army. According to the Osk Herald, eleven clerks "
        "were murdered. There can be no doubt: this was an act of war."
    )
    assert [content for who, _, content in speeches(text) if "Herald" in who] == ["eleven clerks were murdered"]


def test_whoever_tells_what_something_launched_hit_tells_all_of_it_up_to_the_hour() -> None:
    text = "The mayor told reporters that two drones launched from the hills had struck the mill shortly after 11 p.m."
    ((_, _, content),) = speeches(text)
    assert content.startswith("that two drones")
    assert "struck the mill shortly after 11 p.m" in content
    assert [voice.source for voice in event_at(text, "struck").certainty] == ["author", "a1"]
