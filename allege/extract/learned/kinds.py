"""What kind of event it is, as the encoder sees it: the root type of what an actor does to a recipient."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from allege.analyse.analysis import Analysis
from allege.analyse.encoder.encoded import ROOTS
from allege.claim import Act, Attribution, ClaimKind, Role, Span, Spans, covers
from allege.extract.predication import Predication

SURE = 0.7
"""Chance of a root type from which the encoder's word stands against the rules'."""

SPLIT = {"YIELD": ("CONCEDE", "RETREAT")}
"""The root of the encoder that stands for two of PLOVER's: the rules' word tells which, else whether it is of words."""

VERBAL, MATERIAL = 1, 2
"""Classes of the encoder: cooperation in words and in deeds."""


OWNING = frozenset({Act.ADMIT, Act.CLAIM_RESPONSIBILITY})
"""Acts whose content is the speaker's own deed: the sentence is of words, the deed is not."""


def retyped(analysis: Analysis, found: list[Predication], said: Iterable[Attribution] = ()) -> list[Predication]:
    """The same predications, with the root type that the encoder is sure of for the main event of each sentence.

    Only for that one: the head was fitted on sentences with one marked pair, and gives every event in them its type.
    A deed that somebody owns up to keeps its own: "claimed responsibility for the kidnapping" is told as words.
    """
    if analysis.encoded is None:
        return found
    owned = [item.content for item in said if item.act in OWNING]
    main = sorted(_main(analysis, found).values())
    at = [n for n in main if not any(covers(content, analysis.doc[found[n].head].idx) for content in owned)]
    seen = analysis.encoded.kinds([_asked(analysis, found[n]) for n in at])
    out = list(found)
    for n, one in zip(at, seen, strict=True):
        if one is None:
            continue
        best = int(one[0].argmax())
        chance, type_ = float(one[0][best]), ROOTS[best]
        if found[n].type in SPLIT.get(type_, (type_,)) or chance < SURE:
            continue
        if type_ in SPLIT:
            type_ = "CONCEDE" if one[1][VERBAL] > one[1][MATERIAL] else "RETREAT"
        why = f"{found[n].why}, encoder {type_} {chance:.2f}"
        out[n] = replace(found[n], type=type_, mode=None, subtype=None, why=why)
    return out


def _main(analysis: Analysis, found: list[Predication]) -> dict[Span, int]:
    """By sentence, the event that stands highest in the parse, the first of equals."""
    out: dict[Span, tuple[int, int]] = {}
    for n, predication in enumerate(found):
        if predication.kind is ClaimKind.EVENT:
            token = analysis.doc[predication.head]
            rank = sum(1 for _ in token.ancestors), n
            sentence = analysis.sentence_of(token)
            out[sentence] = min(out.get(sentence, rank), rank)
    return {sentence: n for sentence, (_, n) in out.items()}


def _asked(analysis: Analysis, predication: Predication) -> tuple[Span, Spans, Spans]:
    def of(role: Role) -> Spans:
        return tuple(span for f in predication.fillers if f.role is role for span in f.spans)

    return analysis.sentence_of(analysis.doc[predication.head]), of(Role.ACTOR), of(Role.RECIPIENT)
