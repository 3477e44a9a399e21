"""The training sets as examples: word pieces and labels. Nothing but the sets' train parts is fitted on.

Every loader yields `Example`s; `marks` holds what its head needs, by the head's own convention (see network.py).
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from allege.analyse.encoder.windows import Window, windows

ROOTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
ENDS = re.compile(r"[.!?][\"”’')]*\s+|\n\s*")
"""Where a sentence ends, roughly."""

LONGER, SHORTEST = 0.3, 4
"""How often a snippet has two sentences, and how many word pieces it has at least."""

STOCK_PHRASES = frozenset({"CommitmentBank", "MegaVeridicality2"})
"""Corpora of factuality whose sentences are built from frames: a fifth of them is enough."""


@dataclass(frozen=True, slots=True)
class Example:
    """Word pieces of one window and the labels of its task."""

    ids: tuple[int, ...]
    marks: Any


def rows(data: Path, task: str, split: str) -> list[dict[str, Any]]:
    """The lines of one set's split."""
    with gzip.open(data / task / f"{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def one_window(tokenizer: Tokenizer, text: str, longest: int) -> Window:
    """A sentence as one window; what is longer is cut off."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    return Window(tuple(encoding.ids[:longest]), tuple(encoding.offsets[:longest]))


def tags(window: Window, spans: list[list[int]], begin: int, into: list[int]) -> None:
    """Marks each span's pieces as `begin` (its first) and `begin + 1` where nothing is marked yet."""
    for span in spans:
        for nth, piece in enumerate(window.pieces([span])):
            if into[piece] == 0:
                into[piece] = begin + (nth > 0)


def attribution(tokenizer: Tokenizer, data: Path, split: str, longest: int) -> Iterator[Example]:
    """`marks`: BIO tags of cues, and for each cue its pieces and each piece's part (0 none, 1 source, 2 content)."""
    for row in rows(data, "attribution", split):
        for window in windows(tokenizer, row["text"], longest):
            yield _speech(window, row["attributions"])


def snippets(tokenizer: Tokenizer, data: Path, split: str, longest: int) -> Iterator[Example]:
    """The same for a sentence, or two, alone: posts and headlines are no longer, windows of articles never so short.

    What of a source or content stands elsewhere is left out.
    """
    dice = random.Random(split)
    for row in rows(data, "attribution", split):
        text, ends = row["text"], [match.end() for match in ENDS.finditer(row["text"])]
        start = 0
        while start < len(text):
            end = next((e for e in ends if e > start), len(text))
            if dice.random() < LONGER:
                end = next((e for e in ends if e > end), len(text))
            cut = one_window(tokenizer, text[start:end], longest)
            if len(cut.ids) >= SHORTEST:
                here = Window(cut.ids, tuple((a + start, b + start) for a, b in cut.offsets))
                yield _speech(here, row["attributions"])
            start = end


def _speech(window: Window, attributions: list[dict[str, Any]]) -> Example:
    bio, cues = [0] * len(window.ids), []
    for one in attributions:
        if not one["cue"] or not window.span.start <= one["cue"][0][0] < window.span.end:
            continue
        cue = window.pieces(one["cue"])
        if not cue:
            continue
        for nth, piece in enumerate(cue):
            bio[piece] = bio[piece] or (1 if nth == 0 else 2)
        parts = [0] * len(window.ids)
        for label, spans in ((2, one["content"]), (1, one["source"])):
            for piece in window.pieces(spans):
                parts[piece] = label
        cues.append((cue, parts))
    return Example(window.ids, (bio, cues))


def factuality(tokenizer: Tokenizer, data: Path, split: str, longest: int) -> Iterator[Example]:
    """`marks`: for each predicate its pieces and the author's commitment, -3 … 3; and the corpus."""
    for row in rows(data, "factuality", split):
        window = one_window(tokenizer, row["text"], longest)
        found = [(window.pieces([p["predicate"]]), float(p["score"])) for p in row["predicates"]]
        found = [(pieces, score) for pieces, score in found if pieces]
        if found:
            yield Example(window.ids, (found, row["corpus"]))


def root(tokenizer: Tokenizer, data: Path, split: str, longest: int) -> Iterator[Example]:
    """`marks`: each piece's role (0 none, 1 source, 2 target), and the number of the root type."""
    for row in rows(data, "event_type", split):
        window = one_window(tokenizer, row["text"], longest)
        roles = [0] * len(window.ids)
        for label, spans in ((1, row["source"]), (2, row["target"])):
            for piece in window.pieces(spans):
                roles[piece] = label
        yield Example(window.ids, (roles, ROOTS.index(row["label"])))


def penta(tokenizer: Tokenizer, data: Path, split: str, longest: int) -> Iterator[Example]:
    """`marks`: the class of the sentence, 0 … 4."""
    for row in rows(data, "penta", split):
        yield Example(one_window(tokenizer, row["text"], longest).ids, int(row["penta"]))


def pair(tokenizer: Tokenizer, data: Path, split: str, longest: int) -> Iterator[Example]:
    """`marks`: tags of who did it (1, 2) and to whom (3, 4)."""
    for row in rows(data, "srctgt", split):
        window = one_window(tokenizer, row["text"], longest)
        marks = [0] * len(window.ids)
        tags(window, row["sources"], 1, marks)
        tags(window, row["targets"], 3, marks)
        yield Example(window.ids, marks)


def template(tokenizer: Tokenizer, data: Path, split: str, longest: int) -> Iterator[Example]:
    """`marks`: tags of the roles' fillers, 1 + 2 × role and the next number inside; every occurrence of a filler."""
    for nth, row in enumerate(rows(data, "templates", split)):
        spans = _fillers(row)
        for window in windows(tokenizer, row["text"], longest):
            marks = [0] * len(window.ids)
            for role, found in enumerate(spans):
                tags(window, found, 1 + 2 * role, marks)
            if any(marks) or split != "train" or nth % 4 == 0:
                yield Example(window.ids, marks)


def _fillers(row: dict[str, Any]) -> list[list[list[int]]]:
    """The spans of each role's strings in the lower-case text, longest first."""
    out: list[list[list[int]]] = []
    for role in ROLES:
        strings = {string for one in row["templates"] for entity in one.get(role) or [] for string, _ in entity}
        spans: list[list[int]] = []
        for string in sorted(strings, key=lambda s: (-len(s), s)):
            at = row["text"].find(string)
            while at >= 0:
                end = at + len(string)
                alone = not (row["text"][at - 1 : at].isalnum() or row["text"][end : end + 1].isalnum())
                if alone and not any(a < end and at < b for a, b in spans):
                    spans.append([at, end])
                at = row["text"].find(string, end)
        out.append(spans)
    return out


def place(tokenizer: Tokenizer, data: Path, split: str, longest: int) -> Iterator[Example]:
    """`marks`: for each verb its pieces, and whether each piece belongs to the place where it happened."""
    for row in rows(data, "places", split):
        if row["task"] != "event_place":
            continue
        window = one_window(tokenizer, row["text"], longest)
        found = []
        for event in row["events"]:
            verb = window.pieces([event["verb"]])
            parts = [0] * len(window.ids)
            for piece in window.pieces(event["places"]):
                parts[piece] = 1
            if verb:
                found.append((verb, parts))
        if found:
            yield Example(window.ids, found)


LOADERS = {
    "attribution": attribution, "snippets": snippets, "factuality": factuality, "root": root, "penta": penta,
    "pair": pair, "template": template, "place": place,
}  # fmt: skip


def sampled(task: str, examples: list[Example], share: float, dice: random.Random) -> list[Example]:
    """An epoch's examples of a task: everything as often as `share` says, the rest drawn."""
    kept = examples
    if task == "factuality":
        kept = [e for e in examples if e.marks[1] not in STOCK_PHRASES or dice.random() < 0.2]
    whole, rest = divmod(share, 1)
    return kept * int(whole) + dice.sample(kept, int(len(kept) * rest))


def batches(examples: list[Example], pieces: int, dice: random.Random) -> list[list[Example]]:
    """Examples of about the same length together, about `pieces` word pieces in each batch."""
    ordered = sorted(examples, key=lambda e: len(e.ids) + dice.random() * 16)
    out: list[list[Example]] = [[]]
    for example in ordered:
        if out[-1] and (len(out[-1]) + 1) * (len(example.ids) + 2) > pieces:
            out.append([])
        out[-1].append(example)
    return [batch for batch in out if batch]
