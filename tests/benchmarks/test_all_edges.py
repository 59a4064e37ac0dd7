"""What it costs to draw every edge of a network: no more than in proportion to their number, up to a hundred thousand.

Of so many the faintest leave no trace and cost little. Measured in a process of its own, in processor time;
what counts is how the costs compare, not how fast the machine is.
"""

import os
import subprocess
import sys
from itertools import pairwise

import pytest

pytestmark = pytest.mark.slow

SIZES = ((50, 20, 1), (500, 20, 1), (784, 128, 1))

DRAWING = """
import sys
from time import process_time
import numpy as np
from manim import config, logger
from netsim import Reading
from scenes.camera.camera import StageCamera
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.all_edges import AllEdges, legible_power

logger.setLevel("ERROR")
config.quality, config.dry_run = "high_quality", True
theme, rng = Theme.load(), np.random.default_rng(0)
camera = StageCamera()
for text in sys.argv[1:]:
    sizes = [int(n) for n in text.split("-")]
    layers = list(enumerate(zip(sizes, sizes[1:]), 1))
    weights = {l: Reading(rng.normal(size=(j, k)), f"W{l}", (0,)) for l, (k, j) in layers}
    heights = [np.linspace(-2, 2, n) for n in sizes]
    places = [np.column_stack([np.full_like(y, 4.0 * l - 6), y, 0 * y]) for l, y in enumerate(heights)]
    scale = Scale.fit(weights.values(), 0.028)
    times = []
    for _ in range(3):
        start = process_time()
        power = legible_power(weights.values(), scale, 4.0)
        edges = [AllEdges(weights[l], places[l - 1][None], places[l][:, None], scale, theme, power) for l, _ in layers]
        built = process_time()
        camera.reset()
        camera.capture_mobjects(edges)
        drawn = process_time()
        camera.reset()
        camera.capture_mobjects(edges)
        times.append((drawn - start, process_time() - drawn))
    print(sum(j * k for k, j in zip(sizes, sizes[1:])), *min(times))
"""


@pytest.fixture(scope="module")
def measured():
    """How many edges, seconds to build and draw them first, seconds of the next frame; for each size."""
    names = ["-".join(map(str, sizes)) for sizes in SIZES]
    one_thread = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    run = subprocess.run(
        [sys.executable, "-c", DRAWING, *names], env=os.environ | one_thread, capture_output=True, text=True, check=True
    )
    rows = [line.split() for line in run.stdout.splitlines()]
    return [(int(edges), float(first), float(again)) for edges, first, again in rows]


def test_a_hundred_thousand_edges_are_drawn(measured):
    assert [edges for edges, _, _ in measured] == [1_020, 10_020, 100_480]


def test_the_cost_grows_no_faster_than_the_number_of_edges(measured):
    for (few, short, _), (many, long, _) in pairwise(measured):
        assert long / short < 1.5 * many / few


def test_a_frame_after_the_first_costs_the_same_however_many_edges_there_are(measured):
    (_, _, few), *_, (_, first, many) = measured
    assert many < 3 * few + 0.02
    assert many < first / 5
