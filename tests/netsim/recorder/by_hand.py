"""A training run as another program makes it: a loop in plain numpy that knows nothing of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

CLASSES = ("red", "green", "blue")


def examples(many: int = 60) -> tuple[np.ndarray, np.ndarray]:
    """Points around three centres, (N, 4), and their labels (N,)."""
    rng = np.random.default_rng(0)
    y = np.arange(many) % 3
    return rng.normal(size=(many, 4)) + 2 * np.eye(3, 4)[y], y


def told(**more: Any) -> dict[str, Any]:
    """What a Recorder is told of these examples and this network."""
    x, y = examples()
    functions = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy", "classes": CLASSES}
    return {"x": x[:45], "y": y[:45], "x_unseen": x[45:], "y_unseen": y[45:], **functions, **more}


def run(steps: int, momentum: float = 0.0, eta: float = 0.3) -> Iterator[tuple[int, list[Any], list[Any], np.ndarray]]:
    """Train 4-5-3, tanh and softmax, in batches of 5: the step, [W1, b1, W2, b2], its gradients, and the batch.

    Derivatives are written out as for the log-likelihood of a softmax: (a - y) a^T, and so on back.
    """
    x, y = examples()
    rng = np.random.default_rng(1)
    W1, b1, W2, b2 = rng.normal(size=(5, 4)) / 2, np.zeros(5), rng.normal(size=(3, 5)) / 2, np.zeros(3)
    velocity = [0.0, 0.0, 0.0, 0.0]
    for step in range(steps + 1):
        batch = np.arange(5 * step, 5 * step + 5) % 45
        hidden = np.tanh(x[batch] @ W1.T + b1)
        shares = np.exp(hidden @ W2.T + b2)
        shares /= shares.sum(axis=1, keepdims=True)
        d2 = (shares - np.eye(3)[y[batch]]) / 5
        d1 = d2 @ W2 * (1 - hidden**2)
        gradients = [d1.T @ x[batch], d1.sum(axis=0), d2.T @ hidden, d2.sum(axis=0)]
        yield step, [W1.copy(), b1.copy(), W2.copy(), b2.copy()], gradients, batch
        velocity = [momentum * v + g for v, g in zip(velocity, gradients, strict=True)]
        for part, v in zip((W1, b1, W2, b2), velocity, strict=True):
            part -= eta * v


def flipped(arrays: list[Any]) -> list[Any]:
    """The same as Keras and scikit-learn have them: weights (in, out)."""
    return [array.T for array in arrays]
