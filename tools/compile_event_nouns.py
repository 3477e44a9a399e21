"""Writes `allege/data/events/nominal.txt`: nouns that mostly tell of something that happens or is done.

    python tools/compile_event_nouns.py ../shared/data

Counted on the train parts of two annotated sets (factuality: UDS-IH2, UW, MEANTIME; event mentions: ECB+): a noun is
listed where at least two of its occurrences, and at least two fifths of them, were marked as predicates or as actions.
Only the words are kept. Run again when either set or the language pipeline changes.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy

from allege.settings import Settings

TARGET = Path(__file__).resolve().parent.parent / "allege" / "data" / "events" / "nominal.txt"
LEAST, SHARE = 2, 0.4
CORPORA = frozenset({"UDS-IH2", "UW", "MEANTIME"})


def marked(data: Path) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Texts and the spans that annotators marked in them."""
    with gzip.open(data / "factuality" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["corpus"] in CORPORA:
                yield row["text"], [tuple(p["predicate"]) for p in row["predicates"]]
    with gzip.open(data / "event_mentions" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            validated = [m for m in row["mentions"] if m["validated"]]
            for start, end in sentences(row["text"]):
                here = [(a, b) for m in validated for a, b in m["spans"] if start <= a < end]
                if here:
                    yield row["text"][start:end], [(a - start, b - start) for a, b in here]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text: ECB+ has one sentence on each."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def main() -> None:
    """Counts and writes."""
    nlp = spacy.load(Settings().pipeline, disable=["parser", "ner"])
    seen: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for doc, spans in nlp.pipe(marked(Path(sys.argv[1])), as_tuples=True, batch_size=64):
        for token in doc:
            if token.pos_ == "NOUN" and token.lemma_.isalpha():
                lemma = token.lemma_.lower()
                seen[lemma] += 1
                told[lemma] += any(a < token.idx + len(token) and token.idx < b for a, b in spans)
    kept = sorted(lemma for lemma, n in told.items() if n >= LEAST and n >= SHARE * seen[lemma])
    head = "# Nouns that mostly tell of something that happens or is done; made by tools/compile_event_nouns.py.\n"
    TARGET.write_text(head + "\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
