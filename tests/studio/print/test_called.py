"""What notes call a number: in words, with its symbol."""

import re

import pytest

from netsim.exhibits.registry import EXHIBITS, declared
from netsim.figures import registry
from netsim.trace.core import CORE
from scenes.studio.print.called import NAMES, called
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


def test_every_name_is_of_a_symbol_or_of_numbers_that_there_are():
    registry.states()  # reads all files of figures
    there = {
        re.sub(r"\d+$", "", key)
        for key in [*CORE, *declared(EXHIBITS, 3), *(f"figure/{one}" for one in registry._FIGURES)]
    }
    there |= {key.rpartition("/")[2] for key in there}
    symbols = {"activation", "bias", "cost", "delta", "derivative", "effect", "input", "sum", "target", "weight"}
    named = {one.id.name for one in Messages.load().entries[NAMES].attributes}
    assert named - symbols <= {key.replace("/", "-") for key in there}
