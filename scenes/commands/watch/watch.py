"""`nudge watch`: a page that shows a scene, drawn anew whenever something that it follows from is saved."""

from __future__ import annotations

import errno
import queue
import tempfile
import time
import webbrowser
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scenes.commands.options import ASPECT, CAPTIONS, JOBS, LANGUAGE, LESSON, OUT, QUALITY, THEME, TRACE, TRUST, YES

if TYPE_CHECKING:
    from scenes.studio.watch.artist import Artist
    from scenes.studio.watch.saves import Saves
    from scenes.studio.watch.view import Board


@click.command()
@LESSON
@TRACE
@click.option(
    "--scene", metavar="NAME", default="", help="Which scene: its name, or an idea's (N4). Default: the first."
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Of the page. Default: any that is free.")
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@QUALITY
@ASPECT
@THEME
@CAPTIONS
@LANGUAGE
@JOBS
@OUT
@TRUST
@YES
def watch(lesson: Path | None, scene: str, port: int, opens: bool, quality: str | None, **options: Any) -> None:
    """Show a scene on a page, and draw it anew whenever the lesson, words, a theme or a scene's code is saved.

    The page is on this machine alone. It shows the picture of each beat, and the scene's clip (in draft quality,
    unless --quality says otherwise); what goes wrong is said there too. Ctrl-C ends it.
    """
    from netsim.border.files import sweep, workshop
    from scenes.lesson.lesson import DEFAULT_LESSON
    from scenes.studio.watch.artist import Artist
    from scenes.studio.watch.saves import Saves
    from scenes.studio.watch.server import PageServer
    from scenes.studio.watch.view import Board, View

    path = (lesson or DEFAULT_LESSON).absolute()
    temporary = Path(tempfile.gettempdir())
    sweep(temporary)
    inbox: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
    with workshop(temporary / "nudge-watch") as folder:
        shown = folder / "shown"
        shown.mkdir()
        board = Board(View(path.stem).begun(), shown)  # whoever opens the page at once sees that more is to come
        order: dict[str, Any] = {"lesson": str(path), "here": str(Path.cwd()), "folder": str(shown), "scene": scene}
        places = {name: str(place) if (place := options[name]) else None for name in ("out", "told_of")}
        order["options"] = options | {"quality": quality or "draft"} | places
        server = _serving(PageServer, board, lambda name: inbox.put(("scene", name)), port)
        with (
            server,
            Artist(
                "scenes.commands.watch.redraw", folder, lambda number, told: inbox.put(("told", (number, told)))
            ) as artist,
            Saves(lambda files: inbox.put(("saved", files))) as saves,
        ):
            click.echo(f"Watching   {path}")
            click.echo(f"Page       {server.address}")
            if opens:
                webbrowser.open(server.address)
            Watcher(board, artist, saves, order, inbox).watch()


def _serving(kind: Any, board: Board, choose: Any, port: int) -> Any:
    """Open the server; a port that is taken is said in one sentence."""
    try:
        return kind(board, choose, port)
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            why = "is taken" if error.errno == errno.EADDRINUSE else "may not be used"
            raise click.BadParameter(
                f"port {port} {why}; choose another, or leave it out", param_hint="--port"
            ) from None
        raise


class Watcher:
    """Has a scene drawn at first and after each save, and puts up what is told of it.

    Parameters
    ----------
    order
        What to draw, as `scenes.commands.watch.drawing.draw` takes it.
    inbox
        What happened: ("saved", files), ("scene", name) or ("told", (number of a drawing, message)).
    """

    def __init__(
        self,
        board: Board,
        artist: Artist,
        saves: Saves,
        order: dict[str, Any],
        inbox: queue.SimpleQueue[tuple[str, Any]],
    ) -> None:
        self.board, self.artist, self.saves, self.order, self.inbox = board, artist, saves, order, inbox
        self._number, self._began = 0, 0.0
        self._drawn: list[str] = []
        self._files: list[Path] = []
        self._run: set[str] = set()

    def watch(self) -> None:
        """Go on until interrupted."""
        self._look_everywhere()
        self._begin()
        while True:
            try:
                what, about = self.inbox.get(timeout=1.0)  # a wait without end cannot be interrupted everywhere
            except queue.Empty:
                continue
            if what == "saved":
                self._begin()
            elif what == "scene":
                self.order |= {"scene": about}
                self._begin()
            elif about[0] == self._number:
                self._hear(about[1])

    def _begin(self) -> None:
        """Give up the drawing at hand, and begin a new one."""
        self._began, self._drawn = time.monotonic(), []
        self.board.put(self.board.view.begun())
        self._number = self.artist.begin(self.order)
        self.board.tidy()

    def _hear(self, told: Mapping[str, Any]) -> None:
        """Show what was drawn, or how far it is, or what went wrong."""
        view = self.board.view
        match told["kind"]:
            case "files":
                self._look_everywhere(told["files"], told["since"])
            case "runs" if told["file"] not in self._run:
                self._run.add(told["file"])
                click.echo(f"Runs       {told['file']}, and anew after each save", err=True)
            case "plan":
                view = view.planned(told)
            case "busy":
                view = replace(view, busy=told["says"])
            case "still":
                self._drawn.append(told["beat"])
                view = view.drawn(told["beat"], told["says"], told["file"])
            case "stills":
                self.saves.look_at(map(Path, told["files"]))
                self.artist.make_ready()
                view = view.mended()
                click.echo(f"Drawn      {view.scene}: {len(view.beats)} pictures, {self._seconds()}", err=True)
            case "clip":
                view = view.filmed(told["file"], told["starts"])
                click.echo(f"Filmed     {view.scene}, {self._seconds()}", err=True)
            case "done":
                view = replace(view, busy="")
            case "failed":
                self._look_everywhere()
                self.artist.make_ready()
                view = view.failed(told["why"], self._drawn)
                click.echo(f"Failed     {told['why']}", err=True)
        self.board.put(view)

    def _look_everywhere(self, files: Any = (), since: float | None = None) -> None:
        """Watch all sources: as long as nothing is drawn, it is not known which of them matter."""
        from scenes.commands.watch.sources import FOLDERS

        self._files = [Path(file) for file in files] or self._files
        self.saves.look_at([Path(self.order["lesson"]), *self._files], FOLDERS, since)

    def _seconds(self) -> str:
        return f"{time.monotonic() - self._began:.1f} s after the save"
