"""The documents say what the program does."""

import re
from pathlib import Path

import click

from pactwatch.cli import exits
from pactwatch.cli.main import main

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "pactwatch"
DOCS = ROOT / "docs"
MESSAGES = DOCS / "messages.md"

CODE = re.compile(r'"([A-Z]\d{3})"')
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def find_codes() -> set[str]:
    """The codes of all Problems in the source."""
    return {code for path in SOURCE.rglob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_each_code_is_listed() -> None:
    """A message's code is found in docs/messages.md."""
    text = MESSAGES.read_text(encoding="utf-8")
    assert sorted(code for code in find_codes() if not re.search(rf"\b{code}\b", text)) == []


def test_each_listed_code_exists() -> None:
    """docs/messages.md lists no message that cannot come."""
    listed = set(re.findall(r"^\|\s*`?([A-Z]\d{3})`?", MESSAGES.read_text(encoding="utf-8"), re.MULTILINE))
    assert listed and sorted(listed - find_codes()) == []


def test_exit_codes_are_listed() -> None:
    """The table under "Exit codes" is the one in cli/exits.py."""
    section = MESSAGES.read_text(encoding="utf-8").split("## Exit codes")[1].split("\n## ")[0]
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)}
    own = {exits.OK, exits.PROBLEMS, exits.USAGE, exits.NOT_VERIFIED, exits.INTERRUPTED}
    assert listed == own | set(exits.EXIT_CODES.values())


def test_links_lead_somewhere() -> None:
    """Each link to a file of the project stands."""
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [*DOCS.rglob("*.md"), ROOT / "README.md"]
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_files_that_the_architecture_names_exist() -> None:
    """A path in docs/architecture.md stands in the source or in the project."""
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z_]+/[a-z_]+\.(?:py|md))`", text)
    assert (
        named
        and [name for name in named if not (SOURCE / name).exists() and not (ROOT / name).exists()] == []
    )


def test_each_layer_stands_in_the_architecture() -> None:
    """The table of layers names every package."""
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    packages = sorted(path.parent.name for path in SOURCE.glob("*/__init__.py"))
    assert [name for name in packages if f"`{name}`" not in text] == []


def list_commands(group: click.Group, before: str = "") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found |= list_commands(command, f"{before}{name} ")
        else:
            found[before + name] = command
    return found


def test_every_command_takes_json_and_explains_itself() -> None:
    """``--json`` everywhere, and a sentence of help."""
    for name, command in list_commands(main).items():
        options = {option for parameter in command.params for option in parameter.opts}
        assert "--json" in options, name
        assert command.help, name


def test_every_command_in_the_documents_exists() -> None:
    """A page that names ``pactwatch something`` names a command."""
    words = {name.split()[0] for name in list_commands(main)}
    named = {
        (page.name, word)
        for page in [*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md"]
        for word in re.findall(r"(?:`|^ {4}|\n)pactwatch ([a-z]+)", page.read_text(encoding="utf-8"))
    }
    assert sorted(entry for entry in named if entry[1] not in words) == []
