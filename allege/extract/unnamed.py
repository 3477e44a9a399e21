"""Sources that do not want to be named, which is no event and no speech: "asked not to be identified".

Nor is why they do not: "was not authorised to talk to reporters".
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.extract.roles import children, prepositional
from allege.extract.wordlists import word_list

UNNAMED = {"asking": word_list("staying-unnamed"), "naming": word_list("names-a-source")}
"""Verbs of wanting or declining it, and the verbs of naming in whose passive it is told. Lemmas."""

BRIEFING, ALLOWED = word_list("briefing"), word_list("letting-speak")
"""Verbs of talking to reporters, and those that allow it. Lemmas."""

ANONYMITY = frozenset({"anonymity"})


def stays_unnamed(verb: Token) -> bool:
    """Whether a verb says that its subject wants no name, or may not speak: "asked for anonymity"."""
    if verb.lemma_ in ALLOWED:
        return any(c.lemma_ in BRIEFING and c.tag_ == "VB" for c in children(verb, "xcomp", "ccomp"))
    if verb.lemma_ not in UNNAMED["asking"]:
        return False
    things = [*children(verb, "dobj"), *prepositional(verb, "for")]
    named = (c for c in children(verb, "xcomp", "ccomp") if c.tag_ == "VBN" and c.lemma_ in UNNAMED["naming"])
    return any(t.lemma_.lower() in ANONYMITY for t in things) or any(children(c, "auxpass") for c in named)


__all__ = ["ANONYMITY", "UNNAMED", "stays_unnamed"]
