"""Pictures that several scenes of the calculus share."""
