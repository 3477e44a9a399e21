"""Writes a fitted network as the files that the package carries.

`python -m train.encoder.export --weights W --out FOLDER`.

The encoder with its token heads becomes one graph, fused for the CPU and quantised to eight bits (dynamic, weights
signed, one scale a channel, seven bits of range so that processors without VNNI do not overflow); every other head is a
small graph of its own. Of these the two that look at each piece with regard to each word have their two products over
all such pairs in eight bits as well; all else is in 32. `encoder.toml` names each file with its SHA-256, the tokenizer,
and the calibration.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnx import TensorProto, helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import Tensor, nn

from train.encoder.network import BASE, REACH, Network

OPSET = 17

OF_PAIRS = ("/product/MatMul", "/out/out.2/MatMul")
"""The products in a conditioned head that are made for each piece and word: nine tenths of its work."""

Names = tuple[list[str], list[str]]
"""Names of a graph's inputs and outputs."""


class Tokens(nn.Module):
    """The encoder and the heads that class each word piece by itself."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """[B, T + 2] → vectors [B, T, H] past [CLS], and logits of cues, pairs and template roles."""
        vectors = self.network.encoder(ids, attention_mask=mask).last_hidden_state[:, 1:]
        return vectors, self.network.cue(vectors), self.network.pair(vectors), self.network.template(vectors)


def export(network: Network, out: Path, *, quantised: bool = True) -> None:
    """Writes every file but the calibration (calibrate.py adds that)."""
    network.eval()
    network.encoder.set_attn_implementation("eager")  # the form of attention that the optimizer knows how to fuse
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _encoder(network, Path(folder), out / "encoder.onnx", quantised=quantised)
    hidden = network.encoder.config.hidden_size
    far = torch.full((2, 7), REACH)
    inputs = (torch.zeros(7, hidden), torch.zeros(2, hidden), far, torch.zeros_like(far))
    axes = {"pieces": {0: "T"}, "words": {0: "C"}, "distance": {0: "C", 1: "T"}, "inside": {0: "C", 1: "T"}}
    for name in ("speech", "place"):
        with tempfile.TemporaryDirectory() as folder:
            plain = Path(folder) / "plain.onnx"
            _graph(getattr(network, name), inputs, plain, (list(axes), ["logits"]), axes)
            _packed(plain, out / f"{name}.onnx", OF_PAIRS if quantised else ())
    rows = {0: "N"}
    _graph(network.certain, (torch.zeros(2, hidden),), out / "certain.onnx", (["words"], ["score"]), {"words": rows})
    pooled = (torch.zeros(2, 3 * hidden),)
    _graph(network.kind, pooled, out / "kind.onnx", (["pooled"], ["root", "penta"]), {"pooled": rows})
    shutil.copy(BASE / "tokenizer.json", out / "tokenizer.json")


def _encoder(network: Network, work: Path, target: Path, *, quantised: bool) -> None:
    ids = torch.ones(2, 9, dtype=torch.long)
    axes = {name: {0: "B", 1: "T"} for name in ("ids", "mask", "vectors", "cue", "pair", "template")}
    plain, fused = work / "plain.onnx", work / "fused.onnx"
    _graph(Tokens(network), (ids, torch.ones_like(ids)), plain, (["ids", "mask"], list(axes)[2:]), axes)
    config = network.encoder.config
    made = optimizer.optimize_model(
        str(plain), model_type="bert", num_heads=config.num_attention_heads, hidden_size=config.hidden_size, opt_level=0
    )
    part_sums(made.model.graph)
    made.save_model_to_file(str(fused))
    _packed(fused, target, None if quantised else ())


def part_sums(graph: onnx.GraphProto) -> None:
    """Splits each SkipLayerNormalization into the sums and the normalization that it was fused from.

    onnxruntime 1.32 goes through a row number by number for the two in one, by vectors for each alone: 4.0 ms against
    0.7 of a window's 20. The package keeps it from fusing them again (`UNFUSED` in analyse/encoder/model.py).
    """
    parted: list[onnx.NodeProto] = []
    for node in graph.node:
        if node.op_type != "SkipLayerNormalization":
            parted.append(node)
            continue
        made, skipped, weight, bias, *added = node.input
        name = node.output[0]
        for nth, other in enumerate((*filter(None, added), skipped)):
            parted.append(helper.make_node("Add", [made, other], [f"{name}_sum{nth}"], f"{name}_Add{nth}"))
            made = parted[-1].output[0]
        kept = {one.name: helper.get_attribute_value(one) for one in node.attribute if one.name == "epsilon"}
        parted.append(helper.make_node("LayerNormalization", [made, weight, bias], [name], f"{name}_Norm", **kept))
    del graph.node[:]
    graph.node.extend(parted)


def _packed(plain: Path, target: Path, products: Sequence[str] | None) -> None:
    """Writes a graph with these products in eight bits: None stands for all, and all embeddings."""
    if products is not None and not products:
        shutil.copy(plain, target)
        return
    quantize_dynamic(
        plain, target, nodes_to_quantize=list(products) if products else None, per_channel=True, reduce_range=True,
        weight_type=QuantType.QInt8, extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )  # fmt: skip


def _graph(module: nn.Module, inputs: tuple[Any, ...], target: Path, names: Names, axes: dict[str, Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(), inputs, str(target), input_names=names[0], output_names=names[1], dynamic_axes=axes,
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of each file that the package loads."""
    found = sorted(p for p in folder.iterdir() if p.suffix in {".onnx", ".json"})
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="leave the encoder in 32 bits")
    asked = parser.parse_args()
    network = Network()
    network.load_state_dict(torch.load(asked.weights, weights_only=True))
    export(network, asked.out, quantised=not asked.float)
    lines = [f'"{name}" = "{digest}"' for name, digest in digests(asked.out).items()]
    (asked.out / "encoder.toml").write_text("[sha256]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
