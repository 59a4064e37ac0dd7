"""How many beats are rendered at a time: never more than there is memory for, and at least one."""

import pytest

from scenes.studio.film.clips.quality import QUALITIES
from scenes.studio.film.crew.memory import GB, RESERVE, free_memory, hands_for, need

DRAFT, FULL, LARGE = (QUALITIES[name] for name in ("draft", "full", "4k"))
PEAKS = {"draft": 0.29, "full": 0.34, "4k": 0.48}  # GB, as they were measured of a worker


@pytest.mark.parametrize(("name", "peak"), PEAKS.items())
def test_a_worker_is_given_more_than_it_was_measured_to_take_but_not_twice_as_much(name, peak):
    assert peak * GB < need(QUALITIES[name]) < 2 * peak * GB


def test_a_machine_with_two_gigabytes_films_at_4k_one_beat_at_a_time_and_stays_under():
    hands = hands_for(LARGE, 20, None, cores=8, free=int(1.4 * GB))
    assert hands.count == 1
    assert need(LARGE) + RESERVE < 1.4 * GB
    assert hands.said == "1.4 GB of memory are free, and a beat at 4k may take 0.7 GB: one beat at a time."


@pytest.mark.parametrize(
    ("quality", "pieces", "jobs", "cores", "free", "count"),
    [
        (FULL, 20, None, 2, 24, 2),  # as many as there are cores,
        (LARGE, 40, None, 64, 24, 31),  # but not more than fit,
        (FULL, 3, None, 8, 24, 3),  # nor than there are beats;
        (DRAFT, 20, None, 8, 0.1, 1),  # one at least,
        (LARGE, 20, 3, 8, 2, 3),  # and what a person asks for
        (FULL, 0, None, 8, 4, 1),
    ],
)
def test_workers_are_chosen_by_cores_and_memory(quality, pieces, jobs, cores, free, count):
    assert hands_for(quality, pieces, jobs, cores, int(free * GB)).count == count


def test_what_fits_is_not_spoken_of():
    assert hands_for(FULL, 20, None, 2, 24 * GB).said == ""
    assert hands_for(FULL, 20, 2, 8, 24 * GB).said == ""


def test_what_may_not_fit_is_said_before_it_begins():
    said = hands_for(LARGE, 20, 3, 8, 2 * GB).said
    assert said == (
        "2.0 GB of memory are free, and 3 beats at 4k may take 2.2 GB: "
        "if it runs short, choose --jobs 1 or a smaller --quality."
    )
    assert hands_for(LARGE, 20, None, 8, GB // 2).said.endswith(
        "may take 0.7 GB: if it runs short, choose a smaller --quality."
    )


def test_a_container_has_what_its_limit_leaves(tmp_path):
    whole = free_memory(tmp_path)
    assert whole > 0
    for name, text in (("max", GB // 4), ("current", GB // 8), ("stat", f"anon 5\ninactive_file {GB // 16}")):
        (tmp_path / f"memory.{name}").write_text(f"{text}\n")
    assert free_memory(tmp_path) == min(whole, 3 * GB // 16)
    (tmp_path / "memory.max").write_text("max\n")
    assert free_memory(tmp_path) == pytest.approx(whole, rel=0.2)
