"""Derivatives along the opened chain: between its number lines and under them, one after the other or all at once."""
