"""Folders of images of one's own: read by class and in their own range; one sentence for bad ones."""

import numpy as np
import pytest
from PIL import Image

from netsim import RecipeError
from netsim.data.pictures import _image
from tests.netsim.data.own import load


@pytest.fixture
def pictures(tmp_path):
    """Two classes of three images each: bright on the left, bright on the right."""
    for name in ("left", "right", ".hidden"):
        (tmp_path / "shapes" / name).mkdir(parents=True)
    for i, mode in enumerate(("L", "RGB", "P")):
        picture = np.zeros((40, 60 + i), dtype=np.uint8)
        picture[:, :30] = 255
        Image.fromarray(picture).convert(mode).save(tmp_path / "shapes" / "left" / f"{i}.png")
        Image.fromarray(picture[:, ::-1]).convert(mode).save(tmp_path / "shapes" / "right" / f"{i}.bmp")
    (tmp_path / "shapes" / "left" / "notes.txt").write_text("not an image")
    return tmp_path


def test_a_folder_of_images_is_read_by_class(pictures):
    data = load(pictures, name="images", path="shapes", size=8, unseen=1)
    assert (data.classes, data.image_shape, data.x.shape) == (("left", "right"), (8, 8), (5, 64))
    for x, c in zip(data.x.reshape(5, 8, 8), data.label, strict=True):
        half = (
            x[:, :3] if data.classes[c] == "left" else x[:, 5:],
            x[:, 5:] if data.classes[c] == "left" else x[:, :3],
        )
        assert half[0].min() > 0.9
        assert half[1].max() < 0.1
    dark = load(pictures, name="images", path="shapes", size=8, unseen=1, invert=True)
    np.testing.assert_allclose(dark.x, 1 - data.x)


def test_transparent_is_white(tmp_path):
    for name in "ab":
        (tmp_path / name).mkdir()
        Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(tmp_path / name / "x.png")
    assert load(tmp_path, name="images", path=".", size=4, unseen=1).x.min() == 1


@pytest.mark.parametrize(
    ("spoil", "path", "said"),
    [
        (
            lambda shapes: (shapes / "left" / "x.png").write_text("no"),
            "shapes",
            r"left/x\.png cannot be read as an image",
        ),
        (
            lambda shapes: (shapes / "left" / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n"),
            "shapes",
            r"left/x\.png cannot be",
        ),
        (lambda shapes: (shapes / "empty").mkdir(), "shapes", r"empty has no image, expected files that end in \.png"),
        (lambda shapes: None, "nowhere", "is not there, expected a folder"),
        (lambda shapes: None, "shapes/left", "has no folders in it"),
        (
            lambda shapes: [(shapes / f"class {i}").mkdir() for i in range(30)],
            "shapes",
            "has 32 folders in it, expected one of images for each class, 2 to 26",
        ),
    ],
)
def test_bad_images_get_one_sentence(pictures, spoil, path, said):
    spoil(pictures / "shapes")
    with pytest.raises(RecipeError, match=said) as caught:
        load(pictures, name="images", path=path)
    assert "\n" not in str(caught.value)


def grey(pictures, kind):
    """A ramp from 0 to 1 as an image of a kind, read back as brightness."""
    ramp = np.linspace(0, 1, 400).reshape(20, 20)
    numbers = {"uint16": np.rint(65535 * ramp).astype(np.uint16), "float32": ramp.astype(np.float32)}
    image = Image.fromarray(numbers.get(kind, np.rint(255 * ramp).astype(np.uint8)))
    for name in ("left", "right"):
        image.save(pictures / "shapes" / name / "ramp.tif")
    return ramp.ravel(), _image(pictures / "shapes" / "left" / "ramp.tif", 20, invert=False)


@pytest.mark.parametrize(("kind", "step"), [("uint8", 1 / 255), ("uint16", 1 / 65535), ("float32", 1e-6)])
def test_an_image_is_read_in_its_own_range(pictures, kind, step):
    ramp, read = grey(pictures, kind)
    assert np.abs(read - ramp).max() <= 0.51 * step + 1e-7


def test_numbers_that_are_no_brightness_are_refused_by_name(tmp_path):
    for values, said in ((np.float32([[0, 900]]), "floating numbers"), (np.int32([[0, 900_000]]), "32-bit numbers")):
        Image.fromarray(values).save(tmp_path / "odd.tif")
        with pytest.raises(RecipeError, match=rf"odd\.tif has {said} that are no brightness, expected 0 to"):
            _image(tmp_path / "odd.tif", 4, invert=False)


def test_transparent_is_white_and_a_turned_photo_stands_upright(tmp_path):
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(tmp_path / "glass.png")
    assert _image(tmp_path / "glass.png", 4, invert=False).min() == 1.0
    upper_half_dark = Image.fromarray(np.repeat(np.uint8([[0], [0], [255], [255]]), 4, axis=1))
    turned = Image.Exif()
    turned[0x0112] = 3  # the camera was held upside down
    upper_half_dark.save(tmp_path / "photo.png", exif=turned)
    assert _image(tmp_path / "photo.png", 4, invert=False).reshape(4, 4)[:, 0].tolist() == [1.0, 1.0, 0.0, 0.0]


def test_of_an_animation_the_first_picture_counts(tmp_path):
    dark, bright = Image.new("L", (4, 4), 0), Image.new("L", (4, 4), 255)
    dark.save(tmp_path / "moving.gif", save_all=True, append_images=[bright])
    assert _image(tmp_path / "moving.gif", 4, invert=False).max() == 0.0


def test_a_huge_image_is_refused_before_it_is_unpacked(tmp_path):
    Image.new("1", (13_300, 13_300)).save(tmp_path / "huge.png")
    with pytest.raises(RecipeError, match=r"huge\.png has 13,300 x 13,300 pixels, expected at most 50,000,000 in all"):
        _image(tmp_path / "huge.png", 4, invert=False)
