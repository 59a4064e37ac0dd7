"""The names beside the rows of sums stand there wherever they have room, as small as rows have them."""

from scenes.look.theme import Theme
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.beside.places_of_paths import CLOSE, PathPlace, names_beside
from scenes.stage.zones import Zone

NAMES = [Words(said, Theme.load(), size="small") for said in ("0", "1", "Summe")]


def names_in(width: float, pitch: float) -> list[Words]:
    """Return them beside one path whose rows are so far apart, in so wide a room."""
    rows = Zone(0, 1, 0, pitch * len(NAMES))
    return names_beside([PathPlace(rows, Zone(-width, 0, rows.bottom, rows.top), len(NAMES), under=True)], NAMES)


def test_a_name_that_has_room_only_as_small_as_its_row_has_it_is_written() -> None:
    highest, widest = (max(float(getattr(name, side)) for name in NAMES) for side in ("height", "width"))
    pitch = 1.01 * highest
    smaller = CLOSE * pitch / highest
    assert max(name.width for name in names_in(0.99 * widest, pitch)) < 0.99 * widest
    assert names_in(0.99 * smaller * widest, pitch) == []
    assert len(names_in(1.01 * widest, 2 * highest)) == len(NAMES)
