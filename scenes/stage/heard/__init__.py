"""What is heard of a scene: sounds, a voice, and its sentences as a voice reads them."""
