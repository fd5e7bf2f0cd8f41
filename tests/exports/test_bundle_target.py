"""A bundle takes the place of a bundle, and of nothing else unless it is told to."""

import os
import zipfile
from pathlib import Path

import pytest

from pactwatch.errors import Refused
from pactwatch.exports.bundle import is_bundle, write_bundle


def test_a_bundle_is_replaced_by_a_newer_one(store, shelf, tmp_path: Path):
    """An export that is run each day needs no option; an empty file holds nothing to lose."""
    file = tmp_path / "b.zip"
    file.touch()
    for _ in range(2):
        write_bundle(store, shelf.read, file)
        assert is_bundle(file)


def test_another_file_stays_unless_it_may_be_replaced(store, shelf, tmp_path: Path):
    """A text and a zip of another kind are as they were; with force they are replaced."""
    text, other = tmp_path / "notes.txt", tmp_path / "other.zip"
    text.write_text("notes")
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("manifest.json", "[]")
    for file in (text, other):
        before = file.read_bytes()
        with pytest.raises(Refused, match=r"not a Pactwatch bundle.*--force"):
            write_bundle(store, shelf.read, file)
        assert file.read_bytes() == before
        write_bundle(store, shelf.read, file, force=True)
        assert is_bundle(file)


@pytest.mark.parametrize("link", [False, True])
@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_never_replaced(store, shelf, tmp_path: Path, kind: str, link: bool):
    """Neither a folder nor a device nor a link to one, not even with force."""
    place = tmp_path / "place"
    place.mkdir() if kind == "folder" else os.mkfifo(place)
    target = tmp_path / "link" if link else place
    if link:
        target.symlink_to(place)
    with pytest.raises(Refused, match="not a file"):
        write_bundle(store, shelf.read, target, force=True)
    assert place.is_dir() if kind == "folder" else place.is_fifo()
    assert target.is_symlink() is link


def test_a_link_to_a_bundle_stays_a_link(store, shelf, tmp_path: Path):
    """The bundle that it leads to is written."""
    (tmp_path / "latest.zip").symlink_to("b.zip")
    write_bundle(store, shelf.read, tmp_path / "latest.zip")
    assert (tmp_path / "latest.zip").is_symlink() and is_bundle(tmp_path / "b.zip")
