"""Arrays as people have them: .npz files in the usual layouts, and .npy files side by side."""
