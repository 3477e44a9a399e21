"""Who it was that did it: "they forget that it was Norland | that invaded Orsa" tells what Norland did.

The parser hangs the clause on "was"; it then takes its subject from whoever is named above. It is hung on the noun.
"""

from __future__ import annotations

from spacy.tokens import Token

PRONOUNS = frozenset({"that", "who", "which"})


def hang_on_named(verb: Token) -> None:
    """Makes a clause behind "it was X" one on X."""
    if verb.dep_ not in ("ccomp", "advcl"):
        return
    be = verb.head
    if be.lemma_ != "be" or be.i > verb.i:
        return
    relative = any(c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.lower_ in PRONOUNS for c in verb.lefts)
    it = any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in be.lefts)
    named = next((c for c in be.rights if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN") and c.i < verb.i), None)
    if relative and it and named is not None:
        verb.head, verb.dep_ = named, "relcl"
