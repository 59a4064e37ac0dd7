"""Figures that the chapter Backpropagation, intuitively says."""
