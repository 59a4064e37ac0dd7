"""Which files a drawing follows from: when one of them is saved, it is drawn anew.

The watcher asks for folders alone, and stays light: what Manim stands behind is imported where it is needed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scenes.studio.watch.saves import SOURCES

if TYPE_CHECKING:
    from scenes.lesson.lesson import Lesson
    from scenes.stage.stage import TraceScene

ROOT = Path(__file__).resolve().parents[3]
OTHERS = tuple(ROOT / name for name in ("netsim", "assets/words", "assets/themes"))
#: Where the project's own sources are that pictures follow from.
FOLDERS = (ROOT / "scenes", *OTHERS)


def files_of(plan: Lesson) -> list[str]:
    """List the files that a lesson is made of, whether they are there or not."""
    from netsim.weights.brought import weights_path
    from scenes.lesson.read_data import own_files
    from scenes.words.languages import is_path, language_of

    recipe, folder = plan.recipe, plan.path.parent
    theme, language = plan.theme_name(), plan.language_name()
    scenes, voice = (plan.beside(name) if name else None for name in (plan.story.scenes_file, plan.voice.folder))
    found = [plan.path, plan.words_file(), plan.logo_file(), plan.trace, scenes]
    found += language_of(language).files if is_path(language) else ()
    found += sorted(voice.iterdir()) if voice is not None and voice.is_dir() else ()
    found += [Path(theme)] if theme.endswith(".toml") else ()
    if recipe.data.path and recipe.data.name != "images":  # of a folder with many pictures, none is looked at
        found += own_files(recipe.data, folder)
    found += [weights_path(recipe.network, folder)] if recipe.network.weights else ()
    return [str(path) for path in found if path is not None]


def sources_of(scene: type[TraceScene]) -> list[str]:
    """List the project's files that a scene's pictures follow from: its code, the engine's, words and themes."""
    from scenes.story.own_scenes import address
    from scenes.studio.film.pieces.sources import closure

    others = (path for folder in OTHERS for path in folder.rglob("*") if path.suffix in SOURCES)
    return sorted(str(path) for path in {*closure(address(scene)).values(), *others})
