"""Frames: our own way of painting them, as fast as they can be encoded."""
