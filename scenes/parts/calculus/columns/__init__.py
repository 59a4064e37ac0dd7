"""The lesson's own network as the calculus speaks of it: columns, the cost right of them, and paths to it."""
