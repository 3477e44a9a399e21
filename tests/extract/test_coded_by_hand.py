"""What a coder of events found read wrongly in two dozen invented articles, reworded; beside each what must stay."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Role
from tests.extract.annotating import event_at, events, fillers


def kinds(text: str) -> list[tuple[str, str | None]]:
    """Type and mode of each event, in text order."""
    return [(c.type, c.mode) for c in events(text)]


def types(text: str) -> list[str]:
    """The type of each event, in text order."""
    return [c.type for c in events(text)]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The bloc gave the council ten days to restore elected rule or face military action.", ["the council"]),
        ("The union gave the governor until Friday to reopen the mill or face sanctions.", ["the governor"]),
    ],
)
def test_an_ultimatum_threatens(text: str, whom: list[str]) -> None:
    threat = event_at(text, "gave")
    assert threat.type == "THREATEN"
    assert fillers(text, threat, Role.RECIPIENT) == whom


def test_money_with_a_purpose_is_no_ultimatum() -> None:
    assert "THREATEN" not in types("The fund gave the town money to rebuild the mill.")


@pytest.mark.parametrize(
    "text",
    [
        "The Green Crescent put the number of dead at 52.",
        "A hospital director put the death toll at 19.",
        "The inquiry cited satellite pictures and statements by former guards.",
    ],
)
def test_who_gives_a_number_or_a_source_accuses_nobody(text: str) -> None:
    assert "ACCUSE" not in types(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The opposition party called for an independent inquiry.", ["REQUEST"]),
        ("The party opened an inquiry into the raid.", ["ACCUSE", "ASSAULT"]),
    ],
)
def test_who_calls_for_an_inquiry_asks(text: str, wanted: list[str]) -> None:
    assert types(text) == wanted


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Norland lodged a strong protest with Velmia over the fence.", "lodged", "ACCUSE"),
        ("The Velmian foreign ministry protested against the closure of its office.", "protested", "ACCUSE"),
        ("Velmia's navy protested against the violation of its airspace.", "protested", "ACCUSE"),
        ("Hundreds of students protested against the closure of their school.", "protested", "PROTEST"),
        ("Weavers staged a protest in Orsa.", "staged", "PROTEST"),
    ],
)
def test_a_state_protests_in_words(text: str, word: str, type_: str) -> None:
    assert event_at(text, word).type == type_
    assert types(text).count("PROTEST") == (type_ == "PROTEST")


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Velmia has since banned imports of Norlandic fish.", "banned", "SANCTION"),
        ("The mayor imposed a curfew on Orsa.", "imposed", "COERCE"),
        ("The mayor banned two newspapers.", "banned", "COERCE"),
    ],
)
def test_a_ban_on_trade_reduces_relations(text: str, word: str, type_: str) -> None:
    assert event_at(text, word).type == type_


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Orlandish parliament adopted a resolution criticising Velmia's record on prisons.", ["ACCUSE"]),
        ("The Assembly adopted a resolution on fisheries.", ["SUPPORT"]),
    ],
)
def test_words_against_somebody_support_nobody(text: str, wanted: list[str]) -> None:
    assert types(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The king promised his full support to the new president.", ["AGREE"]),
        ("The king voiced his support for the new president.", ["SUPPORT"]),
    ],
)
def test_support_that_is_promised_is_to_come(text: str, wanted: list[str]) -> None:
    assert types(text) == wanted


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        (
            "The Bella Mora, which was carrying grain, was seized by armed men off Orsa.",
            "seized",
            ("ASSAULT", "abduct"),
        ),
        ("A fishing boat was seized by gunmen near the strait.", "seized", ("ASSAULT", "abduct")),
        ("The cargo was seized by customs officers in Orsa.", "seized", ("COERCE", "seize")),
        ("Two teachers were taken by masked men on Sunday.", "taken", ("ASSAULT", "abduct")),
        ("Three students were grabbed by armed men outside a hall.", "grabbed", ("ASSAULT", "abduct")),
        ("Officers took her son from his flat on 3 May.", "took", ("COERCE", "arrest")),
    ],
)
def test_who_takes_people_or_ships_away(text: str, word: str, kind: tuple[str, str]) -> None:
    taken = event_at(text, word)
    assert (taken.type, taken.mode) == kind


@pytest.mark.parametrize(
    "text", ["Two clerks were taken by men to hospital.", "Soldiers took him to hospital from his home."]
)
def test_who_is_taken_to_hospital_is_not_abducted(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("On 4 May, a relief convoy was stopped at a roadblock near Velm.", "stopped", ("COERCE", "restrict")),
        ("Osk was beaten in custody and denied access to a doctor.", "denied", ("COERCE", "restrict")),
        ("Her lawyer said she was beaten in custody and denied access to a lawyer.", "denied", ("COERCE", "restrict")),
        ("Velmia ordered nine Norlandic reporters to leave the country.", "ordered", ("COERCE", "deport")),
        ("The general ordered his troops to leave.", "ordered", ("REQUEST", "change")),
        ("The ministry denied access to the records.", "denied", ("REJECT", "change")),
        ("Inspectors were denied access to the site.", "denied", ("REJECT", "change")),
        ("She said the guard was held and denied the charges.", "denied", ("REJECT", "change")),
    ],
)
def test_power_without_violence(text: str, word: str, kind: tuple[str, str]) -> None:
    found = event_at(text, word)
    assert (found.type, found.mode) == kind


def test_who_was_denied_something_did_not_deny_it() -> None:
    text = "Her lawyer said she was beaten in custody and denied access to a lawyer."
    assert fillers(text, event_at(text, "denied"), Role.ACTOR) == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Demonstrators blocked the railway bridge for three hours.", "PROTEST"),
        ("Strikers blocked the main road to the port.", "PROTEST"),
        ("Soldiers blocked the railway bridge for three hours.", "COERCE"),
    ],
)
def test_who_blocks_a_bridge(text: str, type_: str) -> None:
    assert event_at(text, "blocked").type == type_


def test_a_state_that_hands_somebody_over_cooperates() -> None:
    text = "Osk was arrested after he had been extradited from Norland."
    found = event_at(text, "extradited")
    assert found.type == "COOPERATE"
    assert fillers(text, found, Role.ACTOR) == ["Norland"]
    assert types("Norland extradited a smuggler on Monday.") == ["COOPERATE"]
    assert types("Norland deported a smuggler on Monday.") == ["COERCE"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Blue League plans to demonstrate against the dam on Sunday.", ["PROTEST"]),
        ("The Blue League plans to attack the town.", ["THREATEN", "ASSAULT"]),
    ],
)
def test_plans_to_demonstrate_threaten_nobody(text: str, wanted: list[str]) -> None:
    assert types(text) == wanted


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The strike turned violent in its second week, when guards shot a weaver.", "PROTEST"),
        ("The mill workers' strike turned violent when police came.", "PROTEST"),
        ("Dockers began a strike in May. The strike ended after guards shot a docker.", "PROTEST"),
        ("An air strike hit the mill in May. The strike killed nine.", "ASSAULT"),
        ("The strike on the depot killed nine.", "ASSAULT"),
    ],
)
def test_whose_strike_it_is(text: str, type_: str) -> None:
    assert [c.type for c in events(text) if text[c.anchor[-1].start : c.anchor[-1].end] == "strike"][-1] == type_


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The opposition called off a march planned for Sunday.", ["CONCEDE"]),
        ("Dockers ended a 30-day strike on Monday.", ["CONCEDE"]),
        ("Rebels ended a siege of Orsa on Friday.", ["RETREAT", "ASSAULT"]),
        ("Rebels began a siege of Orsa on Friday.", ["ASSAULT"]),
        ("The opposition held a march on Sunday.", ["PROTEST"]),
    ],
)
def test_what_is_ended_is_not_newly_done(text: str, wanted: list[str]) -> None:
    assert types(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Its rival Orvane is locked in a bitter fight with lenders.",
        "She is fighting another battle: against silence.",
        "He fought a long battle against cancer.",
        "The company says the paper published false claims about poisoned springs.",
        "Under the treaty, torture is banned in all circumstances.",
        "Under Velmian law, kidnapping is punishable by death.",
        "Attacks on hospitals may constitute war crimes, the envoy said.",
        "A lack of medicine has forced six clinics to close.",
        "The family said it could not raise the money.",
        "All prisoners are treated in line with our law, the front said.",
    ],
)
def test_images_laws_and_shortages_do_nothing(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("The sappers found poisoned springs.", "poisoned", "ASSAULT"),
        ("The attacks on the hospitals were war crimes, the envoy said.", "attacks", "ASSAULT"),
        ("Attacks on clinics in Velm may constitute war crimes, the envoy said.", "Attacks", "ASSAULT"),
        ("The governor has forced six clinics to close.", "forced", "COERCE"),
        ("The village raised the money for a new school.", "raised", "AID"),
        ("Medics treated nine wounded prisoners.", "treated", "AID"),
        ("The governor banned a march in Orsa.", "banned", "COERCE"),
    ],
)
def test_what_looks_alike_and_was_done(text: str, word: str, type_: str) -> None:
    assert event_at(text, word).type == type_


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Police warned that anyone who attacked public property would be prosecuted.", False),
        ("Those who attack guards will be punished, the minister said.", False),
        ("Those who attacked the village in May will be punished.", True),
        ("Anyone who attacked the convoy in May is still free.", True),
    ],
)
def test_whoever_may_attack_has_attacked_nobody(text: str, there: bool) -> None:
    assert ("ASSAULT" in types(text)) == there


def test_who_obstructs_is_nobody_yet() -> None:
    text = "The text threatens sanctions against those who block aid."
    assert types(text) == ["THREATEN"]


def test_what_a_plant_is_for_is_no_deed() -> None:
    assert "COOPERATE" not in types("The raid hit a depot, which supplies grain to the army.")
    assert "COOPERATE" in types("Norland supplies grain to the army.")


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The planes had struck a meeting of commanders of the Front.", "struck", ("ASSAULT", "aerial")),
        ("The miller was said to have been macheted when he tried to flee.", "macheted", ("ASSAULT", "primitive")),
        ("The two countries fought a short war in 2009 over the Orsa isles.", "fought", ("ASSAULT", None)),
        ("The gunmen left; the guards had returned fire.", "returned", ("ASSAULT", "firearms")),
        ("Two soldiers paid the supreme price in the fight.", "paid", ("ASSAULT", None)),
        ("The driver died on the spot, while two others sustained bullet wounds.", "died", ("ASSAULT", None)),
        ("Miners then stormed the offices and left.", "stormed", ("ASSAULT", None)),
        ("The president deployed 900 extra police officers.", "deployed", ("MOBILIZE", "police")),
        ("The police had deployed an anti-riot squad to the area.", "deployed", ("MOBILIZE", "police")),
        ("Two abducted boys were rescued.", "abducted", ("ASSAULT", "abduct")),
        ("The report lists 31 cases of arbitrary arrest in Velm.", "arrest", ("COERCE", "arrest")),
        ("Soldiers fired on a pro-Osk march.", "march", ("PROTEST", "demo")),
        ("An army spokesman said the withdrawal had begun on Sunday.", "withdrawal", ("RETREAT", "withdraw")),
        ("Aid groups have requested 9 million dollars for the camp.", "requested", ("REQUEST", "change")),
        ("Last year Norland donated 30 field kitchens.", "donated", ("AID", None)),
        ("The Assembly voted to extend the mandate of the mission for a year.", "voted", ("SUPPORT", None)),
        ("Norland seized and later annexed the Orsa isles.", "annexed", ("ASSAULT", None)),
        ("Four bandits were killed and six captured.", "captured", ("COERCE", "arrest")),
    ],
)
def test_what_was_missed(text: str, word: str, kind: tuple[str, str | None]) -> None:
    found = event_at(text, word)
    assert (found.type, found.mode) == kind


@pytest.mark.parametrize(
    "text",
    [
        "The king died on Sunday, while two others were ill.",
        "The minister returned fire at his critics.",
        "The soldiers paid a high price for the tickets.",
        "Six mills were burned and 40 visited.",
        "The march of time is slow.",
        "He fought a legal battle with the council.",
    ],
)
def test_what_looks_like_it_and_was_not_done(text: str) -> None:
    assert not [c for c in events(text) if c.type != "ASSAULT" or "burned" not in text]


def test_who_denies_holding_somebody_says_what_was_not_done() -> None:
    text = "The ministry denied holding him."
    held = event_at(text, "holding")
    assert held.type == "COERCE"
    assert held.certainty[-1].value is Certainty.CT_MINUS


def test_who_arms_and_finances_does_both() -> None:
    text = "The envoy accused Velmia of arming and financing the Orsa Front."
    for word in ("arming", "financing"):
        found = event_at(text, word)
        assert found.type == "AID"
        assert [who.removeprefix("the ") for who in fillers(text, found, Role.RECIPIENT)] == ["Orsa Front"]


def test_a_war_on_an_ill_is_no_attack() -> None:
    assert "ASSAULT" not in types("The council waged a war on poverty.")
    assert "ASSAULT" in types("The army fought a war against the rebels.")
