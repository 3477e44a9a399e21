"""What the encoder says of one document. Offsets are code points of its frozen text; every score is a probability."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from allege.analyse.encoder.windows import Window
from allege.claim import Span, Spans

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]

REACH = 64
"""Distances from a word are told apart up to this many word pieces (as fitted)."""

GAP = 2
"""A cue's tags that lie this many word pieces apart still belong to one cue ("told the paper")."""

ROOTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
"""The classes of the head `kind`, in its order: PLOVER's roots; YIELD holds CONCEDE and RETREAT."""

SCENES = (
    "ABDUCT_DISSAP", "AGREEMENT", "AIR_STRIKE", "ARMED_CLASH", "ARREST", "ART_MISS_ATTACK", "ATTACK",
    "CHANGE_TO_GROUP_ACT", "CHEM_WEAP", "DISR_WEAP", "FORCE_AGAINST_PROTEST", "GOV_REGAINS_TERIT", "GRENADE",
    "HQ_ESTABLISHED", "MOB_VIOL", "NON_STATE_ACTOR_OVERTAKES_TER", "NON_VIOL_TERRIT_TRANSFER", "OTHER", "PEACE_PROTEST",
    "PROPERTY_DISTRUCT", "PROTEST_WITH_INTER", "REM_EXPLOS", "SEX_VIOL", "SUIC_BOMB", "VIOL_DEMONSTR",
    "ORG_CRIME", "NATURAL_DISASTER", "MAN_MADE_DISASTER", "DIPLO", "ATTRIB",
)  # fmt: skip
"""What a sentence tells of, by the head `scene`: ACLED's 25 sub-event types as the CASE 2021 shared task abbreviates
them, and its five others: organised crime, disasters by nature and by accident, diplomacy, words about an attack."""

TEMPLATE_ROLES = ("individual perpetrator", "perpetrator organization", "target", "victim", "weapon")
"""The roles of the head `template`, in its order: those of MUC-4."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The graphs that look at vectors of the encoder, and what each head's logits are divided by."""

    speech: InferenceSession
    place: InferenceSession
    certain: InferenceSession
    kind: InferenceSession
    scene: InferenceSession
    temperature: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Seen:
    """One window, the vector of each piece [T, H], and probabilities of the token heads [T, classes]."""

    window: Window
    vectors: Floats
    cue: Floats
    pair: Floats
    template: Floats


@dataclass(frozen=True, slots=True)
class Cue:
    """Where the encoder marks a cue, and how sure it is: words, or pieces of the window with that number."""

    spans: Spans
    chance: float
    window: int
    pieces: list[int]


