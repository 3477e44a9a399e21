"""Write `allege/data/mentions/product.onnx`: one matrix times another's transpose, for `analyse/products.py`.

pip install -r train/requirements.txt
python tools/make_product.py
"""

from __future__ import annotations

from pathlib import Path

import onnx
from onnx import TensorProto, helper

TARGET = Path(__file__).parents[1] / "allege" / "data" / "mentions" / "product.onnx"


def main() -> None:
    """Shapes are open; the version of the format is one that onnxruntime 1.17 reads already."""
    shapes = {"x": ("rows", "width"), "y": ("outputs", "width"), "product": ("rows", "outputs")}
    x, y, product = (helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items())
    times = helper.make_node("Gemm", ["x", "y"], ["product"], transB=1)
    graph = helper.make_graph([times], "product", [x, y], [product])
    model = helper.make_model(graph, ir_version=8, opset_imports=[helper.make_opsetid("", 13)])
    onnx.checker.check_model(model)
    TARGET.write_bytes(model.SerializeToString())


if __name__ == "__main__":
    main()
