"""Courses: what one quantity is in each recorded row, as pictures that follow several quantities at once ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from netsim import Reading


@dataclass(frozen=True, eq=False)
class Course:
    """One quantity in each recorded row.

    Parameters
    ----------
    rows
        The reading that holds it: of shape (rows,), or (rows, n), of which it is one column.
    column
        Which column; None if there are none.
    """

    rows: Reading
    column: int | None = None

    def at(self, row: int) -> Reading:
        """Return what it is in one row."""
        return self.rows[row] if self.column is None else self.rows[row][self.column]

    def take(self, rows: Sequence[int]) -> Reading:
        """Return what it is in some rows, (len(rows),) or (len(rows), 1)."""
        return self.rows.take(rows) if self.column is None else self.rows.take(rows, [self.column])

    @property
    def values(self) -> np.ndarray:
        """What it is in all rows, (rows,)."""
        values = np.asarray(self.rows.value)
        return values if self.column is None else values[:, self.column]
