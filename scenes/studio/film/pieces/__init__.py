"""What is filmed: each beat a piece, found again by its key."""
