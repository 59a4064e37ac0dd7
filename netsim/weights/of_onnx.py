"""Reads an .onnx file: a graph of operations, along which layers and their functions are found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from netsim.border.opening import size_of
from netsim.weights.found import (
    SHOWN,
    Dense,
    Found,
    Unfit,
    chained,
    check_slope,
    exact,
    function_called,
    kind_of,
    lacking,
)

#: Operations that leave numbers as they are, or do so once a network is trained; and those that only read the outputs.
NOTHING = {"Identity", "Dropout", "Flatten", "Reshape", "Cast", "Squeeze", "Unsqueeze"}
READING = {"ArgMax", "ZipMap", "ArrayFeatureExtractor", "TopK"}
FUNCTIONS = {"Relu", "Sigmoid", "Tanh", "Softmax", "LeakyRelu", "Gelu"}


def read_onnx(path: Path) -> Found:
    """Read the layers of an .onnx file: Gemm, or MatMul and Add, with a function after each but perhaps the last.

    Raises
    ------
    Unfit, Unreadable
        If it cannot be read, or is not of such a network.
    """
    try:
        import onnx
    except ImportError:
        raise lacking("onnx", "onnx") from None
    size_of(path)
    try:
        graph = onnx.load(str(path)).graph
        walk = _Walk({tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in graph.initializer})
    except Exception as error:  # a damaged file, or one whose numbers lie in another that is not there
        said = str(error).splitlines()[0].rstrip(".") if str(error) else "no ONNX"
        raise Unfit(f"is damaged, cut short or no .onnx file ({said[:120]})") from None
    for node in graph.node:
        walk.past(node, {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}, onnx.numpy_helper)
    if not walk.layers:
        raise Unfit("has no layers of weights, expected Gemm, or MatMul and Add")
    walk.end_layer()
    return Found(chained(walk.layers), inputs_first=False, sure=True)


class _Walk:
    """A walk along the operations of a graph, which collects layers, (outputs, inputs)."""

    def __init__(self, stored: dict[str, np.ndarray]) -> None:
        self.stored = stored
        self.layers: list[Dense] = []
        self.at: str | None = None  # the name of what was made last
        self.over = False  # whether only what reads the outputs follows

    def past(self, node: Any, said: dict[str, Any], numbers: Any) -> None:
        """Go past an operation; raises Unfit at one that no such network has."""
        if node.op_type == "Constant":
            self.stored[node.output[0]] = numbers.to_array(said["value"])
            return
        if node.op_type == "Transpose" and node.input[0] in self.stored:
            self.stored[node.output[0]] = self.stored[node.input[0]].T
            return
        if node.op_type in NOTHING and node.input[0] in self.stored:
            self.stored[node.output[0]] = self.stored[node.input[0]]
            return
        self.over = self.over or node.op_type in READING
        if self.over:
            return
        free = [name for name in node.input if name and name not in self.stored]
        if len(free) != 1 or (self.at is not None and free[0] != self.at):
            raise Unfit(f"has {kind_of(node.op_type)}, at which the network branches; {SHOWN}, one after another")
        self._step(node, said)
        self.at = node.output[0]

    def _step(self, node: Any, said: dict[str, Any]) -> None:
        kind, last = node.op_type, self.layers[-1] if self.layers else None
        if kind in NOTHING:
            return
        if kind == "Gemm":
            self._gemm(node, said)
        elif kind == "MatMul" and node.input[1] in self.stored:
            self.layers.append(self._layer(node.input[1], self.stored[node.input[1]].T, None))
        elif kind == "Add" and last is not None and last.b is None and last.function is None:
            name = next(name for name in node.input if name in self.stored)
            self.layers[-1] = replace(last, b=exact(name, self.stored[name]).reshape(-1))
        elif kind in FUNCTIONS and last is not None and last.function is None:
            self.layers[-1] = replace(last, function=self._function(kind, said, last.name))
        else:
            raise Unfit(f"has the operation {kind_of(kind)}; {SHOWN}, each with a function")

    def end_layer(self) -> None:
        """Let a layer that no function followed have none."""
        if self.layers and self.layers[-1].function is None:
            self.layers[-1] = replace(self.layers[-1], function="identity")

    def _gemm(self, node: Any, said: dict[str, Any]) -> None:
        name, *bias = node.input[1:]
        if said.get("transA") or said.get("alpha", 1.0) != 1.0 or said.get("beta", 1.0) != 1.0:
            raise Unfit(f"has a Gemm of {name} that also scales or turns, expected z = W a + b")
        W = self.stored[name] if said.get("transB") else self.stored[name].T
        b = exact(bias[0], self.stored[bias[0]]).reshape(-1) if bias and bias[0] else None
        self.layers.append(self._layer(name, W, b))

    def _layer(self, name: str, W: np.ndarray, b: np.ndarray | None) -> Dense:
        self.end_layer()
        if W.ndim != 2:
            raise Unfit(f"has {name} of {W.ndim} axes, expected 2; {SHOWN}")
        return Dense(name, exact(name, W), b)

    def _function(self, kind: str, said: dict[str, Any], after: str) -> str:
        if kind == "LeakyRelu":
            check_slope(said.get("alpha", 0.01), after)
        if kind == "Gelu" and said.get("approximate", b"none") != b"none":
            raise Unfit(f"has an approximate Gelu after {after}, expected the exact one")
        return function_called(kind, after)
