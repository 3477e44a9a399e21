"""What one document tells of several occurrences: parted by place, by day and by kind; parts of one stay together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from telling import deaths, on, place, story, tells

from allege.claim import Certainty, Role
from allege.link.incidents import Unit, units
from allege.link.incidents.cut import apart
from allege.link.model import EventClaim, Filler, Story

DUNMARROW = place("Dunmarrow", -41.75)
TARN_HOLLOW = place("Tarn Hollow", -41.66)
HALSEY = place("Halsey Bridge", -41.40)
TUESDAY = date(2023, 3, 14)


def parted(told: Story, *claims: EventClaim) -> list[set[str]]:
    """The words by which each unit is told, the main one first."""
    names = {one.id: one.anchor for one in claims}
    return [{names[claim] for claim in unit.claims} for unit in units(told, claims)]


def test_a_report_with_the_background_of_an_earlier_attack_elsewhere_is_two_units():
    told = story("wire", "Gunmen stormed the depot in Dunmarrow. They shot guards. Days before an ambush hit Halsey "
                         "Bridge. Nobody has claimed that assault.")  # fmt: skip
    claims = [tells(told, "stormed", DUNMARROW), tells(told, "shot"), tells(told, "ambush", HALSEY)]
    assert parted(told, *claims) == [{"stormed", "shot"}, {"ambush"}]


def test_that_before_a_word_points_back_at_what_it_named():
    told = story(
        "wire", "Gunmen stormed Dunmarrow. An ambush hit Halsey Bridge. Nobody has claimed that ambush of theirs."
    )
    again = replace(tells(told, "ambush of"), anchor="ambush", id="again")
    claims = [tells(told, "stormed", DUNMARROW), tells(told, "ambush", HALSEY), again]
    assert parted(told, *claims)[1] == {"ambush"}
    assert len(units(told, claims)[1].claims) == 2


def test_a_round_up_gives_a_unit_for_each_town_and_one_for_a_town_and_a_place_in_it():
    told = story(
        "week", "Shells hit Dunmarrow. A raid shook Tarn Hollow. A bomb went off at Halsey Bridge. A depot burnt."
    )
    depot = place("Dunmarrow depot", -41.76)
    claims = [tells(told, "hit", DUNMARROW), tells(told, "raid", TARN_HOLLOW), tells(told, "bomb", HALSEY),
              tells(told, "burnt", depot)]  # fmt: skip
    assert parted(told, *claims) == [{"hit", "burnt"}, {"raid"}, {"bomb"}]


def test_two_occurrences_in_one_breath_are_known_each_by_its_own_words():
    told = story(
        "council", "She condemns the attack on Dunmarrow and the shelling of Tarn Hollow. The attack killed five."
    )
    claims = [tells(told, "attack", DUNMARROW), tells(told, "killed"),
              tells(told, "shelling", TARN_HOLLOW, mode="heavy-weapons")]  # fmt: skip
    _, shelling = units(told, claims)
    assert "dunmarrow" not in shelling.wording.terms
    assert {"shelling", "tarn", "hollow"} <= set(shelling.wording.terms)
    assert shelling.places.keys() == {"tarn hollow"}


def test_an_earlier_day_sets_apart_and_a_later_one_does_not():
    told = story("day", "Gunmen attacked the market. A bomb had struck it in January. A victim died on Thursday.")
    claims = [tells(told, "attacked", on(TUESDAY)), tells(told, "struck", on(date(2023, 1, 9))),
              tells(told, "died", on(date(2023, 3, 16)))]  # fmt: skip
    assert parted(told, *claims) == [{"attacked", "died"}, {"struck"}]


def test_a_deed_of_years_ago_stands_apart_where_the_news_names_no_day():
    """A comment goes back to another year; without a day of its own it is held against the document's."""
    told = story("blog", "Soldiers fired on the market. Remember 2019, when they burned sixty houses elsewhere.")
    year = replace(on(TUESDAY), start=date(2019, 1, 1), end=date(2019, 12, 31))
    news, old = tells(told, "fired"), tells(told, "burned", year, mode="destroy")
    assert parted(told, news, old) == [{"fired"}, {"burned"}]
    assert parted(replace(told, published=None), news, old) == [{"fired", "burned"}]
    lately = replace(year, start=date(2023, 1, 1), end=date(2023, 12, 31))
    assert parted(told, news, replace(old, fillers=(lately,))) == [{"fired", "burned"}]
    assert parted(told, old) == [{"burned"}]


