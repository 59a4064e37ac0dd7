"""The exhibits of the chapter Gradient descent."""
