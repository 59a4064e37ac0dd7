"""Digests: what is kept is found again by a fingerprint of what it follows from, and known by one of what it holds."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path


def digest_of(what: object, letters: int) -> str:
    """Make a fingerprint of plain values, as JSON writes them, of so many letters, 64 at most."""
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()[:letters]


def content_digest(file: Path) -> str:
    """Make a fingerprint of what a file holds, "" of none; taken once in a process, as long as nobody writes to it."""
    if not file.exists():
        return ""
    stat = file.stat()
    return _read_content(file, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=8192)
def _read_content(file: Path, written: int, size: int) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
