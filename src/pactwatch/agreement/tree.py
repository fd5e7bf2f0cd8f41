"""YAML text to a tree of nodes that know their line and column.

Built from the parser's events without recursion and without YAML's own types: each scalar
stays the text that the author wrote, so that "60-day", 2803 and no are what they look like.
"""

from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml import events as ev
from ruamel.yaml.error import MarkedYAMLError

from pactwatch.problems import Problem

#: The deepest place of a right file is 5 (provisions > id > readings > item > key).
MAX_DEPTH = 12

NO_VALUE = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Text:
    """A scalar. ``inline``: it stands in one line; ``quoted``: inside quotation marks."""

    text: str
    line: int
    column: int
    inline: bool
    quoted: bool

    @property
    def is_nothing(self) -> bool:
        """Whether no value is given."""
        return not self.quoted and self.inline and self.text in NO_VALUE


@dataclass(slots=True)
class Series:
    """A list."""

    line: int
    column: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A mapping, in the order of the file: key text to the key's own node and the value."""

    line: int
    column: int
    entries: dict[str, tuple[Text, "Node"]] = field(default_factory=dict)


Node = Text | Series | Table

_SHAPE = "The shape of the file is in docs/agreement-file.md."

#: Stands for a key that is no text.
_NO_KEY = Text("", 0, 0, True, True)


def parse_tree(text: str, name: str) -> tuple[Table | None, list[Problem]]:
    """The tree of one YAML document with a mapping at its top, or None with the reasons.

    The compiled parser is used where it is installed, and the other one where that balks,
    so that a message does not depend on what is installed.
    """
    try:
        return _Composer(name).read(text, pure=False)
    except MarkedYAMLError:
        composer = _Composer(name)
    try:
        return composer.read(text, pure=True)
    except MarkedYAMLError as error:
        return None, [*composer.problems, _explain(error, name)]


