"""Where in a trace each fact of the chapter Descent must stand, said a second time and independently of the scenes."""

import numpy as np

from netsim import Trace
from tests.scenes.said.audit import Place


def brightest(t: Trace, at: int, besides_label: bool = False) -> int:
    """The output with the largest activation for the star, perhaps the label's left aside."""
    outputs = t[f"a{t.L}"][at, 0].copy()
    if besides_label:
        outputs[t.own_output(0)] = -np.inf
    return int(outputs.argmax())


def wrong_longest(t: Trace) -> int:
    """The example wrong at most moments, of those right at the end; rather none that is wrong in the last twentieth."""
    said, labels = t["boundary/said"].T.tolist(), t["boundary/label"].tolist()
    rows = [[a != label for a in row] for row, label in zip(said, labels, strict=True)]
    settled = [e for e, row in enumerate(rows) if any(row) and not row[-1]]
    early = [e for e in settled if not any(row for i, row in enumerate(rows[e]) if i >= 0.95 * len(rows[e]))]
    return max(early or settled or range(len(rows)), key=lambda e: sum(rows[e]))


def said_mostly_at_first(t: Trace) -> int:
    """The class that most places of the plane are given before the training."""
    a = t["boundary/a"][0].reshape(-1, t.sizes[-1])
    said = a.argmax(axis=1) if t.sizes[-1] > 1 else (a[:, 0] > t.answers.middle).astype(int)
    return max(set(said.tolist()), key=said.tolist().count)


