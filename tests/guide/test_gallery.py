"""The gallery shows one picture of every scene, under its title."""

import re

from PIL import Image

from assets.make_gallery import GUIDE, PICTURES, SIZE, page
from scenes.story.story import all_scenes


def test_the_page_is_as_the_scenes_are():
    assert (GUIDE / "gallery.md").read_text("utf-8") == page()


def test_every_picture_is_there_and_none_is_left_over():
    shown = re.findall(r"\(gallery/(\w+\.webp)\)", page())
    assert shown == [f"{scene.__name__}.webp" for scene in all_scenes()]
    assert sorted(shown) == sorted(path.name for path in PICTURES.iterdir())


def test_pictures_show_something():
    for path in PICTURES.iterdir():
        with Image.open(path) as picture:
            assert picture.size == SIZE
            darkest, lightest = picture.convert("L").getextrema()
            assert lightest - darkest > 100