def unlisted(name: str) -> Filler:
    """A place that no list knows."""
    return Filler(Role.PLACE, name, name=name)


def test_another_name_and_another_day_are_another_occurrence_and_either_alone_is_not():
    told = story("month", "Bombs fell on Orrin Dale. Raiders struck Low Fen. A ferry burned.")
    fell, struck, burned = tells(told, "fell"), tells(told, "struck"), tells(told, "burned")
    fell = replace(fell, start=0, fillers=(unlisted("Orrin Dale"), on(TUESDAY)))
    later = on(date(2023, 3, 17))
    struck = replace(struck, start=26)

    def beside(*fillers: Filler) -> int:
        return len(parted(told, fell, replace(struck, fillers=fillers), burned))

    assert beside(unlisted("Low Fen"), later) == 2
    assert beside(unlisted("Low Fen"), on(TUESDAY)) == 1
    assert beside(unlisted("Low Fen")) == 1
    assert beside(unlisted("Orrin Dale bridge"), later) == 1
    assert len(parted(told, fell, replace(struck, start=0, fillers=(unlisted("Low Fen"), later)))) == 1


WEEK = (
    "Shells hit Dunmarrow, and a depot burnt.\n\nDays before rebels struck Halsey Bridge. Nine were killed. Six fled."
    "\n\nTwo were wounded."
)


def test_a_paragraph_that_begins_with_another_occurrence_goes_on_with_it():
    told = story("week", WEEK)
    sentences = {"hit": 0, "burnt": 0, "struck": WEEK.index("Days"), "killed": WEEK.index("Nine"),
                 "wounded": WEEK.index("Two")}  # fmt: skip
    claims = [tells(told, "hit", DUNMARROW), tells(told, "burnt", DUNMARROW), tells(told, "struck", HALSEY),
              tells(told, "killed", deaths(9)), tells(told, "wounded")]  # fmt: skip
    claims = [replace(one, start=sentences[one.anchor]) for one in claims]
    assert parted(told, *claims) == [{"hit", "burnt", "wounded"}, {"struck", "killed"}]
    flat = story("week", WEEK.replace("\n\n", " \n"))
    assert parted(flat, *claims) == [{"hit", "burnt", "killed", "wounded"}, {"struck"}]


def test_what_a_person_told_apart_is_two_units_and_the_rest_goes_with_its_place_day_or_neighbour():
    told = story("log", "Shells hit a depot. A guard was killed. Raiders burned a mill on Tuesday. A clerk was shot.")
    hit, killed, burned, shot = (tells(told, word) for word in ("hit", "killed", "burned", "shot"))
    burned = replace(burned, fillers=(on(TUESDAY),))
    assert parted(told, hit, killed, burned, shot) == [{"hit", "killed", "burned", "shot"}]

    def as_decided(*claims: EventClaim) -> list[set[str]]:
        names = {one.id: one.anchor for one in claims}
        return [{names[claim] for claim in unit.claims} for unit in units(told, claims, apart([(hit.id, burned.id)]))]

    assert as_decided(hit, killed, burned, shot) == [{"hit", "killed"}, {"burned", "shot"}]
    dated = replace(killed, fillers=(on(TUESDAY),))
    assert as_decided(hit, dated, burned, shot) == [{"hit"}, {"killed", "burned", "shot"}]
    denied = replace(burned, certainty=Certainty.CT_MINUS)
    assert [unit.main for unit in units(told, [hit, denied], apart([(hit.id, denied.id)]))] == [True]


