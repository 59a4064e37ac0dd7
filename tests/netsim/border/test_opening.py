"""Nothing is opened that is no regular file of bounded size; nothing is unpacked before its size is known."""

import gzip
import io
import os
import zipfile

import numpy as np
import pytest

from netsim.border.archive import Archive
from netsim.border.opening import Unreadable, content_of, expanded, folder_at, size_of, text_of, unpacked


def refused(said, do, *given, **more):
    with pytest.raises(Unreadable, match=said) as caught:
        do(*given, **more)
    assert "\n" not in str(caught.value)


def test_devices_pipes_folders_and_loops_are_never_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    refused("is a pipe, expected a file", content_of, tmp_path / "pipe")
    refused("is a folder, expected a file", content_of, tmp_path)
    refused("is a device, expected a file", content_of, tmp_path.__class__("/dev/zero"))
    refused("is a device, expected a file", content_of, tmp_path.__class__("/dev/full"))
    refused(r"cannot be read \(too many levels of symbolic links", content_of, tmp_path / "loop")
    refused("is not there", content_of, tmp_path / "none")
    refused("NUL", content_of, tmp_path / "a\0b")
    refused("NUL", folder_at, tmp_path / "a\0b")
    refused("NUL", expanded, "a\0b")


def test_a_home_that_is_nobodys_stays_a_name():
    assert expanded("~nosuchuser/x").name == "x"


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(2**40)
    refused(r"has 1,024\.0 GB, expected at most 4\.0 GB", size_of, path)
    refused("expected at most 8.0 MB", text_of, path)


def test_text_says_the_line_that_is_no_text(tmp_path):
    (tmp_path / "x").write_bytes(b"one\ntwo\n\xff\n")
    refused("is not UTF-8 text in line 3", text_of, tmp_path / "x")
    (tmp_path / "x").write_bytes(b"\xef\xbb\xbfone")
    assert text_of(tmp_path / "x") == "one"


def test_what_unpacks_to_too_much_is_stopped(tmp_path):
    assert unpacked(gzip.compress(b"abc")) == b"abc"
    refused(r"unpacks to more than 1\.0 MB", unpacked, gzip.compress(bytes(2**24)), most=2**20)
    refused("is damaged or cut short", unpacked, gzip.compress(b"abc" * 99)[:-4])


@pytest.fixture
def archive(tmp_path):
    def write(**members):
        path = tmp_path / "x.npz"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, content in members.items():
                packed.writestr(f"{name}.npy", content)
        return path

    return write


def npy(array):
    file = io.BytesIO()
    np.lib.format.write_array(file, np.asarray(array), allow_pickle=True)
    return file.getvalue()


def first(path, **bounds):
    with Archive(path, **bounds) as stored:
        return stored.array("a")


def test_arrays_are_read_and_others_refused(archive, tmp_path):
    assert first(archive(a=npy([1.0, 2.0]))).tolist() == [1.0, 2.0]
    refused("holds Python objects in 'a'", first, archive(a=npy(np.array([None]))))
    refused("is damaged or cut short in 'a'", first, archive(a=b"no array at all"))
    (tmp_path / "y.npz").write_bytes(b"PK\3\4 and no more")
    refused("is damaged or cut short", first, tmp_path / "y.npz")
    (tmp_path / "z.npz").write_bytes(b"hello")
    refused("is no .npz file", first, tmp_path / "z.npz")


def test_a_claim_is_held_against_what_is_there_before_memory_is_asked_for(archive):
    content = npy(np.zeros(4))
    huge = content.replace(b"(4,), ", b"(4000000000000,), ")[: len(content) + 12]
    refused("claims .* GB in 'a' and has", first, archive(a=huge))
    refused(r"has 'a' of 16\.0 MB unpacked, more than 1\.0 MB", first, archive(a=npy(np.zeros(2**21))), most=2**20)


def test_a_packing_that_numpy_does_not_use_is_named(tmp_path):
    path = tmp_path / "x.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("a.npy", npy([1.0]))
    refused("packed in a way that numpy does not", first, path)


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bits_end_in_one_sentence_or_another_array(archive, seed):
    path = archive(a=npy(np.arange(30.0)))
    content, rng = bytearray(path.read_bytes()), np.random.default_rng(seed)
    for at in rng.integers(len(content), size=3):
        content[at] ^= 1 << int(rng.integers(8))
    path.write_bytes(content)
    try:
        found = first(path)
    except (Unreadable, KeyError) as error:  # a flipped name is another array's
        found = error
    assert isinstance(found, np.ndarray | KeyError) or "\n" not in str(found)
