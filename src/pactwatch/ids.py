"""Hashes and the canonical form that they are taken of.

Canonical JSON (version 1): keys sorted, no spaces, UTF-8, no NaN; texts as they are. What is
hashed carries this version in the ledger's first record.
"""

import hashlib
import json
from typing import Any

CANONICAL_VERSION = "1"


def canonical(value: Any) -> str:
    """Plain JSON data in the one form that is hashed.

    Raises ValueError for NaN or infinity, TypeError for what JSON cannot hold.
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def hash_bytes(data: bytes) -> str:
    """SHA-256 in hexadecimal, 64 characters."""
    return hashlib.sha256(data).hexdigest()


def hash_text(text: str) -> str:
    """SHA-256 of the UTF-8 bytes."""
    return hash_bytes(text.encode("utf-8", "surrogatepass"))


def hash_value(value: Any) -> str:
    """SHA-256 of the canonical form."""
    return hash_text(canonical(value))
