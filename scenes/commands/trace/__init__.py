"""`nudge trace`: what a trace holds, or can hold."""
