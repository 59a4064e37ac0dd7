"""Reads labelled images from a folder that has one folder of them for each class.

The one file of the engine that needs Pillow, and only while it reads images.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from netsim.border.opening import Unreadable, folder_at, size_of
from netsim.data.own import MOST_CLASSES, Rows, named
from netsim.functions import Array
from netsim.recipe.section import RecipeError

if TYPE_CHECKING:
    from PIL import Image

MOST_IMAGES = 200_000  # of all classes
LARGEST_IMAGE = 256 * 2**20  # bytes of one image's file
MOST_PIXELS = 50_000_000  # of one image: more would need gigabytes to be read
UNKNOWN = ("LAB", "HSV", "YCbCr")  # colours whose grey Pillow does not give

ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".pgm")


def read_pictures(folder: Path, size: int, invert: bool = False) -> Rows:
    """Read the images below a folder; the name of the folder that an image lies in is its class.

    Each is turned as its camera held it and becomes grey; what is transparent lies on white; of an animation
    the first picture counts; its largest centred square is scaled to size x size pixels. Brightness runs from 0,
    black, to 1, in the file's own range: 8 or 16 bits, or floating numbers from 0 to 1.

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
    found = pictures_in(folder)
    images = np.array([_image(path, size, invert) for path in found])
    return Rows(str(folder), images, *named([path.parent.name for path in found]), (size, size))


def pictures_in(folder: Path) -> list[Path]:
    """List the images in the folders of a folder, class by class, without opening one.

    Raises
    ------
    RecipeError
        If there are no folders or too many, or one has no image, or all have too many.
    """
    try:
        places = [place for place in folder_at(folder) if place.is_dir()]
    except (Unreadable, OSError) as error:
        why = error if isinstance(error, Unreadable) else "cannot be read"
        raise RecipeError(f"data.path: {folder} {why}, expected a folder with one of images for each class.") from None
    if not 1 <= len(places) <= MOST_CLASSES:
        raise RecipeError(
            f"data.path: {folder} has {len(places) or 'no'} folders in it, expected one of images for each class, "
            f"2 to {MOST_CLASSES}."
        )
    images: list[Path] = []
    for place in places:
        try:
            found = [path for path in folder_at(place) if path.suffix.lower() in ENDINGS]
        except Unreadable as error:
            raise RecipeError(f"{place} {error}; give its owner the right to read it, or remove it.") from None
        if not found:
            raise RecipeError(f"{place} has no image, expected files that end in {', '.join(ENDINGS)}.")
        images += found
        if len(images) > MOST_IMAGES:
            raise RecipeError(f"data.path: {folder} has more than {MOST_IMAGES:,} images, expected at most so many.")
    return images


def _image(path: Path, size: int, invert: bool) -> Array:
    """Read one image as a row of brightness, 0..1."""
    from PIL import Image, ImageOps

    try:
        size_of(path, LARGEST_IMAGE)
        # Pillow warns of marks in a file that change no pixel, and of sizes that are checked here.
        with warnings.catch_warnings(action="ignore"), Image.open(path) as opened:
            across, down = opened.size
            if across * down > MOST_PIXELS:
                raise Unreadable(f"has {across:,} x {down:,} pixels, expected at most {MOST_PIXELS:,} in all")
            grey = _grey(ImageOps.exif_transpose(opened))
            square = ImageOps.fit(grey, (size, size), Image.Resampling.BICUBIC)
    except Exception as error:  # damaged bytes make its readers trip in a dozen ways
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        said = why if isinstance(error, Unreadable) else f"cannot be read as an image ({why})"
        raise RecipeError(f"{path} {said}; remove it or save it anew.") from None
    row: Array = np.asarray(square, dtype=np.float64).ravel().clip(0, 1)
    return 1 - row if invert else row


def _grey(image: Image.Image) -> Image.Image:
    """Turn an image of any kind into floating brightness, 0..1, in its kind's own range.

    Raises
    ------
    Unreadable
        If its numbers have no brightness of their own.
    """
    from PIL import Image

    if image.mode.startswith("I") or image.mode == "F":
        values = np.asarray(image, dtype=np.float64)
        top = 1.0 if image.mode == "F" else float(2**16 - 1)
        if not np.isfinite(values).all() or values.min() < 0 or values.max() > top:
            kind, range_ = ("floating", "0 to 1") if image.mode == "F" else ("32-bit", "0 to 65,535")
            raise Unreadable(f"has {kind} numbers that are no brightness, expected {range_}, or 8 or 16 bits")
        return Image.fromarray((values / top).astype(np.float32))
    if image.mode in UNKNOWN:
        raise Unreadable(f"has its colours as {image.mode}, expected grey, RGB, CMYK or a palette")
    if image.has_transparency_data:
        upper = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", upper.size, "white"), upper)
    grey = np.asarray(image.convert("RGB").convert("L"), dtype=np.float32)
    return Image.fromarray(grey / 255)
