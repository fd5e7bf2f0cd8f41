"""News agencies by the names under which reports credit them.

The left column is the name that the record uses; the right one how texts write it. Short forms
are matched in capitals as they stand, so that "AP" is an agency and "ap" is not.
"""

import re
from collections.abc import Iterable, Mapping

AGENCIES: Mapping[str, tuple[str, ...]] = {
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "AP": ("AP", "The Associated Press", "Associated Press"),
    "Reuters": ("Reuters", "REUTERS", "Thomson Reuters"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "EFE": ("EFE", "Agencia EFE"),
    "ANSA": ("ANSA",),
    "UPI": ("UPI", "United Press International"),
    "PA Media": ("PA", "PA Media", "Press Association"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Xinhua": ("Xinhua", "XINHUA", "Xinhua News Agency"),
    "TASS": ("TASS", "Tass", "ITAR-TASS"),
    "Interfax": ("Interfax",),
    "RIA Novosti": ("RIA Novosti", "RIA", "Sputnik"),
    "Anadolu": ("Anadolu", "Anadolu Agency", "AA"),
    "DHA": ("DHA", "Demirören News Agency"),
    "WAFA": ("WAFA", "Wafa"),
    "MENA": ("MENA", "Middle East News Agency"),
    "QNA": ("QNA", "Qatar News Agency"),
    "SPA": ("SPA", "Saudi Press Agency"),
    "WAM": ("WAM", "Emirates News Agency"),
    "KUNA": ("KUNA", "Kuwait News Agency"),
    "Petra": ("Petra", "Jordan News Agency"),
    "NNA": ("NNA", "National News Agency"),
    "SANA": ("SANA",),
    "IRNA": ("IRNA",),
    "ISNA": ("ISNA",),
    "PTI": ("PTI", "Press Trust of India"),
    "ANI": ("ANI", "Asian News International"),
    "APP": ("APP", "Associated Press of Pakistan"),
    "Antara": ("Antara", "ANTARA"),
    "Yonhap": ("Yonhap",),
    "JTA": ("JTA", "Jewish Telegraphic Agency"),
}

_BY_NAME: Mapping[str, str] = {name: agency for agency, names in AGENCIES.items() for name in names}
_ANY = "|".join(re.escape(name) for name in sorted(_BY_NAME, key=lambda name: (-len(name), name)))

#: An agency's name as it stands in running text.
AGENCY_NAME = rf"(?:{_ANY})"

_NAME = re.compile(rf"(?<![\w.]){AGENCY_NAME}(?!\w)")


def find_agencies(words: str, also: Iterable[str] = ()) -> list[str]:
    """The agencies that a credit names, in its order, each once; ``also`` are names of further ones."""
    found = [(match.start(), _BY_NAME[match.group()]) for match in _NAME.finditer(words)]
    for name in set(also) - AGENCIES.keys():
        found += [
            (match.start(), name) for match in re.finditer(rf"(?<![\w.]){re.escape(name)}(?!\w)", words)
        ]
    return list(dict.fromkeys(agency for _, agency in sorted(found)))