@dataclass(frozen=True, slots=True)
class Voiced:
    """An attribution as the encoder hears it: spans of cue, source and content, and how sure it is of each.

    `chance`: of the cue's pieces on average; `surest`: of the likeliest; `begins`: that the first begins a cue.
    For each piece of `window`, `marked` [T] is the chance that it belongs to a cue, `parts` [T, 3] that it is neither,
    source, content of this one.
    """

    cue: Spans
    source: Spans
    content: Spans
    chance: float
    surest: float
    begins: float
    window: Window = field(repr=False)
    marked: Floats = field(repr=False, compare=False)
    parts: Floats = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch that a token head marks, and how sure it is."""

    label: str
    span: Span
    chance: float


@dataclass(frozen=True, slots=True)
class Located:
    """The chance of each piece of a window, from its piece `first` on, to say where something happened."""

    window: Window
    first: int
    likely: Floats

    def chance(self, spans: Spans) -> float:
        """The chance that the words under `spans` say where it happened (mean of the pieces); 0 beyond the sentence."""
        at = [p - self.first for p in self.window.pieces(spans)]
        inside = [p for p in at if 0 <= p < len(self.likely)]
        return float(self.likely[inside].mean()) if inside else 0.0

    def stretches(self, least: float = 0.5) -> Iterator[Tagged]:
        """The runs of pieces that are each as likely as `least`."""
        chosen = np.flatnonzero(self.likely >= least)
        for group in np.split(chosen, np.flatnonzero(np.diff(chosen) > 1) + 1) if len(chosen) else ():
            span = spans_of(self.window, (group + self.first).tolist())[0]
            yield Tagged("place", span, float(self.likely[group].mean()))


@dataclass(frozen=True)
class Encoded:
    """One document in windows, in text order, and the heads to ask about it; `name` says which encoder it was."""

    seen: tuple[Seen, ...]
    heads: Heads
    name: str = ""

    @cached_property
    def _starts(self) -> list[int]:
        return [one.window.span.start for one in self.seen]

    def at(self, spans: Spans) -> tuple[int, list[int]] | None:
        """The window that holds the beginning of `spans`, and the positions of its pieces; None where none does."""
        if not spans or not self.seen:
            return None
        number = max(bisect_right(self._starts, spans[0].start) - 1, 0)
        for n in (number, number + 1):
            if n < len(self.seen):
                pieces = self.seen[n].window.pieces(spans)
                if pieces:
                    return n, pieces
        return None

    def cue(self, spans: Spans) -> float:
        """The chance that one of the words under `spans` belongs to a cue."""
        where = self.at(spans)
        if where is None:
            return 0.0
        likely = self.seen[where[0]].cue[where[1]]
        return float((likely[:, 1] + likely[:, 2]).max())

    def cues(self, least: float) -> list[Cue]:
        """Every cue that is as likely as `least`, in text order: cheap, no head is asked."""
        return [
            Cue(spans_of(one.window, pieces), _sure(one, pieces), n, pieces)
            for n, one in enumerate(self.seen)
            for pieces in _runs(one.cue[:, 1], one.cue[:, 2], least)
        ]

    def cue_at(self, spans: Spans) -> Cue | None:
        """The words under `spans` as a cue, likely or not; None where they lie in no window."""
        where = self.at(spans)
        if where is None:
            return None
        n, pieces = where
        return Cue(spans_of(self.seen[n].window, pieces), _sure(self.seen[n], pieces), n, pieces)

    def voiced(self, least: float) -> list[Voiced]:
        """Every attribution whose cue is as likely as `least`, in text order."""
        return self.voiced_of(self.cues(least))

    def voiced_of(self, cues: Sequence[Cue]) -> list[Voiced]:
        """The attributions of these cues, in their order; the head is asked once for each window."""
        out: dict[int, Voiced] = {}
        windows: dict[int, list[int]] = {}
        for n, cue in enumerate(cues):
            windows.setdefault(cue.window, []).append(n)
        for window, asked in windows.items():
            one = self.seen[window]
            found = self._conditioned("speech", one.vectors, [cues[n].pieces for n in asked])
            out.update((n, _voiced(one, cues[n].pieces, parts)) for n, parts in zip(asked, found, strict=True))
        return [out[n] for n in range(len(cues))]

    def places(self, verbs: Sequence[tuple[Spans, Span]]) -> list[Located | None]:
        """For each verb and its sentence, where in the sentence it happened; None for a verb that no window holds."""
        out: list[Located | None] = [None] * len(verbs)
        for window, asked in self._by_window([spans for spans, _ in verbs]).items():
            one = self.seen[window]
            sentences: dict[Span, list[tuple[int, list[int]]]] = {}
            for n, pieces in asked:
                sentences.setdefault(verbs[n][1], []).append((n, pieces))
            for sentence, here in sentences.items():
                inside = one.window.pieces((sentence,))
                first, last = min(inside[0], here[0][1][0]), inside[-1] + 1
                words = [[min(p, last - 1) - first for p in pieces] for _, pieces in here]
                found = self._conditioned("place", one.vectors[first:last], words)
                for (n, _), parts in zip(here, found, strict=True):
                    out[n] = Located(one.window, first, parts[:, 1])
        return out

    def commitments(self, predicates: Sequence[Spans]) -> list[float | None]:
        """The author's commitment to each predicate, -3 … 3; None where it lies in no window."""
        found = [self.at(spans) for spans in predicates]
        asked = [n for n, where in enumerate(found) if where is not None]
        out: list[float | None] = [None] * len(predicates)
        if asked:
            rows = np.stack([_vector(self.seen[w].vectors, p) for w, p in (found[n] for n in asked)])  # type: ignore[misc]
            scores = self.heads.certain.run(None, {"words": rows})[0]
            for n, score in zip(asked, scores, strict=True):
                out[n] = float(np.clip(score, -3, 3))
        return out

    def kinds(self, asked: Sequence[tuple[Span, Spans, Spans]]) -> list[tuple[Floats, Floats] | None]:
        """For each sentence with its source and target: the chance of each root type and of each class of conflict."""
        rows, at = [], []
        for n, (sentence, source, target) in enumerate(asked):
            where = self.at((sentence,))
            if where is None:
                continue
            one, pieces = self.seen[where[0]], where[1]
            groups = (pieces, one.window.pieces(source), one.window.pieces(target))
            rows.append(np.concatenate([_mean(one, group) for group in groups]))
            at.append(n)
        out: list[tuple[Floats, Floats] | None] = [None] * len(asked)
        if rows:
            soft = self.heads.temperature
            roots, classes = self.heads.kind.run(None, {"pooled": np.stack(rows)})
            for n, root, conflict in zip(
                at, chances(roots, soft["root"]), chances(classes, soft["penta"]), strict=True
            ):
                out[n] = root, conflict
        return out

    def scenes(self, sentences: Sequence[Span]) -> list[Floats | None]:
        """[scenes] for each sentence: the chance of everything that it may tell of; None beyond all windows."""
        found = [self.at((sentence,)) for sentence in sentences]
        vectors = [self.seen[where[0]].vectors[where[1]] for where in found if where is not None]
        if not vectors:
            return [None] * len(sentences)
        rows = np.stack([np.concatenate([v.mean(0), v.max(0)]) for v in vectors])
        told = iter(chances(self.heads.scene.run(None, {"pooled": rows})[0]))
        return [None if where is None else next(told) for where in found]

    def pairs(self) -> Iterator[Tagged]:
        """Who did it ("source") and to whom ("target"), in text order."""
        for one in self.seen:
            yield from _tagged(one.window, one.pair, ("source", "target"))

    def parties(self, starts: Sequence[int]) -> Floats:
        """[n, 2]: for each word, given by where it starts (in order), the chances that it is who did it, and to whom.

        The mean over the pieces that start in the word, so that a word is never cut; zero where there is none.
        """
        total, count = np.zeros((len(starts), 2), np.float32), np.zeros((len(starts), 1), np.float32)
        edges = np.asarray(starts)
        for one in self.seen:
            at = np.searchsorted(edges, [start for start, _ in one.window.offsets], side="right") - 1
            held = at >= 0
            chance = np.stack([one.pair[:, 1] + one.pair[:, 2], one.pair[:, 3] + one.pair[:, 4]], axis=1)
            np.add.at(total, at[held], chance[held])
            np.add.at(count, at[held], 1)
        out: Floats = (total / np.maximum(count, 1)).astype(np.float32)
        return out

    def fillers(self, shy: float = 1.0) -> Iterator[Tagged]:
        """Fillers of the template roles, in text order; `shy`: the share of its chance that "no filler" keeps.

        Less than 1 gives phrases their full borders where the head is of two minds; their chance is the head's own.
        """
        for one in self.seen:
            yield from _tagged(one.window, one.template, TEMPLATE_ROLES, shy)

    def filling(self, spans: Spans) -> Floats:
        """The chance of each template role for the words under `spans`: that of the likeliest of their pieces."""
        where = self.at(spans)
        if where is None:
            return np.zeros(len(TEMPLATE_ROLES), np.float32)
        likely = self.seen[where[0]].template[where[1]].max(0)
        out: Floats = likely[1::2] + likely[2::2]
        return out

    def _by_window(self, asked: Sequence[Spans]) -> dict[int, list[tuple[int, list[int]]]]:
        out: dict[int, list[tuple[int, list[int]]]] = {}
        for n, spans in enumerate(asked):
            where = self.at(spans)
            if where is not None:
                out.setdefault(where[0], []).append((n, where[1]))
        return out

    def _conditioned(self, name: Literal["speech", "place"], vectors: Floats, words: list[list[int]]) -> Floats:
        """[C, T, classes]: each of T pieces in a row with regard to each of C words, given as positions in the row."""
        at = np.arange(len(vectors))
        first, last = (np.array([word[end] for word in words])[:, None] for end in (0, -1))
        distance = np.minimum(at - first, 0) + np.maximum(at - last, 0)
        inside = np.zeros((len(words), len(vectors)), np.int64)
        for row, word in enumerate(words):
            inside[row, word] = 1
        given: dict[str, Any] = {
            "pieces": vectors,
            "words": np.stack([_vector(vectors, word) for word in words]),
            "distance": np.clip(distance, -REACH, REACH) + REACH,
            "inside": inside,
        }
        head = self.heads.speech if name == "speech" else self.heads.place
        return chances(head.run(None, given)[0], self.heads.temperature[name])


