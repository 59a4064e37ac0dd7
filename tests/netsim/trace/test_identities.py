"""verify() finds every array that does not belong, and names the identity that it breaks."""

import re

import numpy as np
import pytest

from netsim import Trace, TraceError, record, verify
from netsim.exhibits.registry import DIMS, EXHIBITS, declared
from netsim.trace.declared import Declared, Dimension
from netsim.trace.store import array_digest, header_digest
from tests.netsim.exhibits.exhibited import KINDS

FREE = {"cost", "accuracy", "run_steps", "chain/at", "levers/at", "wishes/at", "label", "steps"}  # held by order rules
FREE |= {"sensitivity/place", "table/place", "table/label", "update/place", "effect/factor"}  # held in their own tests
FREE |= {"explained/place", "explained/neurons"}
FREE |= {"one/components", "one/zero", "one/most", "gradient/examples"}
MEASURED = {"only/after", "batches/x", "batches/angle", "batches/length", "paths/mini", "paths/full_C", "paths/C"}
MEASURED |= {
    "confident/low",
    "confident/high",
    "confident/real_top",
    "memory/x",
    "memory/true_cost",
    "memory/shuffled_cost",
}
MEASURED |= {"data/unseen_x", "plane/C", "plane/path_C"}
MEASURED |= {"paths/mini_seconds", "paths/full_seconds"}  # of runs and examples that a trace does not hold

COUNTED = ("only/", "batches/", "paths/", "tested/", "confident/", "memory/", "neuron/", "data/", "line/", "stairs/")
COUNTED += ("plane/", "components/")


def changed(trace, key, change):
    """The same trace with one array changed and all digests fitting."""
    arrays = {name: trace[name] for name in trace}
    arrays[key] = change(arrays[key].copy())
    header = dict(trace.header)
    header["arrays"] = header["arrays"] | {key: header["arrays"][key] | {"sha256": array_digest(arrays[key])}}
    header["digest"] = header_digest(header)
    return Trace(header, arrays)


def moved(array):
    array.reshape(-1)[-1] += 1e-4
    return array


def test_every_array_is_held_by_some_identity(quick):
    trace = record(quick(record={"steps": [58, 59]}))
    for key in set(trace) - FREE - MEASURED:
        if key.startswith("mean_") or key == "eta":
            continue  # their last entries are of an update that was never made; see the next test
        if key.startswith(COUNTED) and trace[key].dtype.kind == "i":
            continue  # counts and labels; each is held in the tests of its own exhibit
        with pytest.raises(TraceError, match="The trace breaks") as caught:
            verify(changed(trace, key, moved))
        assert "recorded" in str(caught.value), key


def test_a_loaded_trace_is_named_by_its_file(small_trace, tmp_path):
    changed(small_trace, "a1", moved).save(tmp_path / "mine.npz")
    with pytest.raises(TraceError, match=r"^/.*mine\.npz breaks a1 = tanh\(z1\) at"):
        verify(Trace.load(tmp_path / "mine.npz"))


@pytest.mark.parametrize("key", ["mean_dC_dW1", "mean_dC_db3", "eta"])
def test_the_update_that_was_made_is_held(small_trace, key):
    def first(array):
        array.reshape(-1)[0] += 1e-3
        return array

    with pytest.raises(TraceError, match=r"The trace breaks next \w+ = \w+ - eta mean_dC_d\w+ at \[0"):
        verify(changed(small_trace, key, first))


def test_the_sentence_names_identity_place_and_both_numbers(small_trace):
    def spoil(z):
        z[2, 0, 1] = 7.0
        return z

    with pytest.raises(TraceError) as caught:
        verify(changed(small_trace, "z2", spoil))
    pattern = r"The trace breaks z2 = W2 a1 \+ b2 at \[2, 0, 1\]: recorded 7, derived (\S+); record it anew\."
    found = re.fullmatch(pattern, str(caught.value))
    assert found
    assert float(found[1]) == pytest.approx(small_trace["z2"][2, 0, 1])


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("steps", lambda a: a[::-1].copy(), "steps ascend"),
        ("run_steps", lambda a: a + 1, "run_steps ascend to the last step"),
        ("label", lambda a: a + 3, "labels are indices"),
        ("accuracy", lambda a: a + 1, "accuracies lie in 0..1"),
        ("levers/at", lambda a: a + 50, "levers/at = .* no place"),
        ("wishes/at", lambda a: a - 50, "wishes/at = .* no place"),
        ("chain/at", lambda a: a + 50, "chain/at = .* no place"),
        ("cost", lambda a: -a, "costs are 0 or more"),
        ("sensitivity/place", lambda a: a + 50, r"sensitivity/place = \[51, .* no place"),
        ("sensitivity/place", lambda a: a - [0, 50, 0], "sensitivity/place = .* no place"),
        ("sensitivity/place", lambda a: 0 * a + [2, 0, 0], "sensitivity/place is in layer 1"),
        ("sensitivity/place", lambda a: a[::-1].copy(), "sensitivity/dC_dw = gradient/dC_dW1 there"),
        ("sensitivity/nudge", lambda a: a + 0.01, "sensitivity/nudge ascends evenly"),
        ("sensitivity/w", lambda a: a + 0.01, r"sensitivity/w = W1 there \+ nudge"),
        ("update/place", lambda a: a + 50, "update/place = .* no place"),
        ("update/place", lambda a: a - [1, 0, 0], "update/place leads to the star's output"),
        ("update/place", lambda a: a + [0, 1, 0], "update/place leads to the star's output"),
        ("table/place", lambda a: a + 50, "table/place = .* no place"),
        ("table/place", lambda a: a - [0, 9, 0, 0], "table/place = .* no place"),
        ("table/place", lambda a: a[::-1].copy(), "row 0 of table/dC_dp = "),
        ("table/label", lambda a: a + 3, "table/label = .* no place"),
        ("table/label", lambda a: a[::-1].copy(), "table/label begins with label"),
        ("table/label", lambda a: a * 0, "table/label names no class twice"),
        ("table/label", lambda a: a[[0, *range(len(a) - 1, 0, -1)]], "table/C = cost of each example"),
        ("effect/factor", lambda a: a + 1, "effect/z = factor W3 a2"),
        ("one/components", lambda a: a + 1, "one/components counts"),
        ("one/zero", lambda a: a + 1, "one/zero counts"),
        ("one/most", lambda a: a - 1, "one/most counts"),
    ],
)
def test_rules_of_order(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))


