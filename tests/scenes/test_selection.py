"""Choices that pictures make."""

from __future__ import annotations

from scenes.parts.selection import on_stage


def test_long_names_are_cut_on_stage_only() -> None:
    assert on_stage("versicolor") == "versicolor"
    assert on_stage("mechanical engineering") == "mechanical…"
