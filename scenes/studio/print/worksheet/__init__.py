"""The worked example as lines to be filled in: the forward pass, the way back, and the whole sheet."""
