"""Which actor of an agreement a printed name stands for, as a function that others can be handed."""

from collections.abc import Callable
from functools import cache

from pactwatch.claims.aliases import find_exact, find_named, make_alias_table
from pactwatch.model.agreement import Agreement


def name_actors(agreement: Agreement) -> Callable[[str], str | None]:
    """From a name, an office, a capital or a person to the actor's id; None where the agreement knows none.

    ``state`` groups meetings by it and knows no aliases of its own.
    """
    table = make_alias_table(agreement)

    @cache
    def name_actor(words: str) -> str | None:
        exact = find_exact(table, words)
        if exact is not None:
            return exact.actor
        named = find_named(table, words)
        return next((one.actor for one in named if one.actor), None)

    return name_actor
