"""What several scenes of the chapter on nudges show."""
