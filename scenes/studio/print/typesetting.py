"""Typesetting: a template of Typst, filled with what is printed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import typst

from scenes.look.roles import fonts


def typeset(template: Path, content: Mapping[str, object], place: Path, ppi: float | None = None) -> bytes:
    """Set a template as a PDF, or as a PNG, its only page; the same content gives the same bytes.

    Parameters
    ----------
    content
        What the template reads from `content.json`.
    place
        A folder for it, with the pictures that it names.
    ppi
        The dots per inch of a PNG; None for a PDF.
    """
    (place / template.name).write_bytes(template.read_bytes())
    (place / "content.json").write_text(json.dumps(content), "utf-8")
    source = place / template.name
    if ppi is None:
        return bytes(typst.compile(source, format="pdf", font_paths=fonts()))
    page = typst.compile(source, format="png", ppi=ppi, font_paths=fonts())
    return page if isinstance(page, bytes) else page[0]
