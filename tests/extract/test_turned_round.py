"""Deeds and words that a hasty reading turns into their contrary: acquittals, denials, lies named, suppositions."""

from __future__ import annotations

import pytest

from allege.claim import Act, Certainty, ClaimKind, Role
from tests.extract.annotating import annotated, event_at, events, fillers, parties, reads, speeches


def held(text: str, word: str) -> tuple[str, str]:
    """The author's value of the event at a word, and that of the innermost source, if any."""
    _, author, _, value = reads(text, word)
    return author, value


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A tribunal acquitted Varl of the charge that he had burned the mill.", "burned"),
        ("Varl was acquitted of the charge that he had burned the mill.", "burned"),
        ("Jurors found the sergeant not guilty of killing two drovers.", "killing"),
        ("Jurors found the sergeant innocent of killing two drovers.", "killing"),
        ("The sergeant pleaded not guilty to killing two drovers.", "killing"),
        ("The sergeant pleaded not guilty to the charge that he had killed two drovers.", "killed"),
        ("The militia was exonerated of the shelling of Orsa.", "shelling"),
        ("The judge threw out the charge that the sergeant had shot a girl.", "shot"),
    ],
)
def test_whom_a_court_clears_did_not_do_it_on_its_word(text, word):
    assert held(text, word) == ("Uu", "CT-")


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Jurors found the sergeant guilty of killing two drovers.", "killing", "CT+"),
        ("Charges that the sergeant shot a girl were filed on Monday.", "shot", "CT+"),
        ("Prosecutors dropped charges that the sergeant had shot a girl.", "shot", "Uu"),
    ],
)
def test_a_charge_stands_until_it_is_dropped(text, word, value):
    assert held(text, word) == ("Uu", value)


def test_charges_that_were_dropped_are_held_by_nobody():
    author, value = held("Charges that he had shot a girl were dropped on Monday.", "shot")
    assert author == "Uu"
    assert value in ("", "Uu")


def test_a_number_that_is_corrected_denies_only_itself():
    text = "The Front killed nine drovers, not 40."
    assert parties(text, "killed") == ("Front", "nine drovers")
    assert [c.certainty[0].value for c in events(text)] == [Certainty.CT_PLUS]
    (toll,) = [
        c
        for c in annotated("My sources say 40 dead, not nine.").claims
        if any(a.role is Role.DEATHS for a in c.arguments)
    ]
    assert toll.certainty[-1].value is Certainty.CT_PLUS


def test_what_follows_from_a_supposition_is_supposed():
    assert held("Suppose the militia fired. Then it has killed nine drovers.", "killed")[0] == "Uu"
    assert held("The militia fired. Then it killed nine drovers.", "killed")[0] == "CT+"


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The Front accuses us of having abducted the drovers. This is a lie.", "abducted", "CT-"),
        ("The Front accuses us of having abducted the drovers. This is a lie.", "accuses", "CT+"),
        ("A leaflet says that guards burned the mill. The leaflet's claim is old.", "burned", "Uu"),
        ("Papers claim that guards burned the mill. The report is false and an insult to them.", "burned", "CT-"),
        ("Guards burned the mill, a clerk said. That is not true.", "burned", "CT-"),
        ("The militia denied that it had shelled the mill. That is a lie.", "shelled", "CT+"),
        ('"My country never bombed the mill," an envoy said. "These are inventions."', "bombed", "Uu"),
        ("The militia's statement that its guards shot two girls is false.", "shot", "CT-"),
        ("The militia's statement that its guards shot two girls was read out.", "shot", "Uu"),
        ("To those who write to me that guards shot the miller: prove it.", "shot", "Uu"),
    ],
)
def test_what_the_author_makes_of_what_others_tell(text, word, value):
    assert held(text, word)[0] == value


def test_a_tale_is_denied_and_a_denial_is_no_accusation_of_oneself():
    tale = 'A major called the suggestion that his guards had shelled the mill "a fairy tale".'
    assert held(tale, "shelled") == ("Uu", "CT-")
    both = "The Front dismissed the charge that it had shelled the mill and blamed the militia."
    assert parties(both, "shelled")[0] == "Front"
    assert held(both, "shelled")[1] == "CT-"
    assert [(who, act) for who, act, _ in speeches(both)] == [("The Front", "deny"), ("The Front", "accuse")]
    row = "A shell hit the mill, killing six. The army blamed the Front. The Front denied the charge."
    denied = [c for c in events(row) if c.type == "ASSAULT" and c.certainty[-1].value is Certainty.CT_MINUS]
    assert [fillers(row, c, Role.ACTOR) for c in denied] == [["Front"]]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army denies holding any of the girls.", "holding"),
        ("The militia rejects the claim that its troops lost six soldiers at Orsa.", "lost"),
        ("The major denied planning any raid on Orsa.", "raid"),
        ("The Front accused clerks of robbing farmers, a claim that the mayor denied.", "denied"),
    ],
)
def test_a_denial_leaves_what_is_denied(text, word):
    found = [c for c in events(text) if c.type != "REJECT" and word in annotated(text).document.quote(c.anchor)]
    assert [c.certainty[-1].value for c in found] == [Certainty.CT_MINUS]


def test_who_loses_soldiers_kills_nobody():
    assert parties("The militia lost six soldiers at Orsa.", "lost")[0] == "-"


