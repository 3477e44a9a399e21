"""Who is blamed, and who owns up: whose word it is, what it does, and whose deed it says it was."""

from __future__ import annotations

import pytest

from allege.claim import Act, Document, Role
from allege.run import annotate
from allege.settings import Settings

FRONT = "The Northern Liberation Front"


def read(text, encoder="off"):
    (record,) = annotate([Document("sha256:0", "test", text)], Settings(encoder=encoder, workers=1))
    return record


def words(record, claim, role):
    return [record.document.quote(record.mention(a.mention).spans) for a in claim.arguments if a.role is role]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (f"{FRONT} said that its units attacked an outpost at Orlen.", Act.CLAIM_RESPONSIBILITY),
        (f"{FRONT} said that it attacked an outpost at Orlen.", Act.CLAIM_RESPONSIBILITY),
        (f"{FRONT} said that the army attacked a village.", Act.ASSERT),
        (f"{FRONT} said that its units did not attack the village.", Act.ASSERT),
        (f"{FRONT} said that its units may have attacked the village.", Act.ASSERT),
        (f"{FRONT} said that soldiers attacked its units.", Act.ASSERT),
        ("The army said that its troops attacked an outpost at Orlen.", Act.ASSERT),
        (f"The army said that {FRONT[4:]} attacked the bridge.", Act.ASSERT),
        (f"The army said that {FRONT} was responsible for the attack.", Act.ACCUSE),
        (f"A caller said that {FRONT} was behind the attack.", Act.ACCUSE),
        (f"The army said that {FRONT} was not behind the attack.", Act.ASSERT),
        (f"The army said that {FRONT} may be responsible for the attack.", Act.ASSERT),
        (f"{FRONT} said that it was responsible for the attack.", Act.CLAIM_RESPONSIBILITY),
        (f"{FRONT} denied that it was responsible for the attack.", Act.DENY),
        ("The minister said that the attack was a tragedy.", Act.ASSERT),
    ],
)
def test_an_attribution_does_what_it_says_of_whose_deed_it_was(text, act):
    (said,) = read(text).attributions
    assert said.act is act


def test_why_names_what_is_said_where_that_gave_the_act():
    (said,) = read(f"The army said that {FRONT} was responsible for the attack.").attributions
    assert said.why.endswith("by what is said")


@pytest.mark.parametrize(
    "text",
    [
        "Police blamed the bombing on the Northern Liberation Front.",
        "Officials attributed the bombing to the Northern Liberation Front.",
        "The bombing was attributed to the Northern Liberation Front.",
    ],
)
def test_those_at_whose_door_a_deed_is_laid_are_its_actors_and_not_its_victims(text):
    record = read(text)
    (bombing,) = [c for c in record.claims if c.type == "ASSAULT"]
    assert words(record, bombing, Role.ACTOR) == ["the Northern Liberation Front"]
    assert words(record, bombing, Role.RECIPIENT) == []


@pytest.mark.parametrize("cue", ["claimed responsibility for the kidnapping of", "admitted that it had kidnapped"])
def test_a_deed_that_somebody_owns_up_to_stays_a_deed_with_the_encoder(cue):
    record = read(f"{FRONT} {cue} 102 people.", "on")
    assert "ASSAULT" in {c.type for c in record.claims}


def assaults(record):
    return [c for c in record.claims if c.type == "ASSAULT"]


def voices(record, claim):
    """Act, source and cue of each attribution that a claim stands in."""
    said = {a.id: a for a in record.attributions}
    chain = (said[name] for name in claim.attributions)
    return [(a.act, record.document.quote(a.source), record.document.quote(a.cue)) for a in chain]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (
            f"President Orta held {FRONT} responsible for the killing of the judge.",
            "President Orta",
            "held",
        ),
        (f"The killing of the judge was attributed to {FRONT}.", "", "attributed"),
        (f"The ministry ascribed the massacre to {FRONT}.", "The ministry", "ascribed"),
        (f"The report implicates {FRONT} in the killing of six nuns.", "The report", "implicates"),
        (f"The bombing was blamed on {FRONT}.", "", "blamed"),
        (f"Two men died in an attack that the government blames on {FRONT}.", "the government", "blames"),
        (f"Witnesses pointed to {FRONT} as responsible for the massacre of villagers.", "Witnesses", "pointed"),
        (f"Prosecutors indicted {FRONT} for the murder of the judge.", "Prosecutors", "indicted"),
        (f"Police arrested {FRONT} for the bombing of the market.", "Police", "arrested"),
        (f"{FRONT} was linked to the bombing.", "", "linked"),
        (f"President Orta blamed {FRONT} for the death of the judge.", "President Orta", "blamed"),
        (f"{FRONT} was blamed for the attack by the Interior Ministry.", "the Interior Ministry", "blamed"),
    ],
)
@pytest.mark.parametrize("encoder", ["off", "on"])
def test_words_of_blame_are_somebodys_word_and_not_the_texts_own(text, source, cue, encoder):
    record = read(text, encoder)
    (deed,) = [c for c in assaults(record) if words(record, c, Role.ACTOR)]
    (actor,) = words(record, deed, Role.ACTOR)
    assert actor.lower() == FRONT.lower()
    assert any(a is Act.ACCUSE and who == source and cue in said for a, who, said in voices(record, deed))
    assert deed.certainty[0].value == "Uu"


