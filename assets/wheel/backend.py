"""How Nudge is packed: setuptools does it, and then all of it is put under one name, `nudge`.

In a clone the folders `scenes`, `netsim` and `assets` stand side by side. Installed like that, three common names
would lie open among all other packages. So a wheel has one package, `nudge`, in which they lie, and a path file, by
which they are found under their own names too, after all else. An editable install points to the clone, and has the
name `nudge` as well.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from setuptools import build_meta
from setuptools.build_meta import (
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
]

PACKAGES = ("scenes", "netsim", "assets")
NAME = Path(__file__).with_name("nudge.py")


def build_wheel(folder: str, settings: Any = None, metadata: str | None = None) -> str:
    """Build a wheel with one package, `nudge`."""
    name = build_meta.build_wheel(folder, settings, metadata)
    _repack(Path(folder) / name, {"nudge/__init__.py": NAME.read_text("utf-8"), "nudge.pth": "nudge\n"}, under="nudge/")
    return name


def build_editable(folder: str, settings: Any = None, metadata: str | None = None) -> str:
    """Build what makes a clone importable, the name `nudge` with it."""
    name = build_meta.build_editable(folder, settings, metadata)
    home = f"HOME = Path({str(Path.cwd())!r})"
    text = NAME.read_text("utf-8").replace("HOME = Path(__file__).resolve().parent", home)
    _repack(Path(folder) / name, {"nudge/__init__.py": text})
    return name


def _repack(wheel: Path, more: Mapping[str, str], under: str = "") -> None:
    """Write a wheel anew, its packages below a folder, with some files more and a list of all of them."""
    with zipfile.ZipFile(wheel) as old:
        held = {entry.filename: old.read(entry) for entry in old.infolist() if not entry.is_dir()}
    files = {f"{under}{name}" if name.split("/")[0] in PACKAGES else name: content for name, content in held.items()}
    files |= {name: text.encode() for name, text in more.items()}
    [record] = [name for name in files if name.endswith(".dist-info/RECORD")]
    about = record.removesuffix("RECORD")
    files[f"{about}top_level.txt"] = b"nudge\n"
    files[f"{about}entry_points.txt"] = b"[console_scripts]\nnudge = nudge:main\n"
    del files[record]
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in files.items():
            new.writestr(name, content)
        new.writestr(record, _record(files, record))


def _record(files: Mapping[str, bytes], own: str) -> str:
    """List all files with their digests and sizes, as installers check them."""
    lines = io.StringIO()
    table = csv.writer(lines, lineterminator="\n")
    for name, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
        table.writerow([name, f"sha256={digest}", len(content)])
    table.writerow([own, "", ""])
    return lines.getvalue()
