"""Speech that is easily lost: quoted as saying, a source behind a heading, pleas, entries of a live blog."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The agency quoted Pell Dorn as saying that rebels had burned the mill.", "Pell Dorn"),
        ("Radio Orlen quoted a police officer as saying gunmen had shot two guards.", "a police officer"),
    ],
)
def test_whoever_is_quoted_as_saying_it_speaks_within_the_outlet_s_words(text: str, source: str) -> None:
    outer, inner = annotated(text).attributions
    assert annotated(text).document.quote(inner.source) == source
    assert inner.within == outer.id
    assert events(text)[0].certainty[-1].value is Certainty.CT_PLUS


def test_a_document_quoted_as_saying_nothing_says_nothing_of_an_event() -> None:
    assert events("The court quoted the contract as saying nothing about payment.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Army behind blast, says mayor", "mayor"),
        ("'Butcher of Brod' behind prison massacre, say survivors", "survivors"),
        ("Three dead in Velm blast, say police", "police"),
    ],
)
def test_a_heading_is_said_by_the_source_it_ends_in(text: str, source: str) -> None:
    assert [who for who, _, _ in speeches(text)] == [source]


def test_a_sentence_that_names_no_speaker_last_is_said_by_nobody() -> None:
    assert speeches("Three dead in Velm blast, five hurt") == []


def test_pleas_deny_and_admit() -> None:
    assert [act for _, act, _ in speeches("Ost, who pleaded not guilty, will appeal.")] == ["deny"]
    assert [act for _, act, _ in speeches("The two men pleaded guilty to the murder of a judge.")] == ["admit"]
    assert "demand" in [act for _, act, _ in speeches("The mayor pleaded for help.")]


def test_what_is_proved_beyond_doubt_is_not_doubted() -> None:
    text = "Leaked files prove beyond doubt that foreign agents bombed the station."
    assert event_at(text, "bombed").certainty[-1].value is Certainty.CT_PLUS
    doubted = "Ministers expressed doubt that foreign agents bombed the station."
    assert event_at(doubted, "bombed").certainty[-1].value is not Certainty.CT_PLUS


def test_the_hour_before_an_entry_of_a_live_blog_belongs_to_nobody() -> None:
    text = "14:20 The mayor says two rockets hit the rail yard.\n15:10 Defence ministry blames the Dawn Front."
    assert [who for who, _, _ in speeches(text)] == ["The mayor", "Defence ministry"]
    assert fillers(text, event_at(text, "hit"), Role.RECIPIENT) == ["the rail yard"]
    assert annotated(text).document.text == text


def test_a_number_that_opens_a_line_is_no_hour() -> None:
    assert fillers("12 soldiers shot a clerk.", events("12 soldiers shot a clerk.")[0], Role.ACTOR) == ["12 soldiers"]


def test_a_noun_between_quotation_marks_is_held_at_a_distance() -> None:
    held = 'A video of the "attack" was filmed abroad in 2016.'
    assert event_at(held, "attack").certainty[0].value is Certainty.UU
    plain = "A video of the attack was filmed abroad in 2016."
    assert event_at(plain, "attack").certainty[0].value is Certainty.CT_PLUS


def test_a_threat_is_no_deed_to_come() -> None:
    text = "The militia threatened to shoot the hostages."
    assert event_at(text, "threatened").certainty[-1].value is Certainty.CT_PLUS
    assert event_at(text, "shoot").certainty[-1].value is Certainty.UU


def test_whoever_said_it_accused_and_not_what_it_told_of() -> None:
    text = 'The defence ministry said it had lost no aircraft and accused Selmark of "inventing incidents".'
    assert [(who, act) for who, act, _ in speeches(text)][-1] == ("The defence ministry", "accuse")


def test_a_country_that_tells_of_itself_is_named() -> None:
    text = "Kaldreth said that it had arrested nine men."
    assert fillers(text, event_at(text, "arrested"), Role.ACTOR) == ["Kaldreth"]


def test_who_insists_that_it_was_so_asks_for_nothing_and_who_insists_that_it_be_so_does() -> None:
    told = "Her family insists she was murdered by the secret police."
    assert "REQUEST" not in [c.type for c in events(told)]
    asked = "He insisted that the blockade be lifted."
    assert "REQUEST" in [c.type for c in events(asked)]
    assert event_at(asked, "lifted").certainty[-1].value is Certainty.UU


def test_what_is_heard_at_two_words_is_told_once() -> None:
    text = "The UN mission said it was alarmed by reports that army units had entered the hospital in Sarn."
    told = speeches(text)
    assert len(told) == len(set(told)) > 0


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The blast was the work of the Hill League, according to the interior minister.", ["Hill League"]),
        ("The minister said the attack was the handiwork of foreign agents.", ["foreign agents"]),
        ("The minister said the attack was the work of a moment.", []),
    ],
)
def test_whose_work_a_deed_is(text: str, who: list[str]) -> None:
    assert fillers(text, next(c for c in events(text) if c.type == "ASSAULT"), Role.ACTOR) == who


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The town is quiet.\n\n“They burned our mill and nobody came.” ― Om Relk\n\nIt rained.", "Om Relk"),
        ("The town is quiet.\n\n“They burned our mill and nobody came.”― Om Relk\n\nIt rained.", "Om Relk"),
        ('The town is quiet.\n\n"They burned our mill and nobody came."\n\n- Om Relk.\n\nIt rained.', "Om Relk"),
    ],
)
def test_a_quotation_is_said_by_whoever_signs_it(text: str, source: str) -> None:
    ((who, _, content),) = speeches(text)
    assert (who, content.strip("“”\".")) == (source, "They burned our mill and nobody came")


def test_no_source_of_a_photograph_and_no_aside_signs_a_quotation() -> None:
    assert speeches("“The Long Winter” — two rooms and a yard.") == []


def test_each_turn_of_a_quoted_transcript_is_its_speaker_s() -> None:
    text = (
        'The hall was full.\n\n"DORN: The army shelled the mill and then it left.\n\n'
        '"RELK: That is not what my people tell me.\n\n"DORN: Then ask them again. The mill is gone.'
    )
    assert [who for who, _, _ in speeches(text)] == ["DORN", "RELK", "DORN"]


def test_a_title_is_said_by_its_label_also_with_a_full_stop() -> None:
    text = "Dorn: the truce is dead and buried.\n\nPell Dorn, the envoy, left Velm after three days of talks."
    assert "Dorn" in [who for who, _, _ in speeches(text)]
    assert speeches("Orlen: Ten people were killed.\n\nThe blast shook the town.") == []
