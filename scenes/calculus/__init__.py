"""Chapter Calculus: the chain rule with its numbers. One scene a file."""
