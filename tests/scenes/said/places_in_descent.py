"""Where in a trace each fact of the chapter Descent must stand, said a second time and independently of the scenes."""

from tests.scenes.said.audit import Place

PLACES: dict[str, dict[str, Place]] = {}
