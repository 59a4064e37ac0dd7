"""What the exhibits of the chapter on descent hold: the axes of the arrays of every group."""

from __future__ import annotations

from collections.abc import Iterable

Axes = dict[str, list[str]]

#: Axes that may have no length: there may be no example that is right, or none that is wrong.
MAY_BE_EMPTY = ("right_shown", "wrong_shown")


def descent_axes(L: int) -> dict[str, Axes]:
    """Name the axes of every array of these exhibits of a network with L layers, by group.

    curve: points of the curve of one neuron; data_shown, unseen_shown: examples to learn from, and unseen
    ones; first_last: the first and the last recorded moment; line_example, line_w, start, line_step, minimum:
    examples whose cost is measured along one parameter, its values, and descents; stairs_w, stairs_z:
    values of a finer grid, and sums; plane_u, plane_v, plane_level, plane_step: a grid over a plane, its
    contours, and a descent; ranked: some ranks of the components of a gradient, the largest first; top:
    components to look at; right_shown, wrong_shown: unseen examples that the trained network reads right
    and wrong; noise, unseen_sorted: examples of noise, and unseen ones, from the surest answer to the least
    sure; noise_shown: some of the noise; memory_point: moments of the runs on true and on shuffled labels;
    memory_shown: examples with both labels.
    """
    return {
        "neuron": _neuron(),
        "data": _data(L),
        "terms": each(["gap", "C"], "first_last", f"n_{L}"),
        "line": _line(),
        "stairs": _stairs(),
        "plane": _plane(),
        "components": _components(),
        "tested": _tested(L),
        "confident": _confident(L),
        "memory": _memory(),
    }


def each(names: Iterable[str], *axes: str) -> Axes:
    """Give all of these arrays the same axes."""
    return {name: list(axes) for name in names}


def _neuron() -> Axes:
    table = {"place": ["l_j"], "products": ["n_0"]} | each(["weighted", "b", "z", "a"])
    return table | each(["curve_z", "curve_a", "sigmoid", "relu"], "curve")


def _data(L: int) -> Axes:
    table = each(["examples", "unseen", "mean", "trained_mean"])
    table |= {"x": ["data_shown", "n_0"], "a": ["data_shown", f"n_{L}"]}
    table |= each(["label", "said", "C", "running", "trained_said", "trained_C"], "data_shown")
    return table | {"unseen_x": ["unseen_shown", "n_0"], "unseen_label": ["unseen_shown"]}


def _line() -> Axes:
    table = {"place": ["kind_l_j_k"], "x": ["line_example", "n_0"], "label": ["line_example"]}
    table |= each(["at", "examples", "value", "eta"]) | each(["w", "C"], "line_w") | each(["starts"], "start")
    return table | each(["walk", "walk_C", "slope"], "start", "line_step") | each(["minima", "minima_C"], "minimum")


def _stairs() -> Axes:
    table = each(["w", "C", "smooth_C"], "stairs_w") | each(["step_z", "step_a", "own_a"], "stairs_z")
    return table | each(["levels", "flat"])


def _plane() -> Axes:
    table = {"u": ["plane_u"], "v": ["plane_v"], "C": ["plane_v", "plane_u"], "levels": ["plane_level"]}
    table |= each(["at", "examples", "eta"]) | each(["path", "gradient"], "plane_step", "u_v")
    return table | each(["path_C", "length"], "plane_step")


def _components() -> Axes:
    table = each(["all", "zero", "most", "ratio", "eta"]) | each(["rank", "size"], "ranked")
    return table | {"place": ["top", "kind_l_j_k"]} | each(["value", "step", "after"], "top")


def _tested(L: int) -> Axes:
    table = each(["count", "right", "share"]) | {"wrong_said": ["wrong_shown"]}
    for kind in ("right", "wrong"):
        shown = f"{kind}_shown"
        table |= {f"{kind}_x": [shown, "n_0"], f"{kind}_label": [shown], f"{kind}_a": [shown, f"n_{L}"]}
    return table


def _confident(L: int) -> Axes:
    table = {"x": ["noise_shown", "n_0"], "a": ["noise_shown", f"n_{L}"]} | each(["rank", "said"], "noise_shown")
    return table | each(["low", "high", "sure", "real_sure"]) | {"top": ["noise"], "real_top": ["unseen_sorted"]}


def _memory() -> Axes:
    table = each(["examples", "unseen", "classes", "same"]) | {"x": ["memory_shown", "n_0"]}
    table |= each(["label", "shuffled_label"], "memory_shown") | each(["epochs"], "memory_point")
    measured = [f"{run}_{what}" for run in ("true", "shuffled") for what in ("cost", "right", "unseen")]
    return table | each(measured, "memory_point")
