"""How acts compose: what becomes of an act that is agreed, refused, threatened, demanded, stopped.

    agreed to + withdraw     CONCEDE withdraw (declared)        refused to + withdraw    REJECT yield
    threatened to + attack   THREATEN violence                  called for + talks       REQUEST meet
    stopped + bombing        RETREAT ceasefire                  halted + aid             SANCTION discontinue
CONCEDE is declared, RETREAT done: whatever promises, orders or announces a RETREAT makes it a CONCEDE.
"""

from typing import NamedTuple

YIELDING = frozenset(("CONCEDE", "RETREAT"))
KIND = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID")) | YIELDING
HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE"))


class Act(NamedTuple):
    """A root with its mode, and the marks that the words around it have left."""

    root: str
    mode: str | None
    older: str
    marks: frozenset[str] = frozenset()

    def mark(self, *marks: str) -> "Act":
        return self._replace(marks=self.marks | set(marks))

    def turn(self, root: str, mode: str | None, older: str | None = None) -> "Act":
        """Another root for the same act; what was marked inside the act is of no account outside it."""
        return Act(root, mode, older or root)


def _asked(root: str) -> str | None:
    """The mode of a demand or a refusal, by what is asked for."""
    if root in YIELDING:
        return "yield"
    return {"AID": "assist", "COOPERATE": "assist", "CONSULT": "meet", "AGREE": None, "SUPPORT": None}.get(
        root, "change"
    )


def _threatened(act: Act) -> str:
    if act.root in ("ASSAULT", "MOBILIZE"):
        return "violence"
    if act.root == "COERCE":
        return act.mode if act.mode in ("arrest", "ban") else "restrict"
    return "relations"


def promise(act: Act) -> Act:
    """agreed to: a promise of something kind agrees, of a retreat concedes, of harm threatens."""
    if act.root in YIELDING:
        return act.turn("CONCEDE", act.mode, "AGREE")
    if act.mode == "agreement":
        return act
    if act.root in KIND:
        return act.turn("AGREE", None)
    if act.older in KIND:
        return act.turn("AGREE", None)
    return act.turn("THREATEN", _threatened(act)) if act.root in HOSTILE else act


def intend(act: Act) -> Act:
    """will, plans to: the same, but harm that is only foretold stays what it is, still to come."""
    if act.root in HOSTILE:
        return act._replace(older="THREATEN").mark("future")
    if act.root == "CONSULT":
        return act._replace(older="AGREE").mark("future")
    return promise(act).mark("future")


def refuse(act: Act) -> Act:
    return act.turn("REJECT", _asked(act.root))


def fail(act: Act) -> Act:
    if act.root in KIND - YIELDING:
        return refuse(act)
    older = "YIELD" if act.root in HOSTILE else "REJECT"
    return act._replace(older=older).mark("negated")


def request(act: Act) -> Act:
    older = {"SANCTION": "THREATEN", "COERCE": "THREATEN", "ACCUSE": "ACCUSE"}.get(act.root)
    return act.turn("REQUEST", _asked(act.root), older)


def threaten(act: Act) -> Act:
    return act.turn("THREATEN", _threatened(act))


def declare(act: Act) -> Act:
    """announced the release, ordered the withdrawal: declared, and not yet done"""
    return act.turn("CONCEDE", act.mode) if act.root == "RETREAT" else act


def allow(act: Act) -> Act:
    return act.turn("CONCEDE", act.mode if act.root in YIELDING else "access")


def accuse(act: Act) -> Act:
    return act.turn("ACCUSE", "allege")


def stop(act: Act) -> Act:
    if act.root in HOSTILE - {"SANCTION"}:
        return act.turn("RETREAT", "ceasefire" if act.root == "ASSAULT" else None)
    if act.root in ("AID", "COOPERATE"):
        return act.turn("SANCTION", "discontinue")
    if act.root == "CONSULT":
        return act.turn("SANCTION", "withdraw")
    return act.turn("RETREAT", None) if act.root == "SANCTION" else act.turn("REJECT", None)


def cancel(act: Act) -> Act:
    return act.turn("RETREAT", None) if act.root in HOSTILE else act.turn("REJECT", _asked(act.root))


def prevent(act: Act) -> Act:
    if act.root in KIND:
        return act.turn("REJECT", _asked(act.root))
    return act.mark("negated")


def deny(act: Act) -> Act:
    return act.mark("negated", "denied")


def attempt(act: Act) -> Act:
    return act.mark("hypothetical")


def aim(act: Act) -> Act:
    """sent a team to, went to: what is still to be done there"""
    return act.mark("future")


def go_on(act: Act) -> Act:
    return act


OPERATORS = {
    "promise": promise,
    "vow": intend,
    "refuse": refuse,
    "fail": fail,
    "request": request,
    "tell": request,
    "threaten": threaten,
    "declare": declare,
    "allow": allow,
    "accuse": accuse,
    "stop": stop,
    "cancel": cancel,
    "prevent": prevent,
    "deny": deny,
    "try": attempt,
    "aim": aim,
    "pass": go_on,
}


def negate(act: Act, future: bool) -> Act:
    """will not withdraw: refused; has not withdrawn: not done"""
    if future and act.root in KIND | {"ASK"}:
        return act.turn("REJECT", _asked(act.root))
    older = "REJECT" if act.root in KIND else act.older
    return act._replace(older=older).mark("negated")
