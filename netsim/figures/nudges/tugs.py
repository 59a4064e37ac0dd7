"""Who wants one weight up and who wants it down, of the examples that were asked one by one."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

#: Less than this part of what an example wants on average is little.
LITTLE = 0.25


@figure
def asked_so_far(trace: Trace) -> np.ndarray:
    """Count the examples that are asked, one by one, (tug,)."""
    return np.arange(1, len(trace["tugs/dC_dw"]) + 1)


@figure
def pulling_up(trace: Trace) -> np.ndarray:
    """Count, of the first so many, those that want the weight to grow, (tug,)."""
    return np.cumsum(trace["tugs/dC_dw"] < 0)


@figure
def pulling_down(trace: Trace) -> np.ndarray:
    """Count, of the first so many, those that want it to shrink, (tug,)."""
    return np.cumsum(trace["tugs/dC_dw"] > 0)


@state("little", "much", "nothing")
def left_of_the_pull(trace: Trace) -> str:
    """Tell how much is left of what the examples want of the weight where they balance."""
    wanted, mean = np.abs(trace["tugs/dC_dw"]).mean(), abs(float(trace["tugs/mean"]))
    if not wanted:
        return "nothing"
    return "little" if mean < LITTLE * wanted else "much"


@state("to_an_output", "between")
def where_the_weight_is(trace: Trace) -> str:
    """Tell a weight that leads to an output from one between hidden neurons."""
    return "to_an_output" if trace["tugs/place"][0] == trace.L else "between"
