"""What correspondents' dispatches were read wrongly: who was caught, who set off what, who is told of, and by whom."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


@pytest.mark.parametrize(
    "text",
    [
        "The two men were captured by the police in Velm.",
        "Soldiers captured at least three gunmen near Orsa.",
        "Norland's forces have captured a top leader of the Front.",
    ],
)
def test_people_who_are_captured_are_held_and_not_taken_like_a_town(text: str) -> None:
    assert (event_at(text, "captured").type, event_at(text, "captured").mode) == ("COERCE", "arrest")


def test_rebels_who_capture_a_place_take_it() -> None:
    assert event_at("Rebels captured the Tarn roundabout on Monday.", "captured").type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        ("Militants detonated another bomb as an army patrol passed.", "ASSAULT", "Militants"),
        ("Gunmen detonated a landmine under a bus.", "ASSAULT", "Gunmen"),
        ("Police detonated two improvised explosives that were found on Monday.", "MOBILIZE", "Police"),
        ("Bomb experts detonated a car bomb outside the town.", "MOBILIZE", "Bomb experts"),
    ],
)
def test_who_sets_off_a_bomb_says_whether_it_is_an_attack(text: str, kind: str, doer: str) -> None:
    found = event_at(text, "detonated")
    assert (found.type, fillers(text, found, Role.ACTOR)) == (kind, [doer])


def test_a_lorry_that_sets_off_a_mine_is_hit_by_it() -> None:
    text = "A lorry detonated a landmine near Orsa."
    found = event_at(text, "detonated")
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == ([], ["A lorry"])


@pytest.mark.parametrize(
    "text",
    [
        "The Islamic State of Iraq and al-Sham entered the talks.",
        "The Islamic State of Iraq and Al-Sham (ISIS) entered the talks.",
    ],
)
def test_a_listed_name_with_and_in_it_is_one_doer(text: str) -> None:
    words = [annotated(text).document.quote(m.spans) for m in annotated(text).mentions]
    assert not any(one.lower().startswith("al-sham") for one in words)


@pytest.mark.parametrize("word", ["counter-offensive", "counter-attack"])
def test_a_deed_with_a_hyphen_is_one_word(word: str) -> None:
    text = f"The rebels launched a {word} in northern Orsa."
    assert (event_at(text, word).type, fillers(text, event_at(text, word), Role.ACTOR)) == ("ASSAULT", ["The rebels"])
    assert speeches(text) == []


def test_whoever_was_killed_where_two_sides_fought_was_killed_by_either() -> None:
    text = "A soldier and a clerk were killed when army troops clashed with gunmen at a mill."
    assert fillers(text, event_at(text, "killed"), Role.ACTOR) == []
    other = "Ten rebels were killed when soldiers attacked their camp."
    assert fillers(other, event_at(other, "killed"), Role.ACTOR) == ["soldiers"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Norland's forces have captured a leader of the Front, said by the army to have killed nine clerks.",
            "the army",
            "a leader of the Front to have killed nine clerks",
        ),
        (
            "Police arrested a man believed by investigators to have shot the mayor.",
            "investigators",
            "a man to have shot the mayor",
        ),
        ("The man, said by police to have killed two clerks, fled.", "police", "The man to have killed two clerks"),
    ],
)
def test_whoever_is_told_of_behind_his_name_did_it_on_the_word_of_whom_by_names(
    text: str, source: str, content: str
) -> None:
    said = annotated(text).attributions[0]
    quote = annotated(text).document.quote
    assert quote(said.source) == source
    assert quote(said.content).replace(" … ", " ").replace("…", " ").split() == content.split()
    deed = next(c for c in events(text) if c.type == "ASSAULT")
    assert fillers(text, deed, Role.ACTOR)[0] in content
    assert said.id in deed.attributions


def test_the_dead_do_not_tell_of_it() -> None:
    text = "A spokesman said the prisoners were killed by rebels, and officials said they were killed by guards."
    last = [c for c in events(text) if annotated(text).document.quote(c.anchor) == "killed"][-1]
    assert fillers(text, last, Role.RECIPIENT) == ["the prisoners"]


def test_nobody_forces_himself_to_leave_where_others_are_named() -> None:
    text = "The army will be able to expel the rebels and force them to surrender."
    assert fillers(text, event_at(text, "surrender"), Role.ACTOR) == ["the rebels"]


def test_not_being_allowed_to_give_information_is_no_event() -> None:
    text = "The doctors, who were not authorized to give out details, said 12 people were wounded."
    assert [c.type for c in events(text)] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A mill worker, 44, was shot on Monday by two gunmen during a visit to a family in Orsa.", "shot"),
        ("Some 80 millers marched in Oslo on Friday.", "marched"),
        ("A day after a rally in Lisbon the drivers went home.", "rally"),
    ],
)
def test_where_it_happened_and_who_was_visited_is_not_whom_it_was_done_to(text: str, word: str) -> None:
    assert {"a family in Orsa", "Oslo", "Lisbon"}.isdisjoint(fillers(text, event_at(text, word), Role.RECIPIENT))


def test_soldiers_on_patrol_do_not_protest() -> None:
    text = "On Tuesday, truckloads of guards and soldiers patrolled the streets of Velm."
    assert event_at(text, "patrolled").type == "MOBILIZE"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Besides burning the mill, the rebels killed two men.", "burning"),
        ("In addition to burning the mill, the rebels killed two men.", "burning"),
        ("Apart from burning the mill, the rebels killed two men.", "burning"),
    ],
)
def test_what_was_done_besides_was_done_and_to_somebody(text: str, word: str) -> None:
    found = event_at(text, word)
    assert [item.value.value for item in found.certainty] == ["CT+"]
    assert fillers(text, found, Role.RECIPIENT) == ["the mill"]


@pytest.mark.parametrize(
    "text",
    [
        "An air strike killed fighters of the government instead of the militants.",
        "An air strike killed fighters of the government rather than the militants.",
    ],
)
def test_whoever_was_spared_instead_was_not_hit(text: str) -> None:
    assert "the militants" not in fillers(text, event_at(text, "killed"), Role.RECIPIENT)


def test_the_dead_of_a_bomb_are_not_its_injured() -> None:
    text = "A car bomb detonated Sunday in the city of Orsa leaving at least six people dead and 20 injured."
    hurt = event_at(text, "injured")
    assert (fillers(text, hurt, Role.RECIPIENT), fillers(text, hurt, Role.INJURIES)) == (["20"], ["20"])


@pytest.mark.parametrize(
    "text",
    [
        "Ten clerks were killed and 20 others were wounded in Orsa on Monday.",
        "Ten clerks were killed on Monday and 20 others were wounded in Orsa.",
    ],
)
def test_both_halves_of_a_toll_have_its_day(text: str) -> None:
    assert [fillers(text, event_at(text, word), Role.TIME) for word in ("killed", "wounded")] == [["Monday"]] * 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ros Varl was shot at about 11 p.m. (1700 GMT) and died.", []),
        ("A bomb went off at 1015 GMT in the square.", []),
        ("The mill of Orsa was burned down in 1712.", ["1712"]),
    ],
)
def test_an_hour_is_no_year_and_nobody(text: str, found: list[str]) -> None:
    deed = next(c for c in events(text) if c.type == "ASSAULT")
    assert fillers(text, deed, Role.TIME) == found
    assert not any("GMT" in one for one in fillers(text, deed, Role.RECIPIENT))


def test_the_offensive_of_a_division_is_not_its_backers() -> None:
    text = "The army's 4th Division, backed by the Dawn Brigade, launched their offensive on Sunday."
    assert fillers(text, event_at(text, "offensive"), Role.ACTOR) == ["The army's 4th Division"]


def test_what_a_car_is_filled_with_is_no_second_blast() -> None:
    text = "A booby trapped car bomb exploded in the square."
    assert [annotated(text).document.quote(c.anchor) for c in events(text)] == ["exploded"]


def test_an_unknown_name_behind_its_article_is_a_doer() -> None:
    text = "With sorties being carried out throughout the day, the SyAAF struck numerous rebel positions."
    assert fillers(text, event_at(text, "struck"), Role.ACTOR) == ["SyAAF"]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Germany captured both towns in 1940.", "captured", "Government regains territory"),
    ],
)
def test_a_state_is_no_non_state_actor(text: str, word: str, kind: str) -> None:
    assert event_at(text, word).subtype == kind


def test_rebels_who_are_beaten_back_are_not_beaten() -> None:
    text = "The army beat back the rebels near Orsa."
    found = event_at(text, "beat")
    assert (found.mode, fillers(text, found, Role.RECIPIENT)) == (None, ["the rebels"])


def test_a_patrol_that_passes_attacks_nobody_and_refugees_hold_no_base() -> None:
    text = "A bomb went off when a patrol passed through the al-Ain refugee camp in Orsa."
    assert [c.why.split(",")[0] for c in events(text)] == ["blow up"]
    assert "OPERATES_IN" not in {c.type for c in annotated(text).claims}


def test_the_streets_are_not_whom_a_protest_is_against() -> None:
    text = "They took to the streets of Orsa on Monday."
    assert fillers(text, event_at(text, "took"), Role.RECIPIENT) == []


@pytest.mark.parametrize(
    ("text", "blamer", "deed"),
    [
        ("A car bomb killed 35 people in an attack authorities blamed on the Front.", "authorities", "attack"),
        ("Nine died in a bombing police blamed on the Front.", "police", "bombing"),
    ],
)
def test_a_deed_that_somebody_blamed_on_others_is_blamed_by_him(text: str, blamer: str, deed: str) -> None:
    assert [(source, act) for source, act, _ in speeches(text)] == [(blamer, "accuse")]
    assert fillers(text, event_at(text, deed), Role.ACTOR) == ["Front"]
    assert event_at(text, deed).attributions


def test_others_wounded_beside_one_who_was_killed_wounded_nobody() -> None:
    text = "A clerk was killed and four others wounded when a taxi they were riding in hit a roadside bomb."
    hurt = event_at(text, "wounded")
    assert (fillers(text, hurt, Role.ACTOR), fillers(text, hurt, Role.RECIPIENT)) == ([], ["four others"])


def test_a_shelling_by_somebody_is_his() -> None:
    text = "Shelling by government forces killed 15 people in Orsa."
    for word in ("Shelling", "killed"):
        found = event_at(text, word)
        assert fillers(text, found, Role.ACTOR) == ["government forces"]
        assert [item.value.value for item in found.certainty] == ["CT+"]


def test_whoever_is_killed_on_charges_is_killed() -> None:
    assert event_at("The fourth was killed on charges of spying for the rebels.", "killed").type == "ASSAULT"


def test_a_state_that_sets_off_a_nuclear_device_attacks_nobody() -> None:
    text = "Norland detonated five nuclear devices in the Velm area on Thursday."
    assert [c.type for c in events(text)] == ["MOBILIZE"]


def test_whoever_tells_behind_a_list_is_no_victim() -> None:
    text = "Rebels attacked three villages, killing at least 50 people, residents and security officials said."
    assert fillers(text, event_at(text, "killing"), Role.RECIPIENT) == ["at least 50 people"]
    assert [source for source, _, _ in speeches(text)] == ["residents and security officials"]


def test_a_name_with_an_article_is_one() -> None:
    text = "A security official said that al-Orsi was injured during the raid."
    assert fillers(text, event_at(text, "injured"), Role.RECIPIENT) == ["al-Orsi"]


@pytest.mark.parametrize(
    "text",
    [
        "The commander, who is wanted by the government of Norland, fled.",
        "The next day, warplanes retaliated with heavily bombing the town.",
    ],
)
def test_neither_a_hunt_nor_a_reprisal_is_said(text: str) -> None:
    assert speeches(text) == []


def test_a_suspected_rebel_is_not_blamed_for_the_deed_told_before() -> None:
    text = "The fighting began a day after a suspected rebel blew himself up in a mill, killing 11 people."
    assert speeches(text) == []
    assert "suspected" not in {annotated(text).document.quote(c.anchor) for c in events(text)}


def test_whoever_fled_did_not_kill_those_who_were_killed() -> None:
    text = "Thousands of villagers have fled; hundreds were killed and thousands more have been taken into captivity."
    assert fillers(text, event_at(text, "killed"), Role.ACTOR) == []
    taken = event_at(text, "taken")
    assert (taken.mode, fillers(text, taken, Role.RECIPIENT)) == ("abduct", ["thousands more"])


def test_most_of_a_country_is_taken_as_a_town_is() -> None:
    text = "The general's force has captured almost all of northern Germany."
    assert event_at(text, "captured").type == "ASSAULT"


def test_a_protest_in_a_city_is_not_against_it() -> None:
    text = "Some 300 weavers demonstrated in this Polish city on Friday against the levy."
    assert "this Polish city" not in fillers(text, event_at(text, "demonstrated"), Role.RECIPIENT)


def test_a_person_who_is_recognized_is_no_state() -> None:
    text = "Villagers seized the commander after recognizing him from a photograph."
    assert "SUPPORT" not in [c.type for c in events(text)]


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("The Front killed eight clerks on charges of collaborating with the army.", "collaborating", "eight clerks"),
        ("Police arrested three men on suspicion of helping the rebels.", "helping", "three men"),
    ],
)
def test_whoever_is_held_on_a_charge_is_charged_with_it(text: str, word: str, doer: str) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == [doer]


def test_the_arrest_by_somebody_of_another_is_of_that_one() -> None:
    text = "They protested the arrest by Kirelian troops of student Ola Dudar."
    found = event_at(text, "arrest")
    assert fillers(text, found, Role.RECIPIENT) == ["Ola Dudar"]
    assert "Dudar" not in " ".join(fillers(text, found, Role.ACTOR))


def test_a_distance_is_no_toll() -> None:
    text = "The army shot and killed two rebels in Velm, 90 kilometers (56 miles) west of Orsa."
    for word in ("shot", "killed"):
        assert fillers(text, event_at(text, word), Role.DEATHS) == ["two"]


def test_whoever_is_captured_on_film_is_not_arrested() -> None:
    text = "Soldiers were captured on film burning the bodies of rebels last year."
    assert "COERCE" not in [c.type for c in events(text)]


def test_personnel_who_patrol_say_nothing() -> None:
    assert speeches("Orsa Rifles personnel were patrolling the town.") == []


def test_a_shot_is_no_weapon_that_was_found() -> None:
    text = "Ros Varl was shot by two men on a motorcycle as he left a gym on the outskirts of Velm."
    assert event_at(text, "shot").subtype == "Attack"


def test_a_bomb_in_a_suburb_is_not_against_the_suburb() -> None:
    text = "The group detonated a car bomb in Gharz, a suburb of Orsa."
    assert fillers(text, event_at(text, "detonated"), Role.RECIPIENT) == []


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("In 2031, the Velan embassy in Orsa was bombed, killing 29.", []),
        ("The convoy was ambushed by gunmen, killing four guards.", ["gunmen"]),
        ("The town hall was hit by shells, wounding two clerks.", []),
    ],
)
def test_what_was_struck_kills_nobody(text: str, doers: list[str]) -> None:
    harm = event_at(text, "killing" if "killing" in text else "wounding")
    assert fillers(text, harm, Role.ACTOR) == doers


@pytest.mark.parametrize(
    ("text", "word", "struck"),
    [
        ("Dahl was arrested with two other men on Monday.", "arrested", ["Dahl", "two other men"]),
        ("The mayor was killed along with his driver.", "killed", ["The mayor", "his driver"]),
        ("The mayor was killed with a knife by a neighbour.", "killed", ["The mayor"]),
    ],
)
def test_what_is_done_to_somebody_with_others_is_done_to_all(text: str, word: str, struck: list[str]) -> None:
    assert fillers(text, event_at(text, word), Role.RECIPIENT) == struck


def test_whom_somebody_is_captured_with_captured_nobody() -> None:
    text = "Hamdi Osk was captured with fighters of the Dawn militia after an uprising in the town of Velm-e-Tarn."
    assert fillers(text, event_at(text, "captured"), Role.ACTOR) == []


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("Nine were hurt in Kirelian and Norlandian air raids.", "air", ["Kirelian", "Norlandian"]),
        ("Nine were hurt in the rebel-led attack on Thursday.", "attack", ["rebel"]),
        ("Their jeep was struck with a rocket by EUF fighters.", "struck", ["EUF"]),
        ("Nine men died as their jeeps was targeted with a rocket by EUF fighters.", "targeted", ["EUF"]),
    ],
)
def test_who_did_it_stands_in_front_or_behind_the_weapon(text: str, word: str, doers: list[str]) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == doers


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He had been trained in street fighting.", "fighting"),
        ("Nine were hurt when the Orsa clashes began.", "clashes"),
    ],
)
def test_where_two_sides_fought_is_neither_of_them(text: str, word: str) -> None:
    found = event_at(text, word)
    assert fillers(text, found, Role.ACTOR) + fillers(text, found, Role.RECIPIENT) == []


def test_land_is_taken_from_somebody_and_not_there() -> None:
    text = "Norland captured the eastern ridge of the valley from Kirelia in the war of 2031."
    assert "Kirelia" not in fillers(text, event_at(text, "captured"), Role.PLACE)


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds marched in downtown Athens Thursday to protest the vote.",
        "Crowds rallied in downtown Rome Saturday.",
    ],
)
def test_a_day_behind_a_town_is_no_part_of_it(text: str) -> None:
    march = event_at(text, "marched" if "marched" in text else "rallied")
    day = "Thursday" if "Thursday" in text else "Saturday"
    assert fillers(text, march, Role.TIME) == [day]
    assert not [f for f in fillers(text, march, Role.RECIPIENT) if day in f]


def test_a_day_before_a_name_is_no_part_of_it() -> None:
    text = "On 5 May Trần Osk rose to condemn the guards."
    assert fillers(text, event_at(text, "condemn"), Role.ACTOR) == ["Trần Osk"]


def test_a_town_whose_name_goes_on_behind_hyphens_is_one() -> None:
    text = "A bomb exploded in Mazar-e-Sharif on Monday."
    assert fillers(text, event_at(text, "exploded"), Role.PLACE) == ["Mazār-e Sharīf"]


@pytest.mark.parametrize(
    ("text", "word", "hurt"),
    [
        ("A bomb went off, killing four men and wounding three more.", "wounding", ["three"]),
        ("Two guards were killed and 12 others hurt in car bomb attacks in Velm.", "attacks", ["12"]),
    ],
)
def test_how_many_more_were_hurt(text: str, word: str, hurt: list[str]) -> None:
    assert fillers(text, event_at(text, word), Role.INJURIES) == hurt


@pytest.mark.parametrize(
    "text",
    [
        "The price of scarce water shot up by more than 500 percent.",
        "The shopkeepers have barricaded themselves in.",
        "He fled in a jailbreak in the city of Velm, where the Dawn Front was founded.",
    ],
)
def test_what_rises_or_shuts_itself_in_harms_nobody(text: str) -> None:
    assert not [e for e in events(text) if e.type in ("ASSAULT", "COERCE")]


def test_a_body_with_without_in_its_name_says_what_it_says() -> None:
    ((_, act, _),) = speeches('"The wards are full," Surgeons Without Borders said.')
    assert act == "assert"


def test_what_fighters_aim_at_is_nothing_they_say() -> None:
    text = "The Dawn Front launched an offensive in Velm, targeting the army's positions with over 300 armed men."
    assert speeches(text) == []


def test_who_keeps_a_place_blew_nothing_up() -> None:
    text = "A car bomb detonated Wednesday at a checkpoint manned by soldiers outside Velm, a channel reported."
    assert fillers(text, event_at(text, "detonated"), Role.ACTOR) == []


def test_what_somebody_is_held_to_have_done_is_no_word_of_his() -> None:
    assert speeches("Osk, believed to be the mastermind of the bombing, fled.") == []


def test_a_few_words_quoted_make_no_speech_of_a_deed() -> None:
    assert speeches('The gunmen reportedly rounded up residents of a small "hamlet before shooting them".') == []


def test_whoever_is_behind_a_deed_is_not_its_victim() -> None:
    text = (
        "Om Relk, a leader of the front and alleged mastermind of the two attacks, was captured by police in Velm."
    )
    assert fillers(text, event_at(text, "attacks"), Role.RECIPIENT) == []


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "On Monday evening in the Orsa Governorate, the Orland Army’s 137th Artillery Brigade raided a depot.",
            ["the Orland Army’s 137th Artillery Brigade"],
        ),
        ("On Friday in the hills of Velm, the Dawn Front raided a depot.", ["Dawn Front"]),
        ("Velm Dawn (a splinter group), backed by smugglers, raided a depot.", ["Velm Dawn"]),
    ],
)
def test_who_acts_behind_a_place_or_before_a_bracket(text: str, doers: list[str]) -> None:
    assert fillers(text, event_at(text, "raided"), Role.ACTOR) == doers


def test_who_set_a_bomb_off_holds_no_country() -> None:
    text = (
        "The bomb was set off by guerrillas when a jeep was passing the town of Tarn, in Kirelian occupied Norland."
    )
    assert fillers(text, event_at(text, "set"), Role.ACTOR) == ["guerrillas"]
    assert not [e for e in events(text) if e.type == "ASSAULT" and e.subtype and "territory" in e.subtype]


def test_a_day_between_an_auxiliary_and_its_verb_says_when() -> None:
    text = "A village head in Velm was on Saturday night killed by gunmen who stormed his house."
    found = event_at(text, "killed")
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.TIME)) == (["gunmen"], ["Saturday night"])


def test_an_assault_has_its_doers_behind_it() -> None:
    text = "They fled when the militia collapsed under heavy air assault by the Kirelian Air Force."
    assert fillers(text, event_at(text, "air"), Role.ACTOR) == ["Kirelian Air Force"]


def test_the_second_of_two_sides_is_no_part_of_the_first() -> None:
    text = "Police quelled clashes between members of the mayor's clan and other groups."
    found = event_at(text, "clashes")
    assert fillers(text, found, Role.ACTOR) == ["members of the mayor's clan"]
    assert fillers(text, found, Role.RECIPIENT) == ["other groups"]


def test_the_hurt_are_named_without_the_reason() -> None:
    text = "At least 20 were killed and about 45 others injured on Saturday in Velm, north of Orsa, due to shelling."
    assert fillers(text, event_at(text, "injured"), Role.RECIPIENT) == ["about 45 others"]


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers were patrolling in the Velm district when the bomb exploded.",
        "Two guards were sleeping when a grenade went off.",
        "The bomb killed nine, the agency quoted a doctor as saying.",
    ],
)
def test_who_was_there_or_tells_of_it_has_not_done_it(text: str) -> None:
    assert not [f for e in events(text) if e.type == "ASSAULT" for f in fillers(text, e, Role.ACTOR)]


def test_who_is_quoted_as_saying_it_says_it() -> None:
    assert speeches("The bomb killed nine, the agency quoted a doctor as saying.") == [
        ("a doctor", "assert", "The bomb killed nine")
    ]


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("Nine had wounds when some men believed to be members of a cult attacked a mill.", "attacked", ["some men"]),
        ("The army launched a raid against the rebels of Orsa targeting the town of Velm.", "targeting", ["The army"]),
    ],
)
def test_what_is_held_of_somebody_hangs_on_him(text: str, word: str, doers: list[str]) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == doers


def test_a_jail_believed_to_hold_people_makes_no_hostage_takers() -> None:
    text = "The group was marching to the jail in Velm believed to hold hundreds of clerks."
    assert not [e for e in events(text) if "hold" in annotated(text).document.quote(e.anchor)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An Orland Air F-9 Falcon was shot down over the bay.", "ASSAULT"),
        ("They captured Dan Johnson, a reporter.", "COERCE"),
        ("The toll of a battle between two clans in Velm has risen to nine killed.", "ASSAULT"),
    ],
)
def test_what_is_done_by_force_is_told_as_that(text: str, kind: str) -> None:
    assert kind in {e.type for e in events(text)}


@pytest.mark.parametrize(
    "text",
    ["Kirelian and allied Norlandian forces left the valley.", "Norland wants to take the issue to a court in Velm."],
)
def test_words_that_only_describe_are_no_events(text: str) -> None:
    assert not [e for e in events(text) if annotated(text).document.quote(e.anchor) in ("allied", "take … issue")]


def test_a_deed_is_blamed_on_somebody_and_not_those_it_killed() -> None:
    text = "Nine people were shot dead in an overnight raid in Velm, blamed on the Dawn Front, a security source said."
    assert fillers(text, event_at(text, "shot"), Role.ACTOR) == ["Dawn Front"]
    assert not [f for e in events(text) if e.type == "ACCUSE" for f in fillers(text, e, Role.RECIPIENT)]
    assert "a security source" in {source for source, _, _ in speeches(text)}


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("The rebels lost it after army units backing the guards attacked their posts.", "attacked", ["army units"]),
        ("The Dawn Front launched a powerful assault west of the base on Thursday.", "assault", ["Dawn Front"]),
        ("Another bomb was detonated when a military convoy travelled north of Velm.", "detonated", []),
        ("One of the men, Ramzi Osk, was captured in a raid in Velm on 11 May.", "raid", []),
    ],
)
def test_who_did_it_and_who_was_only_near(text: str, word: str, doers: list[str]) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == doers


def test_how_it_looks_is_nobodys_word() -> None:
    assert speeches("It seems the woman was murdered a couple of days ago.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Osk, who was to be tried, was captured by army troops as a suspected fighter in Velm.", "COERCE"),
        ("The militia has captured a series of towns in the south.", "ASSAULT"),
    ],
)
def test_people_are_held_and_towns_are_taken(text: str, kind: str) -> None:
    assert event_at(text, "captured").type == kind


@pytest.mark.parametrize(
    "text",
    [
        "The militia began its assault by storming the army’s defences at the northern hills.",
        "The army launched an assault west of Velm on Thursday, targeting the front’s defences at a village.",
    ],
)
def test_storming_something_says_nothing(text: str) -> None:
    assert speeches(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The town's records were kept by Osk Varl, a clerk who was fired from his job in 2011 over the raids.",
        "The editor was fired from the paper for writing about the air strikes.",
        'Right now she is shooting "Grain and Honour," a story about a family of millers.',
        'He shot "The Last Mill" in Velm.',
        "A cabin crew from Orland captured the mood.",
    ],
)
def test_words_of_violence_that_tell_of_a_job_a_film_or_a_mood(text: str) -> None:
    words = {annotated(text).document.quote(e.anchor) for e in events(text)}
    assert not words & {"fired", "shooting", "shot", "captured"}


@pytest.mark.parametrize(
    ("text", "word", "doers", "recipients"),
    [
        ("The banks of the town are receiving extra police protection.", "receiving", [], ["The banks of the town"]),
        ("The town received food aid from the council.", "received", ["the council"], ["The town"]),
        ("Rebels captured a large cache of weapons from the army.", "captured", ["Rebels"], ["the army"]),
    ],
)
def test_who_gets_something_and_from_whom(text: str, word: str, doers: list[str], recipients: list[str]) -> None:
    found = event_at(text, word)
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == (doers, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "The Kirelian Air Force continued their bombing campaign over the northern Velm countryside on Tuesday night.",
        "The army began tonight, targeting the Dawn Front controlled districts of Sakra, Hanno, and Tarn.",
        "Osk, believed to be the mastermind of the raid, fled.",
        "Osk, thought to have led the raid, was seen in Velm.",
        "Army forces responded by launching airstrikes on the Front's positions in Velm.",
    ],
)
def test_what_is_done_or_held_of_somebody_is_no_word_of_his(text: str) -> None:
    assert speeches(text) == []


@pytest.mark.parametrize("held", ["believed", "thought"])
def test_what_somebody_is_held_to_have_done_is_not_certain(held: str) -> None:
    text = f"Osk, {held} to have led the raid, was seen in Velm."
    raid = event_at(text, "raid")
    assert fillers(text, raid, Role.ACTOR) == ["Osk"]
    assert Certainty.CT_PLUS not in {c.value for c in raid.certainty}


def test_whoever_is_taken_between_two_lands_is_no_land() -> None:
    text = (
        "Kirelian boats surrounded and then captured nine sailors and one officer in the Tarn al-Velm waterway between "
        "Norland and Orland, whose border has long been disputed."
    )
    assert "Orland" not in fillers(text, event_at(text, "captured"), Role.RECIPIENT)


@pytest.mark.parametrize(
    "text",
    [
        "Another two guards were killed and one injured when rebels fired rockets at their convoy.",
        "Two guards were killed and one injured.",
        "Nine people died and one was injured in the blast.",
    ],
)
def test_one_more_who_was_hurt_is_counted(text: str) -> None:
    record, found = annotated(text), event_at(text, "injured")
    tolls = [record.mention(a.mention).low for a in found.arguments if a.role is Role.INJURIES]
    assert (fillers(text, found, Role.RECIPIENT), tolls) == (["one"], [1])


@pytest.mark.parametrize(
    ("text", "kind", "struck"),
    [
        ("Hamdi, 21, was captured in Orland in November after a prison uprising.", "COERCE", "Hamdi"),
        ("Rebel forces have captured more than a third of Orland.", "ASSAULT", "more than a third of Orland"),
        ("Kirelia captured the Tarn Heights from Orland in the 1967 war.", "ASSAULT", "Tarn Heights"),
    ],
)
def test_who_and_what_is_captured(text: str, kind: str, struck: str) -> None:
    found = event_at(text, "captured")
    assert (found.type, fillers(text, found, Role.RECIPIENT)) == (kind, [struck])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Governor's convoy attacked while visiting, though he escaped", "attacked"),
        ("Army convoy ambushed near Velm", "ambushed"),
        ("Church attacked near Velm on Sunday", "attacked"),
    ],
)
def test_what_a_headline_says_was_attacked_attacks_nobody(text: str, word: str) -> None:
    found = event_at(text, word)
    assert fillers(text, found, Role.ACTOR) == []
    assert len(fillers(text, found, Role.RECIPIENT)) == 1


def test_a_hospital_that_receives_bodies_is_visited_by_nobody() -> None:
    text = "A Velm hospital said it had received the bodies of two men shot by troops in the Orsa area."
    assert [e.type for e in events(text)] == ["ASSAULT"]


def test_a_day_before_a_people_is_no_part_of_its_name() -> None:
    text = "Sources state that on 16 May Kirelian aircraft returned to their bases after attacking targets in Velm."
    found = event_at(text, "attacking")
    assert fillers(text, found, Role.INSTRUMENT) == ["Kirelian aircraft"]


def test_whom_a_deed_embarrasses_was_not_wounded() -> None:
    text = (
        "Front militants shot and wounded a clerk near the main crossing on Monday, severely embarrassing the "
        "Orlanders' new government."
    )
    assert fillers(text, event_at(text, "wounded"), Role.RECIPIENT) == ["a clerk"]


def test_a_pro_government_gunship_is_not_the_governments() -> None:
    text = "The pro-regime helicopter gunships bombed the village."
    found = event_at(text, "bombed")
    assert fillers(text, found, Role.ACTOR) == []
    assert fillers(text, found, Role.INSTRUMENT) == ["The pro-regime helicopter gunships"]


def test_a_suicide_bombing_has_no_suicide_for_a_weapon() -> None:
    text = "At least nine people were killed and four injured in a suicide bombing by a Front jihadist in Velm."
    assert not [e for e in events(text) if "suicide" in fillers(text, e, Role.INSTRUMENT)]


def test_whoever_falls_in_his_own_offensive_is_not_his_killer() -> None:
    text = "Over 100 fighters from the Dawn Front were killed during their largest offensive this year."
    found = event_at(text, "killed")
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == ([], ["Dawn Front"])


def test_an_envoy_who_shoots_back_shoots_nobody() -> None:
    assert not [e for e in events("Kirelia's chief envoy shot back, according to an official.") if e.type == "ASSAULT"]
    assert event_at("The soldiers shot back.", "shot").type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mill was burned in May but is now guarded by soldiers.", "burned"),
        ("The Tarn Farms were captured from Orland in 1967 but are now claimed by Norland.", "captured"),
    ],
)
def test_whoever_does_the_next_thing_has_not_done_the_first(text: str, word: str) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == []


def test_raids_that_killed_people_are_not_the_dead() -> None:
    text = "Five raids killed at least 16 people and injured dozens more when bombs hit residential areas in Velm."
    record, found = annotated(text), event_at(text, "killed")
    tolls = [record.mention(a.mention).low for a in found.arguments if a.role is Role.DEATHS]
    assert (fillers(text, found, Role.RECIPIENT), tolls) == (["at least 16 people"], [16])


def test_who_shot_and_killed_is_no_shot() -> None:
    text = "In the Feb. 25 massacre, a masked settler shot and killed 29 worshipers in the Orland town of Velm."
    for word in ("shot", "killed"):
        assert fillers(text, event_at(text, word), Role.ACTOR) == ["a masked settler"]


def test_a_deed_told_with_its_doer_beside_another_keeps_both_sides() -> None:
    text = "Retired workers demonstrated for a second day, with police detaining several journalists."
    found = event_at(text, "detaining")
    sides = fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)
    assert sides == (["police"], ["several journalists"])


def test_where_an_attack_was_is_no_attack() -> None:
    text = (
        "Nine were killed in two attacks by an air force plane, including one attack targeting a school on Thursday in "
        "in Um Dullu village, Um Doreen county, South Velmia."
    )
    assert not [e for e in events(text) if "Velmia" in annotated(text).document.quote(e.anchor)]


@pytest.mark.parametrize(
    "text",
    [
        "The crime drama, starring a prize winner, is shooting scenes in Velm on 14 days into early April.",
        "The Relief Agency, on Friday morning, confirmed 37 persons dead and 47 others injured in Velm.",
    ],
)
def test_who_films_or_confirms_accuses_nobody(text: str) -> None:
    assert "ACCUSE" not in {e.type for e in events(text)}


def test_heights_are_captured() -> None:
    text = "Orland captured the strategic heights from Kirelia in the 1967 war."
    (struck,) = fillers(text, event_at(text, "captured"), Role.RECIPIENT)
    assert struck.startswith("the strategic heights")


def test_whoever_is_met_by_police_does_what_they_do() -> None:
    text = "Police clashed with demonstrators trying to storm the embassy."
    assert fillers(text, event_at(text, "storm"), Role.ACTOR) == ["demonstrators"]


def test_who_shows_marchers_does_not_march() -> None:
    text = (
        "Velmska.tv posted video online Tuesday of a group of female protesters, chanting in the square and marching "
        "up to a line of officers."
    )
    for word in ("chanting", "marching"):
        assert fillers(text, event_at(text, word), Role.ACTOR) == ["a group of female protesters"]


def test_whoever_takes_up_a_case_arrests_nobody() -> None:
    text = "Six weeks later, Mr. Dahl was arrested, but only after civil rights leaders championed the case."
    assert fillers(text, event_at(text, "arrested"), Role.ACTOR) == []


def test_whom_an_aside_names_is_no_party_of_the_deed() -> None:
    text = "The translator who identified Osk Varl when he was captured has registered to vote in the Jan. 30 election."
    assert not [e for e in events(text) if e.type == "SUPPORT" and fillers(text, e, Role.RECIPIENT)]


def test_whoever_is_captured_is_not_who_his_group_attacked() -> None:
    text = (
        "Guards captured Osk Varl, a close aide to the leader and a leader of a group that has claimed responsibility "
        "for dozens of attacks against Orland."
    )
    assert "Osk Varl" not in fillers(text, event_at(text, "attacks"), Role.RECIPIENT)
