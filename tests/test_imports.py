"""What the contracts of import-linter (pyproject.toml) cannot say: circles, outside libraries, names, stars."""

import ast
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHOWN_OF_THE_ENGINE = {
    "netsim.Described",
    "netsim.Feature",
    "netsim.Given",
    "netsim.Reading",
    "netsim.Trace",
    "netsim.TraceError",
}
#: What stands at the border, for the engine's files and for the scenes' alike: opening, reading and refusing.
BORDER = ("netsim.border.", "netsim.recipe.one_sentence")
OUTSIDE = (*sys.stdlib_module_names, "numpy", "pydantic", "threadpoolctl", "netsim", "assets")
#: Libraries that a module of the engine may import late, where it needs them.
LATE = {
    "netsim.data.pictures": ["PIL"],
    "netsim.data.fetch": ["pooch", "requests"],
    "netsim.weights.of_safetensors": ["safetensors"],
    "netsim.weights.of_onnx": ["onnx"],
    "netsim.weights.of_keras": ["h5py"],
    "netsim.data.tables.text": ["pandas"],
    "netsim.data.tables.reading": ["pandas"],
}
PICTURES = ("descent", "nudges", "calculus", "parts", "stage", "formulas", "words", "mobjects", "look")


def imported(source: str, late: bool = True) -> Iterator[str]:
    """Full dotted names of what a file imports: modules, and each name taken from them; what only types need is not."""
    yield from _imported(ast.parse(source), late)


def _imported(node: ast.AST, late: bool) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        for child in node.orelse:
            yield from _imported(child, late)
    elif late or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        for child in ast.iter_child_nodes(node):
            yield from _imported(child, late)


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def files(*patterns: str) -> list[Path]:
    return sorted(path for pattern in patterns for path in ROOT.glob(pattern))


def arrows(sources: Mapping[str, str]) -> dict[str, set[str]]:
    """For each module, the modules of these that it imports, at its top or late."""
    found = {}
    for name, source in sources.items():
        taken = {part if part in sources else part.rpartition(".")[0] for part in imported(source)}
        found[name] = {part for part in taken if part in sources and part != name}
    return found


def circle(sources: Mapping[str, str]) -> list[str]:
    """Modules that import each other in a circle, in this order; none if there is no circle."""
    try:
        TopologicalSorter(arrows(sources)).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_module_imports_in_a_circle_not_even_late():
    sources = {module_of(path): path.read_text("utf-8") for path in files("netsim/**/*.py", "scenes/**/*.py")}
    assert "scenes.stage.stage" in arrows(sources)["scenes.descent.one_dial"]
    assert circle(sources) == []


def test_a_circle_is_found_also_one_closed_late_and_not_one_of_types_alone():
    late = {"a": "def f():\n    from b import g", "b": "import c", "c": "from a import f"}
    assert set(circle(late)) == {"a", "b", "c"}
    assert circle(late | {"c": "if TYPE_CHECKING:\n    from a import f"}) == []


def strange_to_the_engine(here: str, source: str) -> list[str]:
    """Libraries that a module of the engine may not use, or not at its top."""
    late = {*OUTSIDE, *LATE.get(here, ())}
    return [name for name in imported(source) if name.split(".")[0] not in late] + [
        name for name in imported(source, late=False) if name.split(".")[0] not in OUTSIDE
    ]


@pytest.mark.parametrize("path", files("netsim/**/*.py"), ids=module_of)
def test_the_engine_stands_on_numpy_pydantic_and_a_count_of_threads_alone(path):
    assert strange_to_the_engine(module_of(path), path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", files(*(f"scenes/{folder}/**/*.py" for folder in PICTURES)), ids=module_of)
def test_pictures_take_no_more_of_the_engine_than_the_trace_and_its_figures(path):
    names = [name for name in imported(path.read_text("utf-8")) if name.split(".")[0] == "netsim"]
    assert {name for name in names if not name.startswith(("netsim.figures.", *BORDER))} <= SHOWN_OF_THE_ENGINE


@pytest.mark.parametrize(
    ("here", "source"),
    [
        ("netsim.x", "import scipy.special"),
        ("netsim.x", "def f():\n    import PIL.Image"),
        ("netsim.data.pictures", "import PIL.Image"),
    ],
)
def test_a_strange_library_would_be_found(here, source):
    assert strange_to_the_engine(here, source)


@pytest.mark.parametrize(
    "path", files("netsim/**/*.py", "scenes/**/*.py", "assets/**/*.py", "tests/**/*.py"), ids=module_of
)
def test_imports_are_absolute_and_by_name(path):
    names = list(imported(path.read_text("utf-8")))
    assert [name for name in names if name.startswith(".") or name.endswith(".*")] == []
