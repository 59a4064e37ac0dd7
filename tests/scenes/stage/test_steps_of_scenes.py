"""The steps of our own scenes: each ends in a picture that can stand, no number over another and no label to come."""

import pytest
from manim import tempconfig

from scenes.calculus.back_another_layer import BackAnotherLayer
from scenes.calculus.names import Names
from scenes.calculus.small_nudge import SmallNudge
from scenes.calculus.swap_one_factor import SwapOneFactor
from scenes.calculus.three_derivatives import ThreeDerivatives
from scenes.look.theme import Theme
from scenes.nudges.sum_of_wishes import SumOfWishes
from scenes.stage.rehearsing.inspection import Seen, overlaps
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stepping import Stepping
from scenes.studio.film.clips.quality import QUALITIES

FPS = 30
#: In which numbers travel, or labels come after a change.
SCENES = (BackAnotherLayer, Names, SmallNudge, SumOfWishes, SwapOneFactor, ThreeDerivatives)


class Log:
    """What type stood where when each animation of a scene began, and how long that took, by Manim's clock."""

    def __init__(self, monkeypatch):
        self.before, self.ends, play = {}, {}, Stepping.play

        def noted(scene, *animations, **manim):
            seen, begins = Seen(scene), scene.time
            self.before[begins] = {line: seen.box(line) for line in seen.lines}
            play(scene, *animations, **manim)
            rests, goes = scene.is_current_animation_frozen_frame(), any(one.is_remover() for one in scene.animations)
            self.ends[begins] = (scene.time, rests, goes)

        monkeypatch.setattr(Stepping, "play", noted)

    def faults(self, when, is_marked):
        """Say what is wrong with the picture that stands then."""
        begins = min(self.before, key=lambda begins: abs(begins - when))
        yield from overlaps(self.before[begins])
        ends, rests, goes = self.ends[begins]
        if is_marked or rests or goes or ends - begins > Theme.load().time.move - 1e-6 or ends not in self.before:
            return
        yield from (
            f"{line} comes {begins - when:.1f} s later" for line in self.before[ends].keys() - self.before[begins]
        )


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_each_step_ends_in_a_picture_that_can_stand(trace, monkeypatch, scene):
    log, steps = Log(monkeypatch), []

    def note(scene, beat):
        so_far = scene._steps_so_far
        steps.extend((beat, so_far.began + frame / FPS, bool(so_far.marked)) for frame in scene.ends_of_steps(FPS))

    with tempconfig(dict(QUALITIES["draft"].frame)):
        rehearse(scene, trace, note)
    assert steps
    assert [(beat, fault) for beat, when, is_marked in steps for fault in log.faults(when, is_marked)] == []
