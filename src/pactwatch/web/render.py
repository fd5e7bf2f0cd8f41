"""Templates to responses: one Jinja environment, everything escaped, nothing from outside marked safe.

Characters that would turn the direction of the text around are shown as what they are.
"""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from pactwatch.display.words import begin, count, format_day, format_when, show_controls
from pactwatch.web.desk import KEY_SHOWN

#: The most claims that one address opens; a page says so where there are more.
MOST_CLAIMS = 400


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


def _shorten(identifier: str) -> str:
    return identifier[:KEY_SHOWN]


def join_keys(claims: tuple[str, ...]) -> str:
    """Claim keys as one parameter: short, and no more than one address can hold."""
    return ",".join(_shorten(claim) for claim in claims[:MOST_CLAIMS])


def render(environment: Environment, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A template as a response."""
    return HTMLResponse(environment.get_template(template).render(values), status_code=status)