PLACES: dict[str, dict[str, Place]] = {
    "NeverTold": {
        "shown": lambda t: ("figure/examples_shown",),
        "answer": lambda t: ("classes", int(t["data/said"][0])),
        "updates_first": lambda t: ("steps", 0),
        "right_first": lambda t: ("figure/right_at_first",),
        "updates": lambda t: ("learning/steps", -1),
        "right_last": lambda t: ("learning/right", -1),
    },
    "TheNetwork": {
        "hidden": lambda t: ("figure/hidden_layers",),
        "updates": lambda t: ("steps", 0),
        "brightest": lambda t: ("classes", brightest(t, 0)),
        "a_label": lambda t: (f"a{t.L}", 0, 0, t.own_output(0)),
        "y_label": lambda t: ("y", 0, t.own_output(0)),
    },
    "OneNeuron": {},
    "EveryDial": {
        "hidden": lambda t: ("figure/hidden_layers",),
        "count": lambda t: ("figure/parameters",),
    },
    "LabelledExamples": {
        "all": lambda t: ("figure/examples_in_all",),
        "examples": lambda t: ("data/examples",),
        "unseen": lambda t: ("data/unseen",),
        "scanned": lambda t: ("data/enlarged_from",),
        "pixels": lambda t: ("figure/pixels_a_side",),
    },
    "StartsWithNoise": {
        "updates": lambda t: ("steps", 0),
        "a_label": lambda t: (f"a{t.L}", 0, 0, t.own_output(0)),
        "y_label": lambda t: ("y", 0, t.own_output(0)),
        "loudest": lambda t: ("classes", brightest(t, 0, besides_label=True)),
        "a_loudest": lambda t: (f"a{t.L}", 0, 0, brightest(t, 0, besides_label=True)),
    },
    "CostOfOne": {
        "a_label": lambda t: (f"a{t.L}", 0, 0, t.own_output(0)),
        "y_label": lambda t: ("y", 0, t.own_output(0)),
        "cost": lambda t: ("C", 0, 0),
    },
    "CostOfAll": {
        "examples": lambda t: ("data/examples",),
        "answer": lambda t: ("classes", int(t["data/said"][0])),
        "widest": lambda t: ("figure/widest_answer",),
        "costs": lambda t: ("data/C",),
        "mean": lambda t: ("data/mean",),
    },
    "OneNumber": {
        "count": lambda t: ("figure/parameters",),
        "examples": lambda t: ("data/examples",),
    },
    "OneDial": {
        "made": lambda t: ("steps", -1),
        "value": lambda t: ("line/value",),
        "turns": lambda t: ("line/w",),
        "tried": lambda t: ("line/tried",),
    },
    "TwoDials": {
        "count": lambda t: ("figure/parameters",),
        "examples": lambda t: ("plane/examples",),
        "updates": lambda t: ("steps", -1),
        "steps": lambda t: ("figure/steps_on_the_plane",),
    },
    "StepByStep": {
        "examples": lambda t: ("gradient/examples",),
        "first": lambda t: ("step/C_all", 0),
        "then": lambda t: ("step/C_all", -1),
        "updates": lambda t: ("course/steps", -1),
        "batch": lambda t: ("figure/batch",),
        "before": lambda t: (f"course/a{t.L}", 0, t.own_output(0)),
        "after": lambda t: (f"course/a{t.L}", -1, t.own_output(0)),
        "y_label": lambda t: ("y", 0, t.own_output(0)),
        "brightest": lambda t: ("classes", int(t[f"course/a{t.L}"][-1].argmax())),
    },
    "EveryComponent": {
        "count": lambda t: ("figure/parameters",),
        "eta": lambda t: ("step/eta",),
        "most": lambda t: ("gradient/most",),
        "others": lambda t: ("figure/other_components",),
        "zero": lambda t: ("gradient/zero",),
        "C_all": lambda t: ("step/C_all", -1),
        "C_most": lambda t: ("step/C_most", -1),
        "C_others": lambda t: ("step/C_others", -1),
    },
    "Smoothness": {
        "levels": lambda t: ("stairs/levels",),
    },
    "WhatItLearned": {
        "count": lambda t: ("tested/count",),
        "first": lambda t: ("wider/own", 0),
        "last": lambda t: ("wider/own", -1),
        "times": lambda t: ("wider/times",),
        "wide": lambda t: ("wider/share", -1),
        "enlarged_from": lambda t: ("data/enlarged_from",),
        "gained": lambda t: ("figure/gained_by_the_wider",),
        "hidden": lambda t: ("figure/hidden_layers",),
        "wrong": lambda t: ("figure/wrong_answers",),
        "shown": lambda t: ("figure/wrong_shown",),
        "says": lambda t: ("classes", int(t[f"tested/wrong_a{t.L}"][0].argmax())),
        "actual": lambda t: ("classes", int(t["tested/wrong_label"][0])),
        "output": lambda t: (f"tested/wrong_a{t.L}", 0, int(t[f"tested/wrong_a{t.L}"][0].argmax())),
    },
    "DecisionBoundary": {
        "across": lambda t: ("features", 0),
        "up": lambda t: ("features", 1),
        "second": lambda t: ("classes", 1),
        "own": lambda t: ("classes", int(t["boundary/label"][wrong_longest(t)])),
        "examples": lambda t: ("data/examples",),
        "right_first": lambda t: ("boundary/right", 0),
        "right_last": lambda t: ("boundary/right", -1),
        "cost_first": lambda t: ("boundary/mean_C", 0),
        "cost_last": lambda t: ("boundary/mean_C", -1),
        "until": lambda t: ("figure/right_from",),
        "updates": lambda t: ("boundary/steps", -1),
        "lines": lambda t: ("figure/lines_drawn",),
        "neurons": lambda t: ("figure/neurons_of", 1),
        "hidden": lambda t: ("figure/hidden_layers",),
        "only": lambda t: ("classes", said_mostly_at_first(t)),
    },
    "WhatItDidNot": {
        "neurons": lambda t: ("figure/neurons_of", 1),
        "drawn": lambda t: ("figure/pictures_of_weights",),
        "noise": lambda t: ("figure/noise_examples",),
        "said": lambda t: ("classes", int(t[f"confident/a{t.L}"][0].argmax())),
        "top": lambda t: ("confident/top", 0),
        "sure": lambda t: ("confident/sure",),
        "real_sure": lambda t: ("confident/real_sure",),
        "real": lambda t: ("figure/real_examples",),
    },
    "Memorising": {
        "true": lambda t: ("memory/true_right", -1),
        "shuffled": lambda t: ("memory/shuffled_right", -1),
        "true_unseen": lambda t: ("memory/true_unseen", -1),
        "shuffled_unseen": lambda t: ("memory/shuffled_unseen", -1),
        "examples": lambda t: ("memory/examples",),
        "times": lambda t: ("figure/times_through",),
        "own": lambda t: ("classes", int(t["memory/label"][0])),
        "dealt": lambda t: ("classes", int(t["memory/shuffled_label"][0])),
        "true_half": lambda t: ("figure/epochs_until_half", 0),
        "shuffled_half": lambda t: ("figure/epochs_until_half", 1),
    },
    "ThreeFunctions": {
        "made": lambda t: ("steps", -1),
        "count": lambda t: ("figure/parameters",),
        "shown": lambda t: ("figure/examples_shown",),
        "examples": lambda t: ("data/examples",),
    },
}
