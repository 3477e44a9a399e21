"""Who does it, to whom, where, with what, how many: roles read off the parse."""

from __future__ import annotations

import pytest
from finding import event, types

PAIRS = [
    ("Kirelia attacked Norland.", "attacked", "Kirelia", "Norland"),
    ("Norland was attacked by Kirelia.", "attacked", "Kirelia", "Norland"),
    ("The gunmen, who killed a teacher, fled.", "killed", "The gunmen", "a teacher"),
    ("The mayor, who was kidnapped by rebels, is alive.", "kidnapped", "rebels", "The mayor"),
    ("Gunmen wearing masks killed two guards.", "killed", "Gunmen", "two guards"),
    ("The militia denied attacking the village.", "attacking", "The militia", "the village"),
    ("Norland accused Kirelia of shelling the port.", "shelling", "Kirelia", "the port"),
    ("The mayor accused the militia of kidnapping two nurses.", "kidnapping", "the militia", "two nurses"),
    ("Kirelia was accused of shelling the port.", "shelling", "Kirelia", "the port"),
    ("The group claimed responsibility for the attack on the depot.", "attack", "The group", "the depot"),
    ("Kirelia's attack on the island went on.", "attack", "Kirelia", "the island"),
    ("Rebels carried out an attack on the harbour.", "attack", "Rebels", "the harbour"),
    ("The attack on the harbour was carried out by rebels.", "attack", "rebels", "the harbour"),
    ("The expulsion of the envoy by Kirelia surprised nobody.", "expulsion", "Kirelia", "the envoy"),
    ("A protest against the ministry by teachers went on.", "protest", "teachers", "the ministry"),
    ("A visit to Orlen by the envoy ended.", "visit", "the envoy", "Orlen"),
    ("Two men were killed in police firing.", "killed", "police", "Two men"),
    ("The council agreed to release the sailors.", "release", "The council", "the sailors"),
    ("The militia threatened to attack the port.", "attack", "The militia", "the port"),
    ("The ministry said that rebels attacked the dam.", "attacked", "rebels", "the dam"),
    ("Rebels attacked the dam, state media reported.", "attacked", "Rebels", "the dam"),
]


@pytest.mark.parametrize(("text", "anchor", "actor", "recipient"), PAIRS)
def test_doer_and_done_to(text: str, anchor: str, actor: str, recipient: str) -> None:
    got = event(text, anchor)
    assert got["actor"] == [actor]
    assert got["recipient"] == [recipient]


def test_the_speaker_never_becomes_the_actor() -> None:
    got = event("State media reported that gunmen stormed the mill.", "stormed")
    assert got["actor"] == ["gunmen"]


def test_coordinated_doers_and_victims_are_told_apart() -> None:
    got = event("Soldiers and policemen arrested a doctor and two nurses.", "arrested")
    assert got["actor"] == ["Soldiers", "policemen"]
    assert got["recipient"] == ["a doctor", "two nurses"]


def test_two_who_meet_are_one_at_each_end() -> None:
    got = event("Kirelia and Norland held talks in Orsa.", "held talks")
    assert (got["actor"], got["recipient"]) == (["Kirelia"], ["Norland"])


def test_a_weapon_is_an_instrument_and_no_actor() -> None:
    got = event("A car bomb killed nine people.", "killed")
    assert got["actor"] == []
    assert got["instrument"] == ["A car bomb"]


@pytest.mark.parametrize("bomb", ["powerful bomb", "time bomb", "medium-sized bomb"])
def test_what_a_weapon_is_like_owns_nothing_and_does_nothing(bomb: str) -> None:
    assert event(f"A {bomb} exploded in the hall.", "exploded")["actor"] == []


def test_a_happening_attacks_nobody() -> None:
    assert event("The activity hurt nine villagers.", "hurt")["actor"] == []


def test_weapons_come_from_with_phrases_and_from_the_expression() -> None:
    assert event("Gunmen attacked the post with rifles and grenades.", "attacked")["instrument"] == [
        "rifles",
        "grenades",
    ]
    assert event("Rebels fired rockets at the airport.", "fired")["instrument"] == ["rockets"]


