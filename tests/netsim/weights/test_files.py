"""Files that the other libraries wrote themselves: their outputs are ours, to the digits of float32.

Written once by PyTorch 2.14, Keras 3.15, scikit-learn 1.9 and skl2onnx 1.20; `outputs.npz` has what these libraries
answer to the inputs `x`.
"""

import re
from pathlib import Path

import numpy as np
import pytest

from netsim import RecipeError
from netsim.recipe.network import NetworkSection
from netsim.weights.brought import brought

FILES = Path(__file__).with_name("files")
OUTPUTS = dict(np.load(FILES / "outputs.npz"))
NEEDS = {".onnx": "onnx", ".keras": "h5py", ".h5": "h5py"}
SAYS = {"activation": "sigmoid", "output": "softmax"}


def read(name, **keys):
    """Read a file as a 6-...-3 network; skipped where the library that reads it is not there."""
    path = FILES / name
    if path.suffix in NEEDS:
        pytest.importorskip(NEEDS[path.suffix], reason="an extra of this project")
    return brought(NetworkSection(weights=name, **keys), FILES, 6, 3)


@pytest.mark.parametrize(
    ("name", "keys", "hidden", "functions", "who"),
    [
        ("torch.safetensors", SAYS, (5, 4), ("sigmoid", "softmax"), "torch"),
        ("torch.onnx", {}, (5, 4), ("sigmoid", "softmax"), "torch"),
        ("torch-dynamo.onnx", {}, (5, 4), ("sigmoid", "softmax"), "torch"),
        ("keras.keras", {}, (5, 4), ("tanh", "softmax"), "keras"),
        ("keras.h5", {}, (5, 4), ("tanh", "softmax"), "keras"),
        ("keras.weights.h5", SAYS | {"activation": "tanh"}, (5, 4), ("tanh", "softmax"), "keras"),
        ("functional.keras", {}, (5,), ("relu", "identity"), "functional"),
        ("functional.h5", {}, (5,), ("relu", "identity"), "functional"),
        ("sklearn.npz", SAYS, (5,), ("sigmoid", "softmax"), "sklearn"),
        ("sklearn.onnx", {}, (5,), ("sigmoid", "softmax"), "sklearn"),
    ],
)
def test_the_network_answers_as_it_does_where_it_was_made(name, keys, hidden, functions, who):
    got = read(name, **keys)
    network = got.network
    assert got.plan.hidden == hidden
    assert (network.hidden, network.output) == functions
    answers = network.forward(OUTPUTS["x"].astype(np.float64)).a[network.L]
    np.testing.assert_allclose(answers, OUTPUTS[who], rtol=2e-5, atol=2e-6)


@pytest.mark.parametrize("name", ["torch.safetensors", "torch.onnx", "keras.keras"])
def test_layers_without_biases_are_known(name):
    got = read(name, **(SAYS if name.startswith("torch.s") else {}))
    assert len(got.without_bias) == 1
    np.testing.assert_array_equal(got.network.b[2], np.zeros(4))


def test_half_precision_is_read_exactly():
    whole, half = (read(f"{name}.safetensors", **SAYS).network for name in ("torch", "half"))
    for l in whole.W:
        np.testing.assert_array_equal(half.W[l], whole.W[l].astype(np.float16).astype(np.float64))


@pytest.mark.parametrize(
    ("name", "keys", "said"),
    [
        ("keras.keras", {"activation": "relu"}, "network.activation = 'relu': the network in {path} has 'tanh'; write"),
        ("torch.onnx", {"output": "sigmoid"}, "network.output = 'sigmoid': the network in {path} has 'softmax'; write"),
        ("keras.h5", {"hidden": (5,)}, "network.hidden = [5]: the network in {path} has [5, 4]; write that, or leave"),
        (
            "functional.keras",
            {"cost": "cross_entropy"},
            "needs outputs between 0 and 1, and the network in {path} ends",
        ),
        ("branching.keras", {}, "{path} has the layer add, at which the network branches; only fully connected"),
        ("normalised.keras", {}, "(BatchNormalization, a normalisation); only fully connected layers can be shown"),
    ],
)
def test_what_contradicts_or_cannot_be_shown_is_one_sentence(name, keys, said):
    with pytest.raises(RecipeError, match=re.escape(said.format(path=FILES / name))):
        read(name, **keys)


def test_a_function_that_is_in_the_cost_elsewhere_may_be_written_at_the_outputs():
    got = read("functional.keras", output="softmax", cost="cross_entropy")
    assert (got.network.output, got.network.cost) == ("softmax", "cross_entropy")
    with pytest.raises(RecipeError, match=r"network.output = 'tanh': the network in .* has 'identity'"):
        read("functional.keras", output="tanh")


