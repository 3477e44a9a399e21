"""Writes `allege/data/link/ordinary.csv`: in what share of reports each ordinary term is met.

    python tools/count_terms.py [--sentences SENTENCES.jsonl.gz] TEXTS.jsonl.gz ...

Each line of a file is a JSON object with a `text`; each file is one kind of report. A term's share is that of the file
in which it is met most, so that what is ordinary in any kind counts as ordinary; terms below `LEAST` everywhere are
left out. A file of single sentences is counted as if `OF_A_REPORT` of them made a report. Counts of words, no texts.
Use train parts alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from pathlib import Path

import allege
from allege.link.incidents.words import wording

TARGET = Path(allege.__file__).parent / "data" / "link" / "ordinary.csv"
LEAST, OF_A_REPORT = 0.01, 8
HEAD = """\
# In what share of reports a term is met: how rare words are taken to be while a ledger holds few reports.
# Written by tools/count_terms.py from news and wire reports of violence and from campaign news: do not edit by hand.
term,share
"""


def shares(path: str) -> dict[str, float]:
    """The share of a file's texts that has each term."""
    rows = [json.loads(line) for line in gzip.decompress(Path(path).read_bytes()).splitlines()]
    counts = Counter(term for row in rows for term in wording(row["text"]).terms)
    return {term: count / len(rows) for term, count in counts.items()}


def main() -> None:
    """Count each file, write the largest share of each term."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--sentences", default=[], action="append")
    options = parser.parse_args()
    found = [shares(path) for path in options.texts]
    apart = [shares(path) for path in options.sentences]
    found += [{term: 1 - (1 - share) ** OF_A_REPORT for term, share in one.items()} for one in apart]
    most = {term: max(one.get(term, 0.0) for one in found) for term in set().union(*found)}
    kept = {term: share for term, share in sorted(most.items()) if share >= LEAST and "," not in term}
    TARGET.write_text(HEAD + "".join(f"{term},{share:.3f}\n" for term, share in kept.items()), encoding="utf-8")
    print(f"{len(kept)} of {len(most)} terms", file=sys.stderr)


if __name__ == "__main__":
    main()
