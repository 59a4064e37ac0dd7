"""The chain, the link that is gone into, and what stands in its row."""
