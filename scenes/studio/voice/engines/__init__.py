"""What speaks: one engine a file."""
