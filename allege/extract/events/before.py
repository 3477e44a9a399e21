"""What the words before an event noun say: who did it ("a rebel attack"), to what ("the Orsa bombing"), or with what.

A name that no list has is what taggers are least sure of: a town ("the Orsa attack") is as often called a body as the
other way round, and a town that is named as the doer is a false accusation. Such a name is a doer where it is written
like a body's ("the Orsa Front raid", "the EUF raid"), where the deed is one of several that it may do ("a Tarnist
attack"), or where whom it struck stands behind ("the Orsa attack on the depot"); else it says where.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.roles import heads
from allege.claim import Mention
from allege.extract.events.match import Matcher
from allege.extract.nouns import gerund_behind, in_class, is_before_generic, weapon_class
from allege.extract.phrases import in_one_name
from allege.extract.roles import children, prepositional
from allege.extract.wordlists import word_list

Part = Literal["agent", "patient", "tool"]

WHERE_NAMED = word_list("where-named")
"""Events that the name before them places: "the Orsa blast"."""
FOUGHT = frozenset({"battle", "clash", "fighting", "skirmish"})
"""What two sides do: an unknown name alone before it says where."""
DEGREES = word_list("degrees")
"""Words for how much of a deed there was: "Heavy shelling" shells nothing heavy."""
SIDED = frozenset({"guerrilla", "insurgent", "jihadist", "militant", "rebel", "separatist"})
"""Words for fighters that taggers take for adjectives ("a rebel attack")."""

LAND = 5
"""UCDP's `where_prec` of a place no finer than a country's part; only states attack."""

LEANING = frozenset({"pro", "anti"})
SUICIDE = "suicide"
"""How a bombing is done, and with no weapon of that name."""


BODIES = word_list("collective") | word_list("bodies") | word_list("named-bodies")
"""Last words of names that bodies bear."""

BODY_LABELS = frozenset({"ORG", "NORP"})
"""The pipeline's labels of bodies and peoples."""

PEOPLES = ("ist", "ists", "ian", "ians", "ite", "ites", "ese")
"""How names of peoples and of those who hold something end, where no list has them."""

LONGEST = 6
"""Letters of a word in capitals that may be an acronym; a longer one is a name in a line of capitals."""


def premodifiers(noun: Token) -> list[Token]:
    """The words before an event noun (and before "incident" behind it); of a name of several words the last one."""
    found = children(noun, "compound", "amod", "nmod", "npadvmod")
    if noun.i > 0 and gerund_behind(noun.nbor(-1)) is not None:
        found = [*found, noun.nbor(-1)]
    if is_before_generic(noun):
        found = sorted(
            [*found, *(c for c in children(noun.head, "compound", "nmod") if c.i < noun.i)], key=lambda c: c.i
        )
    found = [c for word in found for c in (word, *_beside(word)) if c.i < noun.i]
    followed = {a.i for a, b in pairwise(found) if in_one_name(a, b)}
    return [c for c in found if c.i not in followed and not (c.i == c.sent.start and c.lower_ in DEGREES)]


def _beside(word: Token) -> list[Token]:
    """The adjective joined to one before a deed that both did: "Kirelian and | Norlandic | air raids"."""
    return [c for c in children(word, "conj") if c.pos_ == "ADJ"] if word.dep_ == "amod" else []


def leader_of(word: Token) -> Token | None:
    """Who did what "-led" is said of: "the | rebel | -led attack"; None of any other word."""
    joined = word.lower_ == "led" and word.i >= 2 and word.nbor(-1).text in ("-", "–")
    return word.nbor(-2) if joined and word.dep_ == "amod" else None


def part_of(matcher: Matcher, child: Token, undergone: bool) -> Part | None:
    """Which part a modifier plays: a weapon is a tool, somebody acts (or undergoes it), a building or town is hit."""
    if leans(child) or (child.lower_ == "party" and child.pos_ == "NOUN"):
        return None  # "the birthday | party | shooting"
    mention = matcher.analysis.by_head.get(child.i)
    if _is_unlisted(child, mention):
        told = _by_name(child, mention)
    elif child.dep_ == "amod" or (child.dep_ == "conj" and child.pos_ == "ADJ"):
        told = _by_adjective(child, mention)
    else:
        told = _by_noun(child, mention)
    return "patient" if told == "agent" and undergone and not _is_short(child) else told


