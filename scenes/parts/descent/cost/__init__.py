"""What chapter Descent shows of the cost: of one example, of all, along one dial, over two, over the run."""
