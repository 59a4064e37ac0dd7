"""The files of a film: clips, what encodes them, and what they are joined to."""
