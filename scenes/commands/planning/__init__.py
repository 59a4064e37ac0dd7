"""What a command is asked for, worked out before anything is made: the lesson, its scenes, who draws, what may be."""
