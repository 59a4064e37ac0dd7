"""How far the training has come at a recorded moment."""

from __future__ import annotations

import numpy as np
import pytest

from netsim.figures.descent.training import moment


class Steps:
    """A trace as far as its moments go."""

    def __init__(self, *steps: int) -> None:
        self.steps = np.array(steps)


@pytest.mark.parametrize(
    ("steps", "moments"),
    [
        ((0, 1, 100), ["untrained", "midway", "last"]),
        ((0,), ["untrained"]),
        ((5, 9), ["midway", "last"]),
    ],
)
def test_a_moment_is_the_first_the_last_or_between(steps: tuple[int, ...], moments: list[str]) -> None:
    assert [moment(Steps(*steps), t) for t in range(len(steps))] == moments  # type: ignore[arg-type]
