"""Frames to films and stills: shots, crews, tracks."""
