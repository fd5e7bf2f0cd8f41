"""The archive keeps bytes whole under their hash, or says why it cannot."""

import hashlib
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from pactwatch.documents.archive import Archive
from pactwatch.errors import CannotWrite, NotInCase

TALKS = b"Talks go on.\r\n"
HASH = hashlib.sha256(TALKS).hexdigest()


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_bytes_stand_under_their_hash_and_come_back_unchanged(tmp_path: Path) -> None:
    """Line ends and all."""
    archive = Archive(tmp_path / "archive")
    assert archive.put(TALKS) == HASH
    assert archive.path(HASH) == tmp_path / "archive" / HASH[:2] / HASH
    assert archive.read(HASH) == TALKS
    assert files_in(tmp_path / "archive") == [f"{HASH[:2]}/{HASH}"]


def test_the_same_bytes_again_are_left_as_they_are(tmp_path: Path) -> None:
    """A second put does not touch the file."""
    archive = Archive(tmp_path)
    archive.put(TALKS)
    before = archive.path(HASH).stat().st_mtime_ns
    assert archive.put(TALKS) == HASH
    assert archive.path(HASH).stat().st_mtime_ns == before


def test_a_folder_that_cannot_be_written_is_said_with_a_remedy(tmp_path: Path) -> None:
    """Here a file stands where the folder should be."""
    (tmp_path / "archive").write_text("in the way")
    with pytest.raises(CannotWrite) as caught:
        Archive(tmp_path / "archive").put(TALKS)
    assert str(len(TALKS)) in caught.value.remedy


def test_a_disk_that_fills_up_leaves_no_half_document(tmp_path: Path) -> None:
    """A write that fails midway leaves the archive as it was."""
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from pactwatch.documents.archive import Archive\n"
        "from pactwatch.errors import CannotWrite\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))\n"
        "try:\n"
        "    Archive(Path(sys.argv[1])).put(b'x' * 100_000)\n"
        "except CannotWrite:\n"
        "    sys.exit(74)\n"
    )
    assert resource.RLIMIT_FSIZE is not None
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False, timeout=60)
    assert done.returncode == 74
    assert files_in(tmp_path) == []


def test_a_document_that_is_not_there(tmp_path: Path) -> None:
    """Reading names the document and what to do."""
    with pytest.raises(NotInCase) as caught:
        Archive(tmp_path).read(HASH)
    assert HASH[:12] in caught.value.message
