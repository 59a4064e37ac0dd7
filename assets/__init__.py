"""Data that comes with the project: digits, lessons, themes."""
