"""What is said of the price of a gradient follows the counted multiplications."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Trace
from scenes.phrases.words_of_the_sweep import SMALL, price_of


class Counted(dict[str, np.ndarray]):
    """Counts without a run."""

    def __init__(self, forward: float, backward: float, parameters: float) -> None:
        counts = {"network_forward": forward, "network_backward": backward, "parameters": parameters}
        counts["one_by_one"] = parameters * forward
        super().__init__({f"graph/{name}": np.array(count) for name, count in counts.items()})


@pytest.mark.parametrize(
    ("counted", "price", "as_long"),
    [
        (Counted(100, 104, 410), "about one more forward pass", "about 3.3 minutes"),
        (Counted(10, 22, 9), "about two more forward passes", "about 2.8 seconds, and far longer for a larger network"),
        (Counted(1000, 1000, 14_400), "about one more forward pass", "about 2 hours"),
        (Counted(1000, 1000, 864_000), "about one more forward pass", "about 5 days"),
        (Counted(1, 8, 9), "about 8 more forward passes", "about 1 second, and far longer for a larger network"),
    ],
)
def test_prices_in_plain_words(counted: Counted, price: str, as_long: str) -> None:
    said = price_of(counted)  # type: ignore[arg-type]
    assert said["price"] == price
    assert str(said["as_long"]).endswith(as_long)


def test_the_time_is_the_counted_ratio(any_trace: Trace) -> None:
    forward, backward, each = (
        float(any_trace[f"graph/{name}"]) for name in ("network_forward", "network_backward", "one_by_one")
    )
    ratio, said = each / (forward + backward), str(price_of(any_trace)["as_long"])
    count, unit = said.removeprefix("would take about ").split(",")[0].split()[:2]
    seconds = float(count) * {"second": 1, "minute": 60, "hour": 3600, "day": 86400}[unit.removesuffix("s")]
    assert seconds == pytest.approx(ratio, rel=0.05)
    assert ("larger network" in said) == (ratio < SMALL)