@pytest.mark.parametrize("seed", [27, 46, 53])
def test_steps_in_float32_that_are_longer_than_the_weight_hold(quick, seed):
    """Eta, its product with the mean and the difference are each rounded: more than one unit in the last place."""
    network = {"hidden": [4], "activation": "sigmoid", "output": "tanh", "init": "normal", "seed": seed}
    training = {"epochs": 1, "batch": 3, "eta": 1.3, "precision": "float32"}
    verify(record(quick(network=network, training=training, record={"steps": list(range(30))}), exhibits=[]))


def test_another_factor_with_all_that_follows_from_it_is_found_out(small_trace):
    trace = small_trace
    factor = trace["effect/factor"] - 1
    z = factor * trace["W3"][0] @ trace["a2"][0, 0] + trace["b3"][0]
    a = 1 / (1 + np.exp(-z))
    slope, wrong = a * (1 - a), 2 * (a - trace["y"][0])
    made = {"factor": factor, "z": z, "a": a, "dC_da": wrong, "da_dz": slope, "delta": slope * wrong}
    for name, array in made.items():
        trace = changed(trace, f"effect/{name}", lambda _, array=array: np.asarray(array))
    with pytest.raises(TraceError, match="effect/factor is the first that leaves an output wrong and stuck"):
        verify(trace)


def test_a_gradient_that_is_not_that_of_the_full_batch_is_found_out(quick):
    trace = record(quick(training={"method": "full_batch"}), exhibits=["gradient"])
    longer = changed(trace, "gradient/dC_dW1", lambda a: 2 * a)
    parts = [longer[f"gradient/dC_d{kind}{l}"].ravel() for l in (1, 2, 3) for kind in "Wb"]
    length = np.array(np.linalg.norm(np.concatenate(parts)))
    with pytest.raises(TraceError, match="gradient/dC_dW1 = mean_dC_dW1"):
        verify(changed(longer, "gradient/length", lambda _: length))


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("hidden", [[], [1], [5, 4]], ids=str)
def test_the_exhibits_of_every_kind_of_network_hold(quick, kind, hidden):
    activation, output, cost = kind
    network = {"hidden": hidden, "activation": activation, "output": output, "cost": cost, "init": "normal"}
    verify(record(quick(network=network, training={"eta": 0.01}, record={"steps": [3]})))


def test_an_unknown_activation_is_said(small_trace):
    arrays = {name: small_trace[name] for name in small_trace}
    with pytest.raises(TraceError, match="no hidden activation 'swish'"):
        verify(Trace(small_trace.header | {"hidden": "swish"}, arrays))


def test_a_trace_of_mine_is_checked_when_it_is_made(small_trace):
    about = {k: v for k, v in small_trace.header.items() if k not in ("format", "schema", "dims", "arrays", "digest")}
    arrays = {name: small_trace[name] for name in small_trace}
    what = declared(EXHIBITS, small_trace.L), DIMS
    assert Trace.of(about, arrays, *what).header == small_trace.header
    with pytest.raises(TraceError, match="lacks the array 'z1'"):
        Trace.of(about, {name: array for name, array in arrays.items() if name != "z1"}, *what)
    with pytest.raises(TraceError, match="has nan in 'C'"):
        Trace.of(about, arrays | {"C": arrays["C"] * np.nan}, *what)
    with pytest.raises(TraceError, match="has 'chain/W', of which it is not declared what it is"):
        Trace.of(about, arrays)


def test_a_trace_may_have_arrays_of_its_own(small_trace):
    about = {k: v for k, v in small_trace.header.items() if k not in ("format", "schema", "dims", "arrays", "digest")}
    arrays = {name: small_trace[name] for name in small_trace if "/" not in name} | {"mine/loss": np.ones(3)}
    trace = Trace.of(about, arrays, {"mine/loss": Declared("epoch", "what I measured")}, {"epoch": Dimension("mine")})
    verify(trace)
    assert trace.header["arrays"]["mine/loss"]["dims"] == ["epoch"]
    assert trace.header["dims"]["epoch"] == {"meaning": "mine", "length": None, "may_be_empty": False}
