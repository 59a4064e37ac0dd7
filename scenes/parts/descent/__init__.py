"""What the scenes of chapter Descent share."""
