"""The import arrows of the house: numbers know no pictures, scenes know no mathematics, nobody imports by star."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CHAPTERS = ("scenes.descent", "scenes.nudges", "scenes.calculus")
ENGINE_SHOWN = {"netsim.Reading", "netsim.Trace", "netsim.TraceError"}
TRACE_PARTS = {
    *("netsim.exhibits.descent_axes", "netsim.exhibits.exhibit_axes", "netsim.trace.reading", "netsim.trace.schema"),
    *("netsim.trace.header", "netsim.trace.store", "netsim.trace.trace"),
}
BACKSTAGE = (
    *(
        "scenes.studio",
        "scenes.cli",
        "scenes.commands.checkup",
        "scenes.lesson.kept_traces",
        "scenes.lesson.lesson",
        "scenes.commands",
    ),
    *("scenes.story.told", "scenes.story.own_scenes", "scenes.lesson.sections"),
)


def imported(source: str, top_only: bool = False) -> Iterator[str]:
    """Full dotted names of what a file imports: modules, and each name taken from them."""
    tree = ast.parse(source)
    for node in tree.body if top_only else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def under(name: str, *packages: str) -> bool:
    """Whether a dotted name is one of the packages or lies in one."""
    return any(name == package or name.startswith(package + ".") for package in packages)


def stray(kind: str, here: str, source: str) -> list[str]:
    """Imports that a file of this kind, a module named `here`, may not have."""
    names = list(imported(source))
    # The trace is the one thing a scene may ask the bundled lesson for, and the stage does that late.
    names = [
        name for name in names if (here, name) != ("scenes.stage.stage", "scenes.lesson.kept_traces.default_trace")
    ]
    match kind:
        case "engine":
            allowed = (*sys.stdlib_module_names, "numpy", "pydantic", "netsim", "assets")
            if here == "netsim.data.pictures" and not any(
                under(name, "PIL") for name in imported(source, top_only=True)
            ):
                allowed += ("PIL",)  # only while images are read
            return [name for name in names if not under(name, *allowed)]
        case "functions":
            return [name for name in names if not under(name, *sys.stdlib_module_names, "numpy", "netsim.functions")]
        case "trace":
            top = list(imported(source, top_only=True))
            return [name for name in top if under(name, "netsim") and not under(name, *TRACE_PARTS, "netsim.functions")]
        case "scene":
            strange = [name for name in names if under(name, "netsim") and name not in ENGINE_SHOWN]
            return strange + [name for name in names if under(name, *CHAPTERS, *BACKSTAGE, "scenes.story.story")]
        case "mobject":
            strange = [name for name in names if under(name, "netsim") and name not in ENGINE_SHOWN]
            told = (
                *CHAPTERS,
                *BACKSTAGE,
                "scenes.story.story",
                "scenes.stage.stage",
                "scenes.stage.beats",
                "scenes.stage.chapters",
            )
            return strange + [name for name in names if under(name, *told)]
        case "stage":
            strange = [name for name in names if under(name, "netsim") and name not in ENGINE_SHOWN]
            return strange + [name for name in names if under(name, *CHAPTERS, *BACKSTAGE)]
        case "studio":
            known = (
                "scenes.studio",
                "scenes.stage.stage",
                "scenes.story.story",
                "scenes.lesson.kept_traces",
                "scenes.lesson.lesson",
                "scenes.look.theme",
            )
            known += (
                "scenes.stage.beats",
                "scenes.story.told",
                "scenes.stage.chapters",
                "scenes.story.own_scenes",
                "scenes.stage.exact_numbers",
                "scenes.stage.rehearsal",
                "scenes.stage.stated_values",
                "scenes.stage.formats",
                "scenes.stage.zones",
                "scenes.lesson.sections",
            )
            return [name for name in names if under(name, "scenes") and not under(name, *known)]
    raise ValueError(kind)


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def files(*patterns: str) -> list[Path]:
    return sorted(path for pattern in patterns for path in ROOT.glob(pattern))


HELD = [
    *(("engine", path) for path in files("netsim/**/*.py")),
    *(("trace", path) for path in files(*(f"{part.replace('.', '/')}.py" for part in sorted(TRACE_PARTS)))),
    *(("functions", path) for path in files("netsim/functions/*.py")),
    *(("scene", path) for path in files("scenes/descent/*.py", "scenes/nudges/*.py", "scenes/calculus/*.py")),
    *(("stage", path) for path in files("scenes/parts/**/*.py")),
    *(("mobject", path) for path in files("scenes/mobjects/**/*.py", "scenes/look/theme.py")),
    *(("stage", path) for path in files("scenes/stage/stage.py", "scenes/stage/beats.py", "scenes/stage/chapters.py")),
    *(("studio", path) for path in files("scenes/studio/**/*.py")),
]


@pytest.mark.parametrize(("kind", "path"), HELD, ids=lambda value: value if isinstance(value, str) else value.stem)
def test_file_imports_only_along_the_arrows(kind, path):
    assert stray(kind, module_of(path), path.read_text("utf-8")) == []


def test_each_kind_has_files():
    assert {kind for kind, _ in HELD} == {"engine", "functions", "trace", "scene", "mobject", "stage", "studio"}


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("engine", "import manim"),
        ("engine", "def f():\n    from scenes.look.theme import Theme"),
        ("engine", "import scipy.special"),
        ("engine", "def f():\n    import PIL.Image"),
        ("functions", "from netsim.network import Network"),
        ("trace", "from netsim.backprop import backprop"),
        ("trace", "from netsim import network"),
        ("scene", "from scenes.nudges.output_nudges import OutputNudges"),
        ("scene", "from scenes.nudges import output_nudges"),
        ("scene", "from netsim.backprop import backprop"),
        ("scene", "from netsim import Network"),
        ("mobject", "from scenes.story.story import CHAPTERS"),
        ("mobject", "from scenes.stage.stage import Said"),
        ("stage", "import scenes.nudges.output_nudges"),
        ("studio", "from scenes.mobjects.network.network import NetworkDiagram"),
        ("studio", "from scenes.nudges.output_nudges import OutputNudges"),
    ],
)
def test_a_stray_import_would_be_found(kind, source):
    assert stray(kind, "somewhere", source)


@pytest.mark.parametrize(
    "path", files("netsim/**/*.py", "scenes/**/*.py", "assets/**/*.py", "tests/**/*.py"), ids=module_of
)
def test_imports_are_absolute_and_by_name(path):
    names = list(imported(path.read_text("utf-8")))
    assert [name for name in names if name.startswith(".") or name.endswith(".*")] == []
