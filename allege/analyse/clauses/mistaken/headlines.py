"""Verbs of headlines that are taken for nouns: "Strike on school | kills 12", "Airstrike near Orsa | wounds three".

The parser reads "school kills" as one name, and what the strike did is lost. The verb gets the deed for its subject and
whom it counts for its object. So it is with "League | rejects | claim it shelled port": the league claims nothing; with
"Villagers flee as militia | raid | farms", who flee as nothing; and with "Grenade | thrown | at shrine", which threw
nothing.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import SUBJECTS, has

REFUSING = {
    "rejects": "reject", "dismisses": "dismiss", "denies": "deny", "disputes": "dispute", "refutes": "refute",
    "rebuts": "rebut", "denounces": "denounce", "slams": "slam",
}  # fmt: skip
HARMING = {"kills": "kill", "wounds": "wound", "injures": "injure", "hits": "hit", "destroys": "destroy"}


def make_verb(word: Token) -> None:
    """Makes such a noun a verb, where a number stands behind it and a deed with its place before."""
    lemma = HARMING.get(word.lower_)
    if lemma is None or word.tag_ != "NNS" or word.dep_ != "pobj" or not word.i or word.i + 1 >= len(word.doc):
        return
    where = word.head
    place, number, deed = word.nbor(-1), word.nbor(), where.head
    if place.head.i != word.i or place.dep_ != "compound" or not number.like_num or deed.pos_ not in ("NOUN", "PROPN"):
        return
    whom = number.head if number.dep_ == "nummod" and number.head.i > number.i else number
    take_place(word, deed)
    word.dep_ = "ccomp" if word.dep_ == "dep" else word.dep_
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", lemma
    deed.head, deed.dep_ = word, "nsubj"
    for child in [c for c in word.lefts if c.i not in (deed.i, place.i) and c.i > where.i]:
        child.head = place
    place.head, place.dep_ = where, "pobj"
    whom.head, whom.dep_ = word, "dobj"


def make_refusal(word: Token, reports: Collection[str]) -> None:
    """Makes a noun a verb of refusing where a report (lemmas) is read as its verb: "League | rejects | claim"."""
    told, lemma = word.head, REFUSING.get(word.lower_)
    if lemma is None or told.i != word.i + 1 or told.tag_ != "VBP" or told.lemma_ not in reports:
        return
    who = _refuser(word)
    if who is None:
        return
    take_place(word, told)
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", lemma
    for child in [c for c in word.lefts if c.i < who.i]:
        child.head = who
    who.head, who.dep_ = word, "nsubj"
    for child in [c for c in told.children if c.is_punct]:
        child.head = word
    told.head, told.dep_, told.tag_, told.pos_ = word, "dobj", "NN", "NOUN"
    for child in told.rights:
        if child.dep_ == "ccomp":
            child.dep_ = "acl"


def _refuser(word: Token) -> Token | None:
    """Who stands right before a verb of refusing that is read as a noun or as an auxiliary."""
    if word.dep_ == "aux":
        near = (*word.lefts, *word.head.lefts)
        return next((c for c in near if c.dep_ == "nsubj" and c.right_edge.i == word.i - 1), None)
    names = [c for c in word.lefts if c.dep_ in ("compound", "amod")]
    return names[-1] if word.dep_ == "nsubj" and names and names[-1].i == word.i - 1 else None


ATTACKING = {
    "raid": "raid", "raids": "raid", "storm": "storm", "storms": "storm", "shell": "shell", "shells": "shell",
    "bomb": "bomb", "bombs": "bomb", "attack": "attack", "attacks": "attack", "ambush": "ambush", "charge": "charge",
    "torch": "torch", "seize": "seize", "loot": "loot", "strike": "strike", "strikes": "strike", "fire": "fire",
}  # fmt: skip
SUFFERING = frozenset(
    {"kill", "die", "dead", "hurt", "wound", "injure", "flee", "hold", "detain", "arrest", "displace", "trap", "feared"}
)
"""Words of headlines for what happens to people "as" others attack."""


def make_attack(joint: Token) -> None:
    """Makes what is read as one name behind "as" a clause: "Seven killed | as militia raid cattle camp"."""
    over = joint.head
    if joint.lower_ != "as" or joint.dep_ != "prep" or over.i > joint.i or over.lemma_.lower() not in SUFFERING:
        return
    if joint.sent[-1].text == ".":
        return  # "was hired as police raid coordinator."
    verb = next((t for t in joint.doc[joint.i + 2 : joint.i + REACH] if t.lower_ in ATTACKING), None)
    if verb is None or verb.dep_ not in ("compound", "pobj") or verb.i + 1 >= joint.sent.end:
        return
    who = verb.nbor(-1)
    thing = verb.head if verb.dep_ == "compound" else verb.nbor()
    named = all(t.pos_ in ("NOUN", "PROPN", "ADJ") for t in verb.doc[joint.i + 1 : verb.i])
    if not named or who.pos_ == "ADJ" or thing.i <= verb.i or thing.pos_ not in ("NOUN", "PROPN"):
        return
    thing.head = over  # first: what hangs below a word that comes to hang below it would be lost
    verb.head, verb.dep_, verb.tag_, verb.pos_ = over, "advcl", "VBP", "VERB"
    verb.lemma_ = ATTACKING[verb.lower_]
    joint.head, joint.dep_, joint.pos_ = verb, "mark", "SCONJ"
    thing.head, thing.dep_ = verb, "dobj"
    for before in verb.doc[joint.i + 1 : who.i]:
        before.head = who
    who.head, who.dep_ = verb, "nsubj"


REACH = 6
"""Words from "as" to the verb at most, and one more."""

THROWN = frozenset({"thrown", "hurled", "lobbed", "tossed", "fired", "launched", "dropped", "planted", "detonated"})
TOOLS = frozenset(
    {"bomb", "grenade", "explosive", "explosives", "shell", "rocket", "missile", "mortar", "mine", "stone", "rock"}
    | {"brick", "bottle", "flare", "dynamite", "device", "shot", "bullet"}
)


def undergo_throw(thrown: Token) -> None:
    """Makes the clause passive: "Grenade | thrown | at shrine, none hurt"."""
    tool = next((c for c in thrown.lefts if c.dep_ == "nsubj"), None)
    if tool is not None and thrown.lower_ in THROWN:
        tool = _whole_tool(tool)
    if thrown.lower_ not in THROWN or tool is None or tool.i + 1 != thrown.i:
        return
    noun = tool.lower_.removesuffix("s") if tool.lower_ not in TOOLS else tool.lower_
    if noun in TOOLS and not has(thrown, {"aux", "auxpass", "dobj"}) and has(thrown, {"prep"}):
        tool.dep_, tool.ent_type_, tool.pos_ = "nsubjpass", "", "NOUN"
        tool.lemma_ = noun
        thrown.tag_ = "VBN"


def _whole_tool(first: Token) -> Token:
    """The last word of "petrol | bombs", read as what was done to petrol; else the word itself."""
    noun = next((c for c in first.rights if c.dep_ == "acl" and c.lower_.removesuffix("s") in TOOLS), None)
    if noun is None or noun.i != first.i + 1 or has(noun, {"prep", "agent", "dobj"}):
        return first
    take_place(noun, first)
    noun.tag_, noun.pos_ = "NNS", "NOUN"
    first.head, first.dep_ = noun, "compound"
    return noun


def make_hurt(word: Token) -> None:
    """Makes "hurt" behind a number a participle: "Nine | hurt | as police charge marchers"."""
    number = next((c for c in word.lefts if c.dep_ == "nummod"), None)
    if word.lower_ == "hurt" and word.tag_ == "NN" and word.dep_ == "ROOT" and number is not None:
        word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", "hurt"
        number.dep_ = "nsubjpass"


HINTING = {"hints": "hint", "signals": "signal", "claims": "claim", "reports": "report", "fears": "fear"}


def make_hint(word: Token, somebody: Collection[str]) -> None:
    """Makes the last word a verb of saying: "Army may quit Orsa, aide | hints"; `somebody`: nouns for who can speak."""
    root = word.sent.root
    behind = [t for t in word.doc[word.i + 1 : word.sent.end] if not t.is_space]
    if word.lower_ not in HINTING or word.tag_ != "NNS" or word.dep_ not in ("appos", "npadvmod") or behind:
        return
    who = [c for c in word.lefts if c.dep_ in ("compound", "amod") and not c.is_punct]
    if not who or who[-1].i != word.i - 1 or who[-1].lower_ not in somebody:
        return
    if word.left_edge.i < 1 or word.doc[word.left_edge.i - 1].text != ",":
        return
    if root.pos_ != "VERB" or root.i > word.i or not any(c.dep_ in SUBJECTS for c in root.lefts):
        return
    comma, speaker = word.doc[word.left_edge.i - 1], who[-1]
    take_place(word, root)
    root.head, root.dep_ = word, "ccomp"
    comma.head = word
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", HINTING[word.lower_]
    for child in [c for c in word.lefts if c.dep_ in ("det", "poss", "compound", "amod", "nmod") and c.i < speaker.i]:
        child.head = speaker
    speaker.head, speaker.dep_, speaker.tag_, speaker.pos_ = word, "nsubj", "NN", "NOUN"
