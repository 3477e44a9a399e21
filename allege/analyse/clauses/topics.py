"""Who does what is reported on: in "reported on the government admitting that …" it is the government that admits.

The parser hangs such a participle on the verb of reporting or its preposition, as if whoever reports did it.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

ABOUT = frozenset({"on", "about", "of"})
HUNG = frozenset({"xcomp", "advcl", "pcomp"})


def hang_on_topic(participle: Token, speaking_of: Collection[str]) -> None:
    """Hangs a participle on the noun right before it that a verb of `speaking_of` (lemmas) is about."""
    if participle.tag_ != "VBG" or participle.dep_ not in HUNG or not participle.left_edge.i:
        return
    if any(child.dep_ in ("mark", "aux", "auxpass", "nsubj") for child in participle.lefts):
        return
    topic = participle.left_edge.nbor(-1)
    about = topic.head
    if topic.dep_ != "pobj" or about.lower_ not in ABOUT or about.head.lemma_ not in speaking_of:
        return
    if participle.head.i in (about.i, about.head.i):
        participle.head, participle.dep_ = topic, "acl"
