"""All exhibits together: each is in its place and tested, and holds on every kind of network and of training."""

from itertools import cycle, product
from pathlib import Path

import pytest

from netsim import record, verify
from netsim.exhibits.registry import EXHIBITS
from tests.netsim.exhibits.exhibited import KINDS

ALL_KINDS = [*KINDS, ("relu", "relu", "quadratic"), ("relu", "softmax", "cross_entropy")]
#: Every kind with every hidden part; of the recorded steps each comes with each of both.
NETWORKS = [
    (kind, hidden, [[0], [60], [3]][(i + j) % 3])
    for (i, kind), (j, hidden) in product(enumerate(ALL_KINDS), enumerate(([], [1], [5, 4])))
]
TRAININGS = [
    {"method": "full_batch"},
    {"batch": 1000},
    {"precision": "float32"},
    {"schedule": "cosine"},
    {"eta": 3.0},
    {"momentum": 0.9, "eta": 0.05},
]


@pytest.mark.parametrize("exhibit", EXHIBITS.values(), ids=EXHIBITS)
def test_each_has_a_file_of_tests(exhibit):
    chapter, held = Path(__file__).parent / exhibit.chapter, "def test_every_array_is_held_by_some_identity("
    files = [*chapter.glob(f"test_{exhibit.name}.py"), *chapter.glob(f"{exhibit.name}/test_*.py")]
    assert sum(held in file.read_text("utf-8") for file in files) == 1


@pytest.mark.parametrize(("kind", "hidden", "steps"), NETWORKS, ids=str)
def test_they_hold_on_every_kind_of_network(quick, kind, hidden, steps):
    activation, output, cost = kind
    network = {"hidden": hidden, "activation": activation, "output": output, "cost": cost, "init": "normal"}
    verify(record(quick(network=network, training={"eta": 0.01}, record={"steps": steps})))


@pytest.mark.parametrize(("training", "steps"), list(zip(TRAININGS, cycle([[], [2], [40]]))), ids=str)
def test_they_hold_however_the_network_is_trained(quick, training, steps):
    verify(record(quick(training=training, record={"steps": steps})))
