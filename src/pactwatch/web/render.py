"""Templates to responses: one Jinja environment, everything escaped, nothing from outside marked safe.

Characters that would turn the direction of the text around are shown as what they are.
"""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from pactwatch.display.words import begin, count, format_day, format_when
from pactwatch.web.desk import KEY_SHOWN

#: The most claims that one address opens; a page says so where there are more.
MOST_CLAIMS = 400

_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SHOWN = {code: f"[U+{code:04X}]" for code in _TURNING}
_SHOWN |= {code: "\ufffd" for code in (*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F)}
_SHOWN |= {code: "\ufffd" for code in range(0xD800, 0xE000)}


def make_environment() -> Environment:
    """The environment of all templates."""
    environment = Environment(
        loader=PackageLoader("pactwatch.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.globals.update(
        count=count, begin=begin, format_day=format_day, format_when=format_when, join_keys=join_keys
    )
    environment.filters["short"] = _shorten
    return environment


def _finalize(value: Any) -> Any:
    """Shows control characters in texts from outside; our own markup stays as it is."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return show_controls(value)


def show_controls(words: str) -> str:
    """The words with characters that steer the direction of text made visible."""
    return words.translate(_SHOWN)


def _shorten(identifier: str) -> str:
    return identifier[:KEY_SHOWN]


def join_keys(claims: tuple[str, ...]) -> str:
    """Claim keys as one parameter: short, and no more than one address can hold."""
    return ",".join(_shorten(claim) for claim in claims[:MOST_CLAIMS])


def render(environment: Environment, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A template as a response."""
    return HTMLResponse(environment.get_template(template).render(values), status_code=status)
