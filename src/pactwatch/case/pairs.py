"""Which link a person means: the beginning of its key, or two documents or claims joined by "+".

3fa9c1          the link whose key begins so
000+003         these two documents: the same story
1b2c+9d0e       these two claims: the same utterance
denies:1b2c+9d0e    a kind in front; the first denies the second
"""

from collections.abc import Callable

from pactwatch.errors import Ambiguous, NotInCase
from pactwatch.ledger.base import Store
from pactwatch.model.link import OF_DOCUMENTS, Linked, LinkKind, compute_link_key, order_ends

JOINT = "+"

_REMEDY = (
    "Join two file names or two claim keys by +; another kind than same_story and same_utterance stands in"
    f" front, as in denies:KEY+KEY. The kinds are {', '.join(LinkKind)}."
)


def find_linked(store: Store, name: str) -> Linked:
    """The link of a name, with what is proposed and decided. Raises NotInCase, Ambiguous."""
    if JOINT not in name:
        return store.find_link(name)
    kind, a, b = _find_pair(store, name)
    key = compute_link_key(kind, a, b)
    known = {linked.key: linked for linked in store.links()}
    return known.get(key) or Linked(key, kind, *order_ends(kind, a, b), None)


def _find_pair(store: Store, name: str) -> tuple[LinkKind, str, str]:
    kind, pair = _split_kind(name)
    if kind is not None:
        find = store.find_document if kind in OF_DOCUMENTS else store.find_claim
        return (kind, *_find_ends(find, pair))
    try:
        return (LinkKind.SAME_STORY, *_find_ends(store.find_document, pair))
    except (NotInCase, Ambiguous) as error:
        no_documents = error
    try:
        return (LinkKind.SAME_UTTERANCE, *_find_ends(store.find_claim, pair))
    except (NotInCase, Ambiguous) as error:
        told = f"{no_documents.message} {error.message}"
        raise NotInCase(f'"{name}" names neither two documents nor two claims. {told}', _REMEDY) from error


def _split_kind(name: str) -> tuple[LinkKind | None, str]:
    kind, sign, pair = name.partition(":")
    named = kind.strip().lower().replace("-", "_").replace(" ", "_")
    return (LinkKind(named), pair) if sign and named in set(LinkKind) else (None, name)


def _find_ends(find: Callable[[str], str], pair: str) -> tuple[str, str]:
    """The two ends of a pair; a name may hold the sign itself. Raises NotInCase, Ambiguous."""
    parts = pair.split(JOINT)
    failures: list[NotInCase | Ambiguous] = []
    for place in range(1, len(parts)):
        first, second = JOINT.join(parts[:place]), JOINT.join(parts[place:])
        try:
            return find(first.strip()), find(second.strip())
        except (NotInCase, Ambiguous) as error:
            failures.append(error)
    raise failures[0]
