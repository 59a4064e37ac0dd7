"""The network of the chapter, what it hands over from scene to scene, and what travels on it."""
