"""Names beside and over numbers have room in every language, however long its words are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from netsim import Trace
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.nudges.sum_of_wishes import SumOfWishes
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.stage.formats import WIDE
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.words.messages import Messages

LANGUAGES = ("en", "de", "es")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("second", ["should", "slope"])
def test_names_over_columns_keep_apart(trace: Trace, language: str, second: str) -> None:
    words = Messages.load(language)
    theme = Theme.load().in_manner(words.manner)
    hero, learner = Protagonist(trace, theme, words, WIDE.stage), Learner(trace, theme, words, WIDE.stage)
    over = [hero.head("shows"), hero.head(second), hero.head("wish")]
    at_first = learner.named("should", words.say("StepByStep", {}, "at_first"))
    for before, after in [*pairwise(over), (learner.head("shows"), at_first)]:
        assert after.get_left()[0] - before.get_right()[0] > gap.medium - 0.01


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_row_of_a_sum_is_named(trace: Trace, language: str) -> None:
    scene = rehearse(SumOfWishes, trace, words=Messages.load(language))
    assert isinstance(scene, SumOfWishes)
    assert len(scene.paths.names) == trace.sizes[-1] + 1
    assert scene.paths.names.get_right()[0] < min(path.get_left()[0] for path in scene.paths.paths)
