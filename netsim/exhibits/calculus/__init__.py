"""The exhibits of the chapter Backpropagation calculus."""
