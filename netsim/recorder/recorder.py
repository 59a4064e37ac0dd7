"""The recorder: keeps what another program's training loop hands it, and makes a trace of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from netsim.backprop import Backward
from netsim.data.datasets import Dataset
from netsim.measure import Gradient, mean_gradient
from netsim.network import Network
from netsim.one_thread import one_thread
from netsim.recipe.section import RecipeError
from netsim.record import LARGEST
from netsim.recorder.foreign import Told, foreign_trace
from netsim.recorder.gradients import check_gradients
from netsim.recorder.layers import Layers, layers_of, plain
from netsim.recorder.told import check_followed, dataset_of, labels_in
from netsim.trace.features import Feature
from netsim.trace.trace import Trace
from netsim.training import Step


class Recorder:
    """Records a training run that goes on in a loop of your own, in PyTorch, Keras, scikit-learn or plain numpy.

    Activations, gradients and all that scenes show are computed here, in float64, from the weights that are kept.

    Parameters
    ----------
    x, y
        What is learned from: inputs (N, n_0) as the network gets them, or images (N, height, width); labels (N,),
        which are names or whole numbers, or rows (N, n) with a 1 at the label; or numbers to answer with, (N, n).
        Two classes may have a single output.
    hidden, output
        Names of the activations of the hidden layers and of the last one: see the lesson's [network].
    cost
        Name of the cost of an example: "quadratic", "cross_entropy" and so on: see [network] as well.
    classes
        Names of the classes, one for each output; whole numbers in y are then places among them.
    image_shape
        (height, width) if an input is an image, brightness 0..1, row by row.
    x_unseen, y_unseen
        The same of examples that the training never sees.
    features
        The names of the inputs of a table, in order; or `Feature`, with the way back to natural units.
    numbers
        The names of the outputs, if these are numbers; which they are without it if some of y are not whole.
    follow
        Labels of the training examples that are followed; the first is the one that scenes show.
    rule, eta, momentum
        How updates are made, if it is to be held too: "sgd", "momentum" or "adam", with a learning rate that stays.
        keep() is then told the batch of each update; of rules that keep something, every step from 0 on, and of
        Adam in float64: else the rule counts as not known.

    Raises
    ------
    RecipeError
        If something of it does not fit, in one sentence.

    Examples
    --------
    >>> recorder = Recorder(x, y, hidden="relu", output="softmax", cost="cross_entropy")
    >>> for step in range(100):
    ...     recorder.keep(step, [W1, b1, W2, b2])
    ...     train_on_a_batch()
    >>> recorder.trace().save("run.npz")
    """

    def __init__(
        self,
        x: Any,
        y: Any,
        *,
        output: str,
        cost: str,
        hidden: str = "sigmoid",
        classes: Sequence[Any] = (),
        image_shape: tuple[int, int] | None = None,
        x_unseen: Any = None,
        y_unseen: Any = None,
        features: Sequence[str | Feature] = (),
        numbers: Sequence[str | Feature] = (),
        follow: Iterable[Any] = (),
        rule: str = "",
        eta: float | None = None,
        momentum: float = 0.0,
    ) -> None:
        self._data: Dataset = dataset_of(x, y, x_unseen, y_unseen, classes, image_shape, features, numbers)
        self._told = Told(hidden, output, cost, labels_in(follow), rule, eta, momentum)
        self._told.check()
        check_followed(self._told.follow, self._data)
        self._kept: list[_Kept] = []

    def keep(self, step: int, weights: Any, gradients: Any = None, batch: Any = None) -> None:
        """Keep a copy of the network as it is after so many updates.

        Parameters
        ----------
        step
            How many updates were made; 0 is untouched. Larger from one call to the next.
        weights
            [W1, b1, W2, b2, ...] or [(W1, b1), ...] as arrays or tensors, a state dict of PyTorch, what
            `get_weights()` of Keras gives, or the model itself.
        gradients
            The derivatives of the mean cost by these weights, in the same form, if they are to be compared with ours.
        batch
            Which examples the next update asks, as indices into x, or "all"; all if it is not told.

        Raises
        ------
        RecipeError
            If the step does not come after the last one, weights do not fit or are no finite numbers, gradients
            are not those that are computed here, or there is no more room.
        """
        where = f"recorder.keep({step})"
        if isinstance(step, bool) or not isinstance(step, (int, np.integer)) or step < 0:
            raise RecipeError(f"recorder.keep: step = {step!r}, expected how many updates were made, 0 or more.")
        if self._kept and step <= self._kept[-1].step:
            raise RecipeError(
                f"{where}: the step before was {self._kept[-1].step}, expected a larger one; count the updates on "
                "from epoch to epoch, or begin another Recorder."
            )
        layers = self._layers(weights, where)
        self._check_room(layers, where)
        kept = _Kept(int(step), layers, self._places(batch, where), batch is not None)
        if gradients is not None:
            self._compare(kept, gradients, where)
        self._kept.append(kept)

    def trace(self, exhibits: Iterable[str] | None = None) -> Trace:
        """Make the trace of what was kept: every moment, and all that scenes show of such a run.

        Parameters
        ----------
        exhibits
            What is taken apart for scenes, by name; None for all that can be.

        Raises
        ------
        RecipeError
            If fewer than two moments were kept, or there is no such exhibit.
        """
        if len(self._kept) < 2:
            raise RecipeError(
                f"recorder.trace: {'one moment was' if self._kept else 'no moment was'} kept, expected two or more, "
                "the start and the end of the training; call recorder.keep(step, weights) in the loop."
            )
        # numbers that leave their range are refused by the trace, with their array and place
        with one_thread(), np.errstate(over="ignore", invalid="ignore"):
            moments = [self._moment(kept) for kept in self._kept]
            told = all(kept.told for kept in self._kept)
            sizes = [len(self._data.x) if kept.batch is None else len(kept.batch) for kept in self._kept]
            shortest = min(kept.layers.bytes for kept in self._kept)
            return foreign_trace(self._told, self._data, moments, max(sizes) if told else 0, shortest, exhibits)

    def _layers(self, weights: Any, where: str) -> Layers:
        """Read weights, which have the shapes that those before had."""
        first = self._kept[0].layers if self._kept else None
        side, outputs = (first.inputs_first, first.sizes[-1]) if first else (None, self._outputs)
        layers = layers_of(weights, self._data.x.shape[1], outputs, where, side)
        if first is None:
            self._told.network(layers)
            self._data = self._told.answered_by(layers, self._data, where)
        elif layers.sizes != (sizes := first.sizes):
            raise RecipeError(
                f"{where}: the network is {_said(layers.sizes)}, and at the step kept first it was {_said(sizes)}; "
                "expected the same, or another Recorder."
            )
        return layers

    @property
    def _outputs(self) -> int | None:
        """How many outputs the network has; None where two classes may have one or two."""
        many = self._data.outline
        return None if many.classes == 2 else many.outputs

    def _check_room(self, layers: Layers, where: str) -> None:
        each = 2 * 8 * sum(W.size for W in layers.W.values())
        if (len(self._kept) + 1) * each > LARGEST:
            raise RecipeError(
                f"{where}: {len(self._kept) + 1} moments of this network would take more than {LARGEST // 2**30} GB, "
                "expected fewer; keep every tenth step, say."
            )

    def _places(self, batch: Any, where: str) -> np.ndarray | None:
        """Read which examples a batch has; None are all."""
        if batch is None or (isinstance(batch, str) and batch == "all"):
            return None
        places, many = plain(batch), len(self._data.x)
        if places.dtype.kind not in "iu" or places.ndim != 1 or not len(places):
            raise RecipeError(f"{where}: batch is of {places.dtype} {places.shape}, expected indices into x, or 'all'.")
        if places.min() < 0 or places.max() >= many:
            raise RecipeError(f"{where}: batch has the index {places.max()}, expected 0 to {many - 1}, places in x.")
        return np.array(places)

    def _compare(self, kept: _Kept, gradients: Any, where: str) -> None:
        """Hold gradients of the program against ours."""
        network, side = self._told.network(kept.layers), kept.layers.inputs_first
        outputs = kept.layers.sizes[-1]
        given = layers_of(gradients, self._data.x.shape[1], outputs, f"{where}, gradients", side)
        if given.sizes != kept.layers.sizes:
            raise RecipeError(f"{where}: gradients are of {_said(given.sizes)}, expected {_said(kept.layers.sizes)}.")
        with one_thread():
            kept.ours = self._gradient(network, kept.batch)
            coarsest = min(given.bytes, kept.layers.bytes)
            check_gradients(given, kept.ours, network, partial(self._gradient, batch=kept.batch), coarsest, where)

    def _gradient(self, network: Network, batch: np.ndarray | None) -> Gradient:
        x, y = self._data.x, self._data.targets
        return mean_gradient(network, *((x, y) if batch is None else (x[batch], y[batch])))

    def _moment(self, kept: _Kept) -> Step:
        """Make the moment of a run of what was kept."""
        network = self._told.network(kept.layers)
        ours = kept.ours or self._gradient(network, kept.batch)
        back = Backward(np.array([ours.C]), {}, {}, ours.dC_dW, ours.dC_db)
        return Step(kept.step, 0, True, network, back, self._told.eta or 0.0)


@dataclass
class _Kept:
    """What was kept after so many updates: the network, the examples of the next one (None: all), whether told."""

    step: int
    layers: Layers
    batch: np.ndarray | None
    told: bool
    ours: Gradient | None = None


def _said(sizes: Sequence[int]) -> str:
    return "-".join(map(str, sizes))
