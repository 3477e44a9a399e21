"""The encoder at work: texts in, one `Encoded` each. Every window is encoded once and alone, whatever heads look at it.

onnxruntime runs the graphs and Hugging Face's tokenizers cuts the word pieces: the two libraries that the field uses
for this, both without torch.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from allege.analyse.encoder.encoded import Encoded
from allege.analyse.encoder.files import REMEDY, Parts, load_parts, name_of
from allege.analyse.encoder.heads import ROOTS, SCENES, TEMPLATE_ROLES, Heads, chances
from allege.analyse.encoder.seen import Seen
from allege.analyse.encoder.windows import Window, windows
from allege.claim import Document, Span
from allege.errors import MissingPart

CALIBRATED = ("cue", "pair", "template", "speech", "place", "root", "penta")
"""Heads whose chances are calibrated."""

HEADS = ("speech", "place", "certain", "kind", "scene", "literal")
"""The graphs that look at the vectors of the encoder."""

CLS, SEP = "[CLS]", "[SEP]"

OUTPUTS = ("vectors", "cue", "pair", "template")
"""What the graph of the encoder gives."""

CLASSES = (3, 2 * 2 + 1, 2 * len(TEMPLATE_ROLES) + 1)
"""How many classes the token heads tell apart: tags of cues, of pairs, of template roles."""

CONFLICTS = 5
"""Classes of conflict, beside the root types."""

UNFUSED = ("SkipLayerNormFusion",)
"""What onnxruntime must not make one step of: its own sum with normalization takes five times as long as the two."""


@dataclass(frozen=True, slots=True)
class Model:
    """An opened encoder."""

    tokenizer: Tokenizer
    cls: int
    sep: int
    encoder: onnxruntime.InferenceSession
    heads: Heads
    name: str

    def read(self, documents: Sequence[Document]) -> Iterator[Encoded]:
        """What the encoder sees in each document, in order. Folded stretches are not read."""
        for document in documents:
            yield Encoded(tuple(map(self.see, self._windows(document))), self.heads, self.name)

    def _windows(self, document: Document) -> Iterator[Window]:
        text = document.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if len(text) != len(document.text):
            text = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in document.text)
        start = 0
        for folded in (*sorted(document.folded()), None):
            end = len(text) if folded is None else folded.start
            for window in windows(self.tokenizer, text[start:end]) if text[start:end].strip() else ():
                moved = tuple((a + start, b + start) for a, b in window.offsets) if start else window.offsets
                yield Window(window.ids, moved)
            start = max(start, folded.end) if folded is not None else end

    def see(self, window: Window) -> Seen:
        """One window by itself.

        The eight-bit graph takes its scales from all that it is given at once: in a batch, a window's probabilities
        moved by .09 and its tags changed with its neighbours. Alone it is as fast (155 against 206 seconds of one core
        for a million word pieces of articles, 163 against 153 of short sentences) and says the same every time.
        """
        ids = np.array([(self.cls, *window.ids, self.sep)], np.int64)
        found = self.encoder.run(list(OUTPUTS), {"ids": ids, "mask": np.ones_like(ids)})
        vectors, cue, pair, template = (part[0, : len(window.ids)] for part in found)
        soft = self.heads.temperature
        return Seen(
            window, vectors, chances(cue, soft["cue"]), chances(pair, soft["pair"]), chances(template, soft["template"])
        )


@lru_cache(maxsize=2)
def load_model(encoder: str) -> Model:
    """Opens the encoder of that setting; raises MissingPart where a file is missing, foreign or broken."""
    parts = load_parts(encoder)
    tokenizer = _tokenizer(parts)
    first, last = tokenizer.token_to_id(CLS), tokenizer.token_to_id(SEP)
    if first is None or last is None:
        raise _broken(parts, "tokenizer.json", "the tokenizer does not fit the encoder")
    graphs = {name: _session(parts, f"{name}.onnx") for name in HEADS}
    heads = Heads(**graphs, temperature=_temperature(parts))
    model = Model(tokenizer, first, last, _session(parts, "encoder.onnx"), heads, name_of(encoder))
    _try(model, parts)
    return model


def _temperature(parts: Parts) -> dict[str, float]:
    """By head, what its logits are divided by so that its chances come true; 1 where the card names none.

    Raises MissingPart where one is no positive number.
    """
    found = parts.card.get("temperature", {})
    named = found if isinstance(found, dict) else dict.fromkeys(CALIBRATED, found)
    out = {}
    for head in CALIBRATED:
        value = named.get(head, 1.0)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < math.inf:
            raise _broken(parts, "encoder.toml", f"the temperature of {head} is no positive number")
        out[head] = float(value)
    return out


def _tokenizer(parts: Parts) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_str(parts.content["tokenizer.json"].decode("utf-8"))
    except Exception as error:  # tokenizers raises Exception itself
        raise _broken(parts, "tokenizer.json", "the tokenizer cannot be opened", error) from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _session(parts: Parts, name: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    threads = os.environ.get("OMP_NUM_THREADS", "")
    options.intra_op_num_threads = int(threads) if threads.isdecimal() else 0
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(
            parts.content[name], options, providers=["CPUExecutionProvider"], disabled_optimizers=list(UNFUSED)
        )
    except Exception as error:  # onnxruntime raises classes of its own, not all of them public
        raise _broken(parts, name, "the graph cannot be opened", error) from error


def _try(model: Model, parts: Parts) -> None:
    """Asks every graph about the tokenizer's last word piece: a foreign graph or vocabulary shows here, not in a text.

    Raises MissingPart.
    """
    window = Window((model.tokenizer.get_vocab_size() - 1,), ((0, 1),))
    name = "encoder.onnx"
    try:
        encoded = Encoded((model.see(window),), model.heads)
        for graph, (ask, expected) in SHAPES.items():
            name = graph
            if ask(encoded) != expected:
                break
        else:
            return
    except Exception as error:  # as above
        raise _broken(parts, name, "the graph does not fit the encoder", error) from error
    raise _broken(parts, name, "the graph does not tell apart what it should")


_AT = (Span(0, 1),)
SHAPES: Mapping[str, tuple[Callable[[Encoded], object], object]] = {
    "encoder.onnx": (lambda e: tuple(p.shape[-1] for s in e.seen for p in (s.cue, s.pair, s.template)), CLASSES),
    "speech.onnx": (lambda e: len(e.voiced(0.0)) <= 1, True),
    "place.onnx": (lambda e: len(e.places([(_AT, _AT[0])])), 1),
    "certain.onnx": (lambda e: len(e.commitments([_AT])), 1),
    "kind.onnx": (lambda e: [len(c) for c in e.kinds([(_AT[0], _AT, _AT)])[0] or ()], [len(ROOTS), CONFLICTS]),
    "literal.onnx": (lambda e: [len(e.heads.literally([np.tile(e.seen[0].vectors[0], 2)]))], [1]),
    "scene.onnx": (lambda e: [len(c) for c in e.scenes([_AT[0]]) if c is not None], [len(SCENES)]),
}
"""A question to each graph about a window of one piece, and what has to come back."""


def _broken(parts: Parts, name: str, what: str, error: Exception | None = None) -> MissingPart:
    """A MissingPart in one line, with the first line of what the library says."""
    said = [line.strip() for line in str(error or "").splitlines() if line.strip()]
    detail = f" ({said[0][:120]})" if said else ""
    return MissingPart(what + detail, where=str(Path(parts.where) / name), remedy=REMEDY)
