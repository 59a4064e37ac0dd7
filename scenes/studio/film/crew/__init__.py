"""Who films: worker processes here, or the workers of a cluster."""
