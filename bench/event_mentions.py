"""Event mentions across documents (ECB+): the prediction file for the neutral scorer, from given mentions.

    python -m bench.event_mentions MENTIONS.jsonl.gz --out PREDICTED.jsonl [--documents predicted|subtopic|topic]
    python -m bench.event_mentions MENTIONS.jsonl.gz --ledger LEDGER.db --out PREDICTED.jsonl

Given: which stretches of text are event mentions (and only those in sentences that the corpus validated). Not given:
what they mean, who takes part, and, with `--documents predicted` (the default), which documents belong together: these
are grouped by their words alone. Nothing is read but the text. With `--ledger` nothing is given: the mentions are the
anchors of the event claims in a ledger of the same documents (`uri` = `doc`); see `conll_detected` and
`detection_recall` there.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from allege.claim import ClaimKind
from allege.ledger import Ledger
from allege.link.model import EventClaim
from allege.link.parts.circle import Circle, Wording, rarity, vectors, wording
from allege.link.parts.group import Score, average_link, grouped
from allege.link.parts.parts import circle, tellings_grouped
from allege.link.parts.sheet import Gathering
from allege.link.parts.signals import compare
from allege.link.parts.telling import Sentence, Telling, of_claim, spans, telling
from allege.link.parts.weights import Weights, weights
from allege.link.table import Numbers, Reals

ALIKE = 0.12
"""The least mean cosine of the documents of one circle; on the train part it hardly parts a topic."""

Row = dict[str, Any]


def load(path: str | Path) -> list[Row]:
    """The lines of a data set's part."""
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        return [json.loads(line) for line in handle]


def circles(rows: Sequence[Row], documents: str) -> list[list[Row]]:
    """The documents in groups: as the corpus has them, or by the likeness of their words."""
    if documents != "predicted":
        groups = defaultdict(list)
        for row in rows:
            groups[row[documents]].append(row)
        return list(groups.values())
    return [[rows[i] for i in group] for group in average_link(likeness(rows), ALIKE)]


def likeness(rows: Sequence[Row]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The cosine of every two documents."""
    seen = [one[0] for one in vectors([wording(row["text"]) for row in rows])]
    out = np.zeros((len(rows), len(rows)))
    for i, one in enumerate(seen):
        for j in range(i):
            out[i, j] = out[j, i] = seen[j].cosine(one)
    return out


def tellings(row: Row) -> Iterator[tuple[Telling, Row]]:
    """The given mentions of a document, each in its line of text."""
    text = row["text"]
    for number, mention in enumerate(row["mentions"]):
        if mention.get("validated", True):
            first = mention["spans"][0][0]
            start, end = text.rfind("\n", 0, first) + 1, text.find("\n", first)
            line = text[start : end if end >= 0 else len(text)]
            within = Sentence(row["doc"], line, start)
            yield telling(f"{row['doc']} {number:04d}", within, spans(mention["spans"])), mention


def claims(ledger: str | Path, rows: Sequence[Row]) -> dict[str, list[EventClaim]]:
    """The event claims of each document in a ledger, by `doc`."""
    wanted = {row["doc"] for row in rows}
    found: dict[str, list[EventClaim]] = {row["doc"]: [] for row in rows}
    with Ledger(Path(ledger)) as held:
        names = {story.id: story.uri for story in held.stories() if story.uri in wanted}
        for claim in held.event_claims():
            if claim.document in names and claim.kind is ClaimKind.EVENT:
                found[names[claim.document]].append(claim)
    return found


def claimed(row: Row, found: Sequence[EventClaim]) -> Iterator[tuple[Telling, Row]]:
    """The given mentions of a document that a claim's anchor falls on, as the claim tells them."""
    taken = set()
    for mention in (one for one in row["mentions"] if one.get("validated", True)):
        for claim in found:
            meets = any(a < d and c < b for a, b in claim.anchor_spans for c, d in mention["spans"])
            if meets and claim.id not in taken:
                taken.add(claim.id)
                yield of_claim(claim), mention
                break


def around(rows: Sequence[Row], wider: Mapping[str, float]) -> Circle:
    """The circle of some documents and what they tell of."""
    told = [telling for row in rows for telling, _ in tellings(row)]
    return Circle({row["doc"]: wording(row["text"]) for row in rows}, told, wider)


def wide(rows: Sequence[Row]) -> dict[str, float]:
    """How rare each word is in the whole collection."""
    read: list[Wording] = [wording(row["text"]) for row in rows]
    return rarity(one.words for one in read)


def predict(rows: Sequence[Row], documents: str = "predicted", scale: Weights | None = None) -> Iterator[Row]:
    """A line for each document, with a cluster for each given mention."""
    scale = scale or weights("words")
    wider, found = wide(rows), defaultdict(list)
    for number, members in enumerate(circles(rows, documents)):
        circle = around(members, wider)
        told = sorted((pair for row in members for pair in tellings(row)), key=lambda pair: pair[0].id)
        score = _scores([telling for telling, _ in told], circle, scale)
        groups = grouped(len(told), score, scale.same)
        for n, group in enumerate(groups):
            for i in group:
                found[told[i][0].document].append({"spans": told[i][1]["spans"], "cluster": f"{number}.{n}"})
    yield from ({"doc": row["doc"], "mentions": found[row["doc"]]} for row in rows)


def _scores(told: Sequence[Telling], circle: Circle, scale: Weights) -> Score:
    """The score of pairs of these tellings, one by one: a sheet of many knows no wider collection."""

    def score(left: Numbers, right: Numbers) -> Reals:
        pairs = zip(left.tolist(), right.tolist(), strict=True)
        return np.array([scale.score(compare(told[i], told[j], circle)) for i, j in pairs], dtype=np.float64)

    return score


def predict_claims(rows: Sequence[Row], ledger: str | Path) -> Iterator[Row]:
    """A line for each document, with a cluster for the anchor of each of its claims."""
    held, found = claims(ledger, rows), defaultdict(list)
    for number, members in enumerate(circles(rows, "predicted")):
        told = sorted((c for row in members for c in held[row["doc"]]), key=lambda claim: claim.id)
        tellings_ = [of_claim(claim) for claim in told]
        (groups,) = tellings_grouped([Gathering(tellings_, circle(told, tellings_))], weights("claims"))
        for n, group in enumerate(groups):
            for i in group:
                found[told[i].document].append({"spans": told[i].anchor_spans, "cluster": f"{number}.{n}"})
    documents = {claims[0].document: doc for doc, claims in held.items() if claims}
    yield from ({"doc": documents[document], "mentions": mentions} for document, mentions in found.items())


def main() -> None:
    """Writes the prediction file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mentions")
    parser.add_argument("--out", required=True)
    parser.add_argument("--documents", choices=("predicted", "subtopic", "topic"), default="predicted")
    parser.add_argument("--ledger")
    options = parser.parse_args()
    rows = load(options.mentions)
    lines = predict_claims(rows, options.ledger) if options.ledger else predict(rows, options.documents)
    Path(options.out).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
