"""Reports of one occurrence become one incident; others stay apart; every link says why."""

import random
from dataclasses import replace
from datetime import date

import pytest
from telling import FILLING, claim, crowd, deaths, story, unit

from allege.claim import Certainty, ClaimKind, Role
from allege.link.incidents import Collection, Unit, incidents, score, units
from allege.link.incidents.compare import FEATURES, values
from allege.link.incidents.pair import pairs
from allege.link.incidents.score import FILE, Weights, shipped
from allege.link.model import Band, Filler, ScoredPair

FIRST = unit(
    "first",
    f"A gunman shot Mara Lenn, 31, and Joss Tarrable, 24, in the 1400 block of Tallow Street in Orrin Vale. "
    f"{FILLING[0]}",
    title="Two shot in Orrin Vale",
)
SECOND = unit(
    "second",
    f"Police in Orrin Vale named the dead as Mara Lenn, 31, and Joss Tarrable, 24. They were shot on Tallow Street. "
    f"{FILLING[2]}",
    date(2023, 3, 15),
    "Police name two who were shot in Orrin Vale",
)
OTHERS = crowd(60)


def together(found, one, other):
    return any({one.document, other.document} <= set(incident.documents) for incident in found.incidents)


def the_link():
    links = incidents([FIRST, SECOND, *OTHERS]).links
    return next(link for link in links if {link.a, link.b} == {FIRST.id, SECOND.id})


def explained(pair):
    (both,) = pairs([FIRST, SECOND], [(0, 1)], Collection.of([FIRST, SECOND, *OTHERS]))
    return score.link(both, shipped(), pair.values)


def test_the_links_of_some_units_are_those_that_a_run_for_all_gives_them():
    given = [FIRST, SECOND, *OTHERS]
    whole, some = incidents(given), incidents(given, links_of={FIRST.id})
    assert some.incidents == whole.incidents
    assert some.links == tuple(link for link in whole.links if FIRST.id in (link.a, link.b))
    assert len(some.links) < len(whole.links)


def test_two_reports_with_the_same_rare_names_are_one_incident():
    found = incidents([FIRST, SECOND, *OTHERS])
    assert {FIRST.document, SECOND.document} in [set(incident.documents) for incident in found.incidents]


def test_the_link_says_in_words_what_was_shared_and_the_amounts_add_up():
    pair = the_link()
    link = explained(pair)
    assert (link.band, link.band) == (pair.band, Band.SAME)
    assert link.score == pytest.approx(pair.score)
    said = " ".join(one.words for one in link.contributions)
    assert "tarrable" in said
    assert "lenn 31" in said
    assert "days 1 apart" in said
    odds = sum(one.amount for one in link.contributions)
    assert link.score == pytest.approx(1 / (1 + 2.718281828459045**-odds))


def test_what_is_shared_never_counts_against_and_what_is_apart_never_for():
    said = explained(the_link()).contributions
    assert all(one.amount >= 0 for one in said if one.words.startswith("share ") and one.value > 0)


def test_the_order_of_the_units_does_not_matter():
    given = [FIRST, SECOND, *OTHERS]
    mixed = random.Random(4).sample(given, len(given))
    assert incidents(given) == incidents(mixed)


def test_an_incident_is_named_after_its_smallest_claim_so_that_a_later_report_keeps_its_name():
    first = min(incidents([FIRST, *OTHERS]).incidents, key=lambda one: FIRST.document not in one.documents)
    later = replace(SECOND, id="f" * 20, claims=("f" * 20,))
    both = min(incidents([FIRST, later, *OTHERS]).incidents, key=lambda one: FIRST.document not in one.documents)
    assert both.id == first.id
    assert set(both.claims) == {*FIRST.claims, *later.claims}


