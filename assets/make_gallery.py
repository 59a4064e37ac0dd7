"""Write guide/gallery.md and a picture of every scene: that of its beat in which most stands on the stage.

Run by hand after scenes changed (`python assets/make_gallery.py`); it trains two small networks and draws every still.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from netsim import Trace
from netsim.border.files import whole
from scenes.lesson.kept_traces import trace_for
from scenes.lesson.lesson import Lesson
from scenes.look.theme import Theme
from scenes.stage.chapters import CHAPTERS
from scenes.stage.stage import TraceScene
from scenes.story.story import all_scenes, scenes_of
from scenes.story.told import Part
from scenes.studio.film.clips.quality import QUALITIES
from scenes.studio.film.stills import draw_stills
from scenes.words.messages import Messages

GUIDE = Path(__file__).parent / "guide"
PICTURES = GUIDE / "gallery"
SIZE = (640, 360)
#: What the bundled lesson's network has not: two inputs, whose plane a scene draws.
OF_ITS_OWN = {"DecisionBoundary": '[network]\nhidden = [8, 8]\n[data]\nname = "spiral"\n[training]\nepochs = 100\n'}


def page() -> str:
    """Write the page: every scene with its title, its picture, and how to make it."""
    return "\n".join(["# One picture of every scene", "", *_lines(Messages.load())]) + "\n"


def _lines(words: Messages) -> Iterator[str]:
    yield "`nudge render --scene NAME` makes the film of one, `nudge stills --scene NAME` all its pictures. These are"
    yield "of the bundled network, and drawn by `python assets/make_gallery.py`."
    for chapter in CHAPTERS.values():
        yield from ("", f"## {words.say(chapter.message, {})}")
        for scene in scenes_of(chapter.key):
            ideas = ", ".join(dict.fromkeys(beat.id for beat in scene.beats() if beat.id))
            yield from ("", f"### {scene.titled(words)}", "", f"`{scene.__name__}` · {ideas}", "")
            yield f"![{scene.titled(words)}](gallery/{scene.__name__}.webp)"


def _traces(folder: Path) -> Iterator[tuple[Trace, list[type[TraceScene]]]]:
    """Walk over the records that the pictures are of: each with its scenes."""
    bundled = [scene for scene in all_scenes() if scene.__name__ not in OF_ITS_OWN]
    yield _recorded(Lesson.load(), bundled, folder), bundled
    for scene in (scene for scene in all_scenes() if scene not in bundled):
        place = folder / f"{scene.__name__}.toml"
        place.write_text(OF_ITS_OWN[scene.__name__])
        yield _recorded(Lesson.load(place), [scene], folder), [scene]


def _recorded(lesson: Lesson, scenes: Sequence[type[TraceScene]], folder: Path) -> Trace:
    return trace_for(lesson.recording({exhibit for scene in scenes for exhibit in scene.needs}), folder)


def _picture(scene: type[TraceScene], trace: Trace) -> Image.Image:
    """Draw the beats of a scene, and return the picture in which most differs from the ground."""
    stills = draw_stills([Part(scene, None)], trace, QUALITIES["hd"], Theme.load(), Messages.load(), captions=False)
    return max((still.image for still in stills), key=_filled)


def _filled(picture: Image.Image) -> float:
    grey = np.asarray(picture.convert("L"), dtype=int)
    return float((np.abs(grey - grey[0, 0]) > 12).mean())


def main() -> None:
    """Draw all pictures, and write the page when they are there."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for trace, scenes in _traces(Path(folder)):
            for scene in scenes:
                picture = _picture(scene, trace).resize(SIZE, Image.Resampling.LANCZOS)
                with whole(PICTURES / f"{scene.__name__}.webp") as draft:
                    picture.save(draft, "WEBP", quality=82, method=6)
    (GUIDE / "gallery.md").write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
