"""The record of sources over incidents, proposed credibility, and two sources beside each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from claimed import about, material, said, story

from allege.claim import Certainty, SourceKind
from allege.link.model import EventClaim, Judgement, JudgementKind, Slot, Story
from allege.link.positions import View, view
from allege.link.positions.contrast import most_apart, rows, sides
from allege.link.positions.credibility import credibilities
from allege.link.positions.sources import TrackRecord, grades, track_records
from allege.show.incident_words import relations

POLICE = ("police", SourceKind.OFFICIAL)
CLINIC = ("Vark clinic", SourceKind.ORGANIZATION)
RADIO = ("Radio Vark", SourceKind.MEDIA)


def seen(*claims: EventClaim, stories: tuple[Story, ...] = (), unknown: tuple[str, ...] = ()) -> View:
    days = {one.id for one in stories}
    rest = tuple(story(one) for one in dict.fromkeys(claim.document for claim in claims) if one not in days)
    return view(about(claims), material(claims, (*stories, *rest), unknown=unknown))


def record(*views: View, of: str) -> TrackRecord:
    return next(one for one in track_records(views, {}) if one.name == of)


def test_agreement_counts_only_from_another_origin() -> None:
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=CLINIC, deaths=12), said("c", by=RADIO, deaths=9))
    assert record(shown, of="police").corroborated == 1
    assert record(shown, of="Radio Vark").corroborated == 0
    assert record(shown, of="Radio Vark").contradicted == 1


def test_whoever_tells_first_is_first_only_where_others_tell_later() -> None:
    stories = (story("a", 1), story("b", 2))
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=CLINIC, deaths=12), stories=stories)
    assert (record(shown, of="police").first, record(shown, of="Vark clinic").first) == (1, 0)
    same_day = seen(said("a", by=POLICE, deaths=12), said("b", by=CLINIC, deaths=12))
    assert record(same_day, of="police").first == 0


def test_what_a_source_took_back_is_counted_as_corrected() -> None:
    stories = (story("a", 1), story("b", 2))
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=POLICE, deaths=9), stories=stories)
    assert record(shown, of="police").corrected == 1


def test_the_last_grade_in_force_counts() -> None:
    def graded(value: str) -> Judgement:
        at = datetime(2031, 3, 1, tzinfo=UTC)
        return Judgement("", JudgementKind.GRADE_SOURCE, "police", None, value, "ada", at)

    assert grades([graded("C"), graded("B")]) == {"police": "B"}


def test_credibility_is_6_for_one_origin_and_1_needs_an_independent_one() -> None:
    alone = credibilities(seen(said("a", by=POLICE, deaths=12)))["a-1"]
    assert (alone.value, alone.why) == (6, "no other independent origin is known")
    confirmed = credibilities(seen(said("a", by=POLICE, deaths=12), said("b", by=CLINIC, deaths=12)))["a-1"]
    assert (confirmed.value, confirmed.why) == (1, "another origin confirms it")
    copied = credibilities(seen(said("a", by=POLICE, deaths=12), said("b", by=POLICE, deaths=12)))["a-1"]
    assert copied.value > 1
    unsure = credibilities(seen(said("a", by=POLICE, deaths=12), said("b", by=CLINIC, deaths=12), unknown=("a",)))
    assert unsure["a-1"].value == 6


def test_credibility_falls_with_contradiction_and_correction() -> None:
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=CLINIC, deaths=9), said("c", by=RADIO, deaths=7))
    assert credibilities(shown)["a-1"].value == 5
    stories = (story("a", 1), story("b", 2))
    corrected = seen(said("a", by=POLICE, deaths=12), said("b", by=POLICE, deaths=9), stories=stories)
    assert credibilities(corrected)["a-1"].value == 5
    assert "given up" in credibilities(corrected)["a-1"].why


def test_the_two_sources_that_clash_most_are_put_side_by_side() -> None:
    shown = seen(said("a", by=POLICE, deaths=12, injuries=30), said("b", by=CLINIC, deaths=9, injuries=3),
                 said("c", by=RADIO, deaths=12, injuries=30))  # fmt: skip
    pair = most_apart(shown)
    assert pair is not None
    assert "Vark clinic" in {one.words for one in pair}
    table = {row.slot: row.relation for row in rows(shown, *pair)}
    assert table == {Slot.DEATHS: "clash", Slot.INJURIES: "clash"}
    assert len(sides(shown)) == 3


def test_a_body_and_the_publisher_of_its_own_statements_are_one_source() -> None:
    """A report quotes the Harbour Ministry, which the lists know; its own statement is the ministry's word too."""
    quoted = said("a", by=("the Harbour Ministry", SourceKind.OFFICIAL), deaths=12)
    (speaker,) = quoted.speakers[-1:]
    quoted = replace(quoted, speakers=(replace(speaker, entity="xv-harbour", name="Harbour Ministry", named=True),))
    own = said("b", deaths=12)
    shown = seen(quoted, own, stories=(replace(story("b"), publisher="Harbour Ministry"),))
    (one,) = track_records([shown], {"harbour ministry": "B"})
    assert (one.identity, one.also, one.name) == ("xv-harbour", ("harbour ministry",), "Harbour Ministry")
    assert (one.claims, one.answers, one.grade) == (2, 1, "B")


