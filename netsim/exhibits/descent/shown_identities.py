"""What must hold between the numbers of the exhibits neuron, data and components."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.calculus.chain_identities import Claim
from netsim.exhibits.claims import within
from netsim.exhibits.descent import components
from netsim.exhibits.descent import data as labelled
from netsim.exhibits.descent import neuron as one_neuron
from netsim.exhibits.first_record import network_of, parameter_places
from netsim.exhibits.nudges.one import alone, fewest
from netsim.functions import Array, relu, sigmoid
from netsim.terrain.landscape import vector
from netsim.trace.trace import Trace

#: Rounding of what is averaged in float32, in units of that of float64 that is allowed everywhere.
SINGLE = 1e5


def neuron_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the choice, the sum and the activation of the last record, and the curves."""
    network, x = network_of(trace, -1), trace["x"][0]
    fwd = network.forward(x)
    j = one_neuron.chosen_neuron(network, fwd)
    yield "neuron/place is the neuron that is to be shown", trace["neuron/place"], np.array([1, j]), 0.0
    products, z = network.W[1][j] * x, fwd.z[1][0]
    size = np.abs(products).sum() + abs(network.b[1][j])
    yield "neuron/products = W1 x", trace["neuron/products"], products, np.abs(products)
    yield "neuron/weighted = sum of neuron/products", trace["neuron/weighted"], products.sum(), size
    yield "neuron/b = b1", trace["neuron/b"], network.b[1][j], 0.0
    yield "neuron/z = weighted + b", trace["neuron/z"], trace["neuron/weighted"] + trace["neuron/b"], size
    yield "neuron/z = z1", trace["neuron/z"], trace["z1"][-1, 0, j], size
    yield "neuron/a = a1", trace["neuron/a"], trace["a1"][-1, 0, j], 1.0
    sums = trace["neuron/curve_z"]
    even = one_neuron.sums_around(float(z[j]))
    yield "neuron/curve_z lies evenly around 0 and holds z", sums, even, np.abs(even).max()
    name = network.activation_of(1)
    yield f"neuron/curve_a = {name}(curve_z)", trace["neuron/curve_a"], alone(name, z, j, sums), 1 + np.abs(sums)
    yield "neuron/sigmoid = sigmoid(curve_z)", trace["neuron/sigmoid"], sigmoid(sums), 1.0
    yield "neuron/relu = relu(curve_z)", trace["neuron/relu"], relu(sums), np.abs(sums)