def leans(word: Token) -> bool:
    """Whether it only says for or against whom somebody is, or how bad it was: "a pro-Orsa rally", "Mass Shooting"."""
    joined = word.i >= 2 and word.nbor(-1).text in ("-", "–") and word.nbor(-2).lower_ in LEANING
    return joined or word.lower_ in LEANING | DEGREES


def is_no_doer(analysis: Analysis, name: Token) -> bool:
    """Whether a name before a deed that no list has says where it was or what was struck, and not who did it."""
    mention = analysis.by_head.get(name.i)
    return _is_unlisted(name, mention) and _by_name(name, mention) == "patient"


def _is_unlisted(word: Token, mention: Mention | None) -> bool:
    return word.pos_ == "PROPN" and (mention is None or not mention.entity)


def _by_adjective(word: Token, mention: Mention | None) -> Part | None:
    if _is_town(mention):
        return "patient"
    known = mention is not None and mention.type in ("actor", "place")
    named = known or word.lower_ in SIDED or word.ent_type_ in ("NORP", "GPE")
    return "agent" if named and word.pos_ in ("PROPN", "ADJ") else None


def _is_town(mention: Mention | None) -> bool:
    """Whether it is a place no coarser than a country's part: in "the Orsa attack" a town says where."""
    return mention is not None and mention.type == "place" and (mention.precision or LAND) < LAND


def _by_noun(noun: Token, mention: Mention | None) -> Part | None:
    """Of a common noun, or a name that a list has."""
    weapon = noun.pos_ == "NOUN" and weapon_class(noun)
    if not weapon and (_is_town(mention) or (noun.ent_type_ == "PERSON" and not in_class(noun, "person"))):
        return "patient"
    short = mention is not None and mention.type == "place" and _is_short(noun)
    if short or in_class(noun, "person") or noun.ent_type_ in BODY_LABELS:
        return "agent"  # "U.S. bombing"; "the Norland bombing" may have been done there
    if weapon_class(noun):
        return "tool" if noun.lower_ != SUICIDE else None
    if mention is not None and mention.type == "actor":
        return "agent"
    return "patient" if in_class(noun, "thing") or _is_place(noun, mention) else None


def _is_short(name: Token) -> bool:
    """Whether a name is one of initials."""
    letters = name.text.replace(".", "")
    return letters.isupper() and 2 <= len(letters) <= LONGEST


def _by_name(name: Token, mention: Mention | None) -> Part | None:
    """Of a name that no list has."""
    if weapon_class(name) and not _is_called_like_a_body(name):
        return "tool"
    if name.head.lemma_.lower() in WHERE_NAMED or _stands_before_a_thing(name):
        return "patient"
    if in_class(name, "person") or _is_called_like_a_body(name):
        return "agent"
    if name.ent_type_ in BODY_LABELS or (mention is not None and mention.type == "actor"):
        return "agent" if _may_do_it(name) else "patient"
    struck = mention is None or name.ent_type_ == "PERSON" or in_class(name, "thing") or _is_place(name, mention)
    return "patient" if struck else None


def _is_place(token: Token, mention: Mention | None) -> bool:
    return token.ent_type_ in ("FAC", "GPE", "LOC") or (mention is not None and mention.type == "place")


def _stands_before_a_thing(name: Token) -> bool:
    """Whether what is hit stands between a name and the event: "the Orsa prison raid", "the Front office raid"."""
    return any(in_class(c, "thing") and not weapon_class(c) for c in name.head.lefts if c.i > name.i)


def _is_called_like_a_body(name: Token) -> bool:
    """Whether a name is written like that of a body or a people: "Dawn Front", "EUF", "Tarnist"."""
    last = name.lower_
    group = last in BODIES or name.lemma_.lower() in BODIES or heads().get(last, ("", ""))[0] == "group"
    return (group and name.i > 0 and name.nbor(-1).pos_ == "PROPN") or _is_short(name) or last.endswith(PEOPLES)


def _may_do_it(name: Token) -> bool:
    """Whether the deed is one of several, as a body's are and a town's are not, or whom it struck stands behind it."""
    noun = name.head
    if noun.lemma_.lower() in FOUGHT:
        return bool(prepositional(noun, "with", "against"))
    first = next((c for c in noun.lefts if c.dep_ == "det"), None)
    several = noun.tag_ in ("NNS", "NNPS") or (first is not None and first.lower_ in ("a", "an", "another", "any"))
    return several or bool(prepositional(noun, "on", "against", "upon"))
