"""What the lessons for MNIST reach on the 10,000 unseen images, with five seeds, and in how many seconds.

This is where the numbers in the lessons come from: `pytest -s tests/benchmarks/test_mnist_accuracy.py` prints
them. Each run is a recording without exhibits, in a process of its own with one BLAS thread; the seconds are
those of the processor, so that other programs do not count.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import mean

import pytest

from netsim.data.mnist_home import FILES, VARIABLE, cache

LESSONS = Path(__file__).parents[2] / "assets" / "lessons"
SEEDS = range(5)

RUN = """
import sys, tomllib
from time import process_time
from netsim import Recipe, record
from netsim.data.sources import load_dataset

with open(sys.argv[1], "rb") as file:
    tables = tomllib.load(file)
for section in ("network", "training"):
    tables.setdefault(section, {})["seed"] = int(sys.argv[2])
recipe = Recipe.from_dict({name: tables[name] for name in ("network", "data", "training")}).recording([])
data = load_dataset(recipe.data)
start = process_time()
trace = record(recipe, data)
print(trace["accuracy"][-1], process_time() - start)
"""


def mnist_is_here():
    """Whether its files can be read without being fetched."""
    named = os.environ.get(VARIABLE)
    return bool(named) or all((cache() / "mnist" / name).is_file() for name in FILES)


def run(lesson, seed):
    """The share of the unseen images that are read right, and the seconds of a run."""
    one_thread = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    command = [sys.executable, "-c", RUN, str(LESSONS / lesson), str(seed)]
    done = subprocess.run(command, env=os.environ | one_thread, stdout=subprocess.PIPE, text=True, check=True)
    right, seconds = done.stdout.split()
    return float(right), float(seconds)


@pytest.mark.slow
@pytest.mark.skipif(not mnist_is_here(), reason=f"the MNIST files are not here; {VARIABLE} says where they are")
@pytest.mark.parametrize(("lesson", "least"), [("mnist-96.toml", 0.96), ("mnist-98.toml", 0.98)])
def test_a_lesson_reaches_what_it_is_named_for_with_every_seed(lesson, least):
    runs = []
    for seed in SEEDS:
        runs.append(run(lesson, seed))
        sys.stdout.write(f"{lesson} seed {seed}: {100 * runs[-1][0]:.2f} %, {runs[-1][1]:.1f} s\n")
        sys.stdout.flush()
    shares = [right for right, _ in runs]
    sys.stdout.write(
        f"{lesson}: {100 * mean(shares):.2f} %, from {100 * min(shares):.2f} to {100 * max(shares):.2f}; "
        f"{mean(seconds for _, seconds in runs):.0f} s\n"
    )
    assert min(shares) >= least
