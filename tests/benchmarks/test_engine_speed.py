"""How fast the engine trains, and what recording adds to it.

Measured in a process of its own with one BLAS thread: threads that wait for one another on a busy
machine would be what is measured otherwise.
"""

import os
import subprocess
import sys

import pytest

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
import numpy as np
from netsim import Recipe, record

def bare():
    rng, sizes = np.random.default_rng(0), (784, 16, 16, 10)
    x, y = rng.random((1500, 784)), np.eye(10)[rng.integers(0, 10, 1500)]
    W = [rng.standard_normal((n, m)) / m**0.5 for m, n in zip(sizes, sizes[1:])]
    b = [rng.standard_normal(n) for n in sizes[1:]]
    for some in rng.integers(0, 1500, (6000, 5)):
        a = [x[some]]
        for w, v in zip(W, b):
            a.append(1 / (1 + np.exp(-(a[-1] @ w.T + v))))
        dC_da = 2 * (a[-1] - y[some])
        for l in 2, 1, 0:
            delta = dC_da * a[l + 1] * (1 - a[l + 1])
            dC_da = delta @ W[l]
            W[l] = W[l] - 0.5 * (delta.T @ a[l] / 5)
            b[l] = b[l] - 0.5 * (delta.sum(axis=0) / 5)

def seconds(work):
    start = process_time()
    work()
    return process_time() - start

for turn in range(TURNS):
    before, recording, after = (seconds(work) for work in (bare, lambda: record(Recipe()), bare))
    times = 2 * recording / (before + after)
    print(times)
    if times < MOST:
        break
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


def test_a_default_recording_with_all_its_experiments_costs_a_few_trainings():
    """Of the 22, which are trainings in bare numpy, its own runs are five, one of them four times as wide.

    In units of the very processor, whose seconds would say how fast that is; twice, if other work came between.
    """
    most = 22
    assert min(seconds(f"TURNS, MOST = 2, {most}\n{EXPERIMENTS}")) < most
