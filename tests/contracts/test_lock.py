"""The lock files: complete, hashed, few packages, and no word about any registry."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
BASE = (ROOT / "requirements" / "base.lock").read_text()
DEV = (ROOT / "requirements" / "dev.lock").read_text()
MOST_PACKAGES = 50


def read_pins(lock: str) -> dict[str, str]:
    """Version by package name."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE))


def test_at_most_50_packages_by_default() -> None:
    """What a user installs stays small enough to be looked at."""
    assert 0 < len(read_pins(BASE)) <= MOST_PACKAGES


def test_each_package_has_its_hashes() -> None:
    """Nothing is installed that is not what was locked."""
    for lock in (BASE, DEV):
        blocks = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)
        assert [block[:40] for block in blocks if block.strip() and "--hash=sha256:" not in block] == []


def test_both_locks_hold_every_dependency_in_the_same_version() -> None:
    """What is tested is what is shipped."""
    base, dev = read_pins(BASE), read_pins(DEV)
    assert {name: dev.get(name) for name in base} == base
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert [name for name in read_names(project["dependencies"]) if name not in base] == []
    assert [name for name in read_names(project["optional-dependencies"]["dev"]) if name not in dev] == []


def read_names(dependencies: list[str]) -> list[str]:
    """The packages of a list of requirements, written as a lock writes them."""
    return [re.split(r"[<>=\[ ]", item)[0].lower().replace(".", "-") for item in dependencies]


def test_no_lock_names_a_place() -> None:
    """A lock says what, never from where."""
    assert [line for line in (BASE + DEV).splitlines() if "://" in line or "index-url" in line] == []
