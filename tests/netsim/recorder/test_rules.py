"""Rules of a run that another program makes: one that is told is held, one that is not is not known."""

import numpy as np
import pytest

from netsim import RecipeError, Recorder, TraceError, verify
from netsim.exhibits.registry import EXHIBITS
from netsim.figures.descent.run import asked_by_a_step
from netsim.figures.descent.run import batch as figure_batch
from tests.netsim.exhibits.exhibited import changed, more
from tests.netsim.recorder.by_hand import examples, run, told
from tests.netsim.recorder.keeping import PLANE, recorded


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("rule", [{"rule": "sgd"}, {"rule": "momentum", "momentum": 0.5}], ids=str)
def test_a_rule_that_is_told_is_held(rule, dtype):
    recorder = Recorder(**told(eta=0.3, **rule))
    for step, weights, _, batch in run(6, rule.get("momentum", 0.0)):
        recorder.keep(step, [array.astype(dtype) for array in weights], batch=batch)
    trace = recorder.trace()
    verify(trace)
    assert trace.rule == rule["rule"]
    assert {name for name in EXHIBITS if not trace.has(name)} == PLANE
    with pytest.raises(TraceError, match="breaks next W1 = W1 - eta"):
        verify(changed(trace, "eta", more(0.1)))


def by_adam(steps):
    """The same network trained by Adam, written out with its corrections."""
    x, y = examples()
    parts, moments = next(run(0))[1], [(0.0, 0.0)] * 4
    for step in range(steps + 1):
        batch = np.arange(5 * step, 5 * step + 5) % 45
        W1, b1, W2, b2 = parts
        hidden = np.tanh(x[batch] @ W1.T + b1)
        shares = np.exp(hidden @ W2.T + b2)
        shares /= shares.sum(axis=1, keepdims=True)
        d2 = (shares - np.eye(3)[y[batch]]) / 5
        d1 = d2 @ W2 * (1 - hidden**2)
        yield step, parts, batch
        slopes = [d1.T @ x[batch], d1.sum(axis=0), d2.T @ hidden, d2.sum(axis=0)]
        moments = [(0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2) for (m, v), g in zip(moments, slopes, strict=True)]
        fading = [(m / (1 - 0.9 ** (step + 1)), v / (1 - 0.999 ** (step + 1))) for m, v in moments]
        parts = [part - 0.01 * m / (np.sqrt(v) + 1e-8) for part, (m, v) in zip(parts, fading, strict=True)]


@pytest.mark.parametrize(("dtype", "rule"), [("float64", "adam"), ("float32", "unknown")])
def test_adam_is_held_in_double_precision(dtype, rule):
    recorder = Recorder(**told(eta=0.01, rule="adam"))
    for step, weights, batch in by_adam(5):
        recorder.keep(step, [array.astype(dtype) for array in weights], batch=batch)
    trace = recorder.trace(())
    verify(trace)
    assert trace.rule == rule


def test_a_rule_that_keeps_something_is_not_known_where_steps_are_left_out():
    recorder = Recorder(**told(eta=0.3, rule="momentum", momentum=0.5))
    for step, weights, _, batch in run(4, 0.5):
        if step != 2:
            recorder.keep(step, weights, batch=batch)
    assert recorder.trace(()).rule == "unknown"


def test_what_a_step_asks_is_what_was_told():
    recorder = Recorder(**told(eta=0.3, rule="sgd"))
    for step, weights, _, batch in run(3):
        recorder.keep(step, weights, batch=batch)
    trace = recorder.trace(())
    assert (asked_by_a_step(trace), float(figure_batch(trace))) == ("several", 5)
    assert asked_by_a_step(recorded(steps=(0, 1))) == "unknown"


def test_a_rule_that_is_not_the_runs_is_found_out():
    recorder = Recorder(**told(eta=0.2, rule="sgd"))
    for step, weights, _, batch in run(3):
        recorder.keep(step, weights, batch=batch)
    with pytest.raises(TraceError, match="breaks next W1 = W1 - eta"):
        verify(recorder.trace(()))


def test_a_rule_without_the_batches_is_not_known():
    recorder = Recorder(**told(eta=0.3, rule="sgd"))
    for step, weights, _, _ in run(3):
        recorder.keep(step, weights)
    assert recorder.trace(()).rule == "unknown"
    with pytest.raises(RecipeError, match=r"the exhibit 'update' is of an update, .* tell the Recorder"):
        recorder.trace(["update"])
