"""What stands under the chain rule: what the cost's slope is, and what a nudge measured (K8, K9)."""

from __future__ import annotations

from manim import RIGHT, VGroup

from netsim import Reading, Trace
from netsim.figures.calculus.chain import cost_of_chain
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.type.number import FINEST, Readout, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.words.messages import Messages

# Decimals and digits that say something, of predicted and measured numbers: enough to see whether they agree.
ROOMY, SMALL = {"most": 6, "digits": 4}, {"most": FINEST, "digits": 3}


def spec_of(value: Reading) -> str:
    """Return the format of a number of the chain: four decimals, and more where it is small."""
    return max((spec_for([value], 4, "", **room) for room in (ROOMY, SMALL)), key=lambda spec: int(spec[1:-1]))


def twice(trace: Trace) -> str:
    """Return what stands before the error in dC/da of the chain: 2, or nothing."""
    return "2" if cost_of_chain(trace) == "squares" else ""


def measured_under(
    value: Reading, epsilon: Reading, predicted: tuple[float, float], theme: Theme, words: Messages
) -> VGroup:
    """Return a measured derivative under the middle of the predicted one, and the nudge that it was measured with."""
    x, y = predicted
    number = Readout(value, theme, spec=spec_of(value), size="body", role="dim")
    number.move_to((x, y - theme.leading("body") - gap.hair, 0))
    said = Spoken(words.say("measured", {"epsilon": epsilon}, "nudge"), theme, role="dim", size="small")
    said.next_to(number, RIGHT, gap.medium).stand_on(number.baseline)
    return VGroup(number, said)
