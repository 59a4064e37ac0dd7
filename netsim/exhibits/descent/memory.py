"""The memory exhibit: one network learns the same examples twice, with their own labels and with shuffled ones."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import Claim, ascending, within
from netsim.exhibits.dealt import dealt_among_themselves
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import layers_claims, names_classes
from netsim.exhibits.nudges.course import kept as kept_of
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.lit import Lit
from netsim.measure import Probe, accuracy, mean_cost
from netsim.network import Network
from netsim.recipe.training import TrainingSection
from netsim.terrain.landscape import countable
from netsim.trace.answers import Answers
from netsim.trace.declared import (
    ACTIVATION,
    BIAS,
    CLASS,
    COST,
    COUNT,
    INPUT,
    PLACE,
    SHARE,
    WEIGHT,
    Declared,
    Dimension,
    Unit,
)
from netsim.trace.trace import Trace
from netsim.training import diverged, shuffled, train
from netsim.untrained import untrained

ARRAYS = {
    "examples": Declared("", "examples that are learned", COUNT),
    "unseen": Declared("", "unseen examples that are asked", COUNT),
    "classes": Declared("", "classes", COUNT),
    "same": Declared("", "examples whose shuffled label is their own", COUNT),
    "epochs": Declared("memory_point", "epochs of the runs so far", Unit("epochs", 0)),
    "x": Declared("memory_shown n_0", "some examples", INPUT),
    "label": Declared("memory_shown", "their own labels", CLASS),
    "shuffled_label": Declared("memory_shown", "their shuffled ones", CLASS),
}
ARRAYS |= {
    f"{labels}_{what}": Declared("memory_point", meaning, unit)
    for labels in ("true", "shuffled")
    for what, meaning, unit in (
        ("cost", f"mean cost of the examples in the run on {labels} labels", COST),
        ("right", "share of them that are answered with the labels of this run", SHARE),
        ("unseen", "share of the unseen examples that are answered right", SHARE),
    )
}

ARRAYS |= {
    "a{l}": Declared(
        "memory_point n_{l}",
        "what the first shown example gives in layer {l}, in the run on shuffled labels",
        ACTIVATION,
    ),
    "kept": Declared("memory_weights", "the moments at which that run's weights and biases are kept", PLACE),
    "W{l}": Declared("memory_weights n_{l} n_{l-1}", "weights of layer {l} there, in float32", WEIGHT),
    "b{l}": Declared("memory_weights n_{l}", "biases of layer {l}, in float32", BIAS),
}

DIMS = {
    "memory_point": Dimension("moments of both runs, one after each epoch, and that before them"),
    "memory_shown": Dimension("examples that are shown with both labels"),
    "memory_weights": Dimension("those moments at which weights are kept, the first and the last among them"),
}

#: What is learned: at most so many examples, so often, in mini-batches of so many.
MOST_EXAMPLES = 200
MOST_EPOCHS = 200
BATCH = 5

#: What keeps the runs of large networks short: weights times examples times epochs.
MOST_WORK = 2 * 10**9

#: On how many unseen examples the runs are measured, and how many examples are shown.
UNSEEN = 300
SHOWN = 12

#: What is measured of each run, at each moment.
MEASURED = ("cost", "right", "unseen")


def record(run: Run) -> Arrays:
    """Train both ways, and measure cost and answers.

    Both start from the untrained network of the lesson and take the first 200 examples of its shuffled order
    (or all) in the same mini-batches of 5, with its learning rate, held constant (without momentum, which goes
    1 / (1 - momentum) times as far, but as much larger; with Adam, if the lesson has it)
    for 200 epochs (fewer for a network of very many
    weights); they end earlier if one of them diverges. The labels are dealt anew among
    these examples, so that each class keeps its number. All is computed in float32. Answers are counted on the
    examples that are learned from, with the labels that they are learned with, and on the first 300 unseen ones,
    with their own labels.
    """
    data, lesson = run.data, run.recipe.training
    places = shuffled(lesson, len(data.x))[:MOST_EXAMPLES]
    label = data.label[places]
    dealt = np.random.default_rng(lesson.seed + 1).permutation(label)
    unseen = data.x_unseen[:UNSEEN]
    x = np.concatenate([data.x[places], unseen]).astype(np.float32)
    whole = untrained(run.recipe, data)
    lit = Lit.of(whole, x)
    start, x = lit.part, lit.seen(x)
    learned, unseen = x[: len(places)], x[len(places) :]
    plan = plan_of(lesson, start, len(places))
    tested = unseen, data.label_unseen[:UNSEEN]
    (true, _), (other, networks) = (
        course(start, (learned, some), tested, plan, data.answers) for some in (label, dealt)
    )
    moments = min(len(true), len(other))
    shown = dealt_among_themselves(label, dealt, SHOWN)
    at, first = kept_of(moments, whole.sizes), learned[shown[0]].astype(np.float64)
    lights = [network.astype("float64").forward(first).a for network in networks[:moments]]
    weights = [lit.network(networks[i]).astype("float32") for i in at]
    kept = {
        "examples": np.array(len(places)),
        "unseen": np.array(len(unseen)),
        "classes": np.array(len(data.classes)),
        "same": np.array(np.count_nonzero(label == dealt)),
        "epochs": np.arange(moments),
        "x": data.x[places[shown]].astype(np.float64),
        "label": label[shown],
        "shuffled_label": dealt[shown],
        "kept": at,
    }
    for l in range(1, whole.L + 1):
        kept[f"a{l}"] = np.stack([a[l][0] for a in lights])
        kept |= {f"W{l}": np.stack([one.W[l] for one in weights]), f"b{l}": np.stack([one.b[l] for one in weights])}
    for name, rows in (("true", true), ("shuffled", other)):
        kept |= {f"{name}_{what}": rows[:moments, i] for i, what in enumerate(MEASURED)}
    return kept


def plan_of(lesson: TrainingSection, network: Network, examples: int) -> TrainingSection:
    """Plan a run in small mini-batches with the lesson's seed, by plain descent or its Adam, each step as far."""
    once = examples * sum(w.size for w in network.W.values())
    epochs = int(np.clip(MOST_WORK // once, 1, MOST_EPOCHS))
    eta = lesson.eta / (1 - lesson.momentum)
    changed = {"method": "sgd", "batch": BATCH, "epochs": epochs, "eta": eta, "precision": "float32"}
    return lesson.plain().model_copy(update=changed)


def course(
    network: Network,
    learned: tuple[Array, np.ndarray],
    tested: tuple[Array, np.ndarray],
    plan: TrainingSection,
    answers: Answers,
) -> tuple[Array, list[Network]]:
    """Train on examples x (N, n_0) with their labels (N,), and measure after each epoch, and before the first.

    Returns
    -------
    measured
        (moments, 3): mean cost, and the shares 0..1 of learned and tested that are answered right; the last moment
        is that before the cost leaves what the precision can count with, or the end.
    networks
        The network at each of them.
    """
    (x, label), y = learned, answers.target(learned[1])
    seen, unseen = Probe.of(x, network), Probe.of(tested[0], network)
    rows: list[tuple[float, float, float]] = []
    networks: list[Network] = []
    for step in train(network, x, y, plan):
        if not step.new_epoch:
            continue
        with np.errstate(over="ignore", invalid="ignore"):
            cost = mean_cost(step.network, seen, y)
            right = accuracy(step.network, seen, label, answers), accuracy(step.network, unseen, tested[1], answers)
        if rows and diverged(cost, plan.precision):
            break
        rows.append((countable(cost, plan.precision), *right))
        networks.append(step.network)
    return np.array(rows), networks


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: counts, shares, order of moments, and that both runs start alike."""
    examples, unseen, same, epochs = (trace[f"memory/{name}"] for name in ("examples", "unseen", "same", "epochs"))
    label, dealt = trace["memory/label"], trace["memory/shuffled_label"]
    yield "memory/classes counts the classes", trace["memory/classes"], np.array(len(trace.classes)), 0.0
    yield "memory/same lies in 0..examples", *within(same, 0, float(examples))
    yield "memory/epochs count from 0", epochs, np.arange(float(len(epochs))), 0.0
    for name in ("label", "shuffled_label"):
        yield names_classes(trace, f"memory/{name}")
    yield "memory/x shows at most those", *within(np.array(len(label)), 1, min(SHOWN, float(examples)))
    yield "memory/shuffled_label is dealt among those shown", np.sort(dealt), np.sort(label), 0.0
    alike, other = np.array(float(np.count_nonzero(label == dealt))), len(label) if same == examples else 0
    yield "memory/shuffled_label is another one, if any is", alike, np.array(float(other)), 0.0
    for name in ("true", "shuffled"):
        yield f"memory/{name}_cost is 0 or more", *within(trace[f"memory/{name}_cost"], 0, np.inf)
        for what, many in (("right", examples), ("unseen", unseen)):
            share = trace[f"memory/{name}_{what}"]
            yield f"memory/{name}_{what} lies in 0..1", *within(share, 0, 1)
            yield f"memory/{name}_{what} counts examples", share * many, np.rint(share * many), many
    at = trace["memory/kept"]
    yield "memory/kept ascend", *ascending(at)
    yield "memory/kept has the first and the last", at[[0, -1]], np.array([0, len(epochs) - 1]), 0.0
    yield from layers_claims(trace, "memory", trace["memory/x"][0], at)
    starts = trace["memory/shuffled_unseen"][0], trace["memory/true_unseen"][0]
    yield "memory/shuffled_unseen and true_unseen begin alike", *starts, 0.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS, asks=("classes", "unseen"))
