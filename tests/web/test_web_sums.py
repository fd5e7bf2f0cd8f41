"""Sums on the figures page, over a case made of a real bulletin text and the real ledger."""

from pathlib import Path

import harbour
from starlette.testclient import TestClient

from pactwatch.case.add import add_documents
from pactwatch.case.open import init_case
from pactwatch.web.app import make_app
