"""Networks from files: the layers in order, the right way round, exactly; and one sentence for each that is none."""

import re

import numpy as np
import pytest
from safetensors.numpy import save_file

from netsim import Network, Recipe, RecipeError
from netsim.recipe.network import NetworkSection
from netsim.weights.brought import brought


def same(got, network):
    """Every weight and bias is where it was, to the last bit."""
    assert got.sizes == network.sizes
    for l in network.W:
        np.testing.assert_array_equal(got.W[l], network.W[l])
        np.testing.assert_array_equal(got.b[l], network.b[l])
        assert got.W[l].dtype == got.b[l].dtype == np.float64


def save(path, arrays):
    if path.suffix == ".npz":
        np.savez(path, **arrays)
    else:
        save_file({name: np.ascontiguousarray(array) for name, array in arrays.items()}, path)
    return path


def read(path, inputs=6, outputs=3, **keys):
    return brought(NetworkSection(weights=path.name, **keys), path.parent, inputs, outputs)


def under(names, network, inputs_first=False):
    """Name the weights and biases of a network, each layer by a pair."""
    arrays = {}
    for l, (weight, bias) in enumerate(names, 1):
        arrays |= {weight: network.W[l].T if inputs_first else network.W[l], bias: network.b[l]}
    return arrays


NAMINGS = {
    "sequential": (("0.weight", "0.bias"), ("2.weight", "2.bias"), ("10.weight", "10.bias")),
    "prefixed": (("net.1.weight", "net.1.bias"), ("net.9.weight", "net.9.bias"), ("net.12.weight", "net.12.bias")),
    "fc": (("fc1.weight", "fc1.bias"), ("fc2.weight", "fc2.bias"), ("fc10.weight", "fc10.bias")),
    "words": (("input.weight", "input.bias"), ("hidden.weight", "hidden.bias"), ("a_head.weight", "a_head.bias")),
    "parts": (("body.0.weight", "body.0.bias"), ("body.2.weight", "body.2.bias"), ("a.0.weight", "a.0.bias")),
    "book": (("W1", "b1"), ("W2", "b2"), ("W10", "b10")),
    "words and numbers": (("weights_0", "biases_0"), ("weights_1", "biases_1"), ("weights_2", "biases_2")),
    "keras": (
        ("dense/kernel:0", "dense/bias:0"),
        ("dense_2/kernel:0", "dense_2/bias:0"),
        ("top/kernel:0", "top/bias:0"),
    ),
    "scikit-learn": (("coefs_0", "intercepts_0"), ("coefs_1", "intercepts_1"), ("coefs_2", "intercepts_2")),
}


@pytest.mark.parametrize("ending", ["safetensors", "npz"])
@pytest.mark.parametrize("inputs_first", [False, True])
@pytest.mark.parametrize("names", NAMINGS.values(), ids=NAMINGS)
def test_layers_are_found_under_the_names_that_others_give_them(tmp_path, network, names, inputs_first, ending):
    path = save(tmp_path / f"net.{ending}", under(names, network, inputs_first))
    got = read(path)
    same(got.network, network)
    assert got.names == tuple(weight for weight, _ in names)
    assert got.plan.hidden == (5, 4)


@pytest.mark.parametrize("together", [False, True], ids=["W, b, W, b", "all W, all b"])
def test_arrays_without_names_are_taken_in_turn(tmp_path, network, together):
    weights, biases = [network.W[l].T for l in (1, 2, 3)], [network.b[l] for l in (1, 2, 3)]
    arrays = weights + biases if together else [array for pair in zip(weights, biases, strict=True) for array in pair]
    np.savez(tmp_path / "net.npz", *arrays)
    same(read(tmp_path / "net.npz").network, network)


@pytest.mark.parametrize("shape", [(-1, 1), (1, -1)])
def test_biases_may_stand_in_a_table_of_one_row_or_column(tmp_path, network, shape):
    arrays = {
        name: array.reshape(shape) if name[0] == "b" else array
        for name, array in under(NAMINGS["book"], network).items()
    }
    same(read(save(tmp_path / "net.npz", arrays)).network, network)


@pytest.mark.parametrize("precision", ["float16", "float32", "float64"])
@pytest.mark.parametrize("ending", ["safetensors", "npz"])
def test_every_precision_is_read_exactly(tmp_path, network, ending, precision):
    less = network.astype(precision)
    same(read(save(tmp_path / f"net.{ending}", under(NAMINGS["sequential"], less))).network, less)


