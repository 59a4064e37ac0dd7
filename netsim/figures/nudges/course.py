"""What became of the followed example's outputs over the run, and how often this went through all examples."""

from __future__ import annotations

from netsim.figures.outcomes import brightest
from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

#: Of the brightest output at first: below it all are said to have gone dark.
DARK = 0.5


@figure
def epochs(trace: Trace) -> int:
    """Count how many times the run went through all examples; 0 where another program made it, which does not say."""
    return 0 if trace.elsewhere else len(trace["run_steps"]) - 1


@figure
def examples_on_the_wall(trace: Trace, room: int) -> int:
    """Count the examples that stand on a wall with room for so many: the kept ones, or the first of them.

    Kept are those that were dealt; with numbers that belong to them, those that are shown of the data.
    """
    return min(len(trace["data/x" if trace.answers.numbers else "batches/x"]), room)


@state("dark_then_light", "otherwise")
def course_of_the_star(trace: Trace) -> str:
    """Tell whether all outputs of the followed example went dark before its label's lit up, above all at first."""
    if len(trace.classes) != trace.sizes[-1]:  # all outputs but one should be dark only where each is a class's
        return "otherwise"
    shown, label = trace[f"course/a{trace.L}"], trace.own_output(0)
    dark = shown[1:-1].max(axis=1, initial=0.0) < DARK * shown[0].max()
    lit = int(shown[-1].argmax()) == label and shown[-1, label] > shown[0].max()
    return "dark_then_light" if dark.any() and lit else "otherwise"


@state("right", "shared", "wrong", "none")
def last_answer_of_all(trace: Trace) -> str:
    """Tell what is brightest when the training is over: the label's output alone, it and others, another, others."""
    return brightest(trace[f"course/a{trace.L}"][-1], trace.own_output(0))
