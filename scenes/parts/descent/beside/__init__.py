"""What stands beside the network in chapter Descent: examples, a neuron taken apart, columns, curves."""
