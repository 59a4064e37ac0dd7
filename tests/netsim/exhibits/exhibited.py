"""Runs for the tests of exhibits: a network, some examples and a star, without any training."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from netsim import Dataset, Network, Recipe, Trace, TraceError, backprop, verify
from netsim.exhibits.exhibit import Exhibit
from netsim.exhibits.run import Run
from netsim.trace.declared import expanded
from netsim.trace.store import array_digest, header_digest
from netsim.training import Step

#: Networks that differ in what their derivatives are made of: hidden activation, output, cost.
KINDS = [
    ("sigmoid", "sigmoid", "quadratic"),
    ("tanh", "tanh", "quadratic"),
    ("tanh", "softmax", "quadratic"),
    ("sigmoid", "softmax", "cross_entropy"),
    ("tanh", "sigmoid", "cross_entropy"),
    ("identity", "identity", "quadratic"),
]


def run_of(network: Network, data: Dataset, followed: int = 0, eta: float = 0.5) -> Run:
    """Make the run of a network that has not been trained, and would be on its first four examples next."""
    y = data.target(data.label)
    back = backprop(network, network.forward(data.x[:4]), y[:4])
    return Run(Recipe(), data, [Step(0, 0, True, network, back, eta)], followed)


def random_run(
    sizes: Sequence[int] = (4, 5, 3, 3),
    kind: tuple[str, str, str] = KINDS[0],
    many: int = 23,
    seed: int = 0,
) -> Run:
    """Make a random network and random examples, of which every input below a half is dark."""
    rng = np.random.default_rng(seed)
    network = Network.init(sizes, rng, *kind)
    return run_of(network, random_data(rng, sizes[0], sizes[-1], many), followed=many // 2)


def planned_run(worked: Mapping[str, object] | None = None, **record: object) -> Run:
    """Make a run of which the recipe plans to record this; for exhibits that draw networks of their own."""
    return replace(random_run(), recipe=Recipe.from_dict({"record": record, "worked": worked or {}}))


def random_data(rng: np.random.Generator, inputs: int, classes: int, many: int) -> Dataset:
    """Draw examples 0..1 of so many classes in turn; of the inputs about half are 0, but not all of one example."""
    x = rng.random((many, inputs))
    x[(x < 0.5) & (x < x.max(axis=1, keepdims=True))] = 0
    label = np.arange(many) % classes
    return Dataset("random", x, label, x[:1], label[:1], tuple(f"class {i}" for i in range(classes)))


def nudged(network: Network, kind: str, l: int, place: tuple[int, ...], by: float) -> Network:
    """Give the network with one entry of W[l] or b[l] changed."""
    parts = {"W": dict(network.W), "b": dict(network.b)}
    parts[kind][l] = parts[kind][l].copy()
    parts[kind][l][place] += by
    return Network(parts["W"], parts["b"], network.hidden, network.output, network.cost)


def trained_run(kind: tuple[str, str, str] = KINDS[0], seed: int = 0) -> Run:
    """Make a random run whose last network is another than its first."""
    run = random_run(kind=kind, seed=seed)
    other = Network.init(run.network.sizes, np.random.default_rng(99), *kind)
    last = Step(1, 1, True, other, run.first.back, 0.25)
    return Run(run.recipe, run.data, [run.first, last], run.star)


def plain(arrays: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Give the arrays of one exhibit by their names in it."""
    return {key.split("/")[1]: array for key, array in arrays.items()}


def changed(trace: Trace, key: str, change: Callable[[np.ndarray], np.ndarray]) -> Trace:
    """Give the same trace with one array changed and all digests fitting."""
    arrays = {name: trace[name] for name in trace}
    arrays[key] = change(arrays[key].copy())
    header = dict(trace.header)
    header["arrays"] = header["arrays"] | {key: header["arrays"][key] | {"sha256": array_digest(arrays[key])}}
    header["digest"] = header_digest(header)
    return Trace(header, arrays)


def without(trace: Trace, key: str) -> Trace:
    """Give the same trace without one array, and all digests fitting."""
    header = {**trace.header, "arrays": {name: said for name, said in trace.header["arrays"].items() if name != key}}
    header["digest"] = header_digest(header)
    return Trace(header, {name: trace[name] for name in trace if name != key})


def added(trace: Trace, key: str, array: np.ndarray, like: Trace) -> Trace:
    """Give the same trace with one array more, declared as in another, and all digests fitting."""
    entry = like.header["arrays"][key]
    dims = [f"n_{trace.L}" if dim == f"n_{like.L}" else dim for dim in entry["dims"]]
    entry = entry | {"dims": dims, "shape": list(array.shape), "sha256": array_digest(array)}
    header = {**trace.header, "arrays": trace.header["arrays"] | {key: entry}}
    header["digest"] = header_digest(header)
    return Trace(header, {name: trace[name] for name in trace} | {key: array})


def put(place: Any, value: float) -> Callable[[np.ndarray], np.ndarray]:
    """Set one entry."""

    def change(array: np.ndarray) -> np.ndarray:
        array[place] = value
        return array

    return change


def more(by: Any, place: Any = ...) -> Callable[[np.ndarray], np.ndarray]:
    """Add to all entries, or to one."""

    def change(array: np.ndarray) -> np.ndarray:
        array[place] += np.asarray(by, array.dtype)
        return array

    return change


def scaled(by: float) -> Callable[[np.ndarray], np.ndarray]:
    """Multiply all entries."""
    return lambda array: array * by


def turned(array: np.ndarray) -> np.ndarray:
    """Turn the order round."""
    return array[::-1].copy()


def moved(array: np.ndarray) -> np.ndarray:
    """Move the last entry a little."""
    array.reshape(-1)[-1] += 1e-4
    return array


def held(trace: Trace, exhibit: Exhibit, but: Collection[str] = ()) -> None:
    """Hold that an exhibit's arrays cannot be moved a little without notice.

    `but` are those of runs and examples that a trace does not hold. Whole numbers cannot be moved a little; each
    is held by a test of its own. An optional array is not held where the trace lacks it.
    """
    for key, declared in expanded(exhibit.declared, trace.L).items():
        if declared.optional and key not in trace:
            continue
        if key not in but and trace[key].dtype.kind == "f":
            with pytest.raises(TraceError, match=r"The trace breaks .*recorded"):
                verify(changed(trace, key, moved))
