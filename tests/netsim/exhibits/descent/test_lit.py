"""The lit exhibit: counted one example and one input at a time."""

from dataclasses import replace

import pytest

from netsim import Recipe, TraceError, record, verify
from netsim.data.sources import load_dataset
from netsim.exhibits.descent.lit import EXHIBIT as LIT
from tests.netsim.exhibits.exhibited import changed, held, more, plain, put, random_run


def counted(x):
    """In how many rows each number is not 0, one at a time."""
    return [sum(1 for row in x if row[k] != 0) for k in range(len(x[0]))]


def test_each_input_is_counted_where_it_is_not_0():
    run = random_run()
    x = run.data.x.copy()
    x[:, 2] = 0
    x[3, 0] = -0.25
    kept = plain(LIT.record(replace(run, data=replace(run.data, x=x))))
    assert kept["count"].tolist() == counted(x)
    assert kept["share"].tolist() == [many / 23 for many in counted(x)]
    assert (kept["examples"], kept["never"]) == (23, 1)


def test_of_the_bundled_digits_the_margin_is_never_lit():
    data = load_dataset(Recipe().data)
    kept = record(Recipe.from_dict({"training": {"epochs": 1}}), exhibits=["lit"])
    assert kept["lit/count"].tolist() == counted(data.x.tolist())
    assert kept["lit/never"] == sum(many == 0 for many in counted(data.x.tolist()))
    assert kept["lit/share"].reshape(28, 28)[0].max() == 0


@pytest.fixture(scope="module")
def trace(quick):
    """The spiral, with what two other exhibits count of it."""
    return record(quick(), exhibits=["lit", "data", "sensitivity"])


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("lit/count", put(0, -1), r"lit/count lies in 0\.\.examples"),
        ("lit/count", put(0, 0), "lit/count has the followed examples|lit/share = count / examples"),
        ("lit/never", more(1), "lit/never counts where count is 0"),
        ("lit/examples", more(1), "lit/share = count / examples|lit/examples = data/examples"),
        ("sensitivity/lit", more(-1e-3), "lit/share = sensitivity/lit|sensitivity/lit"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*({said})"):
        verify(changed(trace, key, change))


def test_every_array_is_held_by_some_identity(trace):
    verify(trace)
    held(trace, LIT)
