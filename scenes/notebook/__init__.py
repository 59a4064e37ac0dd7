"""Nudge in a notebook: `still`, `stills` and `film` show a lesson inline, `trace` gives all of its numbers."""

from scenes.notebook.making import film, still, stills, trace

__all__ = ["film", "still", "stills", "trace"]
