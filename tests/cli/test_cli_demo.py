"""The demonstration, and the server of a case's pages."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, build_opener

from click.testing import Result

from pactwatch.case.open import open_case

Run = Callable[..., Result]
Ask = Callable[..., Any]


def test_demo_checks_each_page_and_ends(sample: Path, run: Run) -> None:
    """From nothing: a case, its status, every page requested once, exit code 0, nothing left behind."""
    result = run("demo", "--sample", sample, "--check")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert "added 3, duplicates 0, failed 0" in lines
    assert "Harbour Accord" in lines
    assert lines[-1].endswith("pages answered, 0 failed.") and int(lines[-1].split()[0]) > 10
    assert not Path(lines[0].rpartition(" ")[2]).exists()


def test_demo_keeps_what_was_decided_in_it(sample: Path, tmp_path: Path, run: Run) -> None:
    """A second run finds its case again: duplicates, and the judgement is still there."""
    folder = tmp_path / "demo"
    assert run("demo", "--sample", sample, "--case", folder, "--check").exit_code == 0
    with open_case(folder) as case:
        key = case.facts()[0].claim.key
    assert run("judge", folder, key, "accept", "--reason", "checked", "--reviewer", "Ann").exit_code == 0
    result = run("demo", "--sample", sample, "--case", folder, "--check")
    assert result.exit_code == 0 and "added 0, duplicates 3" in result.stdout
    with open_case(folder) as case:
        assert case.claim(key).judgement is not None


def test_demo_takes_over_an_edited_sample(sample: Path, tmp_path: Path, run: Run) -> None:
    """The sample's agreement is taken over, unless the case's own was edited."""
    folder, path = tmp_path / "demo", sample / "agreement.yaml"
    assert run("demo", "--sample", sample, "--case", folder, "--check").exit_code == 0
    path.write_text(path.read_text().replace("title: Barges with grain", "title: Grain by barge"))
    assert run("demo", "--sample", sample, "--case", folder, "--check").exit_code == 0
    with open_case(folder) as case:
        assert case.agreement.provisions["barges"].title == "Grain by barge"


def test_demo_without_its_sample(tmp_path: Path, run: Run) -> None:
    """Outside a clone it says what to give."""
    result = run("demo", "--sample", tmp_path / "none", "--check")
    assert result.exit_code == 6 and "--sample FOLDER" in result.stderr


@contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[str]:
    """A server of a case in a process of its own; its address. Ends it with Ctrl-C."""
    command = [sys.executable, "-m", "pactwatch.cli", "serve", str(folder), "--port", str(port), "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())["address"]
    finally:
        os.kill(process.pid, signal.SIGINT)
        assert process.wait(timeout=20) in (0, 130)


def read_page(address: str) -> str:
    with build_opener(ProxyHandler({})).open(address, timeout=20) as response:
        return str(response.read().decode("utf-8"))


def test_serve_announces_its_address_and_takes_a_free_port(case_folder: Path) -> None:
    """Where the port is in use another is taken, and the printed address is the real one."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serving(case_folder, port) as address:
            assert address.startswith("http://127.0.0.1:") and not address.endswith(f":{port}/")
            assert "Harbour Accord" in read_page(address)


def test_a_served_case_shows_what_is_added_meanwhile(case_folder: Path, tmp_path: Path, run: Run) -> None:
    """Readers never wait for the writer and see each new document."""
    late = tmp_path / "late-news.txt"
    late.write_text("Late news\n\nThe truce held on Monday, the Northern government said.\n")
    with serving(case_folder) as address:
        assert "late-news.txt" not in read_page(f"{address}documents")
        assert run("add", case_folder, late).exit_code == 0
        assert "late-news.txt" in read_page(f"{address}documents")
