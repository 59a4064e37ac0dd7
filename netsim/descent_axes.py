"""What the exhibits of the chapter on descent hold: the axes of the arrays of every group."""

from __future__ import annotations

from collections.abc import Iterable

Axes = dict[str, list[str]]

#: Axes that may have no length: there may be no example that is right, or none that is wrong.
MAY_BE_EMPTY = ("right_shown", "wrong_shown")


def descent_axes(L: int) -> dict[str, Axes]:
    """Name the axes of every array of these exhibits of a network with L layers, by group.

    right_shown, wrong_shown: unseen examples that the trained network reads right and wrong; noise,
    unseen_sorted: examples of noise, and unseen ones, from the surest answer to the least sure; noise_shown:
    some of the noise; memory_point: moments of the runs on true and on shuffled labels; memory_shown: examples
    with both labels.
    """
    return {
        "tested": _tested(L),
        "confident": _confident(L),
        "memory": _memory(),
    }


def each(names: Iterable[str], *axes: str) -> Axes:
    """Give all of these arrays the same axes."""
    return {name: list(axes) for name in names}


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