@pytest.mark.parametrize(
    ("text", "doer", "value"),
    [
        ("Somebody shelled the mill. The Front says it was the militia.", "militia", "CT+"),
        ("Six drovers were killed on Monday. I think it was deserters.", "deserters", "PR+"),
        ("Six drovers were abducted on Monday. His cousin swears that it was not the Front.", "Front", "CT-"),
    ],
)
def test_whose_it_was_where_the_deed_was_told_before(text, doer, value):
    claim = event_at(text, "was")
    assert any(doer in one for one in fillers(text, claim, Role.ACTOR))
    assert claim.certainty[-1].value.value == value


def test_it_was_something_else_lays_no_deed_at_a_door():
    text = "Six drovers were abducted on Monday. The mayor said it was the third raid this year."
    assert not any(annotated(text).document.quote(c.anchor) == "was" for c in events(text))


def test_who_calls_himself_something_speaks_to_nobody():
    kinds = {c.type for c in annotated("Guards shot a gang which calls itself the Orlan Front.").claims}
    assert "ALSO_KNOWN_AS" in kinds
    assert "COMMUNICATED_WITH" not in kinds


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("A bishop urged both sides to sign the ceasefire.", "ceasefire", "Uu"),
        ("Both sides signed the ceasefire.", "ceasefire", "CT+"),
        ("Robbers demanded a ransom of nine coins for the release of the last captives.", "release", "Uu"),
        ("Guards will patrol Orsa until the rebels are defeated.", "defeated", "Uu"),
        ("Guards patrolled Orsa until the rebels were defeated.", "defeated", "CT+"),
        ("The minister promised force to any incursion.", "incursion", "Uu"),
        ("The Front would have us believe that the militia burned the mill.", "burned", "CT+"),
    ],
)
def test_what_is_asked_for_or_lies_ahead_is_not_done(text, word, value):
    assert event_at(text, word).certainty[-1].value.value == value


def test_who_would_have_us_believe_says_it_and_not_we():
    assert [who for who, _, _ in speeches("The Front would have us believe that the militia burned the mill.")] == [
        "The Front"
    ]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Mira Tolan was arrested on Monday. Her mother said she was beaten.", "beaten", "Mira Tolan"),
        ("The whereabouts of President Lamo Dia were unknown. A close aide said he had been shot.", "shot", "Lamo Dia"),
    ],
)
def test_whose_kin_or_aide_tells_of_him(text, word, name):
    assert fillers(text, event_at(text, word), Role.RECIPIENT) == [name]


def test_it_is_the_body_that_denies_and_of_two_sentences_the_first_subject():
    text = "Shells hit Orsa, the agency Wakeley reports. Oria has not commented on it. It has denied shelling Orsa."
    assert fillers(text, event_at(text, "shelling"), Role.ACTOR) == ["Oria"]
    two = "Zamor's government said the Front had wanted war; it executed two men for it."
    assert held(two, "executed") == ("CT+", "")


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("The king named a premier after the previous one, Ada Lorn, resigned under pressure.", "resigned", "Ada Lorn"),
        ("The motion was adopted by 13 votes in favour.", "adopted", "-"),
    ],
)
def test_who_did_it_stands_nearer_or_nowhere(text, word, doer):
    found = [c for c in annotated(text).claims if word in annotated(text).document.quote(c.anchor)]
    doers = [one for c in found if c.kind is ClaimKind.EVENT for one in fillers(text, c, Role.ACTOR)]
    assert all(doer in one for one in doers)
    assert bool(doers) == (doer != "-")


def test_a_river_kills_by_no_hand():
    text = "A minister toured a camp where families shelter since the river burst its banks, killing nine."
    assert not [c for c in events(text) if c.type == "ASSAULT"]
    guards = "The guards stormed a camp where families live, killing nine."
    assert "guards" in parties(guards, "killing")[0]


def test_bandits_are_so_called_by_what_they_did():
    assert held("Suspected robbers have abducted six girls, the Courier has learnt.", "abducted")[1] == "CT+"
    assert held("Suspected rebels have abducted six girls, the Courier has learnt.", "abducted")[1] == "PR+"


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("Guards shot two drovers at the ford, according to three women interviewed apart.", "shot", "three women"),
        ("Planes have bombed Orsa, a listener reports by telephone.", "bombed", "a listener"),
    ],
)
def test_who_tells_stands_behind(text, word, source):
    _, author, by, value = reads(text, word)
    assert (author, value) == ("Uu", "CT+")
    assert source in by


def test_what_is_only_denied_is_believed_no_more_than_readers_do():
    denied = event_at("The militia denied that it had fired on the mill.", "fired")
    assert denied.factuality <= 0.4
    assert event_at("The militia said that it had fired on the mill.", "fired").factuality > 1.0
    assert annotated("The militia denied that it had fired on the mill.").attributions[0].act is Act.DENY


@pytest.mark.parametrize(
    "text",
    [
        "The army and the Front continue to blame each other for the raid on Orsa.",
        "The army and the Front have accused each other of raiding Orsa.",
    ],
)
def test_of_two_who_blame_each_other_each_says_it_was_the_other(text):
    record = annotated(text)
    said = {a.id: record.document.quote(a.source) for a in record.attributions}
    deeds = [c for c in events(text) if c.type == "ASSAULT"]
    told = {(said[c.attributions[-1]], one) for c in deeds for one in fillers(text, c, Role.ACTOR)}
    assert {(by.removeprefix("The ").removeprefix("the "), doer.lower()) for by, doer in told} == {
        ("army", "front"),
        ("Front", "the army"),
    }


def test_of_two_sides_that_blame_each_other_neither_blames_itself():
    text = "The two sides blame each other for the raid on Orsa."
    assert parties(text, "raid")[0] == "-"