def chances(logits: NDArray[Any], temperature: float = 1.0) -> Floats:
    """Probabilities along the last axis; a temperature above 1 makes them less sure."""
    raised = np.exp((logits - logits.max(axis=-1, keepdims=True)) / temperature)
    out: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return out


def _vector(vectors: Floats, pieces: list[int]) -> Floats:
    """The mean vector of a word's pieces; most words are one."""
    out: Floats = vectors[pieces[0]] if len(pieces) == 1 else vectors[pieces].mean(0)
    return out


def _sure(one: Seen, cue: list[int]) -> float:
    return float((one.cue[cue, 1] + one.cue[cue, 2]).mean())


def _mean(one: Seen, pieces: Sequence[int]) -> Floats:
    out: Floats = one.vectors[list(pieces)].mean(0) if pieces else np.zeros(one.vectors.shape[1], np.float32)
    return out


def _runs(begins: Floats, goes_on: Floats, least: float) -> Iterator[list[int]]:
    """Groups of pieces: one that begins a cue (or goes on without a beginning) and what goes on from it."""
    current: list[int] = []
    for n, (begin, on) in enumerate(zip(begins.tolist(), goes_on.tolist(), strict=True)):
        if begin + on < least:
            continue
        if current and on >= begin and n - current[-1] <= GAP:
            current += range(current[-1] + 1, n + 1)
            continue
        if current:
            yield current
        current = [n]
    if current:
        yield current


