"""The exhibits: what is recorded of a run for the scenes, one file each."""