def test_bfloat16_is_the_upper_half_of_a_float32(tmp_path):
    """1.5, -2 and 2^-126 as the format defines them: sign, eight bits of exponent, seven of the fraction."""
    head = b'{"w":{"dtype":"BF16","shape":[1,3],"data_offsets":[0,6]}}'
    (tmp_path / "net.safetensors").write_bytes(
        len(head).to_bytes(8, "little") + head + np.array([0x3FC0, 0xC000, 0x0080], "<u2").tobytes()
    )
    got = read(tmp_path / "net.safetensors", 3, 1)
    np.testing.assert_array_equal(got.network.W[1], [[1.5, -2.0, 2.0**-126]])


@pytest.mark.parametrize(
    ("names", "inputs_first"),
    [(NAMINGS["book"], False), (NAMINGS["sequential"], False), (NAMINGS["scikit-learn"], True)],
)
def test_layers_that_are_all_square_stand_as_their_names_say(tmp_path, names, inputs_first):
    square = Network.init([4, 4, 4, 4], np.random.default_rng(2))
    path = save(tmp_path / "net.npz", under(names, square, inputs_first))
    same(read(path, 4, 4).network, square)


def test_without_biases_they_are_zero_and_it_is_known(tmp_path, network):
    path = save(tmp_path / "net.npz", {"W1": network.W[1], "W2": network.W[2], "W3": network.W[3], "b2": network.b[2]})
    got = read(path)
    assert got.without_bias == ("W1", "W3")
    np.testing.assert_array_equal(got.network.b[1], np.zeros(5))
    np.testing.assert_array_equal(got.network.b[2], network.b[2])


def test_one_layer_without_biases_is_turned_as_the_data_ask(tmp_path):
    W = np.arange(18.0).reshape(3, 6)
    for stored in (W, W.T):
        got = read(save(tmp_path / "net.npz", {"weights": stored}))
        np.testing.assert_array_equal(got.network.W[1], W)
        assert got.plan.hidden == ()


def changed(**arrays):
    """A change of the arrays of the book's names; None takes one out."""
    return lambda all_of_them: {name: array for name, array in (all_of_them | arrays).items() if array is not None}


def spoiled(name, place, value):
    def change(arrays):
        arrays[name] = arrays[name].copy()
        arrays[name][place] = value
        return arrays

    return change


