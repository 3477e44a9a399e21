"""Fits the head `scene` of an exported encoder: what a sentence tells of (ACLED's sub-event types and five others).

`python -m train.encoder.scenes --encoder FOLDER` reads train/scenes/scenes.jsonl, writes `FOLDER/scene.onnx` and its
checksum into the card. The encoder stays as it is: a logistic regression over the mean and the largest value of its
vectors, columns brought to one spread. Prints the accuracy and weighted F1 of snippets left out (five
folds), and the accuracy on bench/subevents.jsonl.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler
from tokenizers import Tokenizer

from allege.analyse.encoder.heads import SCENES
from train.encoder.export import OPSET, digests
from train.encoder.metrics import Array
from train.encoder.network import CLS, SEP

SNIPPETS = Path(__file__).parent.parent / "scenes" / "scenes.jsonl"
OTHERS = Path(__file__).parents[2] / "bench" / "subevents.jsonl"
FIRST = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
"""Where a snippet's first sentence ends, roughly."""

LONGEST = 192
PENALTY = 0.01
"""Inverse strength of regularisation; .01 to .03 do equally well on snippets by another hand."""


def rows() -> Iterator[tuple[int, str, str]]:
    """The number of a snippet, its text or the first sentence of it, its label."""
    for number, line in enumerate(SNIPPETS.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        for text in dict.fromkeys((row["text"], FIRST.split(row["text"])[0])):
            yield number, text, row["label"]


def vectors(folder: Path, texts: list[str]) -> Array:
    """[texts, 2 H]: mean and largest value over each text's word pieces, as `Encoded.scenes` has them of a sentence."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options)
    out = []
    for text in texts:
        pieces = tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST]
        ids = np.array([[CLS, *pieces, SEP]], np.int64)
        found = session.run(["vectors"], {"ids": ids, "mask": np.ones_like(ids)})[0][0, : len(pieces)]
        out.append(np.concatenate([found.mean(0), found.max(0)]))
    return np.array(out)


def model() -> Pipeline:
    """The regression that is fitted."""
    return make_pipeline(StandardScaler(), LogisticRegression(C=PENALTY, max_iter=2000))


def graph(fitted: Pipeline) -> onnx.ModelProto:
    """`pooled` [N, 2 H] to `logits` [N, scenes], the classes in the order of SCENES."""
    scale, regression = fitted[0], fitted[-1]
    order = [list(regression.classes_).index(name) for name in SCENES]
    weights = (regression.coef_[order] / scale.scale_).T
    bias = regression.intercept_[order] - scale.mean_ @ weights
    held = [
        numpy_helper.from_array(weights.astype(np.float32), "weight"),
        numpy_helper.from_array(bias.astype(np.float32), "bias"),
    ]
    nodes = [helper.make_node("Gemm", ["pooled", "weight", "bias"], ["logits"])]
    given = helper.make_tensor_value_info("pooled", TensorProto.FLOAT, ["N", weights.shape[0]])
    told = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", len(SCENES)])
    made = helper.make_graph(nodes, "scene", [given], [told], held)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    folder = parser.parse_args().encoder
    numbers, texts, labels = (list(column) for column in zip(*rows(), strict=True))
    x, y = vectors(folder, texts), np.array(labels)
    said = cross_val_predict(model(), x, y, groups=numbers, cv=GroupKFold(5))
    print(f"left out: accuracy {accuracy_score(y, said):.3f}, weighted F1 {f1_score(y, said, average='weighted'):.3f}")
    fitted = model().fit(x, y)
    others = [json.loads(line) for line in OTHERS.read_text(encoding="utf-8").splitlines()]
    right = fitted.predict(vectors(folder, [row["text"] for row in others])) == [row["label"] for row in others]
    print(f"by another hand ({OTHERS.name}): accuracy {right.mean():.3f}")
    onnx.save(graph(fitted), str(folder / "scene.onnx"))
    card = folder / "encoder.toml"
    lines = "".join(f'"{name}" = "{digest}"\n' for name, digest in digests(folder).items())
    card.write_text(
        re.sub(r"\[sha256\]\n(?:\".*\n)+", f"[sha256]\n{lines}", card.read_text(encoding="utf-8")), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