def test_a_curfew_is_another_occurrence_and_an_arrest_where_it_happened_is_a_part():
    told = story(
        "night", "Gunmen attacked Dunmarrow. Police arrested a man in Dunmarrow. Officials imposed a curfew there."
    )
    claims = [tells(told, "attacked", DUNMARROW), tells(told, "arrested", DUNMARROW, sort="COERCE", mode="arrest"),
              tells(told, "imposed", DUNMARROW, sort="COERCE", mode="curfew")]  # fmt: skip
    assert parted(told, *claims) == [{"attacked", "arrested"}, {"imposed"}]
    elsewhere = tells(told, "arrested", TARN_HOLLOW, sort="COERCE", mode="arrest")
    assert {"arrested"} in parted(told, claims[0], elsewhere, claims[2])


def test_the_arrest_of_those_who_did_it_is_a_part_wherever_it_was():
    """Whom the text calls the suspect, whom it names as the doer, or who is held in one sentence with the deed."""
    man = Filler(Role.RECIPIENT, "a man", name="Dorn Vost")
    doer = replace(man, role=Role.ACTOR)
    told = story("held", "Gunmen attacked Dunmarrow. They shot guards. A man was arrested in Tarn Hollow over "
                         "the raid.")  # fmt: skip
    attack, shot = tells(told, "attacked", DUNMARROW), tells(told, "shot")
    arrest = tells(told, "arrested", TARN_HOLLOW, man, sort="COERCE", mode="arrest")
    assert {"arrested"} in parted(told, attack, shot, arrest)
    assert len(parted(told, attack, shot, arrest, tells(told, "raid"))) == 1
    assert len(parted(told, attack, replace(shot, fillers=(doer,)), arrest)) == 1
    suspect = replace(arrest, fillers=(TARN_HOLLOW, Filler(Role.RECIPIENT, "the suspect")))
    assert len(parted(told, attack, shot, suspect)) == 1
    some = replace(arrest, fillers=(TARN_HOLLOW, Filler(Role.RECIPIENT, "four suspects")))
    assert {"arrested"} in parted(told, attack, shot, some)


def test_another_deed_by_another_doer_stands_apart():
    guard = Filler(Role.ACTOR, "the River Guard", entity="guard", name="River Guard")
    told = story(
        "farms", "Shells hit the village. Three people were killed. The River Guard is said to have burnt farms."
    )
    claims = [
        tells(told, "hit", mode="heavy-weapons"),
        tells(told, "killed"),
        tells(told, "burnt", guard, mode="destroy"),
    ]
    assert parted(told, *claims) == [{"hit", "killed"}, {"burnt"}]
    one = [replace(claims[0], fillers=(guard,)), *claims[1:]]
    assert parted(told, *one) == [{"hit", "killed", "burnt"}]
    said = tells(told, "said", Filler(Role.RECIPIENT, "The River Guard"), sort="ACCUSE")
    assert parted(told, *claims, said) == [{"hit", "killed"}, {"said", "burnt"}]


def test_where_the_wounded_were_taken_is_not_where_it_happened():
    hospital = place("Quorrel", -41.20)
    told = story("care", "Gunmen attacked Dunmarrow. A man was shot and rushed to Quorrel General Hospital.")
    assert len(parted(told, tells(told, "attacked", DUNMARROW), tells(told, "shot", hospital))) == 1
    hit = story("hit", "Gunmen attacked Dunmarrow. Shells struck the Quorrel General Hospital.")
    assert len(parted(hit, tells(hit, "attacked", DUNMARROW), tells(hit, "struck", hospital))) == 2


