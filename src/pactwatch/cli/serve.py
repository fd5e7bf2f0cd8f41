"""``pactwatch serve``: the pages of a case, on this machine only."""

import json
from pathlib import Path

import click

from pactwatch.cli.opening import open_reading
from pactwatch.cli.options import case_argument, json_option

PORT = 8420


@click.command()
@case_argument
@click.option("--port", default=PORT, show_default=True, help="A free one is taken where it is in use.")
@json_option
def serve(case: Path, port: int, as_json: bool) -> None:
    """Serve the pages of CASE on 127.0.0.1 until Ctrl-C."""
    from pactwatch.web.serve import serve as serve_pages

    def announce(address: str) -> None:
        if port and not address.endswith(f":{port}/"):
            click.echo(f"Port {port} is taken by another program or reserved; another one is used.", err=True)
        click.echo(json.dumps({"address": address}) if as_json else f"{address} (Ctrl-C ends it)")

    with open_reading(case) as opened:
        serve_pages(opened, port, announce)
