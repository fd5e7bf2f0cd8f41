"""Tables of texts with the statements that stand in them.

Ilse Varrow said that the locks were open, but denied delays. ¶
“They are wide open.”
    Ilse Varrow [said] the locks were open
    Ilse Varrow [denied] delays

Lines that are not indented are the text (¶ is a break between paragraphs), those that are indented one
statement each: speakers [cue] content, its parts with | between them. An empty line ends a case.
"""

from claim_texts import told


def cases(table: str) -> list[tuple[str, list[str]]]:
    """The cases of a table as (text, statements)."""
    return [_case(block.split("\n")) for block in table.strip("\n").split("\n\n")]


def _case(lines: list[str]) -> tuple[str, list[str]]:
    text = " ".join(line for line in lines if not line.startswith(" ")).replace(" ¶ ", "\n\n")
    return text, [line.strip() for line in lines if line.startswith(" ")]


def told_lines(text: str) -> list[str]:
    """The statements of a text as lines of a table."""
    return [f"{name} [{cue}] {content}" for name, cue, content in told(text)]
