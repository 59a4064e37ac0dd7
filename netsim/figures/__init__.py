"""What follows from a trace and is said of it: figures are numbers, states are words for what is so."""
