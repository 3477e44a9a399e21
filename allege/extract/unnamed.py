"""Sources that do not want to be named, which is no event and no speech: "asked not to be identified".

Nor is why they do not: "was not authorised to talk to reporters". Nor what does not come back to a paper that asks:
"declined a request for comment".
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.extract.roles import children, prepositional
from allege.extract.wordlists import word_list

UNNAMED = {"asking": word_list("staying-unnamed"), "naming": word_list("names-a-source")}
"""Verbs of wanting or declining it, and the verbs of naming in whose passive it is told. Lemmas."""

BRIEFING, ALLOWED = word_list("briefing"), word_list("letting-speak")
"""Verbs of talking to reporters, and those that allow it. Lemmas."""

REVEALING, IDENTITY = word_list("revealing"), word_list("identity")
INFORMATION = word_list("information")
DECLINING, ASKED_FOR = word_list("declining"), word_list("asked-of-sources")
ASKING = frozenset({"request", "question", "call", "email", "message"})

ANONYMITY = frozenset({"anonymity"})


def stays_unnamed(verb: Token) -> bool:
    """Whether a verb says that its subject wants no name, or may not speak: "asked for anonymity"."""
    if verb.lemma_ in ALLOWED:
        return any(c.tag_ == "VB" and (c.lemma_ in BRIEFING or _informs(c)) for c in children(verb, "xcomp", "ccomp"))
    if gives_no_comment(verb):
        return True
    if verb.lemma_ not in UNNAMED["asking"]:
        return False
    things = [*children(verb, "dobj"), *prepositional(verb, "for")]
    named = (c for c in children(verb, "xcomp", "ccomp") if c.tag_ == "VBN" and c.lemma_ in UNNAMED["naming"])
    told = (c for c in children(verb, "xcomp", "ccomp") if c.tag_ == "VB" and c.lemma_ in REVEALING)
    if any(t.lemma_.lower() in IDENTITY for c in told for t in children(c, "dobj")):
        return True  # "declined | to give his name"
    return any(t.lemma_.lower() in ANONYMITY for t in things) or any(children(c, "auxpass") for c in named)


def _informs(verb: Token) -> bool:
    """ "Not authorised | to release the information": to talk, in other words."""
    return verb.lemma_ in REVEALING and any(c.lemma_.lower() in INFORMATION for c in children(verb, "dobj"))


def gives_no_comment(verb: Token) -> bool:
    """Whether a verb says that its subject did not answer a paper: "declined a request for | comment"."""
    if verb.lemma_ not in DECLINING:
        return False
    asked = [t for t in children(verb, "dobj") if t.lemma_ in ASKING]
    return any(t.lemma_ in ASKED_FOR for noun in (verb, *asked) for t in prepositional(noun, "for"))


__all__ = ["ANONYMITY", "IDENTITY", "REVEALING", "UNNAMED", "gives_no_comment", "stays_unnamed"]
