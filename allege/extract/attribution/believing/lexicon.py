"""How often a word reports: counts from annotated news, and an estimate for what was seen rarely or never.

`allege/data/attribution/cues.csv` has one line for each kind of word, word and frame: how often it was seen (`seen`)
and how often the annotators took it for a cue with that content and source (`cues`). Facts about words, no texts.
`own.csv` beside it adds expectations of our own for words that are rare there; a user may add lines.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from allege.analyse import data
from allege.extract.attribution.heard import Heard

SHRINK = 3.0
"""Sightings that the guess for an unseen frame is worth against counts of the word in that frame."""
SHRINK_WORD = 2.0
"""Expected cues that "like any other word" is worth against what is known of a word over all its frames."""

CLAUSES = frozenset(
    {"that", "clause", "whether", "front", "inset", "as", "count", "done:that", "object+that", "be:that"}
)
"""Frames whose content is a clause: under these, a word for a deed may still report."""

TYPICAL = 0.8
"""Lift from which a word counts as one that reports; frames without a clause ask for that."""
UNKNOWN = 0.01
USUAL = 8
"""Cues in one frame that make a word known there, however rarely it reports elsewhere."""

Count = tuple[int, int]
"""Sightings, and cues among them."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Counts by (kind, word, frame), with the rates of frames and of words that are read off them."""

    counts: dict[tuple[str, str, str], Count]
    frames: dict[tuple[str, str], float]
    words: dict[tuple[str, str], float]

    def chance(self, heard: Heard) -> float:
        """How likely a candidate is to be a true attribution, by its word and frame (0 … 1)."""
        if is_deed(heard.key, heard.frame):
            return 0.0
        seen, cues = self.counts.get((heard.kind, heard.key, heard.frame), (0, 0))
        if heard.frame not in CLAUSES and heard.kind == "verb" and cues < USUAL and not self.known(heard.key):
            return UNKNOWN
        return (cues + SHRINK * self._guess(heard.kind, heard.key, heard.frame)) / (seen + SHRINK)

    def known(self, key: str) -> bool:
        """Whether the word reports at least as often as its frames let expect; of a pair, whether its noun does."""
        pair = f"{key.rpartition(' ')[2]}*" if " " in key else ""
        return max(self.words.get(("verb", key), 0.0), self.words.get(("verb", pair), 0.0)) >= TYPICAL

    def _guess(self, kind: str, key: str, frame: str) -> float:
        base = self.frames.get((kind, frame), self.frames.get((kind, frame.partition(":")[0] + ":*"), 0.02))
        lift = self.words.get((kind, key))
        if lift is None and " " in key:
            lift = self.words.get((kind, key.rpartition(" ")[2] + "*"), 1.0)
        return odds_times(base, 1.0 if lift is None else lift)


def is_deed(key: str, frame: str) -> bool:
    """Whether the words name a deed rather than speech in the news of conflict (`physical.txt`)."""
    if frame in CLAUSES:
        return False
    deeds = _deeds()
    verb, _, noun = key.partition(" ")
    if frame.startswith("object+"):
        return noun in deeds or (noun == "*" and verb in deeds)
    return key in deeds or verb in deeds


@cache
def _deeds() -> frozenset[str]:
    return frozenset(data.lines("attribution/physical.txt"))


def odds_times(chance: float, lift: float) -> float:
    """The chance whose odds are `lift` times those of `chance`."""
    odds = lift * chance / (1.0 - chance)
    return odds / (1.0 + odds)


def learn(counts: dict[tuple[str, str, str], Count]) -> Lexicon:
    """The rates of frames and words that counts imply."""
    frames = _frames(counts)
    expected: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for (kind, key, frame), (seen, cues) in counts.items():
        names = {key, key.rpartition(" ")[2] + "*"} if " " in key else {key}
        for name in names:
            found = expected[kind, name]
            found[0] += seen * frames[kind, frame]
            found[1] += cues
    words = {name: (cues + SHRINK_WORD) / (guess + SHRINK_WORD) for name, (guess, cues) in expected.items()}
    return Lexicon(counts, frames, words)


def _frames(counts: dict[tuple[str, str, str], Count]) -> dict[tuple[str, str], float]:
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for (kind, _, frame), (seen, cues) in counts.items():
        for name in {frame, frame.partition(":")[0] + ":*"}:
            sums[kind, name][0] += seen
            sums[kind, name][1] += cues
    return {name: (cues + 0.2) / (seen + 10.0) for name, (seen, cues) in sums.items()}


@cache
def load() -> Lexicon:
    """The lexicon that comes with the package."""
    counts: dict[tuple[str, str, str], Count] = {}
    for name in ("attribution/cues.csv", "attribution/own.csv"):
        for row in data.table(name):
            key = row["kind"], row["word"], row["frame"]
            seen, cues = counts.get(key, (0, 0))
            counts[key] = seen + int(row["seen"]), cues + int(row["cues"])
    return learn(counts)
