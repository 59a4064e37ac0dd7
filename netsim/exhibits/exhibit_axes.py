"""What the exhibits hold: the axes of the arrays of every group."""

from __future__ import annotations

from netsim.exhibits.descent_axes import Axes, descent_axes, each

_NUDGED = [f"{kind}_{what}" for kind in ("nudged", "change") for what in "wzaC"]
_MEASURED = [f"measured_{ratio}" for ratio in ("dz_dw", "da_dz", "dC_da", "dC_dw")]
_CURVES = ["w", "z_of_w", "z", "a_of_z", "a", "C_of_a"]
_WORKED = [f"{name}{l}" for name in ("b", "z", "a", "da_dz", "dC_da", "delta", "dC_db") for l in (1, 2)]
_CHAIN_SCALARS = ["x", "y", "C", "dz_dw", "da_dz", "dC_da", "dC_dw", "at"]
_BY_LAYER = ["dC_dw", "dC_db"]

#: Axes of fixed length: the layers of the 1-1-1-1 network, the neurons of the 2-2-2 network, the two edges
#: that are wiggled, the coordinates of a plane, the parts of a place, the nodes and links of the small
#: graph.
FIXED = {
    "chain_layer": 3,
    "chain_layer_from_0": 4,
    "worked_j": 2,
    "worked_k": 2,
    "edge": 2,
    "state": 2,
    "first_last": 2,
    "u_v": 2,
    "l_j": 2,
    "t_e_l": 3,
    "t_e_l_j": 4,
    "l_j_k": 3,
    "kind_l_j_k": 4,
    "t_e_l_j_k": 5,
    "node": 7,
    "link": 7,
}

#: What a clock measured: the only arrays in which two recordings of the same recipe differ.
CLOCKED = ("paths/mini_seconds", "paths/full_seconds")


def exhibit_axes(L: int) -> Axes:
    """Name the axes of every array of the exhibits of a network with L layers.

    nudge: measured nudges; worked_step: moments of the worked example, whose weights lead from neuron
    worked_k to worked_j; edge, wiggle: edges and by how much each is changed; state, sum: the curve of the
    last layer's activation as it is and with larger weights, and its weighted sums; row, column: parameters
    and examples of the table; shown: examples of the run on one class, only_run: its moments; dealt:
    examples of the shuffled order; batch, size: mini-batches in a row, and of growing size; mini_step,
    full_step: moments of the two walks; grid_u, grid_v: points of the plane below them; several: examples of
    the 1-1-1-1 network; path, stop, factor: paths from one weight to the cost, the neurons that each runs
    through, and what it is multiplied of; node, link: the small graph. Of the chapter on
    descent: see netsim.exhibits.descent_axes.
    """
    groups: dict[str, Axes] = {
        "levers": _levers(L),
        "wishes": _wishes(L),
        "chain": _chain(),
        "worked": _worked(),
        "gradient": {"examples": [], "C": [], "length": []} | _derivatives(L),
        "sensitivity": _sensitivity(),
        "one": {"components": [], "zero": [], "most": []} | _derivatives(L) | _of_each_layer("da_dz", L),
        "effect": _effect(L),
        "table": _table(),
        "update": {"place": ["l_j_k"]} | each(["eta", "dC_dw", "before", "step", "after"]),
        "only": _only(L),
        "batches": _batches(),
        "paths": _paths(),
        "links": _links(),
        "several": _several(),
        "explained": _explained(),
        "graph": _graph(),
    } | descent_axes(L)
    return {f"{group}/{name}": axes for group, arrays in groups.items() for name, axes in arrays.items()}


def _derivatives(L: int) -> Axes:
    weights = {f"dC_dW{l}": [f"n_{l}", f"n_{l - 1}"] for l in range(1, L + 1)}
    return weights | _of_each_layer("dC_db", L)


def _of_each_layer(name: str, L: int) -> Axes:
    return {f"{name}{l}": [f"n_{l}"] for l in range(1, L + 1)}


