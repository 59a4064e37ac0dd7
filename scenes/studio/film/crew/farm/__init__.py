"""A render farm: Dask hands our errands to workers, wherever they run."""