def test_words_that_tell_nobody_from_others_may_be_several_sources() -> None:
    shown = seen(said("a", by=("residents", SourceKind.WITNESS), deaths=12), said("b", by=POLICE, deaths=12))
    assert record(shown, of="residents").several
    assert not record(shown, of="police").several


def test_the_police_of_two_incidents_may_be_two() -> None:
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=CLINIC, deaths=12))
    other = replace(shown, incident=replace(shown.incident, id="i2"))
    assert record(shown, other, of="police").several
    assert not record(shown, other, of="Vark clinic").several


def test_whoever_only_calls_it_possible_confirms_nobody() -> None:
    """ "Shells may have killed twelve": told with its hedge, and no second origin of the twelve."""
    told, hedged = said("a", by=POLICE, deaths=12), said("b", by=CLINIC, value=Certainty.PS_PLUS, deaths=12)
    shown = view(about([told], attached=[hedged]), material([told, hedged], map(story, "ab")))
    position = shown.slot(Slot.DEATHS).answers[0].position
    assert (position.origins, position.hedged, position.certainty[0]) == (1, 1, Certainty.CT_PLUS)
    proposed = credibilities(shown)
    assert (proposed["a-1"].value, proposed["b-1"].value) == (6, 2)
    assert "only calls it possible" in proposed["b-1"].why
    assert (record(shown, of="police").corroborated, record(shown, of="Vark clinic").corroborated) == (0, 1)


def test_whoever_holds_it_probable_confirms_it() -> None:
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=CLINIC, value=Certainty.PR_PLUS, deaths=12))
    assert credibilities(shown)["a-1"].value == 1
    assert shown.slot(Slot.DEATHS).answers[0].position.hedged == 0


def test_a_hedge_is_confirmed_by_two_who_commit_themselves() -> None:
    hedged = said("c", by=RADIO, value=Certainty.PS_PLUS, deaths=12)
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=CLINIC, deaths=12), hedged)
    assert credibilities(shown)["c-1"].value == 1


MAYBE = Certainty.PS_PLUS


def test_whoever_only_calls_it_possible_contradicts_nobody() -> None:
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=CLINIC, value=MAYBE, deaths=20))
    deaths = shown.slot(Slot.DEATHS)
    assert not shown.disputed
    assert (deaths.low, deaths.high) == (12, 12)
    assert [relations(deaths, one) for one in deaths.answers] == [f"differs, hedged, from {n}" for n in (20, 12)]
    proposed = credibilities(shown)
    assert (proposed["a-1"].value, proposed["b-1"].value) == (3, 4)
    assert (record(shown, of="police").contradicted, record(shown, of="Vark clinic").contradicted) == (0, 1)
    (row,) = rows(shown, *most_apart(shown) or ())
    assert row.relation == "differs"


