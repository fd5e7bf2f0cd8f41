"""The command line starts fast, because commands import what they need and nothing else does."""

import subprocess
import sys
import time

HEAVY = (
    "starlette", "uvicorn", "jinja2", "vl_convert", "sqlalchemy", "pydantic", "ruamel", "lark",
    "rich", "regex", "rapidfuzz", "ahocorasick_rs", "charset_normalizer",
)  # fmt: skip
MOST_SECONDS = 0.3


def test_help_imports_nothing_heavy() -> None:
    """``pactwatch --help`` loads no web, plotting, parsing or database library, and no part of the domain."""
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom pactwatch.cli.main import main\n"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0\n"
        "print(*sorted(name.split('.')[0] for name in sys.modules))\n"
        "print(*sorted(name for name in sys.modules if name.startswith('pactwatch.')))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    libraries, own = (set(line.split()) for line in result.stdout.splitlines())
    assert libraries.isdisjoint(HEAVY)
    allowed = tuple(f"pactwatch.{name}" for name in ("cli", "errors", "problems", "config", "ids"))
    assert [name for name in sorted(own) if not name.startswith(allowed)] == []


def test_help_answers_within_three_tenths_of_a_second() -> None:
    """The best of five runs: another program's load is not ours."""
    best = min(measure_help() for _ in range(5))
    assert best <= MOST_SECONDS


def measure_help() -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", "pactwatch.cli", "--help"], capture_output=True, check=True)
    return time.perf_counter() - begin
