"""Fits `allege/data/events/subevents.toml`: how rules and encoder decide on ACLED's sub-event type.

    python tools/fit_subevents.py bench/subevents.jsonl

Each line is a JSON object with a `text` and a `label`, by another hand than the snippets that the head `scene` was
fitted on. A text's type is that of its first event that has one, as the CASE 2021 shared task is scored here. Prints
accuracy over the 25 types for the rules alone, for the chosen weights, and for weights chosen on the other half.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import allege
from allege.analyse.encoder.encoded import Floats
from allege.analyse.pipeline import analyse
from allege.claim import ClaimKind, Document
from allege.extract.assemble import predicated
from allege.extract.predication import Predication
from allege.extract.subevents import ruled, scenes
from allege.extract.subevents.rules import Event
from allege.extract.subevents.weigh import CODES, Weights, weighed
from allege.settings import Settings

TARGET = Path(allege.__file__).parent / "data" / "events" / "subevents.toml"
MEANS, RULE, LEAST = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0), (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0), (0.3, 0.4, 0.5, 0.6, 0.7)
SLACK = 2
HEAD = "# Written by tools/fit_subevents.py: how rules and encoder decide on a sub-event type.\n\n"


@dataclass(frozen=True, slots=True)
class Seen:
    """One event in text order: what the rules say of it, and what the encoder says of its sentence."""

    predication: Predication
    ruled: str | None
    told: Floats | None
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Case:
    """One text: its events and its label."""

    events: tuple[Seen, ...]
    label: str

    def right(self, weights: Weights | None) -> bool:
        """Whether its first type is the labelled one; the rules alone decide where there are no weights."""
        for one in self.events:
            said = one.ruled if weights is None else weighed(one.predication, one.ruled, one.told, one.words, weights)
            if said is not None:
                return CODES[said] == self.label
        return False


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    found = cases(parser.parse_args().texts)
    halves = found[::2], found[1::2]
    weights = best(found)
    crossed = (right(halves[0], best(halves[1])) + right(halves[1], best(halves[0]))) / len(found)
    print(f"rules {right(found, None) / len(found):.3f}, both {right(found, weights) / len(found):.3f}")
    print(f"left out {crossed:.3f}")
    lines = "".join(f"{name} = {getattr(weights, name)}\n" for name in Weights.__slots__)
    TARGET.write_text(HEAD + lines, encoding="utf-8")


def cases(path: Path) -> list[Case]:
    """The texts of a file that tell of one of ACLED's types."""
    rows = [
        row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()) if row["label"] in CODES.values()
    ]
    documents = (Document(id=str(n), uri=str(n), text=row["text"]) for n, row in enumerate(rows))
    out = []
    for analysis, row in zip(analyse(documents, Settings()), rows, strict=True):
        events = [p for p in predicated(analysis)[0] if p.kind is ClaimKind.EVENT]
        events.sort(key=lambda p: (p.anchor[0], p.head))
        seen = zip(events, (Event(analysis, p) for p in events), scenes(analysis, events), strict=True)
        out.append(Case(tuple(Seen(p, ruled(e), told, e.written) for p, e, told in seen), row["label"]))
    return out


def right(found: Sequence[Case], weights: Weights | None) -> int:
    """How many are right."""
    return sum(case.right(weights) for case in found)


def best(found: Sequence[Case]) -> Weights:
    """Of the weights with most right, or `SLACK` fewer, those that trust the rules most: texts of others differ."""
    tried = list(itertools.starmap(Weights, itertools.product(MEANS, RULE, LEAST)))
    marks = [right(found, weights) for weights in tried]
    good = [weights for weights, mark in zip(tried, marks, strict=True) if mark >= max(marks) - SLACK]
    return max(good, key=lambda weights: (weights.means + weights.rule, weights.least))


if __name__ == "__main__":
    main()
