"""Whose the arms and the people are that words name as a doer: "army drones" are the army's doing, "soldiers of the 5th
Brigade" and "the army's 5th Brigade" the brigade's, "Dawn Front terrorists" the Front's.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from allege.link.positions.lexicon import lexicon, listed, tokens

_WHOSE = re.compile(r"^(?:the |an? )?[a-z-]+['’]s (?=(?:[A-Z]|\d+(?:st|nd|rd|th) [A-Z]))")
"""A body in small letters before a name of its own: "the army's 5th Brigade"."""

_POSSESSIVE = re.compile(r"['’]s?$")


def holder(words: str, is_known: Callable[[str], bool]) -> str:
    """The words for whoever holds the arms or has the people that these words name; the words as they are for others.

    `is_known`: whether some words are a name that the reports give to an actor.
    """
    said = _WHOSE.sub("", " ".join(words.split()))
    said = _of_named(spoken_for(said))
    before, _, last = said.rpartition(" ")
    before = _POSSESSIVE.sub("", before)
    if not before:
        return said
    lists = lexicon()
    if is_known(before) and listed(last.casefold(), lists.armed | lists.anybody | lists.men | lists.crewed):
        return before
    theirs = tokens(before)[-1] if tokens(before) else ""
    side = lists.state | lists.armed
    return before if listed(last.casefold(), lists.crewed) and listed(theirs, side) else said


def spoken_for(words: str) -> str:
    """The body whose press office the words name; the words as they are where they name none, or nobody's."""
    before, _, last = words.rpartition(" ")
    body, _, first = before.rpartition(" ")
    office = f"{first} {last}".casefold() in lexicon().mouthpieces
    return _POSSESSIVE.sub("", body) if office and any(word[:1].isupper() for word in body.split()) else words


def _of_named(words: str) -> str:
    """ "The 5th Brigade" of "soldiers of the 5th Brigade", the militia of "the men of Vant's militia"; people who are
    called by a name themselves stay.
    """
    people, _, body = words.partition(" of ")
    last = tokens(people)[-1] if tokens(people) else ""
    name = any(word[:1].isupper() for word in body.split())
    small = not any(word[:1].isupper() for word in people.split()[1:])
    lists = lexicon()
    theirs = listed(last, lists.men)
    if not theirs and listed(last, lists.anybody | lists.armed) and tokens(body):
        theirs = listed(tokens(body)[-1], lists.armed | lists.group_names | lists.state)
    return body if name and small and theirs else words
