"""Reads labelled images from a folder that has one folder of them for each class.

The one file of the engine that needs Pillow, and only while it reads images.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from netsim.data.own import Rows, named
from netsim.functions import Array
from netsim.recipe.recipe import RecipeError

ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".pgm")


def read_pictures(folder: Path, size: int, invert: bool = False) -> Rows:
    """Read the images below a folder; the name of the folder that an image lies in is its class.

    Each becomes grey, what is transparent white, its largest centred square is scaled to size x size
    pixels, and brightness runs from 0, black, to 1.

    Parameters
    ----------
    folder
        It has two or more folders with images; names that begin with a dot are passed over.
    size
        Pixels of a side.
    invert
        Whether dark and bright change places: ink on paper becomes light on dark.

    Raises
    ------
    RecipeError
        Naming the folder or the image that is missing or cannot be read.
    """
    if not folder.is_dir():
        raise RecipeError(f"data.path: {folder} is no folder, expected one that has a folder of images for each class.")
    images, labels = [], []
    for place in sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith(".")):
        found = sorted(p for p in place.iterdir() if p.suffix.lower() in ENDINGS and not p.name.startswith("."))
        if not found:
            raise RecipeError(f"{place} has no image, expected files that end in {', '.join(ENDINGS)}.")
        images += [_image(path, size, invert) for path in found]
        labels += [place.name] * len(found)
    if not images:
        raise RecipeError(f"{folder} has no folders in it, expected one of images for each class.")
    return Rows(str(folder), np.array(images), *named(labels), (size, size))


def _image(path: Path, size: int, invert: bool) -> Array:
    """Read one image as a row of brightness, 0..1."""
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as opened:
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
            paper = Image.new("RGBA", upright.size, "white")
            grey = Image.alpha_composite(paper, upright).convert("L")
            square = ImageOps.fit(grey, (size, size), Image.Resampling.BICUBIC)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise RecipeError(f"{path} cannot be read as an image ({why}); remove it or save it anew.") from None
    row: Array = np.asarray(square, dtype=np.float64).ravel() / 255
    return 1 - row if invert else row
