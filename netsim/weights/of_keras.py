"""Reads a network of Keras: a .keras file, an .h5 file of a whole model, or one of its weights alone."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from netsim.border.opening import LARGEST_TEXT, content_of
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
from netsim.weights.names import layers_named

#: Layers that leave numbers as they are, or do so once a network is trained.
NOTHING = {
    "InputLayer", "Flatten", "Reshape", "Dropout", "GaussianNoise", "GaussianDropout", "AlphaDropout",
    "ActivityRegularization",
}  # fmt: skip
FUNCTIONS = {"Activation", "ReLU", "LeakyReLU", "Softmax"}

#: Gives weights and biases of a layer, by what Keras calls its class and the layer.
Numbers = Callable[[str, str], Sequence[np.ndarray]]


def read_keras(path: Path) -> Found:
    """Read the layers of a .keras or .h5 file: Dense, with functions of their own or after them.

    Raises
    ------
    Unfit, Unreadable
        If it cannot be read, or is not of such a network.
    """
    try:
        import h5py
    except ImportError:
        raise lacking("h5py", "keras") from None
    content = content_of(path)
    try:
        config, packed = _unzipped(content) if content[:2] == b"PK" else (None, content)
        with h5py.File(io.BytesIO(packed), "r") as file:
            if config is not None:
                return _layers(json.loads(config), _numbered(file))
            if "model_config" in file.attrs:
                return _layers(json.loads(file.attrs["model_config"]), _called(file["model_weights"]))
            return layers_named(_alone(file))
    except Unfit:
        raise
    except Exception as error:  # damaged bytes make the readers of zip, JSON and HDF5 trip in a dozen ways
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise Unfit(f"is damaged, cut short or no file of Keras ({said[:120]})") from None


def _unzipped(content: bytes) -> tuple[bytes, bytes]:
    """Take the description and the weights out of a .keras file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if archive.getinfo("config.json").file_size > LARGEST_TEXT:
            raise Unfit("has a config.json that is too large for a network that can be shown")
        return archive.read("config.json"), archive.read("model.weights.h5")


def _numbered(file: Any) -> Numbers:
    """Find weights as .keras files have them: under a layer's class, counted: dense, dense_1, ..."""
    seen: Counter[str] = Counter()

    def numbers(kind: str, name: str) -> list[np.ndarray]:
        plain = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind).lower()
        place = plain + (f"_{seen[plain]}" if seen[plain] else "")
        seen[plain] += 1
        stored = file["layers"][place]["vars"]
        return [np.asarray(stored[key]) for key in sorted(stored, key=int)]

    return numbers


def _called(file: Any) -> Numbers:
    """Find weights as .h5 files have them: under a layer's own name."""

    def numbers(kind: str, name: str) -> list[np.ndarray]:
        held = dict(_arrays(file[name]))
        return [
            array for sign in ("kernel", "bias") for key, array in held.items() if key.split("/")[-1][:4] == sign[:4]
        ]

    return numbers


def _alone(file: Any) -> dict[str, np.ndarray]:
    """Name the arrays of a file that has weights and no description: layers/dense/vars/0 is layers/dense/kernel."""
    arrays = {key: array for key, array in _arrays(file) if not key.startswith("optimizer")}
    return {re.sub(r"vars/0$", "kernel", re.sub(r"vars/1$", "bias", key)): array for key, array in arrays.items()}


def _arrays(group: Any, before: str = "") -> Iterator[tuple[str, np.ndarray]]:
    for key, inner in group.items():
        if hasattr(inner, "shape"):
            yield f"{before}{key}", np.asarray(inner)
        else:
            yield from _arrays(inner, f"{before}{key}/")


def _layers(model: Mapping[str, Any], numbers: Numbers) -> Found:
    """Go through the layers that a description lists, one after another."""
    layers: list[Dense] = []
    before = ""
    for layer in model["config"]["layers"]:
        kind, config = layer["class_name"], layer["config"]
        name = str(config.get("name", kind))
        sources = set(_sources(layer.get("inbound_nodes", [])))
        if sources - {before}:
            raise Unfit(f"has the layer {name}, at which the network branches; {SHOWN}, one after another")
        before = name
        if kind == "Dense":
            W, *b = numbers(kind, name)
            function = _function(config["activation"], name)
            layers.append(Dense(name, exact(name, W), exact(name, b[0]) if b else None, function=function))
        elif kind in FUNCTIONS and layers and layers[-1].function == "identity":
            last = layers[-1]
            layers[-1] = replace(last, function=_of_layer(kind, config, last.name))
        elif kind not in NOTHING:
            raise Unfit(f"has the layer {name} ({kind_of(kind)}); {SHOWN}, each with one function")
    if not layers:
        raise Unfit("has no Dense layers")
    return Found(chained(layers), inputs_first=True, sure=True)


def _function(said: Any, after: str) -> str:
    """Give our name of the activation that a Dense layer or an Activation says, by its name or as a description."""
    if isinstance(said, Mapping):
        inner = said.get("config")
        if said.get("class_name") == "LeakyReLU" and isinstance(inner, Mapping):
            return _of_layer("LeakyReLU", inner, after)
        said = inner if isinstance(inner, str) else said.get("class_name")
    return function_called(str(said), after)


def _of_layer(kind: str, config: Mapping[str, Any], after: str) -> str:
    """Give our name of the function that is a layer of its own."""
    if kind == "Activation":
        return _function(config["activation"], after)
    if kind == "LeakyReLU":
        check_slope(float(config.get("negative_slope", config.get("alpha", 0.3))), after)
    if kind == "ReLU" and (config.get("max_value") or config.get("negative_slope") or config.get("threshold")):
        raise Unfit(f"has a ReLU that is cut or leaks after {after}, expected max(0, z)")
    return function_called(kind, after)


def _sources(nodes: Any) -> Iterator[str]:
    """Find the names of the layers that a layer takes its inputs from, in any of the ways that Keras writes them."""
    if isinstance(nodes, Mapping):
        if "keras_history" in nodes:
            yield str(nodes["keras_history"][0])
        for inner in nodes.values():
            yield from _sources(inner)
    elif isinstance(nodes, list):
        if len(nodes) >= 3 and isinstance(nodes[0], str) and isinstance(nodes[1], int):
            yield nodes[0]
        for inner in nodes:
            yield from _sources(inner)
