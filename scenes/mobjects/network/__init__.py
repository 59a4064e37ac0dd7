"""Pictures of networks: neurons, edges, inputs, trees."""
