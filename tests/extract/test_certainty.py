"""How firmly the author holds a predicate: one invented sentence for each turn of phrase, grouped by phenomenon."""

from __future__ import annotations

import pytest
from judging import held

SENTENCES = {
    "negation": """
        The rebels attacked the town. | attacked | CT+
        The rebels did not attack the town. | attack | CT-
        The rebels never attacked the town. | attacked | CT-
        No rebels attacked the town. | attacked | CT-
        Nobody attacked the town. | attacked | CT-
        No one attacked the town. | attacked | CT-
        None of the rebels attacked the town. | attacked | CT-
        Neither the army nor the rebels attacked the town. | attacked | CT-
        The rebels neither attacked nor shelled the town. | attacked | CT-
        The rebels neither attacked nor shelled the town. | shelled | CT-
        The rebels left the town without attacking the army. | attacking | CT-
        The rebels failed to attack the town. | attack | CT-
        The rebels did not fail to attack the town. | attack | CT+
        The rebels no longer attack the town. | attack | CT-
        The rebels hardly attacked the town. | attacked | CT-
        The rebels attacked no one. | attacked | CT-
        There was no attack on the town. | attack | CT-
        There was an attack on the town. | attack | CT+
        The rebels did not attack or shell the town. | shell | CT-
        The attack was not aimed at the president. | attack | CT+
        The attack was not intended to kill the guards. | attack | CT+
        The attack did not take place. | attack | CT-
        This raid was planned and carried out by the Orsa Front. | raid | CT+
        The raid was planned and conducted in May. | raid | CT+
        This raid was planned and called off by the Orsa Front. | raid | Uu CT-
    """,
    "modal verbs": """
        The rebels may attack the town. | attack | PS+
        The rebels might have attacked the town. | attacked | PS+
        The rebels could attack the town. | attack | PS+
        The rebels may not have attacked the town. | attacked | PS-
        The rebels must have attacked the town. | attacked | PR+
        The rebels should attack the town. | attack | Uu
        The rebels will attack the town. | attack | PR+ CT+
        The rebels will not attack the town. | attack | PR- CT-
        The rebels would attack the town. | attack | Uu PS+
        The rebels could not attack the town. | attack | CT-
        The rebels may attack and burn the town. | burn | PS+
        The rebels cannot have attacked the town. | attacked | CT-
    """,
    "adverbs": """
        The rebels allegedly attacked the town. | attacked | Uu CTu PS+ PR+
        The clerk was killed on Monday, apparently by rebels. | killed | PR+
        The clerk was killed on Monday, quickly by rebels. | killed | CT+
        The rebels reportedly attacked the town. | attacked | Uu CTu PS+ PR+
        The rebels probably attacked the town. | attacked | PR+
        The rebels possibly attacked the town. | attacked | PS+
        Perhaps the rebels attacked the town. | attacked | PS+
        The rebels apparently attacked the town. | attacked | PR+ PS+
        The rebels probably did not attack the town. | attack | PR-
        The rebels certainly attacked the town. | attacked | CT+
        The rebels almost attacked the town. | attacked | CT-
    """,
    "predicates of likelihood and truth": """
        It is possible that the rebels attacked the town. | attacked | PS+
        It is likely that the rebels attacked the town. | attacked | PR+
        The rebels are likely to attack the town. | attack | PR+
        The rebels are unlikely to attack the town. | attack | PR-
        It is unlikely that the rebels attacked the town. | attacked | PR-
        It is unclear whether the rebels attacked the town. | attacked | Uu CTu
        It is clear that the rebels attacked the town. | attacked | CT+
        It is not true that the rebels attacked the town. | attacked | CT-
        It is a fact that the rebels attacked the town. | attacked | CT+
    """,
    "adjectives and verbs on the name of an event": """
        The alleged attack on the town alarmed the ministry. | attack | Uu PS+ PR+
        The suspected attack on the town alarmed the ministry. | attack | PS+ PR+ Uu
        The possible attack on the town was discussed. | attack | PS+ Uu
        The planned attack on the town was discussed. | attack | Uu
        The attempted assassination of the minister shocked the town. | assassination | Uu CT-
        The police foiled an attack on the town. | attack | CT-
        The army called off the attack on the town. | attack | CT-
        The army planned an attack on the town. | attack | Uu
    """,
    "conditions": """
        If the rebels attack the town, the army will respond. | attack | Uu CTu
        If the rebels attack the town, the army will respond. | respond | Uu PR+
        Unless the rebels attack the town, the army will leave. | attack | Uu CTu
        In case the rebels attack the town, the army will respond. | attack | Uu CTu
        Had the rebels attacked the town, the army would have responded. | attacked | Uu CTu CT-
        The army will respond if the rebels attack the town. | attack | Uu CTu
    """,
    "questions and commands": """
        Did the rebels attack the town? | attack | Uu CTu
        Will the rebels attack the town? | attack | Uu CTu
        Have the rebels attacked the town? | attacked | Uu CTu
        Attack the town! | Attack | Uu
    """,
    "purposes, attempts, plans and wishes": """
        The rebels marched north to attack the town. | attack | Uu
        The rebels marched north in order to attack the town. | attack | Uu
        The rebels tried to attack the town. | attack | Uu
        The rebels did not try to attack the town. | attack | CT- Uu
        The rebels planned to attack the town. | attack | Uu
        The rebels want to attack the town. | attack | Uu
        The rebels threatened to attack the town. | attack | Uu PR+ PS+
    """,
    "implicative verbs": """
        The rebels managed to attack the town. | attack | CT+
        The rebels did not manage to attack the town. | attack | CT-
        The rebels forgot to attack the town. | attack | CT-
        The rebels refused to attack the town. | attack | CT-
        The army prevented the rebels from attacking the town. | attacking | CT-
        The rebels avoided attacking the town. | attacking | CT-
        The rebels did not dare to attack the town. | attack | CT-
        The rebels dared to attack the town. | attack | CT+
        The army forced the rebels to attack the town. | attack | CT+
        The army ordered the rebels to attack the town. | attack | Uu
    """,
    "beginning, going on, ending": """
        The rebels began to attack the town. | attack | CT+
        The rebels stopped attacking the town. | attacking | CT+
        The rebels continued to attack the town. | attack | CT+
    """,
    "perception, knowledge, regret": """
        Villagers saw rebels attack the town. | attack | CT+
        Villagers saw the rebels attacking the town. | attacking | CT+
        The army knows that the rebels attacked the town. | attacked | CT+
        The army does not know that the rebels attacked the town. | attacked | CT+
        The rebels regret that they attacked the town. | attacked | CT+
        The mayor realised that the rebels had attacked the town. | attacked | CT+
        The rebels regretted attacking the town. | attacking | CT+
    """,
    "suspicion and belief of nobody in particular": """
        The rebels are suspected of attacking the town. | attacking | Uu PS+ PR+
        The rebels are believed to have attacked the town. | attacked | PR+ PS+ Uu
        The rebels were accused of attacking the town. | attacking | Uu PS+
        The rebels are expected to attack the town. | attack | PR+ PS+
        The rebels seem to have attacked the town. | attacked | PR+
        The rebels were blamed for attacking the town. | attacking | Uu PS+ PR+
    """,
    "further turns of phrase": """
        The rebels have yet to attack the town. | attack | CT-
        The rebels were unable to attack the town. | attack | CT-
        The rebels were able to attack the town. | attack | CT+
        The rebels, who attacked the town, fled. | attacked | CT+
        Anyone who attacks the town will be punished. | attacks | Uu
        After the rebels attacked the town, the army fled. | attacked | CT+
        The army fled because the rebels attacked the town. | attacked | CT+
        Instead of attacking the town, the rebels fled. | attacking | CT-
        The rebels fled rather than attack the town. | attack | CT-
        The attack did not take place. | attack | CT-
        The attack on the town killed nobody. | killed | CT-
        The attack on the town killed nobody. | attack | CT+
        The ministry did not condemn the attack on the town. | attack | CT+
        The rebels carried out an attack on the town. | attack | CT+
        The rebels did not carry out an attack on the town. | attack | CT-
        The threat of an attack on the town remains. | attack | Uu PS+
        The rebels are about to attack the town. | attack | PR+ PS+
        The rebels are going to attack the town. | attack | PR+ CT+
        The rebels have no plan to attack the town. | attack | Uu CT-
        The rebels did n't attack the town . | attack | CT-
        I think the rebels attacked the town. | attacked | PR+
        I don't think the rebels attacked the town. | attacked | PR-
        The rebels not only attacked the town but burned it. | attacked | CT+
        The rebels did not attack the town but burned it. | burned | CT+
        Under no circumstances did the rebels attack the town. | attack | CT-
        The rebels have to attack the town. | attack | Uu
        The rebels had to attack the town. | attack | CT+
        The rebels did not have to attack the town. | attack | Uu CT-
        If they starved, the rebels had to attack the town. | attack | Uu
        Describing the attack as unfair, the mayor left. | attack | CT+
        The mayor demanded an inquiry into the police firing. | firing | CT+
        Had it not been for rain, the rebels would have attacked the town. | attacked | Uu CT- PR-
        The rebels need not attack the town. | attack | Uu CT-
        The rebels were ordered not to attack the town. | attack | Uu CT-
        The army pretended that the rebels attacked the town. | attacked | CT-
        There is no evidence that the rebels attacked the town. | attacked | Uu
        The army feared that the rebels would attack the town. | attack | Uu PS+ PR+
        The rebels wished they had attacked the town. | attacked | CT-
        The rebels are capable of attacking the town. | attacking | Uu PS+
        The rebels are preparing an offensive on the town. | offensive | Uu
        The failed coup shook the town. | coup | CT- Uu
        The police averted a bombing in the town. | bombing | CT-
        A bombing in the town was averted. | bombing | CT-
        An attack is imminent. | attack | PR+
        An attack is feared. | attack | Uu PS+
        The rebels denied the attack on the town. | attack | CT+ Uu
        The attack plan was found. | attack | Uu
        The army warned of an attack on the town. | attack | Uu PS+
    """,
}
CASES = [
    pytest.param(*(part.strip() for part in line.split("|")), id=f"{group}: {line.split('|')[0].strip()}")
    for group, lines in SENTENCES.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("text", "word", "allowed"), CASES)
