"""What the encoder says of one document. Offsets are code points of its frozen text; every score is a probability.

Questions are asked in rows: each head runs once for a window, or once for the text, however many words it is about.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from allege.analyse.encoder.heads import TEMPLATE_ROLES, Floats, Heads, of_word
from allege.analyse.encoder.located import Located, located
from allege.analyse.encoder.seen import Seen, Tagged, either, tagged
from allege.analyse.encoder.voices import Cue, Voiced, cue_of, cues_in, voiced
from allege.claim import Span, Spans


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
        return 0.0 if where is None else float(either(self.seen[where[0]].cue[where[1]], 0).max())

    def cues(self, least: float) -> list[Cue]:
        """Every cue that is as likely as `least`, in text order: cheap, no head is asked."""
        return [cue for n, one in enumerate(self.seen) for cue in cues_in(one, n, least)]

    def cue_at(self, spans: Spans) -> Cue | None:
        """The words under `spans` as a cue, likely or not; None where they lie in no window."""
        where = self.at(spans)
        return None if where is None else cue_of(self.seen[where[0]], *where)

    def voiced(self, least: float) -> list[Voiced]:
        """Every attribution whose cue is as likely as `least`, in text order."""
        return self.voiced_of(self.cues(least))

    def voiced_of(self, cues: Sequence[Cue]) -> list[Voiced]:
        """The attributions of these cues, in their order; the head is asked once for each window."""
        windows: dict[int, dict[tuple[int, ...], list[int]]] = {}
        for cue in cues:  # rules that hear two words of one cue ask about the same
            windows.setdefault(cue.window, {})[tuple(cue.pieces)] = cue.pieces
        out: dict[tuple[int, tuple[int, ...]], Voiced] = {}
        for window, asked in windows.items():
            found = voiced(self.heads, self.seen[window], list(asked.values()))
            out.update(((window, pieces), one) for pieces, one in zip(asked, found, strict=True))
        return [out[cue.window, tuple(cue.pieces)] for cue in cues]

    def places(self, verbs: Sequence[tuple[Spans, Span]]) -> list[Located | None]:
        """For each verb and its sentence, where in the sentence it happened; None for a verb that no window holds."""
        out: list[Located | None] = [None] * len(verbs)
        groups: dict[tuple[int, Span], list[tuple[int, list[int]]]] = {}
        for n, (spans, sentence) in enumerate(verbs):
            where = self.at(spans)
            if where is not None:
                groups.setdefault((where[0], sentence), []).append((n, where[1]))
        for (window, sentence), here in groups.items():
            found = located(self.heads, self.seen[window], sentence, [pieces for _, pieces in here])
            for (n, _), one in zip(here, found, strict=True):
                out[n] = one
        return out

    def commitments(self, predicates: Sequence[Spans]) -> list[float | None]:
        """The author's commitment to each predicate, -3 … 3; None where it lies in no window."""
        found = [self.at(spans) for spans in predicates]
        words = [of_word(self.seen[where[0]].vectors, where[1]) for where in found if where is not None]
        told = iter(self.heads.committed(words) if words else ())
        return [None if where is None else next(told) for where in found]

    def kinds(self, asked: Sequence[tuple[Span, Spans, Spans]]) -> list[tuple[Floats, Floats] | None]:
        """For each sentence with its source and target: the chance of each root type and of each class of conflict."""
        found = [self.at((sentence,)) for sentence, _, _ in asked]
        rows = []
        for where, (_, source, target) in zip(found, asked, strict=True):
            if where is not None:
                one = self.seen[where[0]]
                rows.append(np.concatenate([one.mean_of(where[1]), one.mean(source), one.mean(target)]))
        told = iter(self.heads.kinds(rows) if rows else ())
        return [None if where is None else next(told) for where in found]

    def scenes(self, sentences: Sequence[Span]) -> list[Floats | None]:
        """[scenes] for each sentence: the chance of everything that it may tell of; None beyond all windows."""
        found = [self.at((sentence,)) for sentence in sentences]
        vectors = [self.seen[where[0]].vectors[where[1]] for where in found if where is not None]
        told = iter(self.heads.scenes([np.concatenate([v.mean(0), v.max(0)]) for v in vectors]) if vectors else ())
        return [None if where is None else next(told) for where in found]

    def literally(self, words: Sequence[tuple[Spans, Span]]) -> list[float | None]:
        """For each word of violence and its sentence the chance that it tells of violence, and not of a match, a film,
        an exercise or a quarrel in its image; None where it lies in no window.
        """
        found = [self.at(spans) for spans, _ in words]
        rows = []
        for where, (_, sentence) in zip(found, words, strict=True):
            if where is not None:
                one = self.seen[where[0]]
                rows.append(np.concatenate([one.mean_of(where[1]), one.mean((sentence,))]))
        told = iter(self.heads.literally(rows) if rows else ())
        return [None if where is None else next(told) for where in found]

    def pairs(self) -> Iterator[Tagged]:
        """Who did it ("source") and to whom ("target"), in text order."""
        for one in self.seen:
            yield from tagged(one.window, one.pair, ("source", "target"))

    def parties(self, starts: Sequence[int]) -> Floats:
        """[n, 2]: for each word, given by where it starts (in order), the chances that it is who did it, and to whom.

        The mean over the pieces that start in the word, so that a word is never cut; zero where there is none.
        """
        total, count = np.zeros((len(starts), 2), np.float32), np.zeros((len(starts), 1), np.float32)
        edges = np.asarray(starts)
        for one in self.seen:
            at = np.searchsorted(edges, [start for start, _ in one.window.offsets], side="right") - 1
            held = at >= 0
            chance = np.stack([either(one.pair, 0), either(one.pair, 1)], axis=1)
            np.add.at(total, at[held], chance[held])
            np.add.at(count, at[held], 1)
        out: Floats = (total / np.maximum(count, 1)).astype(np.float32)
        return out

    def fillers(self, shy: float = 1.0) -> Iterator[Tagged]:
        """Fillers of the template roles, in text order; `shy`: the share of its chance that "no filler" keeps.

        Less than 1 gives phrases their full borders where the head is of two minds; their chance is the head's own.
        """
        for one in self.seen:
            yield from tagged(one.window, one.template, TEMPLATE_ROLES, shy)

    def filling(self, spans: Spans) -> Floats:
        """The chance of each template role for the words under `spans`: that of the likeliest of their pieces."""
        where = self.at(spans)
        if where is None:
            return np.zeros(len(TEMPLATE_ROLES), np.float32)
        likely = self.seen[where[0]].template[where[1]].max(0)
        out: Floats = likely[1::2] + likely[2::2]
        return out
