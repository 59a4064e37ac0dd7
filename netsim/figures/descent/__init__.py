"""Figures that the chapter Gradient descent says."""
