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
        ("δ3", "δ3", "δ3"),
        ("mean C", "mean C", "mean C"),
        ("steps", "steps", "steps"),
    ],
)
def test_a_symbol_has_its_word_before_it_in_the_language_of_the_deck(name, english, german):
    assert (called(name, Messages.load()), called(name, Messages.load("de"))) == (english, german)
