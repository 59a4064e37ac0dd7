"""What is heard of a story: recordings, an engine that speaks, and how loud both are."""
