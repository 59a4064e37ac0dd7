"""Presets: what a place where a film is shown wants of size, rate, aspect and captions; `--for` chooses one."""

from __future__ import annotations

import click

#: By name: options and what they are, unless they are given too.
PRESETS: dict[str, dict[str, str]] = {
    "youtube": {"quality": "full", "aspect": "16:9", "captions": "on"},
    "shorts": {"quality": "full", "aspect": "9:16", "captions": "on"},
    "lecture": {"quality": "full", "aspect": "16:10", "captions": "off"},
}
LONGEST_SHORT = 180  # seconds, and so many are as wide as high or narrower: support.google.com/youtube/answer/15424877


def preset(context: click.Context, parameter: click.Parameter, name: str | None) -> None:
    """Let options that are not given be those of a preset: they go before what the lesson says."""
    if name is not None:
        context.default_map = {**(context.default_map or {}), **PRESETS[name]}


def short_of(seconds: float, width: int, height: int) -> str:
    """Say whether YouTube takes a film for a Short; "" of one that is wider than high, for which it never does."""
    if width > height:
        return ""
    if seconds <= LONGEST_SHORT:
        return "it is no longer than three minutes, so YouTube takes it for a Short"
    return "it is longer than three minutes, so it is no YouTube Short; --scene or leave_out tells less of it"
