"""The plots of measures as pictures and as specifications.

vl-convert is imported by the first picture and by nothing else: it takes half a second.
"""

import json
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pactwatch.display.charts import THEMES, VERSION, Spec, make_chart
from pactwatch.display.figures import make_series
from pactwatch.display.layout import SIZES
from pactwatch.errors import NotInCase
from pactwatch.web.nearest import find_nearest
from pactwatch.web.pages import find_measure, open_desk


async def show_plot(request: Request) -> Response:
    """A plot as SVG; ``theme`` is light or dark, ``size`` wide or narrow."""
    spec = json.dumps(_make_spec(request), sort_keys=True)
    picture = await run_in_threadpool(draw_svg, spec)
    return Response(picture, media_type="image/svg+xml")


async def show_spec(request: Request) -> Response:
    """The same plot as the Vega-Lite specification it is drawn from."""
    body = json.dumps(_make_spec(request), ensure_ascii=False, indent=1)
    name = f"{request.path_params['measure']}.vl.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type="application/json", headers=headers)


def _make_spec(request: Request) -> Spec:
    desk = open_desk(request)
    measure = find_measure(desk, request.path_params["measure"])
    theme = _choose(request, "theme", list(THEMES))
    size = _choose(request, "size", list(SIZES))
    series = make_series(measure, desk.selected, desk.agreement)
    if not series.rows:
        raise NotInCase(f"No number of “{measure.title}” counts under this view.", "Choose another view.")
    on = desk.asked.question.on or desk.case.as_of
    return make_chart(series, desk.agreement, on, theme, size)


def _choose(request: Request, name: str, known: list[str]) -> str:
    value = request.query_params.get(name) or known[0]
    if value not in known:
        raise NotInCase(f"There is no {name} “{value}”.", f"The nearest is “{find_nearest(value, known)}”.")
    return value


@lru_cache(maxsize=64)
def draw_svg(spec: str) -> str:
    """The picture of a specification in canonical JSON."""
    import vl_convert

    picture: str = vl_convert.vegalite_to_svg(spec, vl_version=VERSION, allowed_base_urls=[])
    return picture
