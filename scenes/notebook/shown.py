"""What a cell shows: pictures and films that lie in the notebook itself, so that a saved one still shows them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any, overload

import av
from PIL import Image

from netsim.border.files import whole
from scenes.studio.film.progress import clock_time

# A film of more bytes is not put into the notebook, but shown from where it lies.
LARGEST = 32 * 2**20
POSTER = 2 / 3  # of its time, when the frame is taken that stands for a film
FIT = "max-width: 100%; height: auto"


@dataclass(frozen=True)
class Picture:
    """One beat, complete and at rest.

    Attributes
    ----------
    name
        Its scene and beat.
    says
        What is said with it.
    png
        The picture's file.
    width
        How wide a cell shows it, in pixels.
    """

    name: str
    says: str
    png: bytes
    width: int

    @property
    def image(self) -> Image.Image:
        """The picture's pixels."""
        return Image.open(BytesIO(self.png))

    def save(self, path: str | Path) -> None:
        """Write it to a file, .png."""
        with whole(Path(path)) as draft:
            draft.write_bytes(self.png)

    def html(self) -> str:
        """Return it as a part of a page."""
        source = f"data:image/png;base64,{b64encode(self.png).decode()}"
        about = f'alt="{escape(self.says)}" title="{escape(self.name)}"'
        return f'<img src="{source}" {about} width="{self.width}" style="{FIT}">'

    def __repr__(self) -> str:
        return f"{self.name}: {self.says}"

    def _repr_mimebundle_(self, **kinds: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        return {"image/png": self.png, "text/plain": repr(self)}, {"image/png": {"width": self.width}}


@dataclass(frozen=True)
class Pictures(Sequence[Picture]):
    """Pictures of several beats, one under the other."""

    each: tuple[Picture, ...]

    @overload
    def __getitem__(self, place: int) -> Picture: ...
    @overload
    def __getitem__(self, place: slice) -> Pictures: ...
    def __getitem__(self, place: int | slice) -> Picture | Pictures:
        return Pictures(self.each[place]) if isinstance(place, slice) else self.each[place]

    def __len__(self) -> int:
        return len(self.each)

    def __iter__(self) -> Iterator[Picture]:
        return iter(self.each)

    def __repr__(self) -> str:
        return "\n".join(map(repr, self.each))

    def _repr_html_(self) -> str:
        return "".join(f"<p><small>{escape(one.name)}</small><br>{one.html()}</p>" for one in self.each)


@dataclass(frozen=True)
class Movie:
    """A film.

    Attributes
    ----------
    path
        Its file, .mp4.
    seconds
        How long it is.
    content
        What the file holds; empty where that is too much for a notebook.
    poster
        The picture that stands until it is played, a JPEG: films begin with an empty stage.
    width
        How wide a cell shows it, in pixels.
    """

    path: Path
    seconds: float
    content: bytes
    poster: bytes
    width: int

    @classmethod
    def of(cls, path: Path, seconds: float, width: int) -> Movie:
        """Read a film's file."""
        small = path.stat().st_size <= LARGEST
        return cls(path, seconds, path.read_bytes() if small else b"", _frame_at(path, POSTER * seconds), width)

    def __repr__(self) -> str:
        return f"{self.path} ({clock_time(self.seconds)})"

    def _repr_html_(self) -> str:
        embedded = f"data:video/mp4;base64,{b64encode(self.content).decode()}"
        source = embedded if self.content else escape(self.path.as_posix())
        poster = f"data:image/jpeg;base64,{b64encode(self.poster).decode()}"
        about = f'width="{self.width}" style="{FIT}" poster="{poster}"'
        return f'<video controls loop playsinline {about} src="{source}"></video>'


def _frame_at(path: Path, seconds: float) -> bytes:
    """Return the frame of a film that is shown at a time."""
    file = BytesIO()
    with av.open(str(path)) as film:
        film.seek(int(seconds * av.time_base))
        frame = next(frame for frame in film.decode(video=0) if frame.time is not None and frame.time >= seconds)
        Image.fromarray(frame.to_ndarray(format="rgb24")).save(file, "JPEG", quality=80)
    return file.getvalue()
