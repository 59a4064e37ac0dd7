"""Boxes: few, disjoint, and they hold all that changed."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scenes.camera.boxes import Box, box_around, merged

FRAME = Box(0, 0, 400, 300)
corner = st.integers(-50, 450)
boxes = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), corner, corner, st.integers(0, 120), st.integers(0, 120))


@given(st.lists(boxes, max_size=40))
def test_merged_boxes_hold_every_pixel_once_at_most(some: list[Box]) -> None:
    seen = np.zeros((300, 400), int)
    for box in merged(some, FRAME):
        assert box.within(FRAME) == box
        seen[box.top : box.bottom, box.left : box.right] += 1
    assert seen.max(initial=0) <= 1
    for box in some:
        cut = box.within(FRAME)
        if cut.area:
            assert seen[cut.top : cut.bottom, cut.left : cut.right].all()


def test_what_changed_far_apart_is_not_painted_in_between() -> None:
    near, far = Box(0, 0, 10, 10), Box(380, 280, 400, 300)
    assert sorted(merged([near, far], FRAME)) == [near, far]


def test_a_box_holds_points_with_room_around_them() -> None:
    assert box_around(np.array([[1.2, 5.0], [3.0, -2.5]]), 0.5) == Box(0, -3, 4, 6)
