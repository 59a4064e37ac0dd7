"""What is said of the outputs as the first example leaves them: its own output, and the loudest of the others."""

from __future__ import annotations

from netsim import Trace
from scenes.parts.selection import highest
from scenes.words.numbers import Fact
from scenes.words.sentence import output_name


def answered(trace: Trace) -> dict[str, Fact]:
    """Return the facts of the first recorded answer.

    They are the number of updates before it; what the example's own output shows, and what it should (`a_label`,
    `y_label`); the largest of the others, and what that shows (`loudest`, `a_loudest`).
    """
    label, outputs = trace.own_output(0), trace.reading(f"a{trace.L}", 0, 0)
    loudest = highest(outputs, besides=label)
    return {
        "updates": trace.reading("steps", 0),
        "a_label": outputs[label],
        "y_label": trace.reading("y", 0, label),
        "loudest": output_name(trace, loudest),
        "a_loudest": outputs[loudest],
    }
