"""What a trace keeps of a run: the recorded moments of the followed examples, and the exhibits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from netsim.backprop import backprop
from netsim.exhibits.calculus.chain import record_chain
from netsim.exhibits.calculus.explained import record_explained
from netsim.exhibits.calculus.graph import record_graph
from netsim.exhibits.calculus.links import record_links, record_several
from netsim.exhibits.calculus.worked import record_worked
from netsim.exhibits.descent.components import record_components
from netsim.exhibits.descent.confident import record_confident
from netsim.exhibits.descent.data import record_data
from netsim.exhibits.descent.line import record_line
from netsim.exhibits.descent.memory import record_memory
from netsim.exhibits.descent.neuron import record_neuron
from netsim.exhibits.descent.plane import record_plane
from netsim.exhibits.descent.stairs import record_stairs
from netsim.exhibits.descent.terms import record_terms
from netsim.exhibits.descent.tested import record_tested
from netsim.exhibits.nudges.batches import record_batches
from netsim.exhibits.nudges.gradient import record_gradient
from netsim.exhibits.nudges.one import record_effect, record_one
from netsim.exhibits.nudges.only import record_only
from netsim.exhibits.nudges.output_layer import record_levers, record_wishes
from netsim.exhibits.nudges.paths import record_paths
from netsim.exhibits.nudges.sensitivity import record_sensitivity
from netsim.exhibits.nudges.table import record_table
from netsim.exhibits.nudges.update import record_update
from netsim.exhibits.run import Subject
from netsim.functions import Array
from netsim.training import Step

Arrays = dict[str, Array]


def keep_moments(moments: Sequence[Step], x: Array, y: Array, label: np.ndarray) -> Arrays:
    """Make the core arrays: the followed examples x (E, n_0), y (E, n_L), label (E,) at each moment, in float64."""
    kept: Arrays = {
        "steps": np.array([step.number for step in moments]),
        "eta": np.array([step.eta for step in moments]),
        "x": x,
        "y": y,
        "label": label,
    }
    networks = [step.network.astype("float64") for step in moments]
    forwards = [network.forward(x) for network in networks]
    backs = [backprop(network, fwd, y) for network, fwd in zip(networks, forwards, strict=True)]
    kept["C"] = np.stack([back.C for back in backs])
    for l in range(1, networks[0].L + 1):
        kept[f"W{l}"] = np.stack([network.W[l] for network in networks])
        kept[f"b{l}"] = np.stack([network.b[l] for network in networks])
        kept[f"z{l}"] = np.stack([fwd.z[l] for fwd in forwards])
        kept[f"a{l}"] = np.stack([fwd.a[l] for fwd in forwards])
        kept[f"dC_da{l}"] = np.stack([back.dC_da[l] for back in backs])
        kept[f"delta{l}"] = np.stack([back.delta[l] for back in backs])
        kept[f"mean_dC_dW{l}"] = np.stack([step.back.mean_dC_dW[l] for step in moments]).astype(np.float64, copy=False)
        kept[f"mean_dC_db{l}"] = np.stack([step.back.mean_dC_db[l] for step in moments]).astype(np.float64, copy=False)
    return kept | _velocities(moments)


def keep_exhibits(subject: Subject) -> Arrays:
    """Make the exhibits that the recipe asks for."""
    kept: Arrays = {}
    for name, record in EXHIBITS.items():
        if name in subject.recipe.record.exhibits:
            kept |= record(subject)
    return kept


def _velocities(moments: Sequence[Step]) -> Arrays:
    """Make the velocity/ group, in float64: where a run with momentum was heading at each moment; else nothing."""
    headings = [step.velocity for step in moments if step.velocity is not None]
    parts = {"W": [heading.W for heading in headings], "b": [heading.b for heading in headings]}
    return {
        f"velocity/{kind}{l}": np.stack([one[l] for one in some]).astype(np.float64, copy=False)
        for kind, some in parts.items()
        for l in (some[0] if some else ())
    }


def _chain(subject: Subject) -> Arrays:
    plan = subject.recipe.record
    return record_chain(plan.chain_seed, plan.epsilon)


def _worked(subject: Subject) -> Arrays:
    plan = subject.recipe.record
    return record_worked(plan.worked_seed, plan.worked_steps)


def _links(subject: Subject) -> Arrays:
    plan = subject.recipe.record
    return record_links(plan.chain_seed, plan.epsilon)


def _several(subject: Subject) -> Arrays:
    return record_several(subject.recipe.record.chain_seed)


#: Every exhibit, and what records it.
EXHIBITS: dict[str, Callable[[Subject], Arrays]] = {
    "levers": record_levers,
    "wishes": record_wishes,
    "chain": _chain,
    "worked": _worked,
    "gradient": record_gradient,
    "sensitivity": record_sensitivity,
    "one": record_one,
    "effect": record_effect,
    "table": record_table,
    "update": record_update,
    "only": record_only,
    "batches": record_batches,
    "paths": record_paths,
    "links": _links,
    "several": _several,
    "explained": record_explained,
    "graph": record_graph,
    "neuron": record_neuron,
    "data": record_data,
    "terms": record_terms,
    "line": record_line,
    "stairs": record_stairs,
    "plane": record_plane,
    "components": record_components,
    "tested": record_tested,
    "confident": record_confident,
    "memory": record_memory,
}