def test_ten_thousand_copies_of_one_story_are_one_incident_and_hide_nothing():
    copies = [replace(FIRST, id=f"{n:020}", document=f"copy-{n}", claims=(f"{n:020}",)) for n in range(10_000)]
    found = incidents([*copies, SECOND, *OTHERS])
    told = {SECOND.document, *(unit.document for unit in copies)}
    assert told in [set(incident.documents) for incident in found.incidents]


def test_an_edited_copy_goes_where_its_source_goes():
    edited = unit("edited", f"Somebody shot two people. {FILLING[1]}")
    assert not together(incidents([FIRST, edited, *OTHERS]), FIRST, edited)
    assert together(incidents([FIRST, edited, *OTHERS], copies={"sha256:edited": "sha256:first"}), FIRST, edited)


def test_a_ring_of_copies_is_one_incident():
    one, other = (unit(name, f"Somebody shot two people near {name}. {FILLING[1]}") for name in ("here", "there"))
    ring = {one.document: other.document, other.document: one.document}
    assert together(incidents([one, other], copies=ring), one, other)


@pytest.mark.parametrize(("score", "joined"), [(1e6, True), (-1e12, False)])
def test_a_judgement_outranks_the_score(score, joined):
    other = SECOND if not joined else OTHERS[0]
    a, b = sorted((FIRST.id, other.id))
    judged = ScoredPair(a, b, score, Band.SAME if joined else Band.DIFFERENT)
    assert together(incidents([FIRST, SECOND, *OTHERS], judged=[judged]), FIRST, other) is joined


def test_documents_without_dates_are_still_compared_by_their_names():
    undated = replace(SECOND, published=None, days=())
    found = incidents([FIRST, undated, *OTHERS])
    assert together(found, FIRST, undated) or found.links


def test_a_year_that_is_wrong_does_not_break_anything():
    assert incidents([FIRST, replace(SECOND, published=1), *OTHERS]).incidents


@pytest.mark.parametrize("certainty", sorted(set(Certainty) - {Certainty.CT_PLUS, Certainty.PR_PLUS}))
def test_what_nobody_asserts_makes_no_unit(certainty):
    told = story("denial", "The army denies any attack on the village.")
    assert units(told, [claim(told, "attack", certainty=certainty)]) == ()


def test_a_demand_makes_no_unit():
    told = story("demand", "We demand an end of the attack.")
    assert units(told, [replace(claim(told, "attack"), kind=ClaimKind.DEMAND)]) == ()


def test_a_unit_knows_the_tolls_of_its_claims():
    told = story("toll", "The attack killed 12.")
    (found,) = units(told, [claim(told, "attack", deaths(12))])
    assert found.tolls == {("deaths", 12)}


DEPOT = Filler(Role.PLACE, "the depot", entity="depot", latitude=-41.76, longitude=3.0, precision=1)
TOWN = Filler(Role.PLACE, "Dunmarrow", entity="town", latitude=-41.75, longitude=3.0, precision=1)
VALLEY = Filler(Role.PLACE, "Tarn Hollow", entity="valley", latitude=-42.75, longitude=3.0, precision=1)


def signals(*fillers_of_two):
    """What two reports in other words, with these arguments, have in common by their claims."""
    told = [story("one", "An attack was reported."), story("two", "Residents heard of an attack there.")]
    found = [units(one, [claim(one, "attack", *given)])[0] for one, given in zip(told, fillers_of_two, strict=True)]
    (pair,) = pairs(found, [(0, 1)], Collection.of(found))
    return dict(zip((feature.name for feature in FEATURES), values(pair), strict=True))


def test_one_place_is_the_same_and_one_within_the_other_does_not_clash_but_another_valley_does():
    assert signals([DEPOT], [DEPOT])["same_place"] == pytest.approx(1)
    assert signals([DEPOT], [TOWN])["same_place"] == 0
    assert [signals([DEPOT], other)["elsewhere"] for other in ([TOWN], [], [VALLEY], [VALLEY, TOWN])] == [0, 0, 1, 0]


