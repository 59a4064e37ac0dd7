"""Manim's settings, changed for a while."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from manim import config as manims


@contextmanager
def configured(settings: Mapping[str, Any]) -> Iterator[None]:
    """Let Manim's settings be others for a while; what was changed goes back.

    Manim's own `tempconfig` sets all of them back, whatever was changed, and with its renderer the base of each class
    of pictures, after which Python has to learn anew where the methods of all of them are.
    """
    before = {key: manims[key] for key in manims}
    manims.update(dict(settings))
    try:
        yield
    finally:
        manims.update({key: value for key, value in before.items() if manims[key] != value})
