"""Invented reports of one Sunday at Pell Staithe, and of other days: a small case under the River Accord."""

from collections.abc import Sequence
from pathlib import Path

from pactwatch.case.add import add_documents
from pactwatch.case.ask import Case
from pactwatch.case.link import Linking, link_documents
from pactwatch.case.open import init_case

ACCORD = Path(__file__).parents[1] / "agreements" / "river-accord" / "agreement.yaml"
AT = "2031-05-30T09:00:00Z"

REPORTS = {
    "halyard.txt": """\
Three killed as shells hit the ferry landing at Pell Staithe

Three people were killed on Sunday evening when shells hit the ferry landing at Pell Staithe, Calvenne's
health ministry said on Monday. At least 31 people have been killed since the truce took hold, it said.

“The guns have not moved and they have not spoken,” Colonel Tobin Hask, the spokesman of the River Guard,
told Halyard. He said four guards had been shot dead in the same weeks.

“We have kept our word, and we expect the locks to open,” Foreign Minister Ilse Varrow said in Vessmar.

The man who was freed on Monday crossed the pontoon on foot before the market opened.
""",
    "courant.txt": """\
Ondria keeps its word, minister says

“We have kept our word, and we expect the locks to open,” Foreign Minister Ilse Varrow said yesterday.

Calvenne's health ministry said that three people were killed when shells hit the ferry landing at Pell
Staithe, and at least 31 people since the truce took hold. The River Guard denied firing. “The guns have not
moved and they have not spoken,” said Colonel Tobin Hask, its spokesman.
""",
    "dispatch.txt": """\
Shells kill three at Pell Staithe

Three people were killed on Monday night as shells hit the ferry landing at Pell Staithe, Calvenne's health
ministry said. At least 31 people have been killed since the truce took hold.

“The guns have not moved and they have not spoken,” Colonel Tobin Hask of the River Guard said, and four
guards had been shot dead. “We have kept our word, and we expect the locks to open,” Ilse Varrow, the foreign
minister, said.

The man who was freed on Monday crossed the pontoon on foot before the market opened.
""",
    "register.txt": """\
A landing counts its dead

The ferry landing at Pell Staithe was swept on Tuesday. Its keeper lost a brother when the shells came.

The army would not answer them, Captain Lise Andrane, the spokeswoman of the Calvennese army, told Halyard.
“We do not fire on landings,” she said.
""",
    "bridge.txt": """\
Engineers measure the bridge at Corvith

Engineers from Quellin measured the broken piers of the bridge at Corvith this week. The Council of Inland
States pays for the steel. Work may begin in the autumn, Dr Mirel Osgathe said.
""",
    "digest.txt": """\
The landing at Pell Staithe, in short

Three people were killed when shells hit the ferry landing at Pell Staithe, according to Calvenne. At least
31 people have been killed since the truce took hold. Ondria denies firing.
""",
}

MANIFEST = """\
file,outlet,url,published,agency,kind,rests_on
halyard.txt,Halyard,,2031-05-19T10:15,Halyard,report,
courant.txt,The Vessmar Courant,,2031-05-20,Halyard,report,
dispatch.txt,Port Evrin Dispatch,,,,report,
register.txt,Quellin Daily Register,,2031-05-20,,report,
bridge.txt,The Lockkeeper,,2031-05-16,,report,
digest.txt,Pactwatch,,2031-05-21,,digest,Halyard of 19 May 2031
"""

ALL = tuple(REPORTS)


def write_reports(folder: Path, manifest: str = MANIFEST) -> Path:
    """The reports with their manifest in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources.csv").write_text(manifest, encoding="utf-8")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def make_case(folder: Path) -> Case:
    """An empty case of the River Accord, open for writing."""
    case, problems = init_case(folder, ACCORD, at=AT, writer="tester")
    assert case is not None and problems == []
    return case


def add(case: Case, texts: Path, names: Sequence[str], *, one_by_one: bool = False) -> Linking:
    """Adds reports and links them: all at once, or after each."""
    batches = [[name] for name in names] if one_by_one else [list(names)]
    for batch in batches:
        list(add_documents(case, [texts / name for name in batch], lambda: AT))
        linking = link_documents(case, AT)
    return linking
