"""What goes with an occurrence that is set apart: the rest of its sentence, and of a paragraph that begins with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from allege.link.incidents.again import pointed_at
from allege.link.incidents.kinds import VIOLENCE
from allege.link.incidents.told import Group, Told, in_text


def with_sentences(main: Group, asides: Sequence[Group]) -> Group:
    """The main group without what its sentence, or "that" before its word, gives to another occurrence.

    "… an ambush near the bridge in which four soldiers were killed. Nobody has claimed that ambush." What is said of
    another occurrence goes with it too: "residents accuse the guard of burning three farms".
    """
    if not asides:
        return main
    by_sentence: dict[int, Group] = {}
    by_word: dict[str, Group] = {}
    for group in asides:
        for one in group.told:
            by_sentence.setdefault(one.sentence, group)
            if group.kind == VIOLENCE:
                by_word.setdefault(one.claim.anchor.casefold(), group)
    about = {one.sentence for one in main.told if one.kind is not None}
    placed = {one.sentence for one in main.told if one.kind is not None and (one.places or one.days)}
    kept: list[Told] = []
    for one in main.told:
        other: Group | None = None
        if one.kind is not None and one.kind.name == VIOLENCE and not one.places and one.days is None:
            word = one.claim.anchor.casefold() if pointed_at(one.claim, ("that", "those")) else ""
            near = None if one.sentence in placed else by_sentence.get(one.sentence)
            other = (near if near is not None and near.kind == VIOLENCE else None) or by_word.get(word)
        elif one.kind is None and one.sentence not in about:
            other = by_sentence.get(one.sentence)
        if other is None:
            kept.append(one)
        else:
            other.take([one])
    return Group.of(main.kind, kept)


_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")


def with_paragraphs(main: Group, asides: Sequence[Group], text: str) -> Group:
    """The main group without violence that a paragraph on another occurrence goes on with.

    "On 12 May rebels struck a convoy near Velm. Nine soldiers were killed.": a paragraph that begins with what stands
    apart tells of it, until it names a place or a day of the main one.
    """
    begin = [found.end() for found in _PARAGRAPH.finditer(text)]
    if not asides or not begin:
        return main
    of = {one.claim.id: group for group in asides for one in group.told}
    every = [*main.told, *(one for group in asides for one in group.told)]
    kept: list[Told] = []
    within, current = -1, None
    for one in sorted((one for one in every if one.kind is not None), key=in_text):
        paragraph = bisect_right(begin, one.sentence)
        own = of.get(one.claim.id)
        if paragraph != within:
            within, current = paragraph, own
        elif own is not None or one.places or one.days is not None:
            current = own if current is not None else None
        if own is None and current is not None and _goes_on(one, current):
            current.take([one])
        elif own is None:
            kept.append(one)
    return Group.of(main.kind, sorted([*kept, *(one for one in main.told if one.kind is None)], key=in_text))


def _goes_on(one: Told, group: Group) -> bool:
    return group.kind == VIOLENCE and one.kind is not None and one.kind.name == VIOLENCE
