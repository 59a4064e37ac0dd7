"""Cameras of tests are small."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from manim import tempconfig

from tests.scenes.camera.pictures import GROUND


@pytest.fixture
def small() -> Iterator[None]:
    with tempconfig({"pixel_width": 320, "pixel_height": 180, "background_color": GROUND}):
        yield
