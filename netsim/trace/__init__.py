"""The record of a run: its file, and numbers that know where in it they stand."""
