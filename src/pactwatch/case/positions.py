"""Positions of the ledger as people write them: the number of a record, or a day."""

from datetime import date

from pactwatch.errors import NotInCase, Refused
from pactwatch.ledger.base import Store


def find_position(known: str, store: Store) -> int:
    """The record number that a number or a day stands for.

    Raises NotInCase for one that the ledger does not have, Refused for what is neither.
    """
    return _find_number(known, store) if known.isdigit() else _find_day(known, store)


def _find_number(known: str, store: Store) -> int:
    number, newest = int(known), store.head().number
    if not 1 <= number <= newest:
        raise NotInCase(f"There is no record {known}.", f"The records run from 1 to {newest}.")
    return number


def _find_day(known: str, store: Store) -> int:
    try:
        day = date.fromisoformat(known)
    except ValueError:
        raise Refused(
            f'"{known}" is neither a record number nor a day.', "Write 12, or 2025-12-19."
        ) from None
    position = store.position_on(day)
    if position == 0:
        first = store.records()[0].at[:10]
        raise NotInCase(f"The ledger held nothing on {known}.", f"Its first record is of {first}.")
    return position
