"""Figures of the last layer as a grid: how many of its rows and columns there is room for."""

from __future__ import annotations

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace

MOST_ROWS, MOST_COLUMNS = 10, 16


@figure
def rows_drawn(trace: Trace) -> int:
    """Count the outputs that have a row in the grid."""
    return min(trace.sizes[-1], MOST_ROWS)


@figure
def columns_drawn(trace: Trace) -> int:
    """Count the neurons before them that have a column in the grid."""
    return min(trace.sizes[-2], MOST_COLUMNS)


@state("none", "rows", "columns", "both")
def left_out_of_grid(trace: Trace) -> str:
    """Tell whether there are more outputs than rows, or more neurons before them than columns."""
    rows, columns = trace.sizes[-1] > MOST_ROWS, trace.sizes[-2] > MOST_COLUMNS
    return "both" if rows and columns else "rows" if rows else "columns" if columns else "none"
