"""How spaCy's layers multiply matrices: as fast as can be with a row's product the same whatever rows stand beside it.

thinc takes BLIS, whose wheels know few processors by name and else fall back on plain C: on an EPYC of 2023 it did 33
billion operations a second, NumPy's OpenBLAS 91, and the pipeline took 35 of 100 parts longer. But OpenBLAS has other
kernels for each family of processors. Those with AVX-512 give a row the same product wherever it stands; those with
AVX2 alone add up the rows of a block of twelve in two ways, so that the last bit of a text's numbers, and now and then
a tag, would hang on the texts before it. Where a trial shows that, onnxruntime multiplies, which reads the encoder
anyway: its kernel adds up every row of three and more alike, and did 68–90 where OpenBLAS did 74–94 and BLIS 22–30.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps, get_current_ops, set_current_ops

Floats = NDArray[np.float32]

LEAST = 64
"""Rows that are multiplied at once at least: below 24 OpenBLAS adds in another order, so that the last bit of a short
text's numbers would hang on the texts beside it."""


class SteadyOps(NumpyOps):  # type: ignore[misc]  # thinc is compiled, without types
    """thinc's operations; products are NumPy's, or onnxruntime's where those are not steady. Few rows are padded."""

    def __init__(self) -> None:
        super().__init__(use_blis=False)
        self._times = np.matmul if openblas_is_steady() else by_onnxruntime()

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """`x @ y`, each transposed where asked."""
        if trans1 or out is not None:  # as training asks, never reading
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        y = y.T if trans2 else y
        if len(x) >= LEAST:
            return self._times(x, y)
        filled = np.zeros((LEAST, x.shape[1]), x.dtype)
        filled[: len(x)] = x
        return self._times(filled, y)[: len(x)]


@cache
def by_onnxruntime() -> Callable[[Floats, Floats], Floats]:
    """`x @ y` by onnxruntime with one thread; the graph is what `tools/make_product.py` writes."""
    import onnxruntime  # noqa: PLC0415 - only where it multiplies

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    graph = (files("allege") / "data" / "mentions" / "product.onnx").read_bytes()
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])

    def times(x: Floats, y: Floats) -> Floats:
        (product,) = session.run(None, {"x": np.ascontiguousarray(x), "y": np.ascontiguousarray(y.T)})
        return cast(Floats, product)

    return times


@cache
def openblas_is_steady() -> bool:
    """Whether NumPy's library gives equal rows equal products, as far as a trial of some shapes shows."""
    made = np.random.default_rng(1)
    for width, outputs in ((96, 51), (128, 64)):
        row, y = (made.normal(size=(n, width)).astype("float32") for n in (1, outputs))
        for rows in (LEAST, LEAST + 1, 5 * LEAST + 7):
            product = np.repeat(row, rows, axis=0) @ y.T
            if (product != product[0]).any():
                return False
    return True


@contextmanager
def steady() -> Iterator[None]:
    """Pipelines that are loaded inside multiply so for good; others are left as they are."""
    before = get_current_ops()
    set_current_ops(SteadyOps())
    try:
        yield
    finally:
        set_current_ops(before)
