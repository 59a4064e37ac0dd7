"""What must hold between the arrays of a trace, re-derived and compared."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np


def check(trace: Mapping[str, np.ndarray]) -> None:
    """Raise a TraceError for the first identity that fails."""
    for key in trace:
        trace[key]
