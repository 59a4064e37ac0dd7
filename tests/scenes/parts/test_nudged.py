"""What flares up of the nudges: the largest, and the larger ones first."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Trace
from scenes.look.theme import Theme
from scenes.mobjects.network.edges import Edges
from scenes.parts.largest import Largest
from scenes.parts.nudged import Nudged
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.stage.formats import WIDE
from scenes.words.messages import Messages


def nudged_of(trace: Trace) -> Nudged:
    return Nudged(Protagonist(trace, Theme.load(), Messages.load(), WIDE.stage))


def seen(largest: Largest) -> list[float]:
    """The sizes of what is seen, largest first."""
    sizes: list[float] = []
    for picture, _ in largest.ranks:
        assert picture.reading is not None
        if isinstance(picture, Edges):
            sizes += np.abs(picture.value[picture.level > 0]).tolist()
        elif picture.get_stroke_opacity() > 0:
            sizes.append(abs(float(picture.reading)))
    return sorted(sizes, reverse=True)


def test_so_many_are_seen_and_none_that_is_not_is_larger(trace: Trace) -> None:
    parts = [trace[f"one/dC_d{kind}{l}"].ravel() for l in range(1, trace.L + 1) for kind in "Wb"]
    sizes, largest = np.sort(np.abs(np.concatenate(parts)))[::-1], Largest(nudged_of(trace))
    for many in (0, 1, 7, int(trace["one/most"])):
        largest.show_first(many)
        assert seen(largest) == pytest.approx(sizes[:many])
    largest.show_first(10 * len(sizes))
    assert len(seen(largest)) == int(trace["one/most"]), "more never flare"


def test_the_weights_of_dark_pixels_are_those_without_a_nudge(trace: Trace) -> None:
    (dark,) = nudged_of(trace).of_dark_inputs()
    assert dark.reading is not None
    rows, pixels = dark.reading.picked
    assert not trace["one/dC_dW1"][np.ix_(rows, pixels)].any()
    assert len(pixels) == np.count_nonzero(trace["x"][0] == 0)
    assert np.allclose(dark.shown(), np.abs(trace["W1"][0][np.ix_(rows, pixels)]))
