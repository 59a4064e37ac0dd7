"""Write digits.npz, the bundled handwritten digits, from scikit-learn's copy of the UCI optical digits.

Run once by hand (`python assets/make_digits.py`); needs scikit-learn, which the project itself does not.
The images keep their original 8x8 pixels and 17 grey levels; the engine enlarges them when it reads them.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits


def main() -> None:
    """Fetch the 1,797 images (no download: they come inside scikit-learn) and write them beside this script."""
    digits = load_digits()
    np.savez_compressed(
        Path(__file__).with_name("digits.npz"),
        images=digits.images.astype(np.uint8),  # (1797, 8, 8), 0..16
        labels=digits.target.astype(np.uint8),  # (1797,), 0..9
    )


if __name__ == "__main__":
    main()