REFUSED = {
    "nan": (spoiled("W2", (3, 1), np.nan), "has W2[3, 1] = nan, expected finite numbers"),
    "inf": (spoiled("b1", 4, -np.inf), "has b1[4] = -inf, expected finite numbers"),
    "convolution": (changed(c_weight=np.zeros((8, 1, 3, 3))), "has c_weight (8, 1, 3, 3), of a convolution; only"),
    "norm": (changed(**{"1.running_mean": np.zeros(5)}), "has 1.running_mean, of a batch normalisation"),
    "layer norm": (changed(**{"1.weight": np.ones(5)}), "has 1.weight (5,) of one axis, as normalisations have"),
    "recurrent": (changed(**{"rnn.weight_ih_l0": np.ones((5, 6))}), "has rnn.weight_ih_l0, of a recurrent layer"),
    "left over": (changed(history=np.ones(7)), "has history (7,), which is no layer's; leave it out"),
    "lost": (changed(W2=None), "has b2 without weights of its layer; it has W1, b1, b2, W10, b10"),
    "order": (lambda a: a | {"W1": a["W2"], "W2": a["W1"], "b1": a["b2"], "b2": a["b1"]},
              "has W1 (4, 5), expected one that takes the 6 inputs of the data"),
    "neighbours": (changed(W10=np.ones((3, 5))), "has W10 (3, 5), expected one that takes the 4 outputs of W2 (4, 5)"),
    "biases": (changed(b2=np.ones(5)), "has 5 biases for the 4 neurons of W2 (4, 5), expected one for each"),
    "words": (changed(W1=np.array([["a"]])), "has W1 of <U1, expected numbers of at most 64 bits"),
    "empty": (changed(W1=np.zeros((0, 6))), "has W1 (0, 6) of no numbers"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_such_network_is_refused_in_a_sentence(tmp_path, network, change, said):
    path = save(tmp_path / "net.npz", change(under(NAMINGS["book"], network)))
    with pytest.raises(RecipeError, match=re.escape(f"network.weights: {path} {said}")) as caught:
        read(path)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("inputs", "outputs", "said"),
    [
        (784, 3, "has W1 (5, 6), expected one that takes the 784 inputs of the data."),
        (6, 10, "has W10 (3, 4) as its last layer, expected one with 10 outputs, as the data ask for."),
    ],
)
def test_a_network_for_other_data_is_refused(tmp_path, network, inputs, outputs, said):
    path = save(tmp_path / "net.npz", under(NAMINGS["book"], network))
    with pytest.raises(RecipeError, match=re.escape(said)):
        read(path, inputs, outputs)


def test_what_fits_in_more_than_one_way_is_not_guessed(tmp_path):
    square = Network.init([4, 4, 4], np.random.default_rng(2))
    np.savez(tmp_path / "turn.npz", square.W[1], square.b[1], square.W[2], square.b[2])
    with pytest.raises(RecipeError, match=r"has arr_0 \(4, 4\), which fits either way round; name the arrays W1, b1"):
        read(tmp_path / "turn.npz", 4, 4)
    path = save(tmp_path / "order.npz", {"first.weight": square.W[1], "after.weight": square.W[2]})
    with pytest.raises(RecipeError, match=r"in more than one order \(after.weight, first.weight or first.weight, "):
        read(path, 4, 4)


@pytest.mark.parametrize(("name", "content", "said"), [
    ("net.pt", b"\x80\x02", r"is a pickle, which can hold any program and is never opened"),
    ("net.pth", b"PK", r'\n    from safetensors.torch import save_file\n    save_file\(model.state_dict\(\), "net.saf'),
    ("model.joblib", b"x", r'\n    import numpy as np\n    np.savez\("model.npz", \*model.coefs_, \*model.inter'),
    ("net.safetensors", b"\x80\x02}qabc", "is a pickle"),
    ("net.safetensors", b"PK\x03\x04net/data.pkl", "is a pickle"),
    ("net.safetensors", b"PK\x03\x04", "is damaged, cut short or no .safetensors file"),
    ("net.npz", b"what", "is no .npz file"),
    ("net.txt", b"1 2 3", "is no file of weights by its ending, expected .safetensors, .npz, .onnx, .keras"),
    ("none/net.npz", None, "is not there"),
])  # fmt: skip
def test_what_is_no_file_of_weights_is_refused(tmp_path, name, content, said):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RecipeError, match=said):
        brought(NetworkSection(weights=name), tmp_path)


@pytest.mark.parametrize("ending", ["safetensors", "npz"])
def test_a_file_that_is_cut_short_is_refused(tmp_path, network, ending):
    path = save(tmp_path / f"net.{ending}", under(NAMINGS["book"], network))
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(RecipeError, match="is damaged"):
        read(path)


def test_a_lesson_may_say_of_it_what_is_so_and_nothing_else(tmp_path, network):
    path = save(tmp_path / "net.npz", under(NAMINGS["book"], network))
    got = read(path, hidden=(5, 4), activation="relu", output="softmax", cost="cross_entropy")
    assert (got.network.hidden, got.network.output, got.network.cost) == ("relu", "softmax", "cross_entropy")
    with pytest.raises(RecipeError, match=re.escape(f"network.hidden = [5, 5]: the network in {path} has [5, 4]; ")):
        read(path, hidden=(5, 5))


def test_too_wide_and_too_deep_are_refused(tmp_path):
    deep = {f"W{l}": np.eye(3) for l in range(1, 9)}
    with pytest.raises(RecipeError, match="has 8 layers of weights, expected at most 7"):
        read(save(tmp_path / "net.npz", deep), 3, 3)
    wide = {"W1": np.zeros((1001, 3)), "W2": np.zeros((3, 1001))}
    with pytest.raises(RecipeError, match=re.escape("W1 (1001, 3), expected hidden layers of at most 1,000 neurons")):
        read(save(tmp_path / "net.npz", wide), 3, 3)


def test_a_recipe_takes_the_hidden_layers_from_the_file(tmp_path, network):
    from netsim.untrained import with_weights

    save(tmp_path / "net.npz", under(NAMINGS["book"], network))
    recipe = with_weights(Recipe.from_dict({"network": {"weights": "net.npz", "activation": "tanh"}}), tmp_path)
    assert recipe.network.hidden == (5, 4)
    assert with_weights(recipe, tmp_path) == recipe
