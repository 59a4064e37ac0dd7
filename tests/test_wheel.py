"""An installed Nudge is one package: a project of one's own may have folders that are called like its parts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "assets" / "guide" / "customise.md").read_text("utf-8")
[PLAIN] = [block for block in re.findall(r"```python\n(.*?)```", GUIDE, flags=re.DOTALL) if "# plain.py" in block]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        int(version("setuptools").partition(".")[0]) < 77,
        reason="setuptools is older than 77: pip install nudge[dev]",
    ),
]


def built(hook: str, folder: Path, source: Path) -> Path:
    """Build as installers do, without a network: the hook of our backend, called in the sources."""
    call = f"import backend; print(backend.{hook}({str(folder)!r}))"
    environment = os.environ | {"PYTHONPATH": str(source / "assets" / "wheel")}
    run = subprocess.run([sys.executable, "-c", call], cwd=source, env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return folder / run.stdout.split()[-1]


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    """A copy of what is packed, since building leaves files beside it."""
    place = tmp_path_factory.mktemp("source")
    for name in ("scenes", "netsim", "assets"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, place / name)
    return place


@pytest.fixture(scope="module")
def wheel(source, tmp_path_factory) -> Path:
    return built("build_wheel", tmp_path_factory.mktemp("wheel"), source)


def installed(wheel: Path, place: Path) -> Path:
    """Unpack a wheel into an environment of its own, beside the libraries of this one; return its Python."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    python = place / "bin" / "python"
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(subprocess.check_output([python, "-c", where], text=True).strip())
    zipfile.ZipFile(wheel).extractall(packages)
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    return python


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    return installed(wheel, tmp_path_factory.mktemp("environment"))


@pytest.fixture
def project(tmp_path) -> Path:
    """A folder of somebody's own, with a package that is called like ours."""
    (tmp_path / "scenes").mkdir()
    (tmp_path / "scenes" / "__init__.py").write_text("mine = True\n")
    return tmp_path


def said(python: Path, code: str, folder: Path) -> str:
    """What a program prints in a folder, or the last line of its error."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    run = subprocess.run([python, "-c", code], cwd=folder, env=environment, capture_output=True, text=True)
    return (run.stdout or run.stderr).strip().split("\n")[-1]


def test_a_wheel_has_one_package_and_lists_all_of_its_files(wheel):
    with zipfile.ZipFile(wheel) as file:
        names = file.namelist()
        assert {name.split("/")[0] for name in names} == {"nudge", "nudge.pth", f"nudge-{version('nudge')}.dist-info"}
        [record] = [name for name in names if name.endswith("RECORD")]
        listed = {line.split(",")[0] for line in file.read(record).decode().splitlines()}
    assert listed == set(names)
    packed = {name.removeprefix("nudge/") for name in names}
    for part in ("scenes", "netsim"):
        assert {path.relative_to(ROOT).as_posix() for path in (ROOT / part).rglob("*.py")} <= packed
    assert {"assets/digits.npz", "assets/themes/dark.toml", "assets/guide/notebook.ipynb"} <= packed


def test_installed_short_names_work_where_nothing_else_has_them(python, tmp_path):
    code = (
        "import scenes.look.theme, netsim; print(scenes.look.theme.Theme.load('dark').name, netsim.Recipe().data.name)"
    )
    assert said(python, code, tmp_path) == "dark digits"


def test_a_folder_of_ones_own_is_found_first_and_import_nudge_says_otherwise(python, project):
    assert said(python, "import scenes; print(scenes.mine)", project) == "True"
    assert "No module named 'scenes.mobjects'" in said(python, "from scenes.mobjects import Formula", project)
    assert (
        said(python, "import nudge; from scenes.mobjects import Formula; print(Formula.__name__)", project) == "Formula"
    )
    late = said(python, "import scenes, nudge", project)
    assert late.endswith("import nudge first, then scenes is Nudge's.")
    assert str(project / "scenes") in late


def test_the_guides_plain_scene_is_rendered_beside_a_folder_of_that_name(python, project):
    (project / "plain.py").write_text(f"import nudge\n{PLAIN}")
    options = ["-s", "-ql", "-v", "ERROR", "--progress_bar", "none", "plain.py", "Plain"]
    said(python, f"from manim.__main__ import main; main({options})", project)
    assert [path.name.partition("_")[0] for path in (project / "media").rglob("Plain*.png")] == ["Plain"]


def test_the_command_runs_beside_a_folder_of_that_name(python, project):
    called = "import sys, nudge; sys.argv = ['nudge', '--version']; sys.exit(nudge.main())"
    assert said(python, called, project) == f"nudge {version('nudge')}"


def test_a_clone_keeps_its_short_names_and_has_the_name_nudge_too(source, tmp_path_factory, project):
    wheel = built("build_editable", tmp_path_factory.mktemp("editable"), source)
    python = installed(wheel, tmp_path_factory.mktemp("of_a_clone"))
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert said(python, "import scenes; print(scenes.__file__)", elsewhere) == str(source / "scenes" / "__init__.py")
    assert said(python, "import nudge, scenes; print(scenes.__file__)", project) == str(
        source / "scenes" / "__init__.py"
    )
