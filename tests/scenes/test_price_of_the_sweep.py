"""The price of a gradient in plain words, by the counted multiplications."""

from __future__ import annotations

import pytest

from netsim.figures.calculus.sweep import passes_back, size_for_the_sweep, time_one_by_one, unit_one_by_one
from scenes.words.messages import Messages
from tests.netsim.figures.hand_made import make


@pytest.mark.parametrize(
    ("counts", "price", "as_long"),
    [
        ((100, 104, 410), "about one more forward pass", "would take about 3.3 minutes."),
        ((10, 22, 9), "about two more forward passes", "about 2.8 seconds, and far longer for a larger network."),
        ((1000, 1000, 14_400), "about one more forward pass", "would take about 2 hours."),
        ((1000, 1000, 864_000), "about one more forward pass", "would take about 5 days."),
        ((1, 8, 9), "about 8 more forward passes", "about 1 second, and far longer for a larger network."),
        ((1000, 1000, 432_000_000), "about one more forward pass", "would take about 2,500 days."),
    ],
)
def test_prices_in_plain_words(counts: tuple[int, int, int], price: str, as_long: str) -> None:
    forward, backward, parameters = counts
    arrays = {"network_forward": forward, "network_backward": backward, "one_by_one": parameters * forward}
    trace = make({f"graph/{name}": float(count) for name, count in arrays.items()})
    states = {"unit": unit_one_by_one(trace), "size": size_for_the_sweep(trace)}
    numbers = {"passes": passes_back(trace), "time": time_one_by_one(trace)}
    said = Messages.load().say("ReverseMode-the_price", numbers | states)
    assert f"costs {price}. If" in said
    assert said.endswith(as_long)