def test_numbers_of_dead_agree_only_where_both_give_one():
    assert signals([deaths(12)], [deaths(12)])["same_deaths"] == 1
    assert signals([deaths(12)], [deaths(5)])["same_deaths"] == signals([], [])["same_deaths"] == 0


def test_days_clash_only_where_both_name_one():
    monday, tuesday = (Filler(Role.TIME, "then", start=day, end=day) for day in (date(2023, 3, 13), date(2023, 3, 14)))
    found = [signals([monday], other)["other_days"] for other in ([tuesday], [monday], [monday, tuesday], [])]
    assert found == [1, 0, 0, 0]


def test_a_headline_that_nobody_commits_to_still_gives_its_particulars():
    told = story("headline", "Twelve die in attack. Gunmen shot guards.")
    open_one = claim(told, "attack", deaths(12), certainty=Certainty.UU)
    (found,) = units(told, [open_one, claim(told, "shot")])
    assert found.tolls == {("deaths", 12)}
    assert open_one.id not in found.claims


def test_a_known_actor_and_a_named_day_are_shared():
    brigade = Filler(Role.ACTOR, "the brigade", entity="brigade", name="Red Heron Brigade")
    tuesday = Filler(Role.TIME, "on Tuesday", start=date(2023, 3, 14), end=date(2023, 3, 14))
    found = signals([brigade, tuesday], [replace(brigade, words="the Herons"), tuesday])
    assert found["parties"] > 0
    assert found["named_days"] == 1
    assert signals([brigade], [tuesday])["parties"] == signals([brigade], [tuesday])["named_days"] == 0


def test_no_units_are_no_incidents():
    assert incidents([]).incidents == ()


def test_weights_for_other_features_are_refused_in_one_line():
    with pytest.raises(Exception, match=FILE):
        Weights.of({"base": 0, "feature": [], "bands": {}})
    for scale in (shipped().whole, shipped().brief):
        assert 0 < scale.possibly < scale.same < 1


def strike(name: str, day: int, words: str, *fillers: Filler, out: int | None = None) -> Unit:
    """A report of a strike, with its day, that came out on the next one."""
    told = story(name, words, date(2023, 3, day + 1 if out is None else out))
    when = Filler(Role.TIME, "that day", start=date(2023, 3, day), end=date(2023, 3, day))
    (found,) = units(told, [claim(told, "shelled", when, *fillers)])
    return found


def town(name: str, number: int) -> Filler:
    """A town on a list, a degree north of the one before it."""
    return Filler(Role.PLACE, name, geonames=number, precision=1, latitude=36.0 + number, longitude=43.0)


HOSPITAL = "The army shelled the Saint Orrin hospital in Tallow, its director said. {} were hit by the shells there."
MONDAY = strike("monday", 13, HOSPITAL.format("Four patients"), deaths(4))


def test_two_dated_strikes_on_one_target_are_two_occurrences() -> None:
    again = strike("tuesday", 14, HOSPITAL.format("Two nurses"), deaths(2))
    assert not together(incidents([MONDAY, again, *OTHERS]), MONDAY, again)
    clash = next(feature for feature in FEATURES if feature.name == "clash")
    (pair,) = pairs([MONDAY, again], [(0, 1)], Collection.of([MONDAY, again]))
    assert clash.value(pair) == 1


@pytest.mark.parametrize(
    "other",
    [
        strike("slip", 14, HOSPITAL.format("Four patients"), deaths(4)),
        strike("later", 14, HOSPITAL.format("Two nurses"), deaths(2), out=30),
        strike("siege", 14, HOSPITAL.format("Two nurses") + " The siege went on.", deaths(2)),
    ],
    ids=["who shares its toll may err about the day", "so may who writes long after", "one of the same day"],
)
def test_another_day_alone_does_not_part_reports(other: Unit) -> None:
    if other.document.endswith("siege"):
        other = replace(other, dated=MONDAY.dated)
    assert together(incidents([MONDAY, other, *OTHERS]), MONDAY, other)


