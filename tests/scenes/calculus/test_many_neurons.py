"""The chain rule among many neurons: the weight that is told of, formulas that fit the lesson, paths that add up."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Recipe, Trace, record
from scenes.calculus.delta_recursion import DeltaRecursion
from scenes.calculus.many_neurons import ManyNeurons
from scenes.calculus.many_paths import ManyPaths
from scenes.calculus.with_indices import WithIndices
from scenes.formulas.rules_of_outputs import RULES_OF_OUTPUTS, rule_of
from scenes.parts.calculus.columns.path_table import PathTable
from scenes.parts.selection import weight_told_of
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from tests.scenes.conftest import recorded


def test_the_weight_told_of_leads_from_the_neuron_with_most_delta_to_the_examples_class(any_trace: Trace) -> None:
    j, k = weight_told_of(any_trace)
    delta, before = any_trace[f"delta{any_trace.L}"][0, 0], np.abs(any_trace[f"delta{any_trace.L - 1}"][0, 0])
    own = any_trace.own_output(0)
    assert j == own or (delta[own] == 0 and np.abs(delta[j]) == np.abs(delta).max())
    assert before[k] == before.max()


@pytest.mark.parametrize(("weight", "told"), [("W2[1,2]", (1, 2)), ("W1[2,1]", None)])
def test_a_lessons_own_weight_is_told_of_if_it_leads_to_an_output(weight: str, told: tuple[int, int] | None) -> None:
    tables = {
        "data": {"name": "xor"},
        "network": {"hidden": [3]},
        "training": {"epochs": 1},
        "record": {"weight": weight},
    }
    trace = record(Recipe.from_dict(tables), exhibits=["explained"])
    largest = int(np.argmax(np.abs(trace["delta1"][0, 0])))
    assert weight_told_of(trace) == (told or (trace.label(0), largest))


@pytest.mark.parametrize(
    ("name", "cost", "factors", "delta"),
    [
        ("784-16-16-10", "cost_sum", "weight_factors", "delta_last"),
        ("csv", "cost_sum", "weight_factors", "delta_last"),
        ("4-8-8-3", "cost_sum", "weight_factors_softmax", "delta_last_softmax"),
        ("softmax", "cost_sum_softmax_entropy", "weight_factors_softmax_entropy", "delta_last_entropy"),
        ("relu", "cost_sum_entropy", "weight_factors_entropy", "delta_last_entropy"),
    ],
)
def test_formulas_follow_outputs_and_cost(name: str, cost: str, factors: str, delta: str) -> None:
    trace = recorded(name)
    assert [rule_of(rule, trace) for rule in ("cost_sum", "weight_factors", "delta_last")] == [cost, factors, delta]


def test_formulas_of_the_cross_entropy_are_its_derivatives() -> None:
    """With the cross-entropy delta is a - y, and dC/da of sigmoid outputs (a - y) / (a (1 - a))."""
    for name in ("softmax", "relu"):
        trace = recorded(name)
        a, y = trace[f"a{trace.L}"][0, 0], trace["y"][0]
        assert np.allclose(trace[f"delta{trace.L}"][0, 0], a - y)
    assert np.allclose(trace[f"dC_da{trace.L}"][0, 0], (a - y) / (a * (1 - a)))


def test_forms_of_a_rule_say_which_they_are() -> None:
    assert all("_softmax" in name or "_entropy" in name or name == "weight_factors" for name in RULES_OF_OUTPUTS)


def test_what_is_said_of_the_weight_has_the_sign_of_its_derivative(any_trace: Trace) -> None:
    j, k = weight_told_of(any_trace)
    slope, said = any_trace[f"one/dC_dW{any_trace.L}"][j, k], WithIndices.says(any_trace)["the_numbers"]
    assert ("raising this weight raises the cost" in said) == (slope > 0)
    assert ("raising this weight lowers the cost" in said) == (slope < 0)


@pytest.mark.parametrize("name", ["784-16-16-10", "softmax", "26-classes", "2-1-3", "csv"])
def test_the_paths_end_at_the_derivative(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    trace = recorded(name)
    ends: dict[int | str, float] = {}

    class Watched(PathTable):
        def arrive(self, j: int, share: float) -> None:
            super().arrive(j, share)
            if share >= 1:
                ends[j] = float(self.path.total.shown())

    def look(scene: TraceScene, beat: str) -> None:
        if beat == "they_add_up":
            assert isinstance(scene, ManyPaths)
            table = scene.table
            assert table.number.reading is table.sum.reading, "the neuron has the sum under the rows"
            ends["sum"] = float(table.path.total.shown())
            longest = max(abs(float(bar.shown())) for bar in (*table.path.bars, table.path.total))
            assert float(table.scale_of_bars.source) == pytest.approx(longest), "the note names the longest"

    monkeypatch.setattr("scenes.calculus.many_paths.PathTable", Watched)
    rehearse(ManyPaths, trace, look)
    _, k = weight_told_of(trace)
    weights, delta = trace[f"W{trace.L}"][0, :, k], trace[f"delta{trace.L}"][0, 0]
    sums = np.cumsum(weights * delta)
    total = ends.pop("sum")
    assert total == pytest.approx(trace[f"dC_da{trace.L - 1}"][0, 0, k], abs=1e-9)
    assert ends == pytest.approx({j: sums[j] for j in ends}, abs=1e-9)
    assert len(weights) - 1 in ends, "the last path is shown, however many there are"


@pytest.mark.parametrize(
    ("name", "scene", "said"),
    [
        ("784-16-16-10", ManyNeurons, "The last two have 16 and 10 neurons"),
        ("784-1000-10", ManyNeurons, "The last two have 1,000 and 10 neurons"),
        ("784-16-16-10", WithIndices, "only through its own output."),
        ("softmax", WithIndices, "only through the sum z of its own output"),
        ("26-classes", ManyPaths, "26 paths"),
        ("784-16-16-10", ManyPaths, "At the neuron they add up."),
        ("784-16-16-10", DeltaRecursion, "drawn larger where it says so"),
        ("relu", DeltaRecursion, "back to the first"),
    ],
)
def test_captions_follow_the_lesson(name: str, scene: type[TraceScene], said: str) -> None:
    assert said in " ".join(scene.says(recorded(name)).values())
