"""The direction of imports, as the architecture draws it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINT = Path(sys.executable).with_name("lint-imports")


def run_lint(config: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINT), "--config", str(config), "--no-cache"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_imports_point_one_way() -> None:
    """Every contract in pyproject.toml is kept."""
    result = run_lint(ROOT / "pyproject.toml")
    assert result.returncode == 0, result.stdout


def test_an_import_against_the_direction_is_found(tmp_path: Path) -> None:
    """The guard itself: with cli drawn below case, its imports break the contract."""
    config = tmp_path / "turned.toml"
    config.write_text(
        '[tool.importlinter]\nroot_package = "pactwatch"\n'
        '[[tool.importlinter.contracts]]\nname = "turned"\ntype = "layers"\n'
        'containers = ["pactwatch"]\nlayers = ["case", "cli"]\n'
    )
    assert run_lint(config).returncode == 1
