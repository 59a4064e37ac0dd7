"""What notes call a number: in words, with its symbol."""

import pytest

from scenes.studio.print.called import called
from scenes.words.messages import Messages


@pytest.mark.parametrize(
    ("name", "english", "german"),
    [
        ("C", "cost C", "Kosten C"),
        ("a3", "activation a3", "Aktivierung a3"),
        ("W1", "weight W1", "Gewicht W1"),
        ("−∂C/∂a3", "derivative −∂C/∂a3", "Ableitung −∂C/∂a3"),
        ("∂a/∂z", "derivative ∂a/∂z", "Ableitung ∂a/∂z"),
        ("δ3", "delta δ3", "Delta δ3"),
        ("−δ3", "effect −δ3", "Wirkung −δ3"),
        ("course/mean_C", "mean cost C", "mittlere Kosten C"),
        ("learning/steps", "updates made", "Schritte bis dahin"),
        ("wishes/table3", "product along a path", "Produkt eines Weges"),
        ("mine/of_my_own", "of my own", "of my own"),
    ],
)
def test_a_number_has_a_name_in_the_language_of_the_deck(name, english, german):
    assert (called(name, Messages.load()), called(name, Messages.load("de"))) == (english, german)
