"""What is told: scenes and beats in order, those of a lesson's own among them."""
