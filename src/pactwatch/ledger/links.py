"""Links in force, with what people decided of them.

link            what makers propose, one row for each maker   --+
link_judgement  the newest decision on a pair, proposed or not --+--> Linked, by kind, a, b
"""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select, union

from pactwatch.errors import NotInCase
from pactwatch.ledger.answers import choose_key
from pactwatch.ledger.tables import CLAIM, DOCUMENT, LINK, LINK_JUDGEMENT, WITHDRAWN
from pactwatch.model.link import Link, Linked, LinkJudgement, LinkKind, Verdict, compute_link_key
from pactwatch.model.wire import from_wire

#: Kind and the two ends, as the tables hold them.
_Pair = tuple[str, str, str]


def read_links(connection: Connection) -> list[Linked]:
    """Links between documents and claims that count, by kind, a, b."""
    present = _find_present(connection)
    proposed, judged = _read_proposed(connection), _read_judged(connection)
    return [
        _join(pair, proposed, judged)
        for pair in sorted(proposed.keys() | judged.keys())
        if present.issuperset(pair[1:])
    ]


def find_link(connection: Connection, prefix: str) -> Linked:
    """The one link in force whose key begins so. Raises Ambiguous, NotInCase."""
    links = {linked.key: linked for linked in read_links(connection)}
    gone = _find_gone(connection, prefix.strip().lower()) - links.keys()
    if gone and not any(key.startswith(prefix.strip().lower()) for key in links):
        raise NotInCase(
            f'Link "{prefix}" is no longer in force: an end of it was withdrawn or is no longer read.',
            "List those that are with `pactwatch links`.",
        )
    return links[choose_key("link", prefix, links)]


def _find_gone(connection: Connection, wanted: str) -> set[str]:
    """The keys of links that begin so and were judged or proposed once, of whatever is withdrawn."""
    present = _find_present(connection)
    rows = [*connection.execute(select(LINK)), *connection.execute(select(LINK_JUDGEMENT))]
    gone = [(row.kind, row.a, row.b) for row in rows if not present.issuperset((row.a, row.b))]
    keys = {compute_link_key(LinkKind(kind), a, b) for kind, a, b in gone}
    return {key for key in keys if wanted and key.startswith(wanted)}


def _join(pair: _Pair, proposed: Mapping[_Pair, Link], judged: Mapping[_Pair, LinkJudgement]) -> Linked:
    kind, a, b = LinkKind(pair[0]), pair[1], pair[2]
    return Linked(compute_link_key(kind, a, b), kind, a, b, proposed.get(pair), judged.get(pair))


def _find_present(connection: Connection) -> set[str]:
    """Documents that were not withdrawn, and their claims in force."""
    withdrawn = select(WITHDRAWN.c.document)
    documents = select(DOCUMENT.c.id).where(DOCUMENT.c.id.not_in(withdrawn))
    claims = select(CLAIM.c.key).where(CLAIM.c.body.is_not(None), CLAIM.c.document.not_in(withdrawn))
    return set(connection.scalars(union(documents, claims)))


def _read_proposed(connection: Connection) -> dict[_Pair, Link]:
    """Of several makers' links of one pair the one with the highest score, then the first maker's."""
    query = select(LINK).where(LINK.c.body.is_not(None)).order_by(LINK.c.maker)
    found: dict[_Pair, Link] = {}
    for row in connection.execute(query):
        pair, link = (row.kind, row.a, row.b), from_wire(Link, json.loads(row.body))
        if pair not in found or found[pair].score < link.score:
            found[pair] = link
    return found


def _read_judged(connection: Connection) -> dict[_Pair, LinkJudgement]:
    rows = connection.execute(select(LINK_JUDGEMENT))
    return {(row.kind, row.a, row.b): make_link_judgement(row, row.body) for row in rows}


def make_link_judgement(row: Any, body: str | None) -> LinkJudgement:
    """A decision from what is not sealed (kind, a, b, decision, reviewer) and its sealed reason."""
    reason: str = json.loads(body)["reason"] if body is not None else ""
    return LinkJudgement(LinkKind(row.kind), row.a, row.b, Verdict(row.decision), row.reviewer, reason)
