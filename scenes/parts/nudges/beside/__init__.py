"""What stands beside the network of the chapter for a scene, or in its place."""
