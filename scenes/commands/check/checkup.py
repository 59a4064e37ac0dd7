"""The check-up: whether the tools are there, and whether the engine's numbers hold, in a few seconds."""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np

from netsim import Recipe, Trace, verify
from netsim import record as record_trace
from netsim.selfcheck import gradient_error

TOLERANCE = 1e-7


@dataclass(frozen=True)
class Finding:
    """One check: its name, whether all is well, and what was found."""

    name: str
    ok: bool
    detail: str


def findings() -> Iterator[Finding]:
    """Carry out the checks, one after the other; a check that breaks down is a finding too."""
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("python", lambda: f"{platform.python_version()} ({sys.executable})"),
        *((name, _version_of(name)) for name in ("manim", "numpy", "typst", "av")),
        ("a formula", check_formula),
        ("a film", check_film),
        ("the gradient", check_gradient),
        ("the trace", check_trace),
    )
    for name, carry_out in checks:
        try:
            yield Finding(name, True, carry_out())
        except Exception as error:  # whatever is broken here is what the person wants to read
            yield Finding(name, False, " ".join(f"{type(error).__name__}: {error}".split()))


def _version_of(package: str) -> Callable[[], str]:
    def carry_out() -> str:
        __import__(package)
        return version(package)

    return carry_out


def check_formula() -> str:
    """Set a formula with typst, as the scenes do."""
    from manim import MathTypst

    from scenes.camera.configured import configured

    with tempfile.TemporaryDirectory() as folder, configured({"media_dir": folder, "verbosity": "ERROR"}):
        parts = len(MathTypst("(partial C) / (partial w)").family_members_with_points())
    if not parts:
        raise RuntimeError("typst set a formula without any shapes")
    return f"typst set a derivative in {parts} shapes"


def check_film() -> str:
    """Encode a few frames and read them back."""
    import av

    from scenes.studio.film.clips.film import Footage

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        with av.open(str(path), "w") as film:
            stream = film.add_stream("libx264", rate=15)
            stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
            for shade in (0, 100, 200):
                frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), shade, np.uint8), format="rgb24")
                film.mux(stream.encode(frame))
            film.mux(stream.encode())
        frames = len(Footage.of(path).shown)
    if frames != 3:
        raise RuntimeError(f"3 frames were encoded and {frames} read back")
    return "H.264 written and read back"


def check_gradient() -> str:
    """Hold every derivative of a small network against central differences.

    Raises
    ------
    RuntimeError
        If one differs by more than `TOLERANCE`, relative to the largest.
    """
    count, worst = gradient_error()
    if worst > TOLERANCE:
        raise RuntimeError(f"backprop and central differences differ by {worst:.1e} of the largest derivative")
    return f"{count} derivatives agree with central differences to {worst:.0e}"


def check_trace() -> str:
    """Record a tiny run and re-derive its identities, in memory and from a file."""
    recipe = Recipe.from_dict({"network": {"hidden": [3]}, "data": {"name": "xor"}, "training": {"epochs": 3}})
    trace = record_trace(recipe)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trace.npz"
        trace.save(path)
        verify(Trace.load(path))
    return f"{len(trace)} arrays of a {'-'.join(map(str, trace.sizes))} run hold together"
