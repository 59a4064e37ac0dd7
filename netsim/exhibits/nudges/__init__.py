"""The exhibits of the chapter Backpropagation, intuitively."""
