"""What small ledgers of mixed reports were read wrongly: hours, rows of participles, lies, doubts, who was there."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, EvidenceKind, Role
from tests.extract.annotating import annotated, event_at, fillers, speeches
from tests.extract.finding import read


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Traders fled the square after 9 a.m. Stalls stayed shut.", 2),
        ("Shells fell on the port at 10:30 p.m. Nobody was hurt.", 2),
        ("The envoy reached the town of Torv at 9 a.m. Friday.", 1),
        ("The envoy reached the town of Torv at 9 a.m. Eastern time.", 1),
        ("At 9 a.m. Colonel Varl left the town of Torv.", 1),
    ],
)
def test_an_hour_ends_a_sentence_where_another_one_begins_behind_it(text: str, count: int) -> None:
    assert len(read(text).sentences) == count


def test_whoever_was_killed_hurts_nobody_in_the_same_breath() -> None:
    text = "Shells struck the pier in Torv, killing six people who were hoping to leave and hurting ten."
    assert fillers(text, event_at(text, "hurting"), Role.ACTOR) == []
    assert fillers(text, event_at(text, "struck"), Role.INJURIES) == ["ten"]


def test_whoever_stands_behind_a_passive_is_whom_it_is_done_to() -> None:
    text = "Shelling hit the pier, in which were killed at least six clerks."
    killed = event_at(text, "killed")
    assert fillers(text, killed, Role.RECIPIENT) == ["at least six clerks"]
    assert fillers(text, killed, Role.DEATHS) == ["at least six"]


@pytest.mark.parametrize("verb", ["Informed", "Informs", "Said"])
def test_a_verb_of_telling_may_open_what_is_told(verb: str) -> None:
    ((who, _, what),) = speeches(f"{verb} a military spokesman: rebels burned the mill.")
    assert (who, what) == ("a military spokesman", "rebels burned the mill")


@pytest.mark.parametrize(
    "text",
    [
        "Their papers lie when they say that our men burned the mill.",
        "The army is lying when it claims that rebels burned the mill.",
    ],
)
def test_what_is_called_a_lie_is_not_held_by_the_author(text: str) -> None:
    author, source = event_at(text, "burned").certainty
    assert (author.value, source.value) == (Certainty.CT_MINUS, Certainty.CT_PLUS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Intelligence reports leave little room for doubt that the rebels burned the mill.", Certainty.PR_PLUS),
        ("Intelligence reports leave little doubt that the rebels burned the mill.", Certainty.PR_PLUS),
        ("The footage leaves no room for doubt that the rebels burned the mill.", Certainty.CT_PLUS),
        ("The mayor doubts that the rebels burned the mill.", Certainty.PR_MINUS),
    ],
)
def test_where_there_is_no_room_for_doubt_nobody_doubts(text: str, value: Certainty) -> None:
    assert event_at(text, "burned").certainty[-1].value is value


def test_whoever_writes_what_he_saw_was_there() -> None:
    text = "I saw policemen drag three men out of the mill and shoot them."
    shot = event_at(text, "shoot")
    assert [e.kind for e in shot.evidence] == [EvidenceKind.EYEWITNESS]
    assert fillers(text, shot, Role.ACTOR) == ["policemen"]


def test_a_deed_that_the_encoder_makes_of_a_clause_has_the_day_of_its_verb() -> None:
    text = "The fighters of the Dawn Front carried out on Sunday 3 August an operation against the Dalgora refinery."
    assert fillers(text, event_at(text, "carried"), Role.TIME) == ["Sunday 3 August"]


def test_a_label_with_a_title_names_a_person() -> None:
    record = annotated("Mr VARL: They burned the mill.\n\nMs AVEN: They did not.\n\nMr VARL: They did.")
    assert {a.source_kind.value for a in record.attributions} == {"person"}


def test_whoever_was_hit_at_work_was_hit_on_that_day() -> None:
    text = "Gunmen abducted nine clerks working at a mill on Wednesday, the governor said."
    assert fillers(text, event_at(text, "abducted"), Role.TIME) == ["Wednesday"]


def test_who_denies_killing_somebody_denies_a_deed() -> None:
    text = "The Sons of the Marn categorically deny kidnapping workers at the mill."
    assert event_at(text, "kidnapping").certainty[-1].value is Certainty.CT_MINUS


def test_to_blame_somebody_is_not_to_be_to_blame() -> None:
    text = "Gunmen killed the guard. It was the governor's militia, to blame us before the vote."
    assert not [c for c in annotated(text).claims if c.type == "ASSAULT" and "It" in fillers(text, c, Role.ACTOR)]


def test_each_charge_of_a_verdict_is_laid_at_the_same_door() -> None:
    text = (
        "A court convicted two members of the militia of abducting nine clerks from the mill and of murdering a guard."
    )
    murder = event_at(text, "murdering")
    assert fillers(text, murder, Role.ACTOR) == ["two members of the militia"]
    assert murder.certainty[-1].value is Certainty.CT_PLUS


def test_a_judge_who_sentences_both_is_not_sentenced() -> None:
    text = "Judge Ana Pohl sentenced both to life in prison."
    assert "Judge Ana Pohl" not in fillers(text, event_at(text, "sentenced"), Role.RECIPIENT)
