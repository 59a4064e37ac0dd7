"""What the star wants at the first recorded step: whose wishes point where, who is loudest, how they fade."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

#: Of the loudest effect: below it one is said to be barely there.
BARELY = 0.15

#: Of the brightest activation: above it the darkest is said to be dimmer, and not to be dark.
DARK = 1 / 3

#: Of the outputs' longest wish: below it the wishes of the first layer are said to have faded.
FADES = 0.5


@state("right", "wrong")
def answer(trace: Trace) -> str:
    """Tell whether the outputs say the label; numbers are never right."""
    said = trace.answers.said(trace[f"a{trace.L}"][0, 0]) if trace.classes else -1
    return "right" if int(said) == trace.label(0) else "wrong"


@state("none", "down", "up", "both")
def wishes_of_the_rest(trace: Trace) -> str:
    """Tell where the wishes -dC/da of all outputs but the label's point."""
    others = np.delete(-trace[f"dC_da{trace.L}"][0, 0], trace.own_output(0))
    if not others.any():
        return "none"
    return "down" if (others <= 0).all() else "up" if (others >= 0).all() else "both"


@state("vowel", "consonant")
def label_begins(trace: Trace) -> str:
    """Tell with which kind of sound the name of the star's own output begins in English, in which an 8 is "an 8"."""
    name = trace.output_names[trace.own_output(0)].lower()
    spoken_so = name.startswith(("a", "e", "i", "o", "u", "8")) or name in ("11", "18")
    return "vowel" if spoken_so and not name.startswith(("eu", "one", "uni", "use")) else "consonant"


@state("bright", "signed")
def activations_before(trace: Trace) -> str:
    """Tell whether no activation of the layer before the outputs is below 0."""
    return "bright" if (trace[f"a{trace.L - 1}"][0, 0] >= 0).all() else "signed"


@state("dark", "dimmer")
def darkest_before(trace: Trace) -> str:
    """Tell whether the darkest neuron of the layer before the outputs is dark beside the brightest, or dimmer."""
    sizes = np.abs(trace[f"a{trace.L - 1}"][0, 0])
    return "dark" if sizes.min() <= DARK * sizes.max() else "dimmer"


@state("none", "silent", "barely", "least")
def softest_voice(trace: Trace) -> str:
    """Tell how loud the smallest of the outputs' effects -dC/dz is beside the largest; none, if all are 0."""
    sizes = np.abs(trace[f"delta{trace.L}"][0, 0])
    if not sizes.any():
        return "none"
    return "silent" if sizes.min() == 0 else "barely" if sizes.min() < BARELY * sizes.max() else "least"


@state("nothing", "fade", "come")
def wishes_in_the_first_layer(trace: Trace) -> str:
    """Tell whether wishes come back to the first layer, and whether the longest there is clearly shorter."""
    there, here = (float(np.abs(trace[f"dC_da{l}"][0, 0]).max()) for l in (trace.L, 1))
    return "nothing" if here == 0 else "fade" if here < FADES * there else "come"


@figure
def agreed_on(trace: Trace) -> int:
    """Give the neuron of the last hidden layer of which most is asked, all outputs taken together."""
    return int(np.argmax(np.abs(trace[f"dC_da{trace.L - 1}"][0, 0])))


@figure
def quarrelled_over(trace: Trace) -> int:
    """Give the neuron of the last hidden layer, not the one agreed on, at which outputs cancel most of their wishes."""
    lost = _lost(trace)
    lost[int(float(agreed_on(trace)))] = -1
    return int(np.argmax(lost))


@state("nothing", "one", "two")
def sums_told_of(trace: Trace) -> str:
    """Tell whether anything is asked of the last hidden layer, and whether outputs also cancel wishes elsewhere."""
    if not trace[f"wishes/table{trace.L}"].any():
        return "nothing"
    return "two" if _lost(trace)[int(float(quarrelled_over(trace)))] > 0 and trace.sizes[trace.L - 1] > 1 else "one"


@state("wholly", "mostly", "partly")
def agreement(trace: Trace) -> str:
    """Tell whether of what is asked of the neuron that is agreed on all is left, or more than half, when it adds up."""
    k = int(float(agreed_on(trace)))
    wishes = trace[f"wishes/table{trace.L}"][:, k]
    if (wishes >= 0).all() or (wishes <= 0).all():
        return "wholly"
    asked = np.abs(wishes).sum()
    return "mostly" if 2 * abs(trace[f"dC_da{trace.L - 1}"][0, 0, k]) > asked else "partly"


def _lost(trace: Trace) -> np.ndarray:
    """Return how much of what outputs ask of each neuron before them is cancelled by other outputs, (n_{L-1},)."""
    table, left = trace[f"wishes/table{trace.L}"], trace[f"dC_da{trace.L - 1}"][0, 0]
    return np.asarray(np.abs(table).sum(axis=0) - np.abs(left))
