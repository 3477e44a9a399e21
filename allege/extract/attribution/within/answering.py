"""Whoever answers somebody's report, and whose report it is: "rejected a claim by the front that the army shelled it".

Two speak there, one within the other: what is rejected, confirmed or repeated is the whole report, and whoever made it
said the clause. One cue over both ("rejected a claim by the front") would put the front's words into the mouth of
whoever rejects them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from allege.claim import Act
from allege.extract.attribution.acts import act_of
from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.heard import Heard, stretches
from allege.extract.attribution.hearing.verbs import cue_of
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.within.inner import SCORE, is_report

LIKELY = 0.6
"""Chance by the rules from which a report with its giver and a clause is heard, and the verb that governs it."""

OPEN = frozenset({Act.DEMAND, Act.ASK, Act.PREDICT})
"""Acts that answer no report."""

WHOLE = frozenset({"object", "done"})
"""Frames of a verb whose content is all that it governs."""


def answering(tree: Tree, heard: Iterable[tuple[Heard, float]], found: Sequence[Believed]) -> list[Believed]:
    """The same attributions; a report that somebody rejects is its giver's, within the rejection."""
    reports: dict[int, Heard] = {}
    answers: dict[int, Heard] = {}
    for one, chance in heard:
        if chance < LIKELY:
            continue
        if one.kind == "noun" and one.frame == "that" and _is_given(tree, one):
            reports[one.head] = one
        elif one.kind == "verb" and one.frame in WHOLE and act_of(tree, one) not in OPEN:
            answers[one.head] = one
    out = list(found)
    for noun, report in reports.items():
        answer = answers.get(tree.head[noun]) if tree.dep[noun] in ("dobj", "nsubjpass") else None
        if answer is not None and answer.speaker != report.speaker:
            out = _parted(tree, report, answer, out)
    return sorted(out, key=lambda b: b.heard.head)


def _is_given(tree: Tree, one: Heard) -> bool:
    """Whether a noun names a report and its giver, who is no mere "its"."""
    return is_report(tree.lemma[one.head]) and one.speaker is not None and tree.pos[one.speaker] in ("NOUN", "PROPN")


def _parted(tree: Tree, report: Heard, answer: Heard, found: Sequence[Believed]) -> list[Believed]:
    """The report and the answer to it apart, in place of what was believed at the words of either."""
    verb, noun = answer.head, report.head
    chances = {b.heard.head: b.chance for b in found}
    kept = [b for b in found if b.heard.head not in (verb, noun) and noun not in b.heard.cue]
    whole = stretches(range(tree.left[noun], tree.right[noun] + 1))
    outer = replace(answer, cue=tuple(i for i in cue_of(tree, verb) if i != noun), content=whole)
    made = Believed(outer, chances.get(verb, SCORE)), Believed(report, chances.get(noun, SCORE), outer=verb)
    return [*kept, *made]
