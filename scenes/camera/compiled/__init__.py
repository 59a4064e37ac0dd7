"""Loops over pixels, as compiled code: lines, layers, lit surfaces, the colours of a film."""
