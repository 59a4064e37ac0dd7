"""Pictures of the trace that several scenes share, each at its place on the stage."""
