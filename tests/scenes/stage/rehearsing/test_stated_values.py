"""What a beat states on paper: formulas that say something, numbers with their symbols, words in colour."""

from __future__ import annotations

import pytest

from netsim import Trace
from scenes.calculus.small_nudge import SmallNudge
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.type.formula import Formula, fly, scale_note
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.rehearsing.stated_values import formulas_on, numbers_in, on_paper
from scenes.stage.stage import TraceScene
from scenes.words.messages import Messages


class Stating(TraceScene):
    """A scene whose formulas come on stage whole, part by part, or not at all."""

    def construct(self) -> None:
        theme, largest = self.theme, self.trace.reading("C", 0, 0)
        self.whole = Formula("{{ a : left }} = {{ Delta b : up }} / {{ Delta c : down }}", theme)
        flown = Formula("z approx <C>", theme, numbers={"C": (largest, ".2f")})
        self.add(
            self.whole,
            Formula("=", theme),
            Formula("w_k", theme),
            scale_note(Scale.fit([largest], 1.0), theme, "longest"),
        )
        self.move(fly(flown["C"], self.whole["up"]), still=False)
        self.absent = Formula("b = c", theme)
        self.stated = formulas_on(self)


@pytest.fixture(scope="module")
def stating(trace: Trace) -> Stating:
    scene = rehearse(Stating, trace)
    assert isinstance(scene, Stating)
    return scene


def test_parts_beside_a_fraction_stroke_stay_whole(stating: Stating) -> None:
    assert stating.whole.source == "a = (Delta b) / (Delta c)"


def test_only_what_says_something_and_stands_on_stage_is_listed(stating: Stating, trace: Trace) -> None:
    whole, flown = stating.stated
    assert whole == stating.whole.source
    assert flown.startswith("z approx ")
    assert f"{float(trace['C'][0, 0]):.2f}" in flown


def test_numbers_in_the_words_have_a_symbol_and_the_traces_value(trace: Trace) -> None:
    said, words = OutputNudges.sentences(trace), Messages.load()
    label = trace.classes[trace.label(0)]
    value = float(trace[f"a{trace.L}"][0, 0, trace.label(0)])
    found = numbers_in(said["the_outputs"], trace, words)
    assert found[0] == f'a^((L))_"{label}" approx {value:.4f}'
    assert len(found) == 2
    assert numbers_in(said["the_target"], trace, words) == ()


def test_numbers_of_the_chain_are_named_as_on_screen(trace: Trace) -> None:
    said, words = SmallNudge.sentences(trace), Messages.load()
    (seen,) = numbers_in(said["the_nudge"], trace, words)
    assert seen.startswith("Delta w ")
    assert seen.endswith(" 0.3000")
    factor, nudge, measured = numbers_in(said["the_pulse"], trace, words)
    assert nudge == "Delta w = 0.0100"
    assert factor.startswith("(partial C_0) / (partial w^((L))) approx ")
    assert measured.startswith("(Delta C_0) / (Delta w) approx ")


def test_words_carry_the_themes_colours(trace: Trace) -> None:
    theme = Theme.load("light")
    assert f'rgb("{theme.colour.focus}")' in on_paper(OutputNudges.sentences(trace)["the_example"], theme)


@pytest.mark.parametrize(
    ("tag", "one", "two"), [("en", "update", "updates"), ("es", "actualización", "actualizaciones")]
)
def test_a_cost_stands_after_one_update_or_after_several(tag: str, one: str, two: str) -> None:
    words = Messages.load(tag)
    after = [words.say("numbers-said", {"updates": updates}, "after").split()[-1] for updates in (1, 2)]
    assert after == [one, two]