@pytest.mark.parametrize(
    ("text", "act", "cue"),
    [
        (f"{FRONT} took credit for the attack on the depot.", Act.CLAIM_RESPONSIBILITY, "took credit for"),
        (f"An attack claimed by {FRONT} killed three soldiers.", Act.CLAIM_RESPONSIBILITY, "claimed"),
        (f"{FRONT} owned up to the killing of the judge.", Act.ADMIT, "owned up to"),
        (f"Responsibility for the attack was claimed by {FRONT}.", Act.CLAIM_RESPONSIBILITY, "was claimed"),
    ],
)
def test_who_owns_up_is_the_doer_and_the_voice(text, act, cue):
    record = read(text)
    deed = next(c for c in assaults(record) if words(record, c, Role.ACTOR))
    assert [w.lower() for w in words(record, deed, Role.ACTOR)] == [FRONT.lower()]
    ((found, source, words_of_cue),) = voices(record, deed)
    assert (found, source.lower(), words_of_cue) == (act, FRONT.lower(), cue)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{FRONT} denied that it was responsible for the attack.", "CT-"),
        (f"{FRONT} denied being behind the attack.", "CT-"),
        (f"{FRONT} denied any responsibility for the attack.", "CT-"),
        (f"{FRONT} denied charges that it attacked the bridge.", "CT-"),
        (f"{FRONT} rejected accusations of attacking the bridge.", "CT-"),
        (f"The army said that {FRONT} was not behind the attack.", "CT-"),
        (f"The army said that {FRONT} may be behind the attack.", "PS+"),
        (f"The army said that {FRONT} was behind the attack.", "CT+"),
        (f"Police arrested {FRONT} for the attack.", "PR+"),
        (f"{FRONT} was linked to the attack.", "PS+"),
    ],
)
def test_whose_deed_it_was_is_held_as_firmly_as_the_words_that_say_so(text, value):
    record = read(text)
    (deed,) = assaults(record)
    assert deed.certainty[-1].value == value


@pytest.mark.parametrize("encoder", ["off", "on"])
def test_an_operation_is_a_deed_where_somebody_owns_up_to_it(encoder):
    record = read(f"{FRONT} claimed responsibility for the operation against the barracks at Orlen.", encoder)
    (deed,) = assaults(record)
    assert words(record, deed, Role.ACTOR) == [FRONT]
    (struck,) = words(record, deed, Role.RECIPIENT)
    assert struck.startswith("the barracks")
    assert not assaults(read("Doctors praised the operation against the outbreak at Orlen.", encoder))
    assert not assaults(read(f"{FRONT} claimed no responsibility for the operation at Orlen.", encoder))
    assert not assaults(read("The bus company took responsibility for the incident at the mill.", encoder))
    assert not assaults(read(f"{FRONT} has not claimed responsibility for the operation at Orlen.", encoder))


@pytest.mark.parametrize("encoder", ["off", "on"])
def test_what_nobody_owns_up_to_has_no_doer(encoder):
    record = read("No group has claimed responsibility for the bombing.", encoder)
    (bombing,) = assaults(record)
    assert words(record, bombing, Role.ACTOR) == []
    assert bombing.certainty[0].value == "CT+"


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (f"The blame for the attack lies with {FRONT}, the mayor said.", [FRONT]),
        ("The guards accused the army of the massacre, a charge it denies.", ["the army"]),
    ],
)
def test_words_of_blame_are_no_doers(text, doers):
    record = read(text)
    assert all(words(record, c, Role.ACTOR) == doers for c in assaults(record))
    assert assaults(record)


