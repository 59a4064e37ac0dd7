"""Figures that the chapter Backpropagation calculus says."""
