"""The gaps of the opened link as curves with slopes; what is dragged, swapped and measured on it."""
