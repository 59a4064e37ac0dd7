"""What is true to say of a lesson's training: captions that follow its run."""

from __future__ import annotations

import numpy as np

from netsim import Trace
from scenes.parts.selection import highest
from scenes.words.numbers import Fact

STAGGERS = 1.3  # how many times as long as the straight way a walk is that staggers
DARK = 0.5  # of the brightest output at first: below it all are said to have gone dark


def course_of(trace: Trace) -> str:
    """Return what became of the followed example's outputs over the recorded moments."""
    L, label, last = trace.L, trace.label(0), len(trace.steps) - 1
    shown, end = trace[f"a{L}"][:, 0], trace.reading(f"a{L}", last, 0)
    loudest, star = highest(end), trace.classes[label]
    values = np.asarray(end.value)
    sign = "the loudest of all" if loudest == label else f"but the {trace.classes[loudest]} is louder"
    if values[label] == values[loudest] and (values == values[label]).sum() > 1:
        sign = "as loud as others"
    learns = " while the network learns"
    dark = shown[1:-1].max(axis=1, initial=0.0) < DARK * shown[0].max()
    if dark.any() and loudest == label and float(end[label]) > shown[0].max():
        return (
            f". First all outputs go dark, since most of them should be; then the {star} lights up, to {end[label]:.2f}"
        )
    first = f"{trace.reading(f'a{L}', 0, 0, label):.2f} after {_updates(trace, 0)}"
    if last == 0:
        return f" again: {first}, {sign}"
    return f"{learns}: {first}, {end[label]:.2f} after {_updates(trace, last)}, {sign}"


def _updates(trace: Trace, t: int) -> str:
    many = int(trace.steps[t])
    return f"{many:,} update{'' if many == 1 else 's'}"


def batches_of(trace: Trace) -> dict[str, Fact]:
    """Return what is true of a lesson's mini-batches: how many, how far off, and what their steps change."""
    size, count, many = (int(trace[key]) for key in ("batches/size", "batches/count", "gradient/examples"))
    dealt = "taken one at a time" if size == 1 else f"dealt into mini-batches of {size:,}"
    deal = f"To ask all {many:,} examples before every step takes long. So they are shuffled, and {dealt}."
    if count == 1:
        deal = f"This lesson asks all {many:,} examples before every step: its only mini-batch is all of them."
    return {"deal": deal, "step": _step_of_a_batch(trace), "sizes": _sizes(trace), "moves": _moved(trace)}


def drawn_batches(trace: Trace, drawn: int) -> str:
    """Return how many of the mini-batches are drawn."""
    count = int(trace["batches/count"])
    return f"{drawn:,} of {count:,} mini-batches" if drawn < count else "all of the mini-batches"


def _step_of_a_batch(trace: Trace) -> str:
    count, angles = int(trace["batches/count"]), trace.reading("batches/angle")
    if not float(trace["gradient/length"]):
        return "Just now the network is flat: no gradient points anywhere, and no step leads away."
    if count == 1:
        return "So its gradient is the gradient of all, and each step goes the steepest way."
    pointing = np.flatnonzero(trace["batches/length"])  # a gradient of zeros points nowhere
    if not len(pointing):
        return "Each mini-batch would make one step, but just now the first of them are flat: their gradients are 0."
    order = pointing[np.argsort(np.asarray(angles.value)[pointing])]
    low, high = angles[int(order[0])], angles[int(order[-1])]
    gradients = "Its gradient points" if len(pointing) == 1 else f"The first {len(pointing)} gradients point"
    if len(pointing) < len(angles):
        gradients = f"Of the first {len(angles)} gradients {len(angles) - len(pointing)} are 0, the others point"
    away = f"{low:.0f}° to {high:.0f}°" if f"{low:.0f}" != f"{high:.0f}" else f"{high:.0f}°"
    return (
        f"Each mini-batch makes one step. {gradients} {away} away from that of all examples, "
        f"for one part in {count:,} of the work."
    )


