"""``pactwatch verify``, ``rebuild`` and ``export``: proofs, and a record that outlives the tool."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwatch.cli.clock import now
from pactwatch.cli.exits import NOT_VERIFIED, PROBLEMS
from pactwatch.cli.opening import find_writer, open_reading, open_writing
from pactwatch.cli.options import case_argument, json_option
from pactwatch.cli.output import write_json
from pactwatch.problems import has_errors

if TYPE_CHECKING:
    from pactwatch.ledger.base import Verification

#: How a finding begins that is about what is made of the records.
_DERIVED = ("table ", "tables ")

#: Findings that are listed; the rest are counted.
LISTED = 20


@click.command()
@case_argument
@json_option
@click.pass_context
def verify(ctx: click.Context, case: Path, as_json: bool) -> None:
    """Derive every hash and quoted slice again; tell what does not fit."""
    from pactwatch.case.open import verify_case

    found = verify_case(case)
    if as_json:
        write_json({"ok": found.ok, "verification": found})
    else:
        _tell(found)
    if not found.ok:
        ctx.exit(NOT_VERIFIED)


def _tell(found: "Verification") -> None:
    removed = f", {found.redacted} redacted" if found.redacted else ""
    click.echo(
        f"{found.records} records, {found.sealed} sealed texts{removed}, {found.documents} documents, "
        f"{found.claims} claims: {'everything fits.' if found.ok else 'NOT everything fits.'}"
    )
    for finding in found.findings[:LISTED]:
        place = f"record {finding.record}, {finding.where}" if finding.record else finding.where
        click.echo(f"  {place}: {finding.what}")
    if len(found.findings) > LISTED:
        click.echo(f"  and {len(found.findings) - LISTED} more")
    if not found.ok:
        click.echo(_advise(found))


def _advise(found: "Verification") -> str:
    """What to do; a rebuild helps where the records hold and only what is made of them does not."""
    if found.records and all(finding.where.startswith(_DERIVED) for finding in found.findings):
        return "The records hold: pactwatch rebuild makes these tables again from them."
    return (
        "Restore the case folder from a copy, or take what a bundle holds (pactwatch export); "
        "until then, do not rely on this one."
    )


@click.command()
@case_argument
@json_option
@click.pass_context
def rebuild(ctx: click.Context, case: Path, as_json: bool) -> None:
    """Fold all records again; read again what has become older.

    An edited agreement file is taken in, and documents are read again where a maker is newer.
    """
    from pactwatch.case.link import link_documents
    from pactwatch.case.open import rebuild_case
    from pactwatch.case.read import read_again

    records = rebuild_case(case, writer=find_writer())
    with open_writing(case) as opened:
        again = [row.document.name for row in read_again(opened, now)]
        link_documents(opened, now())
        broken = has_errors(opened.problems())
    if as_json:
        write_json({"records": records, "read_again": again})
    else:
        click.echo(f"Folded {records} records; read {len(again)} documents again.")
    if broken:
        ctx.exit(PROBLEMS)


@click.command()
@case_argument
@click.option("--bundle", required=True, type=click.Path(path_type=Path), metavar="FILE", help="A .zip file.")
@click.option("--force", is_flag=True, help="Replace a file that is not a bundle.")
@json_option
def export(case: Path, bundle: Path, force: bool, as_json: bool) -> None:
    """Write the whole record to a zip that a stranger can verify."""
    from pactwatch.exports.bundle import write_bundle

    with open_reading(case) as opened:
        summary = write_bundle(opened.store, opened.archive.read, bundle, force=force)
    if as_json:
        counts = {name: getattr(summary, name) for name in ("records", "documents", "claims", "size", "head")}
        write_json({"bundle": str(bundle), **counts})
        return
    click.echo(
        f"{bundle}: {summary.records} records, {summary.documents} documents, {summary.claims} claims, "
        f"{summary.size:,} bytes."
    )
    click.echo(f"Newest record: {summary.head}")
    click.echo("Anyone can check it without Pactwatch: the file holds verify_bundle.py and says how.")
