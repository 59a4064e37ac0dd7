"""The last layer of the lesson's network as a grid: the fan of its edges lies down, is read, turned and filled."""
