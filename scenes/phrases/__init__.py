"""What is true to say of a network, as sentences."""
