"""What to train and what to keep of it, and errors that a person can read."""
