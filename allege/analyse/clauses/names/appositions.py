"""Whose name stands behind a place, and what stands in brackets behind a name.

In "the governor of Torv, | Pal Dahl, | said" Pal Dahl is the governor, and not Torv: the parser hangs such a name on
the noun nearest to it, the tagger takes place and name for one. In "Dawn Front | (a splinter group) | attacked" it is
the Front that did.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.clauses.words import speakers, words
from allege.analyse.labels import OF_NOUNS, PLACES

NEAR = frozenset({"of", "in", "for", "at", "from"})
REGIONS = frozenset({"province", "district", "county", "state", "region", "oblast", "governorate", "city", "republic"})


def hang_on_somebody(name: Token) -> None:
    """Hangs a full name between commas on the noun for somebody before the nearest "of" or "in".

    Also where it is taken for the second of a list, with others behind: "the head of the League, | Ola Brann, and two
    guards".
    """
    listed = name.dep_ == "conj"
    if (name.dep_ != "appos" and not listed) or name.pos_ != "PROPN" or name.left_edge.i < 2:
        return
    place, after = name.doc[name.left_edge.i - 2], (name if listed else name.right_edge).i + 1
    commas = name.left_edge.nbor(-1).text == "," and after < len(name.doc) and name.doc[after].text == ","
    if not commas or place.dep_ != "pobj" or place.head.lower_ not in NEAR or place.pos_ not in ("PROPN", "NOUN"):
        return
    whose = place.head.head
    if name.head.i not in (place.i, whose.i) or whose.pos_ != "NOUN" or not _is_somebody(whose):
        return
    full = name.ent_type_ == "PERSON" or any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in name.children)
    if not full or place.ent_type_ == "PERSON" or name.ent_type_ in PLACES or name.lower_ in REGIONS:
        return
    if listed and (name.ent_type_ != "PERSON" or name.head.i != place.i or whose.tag_ != "NN" or not _goes_on(name)):
        return
    name.head, name.dep_ = whose, "appos"
    if place.ent_type_ and all(t.ent_iob_ == "I" for t in name.doc[place.i + 1 : name.i + 1]):
        person = Span(name.doc, name.left_edge.i, name.i + 1, "PERSON")
        where = Span(name.doc, place.i, place.i + 1, "GPE")
        name.doc.set_ents([person, where], default="unmodified")


def _goes_on(name: Token) -> bool:
    """Whether others are named behind a name and a comma: "Ola Brann, | and | two guards", "Ola Brann, | his | driver".
    """
    others = [c for c in name.rights if c.dep_ == "conj"]
    return bool(others) and name.doc[min(name.i + 2, len(name.doc) - 1)].lower_ in ("and", "his", "her")


def _is_somebody(noun: Token) -> bool:
    return noun.lemma_.lower() in speakers() or noun.lemma_.lower() in words()["posts"]


def name_received(name: Token) -> None:
    """Makes a name between commas that of whoever is met: "received the envoy to Velm, | Ola Brann |, to discuss".

    The parser makes it a second object of the verb.
    """
    last, verb = name.i + 1, name.head
    if name.dep_ != "dobj" or name.ent_type_ != "PERSON" or name.left_edge.i == 0 or last >= len(name.doc):
        return
    if name.left_edge.nbor(-1).text != "," or name.nbor().text not in (",", "."):
        return
    before = [c for c in verb.children if verb.i < c.i < name.i]
    others = [c for c in before if c.dep_ == "dobj"]
    whom = others[0] if len(others) == 1 and all(c.dep_ in AROUND for c in before) else name
    if whom.tag_ in ("NN", "NNP") and whom.ent_type_ != "PERSON" and _is_titled(whom):
        name.head, name.dep_ = whom, "appos"


def join_beside_name(other: Token) -> None:
    """Joins whoever is named behind a name between commas to the noun that the name is of.

    "Met the envoy, Ola Brann, and | a general": two were met; the parser joins the second to the name.
    """
    name, first = other.head, other.left_edge.i
    if other.dep_ != "conj" or name.dep_ != "appos" or name.ent_type_ != "PERSON" or other.pos_ != "NOUN" or first < 2:
        return
    noun, link = name.head, other.doc[first - 1]
    apart = link.dep_ == "cc" and link.head.i == name.i and link.nbor(-1).text == ","
    if apart and first < other.i and noun.tag_ in ("NN", "NNP") and _is_titled(noun):
        other.head = link.head = noun


AROUND = frozenset({"dobj", "prep", "punct"})


def _is_titled(noun: Token) -> bool:
    return noun.lower_ in speakers() or noun.lower_ in words()["posts"]


def put_in_brackets(noun: Token) -> None:
    """Makes a noun that ends in a bracket an apposition to the name before that, which the parser hung on it."""
    if noun.dep_ not in OF_NOUNS or noun.i + 1 >= len(noun.doc) or noun.nbor().text != ")":
        return
    first = next((t for t in reversed(noun.doc[noun.left_edge.i : noun.i]) if t.text == "("), None)
    if first is None or first.i == noun.left_edge.i or first.nbor(-1).pos_ != "PROPN":
        return
    name, outside = first.nbor(-1), [c for c in noun.children if c.i < first.i or c.i > noun.i + 1]
    if name.head.i != noun.i:
        return
    take_place(name, noun)
    noun.head, noun.dep_ = name, "appos"
    for child in outside:
        if child.i != name.i:
            child.head = name


SINCE_THEN = frozenset({"now", "then", "once", "formerly", "currently", "today", "later"})


def name_now(role: Token) -> None:
    """ "Osk, | now a member of the council, | denied it": what somebody is by now tells who he is; Osk denied it."""
    verb = role.head
    first = role.left_edge
    if role.dep_ != "nsubj" or role.pos_ != "NOUN" or first.lower_ not in SINCE_THEN or first.i < 2:
        return
    name = next((c for c in verb.lefts if c.dep_ in ("dep", "npadvmod", "nsubj") and c.i < first.i), None)
    if name is None or name.pos_ != "PROPN" or name.right_edge.i + 2 != first.i or first.nbor(-1).text != ",":
        return
    if role.right_edge.i + 1 < len(role.doc) and "," in (role.right_edge.text, role.right_edge.nbor().text):
        name.dep_ = "nsubj"
        role.head, role.dep_ = name, "appos"