def test_tolls_are_quantities_of_the_event_they_follow() -> None:
    text = "Rebels attacked the barracks, killing at least 28 soldiers and wounding 40."
    got = event(text, "attacked")
    assert got["deaths"] == ["at least 28"]
    assert got["injuries"] == ["40"]


@pytest.mark.parametrize(
    ("text", "anchor", "toll"),
    [
        (
            "At least four and perhaps as many as 30 were killed in the shelling, medics said.",
            "killed",
            "At least four and perhaps as many as 30",
        ),
        (
            "Between five and as many as 12 farmers were killed in the raid.",
            "killed",
            "Between five and as many as 12",
        ),
    ],
)
def test_both_ends_of_a_range_are_one_toll(text: str, anchor: str, toll: str) -> None:
    assert event(text, anchor)["deaths"] == [toll]


def test_a_toll_that_is_stated_goes_to_the_event() -> None:
    assert event("The explosion in the market left 12 people dead.", "explosion")["deaths"] == ["12"]


def test_those_who_die_in_an_attack_are_its_victims_and_kill_nobody() -> None:
    got = event("Three monks died in the attack.", "died")
    assert got["actor"] == []
    assert got["recipient"] == ["Three monks"]
    assert got["deaths"] == ["Three"]


def test_the_phrase_names_the_thing_and_leaves_out_what_only_describes_it() -> None:
    text = "Rebels killed three members of the city council who had stayed behind."
    assert event(text, "killed")["recipient"] == ["three members of the city council"]


@pytest.mark.parametrize(
    ("text", "anchor", "deaths"),
    [
        ("Seven people died when a shell struck a bus.", "struck", "Seven"),
        ("Nine soldiers lost their lives in an ambush near Orsa.", "ambush", "Nine"),
        ("A bomb exploded in the market, leaving 12 dead.", "exploded", "12"),
    ],
)
def test_the_dead_of_a_sentence_belong_to_its_attack(text: str, anchor: str, deaths: str) -> None:
    assert event(text, anchor)["deaths"] == [deaths]


def test_lives_are_not_who_an_attack_is_done_to() -> None:
    got = event("Nine soldiers lost their lives in an ambush near Orsa.", "ambush")
    assert got["recipient"] == ["Nine soldiers"]


def test_nobody_is_tied_to_an_attack_that_nobody_claims() -> None:
    assert event("No group claimed responsibility for the ambush.", "ambush")["actor"] == []


def test_an_attack_that_was_planned_is_no_threat() -> None:
    assert types("The attack was planned and carried out by the Orsa Front.") == ["ASSAULT"]
    assert "THREATEN" in types("The Orsa Front planned to attack the port.")


@pytest.mark.parametrize(
    ("text", "anchor", "deaths"),
    [
        (
            ("Police lowered the death toll of the attack on a mill in Ambrick to nine from at least 12, saying that "
            "three bodies had been counted twice."),
            "attack",
            ["nine"],
        ),
        ("The death toll from the attack rose to 31 on Friday, officials said.", "attack", ["31"]),
        ("The attack raised the toll on the bridge to $5.", "attack", []),
    ],
)
def test_what_the_toll_now_is_counts_and_not_what_it_was(text: str, anchor: str, deaths: list[str]) -> None:
    assert event(text, anchor)["deaths"] == deaths


@pytest.mark.parametrize(
    ("text", "anchor", "doer"),
    [
        ("Government jets bombed the bakery.", "bombed", "Government"),
        ("Its clinic was hit by two rebel shells.", "hit", "rebel"),
        ("Two shells hit the clinic.", "hit", None),
    ],
)
def test_a_weapon_acts_for_whose_it_is(text: str, anchor: str, doer: str | None) -> None:
    assert event(text, anchor)["actor"] == ([] if doer is None else [doer])


def test_who_kills_in_a_raid_raids() -> None:
    raid = event("Militants killed nine soldiers in a raid.", "raid")
    assert (raid["actor"], raid["recipient"]) == (["Militants"], ["nine soldiers"])


def test_what_an_attack_is_on_may_stand_behind_its_doer() -> None:
    attack = event("The attack by settlers on the village was condemned.", "attack")
    assert (attack["actor"], attack["recipient"]) == (["settlers"], ["the village"])


