"""The encoder at work: texts in, one `Encoded` each. Every window is encoded once, whatever heads look at it.

onnxruntime runs the graphs and Hugging Face's tokenizers cuts the word pieces: the two libraries that the field uses
for this, both without torch.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from allege.analyse.encoder.encoded import Encoded, Heads, Seen, chances
from allege.analyse.encoder.files import REMEDY, Parts, load_parts, name_of
from allege.analyse.encoder.windows import Window, windows
from allege.claim import Document
from allege.errors import MissingPart

BATCH = 1024
"""Word pieces, padding counted, that are encoded at once: more is no faster and takes memory."""

CLS, SEP = "[CLS]", "[SEP]"


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
        cut = [list(self._windows(document)) for document in documents]
        flat = [window for group in cut for window in group]
        seen = self._encoded(flat)
        start = 0
        for group in cut:
            yield Encoded(tuple(seen[start : start + len(group)]), self.heads, self.name)
            start += len(group)

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

    def _encoded(self, flat: list[Window]) -> list[Seen]:
        """Windows of like length together; each is cut back to its own pieces."""
        out: list[Seen | None] = [None] * len(flat)
        for batch in _batches(flat):
            longest = max(len(flat[n].ids) for n in batch) + 2
            ids = np.zeros((len(batch), longest), np.int64)
            mask = np.zeros_like(ids)
            for row, n in enumerate(batch):
                whole = (self.cls, *flat[n].ids, self.sep)
                ids[row, : len(whole)] = whole
                mask[row, : len(whole)] = 1
            found = self.encoder.run(None, {"ids": ids, "mask": mask})
            for row, n in enumerate(batch):
                vectors, cue, pair, template = (part[row, : len(flat[n].ids)] for part in found)
                out[n] = Seen(flat[n], vectors, chances(cue), chances(pair), chances(template))
        return [seen for seen in out if seen is not None]


def _batches(flat: list[Window]) -> Iterator[list[int]]:
    batch: list[int] = []
    for n in sorted(range(len(flat)), key=lambda n: (len(flat[n].ids), n)):
        if batch and (len(batch) + 1) * (len(flat[n].ids) + 2) > BATCH:
            yield batch
            batch = []
        batch.append(n)
    if batch:
        yield batch


@lru_cache(maxsize=2)
def load_model(encoder: str) -> Model:
    """Opens the encoder of that setting; raises MissingPart where a file is missing, foreign or broken."""
    parts = load_parts(encoder)
    try:
        tokenizer = Tokenizer.from_str(parts.content["tokenizer.json"].decode("utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        sessions = {name: _session(parts, name) for name in parts.content if name.endswith(".onnx")}
    except Exception as error:  # onnxruntime and tokenizers raise classes of their own, not all of them public
        what = f"the encoder cannot be opened ({str(error).splitlines()[0][:120]})"
        raise MissingPart(what, where=parts.where, remedy=REMEDY) from error
    first, last = tokenizer.token_to_id(CLS), tokenizer.token_to_id(SEP)
    if first is None or last is None:
        raise MissingPart("the tokenizer does not fit the encoder", where=parts.where, remedy=REMEDY)
    heads = Heads(sessions["speech.onnx"], sessions["place.onnx"], sessions["certain.onnx"], sessions["kind.onnx"])
    return Model(tokenizer, first, last, sessions["encoder.onnx"], heads, name_of(encoder))


def _session(parts: Parts, name: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(os.environ.get("OMP_NUM_THREADS") or 0)
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(parts.content[name], options, providers=["CPUExecutionProvider"])
