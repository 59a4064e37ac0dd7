"""The pictures of the chapter that one scene leaves standing and the next takes up."""

from __future__ import annotations

from scenes.parts.course import Course
from scenes.parts.descent.hero.first_picture import FirstPicture
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.turning import Turning
from scenes.stage.stage import TraceScene


def network_stands(scene: TraceScene) -> Learner:
    """Return the network before it has learned anything, lit by the star."""
    return Learner(scene.trace, scene.theme, scene.words, scene.stage)


def outputs_stand(scene: TraceScene) -> Learner:
    """Return the same, with what its outputs show and what they should."""
    return network_stands(scene).with_outputs().with_targets()


def trained_stands(scene: TraceScene) -> Learner:
    """Return the network as the star finds it when the training is over; needs the exhibit `course`."""
    hero = network_stands(scene)
    Course(hero).set_row(-1)
    return hero


def dial_stands(scene: TraceScene) -> Learner:
    """Return the trained network with the one dial that is turned, as it was learned; needs `course` and `line`."""
    hero = trained_stands(scene).with_dial()
    Turning(hero).come_to_rest()
    return hero


def curve_stands(scene: TraceScene) -> Learner:
    """Return the same, and beside it the cost along that dial, with a dot where it stands."""
    return dial_stands(scene).with_curve()


def first_picture_stands(scene: TraceScene) -> FirstPicture:
    """Return the examples, and right of them the network before it has learned anything; needs the exhibit `data`."""
    picture = FirstPicture(scene, network_stands(scene))
    picture.wall.unasked()
    return picture
