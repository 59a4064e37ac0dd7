"""The memory exhibit: one network learns the same examples twice, with their own labels and with shuffled ones."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.nudges.batches import shuffled
from netsim.exhibits.nudges.paths import lit_part
from netsim.exhibits.run import Subject
from netsim.functions import Array
from netsim.measure import Probe, accuracy, mean_cost
from netsim.network import Network
from netsim.recipe.recipe import TrainingSection
from netsim.terrain.landscape import countable
from netsim.training import diverged, train
from netsim.untrained import untrained

Arrays = dict[str, Array]

#: What is learned: at most so many examples, so often, in mini-batches of so many.
MOST_EXAMPLES = 200
MOST_EPOCHS = 200
BATCH = 5

#: What keeps the runs of large networks short: weights times examples times epochs.
MOST_WORK = 2 * 10**9

#: How many stretches the runs are measured between, on how many unseen examples, and how many examples are shown.
STRETCHES = 40
UNSEEN = 300
SHOWN = 8

#: What is measured of each run, at each moment.
MEASURED = ("cost", "right", "unseen")


def record_memory(subject: Subject) -> Arrays:
    """Make the memory/ group: cost and answers over both runs.

    Both start from the untrained network of the lesson and take the first 200 examples of its shuffled order
    (or all) in the same mini-batches of 5, with its learning rate, held constant (without momentum, which goes
    1 / (1 - momentum) times as far, but as much larger), for 200 epochs (fewer for a network of very many
    weights); they end earlier if one of them diverges. The labels are dealt anew among
    these examples, so that each class keeps its number. All is computed in float32. Answers are counted on the
    examples that are learned from, with the labels that they are learned with, and on the first 300 unseen ones,
    with their own labels.
    """
    data, lesson = subject.data, subject.recipe.training
    places = shuffled(lesson, len(data.x))[:MOST_EXAMPLES]
    label = data.label[places]
    dealt = np.random.default_rng(lesson.seed + 1).permutation(label)
    unseen = data.x_unseen[:UNSEEN]
    x = np.concatenate([data.x[places], unseen]).astype(np.float32)
    start, x = lit_part(untrained(subject.recipe, data), x)
    learned, unseen = x[: len(places)], x[len(places) :]
    plan = plan_of(lesson, start, len(places))
    true, other = (
        course(start, learned, data.target(some), unseen, data.label_unseen[:UNSEEN], plan) for some in (label, dealt)
    )
    moments = min(len(true), len(other))
    shown = np.argsort(label == dealt, kind="stable")[:SHOWN]
    kept = {
        "examples": np.array(len(places)),
        "unseen": np.array(len(unseen)),
        "classes": np.array(len(data.classes)),
        "same": np.array(np.count_nonzero(label == dealt)),
        "epochs": measured_epochs(plan.epochs)[:moments],
        "x": data.x[places[shown]].astype(np.float64),
        "label": label[shown],
        "shuffled_label": dealt[shown],
    }
    for run, rows in (("true", true), ("shuffled", other)):
        kept |= {f"{run}_{name}": rows[:moments, i] for i, name in enumerate(MEASURED)}
    return {f"memory/{name}": array for name, array in kept.items()}


def plan_of(lesson: TrainingSection, network: Network, examples: int) -> TrainingSection:
    """Plan a run: plain descent in small mini-batches with the lesson's seed, as far each step as it goes."""
    once = examples * sum(w.size for w in network.W.values())
    epochs = int(np.clip(MOST_WORK // once, 1, MOST_EPOCHS))
    eta = lesson.eta / (1 - lesson.momentum)
    return TrainingSection(batch=BATCH, epochs=epochs, eta=eta, seed=lesson.seed, precision="float32")


def measured_epochs(epochs: int) -> np.ndarray:
    """List the epochs after which a run of so many is measured: from 0 to its end, evenly, about 40 apart."""
    return np.unique(np.linspace(0, epochs, STRETCHES + 1).round().astype(int))


def course(
    network: Network, x: Array, y: Array, x_unseen: Array, label_unseen: np.ndarray, plan: TrainingSection
) -> Array:
    """Train on x (N, n_0) with the targets y (N, n_L), and measure.

    Returns
    -------
    Array
        (moments, 3): mean cost, and the shares 0..1 of x and x_unseen that are answered right; the last moment
        is that before the cost leaves what the precision can count with, or the end.
    """
    seen, unseen = Probe.of(x, network), Probe.of(x_unseen, network)
    rows: list[tuple[float, float, float]] = []
    when = set(measured_epochs(plan.epochs).tolist())
    for step in train(network, x, y, plan):
        if not (step.new_epoch and step.epoch in when):
            continue
        with np.errstate(over="ignore", invalid="ignore"):
            cost = mean_cost(step.network, seen, y)
            right = accuracy(step.network, seen, y.argmax(axis=1)), accuracy(step.network, unseen, label_unseen)
        if rows and diverged(cost, plan.precision):
            break
        rows.append((countable(cost, plan.precision), *right))
    return np.array(rows)
