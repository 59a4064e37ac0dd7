"""How loud a voice is, measured as broadcasters do (EBU R 128), and one loudness for all."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import av
import numpy as np
from av.filter import Graph

from scenes.studio.film.clips.sounds import LAYOUT, RATE, Samples

TARGET = -16.0  # LUFS: what players and platforms expect of speech
SILENT = -60.0  # LUFS, below which nothing is to be heard
PEAK, LIMIT = -1.0, -2.0  # dBTP that is never exceeded, and dBFS that peaks are held under where they would be
SHORTEST = 3.0  # seconds that are measured at least: what is shorter is measured several times over
ROUNDS = 3
FORMAT = "fltp"


def measured(samples: Samples) -> tuple[float, float]:
    """Return the integrated loudness of what is heard, in LUFS, and its true peak, in dBTP.

    Parameters
    ----------
    samples
        (2, n): left and right, -1..1, at `RATE`.

    Returns
    -------
    loudness, peak
        -70 and -120 for silence.
    """
    times = max(1, -(-int(SHORTEST * RATE) // max(1, samples.shape[1])))
    told = [frame.metadata for frame in _through(np.tile(samples, times), ("ebur128", "metadata=1:peak=true"))]
    last = next((one for one in reversed(told) if "lavfi.r128.I" in one), {})
    peak = float(last.get("lavfi.r128.true_peak", 0))
    return float(last.get("lavfi.r128.I", -70)), 20 * float(np.log10(peak)) if peak > 0 else -120.0


def evened(samples: Samples, target: float = TARGET) -> Samples:
    """Return what is heard, which is not silence, at one loudness, as linear `loudnorm` makes it: nothing pumps.

    Where peaks would be too high they alone are held back before.

    Parameters
    ----------
    samples
        (2, n): left and right, -1..1, at `RATE`; so are those that are returned.
    target
        The integrated loudness, in LUFS; the true peak is at most `PEAK`.
    """
    loud, peak = measured(samples)
    for _ in range(ROUNDS):
        if peak + target - loud <= PEAK:
            break
        louder = samples * np.float32(10 ** ((target - loud) / 20))
        samples = _joined(_through(louder, ("alimiter", f"limit={10 ** (LIMIT / 20):.4f}:level=false:latency=true")))
        loud, peak = measured(samples)
    known = f"measured_I={loud:.2f}:measured_TP={peak:.2f}:measured_LRA=1:measured_thresh={loud - 10:.2f}"
    return _joined(_through(samples, ("loudnorm", f"I={target}:TP={PEAK}:LRA=50:linear=true:{known}")))


def _joined(frames: Iterator[av.AudioFrame]) -> Samples:
    return np.concatenate([frame.to_ndarray() for frame in frames], axis=1, dtype=np.float32)


def _through(samples: Samples, step: tuple[str, str]) -> Iterator[av.AudioFrame]:
    """Yield what a filter of FFmpeg makes of what is heard."""
    graph = Graph()
    source = graph.add_abuffer(sample_rate=RATE, format=FORMAT, layout=LAYOUT, time_base=Fraction(1, RATE))
    filters = [source, graph.add(*step), graph.add("aformat", f"sample_fmts={FORMAT}:sample_rates={RATE}")]
    for one, following in zip(filters, [*filters[1:], graph.add("abuffersink")], strict=True):
        one.link_to(following)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples), FORMAT, LAYOUT)
    frame.sample_rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
    graph.push(frame)
    graph.push(None)
    while True:
        try:
            made = graph.pull()
        except (av.EOFError, av.BlockingIOError):
            return
        assert isinstance(made, av.AudioFrame)
        yield made
