"""Where in a trace each fact of the chapter Nudges must stand, said a second time and independently of the scenes."""

import numpy as np

from netsim import Trace
from tests.scenes.said.audit import Place


def loudest_other(t: Trace) -> int:
    """The output with the largest activation, the label's left aside."""
    outputs = t[f"a{t.L}"][0, 0].copy()
    outputs[t.own_output(0)] = -np.inf
    return int(outputs.argmax())


def by_wish(t: Trace) -> list[int]:
    """The outputs by the size of their wishes, largest first."""
    return [int(j) for j in np.argsort(-np.abs(t[f"dC_da{t.L}"][0, 0]), kind="stable")]


def loudest(t: Trace, when: int) -> int:
    """The output with the largest activation at a recorded moment."""
    return max(range(t.sizes[-1]), key=lambda j: t[f"a{t.L}"][when, 0, j])


def farthest(values: np.ndarray) -> int:
    """Which of some numbers is farthest from 0."""
    return max(range(len(values)), key=lambda i: abs(values[i]))


def dimmest(t: Trace) -> int:
    """The neuron before the outputs nearest to 0; if there are two, not the one that is farthest from it."""
    sizes = np.abs(t[f"a{t.L - 1}"][0, 0]).tolist()
    others = [k for k in range(len(sizes)) if k != sizes.index(max(sizes))]
    return min(others or [0], key=sizes.__getitem__)


def next_speaker(t: Trace) -> int:
    """The output with the largest effect on its sum, the label's left aside."""
    others = [j for j in range(t.sizes[-1]) if j != t.own_output(0)]
    return max(others, key=lambda j: abs(t[f"delta{t.L}"][0, 0, j]), default=t.own_output(0))


def quarrelled(t: Trace) -> int:
    """The neuron before the outputs at which most of what they ask cancels, that of the largest sum left aside."""
    asked = t[f"W{t.L}"][0] * t[f"delta{t.L}"][0, 0][:, None]
    lost, most = np.abs(asked).sum(axis=0) - np.abs(asked.sum(axis=0)), farthest(t[f"dC_da{t.L - 1}"][0, 0])
    return max(range(len(lost)), key=lambda k: -1 if k == most else lost[k])


def badly_wrong(t: Trace) -> int:
    """With larger last weights: the most wrong output, of those that hardly move if a slope stands in the way."""
    wrong = np.abs(t["effect/a"] - t["y"][0])
    hardly = np.abs(t["effect/da_dz"]) < 0.05
    return farthest(wrong if t.cost_name == "cross_entropy" else wrong * hardly)


def all_say_one(t: Trace) -> int:
    """The first kept moment after the last at which some answers were another class; at most the last."""
    moment = len(t["only/said"])
    while moment > 0 and t["only/said"][moment - 1] == 1:
        moment -= 1
    return min(moment, len(t["only/said"]) - 1)


def turned(t: Trace, most: bool) -> int:
    """Which of the first mini-batches has the gradient that is turned most or least from that of all."""
    pointing = [i for i in range(len(t["batches/angle"])) if t["batches/length"][i] > 0]
    return (max if most else min)(pointing, key=lambda i: t["batches/angle"][i])


def off_the_map(t: Trace) -> tuple[str, int]:
    """Which walk, after which step, has the cost that is farthest from the one under it on the plane."""
    steps = [(walk, i) for walk in ("full", "mini") for i in range(len(t[f"paths/{walk}_C"]))]
    return max(steps, key=lambda step: abs(t[f"paths/{step[0]}_plane_C"][step[1]] - t[f"paths/{step[0]}_C"][step[1]]))