@pytest.mark.parametrize("name", ["torch.onnx", "keras.keras", "keras.h5"])
def test_files_that_are_cut_short_or_others_are_refused(tmp_path, name):
    pytest.importorskip(NEEDS[Path(name).suffix], reason="an extra of this project")
    content = (FILES / name).read_bytes()
    for other in (content[:-150], b"\x00" * 300, (FILES / "torch.safetensors").read_bytes()):
        (tmp_path / name).write_bytes(other)
        with pytest.raises(RecipeError, match=r"is damaged, cut short or no .*\.$"):
            brought(NetworkSection(weights=name), tmp_path, 6, 3)


@pytest.mark.parametrize(("name", "library"), [("torch.onnx", "onnx"), ("keras.keras", "h5py")])
def test_a_library_that_is_not_there_is_named(monkeypatch, name, library):
    monkeypatch.setitem(__import__("sys").modules, library, None)
    extra = {"onnx": "onnx", "h5py": "keras"}[library]
    with pytest.raises(RecipeError, match=re.escape(f"pip install 'nudge[{extra}]'")):
        brought(NetworkSection(weights=name), FILES, 6, 3)


def graph(*nodes, **arrays):
    """Save an ONNX graph of some operations and stored arrays."""
    onnx = pytest.importorskip("onnx", reason="an extra of this project")
    made = [onnx.helper.make_node(kind, inputs, outputs, **said) for kind, inputs, outputs, said in nodes]
    stored = [onnx.numpy_helper.from_array(array.astype(np.float32), name) for name, array in arrays.items()]
    ends = [onnx.helper.make_tensor_value_info(name, 1, None) for name in ("x", nodes[-1][2][0])]
    model = onnx.helper.make_model(onnx.helper.make_graph(made, "g", ends[:1], ends[1:], stored))
    return model.SerializeToString()


W, V = np.arange(24.0).reshape(4, 6), np.ones((3, 4))


@pytest.mark.parametrize(
    ("nodes", "said"),
    [
        ([("Conv", ["x", "W"], ["y"], {})], "has the operation Conv, a convolution; only fully connected"),
        (
            [("Gemm", ["x", "W"], ["z"], {"transB": 1}), ("Relu", ["z"], ["a"], {}), ("Add", ["a", "z"], ["y"], {})],
            "has Add, branches that meet, at which the network branches",
        ),
        (
            [("Gemm", ["x", "W"], ["z"], {"transB": 1}), ("LeakyRelu", ["z"], ["y"], {"alpha": 0.2})],
            "has a leaky ReLU of the slope 0.2 after W, expected 0.01",
        ),
        ([("Gemm", ["x", "W"], ["y"], {"transB": 1, "alpha": 2.0})], "has a Gemm of W that also scales or turns"),
        (
            [
                *[("Gemm", ["x", "W"], ["z"], {"transB": 1}), ("Relu", ["z"], ["a"], {})],
                *[("MatMul", ["a", "Q"], ["u"], {}), ("Tanh", ["u"], ["v"], {})],
                ("Gemm", ["v", "V"], ["y"], {"transB": 1}),
            ],
            "has hidden layers of different functions (relu after W, tanh after Q), expected one for all of them",
        ),
    ],
)  # fmt: skip
def test_graphs_that_cannot_be_shown_are_refused_by_name(tmp_path, nodes, said):
    (tmp_path / "net.onnx").write_bytes(graph(*nodes, W=W, V=V, Q=np.eye(4)))
    with pytest.raises(RecipeError, match=re.escape(said)):
        brought(NetworkSection(weights="net.onnx"), tmp_path, 6, 3)


def test_a_gemm_and_a_matmul_are_read_as_the_graph_says_even_where_they_are_square(tmp_path):
    square = np.arange(36.0).reshape(6, 6)
    nodes = [("Gemm", ["x", "W"], ["z"], {"transB": 1}), ("Relu", ["z"], ["a"], {}), ("MatMul", ["a", "V"], ["y"], {})]
    (tmp_path / "net.onnx").write_bytes(graph(*nodes, W=square, V=2 * square))
    network = brought(NetworkSection(weights="net.onnx"), tmp_path, 6, 6).network
    np.testing.assert_array_equal(network.W[1], square)
    np.testing.assert_array_equal(network.W[2], 2 * square.T)
    assert (network.hidden, network.output) == ("relu", "identity")
