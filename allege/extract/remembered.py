"""What is only remembered: "a march marking the 2011 massacre", "on the anniversary of the bombing".

Where and when people remember something, and who they are, says nothing of where, when and by whom it was done.
"""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from allege.extract.wordlists import word_list

VERBS = word_list("remembering")
"""Verbs whose object is remembered ("commemorated the raid")."""

NOUNS = word_list("remembrance")
"""Nouns whose "of" or "for" phrase is remembered ("the anniversary of the raid")."""

STEPS = 3
"""Words up from an event to the one that remembers it ("the anniversary of the end of the raid")."""


def is_remembered(event: Token) -> bool:
    """Whether a nominal event stands under a word of remembering."""
    if event.pos_ not in ("NOUN", "PROPN"):
        return False
    below = event
    for above in islice(event.ancestors, 2 * STEPS):
        if above.pos_ in ("VERB", "AUX"):
            return above.lemma_ in VERBS and below.dep_ in ("dobj", "nsubjpass")
        if above.pos_ in ("NOUN", "PROPN") and above.lemma_.lower() in NOUNS:
            return True
        if above.pos_ not in ("ADP", "NOUN", "PROPN"):
            return False
        below = above
    return False


def own_place(event: Token, place: Token) -> bool:
    """Whether a place hangs on the event itself: "the massacre in Orsa", "the Orsa massacre"."""
    return place.head.i == event.i or (place.head.pos_ == "ADP" and place.head.head.i == event.i)
