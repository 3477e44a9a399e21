"""Fits `allege/data/learned/violence.toml`: from which chance on a phrase of the template head counts.

    python tools/fit_violence.py REPORTS.jsonl.gz [--encoder on]

Each line is a JSON object with a `text` and `templates`, each template with the roles of `ROLES` as lists of entities,
an entity a list of `[string, offset]`. The reports must be ones that the encoder was not fitted on: the dev part.
Three numbers, each from a short list: `shy` and `sure` by the F1 of the head's phrases (mean of exact and partial, all
roles together), `far` as the least chance at which three of five phrases name something of the gold. `thing` is kept.
Prints the F1 of the choice, and that on each half of the reports of what the other half would choose.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import allege
from allege.analyse.encoder.encoded import TEMPLATE_ROLES, Encoded
from allege.analyse.encoder.model import load_model
from allege.claim import Document

TARGET = Path(allege.__file__).parent / "data" / "learned" / "violence.toml"
ROLES = dict(zip(TEMPLATE_ROLES, ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon"), strict=True))
SHY = (1.0, 0.6, 0.4, 0.2, 0.1)
SURE = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
RIGHT = 0.6
"""Share of phrases that must be right where the assault is told in another sentence."""

HEAD = "# Written by tools/fit_violence.py: chances of the template head from which a phrase counts (violence.py).\n"

Entity = frozenset[str]


@dataclass(frozen=True, slots=True)
class Report:
    """One report: what the head sees in it, its text, and the gold entities of each role."""

    encoded: Encoded
    text: str
    gold: dict[str, list[Entity]]

    def phrases(self, shy: float) -> dict[tuple[str, str], float]:
        """The head's phrases by role and words, with the best chance of each."""
        out: dict[tuple[str, str], float] = {}
        for tag in self.encoded.fillers(shy):
            words = normal(self.text[tag.span.start : tag.span.end])
            if words:
                out[tag.label, words] = max(out.get((tag.label, words), 0.0), tag.chance)
        return out


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--encoder", default="on")
    options = parser.parse_args()
    reports = read(options.reports, options.encoder)
    chosen = best(reports)
    for name, own, other in (("even", reports[::2], reports[1::2]), ("odd", reports[1::2], reports[::2])):
        told = f"F1 {f1(own, *best(other)):.1f}, as it would: {f1(own, *best(own)):.1f}"
        print(f"{name} half, as the other chooses: {told}")
    print(f"all: shy {chosen[0]}, sure {chosen[1]}, F1 {f1(reports, *chosen):.1f}")
    kept = tomllib.loads(TARGET.read_text(encoding="utf-8"))
    fitted = kept | {"shy": chosen[0], "sure": chosen[1], "far": reach(reports, *chosen)}
    TARGET.write_text(HEAD + "".join(f'"{name}" = {value}\n' for name, value in fitted.items()), encoding="utf-8")


def read(path: Path, encoder: str) -> list[Report]:
    """The reports as the encoder sees them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    documents = [Document(id=str(n), uri=str(n), text=row["text"]) for n, row in enumerate(rows)]
    seen = load_model(encoder).read(documents)
    return [Report(one, row["text"], gold_of(row)) for one, row in zip(seen, rows, strict=True)]


def gold_of(row: dict[str, Any]) -> dict[str, list[Entity]]:
    """The gold entities of a report by role, each as the set of its normal strings."""
    return {
        role: list({frozenset(normal(s) for s, _ in entity) for one in row["templates"] for entity in one[name]})
        for role, name in ROLES.items()
    }


def normal(string: str) -> str:
    """Lower case, without punctuation and articles."""
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", re.sub(r"[^\w\s]", "", string.lower())).split())


def is_hit(words: str, entity: Entity, *, exact: bool) -> bool:
    """Whether the words are one of the entity's strings, or (not `exact`) one holds the other."""
    return words in entity if exact else any(f" {words} " in f" {s} " or f" {s} " in f" {words} " for s in entity)


def best(reports: Sequence[Report]) -> tuple[float, float]:
    """The shyness and the least chance with the best F1."""
    return max(product(SHY, SURE), key=lambda pair: f1(reports, *pair))


def f1(reports: Sequence[Report], shy: float, sure: float) -> float:
    """Mean of exact and partial F1 of the phrases with at least that chance, in percent."""
    return sum(_f1(reports, shy, sure, exact=exact) for exact in (True, False)) / 2


def _f1(reports: Sequence[Report], shy: float, sure: float, *, exact: bool) -> float:
    met = wrong = wanted = 0
    for report in reports:
        phrases = [key for key, chance in report.phrases(shy).items() if chance >= sure]
        for role, entities in report.gold.items():
            own = [words for label, words in phrases if label == role]
            wanted += len(entities)
            met += sum(any(is_hit(words, e, exact=exact) for words in own) for e in entities)
            wrong += sum(not any(is_hit(words, e, exact=exact) for e in entities) for words in own)
    return 200 * met / max(met + wrong + wanted, 1)


def reach(reports: Sequence[Report], shy: float, sure: float) -> float:
    """The least chance, in steps of .05 from `sure`, at which enough phrases name something of the gold."""
    found = [
        (chance, any(is_hit(words, e, exact=False) for e in report.gold[role]))
        for report in reports
        for (role, words), chance in report.phrases(shy).items()
    ]
    for step in range(round(sure * 20), 20):
        above = [right for chance, right in found if chance >= step / 20]
        if above and sum(above) >= RIGHT * len(above):
            return step / 20
    return 0.95


if __name__ == "__main__":
    main()