@pytest.mark.parametrize(
    ("text", "anchor", "recipient"),
    [
        ("One man was killed and two injured.", "injured", ["two"]),
        ("Six arrested in Orsa on Monday.", "arrested", ["Six"]),
        ("The blast left several others injured.", "injured", ["several others"]),
    ],
)
def test_a_passive_that_lost_its_auxiliary_has_a_victim_and_no_doer(
    text: str, anchor: str, recipient: list[str]
) -> None:
    got = event(text, anchor)
    assert (got["actor"], got["recipient"]) == ([], recipient)


def test_who_shares_an_object_with_the_next_verb_still_does_it() -> None:
    assert event("Gunmen killed and robbed two traders.", "killed")["actor"] == ["Gunmen"]


@pytest.mark.parametrize("text", ["A youth perished in police firing in Orsa.", "More people died in police firing."])
def test_who_dies_in_police_firing_did_not_fire(text: str) -> None:
    """Parsers hang the gerund on the police, or on the verb of dying."""
    assert event(text, "firing")["actor"] == ["police"]


@pytest.mark.parametrize(
    ("text", "anchor", "doer"),
    [
        ("Police booked Ana Voss for murder.", "murder", "Ana Voss"),
        ("Police linked the two men to the bombing.", "bombing", "the two men"),
        ("The guards arrested the rebels by storming the mill.", "storming", "The guards"),
    ],
)
def test_who_pursues_somebody_for_an_act_has_not_done_it(text: str, anchor: str, doer: str) -> None:
    assert event(text, anchor)["actor"] == [doer]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("A memorial for victims of the massacre was vandalised.", ["victims of the massacre"]),
        ("Orlen was the target of the raid.", ["Orlen"]),
    ],
)
def test_the_victims_of_an_attack_are_they_and_not_the_attack(text: str, victims: list[str]) -> None:
    anchor = "massacre" if "massacre" in text else "raid"
    assert event(text, anchor)["recipient"] == victims


@pytest.mark.parametrize(
    ("text", "anchor", "speaker"),
    [
        ("The office believes the gunmen got out of a car, stood in the road and opened fire.", "opened", "The office"),
        ("Witnesses said the clerk was waiting when Orlo walked in, drew a gun and shot the man.", "shot", "Witnesses"),
    ],
)
def test_who_tells_of_an_attack_is_no_doer_of_a_verb_hung_beside(text: str, anchor: str, speaker: str) -> None:
    assert speaker not in event(text, anchor)["actor"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [("Two men fatally shot at a vigil in Orsa", []), ("Guards shot at the crowd.", ["Guards"])],
)
def test_who_is_shot_shoots_nobody(text: str, doers: list[str]) -> None:
    assert event(text, "shot")["actor"] == doers


@pytest.mark.parametrize(
    ("text", "anchor", "victim"),
    [
        ("Journalist found shot dead in Orlen", "shot dead", "Journalist"),
        ("Teen stabbed in Orlen", "stabbed", "Teen"),
        ("Drone hits bus in Orlen, six killed", "killed", "six"),
        ("Militia accused of burning village", "accused", "Militia"),
        ("Three held over Orlen shooting", "held", "Three"),
    ],
)
def test_a_heading_leaves_out_the_auxiliary_of_a_passive(text: str, anchor: str, victim: str) -> None:
    found = event(text, anchor)
    assert found["recipient"] == [victim]
    assert found["actor"] == []


def test_nobody_is_no_victim() -> None:
    assert event("Police have arrested nobody.", "arrested")["recipient"] == []


@pytest.mark.parametrize(("text", "doer"), [("A rebel attack on Orlen failed.", "rebel"), ("The raid failed.", None)])
def test_an_adjective_may_name_the_doer_of_an_act(text: str, doer: str | None) -> None:
    anchor = "attack" if doer else "raid"
    assert event(text, anchor)["actor"] == ([doer] if doer else [])


def test_an_attack_of_last_week_is_an_attack_and_kills_as_one() -> None:
    text = "Last week's attack on the mosque killed 11."
    assert event(text, "attack")["recipient"] == ["the mosque"]
    assert event(text, "killed")["actor"] == []
