"""A run from elsewhere, taken apart: what was told of it, what is measured of it, and which exhibits it can have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from netsim.data.answering import answering
from netsim.data.datasets import Dataset
from netsim.data.followed import followed_examples
from netsim.exhibits.exhibit import Arrays
from netsim.exhibits.listening import Ahead
from netsim.exhibits.registry import EXHIBITS, check_names, open_notes, possible
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS
from netsim.measure import Probe, judge_of, mean_cost
from netsim.network import Network
from netsim.recipe.network import NetworkSection
from netsim.recipe.recipe import Recipe
from netsim.recipe.record import RecordSection
from netsim.recipe.section import RecipeError
from netsim.recipe.training import TrainingSection
from netsim.record import trace_of
from netsim.recorder.layers import Layers
from netsim.rules import at_rest, rule_for, slopes_of
from netsim.terrain.landscape import vector
from netsim.trace.given import Given
from netsim.trace.trace import Trace
from netsim.training import Step

#: The rules of an update that can be held when they are told.
RULES = ("sgd", "momentum", "adam")

#: Bytes of a number of float64. What Adam makes of a derivative near 0 is all rounding where they are fewer.
DOUBLE = 8

#: Where the learning rate is not told, a step that is shown is one that brings the cost down by this part of it, as far
#: as the slope says, with a rate that lies within these; and exhibits that train take so much smaller ones, since what
#: a few examples want is larger than what all do.
FALL, RATES = 0.1, (1e-4, 1.0)
SMALLER = 5

#: Of a run whose batches are not told this is the size of those that are dealt, or an eighth of the examples.
USUAL = 32


@dataclass(frozen=True)
class Told:
    """What a program tells of its network and of its updates; `rule` is "" and `eta` None where it tells nothing."""

    hidden: str
    output: str
    cost: str
    follow: tuple[str, ...] = ()
    rule: str = ""
    eta: float | None = None
    momentum: float = 0.0

    def check(self) -> None:
        """Make sure that a rule is told whole; raises RecipeError."""
        if self.rule and self.rule not in RULES:
            raise RecipeError(
                f"Recorder: rule = {self.rule!r}, expected one of {', '.join(RULES)}; leave out what is none of them: "
                "all but the rule is held then."
            )
        for name, number in (("eta", self.eta), ("momentum", self.momentum)):
            if number is not None and np.asarray(number).dtype.kind not in "iuf":
                raise RecipeError(f"Recorder: {name} = {number!r}, expected a number.")
        if self.rule and not (self.eta is not None and 0 < self.eta < np.inf):
            raise RecipeError(f"Recorder: rule = {self.rule!r} with eta = {self.eta}, expected its learning rate.")
        if not 0 <= self.momentum < 1 or (self.rule == "momentum") != bool(self.momentum):
            raise RecipeError(
                f"Recorder: momentum = {self.momentum} with rule = {self.rule!r}; expected rule = 'momentum' and the "
                "part of the velocity that is kept, above 0 and below 1."
            )

    def network(self, layers: Layers) -> Network:
        """Make the network of some layers; raises RecipeError if there are no such functions."""
        try:
            return Network(layers.W, layers.b, self.hidden, self.output, self.cost)
        except ValueError as error:
            raise RecipeError(f"Recorder: {str(error)[:1].lower()}{str(error)[1:]}") from None

    def answered_by(self, layers: Layers, data: Dataset, where: str) -> Dataset:
        """Give the data with what is wanted of the outputs of these layers; raises RecipeError if there is no such."""
        outputs, plan = layers.sizes[-1], NetworkSection().model_copy(update={"output": self.output, "cost": self.cost})
        alone = outputs == 1 and len(data.classes) == 2
        if alone and ACTIVATIONS[self.output].traits.couples:
            raise RecipeError(f"{where}: a single output with {self.output} is always 1, expected output = 'sigmoid'.")
        if not alone and outputs != data.outline.outputs:
            raise RecipeError(f"{where}: the network has {outputs} outputs, expected {data.outline.outputs}, or one.")
        try:
            return answering(data, plan.model_copy(update={"outputs": 1 if alone else None}))
        except RecipeError as error:
            raise RecipeError(f"Recorder: {error}") from None


def foreign_trace(
    told: Told,
    data: Dataset,
    moments: Sequence[Step],
    batch: int,
    size: int,
    exhibits: Iterable[str] | None = None,
) -> Trace:
    """Take a run from elsewhere apart.

    Parameters
    ----------
    told, data
        What the program told of it, and what it learns from.
    size
        How many bytes the shortest of the weights' numbers had there.
    moments
        The network at each step that was kept, and the gradient of the examples that the next update asks.
    batch
        How many these are at most; 0 if it was not told, so that they are all.
    exhibits
        What is taken apart for scenes, by name; None for all that can be.

    Raises
    ------
    RecipeError
        If there is no such exhibit, or one that such a run cannot have.
    """
    plan = None if not (told.rule and batch) else _plan_told(told, data, batch, size)
    following = None if plan is None else _with_kept(moments, plan, size)
    held, moments = following is not None, following or moments
    rate = float(told.eta) if held and told.eta else _rate(moments[0])
    plan = plan if held and plan else _plan(data, rate)
    network = NetworkSection().model_copy(
        update={
            "hidden": tuple(moments[0].network.sizes[1:-1]),
            "activation": told.hidden,
            "output": told.output,
            "cost": told.cost,
        }
    )
    recipe = Recipe(network=network, training=plan, record=RecordSection().model_copy(update={"follow": told.follow}))
    moments = [replace(step, eta=rate) for step in moments]
    followed = followed_examples(recipe, data)
    outline, rule = data.outline, told.rule if held else "unknown"
    sizes = tuple(moments[0].network.sizes)
    shown = _possible(exhibits, Given(sizes, outline.classes, outline.unseen, moments[-1].number, rule, True))
    ahead = Ahead(recipe, data, followed[0], moments[0].network.sizes, tuple(step.number for step in moments))
    notes = open_notes(ahead, shown)
    for step in moments:
        notes.take(step)
    run = Run(recipe, data, moments, followed[0], notes.taken, notes.heard, elsewhere=True, rule_known=held)
    return trace_of(run, followed, _course(data, moments, plan.precision), shown, {"recipe": _said(recipe, held)})


def _possible(exhibits: Iterable[str] | None, given: Given) -> tuple[str, ...]:
    """List the exhibits that are asked for, or all that a run can have of which so much is given."""
    check_names(asked := EXHIBITS if exhibits is None else tuple(exhibits))
    shown = possible(asked, given)
    for name in asked if exhibits is not None else ():
        if name not in shown and "rule" in EXHIBITS[name].asks:
            raise RecipeError(
                f"recorder.trace: the exhibit {name!r} is of an update, and the rule is not known; tell the Recorder "
                "rule and eta, and keep() the batch of each update."
            )
    return shown


def _rate(first: Step) -> float:
    """Choose a rate with which a step against a gradient brings the cost down visibly."""
    steepest = float(np.sum(vector(first.back.mean_dC_dW, first.back.mean_dC_db) ** 2))
    wanted = FALL * float(first.back.C.mean()) / steepest if steepest else RATES[1]
    return float(f"{np.clip(wanted, *RATES):.1g}")


def _plan(data: Dataset, rate: float) -> TrainingSection:
    """Plan how exhibits train that train networks of their own, where nothing is told: in small steps downhill."""
    return TrainingSection().model_copy(update={"eta": rate / SMALLER, "batch": max(1, min(USUAL, len(data.x) // 8))})


def _plan_told(told: Told, data: Dataset, batch: int, size: int) -> TrainingSection:
    """Plan how they train as the run was, which was told."""
    method = "full_batch" if batch == len(data.x) else "sgd"
    precision = "float64" if size >= DOUBLE else "float32"
    known = {"rule": told.rule, "eta": told.eta, "momentum": told.momentum, "batch": batch}
    return TrainingSection().model_copy(update={**known, "method": method, "precision": precision})


def _with_kept(moments: Sequence[Step], plan: TrainingSection, size: int) -> list[Step] | None:
    """Follow what a rule keeps from rest on; None where that cannot be, since not every step from 0 on was kept."""
    rule, moving = rule_for(plan), list[Step]()
    if not rule.keeps:
        return list(moments)
    if [step.number for step in moments] != list(range(len(moments))) or (plan.rule == "adam" and size < DOUBLE):
        return None
    kept = at_rest(rule, moments[0].network)
    for step in moments:
        moving.append(replace(step, kept=kept))
        kept = rule.after(kept, slopes_of(step.back))
    return moving


def _course(data: Dataset, moments: Sequence[Step], precision: str) -> Arrays:
    """Measure cost and judgement at every step that was kept, as `record` does once an epoch."""
    first = moments[0].network
    seen = Probe.of(data.x, first)
    judgement, judged = judge_of(data, seen, first)
    y = data.targets.astype(precision)
    with np.errstate(over="ignore", invalid="ignore"):
        cost = np.array([mean_cost(step.network, seen, y) for step in moments])
        found = np.array([judged(step.network) for step in moments])
    numbers = np.array([step.number for step in moments])
    return {"run_steps": numbers, "cost": cost} | ({judgement: found} if judgement else {})


def _said(recipe: Recipe, held: bool) -> dict[str, Any]:
    """Write down what the header says of how it was trained: of the training only what is known and held."""
    whole = recipe.model_dump(mode="json")
    network = {key: whole["network"][key] for key in ("hidden", "activation", "output", "cost")}
    keys = ("method", "eta", "batch", "rule", "momentum", "beta1", "beta2", "epsilon", "precision")
    training = {key: whole["training"][key] for key in keys} if held else {}
    own = {key: section for key, section in whole.items() if key not in ("network", "data", "training")}
    return {"network": network, "training": training} | own
