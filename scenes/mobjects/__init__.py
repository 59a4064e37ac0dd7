"""Pictures of one thing each; they know the theme, not the story."""