def test_a_word_that_points_back_a_person_and_a_toll_are_of_what_was_told_before():
    far = place("Eastmere", -40.10)
    told = story(
        "back", "A shooting killed four in Dunmarrow. The shooting was at a house. She was hurt there. Four died."
    )
    first = tells(told, "shooting", DUNMARROW, deaths(4))
    again = replace(tells(told, "shooting was", far), anchor="shooting")
    she = tells(told, "hurt", far, Filler(Role.RECIPIENT, "She"))
    four = tells(told, "died", far, deaths(4))
    for one in (again, she, four):
        assert len(units(told, [first, one])) == 1
    assert len(units(told, [first, tells(told, "hurt", far)])) == 2


def test_a_comment_that_names_each_of_several_once_is_about_neither():
    told = story(
        "opinion", "He was silent when they raided Tarn Hollow. He was silent when they raid Halsey Bridge. He waits."
    )
    claims = [
        tells(told, "raided", TARN_HOLLOW),
        tells(told, "raid Halsey", HALSEY),
        tells(told, "waits", sort="SUPPORT"),
    ]
    found = units(told, claims)
    assert [unit.claims for unit in found] == [(claims[0].id,), (claims[1].id,)]
    assert not any(unit.main for unit in found)
    assert {unit.published for unit in found} == {told.published.toordinal()}


def test_an_occurrence_told_beside_the_main_one_is_not_dated_by_its_document():
    told = story("wire", "Gunmen stormed Dunmarrow. They shot. It recalled an ambush at Halsey Bridge.")
    claims = [tells(told, "stormed", DUNMARROW), tells(told, "shot"), tells(told, "ambush", HALSEY)]
    main, aside = units(told, claims)
    assert main.published == told.published.toordinal()
    assert aside.published is None


def test_a_headline_that_nobody_commits_to_helps_and_makes_no_unit_of_its_own():
    told = story("headline", "Bomb in Halsey Bridge. Gunmen attacked Dunmarrow.")
    rumour = tells(told, "Bomb", HALSEY, certainty=Certainty.UU)
    (found,) = units(told, [rumour, tells(told, "attacked", DUNMARROW)])
    assert found.places.keys() == {"dunmarrow"}


def test_units_do_not_depend_on_the_order_of_the_claims():
    told = story("week", "Shells hit Dunmarrow. A raid shook Tarn Hollow. A bomb went off at Halsey Bridge.")
    claims = [tells(told, "hit", DUNMARROW), tells(told, "raid", TARN_HOLLOW), tells(told, "bomb", HALSEY)]
    assert units(told, claims) == units(told, claims[::-1])


def test_a_long_round_up_keeps_its_units_in_bounds():
    text = " ".join(f"Shells number{n} hit town{n}." for n in range(300))
    told = story("long", text)
    claims = [tells(told, f"number{n} ", place(f"town{n}", -41 + n / 5)) for n in range(300)]
    found: tuple[Unit, ...] = units(told, claims)
    assert len(found) <= 25
    assert sum(len(unit.claims) for unit in found) == 300


def test_of_a_list_of_attacks_none_is_what_the_text_is_about():
    told = story(
        "blog",
        "They did the raid on Dunmarrow, the ambush at Halsey Bridge and the shelling of Tarn Hollow. They shot.",
    )
    claims = [tells(told, "raid", DUNMARROW), tells(told, "ambush", HALSEY), tells(told, "shelling", TARN_HOLLOW),
              tells(told, "shot")]  # fmt: skip
    main, *others = units(told, claims)
    assert main.claims == (claims[3].id,)
    assert not main.places
    assert len(others) == 3


def test_what_has_gone_on_since_some_year_is_no_occurrence_of_that_year():
    told = story("wire", "A bomb hit Dunmarrow. The ministry blamed the Front, which has fought the state since 2009.")
    since = Filler(Role.TIME, "2009", start=date(2009, 1, 1), end=date(2009, 12, 31))
    claims = [tells(told, "hit", DUNMARROW), tells(told, "fought", since)]
    assert parted(told, *claims) == [{"hit"}]