def _voiced(one: Seen, cue: list[int], parts: Floats) -> Voiced:
    label = parts.argmax(-1)
    label[cue] = 0
    source, content = np.flatnonzero(label == 1), np.flatnonzero(label == 2)
    marked = one.cue[:, 1] + one.cue[:, 2]
    return Voiced(
        cue=spans_of(one.window, cue),
        source=spans_of(one.window, source.tolist()),
        content=spans_of(one.window, content.tolist()),
        chance=_sure(one, cue),
        surest=float(marked[cue].max()),
        begins=float(one.cue[cue[0], 1]),
        window=one.window,
        marked=marked,
        parts=parts,
    )


def spans_of(window: Window, pieces: Sequence[int]) -> Spans:
    """Neighbouring pieces as spans; white space between two of them is in the span."""
    out: list[Span] = []
    last = -2
    for n in pieces:
        start, end = window.offsets[n]
        if n == last + 1:
            out[-1] = Span(out[-1].start, end)
        else:
            out.append(Span(start, end))
        last = n
    return tuple(out)


def _tagged(window: Window, likely: Floats, labels: Sequence[str], shy: float = 1.0) -> Iterator[Tagged]:
    """Decodes BIO tags (1 + 2 × label begins, the next number goes on); that of no label counts `shy` times."""
    best = (likely * np.r_[shy, np.ones(likely.shape[-1] - 1)]).argmax(-1).tolist()
    start = 0
    while start < len(best):
        if best[start] == 0:
            start += 1
            continue
        label = (best[start] - 1) // 2
        end = start + 1
        while end < len(best) and best[end] == 2 + 2 * label:
            end += 1
        sure = likely[start:end, 1 + 2 * label] + likely[start:end, 2 + 2 * label]
        yield Tagged(labels[label], spans_of(window, range(start, end))[0], float(sure.mean()))
        start = end
