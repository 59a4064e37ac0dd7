"""A training run that another program makes, recorded while it goes on."""
