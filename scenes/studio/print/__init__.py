"""Beats to slides, sheets and handouts."""
