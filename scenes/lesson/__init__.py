"""Lessons: the file that says what to train and what to tell, and the traces kept of it."""
