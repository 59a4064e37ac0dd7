"""Chapter Nudges: backpropagation, intuitively. One scene a file."""
