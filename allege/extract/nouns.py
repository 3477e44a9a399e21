"""What kind of thing a noun names: somebody, something, a place, a weapon. Word lists in data/events/classes.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from allege.analyse.analysis import Analysis
from allege.analyse.clauses.mistaken.tags import ORDINALS
from allege.claim import MentionType
from allege.extract.happenings import happens
from allege.extract.once import Once
from allege.extract.wordlists import DATA, word_list, words

WEAPON_CLASSES = (
    "suicide",
    "unconventional",
    "drone",
    "crowd-control",
    "heavy",
    "aerial",
    "explosive",
    "firearm",
    "primitive",
    "fire",
)
"""From the most telling to the least; the first that a word is in gives the mode of an assault."""

CARRIERS = word_list("carriers")
"""Nouns that say little by themselves: what they are made of ("a round of talks", "an aid package") counts as well."""

GENERIC_EVENTS = word_list("generic-events")
"""Nouns that add nothing to the event noun before them ("the jailbreak incident")."""

STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "npadvmod", "conj", "pobj"})
"""Labels of a noun that stands for somebody or something."""

PAPERS = word_list("papers")
"""Nouns of what somebody writes or says, which owns up to a deed for its author and did none."""

TOWNS = word_list("towns")
CREWED = frozenset({"aerial", "drone", "heavy"})
"""Classes of weapons that belong to a force, whatever the word before them."""

MEASURES = word_list("measures")
NOBODY = word_list("nobody")
HARMED = word_list("harmed")
UNHARMED = word_list("unharmed")


def is_before_generic(deed: Token) -> bool:
    """Whether a deed is told with a word for any: "the jailbreak | incident"."""
    return deed.dep_ in ("compound", "nmod") and deed.head.lemma_.lower() in GENERIC_EVENTS


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """The word classes by name."""
    found = tomllib.loads((DATA / "classes.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words(entry["words"])) for name, entry in found.items()}


@cache
def _singular(word: str) -> str:
    """A word that the tagger takes for a name in the singular: "Gunmen", "Police Stations", also of "-man"."""
    if word.endswith("men") and word[:-2] + "an" in classes()["person"]:
        return word[:-2] + "an"
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith(("ss", "us", "is")):
            return word[: -len(ending)] + instead
    return word


@Once
def forms(token: Token) -> tuple[str, ...]:
    """The forms under which a noun is looked up: those of `names`, and with one or two words before.

    One more of those told of is what they are: "two soldiers were wounded and a | third was captured".
    """
    if token.lower_ in ORDINALS:
        for one in _told(token):
            return forms(one)
    base, lower, bare = names(token)
    pair = three = ""
    if token.i > 0:
        before = token.nbor(-1)
        if before.text == "-" and token.i > 1:
            before = token.nbor(-2)
        pair = f"{before.lower_} {bare}"
        first = before.nbor(-1) if before.i > 0 else None
        if first is not None and first.text == "-" and first.i > 0:
            first = first.nbor(-1)
        three = f"{first.lower_} {pair}" if first is not None else ""
    return (base, lower, bare, pair, three)


def names(token: Token) -> tuple[str, str, str]:
    """A noun by itself: dictionary form, as written, plural off."""
    base, lower = token.lemma_.lower(), token.lower_
    return base, lower, _singular(lower) if token.pos_ == "PROPN" else base


def is_one_of(token: Token, wanted: frozenset[str]) -> bool:
    """Whether a noun, or the noun with the word before it, is in `wanted`."""
    return not wanted.isdisjoint(forms(token))


def is_part(token: Token) -> bool:
    """Whether a noun is a part of somebody, or his death, without saying whose: "shot in the | chest"."""
    bare = not any(c.dep_ in ("poss", "prep", "compound") for c in token.children)  # "the village | head" is somebody
    return token.lemma_.lower() in UNHARMED and bare


def in_class(token: Token, name: str) -> bool:
    """Whether the noun is in a class of classes.toml."""
    return is_one_of(token, classes()[name])


def _told(ordinal: Token) -> list[Token]:
    """Of whom one more is told; nobody in "a third of the town"."""
    labels = {c.dep_ for c in ordinal.children}
    if ordinal.dep_ not in STANDING or "det" not in labels or "prep" in labels:
        return []
    before = (t for t in reversed(ordinal.doc[ordinal.sent.start : ordinal.i]) if t.dep_ in STANDING)
    return [t for t in before if t.pos_ == "NOUN" and any(c.dep_ == "nummod" for c in t.children)][:1]


def contents(token: Token) -> list[Token]:
    """The noun and, where it is a carrier ("dozens of", "aid package"), what it is made of."""
    out = [token]
    if token.lemma_.lower() in CARRIERS or token.pos_ == "NUM":
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                out += [c for c in child.children if c.dep_ == "pobj"]
            elif child.dep_ in ("compound", "nmod", "amod"):
                out.append(child)
    return out


def is_town(token: Token) -> bool:
    """Whether a noun says what kind of place people live in: "the | city | of Orsa", "the Norland | capital |"."""
    return token.lemma_.lower() in TOWNS


def is_paper(token: Token) -> bool:
    """Whether a noun names what somebody writes or says: "a | letter | claiming responsibility for the raid"."""
    return token.pos_ == "NOUN" and token.lemma_.lower() in PAPERS


def weapon_class(token: Token) -> str | None:
    """The class of weapon that a noun names, or None; with the word before it first ("tear gas" is no poison gas)."""
    if in_class(token, "person") and not in_class(token, "suicide"):
        return None
    pair = forms(token)[3]
    whole = next((name for name in WEAPON_CLASSES if pair and pair in classes()[name]), None)
    if whole is None and token.ent_type_ == "PERSON" and token.pos_ == "PROPN":
        return None  # "President Ada | Stone"
    if token.pos_ == "PROPN" and any(c.lower_ == "of" and c.dep_ == "prep" and _names(c) for c in token.rights):
        return None  # "the | Sword | of the South" is a body
    return whole or next((name for name in WEAPON_CLASSES if in_class(token, name)), None)


def _names(preposition: Token) -> bool:
    return any(c.dep_ == "pobj" and c.pos_ == "PROPN" for c in preposition.rights)


def kind(analysis: Analysis, token: Token) -> MentionType:
    """What a phrase with this head names: its mention's type where it has one, else by word and name tags."""
    mention = analysis.by_head.get(token.i)
    core = contents(token)
    if any(in_class(t, "person") for t in core[:2]):
        return MentionType.PERSON if token.ent_type_ == "PERSON" else MentionType.ACTOR
    if mention is not None and mention.type not in (MentionType.QUANTITY, MentionType.TIME):
        return mention.type
    if any(in_class(t, "thing") for t in core):
        return MentionType.PLACE
    if weapon_class(token):
        return MentionType.WEAPON
    return BY_TAG.get(token.ent_type_, MentionType.ACTOR)