def data_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: counts, classes, outputs and costs of the shown examples before and after, and means."""
    x, label, C = (trace[f"data/{name}"] for name in ("x", "label", "C"))
    many = {name: trace[f"data/{name}"] for name in ("examples", "unseen")}
    shown = np.array([len(label), len(trace["data/unseen_label"])])
    most = np.array([labelled.SHOWN, labelled.UNSEEN_SHOWN])
    yield "data/ shows the first of examples and unseen", shown, np.minimum(most, [*many.values()]), 0.0
    for name in ("label", "said", "trained_said", "unseen_label"):
        yield f"data/{name} names classes", *within(trace[f"data/{name}"], 0, len(trace.classes) - 1)
    y = np.eye(len(trace.classes))[np.clip(label, 0, len(trace.classes) - 1)]
    for name, t in (("", 0), ("trained_", -1)):
        answers = labelled.answers(network_of(trace, t), x, y)
        outputs, largest = answers["a"], answers["a"].max(axis=1)
        if not name:
            yield "data/a = outputs of data/x", trace["data/a"], outputs, 1 + np.abs(outputs)
        yield f"data/{name}C = cost of each example", trace[f"data/{name}C"], answers["C"], 1 + answers["C"]
        said = outputs[np.arange(len(outputs)), np.clip(trace[f"data/{name}said"], 0, len(trace.classes) - 1)]
        yield f"data/{name}said has the largest output", said, largest, 1 + np.abs(largest)
    yield "data/running = mean of data/C so far", trace["data/running"], labelled.running_mean(C), 1 + C.max()
    mean, trained = trace["data/mean"], trace["data/trained_mean"]
    yield "data/mean is 0 or more", *within(mean, 0, np.inf)
    yield "data/trained_mean is 0 or more", *within(trained, 0, np.inf)
    if trace.cost_name == "quadratic":  # the run is measured in float32, which ends the cross-entropy of 0 and 1 sooner
        yield "data/trained_mean = the last of cost", trained, trace["cost"][-1], SINGLE * (1 + trained)
    if many["examples"] <= len(label):
        yield "data/mean = the last of data/running", mean, trace["data/running"][-1], 1 + mean
        yield "data/trained_mean = mean of trained_C", trained, trace["data/trained_C"].mean(), 1 + trained
    if trace.has("gradient"):
        yield "data/mean = gradient/C", mean, trace["gradient/C"], mean
        yield "data/examples = gradient/examples", many["examples"], trace["gradient/examples"], 0.0


def components_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: counts, ranks and order, the shown parameters and their step; and what the gradient says."""
    rank, size, step, eta = (trace[f"components/{name}"] for name in ("rank", "size", "step", "eta"))
    places = parameter_places(trace, "components/place")
    layers = range(1, trace.L + 1)
    whole = vector(*({l: trace[f"{kind}{l}"][0] for l in layers} for kind in "Wb"))
    many = trace["components/all"]
    yield "components/all = weights and biases", many, np.array(whole.size), 0.0
    yield "components/rank runs from 1 to all", rank, components.spread_ranks(whole.size), 0.0
    yield "components/size is sorted downward", size, -np.sort(-size), 0.0
    yield "components/size is 0 or more", *within(size, 0, np.inf)
    yield "components/step is sorted downward by size", np.abs(step), -np.sort(-np.abs(step)), 0.0
    yield "components/step begins with the largest", np.abs(step[0]), size[0], 0.0
    for name, most in (("zero", many), ("most", many - trace["components/zero"])):
        yield f"components/{name} counts some of all", *within(trace[f"components/{name}"], 0, float(most))
    value = np.array([trace[f"b{l}"][0, j] if bias else trace[f"W{l}"][0, j, k] for bias, l, j, k in places])
    yield "components/value = W and b there", trace["components/value"], value, 0.0
    yield "components/eta = eta", eta, trace["eta"][0], 0.0
    yield "components/after = value + eta step", trace["components/after"], value + eta * step, 1 + np.abs(value)
    if trace.has("gradient"):
        yield from _components_of(
            trace, vector(*({l: trace[f"gradient/dC_d{kind}{l}"] for l in layers} for kind in "Wb"))
        )


def _components_of(trace: Trace, gradient: Array) -> Iterator[Claim]:
    """List what must hold where the gradient (P,) is recorded, too."""
    order = np.argsort(-np.abs(gradient), kind="stable")
    sizes = np.abs(gradient)[order]
    network = network_of(trace)
    shown = order[components.chosen_ranks(sizes, gradient[order] > 0)]
    places = np.array([components.parameter_at(network, int(at)) for at in shown])
    rank = np.clip(trace["components/rank"], 1, len(sizes))
    yield "components/size = components of the gradient", trace["components/size"], sizes[rank - 1], 0.0
    zero = np.array(float(np.count_nonzero(gradient == 0)))
    yield "components/zero counts those of the gradient that are 0", trace["components/zero"], zero, 0.0
    yield "components/most counts those that matter", trace["components/most"], np.array(fewest(gradient)), 0.0
    ratio = components.largest_by_median(sizes)
    yield "components/ratio = largest / median", trace["components/ratio"], np.array(ratio), ratio
    yield "components/place are those to be shown", np.array(len(trace["components/place"])), np.array(len(places)), 0.0
    yield "components/place is in their order", trace["components/place"], places.astype(float), 0.0
    yield "components/step = minus the gradient there", trace["components/step"], -gradient[shown], 0.0