def _levers(L: int) -> Axes:
    return {"at": ["t_e_l_j"], "dC_db": []} | each(["dC_dw", "dC_da"], f"n_{L - 1}")


def _wishes(L: int) -> Axes:
    return {"at": ["t_e_l"]} | each(["table", "running"], f"n_{L}", f"n_{L - 1}")


def _chain() -> Axes:
    table = each(["W", "b", "z"], "chain_layer") | {"a": ["chain_layer_from_0"]}
    table |= each(_CHAIN_SCALARS)
    table |= each(["epsilon", "predicted_change_C", *_NUDGED, *_MEASURED], "nudge")
    return table | {f"curve_{name}": ["point"] for name in _CURVES}


def _worked() -> Axes:
    table = {"eta": [], "C": ["worked_step"], "x": ["worked_k"], "y": ["worked_j"]}
    table |= {f"{name}{l}": ["worked_step", "worked_j", "worked_k"] for name in ("W", "dC_dW") for l in (1, 2)}
    return table | each(_WORKED, "worked_step", "worked_j")


def _sensitivity() -> Axes:
    table = {"place": ["edge", "l_j_k"], "dC_dw": ["edge"], "nudge": ["wiggle"], "ratio": [], "measured_ratio": []}
    return table | each(["C", "change_C", "w"], "edge", "wiggle")


def _effect(L: int) -> Axes:
    table: Axes = {"factor": []} | each(["z", "a", "dC_da", "da_dz", "delta"], f"n_{L}")
    return table | each(["curve_z", "curve_a"], "state", "sum")


def _table() -> Axes:
    table = {"x": ["column", "n_0"], "label": ["column"], "C": ["column"]}
    return table | {"place": ["row", "kind_l_j_k"], "dC_dp": ["row", "column"], "mean": ["row"]}


def _only(L: int) -> Axes:
    table = {"updates": [], "unseen": [], "x": ["shown", "n_0"], "label": ["shown"]}
    table |= each(["before", "after"], "shown", f"n_{L}")
    return table | each(["steps", "said"], "only_run")


def _batches() -> Axes:
    table = {"size": [], "count": [], "changed": [], "components": [], "x": ["dealt", "n_0"], "label": ["dealt"]}
    table |= each(["angle", "length"], "batch")
    return table | each(["sizes", "angle_of_size", "length_of_size"], "size")


def _paths() -> Axes:
    table = {"examples": [], "batch": [], "eta": [], "u": ["grid_u"], "v": ["grid_v"], "C": ["grid_v", "grid_u"]}
    table |= {"levels": ["level"]}
    for walk in ("mini", "full"):
        table |= {walk: [f"{walk}_step", "u_v"], f"{walk}_examples": [], f"{walk}_seconds": []}
        table |= each([f"{walk}_C", f"{walk}_off"], f"{walk}_step")
    return table


def _links() -> Axes:
    table = {"dC_da": ["chain_layer_from_0"]}
    return table | each(["da_dz", "delta", *_BY_LAYER, *(f"measured_{name}" for name in _BY_LAYER)], "chain_layer")


def _several() -> Axes:
    table = each(["x", "y", "a", "C"], "several") | {"mean_C": []}
    return table | each(_BY_LAYER, "several", "chain_layer") | each([f"mean_{n}" for n in _BY_LAYER], "chain_layer")


def _explained() -> Axes:
    table = {"place": ["t_e_l_j_k"], "neurons": ["path", "stop"], "factors": ["path", "factor"], "products": ["path"]}
    return table | each(["dC_dw", "many", "rest", "epsilon", "predicted_change", "measured_change"])


def _graph() -> Axes:
    table = each(["values", "adjoints"], "node") | each(["locals", "carried"], "link")
    counted = ["forward_multiplications", "reverse_multiplications"]
    return table | each([*counted, "network_forward", "network_backward", "parameters", "one_by_one"])
