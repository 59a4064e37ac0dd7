"""A scene of your own: it takes the place of the one that it is derived from.

Try it:  nudge render lesson.toml --scene MyNudges --quality draft
By hand: NUDGE_LESSON=lesson.toml manim -qm my_scene.py MyNudges
"""

from netsim import Trace
from scenes.camera.fading import FadeIn
from scenes.mobjects.type.formula import Formula
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.beats import beat
from scenes.words.numbers import Fact


class MyNudges(OutputNudges):
    """What one example wants of the outputs, in other words and with one beat more."""

    title = "My own words"

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:  # what captions may name, all of it from the trace
        return super().facts(trace) | {"cost": trace.reading("C", 0, 0)}

    @beat  # an overridden beat keeps its place; its docstring is what is said, unless a message of yours is
    def the_target(self) -> None:
        """We would like a 1 at the [{label}](focus), and silence everywhere else."""
        super().the_target()

    @beat  # a new beat comes last; @beat(after="the_target") puts it after that one
    def the_question(self) -> None:
        """All that is wrong adds up to a [cost](cost) of {cost:.2f}. How do we make it smaller?"""
        numbers = {"cost": (self.trace.reading("C", 0, 0), ".2f")}  # shown from its reading, so that it is true
        formula = Formula("C_0 = <cost>", self.theme, numbers=numbers, role="cost")
        self.move(FadeIn(self.hero.room.stand(formula, self.hero.room.top)))  # places come from zones
