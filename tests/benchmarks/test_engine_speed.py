"""How fast the engine trains, and what recording adds to it.

Measured in a process of its own with one BLAS thread: threads that wait for one another on a busy
machine would be what is measured otherwise.
"""

import os
import subprocess
import sys

import pytest

from tests.scenes.conftest import recorded, took_for
from tests.scenes.cover import ALWAYS

pytestmark = pytest.mark.slow

EPOCH = """
from time import process_time
import numpy as np
from netsim import Network
from netsim.recipe.training import TrainingSection
from netsim.training import train

rng = np.random.default_rng(0)
x = rng.random((60_000, 784), dtype=np.float32)
y = np.eye(10, dtype=np.float32)[rng.integers(0, 10, 60_000)]
network = Network.init([784, 16, 16, 10], rng)
plan = TrainingSection(epochs=1, batch=100, precision="float32")
for _ in range(3):
    start = process_time()
    for _ in train(network, x, y, plan):
        pass
    print(process_time() - start)
"""

RECORDING = """
from time import process_time
import numpy as np
from netsim import Network, Recipe, record
from netsim.data.sources import load_dataset
from netsim.training import train

recipe = Recipe()
data = load_dataset(recipe.data)
y = data.target(data.label)

def plain():
    network = Network.init([784, *recipe.network.hidden, 10], np.random.default_rng(recipe.network.seed))
    for _ in train(network, data.x, y, recipe.training):
        pass

kept = ["levers", "wishes", "chain", "worked"]
times, within = [], 0
while len(times) < 2 * TURNS and 2 * within < TURNS:
    for work in plain, lambda: record(recipe, data, exhibits=kept):
        start = process_time()
        work()
        times.append(process_time() - start)
    within += times[-1] < MOST * times[-2]
print(*times)
"""


EXPERIMENTS = """
from time import process_time
from netsim import Recipe, record

start = process_time()
record(Recipe())
print(process_time() - start)
"""


def seconds(script):
    """The times that a script prints."""
    one_thread = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    run = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | one_thread, capture_output=True, text=True, check=True
    )
    return [float(line) for line in run.stdout.split()]


def test_an_epoch_of_60000_images_takes_less_than_a_second():
    assert min(seconds(EPOCH)) < 1


def test_recording_adds_a_tenth_to_training_at_most():
    """Trained alone and recorded, without experiments that train anew, in turns; the median of nine ratios counts.

    As soon as five of them are small enough, so is the median.
    """
    turns, most = 9, 1.10
    times = seconds(f"TURNS, MOST = {turns}, {most}\n{RECORDING}")
    ratios = [recorded / alone for alone, recorded in zip(times[0::2], times[1::2], strict=True)]
    assert sum(ratio < most for ratio in ratios) > turns // 2, ratios


def test_a_default_recording_with_all_its_experiments_takes_seconds():
    """As it took for the tests of scenes; once more, and alone, if that was in the middle of other work."""
    recorded(ALWAYS)
    most = 12
    assert float(took_for(ALWAYS).read_text()) < most or max(seconds(EXPERIMENTS)) < most
