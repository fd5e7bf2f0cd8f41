"""A person's decisions: on a claim, on a document that no longer counts, on words that must go."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from pactwatch.case.ask import Case, read_article
from pactwatch.case.read import draft_readings
from pactwatch.errors import NotInCase, Refused
from pactwatch.ledger.drafts import draft_judgement, draft_withdrawal
from pactwatch.model.claim import Claim
from pactwatch.model.record import Decision, Judgement, Record
from pactwatch.model.source import Span
from pactwatch.model.wire import from_wire, to_wire
