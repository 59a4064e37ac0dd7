"""From a recipe to a trace: trains, keeps the moments that were asked for, takes them apart."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from netsim.beforehand import check_length, check_shift, check_weight, given_of
from netsim.data.answering import answering
from netsim.data.datasets import Dataset
from netsim.data.followed import followed_examples, recorded_steps
from netsim.data.sources import load_dataset
from netsim.exhibits.exhibit import Arrays
from netsim.exhibits.listening import Ahead, Notes
from netsim.exhibits.registry import DIMS, EXHIBITS, check_names, declared, open_notes, possible, record_exhibits
from netsim.exhibits.run import Run
from netsim.lit import Lit
from netsim.measure import Probe, judge_of, mean_cost
from netsim.moments import core_arrays
from netsim.network import Network
from netsim.one_thread import one_thread
from netsim.recipe.recipe import Recipe
from netsim.recipe.section import RecipeError
from netsim.rules import rule_for
from netsim.trace.features import told
from netsim.trace.trace import Trace
from netsim.training import Step, diverged, train, updates_per_epoch
from netsim.untrained import brought_for, sizes_of, untrained
from netsim.weights.brought import Brought

Progress = Callable[[str, float], None]

#: The largest trace that is recorded, in bytes; a longer list of steps is a slip, or fills the memory.
LARGEST = 2**31


def record(
    recipe: Recipe,
    data: Dataset | None = None,
    progress: Progress | None = None,
    beside: Path | None = None,
    exhibits: Iterable[str] | None = None,
    longest: float | None = None,
) -> Trace:
    """Train as the recipe says and record it: on one computer, one recipe gives one digest.

    All is computed on one thread, since the order in which several add up decides the last digits.

    Parameters
    ----------
    recipe
        What to train and what to keep.
    data
        What to learn from instead of the recipe's [data].
    progress
        Called with a phase ("data", "training", "recording") and the part of it that is done, 0..1.
    beside
        The folder that data.path is seen from; None for the current one.
    exhibits
        What is taken apart for scenes, by name, of that what the run has; None for all that there is.
    longest
        How many seconds the training may take by estimate; None for any time.

    Raises
    ------
    RecipeError
        If the recipe asks for something that the data or the run does not have, or the run leaves
        the finite numbers; or if there is no such exhibit.
    """
    check_names(asked := EXHIBITS if exhibits is None else tuple(exhibits))
    tell = progress or (lambda phase, part: None)
    with one_thread():
        tell("data", 0.0)
        data = answering(data or load_dataset(recipe.data, beside, progress), recipe.network)
        given = brought_for(recipe, data, beside)
        if given is not None:
            recipe = recipe.model_copy(update={"network": given.plan})
            data = answering(data, recipe.network)
        shown = possible(asked, given_of(recipe, data))
        followed = followed_examples(recipe, data)
        check_weight(recipe, data)
        check_shift(recipe, data)
        check_length(recipe, data, longest)
        tell("data", 1.0)
        notes = open_notes(Ahead(recipe, data, followed[0], sizes_of(recipe, data)), shown)
        start = untrained(recipe, data) if given is None else given.network
        course, moments = _train(recipe, data, start, notes, tell)
        tell("recording", 0.0)
        run = Run(recipe, data, moments, followed[0], notes.taken, notes.heard)
        said = {"recipe": recipe.model_dump(mode="json")} | (_origin(given) if given else {})
        trace = trace_of(run, followed, course, shown, said)
    tell("recording", 1.0)
    return trace


def trace_of(
    run: Run, followed: Sequence[int], course: Arrays, shown: Iterable[str], said: Mapping[str, object]
) -> Trace:
    """Take a run apart that is over.

    Parameters
    ----------
    run
        The run.
    followed
        Which training examples are followed, as indices; the first is the star.
    course
        What was measured of it on the way: run_steps, cost, and how else it is judged.
    shown
        Which exhibits are made of it.
    said
        What the header says besides: the recipe, by section, and where the network comes from.
    """
    x, label = run.data.x[followed].astype(np.float64), run.data.label[followed]
    kept = core_arrays(run.moments, x, run.targets[followed], label) | course | record_exhibits(run, shown)
    if not run.rule_known:
        del kept["eta"]
    return Trace.of({**said, **_about(run)}, kept, declared(shown, run.network.L), DIMS)


def _train(recipe: Recipe, data: Dataset, network: Network, notes: Notes, tell: Progress) -> tuple[Arrays, list[Step]]:
    """Train a network; keep the asked moments, and cost and judgement once an epoch; let exhibits take notes."""
    plan = recipe.training
    per_epoch = updates_per_epoch(plan, len(data.x))
    steps = recorded_steps(recipe, per_epoch * plan.epochs)
    _check_room(recipe, steps, network)
    wanted, heard = set(steps), set(steps) | notes.moments
    y = data.targets.astype(plan.precision, copy=False)
    seen = Probe.of(data.x, network)
    judgement, judged = judge_of(data, seen, network)
    lit = Lit.of(network, data.x)
    spared = lit.worth and not plan.shift
    start, x = (lit.part, lit.seen(data.x)) if spared else (network, data.x)
    moments, course = [], []
    for step in train(start, x, y, plan, data.image_shape):
        if step.number not in heard and not step.new_epoch:
            continue
        if spared:
            step = lit.step(step)
        if step.number in wanted:
            moments.append(step)
        notes.take(step)
        if step.new_epoch:
            with np.errstate(over="ignore", invalid="ignore"):  # _check_course reports it
                measured = mean_cost(step.network, seen, y), judged(step.network)
            course.append((step.number, *measured))
            _check_course(recipe, step.number, measured[0])
            tell("training", step.epoch / max(plan.epochs, 1))
    numbers, cost, found = (np.array(column) for column in zip(*course, strict=True))
    return {"run_steps": numbers, "cost": cost} | ({judgement: found} if judgement else {}), moments


def _check_room(recipe: Recipe, steps: list[int], network: Network) -> None:
    each = 2 + len(rule_for(recipe.training).keeps)  # weights, gradients, and what the rule keeps
    room = len(steps) * each * 8 * sum(w.size for w in network.W.values())
    if room > LARGEST:
        raise RecipeError(
            f"record.steps: {len(steps)} moments of this network would take {room / 2**30:.1f} GB, "
            f"expected at most {LARGEST // 2**30} GB; record fewer steps or a smaller network."
        )


def _check_course(recipe: Recipe, number: int, cost: float) -> None:
    """Stop a run that diverges, before its gradients leave the numbers that the precision has."""
    if diverged(cost, recipe.training.precision):
        raise RecipeError(
            f"training.eta = {recipe.training.eta}: the run diverges, its cost is {cost:.3g} after {number} updates, "
            "expected a learning rate small enough to come down; try a tenth of it."
        )


def _origin(given: Brought) -> dict[str, object]:
    """Say where a network comes from that was not drawn here."""
    return {"weights": {"layers": list(given.names), "without_bias": list(given.without_bias)}}


def _about(run: Run) -> dict[str, object]:
    data, network = run.data, run.first.network
    return {
        "elsewhere": run.elsewhere,
        "rule": run.recipe.training.rule if run.rule_known else "unknown",
        "data": data.name,
        "sizes": network.sizes,
        "hidden": network.hidden,
        "output": network.output,
        "cost": network.cost,
        "classes": list(data.classes),
        "image_shape": data.image_shape,
        "features": told(data.features),
        "answers": data.answers.plain(),
        "unseen": len(data.x_unseen),
        "remark": data.remark,
        "versions": {"python": platform.python_version(), "numpy": np.__version__},
    }