def test_a_text_that_begins_with_a_later_deed_of_its_own_tells_the_older_one_again():
    told = story("road", "A bomb hit a convoy on Friday. Days before gunmen attacked a market and killed 14 there.")
    older = [tells(told, "attacked", on(TUESDAY)), tells(told, "killed", on(TUESDAY))]
    bomb = tells(told, "hit", on(date(2023, 3, 20)), mode="explosives")
    assert parted(told, bomb, *older) == [{"hit"}, {"attacked", "killed"}]
    bare = replace(bomb, mode=None)
    assert parted(told, bare, *older) == [{"hit", "attacked", "killed"}]


def deeds(told: Story) -> list[EventClaim]:
    """The claims of a list: a raid, a jailbreak and a blast, each at a place that no list of places has."""
    raid = tells(told, "raid", Filler(Role.RECIPIENT, "Orsa"))
    escape = tells(told, "jailbreak", Filler(Role.RECIPIENT, "Quellin"))
    blast = tells(told, "blast", Filler(Role.RECIPIENT, "Tarn market"))
    return [raid, escape, blast]


def test_deeds_named_one_after_another_are_so_many_occurrences():
    told = story("blog", "They fight on. They did some: the Orsa raid, Quellin jailbreak and Tarn market blast.")
    main, *others = parted(told, tells(told, "fight"), *deeds(told))
    assert main == {"fight"}
    assert {frozenset(one) for one in others} == {frozenset({word}) for word in ("raid", "jailbreak", "blast")}


def test_deeds_told_with_words_between_them_stay_together():
    told = story("wire", "They fight on. The Orsa raid began it, Quellin jailbreak came of it, then Tarn market blast.")
    assert parted(told, tells(told, "fight"), *deeds(told)) == [{"fight", "raid", "jailbreak", "blast"}]


def test_a_list_of_what_was_done_to_one_place_is_one_occurrence():
    told = story("wire", "They fight on. They tell of the Orsa raid, the Orsa jailbreak and Orsa blast.")
    at = Filler(Role.RECIPIENT, "Orsa")
    claims = [tells(told, "fight"), *(tells(told, word, at) for word in ("raid", "jailbreak", "blast"))]
    assert parted(told, *claims) == [{"fight", "raid", "jailbreak", "blast"}]


def test_a_protest_that_was_fired_at_is_one_occurrence_and_a_strike_over_it_another():
    told = story(
        "march",
        "Police fired on people marching in Dunmarrow on Tuesday. A strike over the killing shut Dunmarrow.",
        date(2023, 3, 18),
    )
    claims = [
        tells(told, "fired", deaths(6), mode="firearms"),
        tells(told, "marching", DUNMARROW, on(TUESDAY), sort="PROTEST", mode="demo"),
        tells(told, "strike", DUNMARROW, on(date(2023, 3, 17)), sort="PROTEST", mode="strike"),
        tells(told, "killing", on(TUESDAY)),
    ]
    main, strike = units(told, claims)
    assert parted(told, *claims) == [{"fired", "marching", "killing"}, {"strike"}]
    assert (set(main.days), set(strike.days)) == ({TUESDAY.toordinal()}, {date(2023, 3, 17).toordinal()})


def test_the_day_before_is_another_occurrence_where_it_has_dead_and_a_place_of_its_own():
    told = story("truce", "Two guards were shot near Tarn Hollow on Tuesday. On Sunday a shell killed three in Orsa.")
    sunday, village = on(date(2023, 3, 12)), Filler(Role.PLACE, "Orsa")
    shot, killed = tells(told, "shot", on(TUESDAY), deaths(2)), tells(told, "killed", sunday, village, deaths(3))
    assert parted(told, shot, killed) == [{"shot"}, {"killed"}]
    same = tells(told, "killed", sunday, village)
    assert parted(told, shot, same) == [{"shot", "killed"}]
