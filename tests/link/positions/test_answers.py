"""Answers to the slots of an incident: who gives the same one, what is coarser, what clashes, what is superseded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from claimed import about, material, named, said, story

from allege.claim import Act, Certainty, Role, SourceKind, Span
from allege.link.model import EventClaim, Filler, Slot, Story
from allege.link.positions import Answer, Standing, View, view
from allege.show.incident_words import headline

POLICE = ("police", SourceKind.OFFICIAL)
CHIEF = ("Orsa police chief Ilo Vant", SourceKind.OFFICIAL)
WITNESSES = ("witnesses", SourceKind.WITNESS)


def seen(*claims: EventClaim, stories: tuple[Story, ...] = (), **more: object) -> View:
    """The view of the incident that these claims tell of."""
    known = {one.id for one in stories}
    rest = tuple(story(one) for one in dict.fromkeys(claim.document for claim in claims) if one not in known)
    return view(about(claims), material(claims, (*stories, *rest), **more))  # type: ignore[arg-type]


def values(shown: View, slot: Slot) -> list[str]:
    return [answer.position.value for answer in shown.slot(slot).answers]


def answer(shown: View, slot: Slot, value: str) -> Answer:
    return next(one for one in shown.slot(slot).answers if one.position.value == value)


def test_copies_of_one_report_are_one_origin_and_three_documents() -> None:
    claims = [said(name, by=POLICE, deaths=12) for name in ("wire", "cut", "padded")]
    shown = seen(*claims, roots={"cut": "wire", "padded": "wire"})
    position = answer(shown, Slot.DEATHS, "12").position
    assert (position.origins, len(position.documents)) == (1, 3)
    assert position.on_whose_word == ("police",)


def test_two_reports_on_the_word_of_one_source_are_not_independent() -> None:
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=CHIEF, deaths=12))
    assert answer(shown, Slot.DEATHS, "12").position.origins == 1


def test_witnesses_of_two_papers_are_two_origins() -> None:
    shown = seen(said("a", by=WITNESSES, deaths=12), said("b", by=WITNESSES, deaths=12))
    assert answer(shown, Slot.DEATHS, "12").position.origins == 2


def test_one_publisher_twice_is_one_origin() -> None:
    stories = (story("a", publisher="Orsa Wire"), story("b", 2, publisher="Orsa Wire News"))
    shown = seen(said("a", deaths=12), said("b", deaths=12), stories=stories)
    assert answer(shown, Slot.DEATHS, "12").position.origins == 1
    assert shown.origins == 1


def test_a_document_of_unknown_lineage_is_counted_apart() -> None:
    shown = seen(said("a", deaths=12), said("b", deaths=12), unknown=["b"])
    position = answer(shown, Slot.DEATHS, "12").position
    assert (position.origins, position.unknown) == (1, 1)


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        ((12, None), 17, False),
        (12, 17, True),
        ((10, 14), (12, 20), False),
        ((12, None), 8, True),
        (12, 12, False),
    ],
)
def test_tolls_clash_only_where_no_number_fits_both(one: object, other: object, disputed: bool) -> None:
    shown = seen(said("a", by=WITNESSES, deaths=one), said("b", by=WITNESSES, deaths=other))
    assert shown.slot(Slot.DEATHS).disputed is disputed


def test_a_dispute_is_shown_from_lowest_to_highest_and_never_averaged() -> None:
    shown = seen(said("a", by=WITNESSES, deaths=8), said("b", by=WITNESSES, deaths=17), said("c", deaths=(12, None)))
    found = shown.slot(Slot.DEATHS)
    assert (found.low, found.high) == (8, 17)
    assert sorted(values(shown, Slot.DEATHS)) == ["17", "8", "at least 12"]


def test_gunmen_fit_a_named_group_and_two_named_groups_clash() -> None:
    heron = named(Role.ACTOR, "heron", "Red Heron Brigade")
    column = named(Role.ACTOR, "column", "Ash Column")
    shown = seen(said("a", actor="Gunmen"), said("b", actor=heron), said("c", actor=column))
    gunmen = answer(shown, Slot.ACTOR, "Gunmen")
    assert not gunmen.disputes
    assert len(gunmen.coarser_than) == 2
    assert answer(shown, Slot.ACTOR, "Ash Column").disputes


def test_soldiers_fit_an_army_and_no_armed_group() -> None:
    army = named(Role.ACTOR, "army", "Army of Orvane")
    heron = named(Role.ACTOR, "heron", "Red Heron Brigade")
    shown = seen(said("a", actor="soldiers"), said("b", actor=army), said("c", actor=heron))
    soldiers = answer(shown, Slot.ACTOR, "soldiers")
    assert [shown.slot(Slot.ACTOR).answers[at].position.value for at in soldiers.coarser_than] == ["Army of Orvane"]
    assert [shown.slot(Slot.ACTOR).answers[at].position.value for at in soldiers.disputes] == ["Red Heron Brigade"]


def test_several_suspects_are_no_dispute_and_two_groups_are() -> None:
    first, second = said("a", actor="26-year-old Adan Roe"), said("b", actor="Mila Sarn Vost, 18, 206 Mill St.")
    shown = seen(first, second)
    assert values(shown, Slot.ACTOR) == ["Adan Roe", "Mila Sarn Vost"]
    assert not shown.slot(Slot.ACTOR).disputed
    group = said("c", actor="the Shadow Hawks")
    assert not seen(first, group).slot(Slot.ACTOR).disputed
    assert seen(group, said("d", actor="the Grey Wolves")).slot(Slot.ACTOR).disputed


@pytest.mark.parametrize(
    ("who", "pronoun"),
    [(POLICE, "he"), (("a neighbour", SourceKind.WITNESS), "they"), (CHIEF, "I")],
)
def test_whoever_tells_of_somebody_else_is_no_doer(who: tuple[str, SourceKind], pronoun: str) -> None:
    """ "Police say he fired", "they started shooting" said by a neighbour, "I just heard it" """
    assert not seen(said("a", by=who, actor=pronoun, deaths=3)).slot(Slot.ACTOR).answers


def test_a_town_is_no_rival_doer() -> None:
    town = Filler(Role.ACTOR, "Ambrick", entity="ambrick", name="Ambrick", latitude=-42.0, longitude=-26.0, precision=1)
    heron = named(Role.ACTOR, "heron", "Red Heron Brigade")
    assert not seen(said("a", actor=heron), replace(said("b"), fillers=(town,))).slot(Slot.ACTOR).disputed


def test_the_brigade_is_the_one_brigade_that_the_text_names() -> None:
    heron = named(Role.RECIPIENT, "heron", "Red Heron Brigade")
    claims = [said("a", 1, sort="ACCUSE", anchor="praised", recipient=heron), said("a", 2, actor="the brigade")]
    shown = view(about(claims[1:]), material(claims, [story("a")]))
    assert values(shown, Slot.ACTOR) == ["Red Heron Brigade"]


def test_our_fighters_are_those_of_whoever_speaks() -> None:
    shown = seen(said("a", actor="Our fighters"), stories=(story("a", publisher="Ash Column"),))
    assert values(shown, Slot.ACTOR) == ["Ash Column"]


def test_the_accused_is_the_doer_on_the_accusers_word() -> None:
    blame = said("a", 2, sort="ACCUSE", anchor="blamed", actor="the Interior Ministry",
                 recipient=named(Role.RECIPIENT, "heron", "Red Heron Brigade"))  # fmt: skip
    told = said("a", deaths=3)
    shown = view(about([told], attached=[blame]), material([told, blame], [story("a")]))
    position = answer(shown, Slot.ACTOR, "Red Heron Brigade").position
    assert position.on_whose_word == ("the Interior Ministry",)


def test_whoever_accuses_and_is_heard_in_the_same_sentence_is_one_source() -> None:
    heron = named(Role.RECIPIENT, "heron", "Red Heron Brigade")
    blame = said("a", 2, sort="ACCUSE", anchor="blamed", actor="Ilo Vant", recipient=heron)
    deed = replace(said("a", 3, by=CHIEF, actor="the Red Heron Brigade"), start=blame.start, end=blame.end)
    shown = view(about([deed], attached=[blame]), material([deed, blame], [story("a")]))
    said_by = {word for one in shown.slot(Slot.ACTOR).answers for word in one.position.on_whose_word}
    assert said_by == {CHIEF[0]}


def test_who_reports_never_becomes_who_did_it() -> None:
    shown = seen(said("a", 1), said("a", 2, sort="CONSULT", anchor="told", actor="state media"))
    assert values(shown, Slot.ACTOR) == []


def test_a_later_figure_of_the_same_source_supersedes() -> None:
    stories = (story("a", 1), story("b", 2), story("c", 1))
    claims = (said("a", by=POLICE, deaths=12), said("b", by=CHIEF, deaths=9), said("c", by=WITNESSES, deaths=12))
    shown = seen(*claims, stories=stories)
    twelve = answer(shown, Slot.DEATHS, "12")
    assert [one.standing for one in twelve.given] == [Standing.SUPERSEDED, Standing.STANDS]
    assert twelve.given[0].by == "b-1"
    assert "gives 9 on 2031-03-02" in twelve.given[0].why


def test_a_later_figure_of_somebody_else_is_a_dispute() -> None:
    stories = (story("a", 1), story("b", 2))
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=WITNESSES, deaths=9), stories=stories)
    assert shown.slot(Slot.DEATHS).disputed
    assert all(one.standing is Standing.STANDS for one in shown.slot(Slot.DEATHS).answers)


def test_a_superseded_answer_stays_last_and_names_what_took_its_place() -> None:
    stories = (story("a", 1), story("b", 2))
    shown = seen(said("a", by=POLICE, deaths=12), said("b", by=POLICE, deaths=20), stories=stories)
    assert values(shown, Slot.DEATHS) == ["20", "12"]
    assert shown.slot(Slot.DEATHS).answers[1].position.superseded == "b-1"
    assert not shown.slot(Slot.DEATHS).disputed


def test_smaller_counts_of_the_same_source_in_one_text_are_parts() -> None:
    shown = seen(said("a", 1, by=POLICE, deaths=12), said("a", 2, by=CHIEF, deaths=7))
    assert answer(shown, Slot.DEATHS, "7").standing is Standing.PART
    assert (shown.slot(Slot.DEATHS).low, shown.slot(Slot.DEATHS).disputed) == (12, False)


def test_a_place_within_another_is_finer_and_one_far_away_clashes() -> None:
    def at(words: str, north: float, precision: int = 1) -> Filler:
        return Filler(Role.PLACE, words, latitude=north, longitude=10.0, precision=precision)

    claims = (said("a", place=at("Dunmarrow", 40.0)), said("b", place=at("Dunmarrow fuel depot", 40.01)),
              said("c", place=at("Kestrin", 40.6, 5)), said("d", place=at("Quorrel", 42.0)))  # fmt: skip
    shown = seen(*claims)
    town, depot, province, far = (answer(shown, Slot.PLACE, name) for name in
                                  ("Dunmarrow", "Dunmarrow fuel depot", "Kestrin", "Quorrel"))  # fmt: skip
    at_depot = shown.slot(Slot.PLACE).answers.index(depot)
    assert at_depot in town.coarser_than
    assert not province.disputes or shown.slot(Slot.PLACE).answers.index(town) not in province.disputes
    assert len(far.disputes) == 3


def test_places_that_one_claim_names_in_one_breath_go_together() -> None:
    town = Filler(Role.PLACE, "Ambrick", entity="ambrick", name="Ambrick", latitude=-42.0, longitude=-26.0, precision=1)
    state = replace(town, words="Vanna", entity="vanna", name="Vanna", latitude=-44.0, precision=1)
    both = replace(said("a"), fillers=(town, state))
    assert not seen(both).slot(Slot.PLACE).disputed
    assert seen(said("a", place=town), said("b", place=state)).slot(Slot.PLACE).disputed


def test_two_towns_of_one_name_are_the_one_that_most_mean() -> None:
    town = Filler(Role.PLACE, "Ambrick", geonames=1, name="Ambrick", latitude=-42.0, longitude=-26.0, precision=1)
    far = replace(town, geonames=2, latitude=50.0)
    shown = seen(said("a", place=town), said("b", place=town), said("c", place=far))
    assert values(shown, Slot.PLACE) == ["Ambrick"]
    assert not shown.slot(Slot.PLACE).disputed


def test_days_clash_where_no_day_fits_both() -> None:
    week = Filler(Role.TIME, "that week", start=date(2031, 3, 3), end=date(2031, 3, 9))
    later = (story("a", 9), story("b", 9))
    fourth, fifth = said("a", time=date(2031, 3, 4)), said("b", time=date(2031, 3, 5))
    assert not seen(fourth, said("b", time=week), stories=later).slot(Slot.DATE).disputed
    assert seen(fourth, fifth, stories=later).slot(Slot.DATE).disputed


def test_what_is_only_possible_says_so_and_what_is_demanded_answers_nothing() -> None:
    told = said("a", deaths=3)
    perhaps = said("b", value=Certainty.PR_PLUS, actor="the Ash Column")
    asked = said("c", value=Certainty.UU, actor="the army")
    shown = view(about([told], attached=[perhaps, asked]), material([told, perhaps, asked], map(story, "abc")))
    assert values(shown, Slot.ACTOR) == ["Ash Column"]
    assert answer(shown, Slot.ACTOR, "Ash Column").position.certainty == (Certainty.PR_PLUS,)


def test_what_is_still_to_come_answers_nothing() -> None:
    """A threat to strike depots says nothing of where the incident was."""
    told = said("a", deaths=3)
    threat = replace(
        said("b", value=Certainty.PR_PLUS, actor="the Ash Column", recipient="every depot", anchor="strike"),
        sentence="We will strike every depot.",
        anchor_spans=(Span(100 + len("We will "), 100 + len("We will strike")),),
    )
    shown = view(about([told], attached=[threat]), material([told, threat], map(story, "ab")))
    assert not shown.slot(Slot.RECIPIENT).answers
    assert not shown.slot(Slot.ACTOR).answers


def test_whoever_denies_for_himself_in_the_third_person_denies_his_own_deed() -> None:
    told = said("a", actor="soldiers")
    denial = said(
        "b", by=("The army, which holds the airfield", SourceKind.OFFICIAL), act=Act.DENY, value=Certainty.CT_MINUS,
        actor="The army",
    )  # fmt: skip
    shown = view(about([told], attached=[denial]), material([told, denial], map(story, "ab")))
    (one,) = shown.denials
    assert (one.voice.words, one.own) == ("The army", True)


@pytest.mark.parametrize("words", ["Depot attack", "the explosion"])
def test_a_deed_is_no_doer(words: str) -> None:
    assert not seen(said("a", actor=words, deaths=12)).slot(Slot.ACTOR).answers


@pytest.mark.parametrize(
    ("words", "mode", "value"),
    [
        ("two explosions", "explosives", "explosives"),
        ("Shells", "heavy-weapons", "heavy weapons"),
        ("a government jet", "aerial", "aerial"),
        ("two machine guns", "firearms", "firearms"),
    ],
)
def test_words_for_a_kind_of_weapon_are_one_answer_with_it(words: str, mode: str, value: str) -> None:
    shown = seen(said("a", instrument=words), said("b", mode=mode))
    first = shown.slot(Slot.WEAPON).answers[0]
    assert first.position.value == value
    assert {*first.position.documents} == {"a", "b"}


def test_the_order_of_claims_changes_nothing() -> None:
    claims = [said("a", by=POLICE, deaths=12), said("b", by=WITNESSES, deaths=17), said("c", deaths=12),
              said("d", by=CHIEF, deaths=9)]  # fmt: skip
    stories = tuple(story(name, day) for day, name in enumerate("abcd", 1))
    held = material(claims, stories)
    shown = (view(about(mixed), held).slot(Slot.DEATHS).answers for mixed in permutations(claims))
    seen_as = {tuple((one.position.value, one.standing, one.position.origins) for one in found) for found in shown}
    assert len(seen_as) == 1


def test_two_thousand_claims_and_answers_are_compared_within_bounds() -> None:
    claims = [said(f"d{number}", by=(f"Source {number}", SourceKind.PERSON), deaths=number) for number in range(2000)]
    shown = seen(*claims)
    found = shown.slot(Slot.DEATHS)
    assert len(found.answers) == 2000
    assert (found.low, found.high, found.disputed) == (0, 1999, True)


def test_who_goes_by_anothers_name_by_a_persons_word_does_so_as_the_one_that_speaks_too() -> None:
    """The Red Heron Brigade was merged into the Council: its "we" is the Council, as its name in the text is."""
    merged = named(Role.ACTOR, "council", "Kestrin Home Council", "The Red Heron Brigade")
    claims = [said("a", 1, actor="Our fighters"), said("a", 2, actor=merged), said("b", actor=merged)]
    held = material(claims, [story("a", publisher="Red Heron Brigade"), story("b")])
    shown = view(about(claims), held).slot(Slot.ACTOR)
    assert [one.position.value for one in shown.answers] == ["Kestrin Home Council"]
    assert not shown.disputed


@pytest.mark.parametrize(
    ("sentence", "source", "doers"),
    [
        ("The Salt Sons said on Monday that their fighters did it.", "The Salt Sons", ["Salt Sons"]),
        ("The Interior Ministry said that the Salt Sons and their fighters did it.", "The Interior Ministry", []),
        ("The Salt Sons said that their camps were attacked.", "The Salt Sons", []),
    ],
)
def test_their_fighters_are_those_of_whoever_speaks_where_nobody_else_is_named(
    sentence: str, source: str, doers: list[str]
) -> None:
    their = "their camps" if "camps" in sentence else "their fighters"
    claim = replace(said("a", by=(source, SourceKind.ORGANIZATION), actor=their), sentence=sentence)
    assert values(seen(claim), Slot.ACTOR) == doers


def test_a_term_that_is_set_dates_nothing_that_is_told_as_done() -> None:
    """ "If the curfew is not lifted by Sunday": told on the 16th, the 19th is no day of the curfew."""
    shown = seen(said("a", time=date(2031, 3, 19)), stories=(story("a", 16),))
    assert values(shown, Slot.DATE) == []
    assert values(seen(said("a", time=date(2031, 3, 17)), stories=(story("a", 16),)), Slot.DATE) == ["2031-03-17"]


def test_a_witness_whom_two_papers_name_is_one_witness() -> None:
    """Named, she is the same in both; and a word for whom it hit is written as within a sentence."""
    baker = ("Iden Marr", SourceKind.WITNESS)
    shown = seen(said("a", by=baker, deaths=3, recipient="The traders"), said("b", by=baker, deaths=3))
    assert answer(shown, Slot.DEATHS, "3").position.origins == 1
    assert values(shown, Slot.RECIPIENT) == ["the traders"]


ORSA = Filler(Role.PLACE, "Orsa", name="Orsa", latitude=10.0, longitude=20.0, geonames=1, precision=1)
TARN = Filler(Role.PLACE, "Tarn", name="Tarn", latitude=11.0, longitude=20.0, geonames=2, precision=1)


def test_what_one_text_tells_of_two_places_is_no_dispute_with_those_who_tell_of_either() -> None:
    """A gunman who drove on: one paper has both towns, two have one each."""
    apart = seen(said("a", place=ORSA), said("b", place=TARN))
    assert apart.slot(Slot.PLACE).disputed
    both = seen(said("a", place=ORSA), said("b", place=TARN), said("c", 1, place=ORSA), said("c", 2, place=TARN))
    assert not both.slot(Slot.PLACE).disputed
    heard = (said("a", 1, place=ORSA, by=WITNESSES), said("a", 2, place=TARN, by=POLICE))
    assert seen(*heard, said("b", place=ORSA), said("c", place=TARN)).slot(Slot.PLACE).disputed


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("A 17-year-old girl", ["a 17-year-old girl"]),
        ("Two 17-year-old girls", ["17-year-old girls"]),
        ("20-30 farmers", ["farmers"]),
    ],
)
def test_an_age_is_no_count(words: str, whom: list[str]) -> None:
    assert values(seen(said("a", recipient=words)), Slot.RECIPIENT) == whom


@pytest.mark.parametrize("whom", ["an Orsa girl", "Ada Mill Brook of Orsa"])
def test_where_somebody_is_from_is_not_where_it_was(whom: str) -> None:
    assert values(seen(said("a", recipient=whom, place=ORSA)), Slot.PLACE) == []
    assert values(seen(said("a", recipient="residents of Orsa", place=ORSA)), Slot.PLACE) == ["Orsa"]


def test_whoever_was_killed_is_no_place() -> None:
    dead, there = (Filler(role, "Ada Brook", name="Ada Brook") for role in (Role.RECIPIENT, Role.PLACE))
    assert values(seen(said("a", recipient=dead, place=there)), Slot.PLACE) == ["Ada Brook"]
    assert values(seen(said("a", anchor="killing", recipient=dead, place=there)), Slot.PLACE) == []


def test_a_man_of_a_town_is_not_its_police() -> None:
    police = named(Role.ACTOR, "name:orsa-police", "Orsa Police")
    town = replace(ORSA, role=Role.RECIPIENT, entity="geonames:1")
    claims = [said("a", 1, actor="an Orsa man"), said("a", 2, sort="COERCE", actor=police)]
    assert values(seen(*claims, said("a", 3, recipient=town)), Slot.ACTOR) == ["Orsa man"]


def test_means_are_told_in_words_and_not_in_those_of_the_codebook() -> None:
    assert values(seen(said("a", mode="primitive")), Slot.WEAPON) == ["knives, clubs or stones"]


def test_the_town_that_a_deed_is_called_by_is_where_it_was_and_not_whom_it_hit() -> None:
    hit = replace(ORSA, role=Role.RECIPIENT)

    def told(sentence: str, anchor: str) -> EventClaim:
        at = 100 + sentence.index(anchor)
        plain = said("a", recipient=hit, place=ORSA, anchor=anchor)
        return replace(plain, sentence=sentence, anchor_spans=(Span(at, at + len(anchor)),))

    assert values(seen(told("Two hurt in Orsa market shooting", "shooting")), Slot.RECIPIENT) == []
    assert values(seen(told("The army shelled Orsa", "shelled")), Slot.RECIPIENT) == ["Orsa"]


@pytest.mark.parametrize(
    ("first", "last", "words", "told"),
    [
        (date(2029, 1, 1), date(2029, 12, 31), "2029", " in 2029"),
        (date(2028, 2, 1), date(2028, 2, 29), "2028-02", " in 2028-02"),
        (date(2028, 2, 1), date(2028, 2, 28), "2028-02-01 to 2028-02-28", " between 2028-02-01 and 2028-02-28"),
        (date(2028, 2, 1), date(2028, 2, 1), "2028-02-01", " on 2028-02-01"),
    ],
)
def test_a_whole_month_or_year_is_called_so(first: date, last: date, words: str, told: str) -> None:
    when = Filler(Role.TIME, "then", start=first, end=last)
    shown = seen(said("a", time=when), stories=(story("a", None),))
    assert values(shown, Slot.DATE) == [words]
    assert headline(shown).endswith(told)