def test_what_is_held_probable_contradicts_as_it_confirms() -> None:
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=CLINIC, value=Certainty.PR_PLUS, deaths=20))
    assert shown.disputed == (Slot.DEATHS,)
    assert credibilities(shown)["a-1"].value == 4


def test_an_answer_that_one_holds_and_another_calls_possible_is_contradicted_by_the_first_alone() -> None:
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=CLINIC, deaths=20),
                 said("c", by=RADIO, value=MAYBE, deaths=20))  # fmt: skip
    assert credibilities(shown)["a-1"].why == "another origin contradicts it, none confirms it"


def test_a_later_figure_that_is_only_called_possible_replaces_nothing() -> None:
    stories = (story("a", 1), story("b", 2))
    later = said("b", by=POLICE, value=MAYBE, deaths=20)
    shown = seen(said("a", by=POLICE, deaths=12), later, stories=stories)
    assert [one.position.value for one in shown.slot(Slot.DEATHS).standing] == ["12", "20"]
    back = seen(said("a", by=POLICE, value=MAYBE, deaths=12), said("b", by=POLICE, deaths=20), stories=stories)
    assert [one.position.value for one in back.slot(Slot.DEATHS).standing] == ["20"]


def test_what_one_text_only_calls_possible_makes_no_part_of_what_it_counts() -> None:
    shown = seen(said("a", 1, by=POLICE, deaths=12), said("a", 2, by=POLICE, value=MAYBE, deaths=20))
    assert [one.position.value for one in shown.slot(Slot.DEATHS).standing] == ["12", "20"]


def test_a_toll_is_held_no_more_firmly_than_the_deed_that_made_it() -> None:
    """ "The shelling may have killed 14": the shelling is certain, that it killed 14 is not."""
    shelling = said("b", 1, by=CLINIC, anchor="shelling", deaths=14, place="Vark")
    killed = replace(said("b", 2, by=CLINIC, value=MAYBE, anchor="killed", deaths=14), start=shelling.start)
    shown = seen(said("a", by=POLICE, deaths=12), shelling, killed)
    assert not shown.disputed
    assert [one.certainty for one in shown.slot(Slot.PLACE).answers[0].given] == [Certainty.CT_PLUS]
    assert seen(said("a", by=POLICE, deaths=12), shelling).disputed


def test_a_relative_pronoun_speaks_under_the_name_of_the_noun_before_it() -> None:
    brigade = said("a", by=("Coastal Brigade", SourceKind.ARMED_GROUP), deaths=12)
    which = said("b", by=("which", SourceKind.ARMED_GROUP), deaths=12)
    which = replace(which, speakers=(*which.speakers[:-1], replace(which.speakers[-1], name="Coastal Brigade")))
    shown = seen(brigade, which)
    assert {one.name for one in track_records([shown], {})} == {"Coastal Brigade"}
    assert record(shown, of="Coastal Brigade").corroborated == 0


def test_she_is_nobody_whom_the_text_calls_he() -> None:
    """Without a name of its own a pronoun speaks for the source before it, if that is not called otherwise."""
    colonel = said("a", 1, by=("Colonel Dorn Vost", SourceKind.OFFICIAL), deaths=12)
    he = said("a", 2, by=("he", SourceKind.OFFICIAL), place="Vark")
    of_him = [replace(one, speakers=(*one.speakers[:-1], replace(one.speakers[-1], name="Dorn Vost")))
              for one in (colonel, he)]  # fmt: skip
    she = said("a", 3, by=("she", SourceKind.WITNESS), actor="gunmen")
    names = {one.name for one in track_records([seen(*of_him, she)], {})}
    assert any("Vost" in name for name in names)
    assert record(seen(*of_him, she), of="she").claims == 1
    assert {one.name for one in track_records([seen(colonel, she)], {})} == {"Colonel Dorn Vost"}
