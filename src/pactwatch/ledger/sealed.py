"""Words apart from the chain: salted digests, so that words can go and proofs stay."""

import secrets
from collections.abc import Callable
from typing import Any

from pactwatch.ids import canonical, hash_text
from pactwatch.ledger.base import Sealed

#: Gives a fresh salt: 32 hexadecimal characters that nobody can guess.
Salt = Callable[[], str]

SALT_BYTES = 16


def make_salt() -> str:
    """16 random bytes in hexadecimal."""
    return secrets.token_hex(SALT_BYTES)


def compute_digest(salt: str, body: str) -> str:
    """The SHA-256 of the salt followed by the canonical body."""
    return hash_text(salt + body)


def make_sealed(value: Any, salt: Salt) -> Sealed:
    """Plain JSON data under a fresh salt."""
    body, fresh = canonical(value), salt()
    return Sealed(compute_digest(fresh, body), fresh, body)