def test_a_death_is_a_deed_only_where_it_is_laid_at_somebodys_door():
    assert assaults(read("The death of the judge shocked the town.")) == []
    assert assaults(read("The flood caused the deaths of 20 people.")) == []
    record = read(f"The bishop said that {FRONT} was responsible for the deaths of 20 villagers.")
    (deed,) = assaults(record)
    assert words(record, deed, Role.RECIPIENT) == ["20 villagers"]
    assert words(record, deed, Role.DEATHS) == ["20"]


def test_who_is_wanted_for_a_deed_does_not_speak_of_it():
    record = read("Sarre, who is wanted for the killing of two officers, fled.", "on")
    (deed,) = assaults(record)
    assert voices(record, deed) == [(Act.ACCUSE, "", "is wanted for")]


def test_one_of_two_verbs_side_by_side_is_not_said_by_the_other():
    record = read(f"The minister condemned the killing and accused {FRONT} of murdering the judge.", "on")
    contents = {record.document.quote(a.cue): record.document.quote(a.content) for a in record.attributions}
    assert contents["condemned"] == "the killing"


@pytest.mark.parametrize(
    "text",
    [
        f"Leaflets signed by {FRONT} were left at the scene of the bombing.",
        f"A flag of {FRONT} was found at the scene of the bombing.",
        f"The guards were ambushed on the northern road. They drove to a valley where {FRONT} has posts.",
        "Two Northern Liberation Front rebels were killed and five were wounded in the attack.",
    ],
)
def test_who_is_only_spoken_of_beside_a_deed_did_not_do_it(text):
    record = read(text, "on")
    deeds = assaults(record)
    assert deeds
    assert [words(record, c, Role.ACTOR) for c in deeds] == [[]] * len(deeds)


def test_nobody_claims_credit():
    record = read("No group has claimed credit for the attack.", "on")
    assert record.attributions == ()


@pytest.mark.parametrize("encoder", ["off", "on"])
@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The UN accused both sides of targeting hospitals.", ["both sides"]),
        ("Sol, accused by prosecutors of ordering the massacre, denied the charges.", ["Sol"]),
        ("Police arrested three men in connection with the bombing.", ["three men"]),
        ("Police are looking for three men in connection with the bombing.", ["three men"]),
        ("The ministry said it foiled a plot by the Dawn Front to bomb the metro.", ["the Dawn Front"]),
        ("The group behind the attack was arrested.", ["The group"]),
        ("No evidence links the army to the massacre.", []),
        ("The union holds the army and the police responsible for the attack.", ["the army", "the police"]),
        ("We hold the government and the army responsible for this new raid.", ["the government", "the army"]),
    ],
)
def test_the_accused_and_not_the_accuser_is_the_doer(text, doers, encoder):
    record = read(text, encoder)
    deed, *denied = assaults(record)
    assert words(record, deed, Role.ACTOR) == doers
    assert len(denied) == text.count("denied")


@pytest.mark.parametrize(
    "text",
    [
        "The bishop said the army is responsible for the shelling of the mill and for the killing of the mayor.",
        "The bishop blamed the army for the shelling of the mill and for the killing of the mayor.",
        "The army was accused of the shelling of the mill and of the killing of the mayor.",
    ],
)
def test_two_deeds_are_laid_at_one_door(text):
    record = read(text, "on")
    assert [words(record, deed, Role.ACTOR) for deed in assaults(record)] in ([["the army"]] * 2, [["The army"]] * 2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police arrested three men in connection with the bombing.", "PR+"),
        ("Police are looking for three men in connection with the bombing.", "PS+"),
    ],
)
def test_suspects_are_no_more_than_suspected(text, value):
    record = read(text)
    (deed,) = assaults(record)
    assert deed.certainty[-1].value == value


@pytest.mark.parametrize(
    ("text", "doer", "value"),
    [
        ("The army denied the attack on the clinic.", "The army", "CT-"),
        ("The army neither confirmed nor denied the attack on the clinic.", "The army", "Uu"),
        ("The group said it had nothing to do with the bombing.", "it", "CT-"),
        ("If rebels attack the port, the army will respond.", "rebels", "Uu"),
    ],
)
def test_what_is_denied_or_only_supposed_is_not_held(text, doer, value):
    record = read(text)
    (deed,) = assaults(record)
    assert words(record, deed, Role.ACTOR) == [doer]
    assert deed.certainty[-1].value == value
    assert deed.certainty[0].value == "Uu"


