"""What inputs mean: names and natural units go from the data into the trace, and come back out of its file."""

import json

import numpy as np
import pytest

from netsim import Recipe, Trace, TraceError, record
from netsim.data.sources import load_dataset
from netsim.trace.features import Feature

FLOWERS = "sepal,petal,kind\n5.1,14,a\n7.05,47,b\n6.3,60,a\n4.9,15,b\n6.4,45,a\n"


@pytest.mark.parametrize("scale", ["unit", "standard", "none"])
def test_natural_values_come_back_from_inputs(tmp_path, scale):
    (tmp_path / "my.csv").write_text(FLOWERS)
    tables = {"data": {"name": "csv", "path": "my.csv", "scale": scale}, "network": {"hidden": [2]}}
    data = load_dataset(Recipe.from_dict(tables).data, tmp_path)
    assert [(feature.name, feature.kind, feature.decimals) for feature in data.features] == [
        ("sepal", "number", 2),
        ("petal", "number", 0),
    ]
    rows = [
        [feature.natural(x) for feature, x in zip(data.features, row, strict=True)]
        for row in np.vstack([data.x, data.x_unseen])
    ]
    np.testing.assert_allclose(sorted(rows), [[4.9, 15], [5.1, 14], [6.3, 60], [6.4, 45], [7.05, 47]], rtol=1e-12)


def test_a_trace_keeps_what_its_inputs_mean(tmp_path):
    (tmp_path / "my.csv").write_text(FLOWERS)
    tables = {"data": {"name": "csv", "path": "my.csv"}, "network": {"hidden": [2]}, "training": {"epochs": 1}}
    trace = record(Recipe.from_dict(tables), beside=tmp_path, exhibits=())
    assert [feature.name for feature in trace.features] == ["sepal", "petal"]
    trace.save(tmp_path / "my.npz")
    assert Trace.load(tmp_path / "my.npz").features == trace.features


def test_toys_have_names_and_images_have_none():
    def features(name):
        return load_dataset(Recipe.from_dict({"data": {"name": name}}).data).features

    assert [feature.name for feature in features("xor")] == ["x₀", "x₁"]
    assert [feature.natural(0.25) for feature in features("spiral")] == [0.25, 0.25]
    assert features("digits") == ()


def altered(path, features):
    """Make a trace's header say other features."""
    from netsim.trace.store import header_digest

    with np.load(path) as held:
        arrays = dict(held)
    header = json.loads(str(arrays["header"]))
    if features is None:
        del header["features"]
    else:
        header["features"] = features
    header["digest"] = header_digest({key: value for key, value in header.items() if key != "digest"})
    np.savez(path, **(arrays | {"header": np.array(json.dumps(header))}))


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    path = tmp_path_factory.mktemp("trace") / "xor.npz"
    tables = {"data": {"name": "xor"}, "network": {"hidden": [2]}, "training": {"epochs": 1}}
    record(Recipe.from_dict(tables), exhibits=()).save(path)
    return path


@pytest.mark.parametrize("features", [None, []])
def test_a_trace_without_features_is_read(kept, features):
    altered(kept, features)
    assert Trace.load(kept).features == ()


GOOD = {"name": "a", "shift": 0, "scale": 1.5, "kind": "number", "decimals": 2}


@pytest.mark.parametrize(
    ("features", "said"),
    [
        ([GOOD], "not one for each of its 2 inputs"),
        ({"a": 1}, "not one for each"),
        ([GOOD, GOOD | {"scale": 0}], "nothing usable of its input 1"),
        ([GOOD | {"kind": "word"}, GOOD], "nothing usable of its input 0"),
        ([GOOD, {"name": "a"}], "nothing usable of its input 1"),
    ],
)
def test_features_that_cannot_be_are_refused(kept, features, said):
    altered(kept, features)
    with pytest.raises(TraceError, match=said):
        Trace.load(kept)


def test_a_good_feature_is_read(kept):
    altered(kept, [GOOD, GOOD | {"kind": "choice"}])
    assert Trace.load(kept).features[0] == Feature("a", 0, 1.5, "number", 2)
