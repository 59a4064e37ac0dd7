"""The bundled handwritten digits: 1,797 small images, enlarged to 28x28 so that they look like ink."""

from __future__ import annotations

from importlib.resources import files

import numpy as np

from netsim.data.datasets import Dataset
from netsim.functions import Array

COUNT = 1797  # images
SIDE = 28  # pixels of an image, as in MNIST
INNER = 26  # pixels that the 8x8 grid and one black cell around it become; the rest is margin


def load_digits(unseen: int, rng: np.random.Generator) -> Dataset:
    """Load the bundled digits, 784 inputs and ten classes, shuffled and split.

    Parameters
    ----------
    unseen
        How many of the 1,797 images are held out, 0..1796.
    rng
        Draws which ones.

    Notes
    -----
    E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning
    Repository, 1998, CC BY 4.0.
    """
    with files("assets").joinpath("digits.npz").open("rb") as file, np.load(file) as stored:
        images, label = stored["images"], stored["labels"].astype(np.int64)
    order = rng.permutation(len(label))
    x, label = enlarge(images / 16)[order], label[order]
    seen = len(label) - unseen
    split = x[:seen], label[:seen], x[seen:], label[seen:]
    return Dataset("digits", *split, tuple("0123456789"), (SIDE, SIDE), enlarged_from=images.shape[-1])


def enlarge(images: Array) -> Array:
    """Enlarge images (N, 8, 8) in 0..1 to rows (N, 784) in 0..1: cubic spline, contrast, black margin.

    A black cell all round lets strokes end softly. The contrast curve turns the broad grey slopes
    of the spline into edges of about two pixels, centred a little above half cover, so that strokes stay slim.
    """
    cells = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    S = spline_matrix(cells.shape[-1], INNER)
    ink = np.clip((S @ cells @ S.T - 0.3) / 0.5, 0, 1)
    ink = ink * ink * (3 - 2 * ink)
    margin = (SIDE - INNER) // 2
    return np.pad(ink, ((0, 0), (margin, margin), (margin, margin))).reshape(len(images), -1)


def spline_matrix(n: int, m: int) -> Array:
    """Make the (m, n) matrix that samples the natural cubic spline through n pixels at m finer pixels.

    Pixels are squares side by side: both grids cover the same length, and the spline goes on
    as a constant in the outer half of the first and the last pixel.

    Notes
    -----
    The second derivatives M of the spline solve M[i-1] + 4 M[i] + M[i+1] = 6 (y[i-1] - 2 y[i] + y[i+1]),
    with M = 0 at both ends (C. de Boor, A Practical Guide to Splines, 1978, chapter 4).
    """
    y = np.eye(n)
    A = np.eye(n)
    B = np.zeros((n, n))
    for i in range(1, n - 1):
        A[i, i - 1 : i + 2] = 1, 4, 1
        B[i, i - 1 : i + 2] = 6, -12, 6
    M = np.linalg.solve(A, B)
    at = np.clip((np.arange(m) + 0.5) * n / m - 0.5, 0, n - 1)
    i = np.minimum(at.astype(int), n - 2)
    u = (at - i)[:, None]
    v = 1 - u
    S: Array = v * y[i] + u * y[i + 1] + ((v**3 - v) * M[i] + (u**3 - u) * M[i + 1]) / 6
    return S
