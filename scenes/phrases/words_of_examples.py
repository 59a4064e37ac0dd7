"""What is true to say of a lesson's examples: how many there are, what they are, and what each costs (D4, D7)."""

from __future__ import annotations

from netsim import Trace
from scenes.mobjects.type.number import spec_for
from scenes.words.numbers import Fact

DECIMALS = 3  # of costs of examples, and of their averages


def costs_of_examples(trace: Trace) -> dict[str, Fact]:
    """Return what the mean of the shown examples' costs is, and what it is over all of them."""
    shown, spec = len(trace["data/C"]), spec_of_costs(trace)
    so_far, mean = trace.reading("data/running", shown - 1), trace.reading("data/mean")
    return {
        "course": f"Average them as they come. After {shown} the average is {so_far:{spec}}, "
        "and each new one counts less.",
        "over_all": f"Over all {int(trace['data/examples']):,} the average is {mean:{spec}}: "
        "the [cost](cost) [C](math) of the network.",
    }


def spec_of_costs(trace: Trace) -> str:
    """Return the format of the examples' costs and of their averages."""
    return spec_for([trace.reading("data/C")], DECIMALS, sign="", most=DECIMALS)