def test_the_author_holds_the_predicate_as_firmly_as_the_sentence_puts_it(text: str, word: str, allowed: str) -> None:
    author = held(text, word)["author"]
    assert author.value in allowed.split(), author.why


@pytest.mark.parametrize(
    ("text", "word", "why"),
    [
        ("The rebels attacked the town.", "attacked", "no hedge"),
        ("The rebels did not attack the town.", "attack", "denied"),
        ("The rebels may attack the town.", "attack", "modal 'may'"),
        ("Did the rebels attack the town?", "attack", "question"),
        ("Attack the town!", "Attack", "command"),
        ("The rebels failed to attack the town.", "attack", "negative implicative 'fail'"),
        ("If the rebels attack the town, the army will respond.", "attack", "condition 'if'"),
        ("The rebels probably did not attack the town.", "attack", "adverb 'probably'"),
        ("The rebels marched north to attack the town.", "attack", "purpose"),
    ],
)
def test_the_reason_names_the_rule_in_a_few_words(text: str, word: str, why: str) -> None:
    assert held(text, word)["author"].why == why


@pytest.mark.parametrize("verb", ["did n't attack", "did n’t attack", "didn't attack", "didn’t attack"])
def test_a_contracted_not_denies_however_it_is_written(verb: str) -> None:
    assert held(f"The rebels {verb} the town .", "attack")["author"].value == "CT-"


def test_a_condition_before_he_said_limits_what_was_said_and_not_the_saying() -> None:
    text = "If the army leaves the town, the rebels will attack the bridge, he said."
    assert held(text, "said")["author"].value == "CT+"


def test_a_verb_that_the_tagger_took_for_a_noun_is_read_as_a_verb_when_it_has_an_auxiliary() -> None:
    assert held("Did Ukraine attack Russia?", "attack")["author"].value == "Uu"


def test_leaving_no_doubt_denies_nothing() -> None:
    assert held("The report leaves no doubt about the raid.", "leaves")["author"].value == "CT+"


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Guards shot the men down before they could attack the mill.", "attack", "CT-"),
        ("Guards fled before the men attacked the mill.", "attacked", "CT+"),
        ("Was it really the rebels who burned the mill?", "burned", "Uu"),
        ("It was not the rebels who burned the mill.", "burned", "CT-"),
        ("It was the rebels who burned the mill.", "burned", "CT+"),
        ("There were no reports that rebels burned the mill.", "burned", "Uu"),
    ],
)
def test_what_was_forestalled_and_who_it_was(text: str, word: str, value: str) -> None:
    assert held(text, word)["author"].value == value
