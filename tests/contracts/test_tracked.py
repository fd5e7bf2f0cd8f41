"""Tracked files hold nothing of the machine they were written on."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PARTS = (
    ("/wo", "rk/"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("/opt/py", "pi"),
    ("pypi", r"\.org"),
    ("pythonhosted", r"\.org"),
)
#: Written in two halves, so that this file does not hold them.
FORBIDDEN = re.compile("|".join(first + second for first, second in _PARTS))


def list_tracked() -> list[Path]:
    """The files that git tracks or would take, those ignored left out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return [ROOT / name for name in result.stdout.decode().split("\0") if name]


def find_forbidden(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8", "replace")
    return [f"{path.name}: {match.group()}" for match in FORBIDDEN.finditer(text)]


def test_no_file_names_this_machine_or_a_registry() -> None:
    """A clone works anywhere, and tells nobody where it was made."""
    assert [found for path in list_tracked() if path.is_file() for found in find_forbidden(path)] == []


def test_a_path_of_this_machine_is_found(tmp_path: Path) -> None:
    """The guard itself."""
    path = tmp_path / "note.txt"
    path.write_text("see /" + "ro" + "ot/notes")
    assert find_forbidden(path) == ["note.txt: /ro" + "ot/"]
