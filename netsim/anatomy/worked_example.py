"""The example that is worked by hand: given or drawn, and followed over its updates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netsim.anatomy.explain import nudge
from netsim.backprop import backprop
from netsim.functions import ACTIVATIONS, Array, squares_of
from netsim.network import Network
from netsim.recipe.section import RecipeError
from netsim.recipe.worked import WorkedSection
from netsim.training import update

EPSILON = 0.01  # the nudge of one weight that is measured

#: Of more updates than all of which are kept, the first of these are, and so many in all.
ALL_KEPT, FIRST_KEPT, KEPT = 100, 20, 100

#: What makes two exercises equally hard: sums where the sigmoid is not flat, outputs that are clearly wrong,
#: derivatives of which two digits or more are left in four decimals.
ACTIVATIONS_WITHIN = (0.25, 0.75)
WRONG_BY = 0.35
SMALLEST_DERIVATIVE = 0.002
TRIES = 1000  # of networks, where some numbers are given and may allow no such exercise


@dataclass(frozen=True)
class Example:
    """A network of one or two layers, an input (n_0,) and its target (n_L,)."""

    network: Network
    x: Array
    y: Array


def example_of(plan: WorkedSection, lessons_cost: str) -> Example:
    """Give the example that a recipe plans; draw what is not given.

    Its cost is the one that the plan names, or the lesson's own, if that is one of squares, or the quadratic.

    Drawn weights, biases and inputs have one decimal: weights from 0.1 to 0.9 of either sign, biases from -0.5 to
    0.5, inputs from 0.1 to 0.9; the target is 1, and 0 for all other outputs. Drawn are as many networks as it
    takes to find one that makes a fair exercise, but at most 1000 where some numbers are given.
    """
    rng = np.random.default_rng(plan.seed)
    cost = squares_of(lessons_cost).name if plan.cost == "lesson" else plan.cost
    for turn in range(10**6):
        example = _draw(rng, plan, cost)
        given_up = not plan.drawn and turn >= TRIES
        if plan.complete or given_up or _is_fair(example, plan):
            return example
    raise AssertionError(f"no fair exercise of the sizes {plan.sizes} was drawn")


def moments_kept(updates: int) -> list[int]:
    """List the moments that are kept, as counts of updates: all up to 100, else the first 20 and a spread to the last.

    From one to the next of the spread the count grows by the same factor; powers of ten are kept, too.
    """
    if updates <= ALL_KEPT:
        return list(range(updates + 1))
    spread = np.rint(np.geomspace(FIRST_KEPT, updates, KEPT - FIRST_KEPT)).astype(int).tolist()
    tens = [10**p for p in range(len(str(updates)))]
    return sorted({*range(FIRST_KEPT), *tens, *spread})


def followed(example: Example, eta: float, updates: int, train_biases: bool = True) -> dict[str, Array]:
    """Follow an example over its updates, and give the arrays of the moments that are kept, first to last.

    At each moment the forward pass, the cost, and the derivatives that the next update is made of:
    W1[t + 1] is W1[t] - eta dC_dW1[t].

    Raises
    ------
    RecipeError
        If its numbers grow beyond all bounds.
    """
    network, x, y = example.network, example.x, example.y
    steps, moments = moments_kept(updates), []
    measured = nudge(network, x, y, network.L, (0, 0), EPSILON).measured / EPSILON
    wanted = set(steps)
    with np.errstate(over="ignore", invalid="ignore"):
        for number in range(updates + 1):
            fwd = network.forward(x)
            back = backprop(network, fwd, y)
            if not all(np.isfinite(part).all() for part in (back.C, *fwd.z.values(), *back.mean_dC_dW.values())):
                raise RecipeError(
                    f"worked.eta = {eta:g}: the worked example diverges, after {number} updates its numbers are too "
                    "large to be written, expected a learning rate with which the cost comes down; try a tenth of it."
                )
            if number in wanted:
                moments.append(_moment(example, network))
            after = update(network, back, eta)
            network = after if train_biases else network.with_weights(after.W)
    kept = {key: np.stack([moment[key] for moment in moments]) for key in moments[0]}
    kept |= {"x": np.array(x), "y": np.array(y), "eta": np.array(eta), "epsilon": np.array(EPSILON)}
    return kept | {"steps": np.array(steps), "measured_dC_dw": np.array(measured)}


def _moment(example: Example, network: Network) -> dict[str, Array]:
    fwd = network.forward(example.x)
    back = backprop(network, fwd, example.y)
    kept: dict[str, Array] = {"C": back.C[0]}
    for l in range(1, network.L + 1):
        slope = ACTIVATIONS[network.activation_of(l)].jacobian(fwd.z[l][0], fwd.a[l][0])
        kept |= {
            f"W{l}": network.W[l],
            f"b{l}": network.b[l],
            f"z{l}": fwd.z[l][0],
            f"a{l}": fwd.a[l][0],
            f"da_dz{l}": np.diagonal(slope),
            f"dC_da{l}": back.dC_da[l][0],
            f"delta{l}": back.delta[l][0],
            f"dC_dW{l}": back.mean_dC_dW[l],
            f"dC_db{l}": back.mean_dC_db[l],
        }
    return kept


def _draw(rng: np.random.Generator, plan: WorkedSection, cost: str) -> Example:
    """Draw tenths, so that the first sums are exact in two decimals; then put in what is given."""
    sizes, layers = plan.sizes, range(1, plan.layers + 1)
    shapes = {l: (sizes[l], sizes[l - 1]) for l in layers}
    W = {l: rng.integers(1, 10, shapes[l]) * rng.choice([-1, 1], shapes[l]) / 10 for l in layers}
    b = {l: rng.integers(-5, 6, sizes[l]) / 10 for l in layers}
    x = rng.integers(1, 10, sizes[0]) / 10
    y = np.array(plan.y or (1.0, *[0.0] * (sizes[-1] - 1)))
    W |= {l: np.array(given) for l, given in ((1, plan.W1), (2, plan.W2)) if given}
    b |= {l: np.array(given) for l, given in ((1, plan.b1), (2, plan.b2)) if given}
    return Example(Network(W, b, plan.hidden, plan.output, cost), np.array(plan.x) if plan.x else x, y)


def _is_fair(example: Example, plan: WorkedSection) -> bool:
    """Whether a network makes an exercise as hard as the others; of other functions, one that shows anything."""
    network, x, y = example.network, example.x, example.y
    fwd = network.forward(x)
    back = backprop(network, fwd, y)
    layers = range(1, network.L + 1)
    clear = all(np.abs(back.mean_dC_dW[l]).min() >= SMALLEST_DERIVATIVE for l in layers)
    if (network.hidden, network.output) != ("sigmoid", "sigmoid") or not plan.drawn:
        return clear
    low, high = ACTIVATIONS_WITHIN
    tame = all(np.all((low < fwd.a[l]) & (fwd.a[l] < high)) for l in layers)
    wrong = np.all(np.abs(fwd.a[network.L] - y) >= WRONG_BY)
    mixed = all(np.ptp(np.sign(network.W[l])) > 0 for l in layers)
    unlike = len(np.unique(np.abs(network.W[1]))) == network.W[1].size and x[0] != x[1]
    biased = all(np.all(network.b[l] != 0) for l in layers)
    return bool(tame and wrong and clear and mixed and unlike and biased)
