"""The invented reports of the lake case, and how an article is made of lines."""

import hashlib
from datetime import date

from pactwatch.model.source import Article, Document, Passage, PassageKind, When

AS_OF = date(2031, 4, 20)


def on(year: int, month: int, day: int, how: str = "manifest") -> When:
    """One known day."""
    return When(date(year, month, day), date(year, month, day), "day", how)


def make_article(name: str, lines: str, **fields: object) -> Article:
    """An article of lines that each begin with their class: ``h`` headline, ``d`` deck, ``m``
    metadata, ``l`` dateline, ``u`` subhead, ``f`` furniture, ``s`` a sentence, ``|`` the next one."""
    kinds = {
        "h": PassageKind.HEADLINE,
        "d": PassageKind.DECK,
        "m": PassageKind.METADATA,
        "l": PassageKind.DATELINE,
        "u": PassageKind.SUBHEAD,
        "f": PassageKind.FURNITURE,
        "s": PassageKind.SENTENCE,
    }
    text, passages, paragraph = "", [], -1
    for line in lines.strip().splitlines():
        kind, _, words = line.strip().partition(" ")
        text += " " if kind == "|" else "\n" if text else ""
        paragraph += kind != "|"
        known = kinds.get(kind, PassageKind.SENTENCE)
        passages.append(Passage(known, len(text), len(text) + len(words), paragraph))
        text += words
    identifier = hashlib.sha256(text.encode()).hexdigest()
    return Article(Document(identifier, name, "utf-8", **fields), text, tuple(passages))  # type: ignore[arg-type]


GAZETTE = make_article(
    "gazette-0318.txt",
    """
h Aldra sends more sailors home as talks move to Norrin
d Spokesman speaks of "good faith"; Veyl counts its boats
m Published 18 March 2031
s Aldra has handed over 46 of the 48 crew members it held, its spokesman Ilmar Oske said on Monday.
| "We have kept our word, and we will keep it again," Oske told reporters at Brannhaven.
s At least 12 people have been killed on the lake since the shelling stopped, the harbour office said Sunday.
| Oske said Veyl had fired on two Aldran boats and called it "a plain breach" of the accord.
s Veyl let about 45 barges through on Saturday.
f - More: Lake ferries to run again in May
f - 5 killed in mine accident at Tarn
""",
    title="Aldra sends more sailors home as talks move to Norrin",
    outlet="Lake Gazette",
    published=on(2031, 3, 18),
    url="https://gazette.invalid/0318",
)

WIRE = make_article(
    "wire-0402.txt",
    """
h Two still missing as second phase waits
l NORRIN
s All but two of the 48 crew members are home, mediators said on Wednesday.
| "The second phase cannot start on half a first one," Tove Brann said, adding: "Both shores know that."
s Harbour minister Rena Dahl said Aldran guns had shelled the shore three times and had broken the accord.
| She said that 14 people had been killed.
u No date for Holm
s Veyl has between 300 and 350 soldiers on Holm island.
| A plan to withdraw them has been ordered but nothing has moved.
""",
    title="Two still missing as second phase waits",
    outlet="Norrin Wire",
    agency="Norrin Wire",
    published=on(2031, 4, 2),
)

SHORE = make_article(
    "shore-0403.txt",
    """
h Norrin: accord at "half of a first phase"
s Norrin's foreign minister said the second phase could not begin yet, the agency Norrin Wire reported.
| Some 15 people have died on the lake since early March.
s Veyl accuses Aldra of breaking the accord by shelling its shore.
| Aldra denies it.
s Up to 60 barges are to pass the narrows each day; on Tuesday 52 did.
""",
    title="Norrin: accord at “half of a first phase”",
    outlet="Eastern Shore",
    agency="Norrin Wire",
    published=on(2031, 4, 3),
)

LEAFLET = make_article(
    "leaflet.txt",
    """
s An official said the crews would all be home "before the ice".
| Forty-seven of 48 sailors have returned so far.
s He said 13 people had been killed.
""",
    undated="no day is printed and the manifest gives none",
)

FERRY = make_article(
    "ferry-2029.txt",
    """
h Ferry truce holds for a tenth day
s Under the ferry truce 200 prisoners were exchanged, Norrin said.
| More than 900 people had been killed in the two years before.
""",
    title="Ferry truce holds for a tenth day",
    outlet="Lake Gazette",
    published=on(2029, 8, 14),
)

HERALD = make_article(
    "herald-0415.txt",
    """
h Garrison stays, barges wait
s Withdrawal from Holm has stalled, both sides said on Tuesday.
| Oske said Veyl was in breach of the accord every day that its soldiers stay.
s Dahl said the island was "Veylish ground until the last sailor is home".
s The monitors, 120 in all, may come in July if the second phase begins.
""",
    title="Garrison stays, barges wait",
    outlet="Brannhaven Herald",
    published=on(2031, 4, 15),
)

DIGEST = make_article(
    "digest-0418.txt",
    """
h The Lake Accord in the middle of April
s As of 18 April, 47 of the 48 crew members had been returned, according to Norrin.
| The Veyl harbour office gives 16 people killed since the shelling stopped.
s Aldra again alleged that Veyl broke the accord.
""",
    title="The Lake Accord in the middle of April",
    outlet="Pactwatch",
    published=on(2031, 4, 18),
    digest=True,
    rests_on=("Norrin Wire of 17 April 2031", "Lake Gazette of 18 April 2031"),
)

ARTICLES = (GAZETTE, WIRE, SHORE, LEAFLET, FERRY, HERALD, DIGEST)
