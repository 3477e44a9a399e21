"""Small heads on a finished encoder: texts as its vectors, a regression as a graph, the card brought up to date."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler
from tokenizers import Tokenizer

from train.encoder.export import OPSET, digests
from train.encoder.metrics import Array
from train.encoder.network import CLS, SEP

LONGEST = 192
"""Word pieces of a text that are read."""


class Reader:
    """The encoder in a folder."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options)

    def read(self, text: str) -> tuple[Array, list[tuple[int, int]]]:
        """[T, H] the vectors of a text's word pieces, and where each stands in it."""
        found = self._tokenizer.encode(text, add_special_tokens=False)
        pieces = found.ids[:LONGEST]
        ids = np.array([[CLS, *pieces, SEP]], np.int64)
        vectors = self._session.run(["vectors"], {"ids": ids, "mask": np.ones_like(ids)})[0][0, : len(pieces)]
        return vectors, found.offsets[: len(pieces)]


def model(penalty: float) -> Pipeline:
    """A regression on columns brought to one spread; `penalty`: the inverse strength of its regularisation."""
    return make_pipeline(StandardScaler(), LogisticRegression(C=penalty, max_iter=3000))


def graph(name: str, fitted: Pipeline, classes: list[object]) -> onnx.ModelProto:
    """`pooled` [N, columns] to `logits` [N, classes], in the order of `classes`; of two classes the first has 0."""
    scale, regression = fitted[0], fitted[-1]
    coefficients, intercepts = regression.coef_, regression.intercept_
    if len(classes) == 2:  # of two, scikit-learn keeps the second one's row alone
        coefficients, intercepts = np.vstack([0 * coefficients, coefficients]), np.r_[0.0, intercepts]
    order = [list(regression.classes_).index(one) for one in classes]
    weights = (coefficients[order] / scale.scale_).T
    bias = intercepts[order] - scale.mean_ @ weights
    held = [
        numpy_helper.from_array(weights.astype(np.float32), "weight"),
        numpy_helper.from_array(bias.astype(np.float32), "bias"),
    ]
    nodes = [helper.make_node("Gemm", ["pooled", "weight", "bias"], ["logits"])]
    given = helper.make_tensor_value_info("pooled", TensorProto.FLOAT, ["N", weights.shape[0]])
    told = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", len(classes)])
    made = helper.make_graph(nodes, name, [given], [told], held)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)


def save(folder: Path, name: str, made: onnx.ModelProto) -> None:
    """Writes a head beside its encoder, and all checksums anew into the encoder's card."""
    onnx.save(made, str(folder / f"{name}.onnx"))
    card = folder / "encoder.toml"
    lines = "".join(f'"{file}" = "{digest}"\n' for file, digest in digests(folder).items())
    card.write_text(
        re.sub(r"\[sha256\]\n(?:\".*\n)+", f"[sha256]\n{lines}", card.read_text(encoding="utf-8")), encoding="utf-8"
    )
