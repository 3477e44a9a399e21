"""What the parser hangs on the name beside it: who acts behind a place, dates, brackets, bearings, whose land it is.

Each of these sentences is parsed wrongly; asked of the parse, since the encoder finds many of the parties even so.
"""

from __future__ import annotations

import pytest
from shown import Read


@pytest.mark.parametrize(
    ("text", "word", "label", "head"),
    [
        ("On Friday morning in the Orsa Governorate’s northern hills, the Dawn Front (DF) raided a depot.",
         "Front", "nsubj", "raided"),
        ("On Friday evening in the Velm Orsa Governorate, the Orland Arab Army’s 5th Brigade launched a raid on it.",
         "Brigade", "nsubj", "launched"),
        ("On 5 May Trường Sinh rose to address a congress.", "May", "pobj", "On"),
        ("Hundreds of Greeks marched in downtown Athens Thursday to protest the vote.", "Athens", "pobj", "in"),
        ("Velm Al-Osk (Al-Dawn franchise), backed by Faylaq Al-Tarn, launched another attack in the Orsa countryside.",
         "Osk", "nsubj", "launched"),
        ("Police quelled clashes between members of the mayor's clan and other groups who accuse him of theft.",
         "groups", "conj", "members"),
        ("The Orland Army launched a powerful assault west of the T-4 Military Airport on Thursday.",
         "assault", "dobj", "launched"),
        ("Fifteen people were shot dead in an overnight attack in north Orland, blamed on the Dawn Front, he said.",
         "blamed", "acl", "attack"),
        (("The bomb was detonated by guerrillas when a carrier was patrolling near the town of Jezzine, in Kirelian "
          "occupied south Lebanon."), "Lebanon", "pobj", "in"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_is_no_part_of_it(read: Read, text: str, word: str, label: str, head: str) -> None:
    assert hung(read, text, word) == (label, head)


@pytest.mark.parametrize(
    ("text", "word", "label", "head"),
    [
        ("A village head in Velm was on Saturday night killed by gunmen who stormed his house.",
         "head", "nsubjpass", "killed"),
        ("At least 25 people were killed and 122 others wounded in the Dawn-led car bomb attacks earlier on Thursday.",
         "attacks", "pobj", "in"),
        ("Three soldiers were killed and two more injured.", "two", "nummod", "more"),
        (("The rebels lost it a month later after Kirelian forces backing government troops attacked insurgent "
          "positions there."), "forces", "nsubj", "attacked"),
        (("The front shot two guards in one of its areas,” adding that, “The group held the officers last Thursday,” "
          "the source said."), "adding", "advcl", "said"),
        (("Fifteen people were shot dead in an overnight attack in north Orland, blamed on Dawn Front Islamists, "
          "a security source said Friday."), "source", "nsubj", "said"),
    ],
)  # fmt: skip
def test_verbs_have_what_is_theirs(read: Read, text: str, word: str, label: str, head: str) -> None:
    assert hung(read, text, word) == (label, head)


def hung(read: Read, text: str, word: str) -> tuple[str, str]:
    """How the first such word hangs in the parse, and on what."""
    token = next(t for t in read(text).doc if t.text == word)
    return token.dep_, token.head.text


@pytest.mark.parametrize(
    ("text", "word", "label", "head"),
    [
        ("Jets began a campaign tonight, targeting the Dawn Halab controlled districts of Sakra, Hanno, and Tarn.",
         "districts", "dobj", "targeting"),
        ("The army shelled the Dawn Front held villages near Velm.", "held", "amod", "villages"),
        ("Osk, thought to have led the raid, was seen in Velm.", "have", "aux", "led"),
        ("Osk, believed to have been killed by the army, was seen in Velm.", "Osk", "nsubjpass", "seen"),
        ("Osk, alleged to have planned it, said he was innocent.", "alleged", "acl", "Osk"),
    ],
)  # fmt: skip
def test_what_is_held_of_somebody_or_of_a_place_hangs_on_it(
    read: Read, text: str, word: str, label: str, head: str
) -> None:
    assert hung(read, text, word) == (label, head)


def test_whoever_says_that_somebody_holds_a_place_says_it(read: Read) -> None:
    assert hung(read, "He said the Front held villages near Velm.", "held") == ("ccomp", "said")


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Police clashed with demonstrators trying to storm the embassy.", "trying", "demonstrators"),
        (('Velmska.tv posted video online Tuesday of a group of female protesters, chanting "Peaceful!" and marching '
          "up to a line of riot police officers."), "chanting", "group"),
        ("Police fired on protesters trying to disperse them.", "trying", "fired"),
    ],
)  # fmt: skip
def test_a_participle_behind_a_crowd_is_its_own(read: Read, text: str, word: str, head: str) -> None:
    assert hung(read, text, word)[1] == head


@pytest.mark.parametrize(
    ("text", "word", "label", "head"),
    [
        ("The guard was patrolling Velm streets on Monday.", "streets", "dobj", "patrolling"),
        ("A group is patrolling northern Velm towns along the border, clerks said.", "patrolling", "ccomp", "said"),
        ("The Dawn Front launched a surprise counter-offensive on Velm.", "counter-offensive", "dobj", "launched"),
        ("Fighting killed six clerks in Velm as the United Nations warned of a looming crisis.", "Nations", "nsubj",
         "warned"),
        ("Guards shot and killed a farmer they say opened fire on them.", "opened", "ccomp", "say"),
        ("According to local sources, IS killed and jailed members of the tribe.", "IS", "nsubj", "killed"),
    ],
)  # fmt: skip
def test_what_is_done_has_its_doer_and_its_object(read: Read, text: str, word: str, label: str, head: str) -> None:
    assert hung(read, text, word) == (label, head)