@pytest.mark.parametrize("encoder", ["off", "on"])
@pytest.mark.parametrize(
    ("text", "doer", "act", "value"),
    [
        ("The Dawn Front claimed responsibility.", "The Dawn Front", Act.CLAIM_RESPONSIBILITY, "CT+"),
        ("The Dawn Front took credit in a statement.", "The Dawn Front", Act.CLAIM_RESPONSIBILITY, "CT+"),
        ("Responsibility was claimed by the Dawn Front.", "the Dawn Front", Act.CLAIM_RESPONSIBILITY, "CT+"),
        ("The Dawn Front denied any involvement.", "The Dawn Front", Act.DENY, "CT-"),
    ],
)
def test_who_owns_up_or_denies_means_the_deed_told_before(text, doer, act, value, encoder):
    record = read(f"Gunmen shot nine people. {text}", encoder)
    first, second = assaults(record)
    assert words(record, second, Role.ACTOR) == [doer]
    assert words(record, second, Role.RECIPIENT) == words(record, first, Role.RECIPIENT)
    assert second.certainty[-1].value == value
    assert [a for a, _, _ in voices(record, second)] == [act]


@pytest.mark.parametrize("encoder", ["off", "on"])
@pytest.mark.parametrize(
    ("text", "doer", "value"),
    [
        ("The ministry blamed the Dawn Front.", "the Dawn Front", "CT+"),
        ("Villagers accused the army.", "the army", "CT+"),
        ("Police suspect the Dawn Front.", "the Dawn Front", "PR+"),
        ("The rebels said the army did it.", "the army", "CT+"),
        ("The rebels said the army was behind it.", "the army", "CT+"),
        ("The rebels said the army was to blame.", "the army", "CT+"),
        ("The rebels said the army was responsible.", "the army", "CT+"),
        ('"We did not do it," a colonel said.', "We", "CT-"),
    ],
)
def test_whoever_is_blamed_without_a_deed_is_blamed_for_the_one_told_before(text, doer, value, encoder):
    record = read(f"A shell killed nine people. {text}", encoder)
    first, second = assaults(record)
    assert words(record, first, Role.ACTOR) == []
    assert first.attributions == ()
    assert words(record, second, Role.ACTOR) == [doer]
    assert len(second.attributions) == 1
    assert second.certainty[0].value == "Uu"
    assert second.certainty[-1].value == value


@pytest.mark.parametrize(
    "text",
    [
        "Rocket attack on Orlen kills 5, army blames Dawn Front",
        "Orlen massacre: rebels blame army, army blames rebels",
        "Rebels, army trade blame over market blast",
    ],
)
def test_who_is_blamed_in_a_heading_did_nothing_on_the_texts_own_word(text):
    record = read(text, "on")
    told = [c for c in assaults(record) if not c.attributions]
    assert told
    assert not any(words(record, c, Role.ACTOR) for c in told)
    assert not [a for a in record.attributions if record.document.quote(a.source).startswith("Orlen")]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot nine people. No group claimed responsibility.",
        "He took responsibility.",
        "Gunmen shot nine people. It rained. It was cold. It was late. The sun rose. The front claimed responsibility.",
    ],
)
def test_no_deed_is_owned_up_to_by_nobody_or_far_away(text):
    assert len(assaults(read(text))) == text.count("shot")


def test_a_weapon_is_no_doer():
    record = read("A bomb killed three people in Tarnow.", "on")
    (deed,) = assaults(record)
    assert words(record, deed, Role.ACTOR) == []


def test_a_deed_that_is_said_not_to_be_done_stays_a_deed():
    record = read("The group said it did not carry out the attack.", "on")
    (deed,) = assaults(record)
    assert deed.certainty[-1].value == "CT-"


def test_who_blames_within_a_quotation_is_not_the_author():
    record = read('"We ascribe the massacre to the army," Orta said.')
    (deed,) = assaults(record)
    assert (Act.ACCUSE, "We", "ascribe") in voices(record, deed)
    assert "author" not in {a.source_kind for a in record.attributions}
    assert deed.certainty[0].value == "Uu"


def test_attributions_keep_their_order_and_their_nesting_where_blame_adds_one():
    text = f"Officials said on Monday that the killing of the judge was attributed to {FRONT}."
    record = read(text)
    assert [a.id for a in record.attributions] == [f"a{n}" for n in range(1, len(record.attributions) + 1)]
    outer, inner = record.attributions
    assert (inner.act, inner.within) == (Act.ACCUSE, outer.id)


@pytest.mark.parametrize("encoder", ["off", "on"])
def test_talks_are_not_held_for_a_clash(encoder):
    record = read("Talks held over border clash", encoder)
    assert not record.attributions
    assert all(words(record, c, Role.ACTOR) == [] for c in assaults(record))
