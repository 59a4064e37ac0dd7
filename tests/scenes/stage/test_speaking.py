"""A scene says the same whatever name its file is loaded under, as `manim scenes/nudges/output_nudges.py` does."""

from __future__ import annotations

import importlib.util
import sys

import pytest

from netsim import Trace
from scenes.nudges import output_nudges


def test_a_scene_that_manim_loads_from_its_file_has_our_messages(trace: Trace, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("by_hand", output_nudges.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "by_hand", module)
    spec.loader.exec_module(module)
    by_hand, ours = module.OutputNudges, output_nudges.OutputNudges
    assert by_hand is not ours
    assert by_hand.says(trace) == ours.says(trace)
    assert by_hand.titled() == ours.titled()
    assert by_hand(trace).phrase("longest") == ours(trace).phrase("longest")