def _sizes(trace: Trace) -> str:
    if not float(trace["gradient/length"]):
        return "That is so for any number of examples."
    angles = trace["batches/angle_of_size"][trace["batches/length_of_size"] > 0]
    come = "come nearer" if (np.diff(angles) <= 0).all() else "in the end come nearer"
    return f"More examples {come} to the direction of all, but ten times the examples are ten times the work."


def _moved(trace: Trace) -> str:
    size, changed, components = (int(trace[f"batches/{name}"]) for name in ("size", "changed", "components"))
    of = "one example" if size == 1 else f"{size:,} examples"
    if changed == components:
        return f"Such a step moves all {components:,} weights and biases at once."
    if changed == 0:
        return f"Just now the network is flat for the first {of}: a step would move nothing."
    moved = f"Such a step moves {changed:,} weights and biases at once"
    if trace.image_shape and trace.hidden in ("sigmoid", "tanh"):
        dark = "in it" if size == 1 else f"in all {size:,}"
        return f"{moved}: all but those of pixels that are dark {dark}."
    return f"{moved}."


def walks_of(trace: Trace) -> dict[str, Fact]:
    """Return what both walkers did: how many examples each asks before a step, and how low they came."""
    whole, batch = int(trace["paths/examples"]), int(trace["paths/batch"])
    full, mini = (trace.reading(f"paths/{name}_C") for name in ("full", "mini"))
    asked = {name: f"{int(trace[f'paths/{name}_examples']):,}" for name in ("full", "mini")}
    careful = f"The careful walker asks all {whole:,} examples before each step, and takes the steepest way down."
    asks = f"only {batch:,}" if batch > 1 else "one alone"
    hasty = f"The hasty one asks {asks}{', and staggers' if _detour(trace['paths/mini']) > STAGGERS else ''};"
    start, end, low = float(full[0]), float(full[len(full) - 1]), mini[len(mini) - 1]
    if batch == whole:
        hasty = "Here the mini-batch is all of them, so the hasty walker walks the very same way."
    elif float(low) >= start:
        hasty = f"{hasty} this time it gets nowhere: after {asked['mini']} examples its cost is {low:.3f}."
    elif end <= float(low):
        low_as = "as low" if f"{low:.3f}" == f"{full[len(full) - 1]:.3f}" else "about as low"
        hasty = f"{hasty} but it comes {low_as} after asking {asked['mini']} examples, and not {asked['full']}."
    else:
        hasty = f"{hasty} but after asking {asked['mini']} examples it is lower than the other after {asked['full']}."
    return {"careful": careful, "hasty": hasty}


def _detour(places: np.ndarray) -> float:
    """Return how many times as long a walk is as the straight way from its start to its end."""
    straight = float(np.linalg.norm(places[-1] - places[0]))
    return float(np.linalg.norm(np.diff(places, axis=0), axis=1).sum()) / straight if straight else 1.0


def run_of(trace: Trace) -> dict[str, Fact]:
    """Return what a lesson's run came to: how many updates, what it learned, and from how many examples."""
    updates, many = int(trace["run_steps"][-1]), int(trace["gradient/examples"])
    cost, right = trace.reading("cost"), trace.reading("accuracy")
    epochs = len(trace["run_steps"]) - 1
    falls = float(cost[epochs]) < float(cost[0])
    times = "once" if epochs == 1 else "twice" if epochs == 2 else f"{epochs:,} times"
    result = f"The [cost](cost) {'falls' if falls else 'goes'} from {cost[0]:.3f} to {cost[epochs]:.3f}, "
    result += f"and of the examples it has never seen it gets {right[epochs]:.1%} right."
    return {
        "again": f"and all of it again, {updates:,} times" if updates > 1 else "that is all of it",
        "result": result,
        "made_of": f"It was told no rule. All it was given are {many:,} labelled examples, each looked at {times}.",
    }
