"""Who draws and who encodes: the cluster and the encoder that were asked for, if they can be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from scenes.studio.film.clips.quality import Quality


def cluster_for(address: str | None, jobs: int | None) -> str | None:
    """Return the address of the cluster that was asked for, None is this machine, and make sure that it can be one.

    Raises
    ------
    FarmError
        If it is no address, or Dask is not installed.
    """
    from scenes.studio.film.crew.farm.address import check_cluster

    if address is not None:
        if jobs is not None:
            raise click.UsageError(
                "--jobs is for this machine; how many beats a cluster's worker draws at a time, its --nthreads says."
            )
        check_cluster(address)
    return address


def encoder_for(size: Quality, name: str | None, cluster: str | None) -> str:
    """Return the name of the encoder that was asked for, None is the software one, and make sure that it works here.

    Where a cluster draws, it is its workers that must be able to open it.

    Raises
    ------
    EncoderError
        If there is none of that name, or it cannot be opened here.
    """
    from scenes.studio.film.clips.clip_writer import try_encoder
    from scenes.studio.film.clips.encoders import SOFTWARE, encoder_named

    if name is None or name == SOFTWARE:
        return SOFTWARE
    if cluster is None:
        try_encoder(name, size)
    else:
        encoder_named(name)
    return name
