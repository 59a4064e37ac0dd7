"""The name under which Nudge is installed; what it is made of lies in a folder of its own.

A project of yours may well have a folder `scenes` or `assets`, which Python finds before any installed one.
`import nudge`, said first, sees to it that `scenes`, `netsim` and `assets` are Nudge's.
"""

import sys
from pathlib import Path

#: The folder in which `scenes`, `netsim` and `assets` lie.
HOME = Path(__file__).resolve().parent


def _put_first() -> None:
    for name in ("scenes", "netsim", "assets"):
        known = sys.modules.get(name)
        places = [Path(place).resolve() for place in getattr(known, "__path__", [])]
        if known is not None and HOME / name not in places:
            where = places[0] if places else getattr(known, "__file__", "elsewhere")
            raise ImportError(f"{name} was imported from {where}; import nudge first, then {name} is Nudge's.")
    sys.path[:] = [str(HOME), *(place for place in sys.path if place != str(HOME))]


_put_first()


def main() -> int:
    """Run the command `nudge`."""
    from scenes.cli import main as command

    return command()
