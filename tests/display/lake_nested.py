"""Two statements of the lake case, one inside the words of the other."""

from lake_facts import OSKE, find, make_fact, statement
from lake_texts import GAZETTE

from pactwatch.model.claim import Form, Statement
from pactwatch.model.status import Fact

BOATS = "Veyl had fired on two Aldran boats"


def nested() -> tuple[Fact, Fact]:
    """What Oske said, and the same sentence according to somebody else."""
    inner = make_fact(GAZETTE, BOATS, statement(GAZETTE, "Oske said Veyl"[:9], BOATS), **OSKE)
    whole = find(GAZETTE, f"Oske said {BOATS}")
    slots = Statement(Form.INDIRECT, find(GAZETTE, "the accord"), "according to", (whole,))
    outer = make_fact(GAZETTE, f"Oske said {BOATS}", slots, who="the navy", side="aldra")
    return inner, outer
