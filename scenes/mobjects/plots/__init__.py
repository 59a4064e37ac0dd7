"""Plots of recorded curves, and what stands on them."""
