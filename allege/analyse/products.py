"""How spaCy's layers multiply matrices: by NumPy's library, a row's product the same whatever rows stand beside it.

thinc takes BLIS, whose wheels know few processors by name and else fall back on plain C: on an EPYC of 2023 it did 33
billion operations a second, NumPy's OpenBLAS 91, and the pipeline took 35 of 100 parts longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from thinc.api import NumpyOps, get_current_ops, set_current_ops

LEAST = 64
"""Rows that are multiplied at once at least: below 24 OpenBLAS adds in another order, so that the last bit of a short
text's numbers would hang on the texts beside it."""


class SteadyOps(NumpyOps):  # type: ignore[misc]  # thinc is compiled, without types
    """thinc's operations with NumPy's products; few rows are filled up with zeros."""

    def __init__(self) -> None:
        super().__init__(use_blis=False)

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """`x @ y`, each transposed where asked."""
        if trans1 or out is not None or len(x) >= LEAST:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        filled = np.zeros((LEAST, x.shape[1]), x.dtype)
        filled[: len(x)] = x
        return super().gemm(filled, y, trans2=trans2)[: len(x)]


@contextmanager
def steady() -> Iterator[None]:
    """Pipelines that are loaded inside multiply so for good; others are left as they are."""
    before = get_current_ops()
    set_current_ops(SteadyOps())
    try:
        yield
    finally:
        set_current_ops(before)
