"""Reads exported files back as weights of the network, so that fitting can go on from what the package carries.

An eight-bit matrix comes back as its numbers times their scales: near what was fitted, not equal to it. Embeddings are
taken from the base weights, which fitting leaves as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from train.encoder.network import Network

HEADS = ("speech", "place", "certain", "kind")
"""The heads that are graphs of their own."""

TAGGERS = ("cue", "pair", "template")
"""The heads within the encoder's graph, in its order."""


def resume(network: Network, folder: Path) -> None:
    """Puts the weights of the exported encoder in `folder` into `network`. Raises RuntimeError where one is foreign."""
    found = dict(_encoder(onnx.load(str(folder / "encoder.onnx")).graph, network.encoder.config.num_hidden_layers))
    for name in HEADS:
        found |= {f"{name}.{key}": value for key, value in _head(onnx.load(str(folder / f"{name}.onnx")).graph)}
    missing, unknown = network.load_state_dict(found, strict=False)
    left = [name for name in missing if not name.startswith("encoder.embeddings.")]
    if left or unknown:
        raise RuntimeError(f"{folder}: lacks {left}, holds {unknown}")


def _encoder(graph: onnx.GraphProto, layers: int) -> Iterator[tuple[str, Tensor]]:
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    for name, value in held.items():
        if name.startswith("network.") and not name.startswith("network.encoder.embeddings."):
            yield name.removeprefix("network."), _tensor(value)
    for layer in range(layers):
        at = f"encoder.encoder.layer.{layer}.attention.self."
        weight = _restored(held, f"Attention_{layer}_qkv_weight")
        for nth, part in enumerate(("query", "key", "value")):
            yield f"{at}{part}.weight", _tensor(np.split(weight, 3, axis=1)[nth].T)
            yield f"{at}{part}.bias", _tensor(np.split(held[f"Attention_{layer}_qkv_bias"], 3)[nth])
    dense = [f"encoder.encoder.layer.{layer}.{part}.dense" for layer in range(layers) for part in
             ("attention.output", "intermediate", "output")]  # fmt: skip
    products = [one.removesuffix("_quantized") for one in held if one.endswith("_quantized") and "MatMul" in one]
    for name, product in zip((*dense, *TAGGERS), products, strict=True):
        yield f"{name}.weight", _tensor(_restored(held, product).T)


def _restored(held: dict[str, np.ndarray], name: str) -> np.ndarray:
    """A matrix of eight bits with a scale and a zero for each column, in 32 bits."""
    numbers = held[f"{name}_quantized"].astype(np.float32) - held[f"{name}_zero_point"].astype(np.float32)
    out: np.ndarray = numbers * held[f"{name}_scale"]
    return out


def _head(graph: onnx.GraphProto) -> Iterator[tuple[str, Tensor]]:
    """Matrices that the export turned round have lost their names: the bias that is added next to them tells them.

    An eight-bit product hands what it makes on to a node that brings it back to scale, whose name is the product's own.
    """
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    factors = {node.output[0].split("_output")[0]: node.input[1] for node in graph.node if "MatMul" in node.op_type}
    for name, value in held.items():
        if "::" not in name and "_" not in name:
            yield name, _tensor(value)
    for node in graph.node:
        bias = next((one for one in node.input if one in held), None)
        made = next((factors[at] for one in node.input if (at := one.split("_output")[0]) in factors), None)
        if node.op_type == "Add" and bias is not None and made is not None:
            packed = made.endswith("_quantized")
            matrix = _restored(held, made.removesuffix("_quantized")) if packed else held[made]
            yield bias.replace(".bias", ".weight"), _tensor(matrix.T)


def _tensor(value: np.ndarray) -> Tensor:
    return torch.tensor(np.ascontiguousarray(value))
