"""What somebody is accused of, and who rejects it: "accused the army of war crimes" charges no "army of war crimes".

The parser hangs "of war crimes" on the nearest noun, so that the deed becomes a part of the name of whoever is accused.
It is hung on the word that accuses where what follows "of" is no name and names nobody. In "Prosecutors accused him of
the raid, a charge his lawyers | reject" it makes the last verb the sentence's, as if the lawyers told what stands
before: that verb is hung on the charge, and the sentence is given back its own. Words in `data/mentions/clauses.toml`.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import PRESENT_OR_PAST

NOUNS = frozenset({"NOUN", "VERB"})
"""Parts of speech of what follows "of" in a charge: a deed that goes by its name, or one told with a verb."""

LINKS = frozenset({"prep", "agent"})
"""Labels of the words that tie the accused, or who accuses, to what is said ("against", "by")."""


def hang_charge(token: Token, charging: Collection[str], somebody: Collection[str]) -> None:
    """Hangs an "of" that begins a charge, and is hung on the accused, on the word that accuses; see `charge`."""
    accuses = charge(token, charging, somebody)
    if accuses is not None:
        token.head = accuses


def hang_on_charged(verb: Token, charging: Collection[str]) -> None:
    """ "A hearing for Osk Brann, 23, | charged | with murder": he is charged, and no hearing."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.lemma_ not in charging or noun.lemma_.lower() not in SESSIONS or verb.i < 2:
        return
    named = [who for prep in noun.rights if prep.lower_ in ("for", "of") and prep.i < verb.i for who in prep.children]
    person = next((who for who in named if who.dep_ == "pobj" and who.pos_ == "PROPN"), None)
    if person is not None:
        verb.head = person


SESSIONS = frozenset({"hearing", "trial", "case", "inquest", "appeal", "arrest", "detention", "sentencing", "retrial"})
"""Nouns for what is held about whoever is charged."""


BLAMING = frozenset({"accuse", "blame"})
BLAMING_WORDS = frozenset({"accused", "accuses", "accuse", "blamed", "blames", "blame"})


def part_blaming(verb: Token, denying: Collection[str]) -> None:
    """ "Rejected the charge that it had shelled it and | accused | the brigade": who rejects it accuses.

    Whoever denies a deed and lays it at another's door does both; the parser joins the second verb to the deed denied.
    """
    deed = verb.head
    if verb.dep_ != "conj" or verb.lemma_ not in BLAMING or any(c.dep_ in OWN for c in verb.lefts):
        return
    over = deed.head if deed.dep_ == "ccomp" else deed.head.head if deed.dep_ in ("acl", "relcl") else None
    if over is None or over.lemma_ not in denying or over.pos_ != "VERB" or over.i > deed.i:
        return
    if over.tag_ not in PRESENT_OR_PAST or verb.tag_ not in {over.tag_, "VBN", "VBD"}:
        return
    whom = any(c.dep_ == "dobj" and c.i > verb.i for c in verb.rights)
    if not whom or not any(c.dep_ in ("dobj", "nsubjpass", "prep") for c in deed.children):
        return
    for cc in [c for c in deed.rights if c.dep_ == "cc" and c.i < verb.i][-1:]:
        cc.head = over
    verb.head, verb.tag_ = over, over.tag_


OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "mark"})
"""Labels of what a clause of its own has before its verb."""


def charge(token: Token, charging: Collection[str], somebody: Collection[str]) -> Token | None:
    """The verb or noun that accuses, for an "of" that begins the charge but is hung on the accused; else None.

    `charging`: lemmas of such words; `somebody`: lemmas of nouns that name whoever or whatever can be accused.
    """
    if token.lower_ != "of" or token.dep_ != "prep" or not _names_a_deed(token, somebody):
        return None
    for above in token.ancestors:
        accuses = above.nbor(-1) if above.dep_ in LINKS and above.i else above
        if accuses.lemma_.lower() in charging:
            fits = accuses.pos_ in NOUNS and accuses.i != token.head.i and not _charged(accuses)
            return accuses if fits else None
        if not _is_in_phrase(above, somebody):
            return None
    return None


def _names_a_deed(of: Token, somebody: Collection[str]) -> bool:
    deeds = [child for child in of.children if child.dep_ in ("pobj", "pcomp")]
    return bool(deeds) and all(_is_no_name(one) and one.lemma_.lower() not in somebody for one in deeds)


def _is_no_name(token: Token) -> bool:
    return token.pos_ in NOUNS or (token.pos_ == "PROPN" and token.is_lower)


def _charged(accuses: Token) -> bool:
    """Whether the charge is known by now: "accused the army of the killing of nurses" has one."""
    return any(child.dep_ == "prep" and child.lower_ == "of" for child in accuses.children)


def _is_in_phrase(token: Token, somebody: Collection[str]) -> bool:
    """Whether a word lies between the charge and who accuses: the accused, what these belong to, "by" and "against"."""
    if token.dep_ in LINKS:
        return token.lower_ in ("by", "against", "of", "in", "from")
    named = token.pos_ in ("PROPN", "PRON") or token.lemma_.lower() in somebody
    return named and token.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass", "conj", "appos")


def hang_on_charge(verb: Token, reports: Collection[str], denying: Collection[str]) -> None:
    """Hangs a verb of denying on the charge that it is told of; `reports`: nouns for what somebody tells."""
    if verb.lemma_ not in denying or verb.tag_ not in PRESENT_OR_PAST:
        return
    told = next((c for c in verb.lefts if c.dep_ == "ccomp"), None)
    named = [c for c in verb.lefts if c.dep_ in ("nsubj", "npadvmod", "dobj", "dep") and c.lemma_.lower() in reports]
    if told is None or not named or named[0].left_edge.i <= told.i or named[0].left_edge.nbor(-1).text != ",":
        return
    charge = named[0]
    if not any(c.dep_ == "nsubj" and charge.i < c.i for c in verb.lefts):
        return
    take_place(told, verb)
    for child in [c for c in verb.children if c.i < charge.left_edge.i or c.is_punct]:
        child.head = told
    charge.head, charge.dep_ = told, "npadvmod"
    verb.head, verb.dep_ = charge, "relcl"


def give_rejected(charge: Token, dismissing: Collection[str], reports: Collection[str]) -> None:
    """Makes a charge what is rejected: "rejected as “a lie” | the charge that he had armed them" says no lie's name.

    `dismissing`: lemmas of such verbs; `reports`: nouns for what somebody tells.
    """
    lie = charge.head
    verb = lie.head.head
    if charge.dep_ != "appos" or lie.dep_ != "pobj" or lie.head.lower_ != "as" or verb.lemma_ not in dismissing:
        return
    article = charge.left_edge
    definite = article.lower_ in ("the", "this", "these") or article.dep_ == "poss"
    if charge.lemma_.lower() not in reports or not definite or lie.head.i < verb.i:
        return
    if article.nbor(-1).text == "," or any(c.dep_ == "dobj" for c in verb.children):
        return
    charge.head, charge.dep_ = verb, "dobj"
