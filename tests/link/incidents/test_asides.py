"""What is told in passing: it finds its incident, and never holds others together or keeps them apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from telling import crowd, deaths, on, place, story, tells

from allege.claim import Role
from allege.link.decisions import APART, TOGETHER
from allege.link.incidents import Unit, incidents, units
from allege.link.incidents.asides import Cuts, grouped
from allege.link.incidents.collection import Collection
from allege.link.incidents.compare import BRIEF_FEATURES, brief_values, clash
from allege.link.incidents.doubles import standing
from allege.link.incidents.group import Scores
from allege.link.incidents.pair import pairs
from allege.link.model import Filler

CUTS = Cuts(reports=0.5, mentions=0.7)
DUNMARROW, HALSEY = place("Dunmarrow", -41.75), place("Halsey Bridge", -41.40)
MARCH_9, MARCH_14 = date(2023, 3, 9), date(2023, 3, 14)


def test_a_mention_joins_the_group_that_it_fits_and_does_not_weigh_in_its_mean():
    assert grouped(3, Scores.of({(0, 1): 0.6, (0, 2): 0.9, (1, 2): 0.9}), CUTS, [2]).groups == ((0, 1, 2),)
    assert grouped(3, Scores.of({(0, 1): 0.6, (0, 2): 0.1}), CUTS, [2]).groups == ((0, 1), (2,))


def test_a_mention_does_not_tie_two_reports_together():
    assert grouped(3, Scores.of({(0, 2): 0.9, (1, 2): 0.9}), CUTS, [2]).groups == ((0, 2), (1,))


def test_mentions_that_fit_no_report_are_grouped_among_themselves():
    assert grouped(3, Scores.of({(0, 1): 0.2, (1, 2): 0.8}), CUTS, [1, 2]).groups == ((0,), (1, 2))


def test_one_wrong_report_in_a_group_does_not_keep_a_mention_out():
    scores = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (0, 3): 0.9, (1, 3): 0.9}
    assert grouped(4, Scores.of(scores), CUTS, [3]).groups == ((0, 1, 2, 3),)


def test_a_mention_possibly_the_same_as_a_group_is_named():
    found = grouped(3, Scores.of({(0, 1): 0.9, (0, 2): 0.4, (1, 2): 0.4}), CUTS, [2])
    assert found.means.by_edge() == {(0, 1): 0.4}


def wire():
    told = story("wire", "Gunmen stormed the depot in Dunmarrow. Before, an ambush at Halsey Bridge killed four "
                         "soldiers of the convoy.")  # fmt: skip
    return told, units(told, [tells(told, "stormed", DUNMARROW, on(MARCH_14)),
                              tells(told, "ambush", HALSEY, on(MARCH_9), deaths(4))])  # fmt: skip


def bulletin():
    text = ("Soldiers of a convoy fell when an ambush was laid at Halsey Bridge. Four were killed. "
            + "The convoy carried flour and oil to the bridge. " * 6)  # fmt: skip
    told = story("bulletin", text, MARCH_9)
    return units(told, [tells(told, "ambush", HALSEY, on(MARCH_9)), tells(told, "killed", deaths(4))])


def test_what_a_report_tells_in_passing_joins_the_incident_of_those_who_tell_of_it():
    _, (depot, ambush) = wire()
    found = incidents([depot, ambush, *bulletin(), *crowd(60)]).incidents
    (one,) = (incident for incident in found if ambush.id in incident.claims)
    assert len(one.documents) == 2
    assert depot.id not in one.claims


def test_another_kind_and_another_place_and_day_are_clashes():
    _, (depot, ambush) = wire()
    told = story("curfew", "Officials imposed a curfew in Dunmarrow.")
    (curfew,) = units(told, [tells(told, "imposed", DUNMARROW, on(MARCH_14), sort="COERCE", mode="curfew")])
    some = [depot, ambush, curfew]
    kinds, days = pairs(some, [(0, 2), (0, 1)], Collection.of(some))
    names = [feature.name for feature in BRIEF_FEATURES]
    assert dict(zip(names, brief_values(kinds), strict=True))["other_kind"] == 1
    assert (clash(kinds), clash(days)) == (0, 1)


def test_days_one_apart_do_not_clash():
    _, (depot, ambush) = wire()
    eve = replace(ambush, document="another", days=(MARCH_14.toordinal() - 1,), brief=False)
    whole = [replace(depot, brief=False), eve]
    (pair,) = pairs(whole, [(0, 1)], Collection.of(whole))
    assert clash(pair) == 0


def test_two_named_days_part_a_mention_unless_it_shares_a_number():
    """With no place known, what is a sentence or two is of another day's occurrence."""
    _, (depot, ambush) = wire()
    brief = replace(ambush, document="another", days=(MARCH_14.toordinal() - 3,), brief=True)
    alike = replace(depot, spots=ambush.spots, wording=ambush.wording)
    assert _clash(alike, brief) == 1
    four = frozenset({("deaths", 4)})
    assert _clash(replace(alike, tolls=four), replace(brief, tolls=four)) == 0
    assert _clash(alike, replace(brief, days=depot.days)) == 0
    assert _clash(replace(alike, brief=False), replace(brief, brief=False)) == 0


def _clash(one: Unit, other: Unit) -> float:
    (pair,) = pairs([one, other], [(0, 1)], Collection.of([one, other, *crowd(60)]))
    return clash(pair)


def test_what_one_document_tells_apart_clashes():
    _, (depot, ambush) = wire()
    (pair,) = pairs([depot, replace(ambush, days=depot.days)], [(0, 1)], Collection.of([depot, ambush]))
    assert clash(pair) == 1


def test_a_copy_repeats_its_source_unit_by_unit():
    _, source = wire()
    told = story("copy", "Gunmen stormed the depot in Dunmarrow. An ambush at Halsey Bridge killed four soldiers of "
                         "the convoy. The Herald adds a line.")  # fmt: skip
    copy = units(told, [tells(told, "stormed", DUNMARROW), tells(told, "ambush", HALSEY, deaths(4))])
    stands = standing([*source, *copy], {copy[0].document: source[0].document}, ())
    assert [stands[unit.id] for unit in copy] == [unit.id for unit in source]


def test_speech_alone_is_not_the_occurrence_that_a_mention_names():
    _, (_, ambush) = wire()
    told = story("speech", "The council met at Halsey Bridge.")
    (meeting,) = units(told, [tells(told, "met", HALSEY, Filler(Role.ACTOR, "The council"), sort="CONSULT")])
    (pair,) = pairs([ambush, meeting], [(0, 1)], Collection.of([ambush, meeting]))
    assert dict(zip([feature.name for feature in BRIEF_FEATURES], brief_values(pair), strict=True))["other_kind"] == 1


def test_what_a_person_puts_together_joins_with_its_whole_group_and_what_is_set_apart_stays_so() -> None:
    """0, 1, 2 are one; 3 is like none of them, and pulls none of them out."""
    cuts = Cuts(0.5, 0.5)
    scores = {(0, 1): 0.8, (0, 2): 0.8, (1, 2): 0.8}
    assert grouped(4, Scores.of(scores | {(0, 3): TOGETHER}), cuts, []).groups == ((0, 1, 2, 3),)
    assert grouped(4, Scores.of(scores | {(0, 3): TOGETHER, (2, 3): APART}), cuts, []).groups == ((0, 1, 2), (3,))