class _Composer:
    """Puts events together to nodes."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self._top: Node | None = None
        self._open: list[Series | Table] = []
        self._keys: list[Text | None] = []
        self._linked: set[str] = set()
        self._documents = 0
        self._stopped = False

    def read(self, text: str, *, pure: bool) -> tuple[Table | None, list[Problem]]:
        """The tree of a text, and what is wrong with it. Raises MarkedYAMLError."""
        for event in YAML(typ="safe", pure=pure).parse(text):
            self._take(event)
            if self._stopped:
                return None, self.problems
        return self._finish()

    def _take(self, event: Any) -> None:
        match event:
            case ev.ScalarEvent():
                self._refuse_links(event)
                self._put(_make_text(event))
            case ev.MappingStartEvent():
                self._begin(event, Table(*_place(event)))
            case ev.SequenceStartEvent():
                self._begin(event, Series(*_place(event)))
            case ev.MappingEndEvent() | ev.SequenceEndEvent():
                self._open.pop()
                self._keys.pop()
            case ev.AliasEvent():
                self._refuse_links(event)
                self._put(Text("", *_place(event), True, False))
            case ev.DocumentStartEvent():
                self._begin_document(event)

    def _finish(self) -> tuple[Table | None, list[Problem]]:
        top = self._top
        if self._linked:
            return None, self.problems
        if top is None or (isinstance(top, Text) and top.is_nothing):
            hint = "Start with docs/agreement-file.md, which has a complete example."
            return None, [*self.problems, Problem("A102", "The file holds nothing.", self.name, hint=hint)]
        if not isinstance(top, Table):
            what = "a list" if isinstance(top, Series) else "a text"
            self._report("A110", f"The file is {what}; it must be a mapping of keys.", top, "agreement: ...")
            return None, self.problems
        return top, self.problems

    def _begin(self, event: Any, node: Series | Table) -> None:
        self._refuse_links(event)
        if len(self._open) == MAX_DEPTH:
            self._report("A109", f"More than {MAX_DEPTH} levels stand inside one another.", node, _SHAPE)
            self._stopped = True
            return
        self._put(node)
        self._open.append(node)
        self._keys.append(None)

    def _begin_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            at = Text("", *_place(event), True, False)
            self._report("A111", 'A second document begins ("---").', at, "One file holds one agreement.")
            self._stopped = True
            return

    def _put(self, node: Node) -> None:
        if not self._open:
            self._top = node
            return
        parent = self._open[-1]
        if isinstance(parent, Series):
            parent.items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = node if isinstance(node, Text) else self._refuse_key(node)
        else:
            self._set(parent, self._keys[-1], node)
            self._keys[-1] = None

    def _refuse_key(self, node: Node) -> Text:
        self._report(
            "A104", "A key must be a text.", node, 'Put the value in quotation marks, or drop the "{".'
        )
        return _NO_KEY

    def _set(self, table: Table, key: Text, value: Node) -> None:
        if key is _NO_KEY:
            return
        if key.text in table.entries:
            first = table.entries[key.text][0].line
            message = f'The key "{key.text}" stands twice (first in line {first}).'
            self._report("A106", message, key, "Join the two, or rename one.")
        else:
            table.entries[key.text] = (key, value)

    def _refuse_links(self, event: Any) -> None:
        anchor = event.anchor
        if anchor is not None and anchor not in self._linked:
            self._linked.add(anchor)
            message = f'The YAML anchor "{anchor}" is refused: values cannot be linked.'
            hint = (
                "Write the value out at each place, or put a text that begins with & or * in quotation marks."
            )
            self._report("A107", message, Text("", *_place(event), True, False), hint)
        tag = getattr(event, "tag", None)
        if tag is not None:
            hint = 'Leave the tag out, or put a text that begins with "!" in quotation marks.'
            place = Text("", *_place(event), True, False)
            self._report("A108", f'The YAML tag "{tag}" is refused.', place, hint)

    def _report(self, code: str, message: str, at: Node, hint: str) -> None:
        self.problems.append(Problem(code, message, self.name, at.line, at.column, hint))


def _make_text(event: Any) -> Text:
    begin, end = event.start_mark, event.end_mark
    quoted = event.style in ("'", '"')
    return Text(event.value, begin.line + 1, begin.column + 1, begin.line == end.line, quoted)


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


#: Part of the parser's words -> what to say and what to do.
_WORDS = (
    (
        "mapping values are not allowed",
        'A second ": " stands where one value was expected.',
        "Put the text in quotation marks, or check the indentation of the line above.",
    ),
    ("expected ',' or ']'", 'A list that begins with "[" is not closed.', 'Add the "]" or a comma.'),
    ("expected ',' or '}'", 'A mapping that begins with "{" is not closed.', 'Add the "}" or a comma.'),
    ("unexpected end of stream", "A quotation mark is never closed.", "Close it at the end of the text."),
    (
        "cannot start any token",
        "A value cannot begin with this character.",
        "Put the text in quotation marks.",
    ),
    (
        "<block end>",
        "The indentation does not fit the lines above.",
        "Keys of one level begin in the same column; a list item begins with a dash.",
    ),
    (
        "could not find expected ':'",
        "A line is neither a key with a colon nor part of a text.",
        'Write "key: value".',
    ),
    (
        "unknown escape character",
        "A backslash inside double quotation marks is followed by a letter that means nothing.",
        "Use single quotation marks, or write two backslashes.",
    ),
)


def _explain(error: MarkedYAMLError, name: str) -> Problem:
    said = str(error.problem)
    message, hint = next(
        ((message, hint) for part, message, hint in _WORDS if part in said),
        (f"This is not YAML: {said}.", ""),
    )
    opened = error.context_mark
    at = error.problem_mark or opened
    if opened is not None and at is not None and opened.line != at.line:
        message = f"{message[:-1]} (begun in line {opened.line + 1}, column {opened.column + 1})."
    line, column = (at.line + 1, at.column + 1) if at else (0, 0)
    return Problem("A104", message, name, line, column, hint)
