"""Whether a trace can be: what must hold between its arrays, derived anew."""
