"""Examples that are shown with shuffled labels: they have exchanged them among themselves."""

import numpy as np
import pytest

from netsim.exhibits.dealt import dealt_among_themselves


@pytest.mark.parametrize("seed", range(20))
def test_shown_labels_are_dealt_among_the_shown(seed):
    """Whatever was dealt: each of those shown has another label, and together they have the labels that they had."""
    rng = np.random.default_rng(seed)
    label = rng.integers(0, 1 + seed % 7, size=1 + 3 * seed)
    dealt = rng.permutation(label)
    shown = dealt_among_themselves(label, dealt, 12)
    assert len(set(shown.tolist())) == len(shown) <= 12
    assert sorted(label[shown]) == sorted(dealt[shown])
    if (label == dealt).all():
        assert shown.tolist() == list(range(min(12, len(label))))
    else:
        assert np.all(label[shown] != dealt[shown])
