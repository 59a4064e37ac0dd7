"""A name that does not exist: the one that was meant, if any is like it."""

import pytest

from netsim.border.nearest import meant, nearest


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("sigmiod", "sigmoid"),
        ("RELU", "relu"),
        ("threelever", "ThreeLevers"),
        ("N99", "N9"),
        ("qqq", None),
        ("", None),
        (3, None),
    ],
)
def test_the_nearest_name_is_spelt_as_it_is_known(name, found):
    assert nearest(name, ["sigmoid", "relu", "ThreeLevers", "N9"]) == found


def test_a_sentence_asks_only_where_a_name_is_like_it():
    assert meant("dak", ["dark", "light"]) == " (did you mean 'dark'?)"
    assert meant("qqq", ["dark", "light"]) == ""
