"""Amounts as arrows, bars, areas, dials and squares."""
