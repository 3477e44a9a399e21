"""What further dispatches were read wrongly: datelines, who stands by, who is struck for what, whose word it is."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("KARACHI -- A car bomb went off near a station on Monday, killing six clerks.", "killing"),
        ("The guards fled.\n\nKHARTOUM, Sudan - A bomb went off on Monday, killing six clerks.", "killing"),
    ],
)
def test_a_dateline_does_nothing(text: str, word: str) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == []


def test_what_stands_behind_a_dateline_was_there_where_it_names_no_place_itself() -> None:
    text = "KARACHI -- A bomb killed three clerks on Monday."
    assert fillers(text, event_at(text, "killed"), Role.PLACE) == ["Karachi"]
    other = "KARACHI -- A bomb killed three clerks in Peshawar on Monday."
    assert fillers(other, event_at(other, "killed"), Role.PLACE) == ["Peshawar"]


def test_whoever_comes_to_where_it_was_done_did_not_do_it() -> None:
    text = "Medics ended the search where the car bomb destroyed a market."
    assert fillers(text, event_at(text, "destroyed"), Role.ACTOR) == []


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Orland jailed a pilot for shelling a mill.", "shelling", "pilot"),
        ("Orland shot a Kirelian pilot for shelling a mill.", "shelling", "pilot"),
        ("The guards shot a clerk for refusing to stop.", "refusing", "clerk"),
        ("The clerk was killed for refusing to stop.", "refusing", "clerk"),
    ],
)
def test_what_somebody_is_struck_for_he_did_himself(text: str, word: str, doer: str) -> None:
    (found,) = fillers(text, event_at(text, word), Role.ACTOR)
    assert found.casefold().endswith(doer)


def test_the_dead_of_a_month_are_not_those_of_one_bomb() -> None:
    text = "Rebels set off a bomb in Velm, bringing the death toll to 375 rebels and 18 guards this month alone."
    assert fillers(text, event_at(text, "set"), Role.DEATHS) == []
    other = "A bomb went off in Velm; a clerk died on Monday, bringing the death toll to nine."
    assert "nine" in fillers(other, event_at(other, "went"), Role.DEATHS)


def test_all_whom_a_fight_killed_are_told_of_behind_that() -> None:
    text = "Guards took the road after a battle that killed seven rebels and two soldiers."
    assert fillers(text, event_at(text, "killed"), Role.RECIPIENT) == ["seven rebels", "two soldiers"]


def test_a_shootout_between_people_of_two_sides_is_theirs() -> None:
    text = "Nine clerks were hurt in a shootout between supporters of two rival mayors."
    assert fillers(text, event_at(text, "shootout"), Role.ACTOR) == ["supporters of two rival mayors"]


def test_whoever_stands_behind_the_deed_in_which_people_were_hurt_did_it() -> None:
    text = "More than 40 clerks were killed and some 75 others wounded in an airstrike by the Orlandian air force."
    for word in ("killed", "wounded", "airstrike"):
        assert fillers(text, event_at(text, word), Role.ACTOR) == ["the Orlandian air force"]


def test_whoever_was_thrown_down_before_shot_dead_shot_nobody() -> None:
    text = "The film shows the soldier thrown on the ground before savagely shot dead with a rifle."
    found = event_at(text, "shot")
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == ([], ["the soldier"])


def test_atrocities_are_committed_by_whoever_commits_them() -> None:
    text = "The fleeing forces committed atrocities in the hills, said Pat Achi."
    found = event_at(text, "atrocities")
    assert (found.type, fillers(text, found, Role.ACTOR)) == ("ASSAULT", ["The fleeing forces"])


def test_a_group_called_is_kills_and_is_not_killed() -> None:
    text = "According to local sources, IS killed and imprisoned members of those tribes."
    for word in ("killed", "imprisoned"):
        found = event_at(text, word)
        assert fillers(text, found, Role.ACTOR) == ["IS"]
        assert fillers(text, found, Role.RECIPIENT) == ["members of those tribes"]


def test_whom_they_say_did_it_did_it_on_their_word() -> None:
    text = "Soldiers shot and killed a farmer they say opened fire on them near the crossing."
    found = event_at(text, "opened")
    assert fillers(text, found, Role.ACTOR) == ["a farmer"]
    assert found.certainty[0].value is Certainty.UU


def test_whom_somebody_links_to_a_string_of_deeds_is_accused_of_them() -> None:
    text = "Haim Badri, whom the council linked to a string of bombings, was killed on Thursday."
    found = event_at(text, "bombings")
    assert found.certainty[0].value is Certainty.UU
    assert ("the council", "accuse") in [(source, act) for source, act, _ in speeches(text)]


def test_let_alone_lets_nobody_in() -> None:
    text = "They kept the raiders from the mills, let alone the towns."
    assert not any(annotated(text).document.quote(c.anchor).startswith("let") for c in events(text))


@pytest.mark.parametrize(
    "text",
    [
        "They attempted to break past the first line of defence and reach the outposts.",
        "Small squads of guerrillas fanned out where the truck bombs blew apart the mills.",
        "Officers tried to disperse crowds who burned shops.",
        "The Dawn Front continued their military operations in the hills on Saturday, striking a depot.",
        "Guards patrolled the streets, a day after soldiers fired on a crowd that included farmers.",
    ],
)
def test_what_somebody_does_is_nothing_that_he_says(text: str) -> None:
    assert speeches(text) == []


def test_a_name_behind_a_date_is_who_the_next_verb_is_told_of() -> None:
    text = "Osk was held in November 2001 and Brann, a clerk who lived in Velm, was detained in Tarn in October."
    assert fillers(text, event_at(text, "detained"), Role.RECIPIENT) == ["Brann"]


@pytest.mark.parametrize("dash", ["--", " - "])
def test_what_goes_on_behind_dashes_is_done_by_whoever_did_the_first(dash: str) -> None:
    inset = f"{dash}one of them identified as a guard{dash}"
    text = f"Rebels raided Velm, killing six clerks{inset}and wounding nine others."
    assert fillers(text, event_at(text, "wounding"), Role.ACTOR) == ["Rebels"]


def test_a_bomb_that_somebody_sets_off_kills_by_his_hand() -> None:
    text = "Rebels detonated a roadside bomb killing three guards in Velm on Sunday."
    found = event_at(text, "killing")
    assert fillers(text, found, Role.ACTOR) == ["Rebels"]


def test_warships_that_patrol_a_coast_are_who_patrols_it() -> None:
    text = "Western warships are patrolling the seas off Orland."
    assert fillers(text, event_at(text, "patrolling"), Role.ACTOR) == ["Western warships"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine guards were killed in raids by the Front in Velm, in the hills, local sources reported on Tuesday.",
        "The Front killed dozens of people in Orland s hills, local sources reported on Saturday.",
    ],
)
def test_those_who_report_at_the_end_of_a_sentence_tell_all_of_it(text: str) -> None:
    assert [(source, act) for source, act, _ in speeches(text)] == [("local sources", "assert")]
    assert event_at(text, "killed").certainty[0].value is Certainty.UU


@pytest.mark.parametrize(
    "text",
    ["The rebels have captured 70 percent of Orland's territory.", "They captured a third of Orland's territory."],
)
def test_a_share_of_a_territory_is_captured_as_it_is(text: str) -> None:
    assert event_at(text, "captured").type == "ASSAULT"


def test_a_bracket_that_closes_nothing_is_no_part_of_a_name() -> None:
    text = "(AFP) Orland on Thursday shelled militia fighters in Kirelia."
    assert fillers(text, event_at(text, "shelled"), Role.ACTOR) == ["Orland"]


def test_to_march_in_support_of_somebody_says_nothing() -> None:
    text = "Students marched in Velm in support of Belo, and to mark the day of a massacre of clerks by troops."
    assert speeches(text) == []
    assert event_at(text, "massacre").certainty[0].value is Certainty.CT_PLUS


def test_what_goes_off_near_a_convoy_in_one_more_incident_hits_the_convoy() -> None:
    text = "In a separate incident, a car parked on a road in Velm, near Orsa, detonated near the convoy of a mayor."
    found = event_at(text, "detonated")
    assert fillers(text, found, Role.RECIPIENT) == ["the convoy of a mayor"]


@pytest.mark.parametrize("text", ["At least 16 other IS men were killed.", "At least 16 other rebels were killed."])
def test_sixteen_others_of_a_group_are_sixteen_dead(text: str) -> None:
    assert fillers(text, event_at(text, "killed"), Role.DEATHS) == ["At least 16"]


def test_a_bracket_that_is_not_closed_in_a_phrase_is_no_part_of_it() -> None:
    text = "At least 50 fighters of the Dawn Front (DF/DFS) were killed in Velm."
    quote = annotated(text).document.quote
    assert not any(quote(m.spans).count("(") > quote(m.spans).count(")") for m in annotated(text).mentions)


def test_sites_that_are_captured_are_taken() -> None:
    text = "The Free Army captured all of the aforementioned sites."
    assert event_at(text, "captured").type == "ASSAULT"


def test_a_convoy_that_passed_when_it_went_off_set_nothing_off() -> None:
    text = "The bomb was detonated when an Orlandian convoy passed by the village in the east."
    assert fillers(text, event_at(text, "detonated"), Role.ACTOR) == []


def test_whoever_was_killed_in_the_latters_raid_was_not_killed_by_himself() -> None:
    text = "Dahl said that 20 fighters of the Front were killed in the latter’s failed offensive on Wednesday."
    assert fillers(text, event_at(text, "killed"), Role.ACTOR) == []


def test_blasts_that_claim_lives_claim_nothing_else() -> None:
    text = "Two blasts in Velm on Wednesday have claimed 37 lives."
    assert speeches(text) == []


def test_what_is_believed_of_nephews_is_not_believed_of_troops() -> None:
    text = "Orlandian troops captured four of his nephews, who were believed to be helping him."
    assert not any("troops" in source for source, _, _ in speeches(text))


def test_the_side_of_a_road_kills_nobody() -> None:
    text = "A clerk was shot dead in 2064 by the side of a road, where she looked for her purse."
    assert fillers(text, event_at(text, "shot"), Role.ACTOR) == []


def test_towns_in_flames_are_not_among_the_dead() -> None:
    text = "At least 30 persons were killed on Monday, with several communities in Velm in flames."
    assert fillers(text, event_at(text, "killed"), Role.DEATHS) == ["At least 30"]


def test_whoever_is_cited_beside_something_denied_is_not_denied() -> None:
    text = "Two clerks were captured by the guards and have not been heard from since, according to the movement."
    assert event_at(text, "captured").certainty[-1].value is Certainty.CT_PLUS


def test_forces_that_concluded_their_raids_said_nothing() -> None:
    assert speeches("The army began the assault after its air force concluded its raids on the hills.") == []


def test_to_end_a_search_attacks_nobody() -> None:
    text = (
        "VELM -- A car bomb went off near a station in the Orlandian city of Tarn on Monday, killing six clerks.\n\n"
        "IS killed and imprisoned members of two tribes, local sources reported on Tuesday.\n\n"
        "The guards shot a clerk for refusing to stop. Medics ended the search where a bomb destroyed a market.\n"
    )
    assert "ended" not in [annotated(text).document.quote(c.anchor) for c in events(text)]
    assert event_at(text, "destroyed").type == "ASSAULT"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels opened fire on a patrol killing two guards.",
        "Rebels ambushed a patrol killing two guards.",
        "Rebels opened gunfire on a police party killing a clerk and one driver.",
    ],
)
def test_whoever_opened_fire_on_them_killed_those_who_are_counted(text: str) -> None:
    assert fillers(text, event_at(text, "killing"), Role.ACTOR) == ["Rebels"]


def test_whoever_is_fired_on_does_what_is_not_counted() -> None:
    text = "The guards opened fire on gunmen killing villagers."
    assert fillers(text, event_at(text, "killing"), Role.ACTOR) == ["gunmen"]


def test_a_last_clause_of_telling_tells_the_whole_sentence() -> None:
    text = (
        "Unknown gunmen detonated a landmine as a police van was passing by in Alda district of Orland bordering "
        "Kirelia, provincial governor Tarik Velk told the Herald."
    )
    assert [source for source, _, _ in speeches(text)] == ["provincial governor Tarik Velk"]
    assert event_at(text, "detonated").attributions


@pytest.mark.parametrize(
    "text",
    [
        "They were captured Dec. 26, 1944 and deported to the camp at Orsa.",
        "Velk and 13 officers were captured Dec. 26, 1944 and deported to the camp at Orsa.",
    ],
)
def test_those_who_were_taken_and_deported_to_a_camp_deported_nobody(text: str) -> None:
    claim = event_at(text, "deported")
    assert fillers(text, claim, Role.ACTOR) == []
    assert fillers(text, claim, Role.RECIPIENT)


def test_a_time_stands_before_no_participle() -> None:
    text = "Some 50 women today protested in Orsa to draw attention to the missing."
    assert fillers(text, event_at(text, "protested"), Role.ACTOR) == ["Some 50 women"]


@pytest.mark.parametrize(
    ("text", "word", "hit"),
    [
        ("Most of the victims were targeted for their faith, the statement said.", "targeted", "Most of the victims"),
        ("Several of the attackers were killed, police said.", "killed", "Several of the attackers"),
    ],
)
def test_a_word_of_how_many_stands_for_those_it_was_done_to(text: str, word: str, hit: str) -> None:
    assert fillers(text, event_at(text, word), Role.RECIPIENT) == [hit]


def test_the_name_of_a_unit_in_quotation_marks_is_nobodys_word() -> None:
    text = (
        "A unit from the Osk Arab Army’s “Lion Forces” – backed by the 66th Brigade of the 11th Tank Division – "
        "launched a new offensive in the southern countryside on Sunday that targeted the village of ‘Aldan near the "
        "western bank of the river."
    )
    assert speeches(text) == []


def test_a_month_that_heads_a_line_says_nothing() -> None:
    assert speeches("May: The mayor of Orsa was fatally shot at her home, apparently by rebels.") == []


def test_a_place_of_two_nouns_is_not_shot() -> None:
    text = (
        "In Orsa, in northern Velm province, heavily armed men dragged six peasants from their homes and shot them in "
        "the town square about midday on Saturday, police said."
    )
    assert fillers(text, event_at(text, "shot"), Role.RECIPIENT) == ["six peasants"]


def test_a_gunship_that_was_shot_down_was_and_is_no_means_of_the_next_raid() -> None:
    text = (
        "An Orland helicopter gunship was shot down in western Velm on Thursday, just hours after Kirelian fighter "
        "jets bombed a training camp in central Velm."
    )
    assert fillers(text, event_at(text, "shot"), Role.RECIPIENT) == ["An Orland helicopter gunship"]
    assert "helicopter gunship" not in fillers(text, event_at(text, "bombed"), Role.INSTRUMENT)


def test_a_plane_that_gets_ready_to_land_agrees_to_nothing() -> None:
    assert events("The plane was getting ready to land at the airport of Orsa.") == []


def test_whoever_is_captured_after_a_town_was_taken_was_not_taken_with_it() -> None:
    text = (
        "Osman, who had been indicted for the murder, was captured by Brann troops in Osten soon after they seized the "
        "capital in April 2003."
    )
    assert fillers(text, event_at(text, "seized"), Role.RECIPIENT) == ["the capital"]


def test_whoever_shot_somebody_dead_was_not_shot() -> None:
    text = (
        "A 48-year-old farmer shot dead a police officer early Tuesday after opening fire inside a police station in "
        "western Orland."
    )
    claim = event_at(text, "shot")
    assert fillers(text, claim, Role.ACTOR) == ["A 48-year-old farmer"]
    assert fillers(text, claim, Role.RECIPIENT) == ["a police officer"]


def test_what_is_said_of_somebody_who_was_shot_names_no_doer() -> None:
    text = (
        "Velkova, a flower shop owner from Walpole, Mass., and Schenker, a construction company owner from "
        "Philadelphia, were shot in the head during Wednesday's restaurant shooting."
    )
    assert fillers(text, event_at(text, "shot"), Role.ACTOR) == []


@pytest.mark.parametrize(
    "text",
    [
        "Cultivation of the crop exploded in the south, and along with it the population.",
        "The cost of fuel and food shot up in Orsa as the rebels approached the city.",
    ],
)
def test_what_grows_harms_nobody(text: str) -> None:
    assert "ASSAULT" not in {claim.type for claim in events(text)}


@pytest.mark.parametrize("who", ["Orlander", "Briton"])
def test_one_of_a_people_who_is_captured_is_arrested(who: str) -> None:
    claim = event_at(f"A 25-year-old {who} was captured by marines following an exchange of gunfire.", "captured")
    assert (claim.type, claim.mode) == ("COERCE", "arrest")


def test_helicopters_that_patrol_attack_nobody() -> None:
    claim = event_at("Police helicopters patrolled the skies over Karachi, Pakistan's largest city.", "patrolled")
    assert claim.type == "MOBILIZE"


def test_to_help_somebody_do_what_he_does_is_no_talk() -> None:
    text = "The army cut off the fighters, effectively facilitating the remaining militants to fight to the last man."
    assert "CONSULT" not in {claim.type for claim in events(text)}


def test_what_an_editor_puts_in_brackets_ends_no_sentence() -> None:
    text = "In the town of Orsa, seven people were killed on Thursday [29 January] by the Dawn Front. Its men fled."
    assert [who.removeprefix("the ") for who in fillers(text, event_at(text, "killed"), Role.ACTOR)] == ["Dawn Front"]
    other = (
        "Five residents of Orsa in Velm province [eastern Orland] -- 40 kilometers northeast of Osten -- were beheaded "
        "by armed men who are yet to be identified."
    )
    assert fillers(other, event_at(other, "beheaded"), Role.RECIPIENT) == ["Five residents of Orsa in Velm province"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The attack was captured by a surveillance camera in the lobby of her building last Sunday.", "attack"),
        ("The five-kilogram bomb was detonated by a mobile phone, police said.", "detonated"),
        ("The bomb was set off by a timer.", "set"),
    ],
)
def test_no_camera_phone_or_timer_attacks_anybody(text: str, word: str) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == []


def test_those_who_demonstrate_in_a_city_call_for_it() -> None:
    text = "More than 900 people demonstrated Sunday in this major Orland city calling for President Velk to step down."
    assert "city" not in " ".join(fillers(text, event_at(text, "calling"), Role.ACTOR))


def test_a_front_that_sets_off_a_bomb_clears_none() -> None:
    text = "The Front's military wing also detonated another bomb when an army patrol passed through a camp in Orsa."
    assert event_at(text, "detonated").type == "ASSAULT"
    assert event_at("Sappers detonated another bomb that was found in Orsa.", "detonated").type == "MOBILIZE"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Orland denied that its planes bombed the village on Monday, killing nine farmers.", "killing"),
        ("The front did not shell the village, killing nine people.", "killing"),
    ],
)
def test_what_a_denied_attack_would_have_done_is_denied_with_it(text: str, word: str) -> None:
    assert event_at(text, word).certainty[-1].value is Certainty.CT_MINUS


def test_what_was_done_instead_of_stopping_was_done() -> None:
    claim = event_at("The guards did not stop, killing nine people.", "killing")
    assert claim.certainty[-1].value is Certainty.CT_PLUS


def test_what_a_denial_says_besides_is_nobodys_plain_word() -> None:
    claim = event_at("The army denied having shelled the market, wounding six clerks.", "wounding")
    assert {one.value for one in claim.certainty} == {Certainty.UU}


@pytest.mark.parametrize(
    "text",
    [
        "The front denied any role in the attack that killed nine guards.",
        "The front denied the attack, which killed nine guards.",
        "The front denied carrying out the attack that killed nine guards.",
        "The group, which denies involvement in the blast that killed ten, called for an inquiry.",
        "The front was not behind the attack that killed nine guards, police said.",
        "The front did not carry out the attack that killed nine guards.",
    ],
)
def test_whoever_denies_a_deed_denies_to_have_done_what_it_did(text: str) -> None:
    claim = event_at(text, "killed")
    assert fillers(text, claim, Role.ACTOR)
    assert claim.certainty[-1].value is Certainty.CT_MINUS


def test_a_deed_that_is_owned_up_to_did_what_it_did() -> None:
    claim = event_at("The front claimed responsibility for the attack that killed nine guards.", "killed")
    assert claim.certainty[-1].value is Certainty.CT_PLUS


def test_what_is_not_true_of_shots_is_not_true_of_those_they_killed() -> None:
    text = "It is not true that soldiers fired on the crowd, killing three, the governor said."
    assert event_at(text, "killing").certainty[-1].value is Certainty.CT_MINUS


@pytest.mark.parametrize(
    "text",
    [
        "The rebels denied that they carried out the massacre.",
        "The rebels rejected claims that they carried out the massacre that killed 40 people.",
        "The rebels denied that the massacre was carried out by their men.",
    ],
)
def test_a_massacre_is_denied_by_whoever_denies_to_have_carried_it_out(text: str) -> None:
    claim = event_at(text, "massacre")
    assert fillers(text, claim, Role.ACTOR)
    assert claim.certainty[-1].value is Certainty.CT_MINUS


def test_whoever_denies_to_hold_somebody_does_not_say_that_he_abducted_him() -> None:
    text = "The government denies it is holding the journalist who was abducted on Monday."
    assert event_at(text, "abducted").certainty[-1].value is Certainty.CT_MINUS


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers were not among those who burned the mill.",
        "Officials denied that soldiers were among those who burned the mill.",
    ],
)
def test_those_who_were_not_among_the_doers_did_not_do_it(text: str) -> None:
    claim = event_at(text, "burned")
    assert not fillers(text, claim, Role.ACTOR) or claim.certainty[-1].value is Certainty.CT_MINUS