def test_what_lasts_and_what_happens_at_night_have_no_one_day() -> None:
    words = "The army shelled the mill. Fighting went on."
    told = story("night", words, date(2023, 3, 14))
    day = Filler(Role.TIME, "Monday", start=date(2023, 3, 13), end=date(2023, 3, 13))
    night = replace(day, words="Monday night")
    assert units(told, [claim(told, "shelled", day)])[0].dated == date(2023, 3, 13).toordinal()
    assert units(told, [claim(told, "shelled", night)])[0].dated is None
    assert units(told, [claim(told, "shelled", day), claim(told, "Fighting")])[0].dated is None


def test_two_reports_alone_are_one_incident_by_the_names_and_the_day_that_they_share() -> None:
    one = strike("one", 13, "Gunmen shelled the Tallow depot in Orrin Vale, its keeper Mara Lenn said.", deaths(4))
    two = strike("two", 13, "Four were killed when men shelled a depot in Orrin Vale, Mara Lenn told us.", deaths(4))
    assert together(incidents([one, two]), one, two)


def test_two_reports_alone_are_two_incidents_where_they_share_no_more_than_common_words_and_a_day() -> None:
    here, there = (town("Dunmarrow", 1), town("Halsey", 2))
    one = strike("one", 13, "Gunmen shelled the depot in Dunmarrow, police said. They fled into the hills.", here)
    two = strike("two", 13, "Gunmen shelled the market in Halsey, police said. They fled into the hills.", there)
    assert not together(incidents([one, two]), one, two)


FERRIES = "The depot that gunmen shelled in Dunmarrow, police said on Tuesday,"


def test_of_a_few_reports_common_words_say_little_and_rare_ones_much() -> None:
    """Only the depot and what was in it ties the first to the second; the third shares their day and their police."""
    one = strike("one", 13, f"{FERRIES} held diesel for ferries; the fire spread to mooring sheds. {FILLING[0]}")
    two = strike("two", 13, f"{FERRIES} was full of diesel; ferries and mooring sheds caught fire. {FILLING[1]}")
    market = f"Gunmen shelled a market in Arden Fell, police said on Tuesday. {FILLING[2]} {FILLING[3]}"
    other = strike("other", 13, market)
    found = incidents([one, two, other])
    assert together(found, one, two)
    assert not together(found, one, other)


def test_posts_of_two_towns_on_one_day_are_two_occurrences() -> None:
    words = "A post in {} was shelled on 13 March, an officer said."
    towns = town("Arden Fell", 1), town("Coldmere", 2)
    posts = [strike(f"post {one.words}", 13, words.format(one.words), one) for one in towns]
    assert not together(incidents(posts), *posts)


def test_a_collection_counts_words_as_they_are_elsewhere_only_while_it_is_small() -> None:
    few = [unit(f"r{n}", f"Police shot the zorbel in Dunmarrow. {FILLING[n % 3]}") for n in range(3)]
    small = Collection.of(few).judging()
    assert small.rarity("terms", "police") < small.rarity("terms", "zorbel")
    large = Collection.of([*few, *crowd(500)])
    assert large.judging().rarity("terms", "police") == large.rarity("terms", "police")


def test_reports_in_one_form_of_two_towns_on_two_days_are_neither_copies_nor_one_occurrence() -> None:
    words = (
        "Shells hit a residential street in {} on {}, killing two people and wounding three, officials of the town "
        "said. A school and a pharmacy there were shelled. Rescuers were searching the rubble until late at night."
    )
    one = strike("one", 13, words.format("Orvale", "Monday"), deaths(2), out=14)
    two = strike("two", 16, words.format("Fennmoor", "Thursday"), deaths(2), out=17)
    assert not together(incidents([one, two]), one, two)
