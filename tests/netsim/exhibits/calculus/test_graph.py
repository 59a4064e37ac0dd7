"""The graph exhibit: one sweep against central differences, and multiplications counted one by one."""

import numpy as np
import pytest

from netsim import Network, TraceError, verify
from netsim.anatomy.small_graph import LINKS, NODES, graph_of
from netsim.backprop import output_delta
from netsim.exhibits.calculus.graph import EXHIBIT as GRAPH
from netsim.exhibits.calculus.graph import INPUTS, backward_multiplications, count_parameters, forward_multiplications
from netsim.functions import ACTIVATIONS
from tests.netsim.exhibits.exhibited import KINDS, changed, held, put, random_run


def final(p, q, r):
    """The graph's result as one formula."""
    return (p * q + r) ** 2 * p * q


class Counted:
    """A number that counts how often numbers like it were multiplied, in `Counted.many`."""

    many = 0

    def __init__(self, value):
        self.value = float(getattr(value, "value", value))

    def __mul__(self, other):
        Counted.many += 1
        return Counted(self.value * getattr(other, "value", other))

    __rmul__ = __mul__

    def __add__(self, other):
        return Counted(self.value + getattr(other, "value", other))

    __radd__ = __add__

    def __sub__(self, other):
        return Counted(self.value - getattr(other, "value", other))

    def __rsub__(self, other):
        return Counted(getattr(other, "value", other) - self.value)

    def __gt__(self, other):
        return self.value > other


SIZES = [(4, 5, 3, 3), (3, 1, 2), (4, 3), (2, 3, 2, 3, 2, 3, 2, 3)]


def _last_delta(network, z, a, y):
    if network.cost == "cross_entropy":
        return a - y
    return output_delta(network, z, a, y, 2 * (a - y))


def counted(array):
    return np.vectorize(Counted, otypes=[object])(array)


def values(array):
    return np.vectorize(float, otypes=[float])(np.vectorize(lambda one: one.value, otypes=[float])(array))


@pytest.mark.parametrize("inputs", [INPUTS, {"p": 0.3, "q": 1.7, "r": -2.2}, {"p": 0.0, "q": 1.0, "r": 0.0}])
def test_one_sweep_finds_what_central_differences_measure(inputs):
    graph, h = graph_of(inputs), 1e-5
    value, adjoint = (dict(zip(NODES, graph[name], strict=True)) for name in ("values", "adjoints"))
    assert value["v"] == pytest.approx(final(**inputs))
    for name in "pqr":
        ends = [final(**inputs | {name: inputs[name] + by}) for by in (h, -h)]
        assert adjoint[name] == pytest.approx((ends[0] - ends[1]) / (2 * h), rel=1e-6, abs=1e-8)
    after = {"s": lambda s: (s + value["r"]) ** 2 * s, "t": lambda t: t * t * value["s"], "u": lambda u: u * value["s"]}
    for name, rest in after.items():
        measured = (rest(value[name] + h) - rest(value[name] - h)) / (2 * h)
        assert adjoint[name] == pytest.approx(measured, rel=1e-6, abs=1e-8)
    assert adjoint["v"] == 1


def test_what_the_links_carry_adds_up_to_the_adjoints():
    graph = graph_of(INPUTS)
    adjoint = dict(zip(NODES, graph["adjoints"], strict=True))
    arrived = dict.fromkeys(NODES, 0.0)
    for (start, end), local, carried in zip(LINKS, graph["locals"], graph["carried"], strict=True):
        assert carried == adjoint[end] * local
        arrived[start] += carried
    assert arrived | {"v": 1.0} == adjoint
    assert "".join(start + end for start, end in LINKS) == "psqsstrttuuvsv"
    assert [start for start, _ in LINKS].count("s") == 2


def test_the_numbers_can_be_followed_in_the_head():
    graph = graph_of(INPUTS)
    assert graph["values"].tolist() == [2, -1, 5, -2, 3, 9, -18]
    assert graph["adjoints"].tolist() == [3, -6, -12, -3, -12, -2, 1]
    assert (graph["forward_multiplications"], graph["reverse_multiplications"]) == (3, 5)


@pytest.mark.parametrize("kind", [*KINDS, ("relu", "relu", "quadratic"), ("relu", "softmax", "cross_entropy")])
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_the_passes_multiply_as_often_as_is_said(sizes, kind):
    """The four equations, in the engine's own functions, with numbers that count."""
    network = Network.init(sizes, np.random.default_rng(0), *kind)
    W = {l: counted(w) for l, w in network.W.items()}
    x, y = np.random.default_rng(1).random(sizes[0]), np.eye(sizes[-1])[0]
    Counted.many = 0
    z, a = {}, {0: counted(x)}
    for l in W:
        z[l] = W[l] @ a[l - 1] + counted(network.b[l])
        a[l] = counted(ACTIVATIONS[network.activation_of(l)].value(values(z[l])))
    assert Counted.many == forward_multiplications(network) == sum(w.size for w in network.W.values())
    np.testing.assert_allclose(values(a[network.L]), network.forward(x).a[network.L][0])
    Counted.many = 0
    delta = _last_delta(network, z[network.L], a[network.L], counted(y))
    for l in range(network.L, 0, -1):
        np.multiply.outer(delta, a[l - 1])
        if l > 1:
            delta = ACTIVATIONS[network.hidden].pull(z[l - 1], a[l - 1], delta @ W[l])
    assert Counted.many == backward_multiplications(network)


@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_the_lessons_own_network_is_counted(sizes):
    run = random_run(sizes)
    kept = {key.split("/")[1]: array for key, array in GRAPH.record(run).items()}
    flat = sum(part.size for parts in (run.network.W, run.network.b) for part in parts.values())
    assert kept["parameters"] == count_parameters(run.network) == flat
    assert kept["one_by_one"] == flat * kept["network_forward"]
    assert kept["network_backward"] == backward_multiplications(run.network)


def test_the_default_network_goes_back_for_the_price_of_one_more_pass():
    network = Network.init([784, 16, 16, 10], np.random.default_rng(0))
    assert forward_multiplications(network) == 784 * 16 + 16 * 16 + 16 * 10 == 12_960
    assert backward_multiplications(network) == 12_960 + 416 + 32 * 2 + 10 * 3


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("graph/values", put(3, -2.1), "graph/values keep to s = p q"),
        ("graph/carried", put(6, 8.0), "graph/carried = what one sweep finds"),
        ("graph/reverse_multiplications", lambda a: a - 1, "graph/reverse_multiplications counts"),
        ("graph/one_by_one", lambda a: a - 1, "graph/one_by_one = parameters network_forward"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(trace, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, GRAPH)