BY_TAG: Mapping[str, MentionType] = {
    "PERSON": MentionType.PERSON,
    "GPE": MentionType.PLACE,
    "LOC": MentionType.PLACE,
    "FAC": MentionType.PLACE,
}
"""What a phrase without a mention names, by the tag of its name."""


def with_lemma(doc: Doc, lemmas: Iterable[str]) -> Iterator[Token]:
    """The tokens with one of these dictionary forms, in text order, without a look at each token."""
    known = _by_lemma(doc)
    for at in sorted({i for lemma in lemmas for i in known.get(lemma, ())}):
        yield doc[at]


@lru_cache(maxsize=1)
def _by_lemma(doc: Doc) -> Mapping[str, Sequence[int]]:
    """The indices of the tokens with each dictionary form, looked for once a text."""
    out: dict[int, list[int]] = {}
    for at, lemma in enumerate(doc.to_array("LEMMA").tolist()):
        out.setdefault(lemma, []).append(at)
    return {doc.vocab.strings[lemma]: found for lemma, found in out.items()}


WILLED = frozenset({MentionType.ACTOR, MentionType.PERSON})
"""Sorts of mention that can do something of their own will."""


def is_sentient(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase names somebody who can do something of their own will, and no thing."""
    return kind(analysis, token) in WILLED and not in_class(token, "thing")


def is_nobody(token: Token) -> bool:
    """Whether a phrase names nobody: "no group", "neither side", "nobody", "which side", "not two", "100 km"."""
    if token.lemma_.lower() in MEASURES and any(c.like_num for c in token.lefts):
        return True
    before = (c.lower_ for c in token.children if c.dep_ in ("det", "neg"))
    return token.lower_ in NOBODY or any(word in NOBODY or word in ("which", "what", "not") for word in before)


def is_harmed(token: Token) -> bool:
    """Whether a phrase tells what became of somebody: "so many dead children" did nothing."""
    return any(c.dep_ == "amod" and c.lower_ in HARMED for c in token.children)


UNKNOWN = frozenset({"unknown", "unidentified", "unclear"})


def stands_alone(token: Token) -> bool:
    """Whether a phrase names somebody for itself, and not whose a thing is: not "leaflets signed by the front".

    Nor does a phrase of which is said that nobody knows who it is ("perpetrators unknown").
    """
    if token.dep_ == "nsubj" and token.head.lemma_ in UNKNOWN:
        return False
    noun = _held_by(token)
    return noun is None or any(in_class(noun, name) for name in ("person", "armed")) or happens(noun)


def _held_by(token: Token) -> Token | None:
    """The noun that a phrase says more about: "a *flag* from the front", "*leaflets* signed by it", "its *flag*"."""
    if token.dep_ == "appos":
        token = token.head  # "a flag from the Dawn Front | (DF)"
    above = token.head
    if token.dep_ in ("poss", "compound", "nmod"):
        return above
    if token.dep_ != "pobj":
        return None
    over = above.head
    if above.dep_ == "agent" or above.lower_ == "by":
        return over.head if over.dep_ == "acl" else None
    return over if over.pos_ == "NOUN" and above.lower_ in ("of", "from") else None


def is_noun(token: Token) -> bool:
    """Whether a word stands as a noun: tagged so, or a gerund or "-s" form with what nouns have around them.

    "In police firing", "in firing by the police", "airstrikes" tagged as a verb.
    """
    return token.pos_ in ("NOUN", "PROPN") or (token.tag_ in ("VBG", "VBZ") and _is_nominal(token))


def _is_nominal(token: Token) -> bool:
    """Whether a gerund or an "-s" form stands as a noun."""
    if token.i > 0 and gerund_behind(token.nbor(-1)) is not None:
        return True
    if token.dep_ not in NOMINAL_PLACES:
        return False
    if any(c.dep_ in ("det", "amod", "compound", "poss", "nmod") and c.i < token.i for c in token.children):
        return True
    if token.dep_ in ("pobj", "pcomp") and token.head.lower_ == "to" and token.head.head.lemma_ in UNDERGOING:
        return not any(c.dep_ == "dobj" for c in token.children)  # "subjected it to shelling"
    if token.tag_ == "VBG" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "of":
        return token.dep_ in ("nsubj", "nsubjpass", "csubj", "pobj", "dobj")  # "shelling of Orsa resumed"
    by = any(c.lower_ == "by" and c.dep_ in ("prep", "agent") for c in token.children)
    erupts = token.tag_ == "VBG" and token.dep_ == "nsubj" and token.i + 1 == token.head.i
    within = by and token.dep_ in ("pobj", "pcomp")
    return erupts or (within and not any(c.dep_ == "dobj" for c in token.children))


UNDERGOING = frozenset({"subject", "expose"})
NOMINAL_PLACES = frozenset({"pobj", "pcomp", "dobj", "nsubj", "nsubjpass", "conj", "attr"})


def gerund_behind(noun: Token) -> Token | None:
    """The gerund that makes one name of an act with the noun before it, where the parser hung it elsewhere.

    "Two died in police firing": parsers read "in police who fired", or let the dead do it.
    """
    if noun.dep_ != "pobj" or noun.head.lower_ not in DURING or noun.i + 1 == len(noun.doc):
        return None
    if not in_class(noun, "armed"):
        return None
    word = noun.nbor(1)
    alone = not any(c.dep_ in ("aux", "dobj", "nsubj", "mark") for c in word.children)
    return word if word.tag_ == "VBG" and word.dep_ in ("acl", "advcl", "xcomp") and alone else None


DURING = frozenset({"in", "during", "after", "from", "following"})
"""Prepositions behind which an act is named."""