PLACES: dict[str, dict[str, Place]] = {
    "TheQuestion": {
        "updates": lambda t: ("steps", 0),
        "a_label": lambda t: (f"a{t.L}", 0, 0, t.own_output(0)),
        "y_label": lambda t: ("y", 0, t.own_output(0)),
        "loudest": lambda t: ("classes", loudest_other(t)),
        "a_loudest": lambda t: (f"a{t.L}", 0, 0, loudest_other(t)),
        "count": lambda t: ("figure/parameters",),
    },
    "Sensitivity": {
        "weights": lambda t: ("figure/weights",),
        "examples": lambda t: ("gradient/examples",),
        "slope": lambda t: ("sensitivity/dC_dw", 0),
        "ratio": lambda t: ("sensitivity/measured_ratio",),
        "first_input": lambda t: ("features", int(t["sensitivity/place"][0, 2])),
        "second_input": lambda t: ("features", int(t["sensitivity/place"][1, 2])),
        "first_lit": lambda t: ("sensitivity/lit", 0),
        "second_lit": lambda t: ("sensitivity/lit", 1),
    },
    "OutputNudges": {
        "updates": lambda t: ("steps", 0),
        "a_label": lambda t: (f"a{t.L}", 0, 0, t.own_output(0)),
        "y_label": lambda t: ("y", 0, t.own_output(0)),
        "loudest": lambda t: ("classes", loudest_other(t)),
        "a_loudest": lambda t: (f"a{t.L}", 0, 0, loudest_other(t)),
        "wish": lambda t: (f"-dC_da{t.L}", 0, 0, t.own_output(0)),
        "most": lambda t: ("classes", by_wish(t)[0]),
        "least": lambda t: ("classes", by_wish(t)[-1]),
    },
    "ThreeLevers": {
        "before": lambda t: ("figure/neurons_of", t.L - 1),
        "a_label": lambda t: (f"a{t.L}", 0, 0, t.own_output(0)),
        "y_label": lambda t: ("y", 0, t.own_output(0)),
        "wish": lambda t: (f"-dC_da{t.L}", 0, 0, t.own_output(0)),
        "by_bias": lambda t: ("-levers/dC_db",),
        "by_weights": lambda t: ("-levers/dC_dw",),
        "by_activations": lambda t: ("-levers/dC_da",),
        "a_bright": lambda t: (f"a{t.L - 1}", 0, 0, farthest(t[f"a{t.L - 1}"][0, 0])),
        "a_dark": lambda t: (f"a{t.L - 1}", 0, 0, dimmest(t)),
        "weight": lambda t: (f"W{t.L}", 0, t.own_output(0), farthest(t[f"W{t.L}"][0, t.own_output(0)])),
    },
    "BangForTheBuck": {
        "before": lambda t: ("figure/neurons_of", t.L - 1),
        "effect": lambda t: ("-levers/dC_db",),
        "by_weights": lambda t: ("-levers/dC_dw",),
        "by_activations": lambda t: ("-levers/dC_da",),
        "wish": lambda t: (f"-dC_da{t.L}", 0, 0, t.own_output(0)),
    },
    "PreviousLayer": {
        "before": lambda t: ("figure/neurons_of", t.L - 1),
        "effect": lambda t: (f"-delta{t.L}", 0, 0, t.own_output(0)),
        "wish": lambda t: (f"-dC_da{t.L}", 0, 0, t.own_output(0)),
        "weight": lambda t: (f"W{t.L}", 0, t.own_output(0), farthest(t[f"W{t.L}"][0, t.own_output(0)])),
        "product": lambda t: (f"wishes/table{t.L}", t.own_output(0), farthest(t[f"W{t.L}"][0, t.own_output(0)])),
        "other": lambda t: ("classes", next_speaker(t)),
        "effect_of_other": lambda t: (f"-delta{t.L}", 0, 0, next_speaker(t)),
    },
    "WishAndEffect": {
        "lowest": lambda t: ("figure/lowest_output",),
        "highest": lambda t: ("figure/highest_output",),
        "factor": lambda t: ("effect/factor",),
        "stuck": lambda t: ("classes", badly_wrong(t)),
        "a": lambda t: ("effect/a", badly_wrong(t)),
        "wish": lambda t: ("-effect/dC_da", badly_wrong(t)),
        "its_effect": lambda t: ("-effect/delta", badly_wrong(t)),
    },
    "SumOfWishes": {
        "most_asked": lambda t: (f"-dC_da{t.L - 1}", 0, 0, farthest(t[f"dC_da{t.L - 1}"][0, 0])),
        "quarrel": lambda t: (f"-dC_da{t.L - 1}", 0, 0, quarrelled(t)),
        "slope": lambda t: (f"one/da_dz{t.L - 1}", farthest(t[f"dC_da{t.L - 1}"][0, 0])),
        "its_effect": lambda t: (f"-delta{t.L - 1}", 0, 0, farthest(t[f"dC_da{t.L - 1}"][0, 0])),
    },
    "BackAgain": {
        "hidden": lambda t: ("figure/hidden_layers",),
        "before": lambda t: ("figure/neurons_of", t.L - 1),
        "neurons": lambda t: ("figure/neurons_of", 1),
        "inputs": lambda t: ("figure/neurons_of", 0),
        "there": lambda t: (f"dC_da{t.L}", 0, 0, farthest(t[f"dC_da{t.L}"][0, 0])),
        "here": lambda t: ("dC_da1", 0, 0, farthest(t["dC_da1"][0, 0])),
        "effect": lambda t: ("-delta1", 0, 0, farthest(t["delta1"][0, 0])),
    },
    "EveryWeight": {
        "components": lambda t: ("one/components",),
        "zero": lambda t: ("one/zero",),
        "most": lambda t: ("one/most",),
        "share": lambda t: ("figure/share_of_its_largest",),
    },
    "OnlyOneClass": {
        "unseen": lambda t: ("only/unseen",),
        "updates": lambda t: ("only/updates",),
        "since": lambda t: ("only/steps", all_say_one(t)),
        "first": lambda t: ("only/said", 0),
        "last": lambda t: ("only/said", -1),
    },
    "EveryExample": {
        "examples": lambda t: ("tugs/of",),
        "asked": lambda t: ("figure/asked_so_far", len(t["tugs/dC_dw"]) - 1),
        "output": lambda t: ("classes", int(t["tugs/place"][1]) if t["tugs/place"][0] == t.L else t.own_output(0)),
        "tug": lambda t: ("-tugs/dC_dw", 0),
        "up": lambda t: ("figure/pulling_up", len(t["tugs/dC_dw"]) - 1),
        "down": lambda t: ("figure/pulling_down", len(t["tugs/dC_dw"]) - 1),
    },
    "MiniBatches": {
        "examples": lambda t: ("gradient/examples",),
        "size": lambda t: ("batches/size",),
        "count": lambda t: ("batches/count",),
        "middle_first": lambda t: ("batches/middle", 0),
        "middle_last": lambda t: ("batches/middle", -1),
        "updates": lambda t: ("batches/updates", -1),
        "firsts": lambda t: ("figure/first_batches",),
        "zeros": lambda t: ("figure/flat_batches",),
        "nearest": lambda t: ("batches/angle", turned(t, most=False)),
        "farthest": lambda t: ("batches/angle", turned(t, most=True)),
    },
    "TwoWalkers": {
        "whole": lambda t: ("paths/examples",),
        "batch": lambda t: ("paths/batch",),
        "asked": lambda t: ("paths/mini_examples", -1),
        "asked_by_the_careful": lambda t: ("paths/full_examples", -1),
        "low": lambda t: ("paths/mini_C", -1),
        "steps": lambda t: ("figure/hasty_steps",),
        "careful": lambda t: ("figure/careful_steps",),
        "on_the_map": lambda t: (f"paths/{off_the_map(t)[0]}_plane_C", off_the_map(t)[1]),
        "in_truth": lambda t: (f"paths/{off_the_map(t)[0]}_C", off_the_map(t)[1]),
        "unseen": lambda t: ("paths/unseen",),
        "start_right": lambda t: ("paths/start_right",),
        "mini_right": lambda t: ("paths/mini_right",),
        "trained_right": lambda t: ("accuracy", -1),
    },
    "AgainAndAgain": {
        "eta": lambda t: ("update/eta",),
        "before": lambda t: ("update/before",),
        "after": lambda t: ("update/after",),
        "star": lambda t: (f"-one/dC_dW{t['update/place'][0]}", *map(int, t["update/place"][1:])),
        "mean": lambda t: ("-update/dC_dw",),
        "nudge": lambda t: ("-update/heading",),
        "batch": lambda t: ("figure/batch",),
        "y_label": lambda t: ("y", 0, t.own_output(0)),
        "a_first": lambda t: (f"course/a{t.L}", 0, t.own_output(0)),
        "a_then": lambda t: (f"course/a{t.L}", -1, t.own_output(0)),
        "updates_then": lambda t: ("course/steps", -1),
        "loudest": lambda t: ("classes", int(t[f"course/a{t.L}"][-1].argmax())),
    },
    "WholeOfIt": {
        "cost_first": lambda t: ("cost", 0),
        "cost_last": lambda t: ("cost", -1),
        "right": lambda t: (next(name for name in ("accuracy", "right", "unseen_cost") if name in t), -1),
        "examples": lambda t: ("gradient/examples",),
        "epochs": lambda t: ("figure/epochs",),
        "count": lambda t: ("figure/parameters",),
    },
}
