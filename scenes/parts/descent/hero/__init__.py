"""The network of chapter Descent, its one dial, and the pictures that stand from scene to scene."""
