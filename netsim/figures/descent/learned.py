"""What the network learned and what it did not: unseen examples, noise, and labels learned by heart."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

#: A share of answers from which on nearly all are right; an output above it is sure.
MUCH = 0.9

#: The share of examples by which two runs are compared: how soon so many come out right.
HALF = 0.5

#: A share of answers above which it is said to work.
WORKS = 0.8

#: So many times what luck gives: below it nothing was learned that helps.
CHANCE = 1.6

#: Shares further apart than this are said to differ.
APART = 0.1


@state("climbs", "falls", "stays")
def course_of_accuracy(trace: Trace) -> str:
    """Tell where the share of unseen examples that is right goes over the run, as far as tenths of a per cent show."""
    first, last = trace["accuracy"][0], trace["accuracy"][-1]
    if f"{first:.1%}" == f"{last:.1%}":
        return "stays"
    return "climbs" if last > first else "falls"


@state("whole", "part")
def run_of_the_wider(trace: Trace) -> str:
    """Tell whether the wider network was trained by all of the lesson's updates."""
    return "whole" if len(trace["wider/share"]) == len(trace["wider/own"]) else "part"


@state("more", "less", "same")
def gain_of_the_wider(trace: Trace) -> str:
    """Tell whether the wider network gets more of the unseen examples right than the lesson's, fewer, or as many."""
    wider, own = int(trace["wider/right"]), int(trace["tested/right"])
    return "same" if wider == own else "more" if wider > own else "less"


@figure
def gained_by_the_wider(trace: Trace) -> int:
    """Count by how many unseen examples the wider network's right answers differ from the lesson's."""
    return abs(int(trace["wider/right"]) - int(trace["tested/right"]))


@state("much", "little")
def works(trace: Trace) -> str:
    """Tell whether more than four fifths of the unseen examples come out right in the end."""
    return "much" if trace["accuracy"][-1] > WORKS else "little"


@figure
def wrong_answers(trace: Trace) -> int:
    """Count the unseen examples that come out wrong."""
    return int(trace["tested/count"]) - int(trace["tested/right"])


@figure
def wrong_shown(trace: Trace) -> int:
    """Count the examples that come out wrong and are shown."""
    return len(trace["tested/wrong_label"])


@state("sure", "unsure")
def surest_of_the_wrong(trace: Trace) -> str:
    """Tell whether the largest output of the wrong answers shown, if there are any, is above 0.9."""
    return "sure" if trace[f"tested/wrong_a{trace.L}"].max(initial=0.0) > MUCH else "unsure"


@figure
def noise_examples(trace: Trace) -> int:
    """Count the examples of noise that are asked about."""
    return len(trace["confident/top"])


@figure
def real_examples(trace: Trace) -> int:
    """Count the unseen examples beside the noise."""
    return len(trace["confident/real_top"])


@figure
def times_through(trace: Trace) -> int:
    """Count how often both runs went through all of their examples."""
    return int(trace["memory/epochs"][-1])


@state("by_heart", "much", "little")
def shuffled_labels_learned(trace: Trace) -> str:
    """Tell how well shuffled labels were learned: nearly as well as true ones, better than luck gives, or no better."""
    true, shuffled = trace["memory/true_right"][-1], trace["memory/shuffled_right"][-1]
    if shuffled >= MUCH and shuffled >= true - APART:
        return "by_heart"
    return "much" if shuffled > min(CHANCE / int(trace["memory/classes"]), MUCH) else "little"


@state("dealt", "own", "other")
def taken_for(trace: Trace) -> str:
    """Tell whether the first shown example is, after the run on shuffled labels, taken for what was dealt to it."""
    said = int(trace[f"memory/a{trace.L}"][-1].argmax())
    classes = {"dealt": trace["memory/shuffled_label"][0], "own": trace["memory/label"][0]}
    return next((name for name, j in classes.items() if said == j), "other")


@state("none", "some")
def use_of_shuffled_labels(trace: Trace) -> str:
    """Tell whether shuffled labels give no more than luck on unseen examples, where true ones do."""
    true, shuffled = trace["memory/true_unseen"][-1], trace["memory/shuffled_unseen"][-1]
    return "none" if shuffled <= CHANCE / int(trace["memory/classes"]) and true > shuffled + APART else "some"


@figure
def epochs_until_half(trace: Trace, shuffled: int) -> int:
    """Count how often a run went through its examples until half of them came out right; -1 if they never did.

    shuffled is 0 for the run on true labels, 1 for the one on shuffled ones.
    """
    shares = trace["memory/shuffled_right" if shuffled else "memory/true_right"]
    reached = np.flatnonzero(shares >= HALF)
    return int(trace["memory/epochs"][reached[0]]) if len(reached) else -1


@state("sooner", "not_sooner", "true_only", "not_true")
def which_labels_are_learned_sooner(trace: Trace) -> str:
    """Tell whether half of the true labels are learned sooner than half of the shuffled ones, or one is not at all."""
    true, shuffled = (float(epochs_until_half(trace, run)) for run in (0, 1))
    if true < 0:
        return "not_true"
    if shuffled < 0:
        return "true_only"
    return "sooner" if true < shuffled else "not_sooner"
