"""The texts of our own gold, looked up by name in the material of others or in the invented agreement.

gum-NAME        a news text of GUM, its sentences joined by a space and its paragraphs by a line break
wikinews-NNN    the text at that place of MEANTIME
river-NAME      a report of agreements/river-accord
re3d-NAME-NN    the text at that place of a folder of RE3D (centcom, uk)
"""

import hashlib
import json
from pathlib import Path

from places import OWN_GOLD

_SENTENCE, _PARAGRAPH, _BLOCK = "# text = ", "# newpar", "# newpar_block"


class NoText(Exception):
    """The text is not here, or is not the one that was annotated; the message says which."""


def find_text(name: str, shared: Path) -> str:
    """The text of that name; raises NoText where it is missing."""
    kind, _, rest = name.partition("-")
    if kind not in _READERS:
        raise NoText(f"{name}: no text of that name (gum-..., wikinews-NNN, river-..., re3d-...)")
    try:
        return _READERS[kind](rest, shared)
    except (KeyError, IndexError, ValueError) as error:
        raise NoText(f"{name}: the file that should hold it has another form: {error!r}") from None
    except OSError as error:
        raise NoText(f"{name}: {error.strerror}: {error.filename}") from None


def hash_text(text: str) -> str:
    """The SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _read_gum(name: str, shared: Path) -> str:
    path = shared / "evaluation" / "treebank" / "gum_news" / f"GUM_news_{name}.conllu"
    paragraphs: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith(_PARAGRAPH) and not line.startswith(_BLOCK):
            paragraphs.append([])
        elif line.startswith(_SENTENCE):
            paragraphs[-1].append(line.removeprefix(_SENTENCE))
    return "\n".join(" ".join(sentences) for sentences in paragraphs if sentences)


def _read_wikinews(number: str, shared: Path) -> str:
    lines = (shared / "evaluation" / "meantime" / "docs.jsonl").read_text(encoding="utf-8").split("\n")
    return str(json.loads(lines[int(number)])["text"])


def _read_river(name: str, shared: Path) -> str:
    return (OWN_GOLD / "documents" / f"{name}.txt").read_bytes().decode("utf-8-sig")


def _read_re3d(name: str, shared: Path) -> str:
    folder, _, number = name.partition("-")
    path = shared / "evaluation" / "re3d" / _RE3D[folder] / "documents.json"
    return str(json.loads(path.read_text(encoding="utf-8").split("\n")[int(number)])["text"])


_RE3D = {"centcom": "CENTCOM", "uk": "UK Government"}
_READERS = {"gum": _read_gum, "wikinews": _read_wikinews, "river": _read_river, "re3d": _read_re3d}
