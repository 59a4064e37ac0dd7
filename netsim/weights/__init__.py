"""Networks from elsewhere: files of weights, how their layers are found, and which way round they stand."""
