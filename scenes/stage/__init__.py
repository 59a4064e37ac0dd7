"""What every scene stands on: zones, beats, captions, and rehearsals of them."""
