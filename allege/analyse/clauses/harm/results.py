"""What an explosion left: in "A bomb went off while guards were checking it, killing two" the guards kill nobody.

The parser hangs the participle on the nearest verb. Behind a comma, and with an explosion over that verb, it tells what
came of the explosion. The second of two participles hangs on the first ("killing six who hoped to leave and | hurting
ten"): whoever hopes hurts nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import FINITE, PAST

MEANWHILE = frozenset({"while", "as", "when"})
"""Words that open a clause which only says what went on when it exploded."""


def hang_results(token: Token, words: Mapping[str, Collection[str]]) -> None:
    """Hangs a participle of harm where it belongs; lists `harming`, `exploding` and `denying`."""
    hang_result(token, words)
    hang_on_denied(token, words)
    hang_on_missile(token, words)
    hang_on_participle(token, words)
    give_object(token, words)


def give_object(token: Token, words: Mapping[str, Collection[str]]) -> None:
    """ "Rebels set off | a bomb | killing nine": the bomb is what they set off, and did not kill while they did so."""
    verb = token.head
    if token.tag_ != "VBG" or token.dep_ != "advcl" or token.lemma_ not in words["harming"] or verb.pos_ != "VERB":
        return
    thing = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
    if thing is None or thing.i + 1 != token.i or thing.lemma_ not in FLYING or verb.i > thing.i:
        return
    if not any(c.dep_ == "nsubj" for c in verb.lefts) or any(c.dep_ in ("dobj", "auxpass") for c in verb.children):
        return
    if all(t.dep_ == "prt" for t in verb.doc[verb.i + 1 : thing.left_edge.i]):
        thing.head, thing.dep_ = verb, "dobj"


def hang_result(token: Token, words: Mapping[str, Collection[str]]) -> None:
    """Hangs a participle of harm ("killing") on the verb of the explosion; lists `harming` and `exploding`."""
    if token.tag_ != "VBG" or token.dep_ not in ("advcl", "xcomp") or token.lemma_ not in words["harming"]:
        return
    near = token.head
    meanwhile = any(c.lower_ in MEANWHILE for c in near.lefts) and near.dep_ == "advcl"
    over = near.head
    if near.dep_ == "pcomp" and over.lower_ in MEANWHILE:
        meanwhile, over = True, over.head
    comma = token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text == ","
    if meanwhile and comma and over.i < near.i < token.i and _explodes(over, words["exploding"]):
        token.head, token.dep_ = over, "advcl"
    elif comma and near.dep_ == "relcl" and _only_goes(near):
        over = next((t for t in near.ancestors if t.pos_ == "VERB"), near)
        if over.i < near.i:
            token.head, token.dep_ = over, "advcl"


GOING = frozenset({"be", "carry", "drive", "go", "head", "leave", "pass", "return", "take", "transport", "travel"})
"""Verbs of where a bus is and what it carries, which do no harm."""


def _only_goes(verb: Token) -> bool:
    """Whether a clause on a thing tells but where it went: "fired at a bus that | was | on its way, killing two"."""
    which = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    thing = verb.head.dep_ in ("dobj", "pobj") and verb.head.i < verb.i
    return verb.lemma_ in GOING and thing and which is not None and which.lower_ in ("that", "which")


def hang_on_denied(token: Token, words: Mapping[str, Collection[str]]) -> None:
    """ "The army denied having shelled it, | wounding | six": what it denies would have done that, not the denial."""
    if token.tag_ != "VBG" or token.dep_ != "advcl" or token.lemma_ not in words["harming"]:
        return
    said = token.head
    if said.i > token.i or said.lemma_ not in words["denying"]:
        return
    told = [c for c in said.rights if c.dep_ in ("xcomp", "ccomp") and c.pos_ == "VERB" and c.i < token.i]
    if told:
        token.head = told[-1]


def hang_on_missile(token: Token, words: Mapping[str, Collection[str]]) -> None:
    """ "She stands where bullets hit the house, | striking | her son": hung on the verb of what flew, not on hers."""
    if token.tag_ != "VBG" or token.dep_ != "advcl" or token.lemma_ not in {*words["harming"], *STRIKING}:
        return
    between = (v for v in token.doc[token.head.i + 1 : token.i] if v.pos_ == "VERB" and v.tag_ in PAST)
    loose = FLYING | HAZARDS
    near = next((v for v in between if any(c.dep_ == "nsubj" and c.lemma_.lower() in loose for c in v.lefts)), None)
    if near is not None and not near.is_ancestor(token.head):
        token.head = near


STRIKING = frozenset({"strike", "hit"})
FLYING = frozenset({"bullet", "shell", "rocket", "missile", "bomb", "shrapnel", "shot", "gunfire", "grenade", "mortar"})
"""What strikes somebody wherever it came from."""

HAZARDS = frozenset(
    {"river", "flood", "floodwater", "quake", "earthquake", "storm", "cyclone", "hurricane", "typhoon", "tornado"}
    | {"landslide", "mudslide", "avalanche", "volcano", "tsunami", "dam", "wave", "wildfire"}
)
"""What kills by no hand: "visited those who fled since the | river | burst its banks, killing nine"."""


def hang_on_participle(token: Token, words: Mapping[str, Collection[str]]) -> None:
    """Hangs a participle of harm in a row with a verb of another form on the participle of harm before both."""
    if token.tag_ != "VBG" or token.dep_ != "conj" or token.head.tag_ == "VBG" or token.lemma_ not in words["harming"]:
        return
    if any(child.dep_ in ("nsubj", "aux", "auxpass") for child in token.children):
        return
    above = (a for a in token.head.ancestors if a.tag_ == "VBG" and a.lemma_ in words["harming"] and a.i < token.i)
    first = next((a for a in above if a.dep_ in ("advcl", "xcomp", "conj")), None)
    if first is None:
        return
    joint = next((c for c in token.head.children if c.dep_ == "cc" and c.i == token.i - 1), None)
    token.head = first
    if joint is not None:
        joint.head = first


def free_explosion(token: Token, words: Mapping[str, Collection[str]]) -> None:
    """ "A bomb | exploded on Friday | leaving nine dead": no participle is a main verb; list `exploding`."""
    if token.dep_ != "acl" or token.tag_ not in PAST or not _explodes(token, words["exploding"]):
        return
    bomb = token.head
    left = bomb.head
    if bomb.dep_ == "ROOT":
        _tell_of(bomb, token)
    if bomb.dep_ != "nsubj" or left.i == bomb.i:
        return
    if left.tag_ != "VBG" or left.i < token.i or any(c.dep_ in ("aux", "auxpass") for c in left.children):
        return
    take_place(token, of=left)
    bomb.head = token
    left.head, left.dep_ = token, "advcl"


def _tell_of(bomb: Token, exploded: Token) -> None:
    """ "In Velm, a car | parked on a road, | detonated near a convoy", read as a car of which both are said."""
    comma = exploded.i > 0 and exploded.nbor(-1).text == ","
    if not comma or any(t.tag_ in FINITE and t.dep_ not in ("relcl", "amod") for t in bomb.sent if t.i != exploded.i):
        return
    take_place(exploded, bomb)
    exploded.tag_ = "VBD"
    outer = [c for c in bomb.children if c.i > exploded.i or c.right_edge.i < bomb.left_edge.i or _opens(bomb, c)]
    for child in outer:
        child.head = exploded
    bomb.head, bomb.dep_ = exploded, "nsubj"


def _opens(bomb: Token, child: Token) -> bool:
    """Whether a phrase before the noun opens the sentence: "In a separate incident, | a car"."""
    return child.i < bomb.i and child.dep_ in ("prep", "punct", "npadvmod", "advmod")


def part_harms(token: Token) -> None:
    """ "Leaving nine people dead and | 30 injured": those who died are not the injured."""
    if token.tag_ != "VBN" or token.dep_ != "ccomp" or token.head.lemma_ != "leave":
        return
    dead = next((c for c in token.children if c.dep_ == "nsubj"), None)
    hurt = next((c for c in dead.children if c.dep_ == "conj" and c.i > dead.i), None) if dead is not None else None
    if dead is None or hurt is None or not any(c.dep_ == "amod" and dead.i < c.i < hurt.i for c in dead.children):
        return
    dead.head, dead.dep_ = token.head, "dobj"
    hurt.head, hurt.dep_ = token, "nsubj"
    token.dep_ = "conj"


WHEN = frozenset({"after", "when", "as"})


def part_total(token: Token) -> None:
    """ "The toll rose to nine | after | four people died": no "nine after four" people."""
    number = token.head
    total = token.nbor(-1) if token.i > 1 else token
    to = total.nbor(-1) if total.i else total
    if total.head.i != number.i or total.pos_ != "NUM" or to.dep_ != "prep" or to.lower_ not in ("to", "at"):
        return
    people = number.head if number.dep_ == "nummod" else number
    verb = people.head
    if people.dep_ in ("nsubj", "nsubjpass") and to.i < verb.i and verb.pos_ == "VERB":
        total.head, total.dep_ = to, "pobj"
        token.head, token.dep_ = verb, "mark"


def _explodes(verb: Token, exploding: Collection[str]) -> bool:
    particle = next((c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")), "")
    return verb.lemma_ in exploding or f"{verb.lemma_} {particle}" in exploding
