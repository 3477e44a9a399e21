"""Who attacked, whom, and with what, with the encoder's help: missing phrases, borders, and nothing taken away."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from refining import filled, predications, read, said_by, words_of

import allege
from allege.claim import MentionType, Role
from allege.extract.learned.violence import armed, limits

TEXT = "The town hall was attacked on Monday. It was quiet in Orsa. A grenade was found beside the gate, a clerk said."


def assaults(analysis, said=()):
    return [p for p in armed(analysis, predications(analysis), said) if p.type == "ASSAULT"]


def test_without_an_encoder_nothing_changes():
    analysis = read(TEXT, "off")
    found = predications(analysis)
    assert armed(analysis, found, ()) is found


def test_what_the_rules_found_stays_where_the_head_sees_nothing():
    analysis = filled(read("Gunmen killed nine peasants in Orsa."), {})
    found = predications(analysis)
    assert armed(analysis, found, ()) == found


def test_a_phrase_that_the_rules_missed_joins_the_assault_of_its_sentence_and_why_says_so():
    text = "In Orsa the house of the judge was attacked, and masked men with rifles were seen there."
    analysis = filled(read(text), {"masked men": "individual perpetrator", "rifles": "weapon"})
    (attack,) = assaults(analysis)
    assert words_of(analysis, attack, Role.ACTOR) == ["masked men"]
    assert words_of(analysis, attack, Role.INSTRUMENT) == ["rifles"]
    assert "encoder weapon 0.90" in attack.why


def test_an_assault_with_an_actor_takes_no_other():
    text = "Guerrillas attacked the bridge while soldiers watched."
    analysis = filled(read(text), {"soldiers": "individual perpetrator"})
    (attack,) = assaults(analysis)
    assert words_of(analysis, attack, Role.ACTOR) == ["Guerrillas"]


@pytest.mark.parametrize(("chance", "taken"), [(limits().far + 0.05, ["grenade"]), (limits().far - 0.05, [])])
def test_a_phrase_told_soon_after_joins_the_assault_before_it_where_the_head_is_surer(chance, taken):
    analysis = filled(read(TEXT), {"grenade": "weapon"}, chance)
    (attack,) = assaults(analysis)
    assert words_of(analysis, attack, Role.INSTRUMENT) == taken


def test_a_phrase_told_long_after_joins_nothing():
    text = TEXT.replace("It was quiet in Orsa.", "It was quiet in Orsa. Shops opened. Children played. Trains ran.")
    (attack,) = assaults(filled(read(text), {"grenade": "weapon"}))
    assert not any(f.role is Role.INSTRUMENT for f in attack.fillers)


def test_a_phrase_before_any_assault_joins_nothing():
    text = "A grenade was found beside the gate. Later the town hall was attacked."
    (attack,) = assaults(filled(read(text), {"grenade": "weapon"}))
    assert not any(f.role is Role.INSTRUMENT for f in attack.fillers)


def test_whoever_speaks_is_never_the_actor():
    text = "The town hall was attacked, the rebels said."
    analysis = filled(read(text), {"the rebels": "perpetrator organization"})
    said = [said_by(analysis, "the rebels", "said", "The town hall was attacked")]
    (attack,) = assaults(analysis, said)
    assert not any(f.role is Role.ACTOR for f in attack.fillers)


def test_a_text_without_assaults_is_left_alone():
    analysis = filled(read("The minister visited the bridge in Orsa."), {"the bridge": "target"})
    found = predications(analysis)
    assert armed(analysis, found, ()) is found


def test_what_is_hit_is_a_thing_where_the_head_sees_one():
    text = "Gunmen attacked the Northern Institute in Orsa."
    analysis = filled(read(text), {"the Northern Institute": "target"}, 0.4)
    (attack,) = assaults(analysis)
    assert [f.type for f in attack.fillers if f.role is Role.RECIPIENT] == [MentionType.PLACE]


def test_nobody_is_taken_for_a_thing():
    text = "Gunmen attacked the commanders in Orsa."
    (attack,) = assaults(filled(read(text), {"the commanders": "target"}, 0.4))
    assert not any(f.type is MentionType.PLACE for f in attack.fillers if f.role is Role.RECIPIENT)


def test_individuals_keep_the_words_that_say_which_and_victims_are_cut_to_their_names():
    text = "Members of the Northern Front killed Judge Pavel Ort in Orsa."
    analysis = filled(read(text), {"Members": "individual perpetrator", "Pavel Ort": "victim"})
    (killing,) = assaults(analysis)
    assert words_of(analysis, killing, Role.ACTOR) == ["Members of the Northern Front"]
    assert words_of(analysis, killing, Role.RECIPIENT) == ["Pavel Ort"]


def test_the_limits_are_those_of_the_fitted_file():
    fitted = tomllib.loads((Path(allege.__file__).parent / "data/learned/violence.toml").read_text(encoding="utf-8"))
    assert fitted == {name: getattr(limits(), name) for name in ("shy", "sure", "far", "thing")}
    assert 0 < fitted["shy"] <= 1
    assert fitted["sure"] <= fitted["far"] < 1


def test_a_victim_of_one_assault_is_not_who_did_another_in_the_same_sentence():
    text = "Two were killed in a blast in Orsa."
    analysis = filled(read(text), {"Two": "individual perpetrator"})
    assert not [p for p in assaults(analysis) if words_of(analysis, p, Role.ACTOR)]


def test_a_phrase_without_a_noun_is_nobody():
    text = "Several people came, and the farmhouse was attacked."
    analysis = filled(read(text), {"Several": "individual perpetrator"})
    assert all(f.role is not Role.ACTOR for p in assaults(analysis) for f in p.fillers)


def test_who_arrests_after_an_attack_did_not_carry_it_out():
    text = "Two days after the bombing in Orsa, soldiers arrested three men."
    analysis = filled(read(text), {"soldiers": "individual perpetrator"})
    (bombing,) = assaults(analysis)
    assert words_of(analysis, bombing, Role.ACTOR) == []


def test_a_phrase_ends_before_the_clause_that_says_more_of_it():
    text = "In Orsa the house of the judge was attacked by masked men who fled."
    analysis = filled(read(text), {"masked men who": "individual perpetrator"})
    (attack,) = assaults(analysis)
    assert words_of(analysis, attack, Role.ACTOR) == ["masked men"]
