"""Words of violence that tell of none (`literal.jsonl`): how many make an event all the same, and how many that do.

    python -m bench.literal

200 invented texts by a hand that wrote nothing that was fitted on. An event counts that is an assault or a coercion and
has the word in its anchor.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

from allege.claim import Record
from allege.run import annotate
from allege.settings import Settings
from bench.tasks import plain_document

TEXTS = Path(__file__).parent / "literal.jsonl"
VIOLENT = ("ASSAULT", "COERCE")


def main() -> int:
    """The command."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    rows = [json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines()]
    documents = [plain_document(str(n), row["text"]) for n, row in enumerate(rows)]
    made: Counter[tuple[bool, str]] = Counter()
    asked: Counter[tuple[bool, str]] = Counter()
    for row, record in zip(rows, annotate(documents, Settings()), strict=True):
        if not isinstance(record, Record):
            raise SystemExit(f"{record}")
        kind = row["literal"], row["sort"]
        asked[kind] += 1
        made[kind] += tells(record, row["word"])
    for literal, name in ((False, "no violence"), (True, "violence")):
        kinds = sorted(kind for kind in asked if kind[0] is literal)
        print(f"{name}: {sum(made[k] for k in kinds)} of {sum(asked[k] for k in kinds)} make an event")
        print(*(f"  {kind[1]}: {made[kind]} of {asked[kind]}" for kind in kinds), sep="\n")
    return 0


def tells(record: Record, word: str) -> bool:
    """Whether the word anchors an event of violence."""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", record.document.text)
    return found is not None and any(
        claim.type in VIOLENT and any(span.start < found.end() and found.start() < span.end for span in claim.anchor)
        for claim in record.claims
    )


if __name__ == "__main__":
    sys.exit(main())
