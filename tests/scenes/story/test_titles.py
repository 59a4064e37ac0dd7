"""Titles have room in every language that all is told in: the short film's in all formats, the others in wide ones."""

from __future__ import annotations

import pytest

from scenes.look.theme import Theme
from scenes.mobjects.type.typeset import Words
from scenes.stage.formats import FORMATS
from scenes.stage.stage import TraceScene
from scenes.story.story import ESSENTIALS, all_scenes
from scenes.words.messages import Messages

WIDE_ENOUGH = ("16:9", "16:10", "4:3")


@pytest.mark.parametrize("language", ["de", "en", "es"])
@pytest.mark.parametrize("scene", all_scenes(), ids=lambda scene: scene.__name__)
def test_a_title_has_room_where_it_is_told(scene: type[TraceScene], language: str) -> None:
    smallest = Words(scene.titled(Messages.load(language)), Theme.load(), size="body")
    for aspect in FORMATS if scene in ESSENTIALS else WIDE_ENOUGH:
        assert smallest.width <= FORMATS[aspect].title.width, aspect
