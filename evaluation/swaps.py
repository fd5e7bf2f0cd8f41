"""Invented names and other numbers for the names and numbers of the five articles.

Shapes are kept: as many tokens, the same titles around them, a vowel for a vowel ("an Israeli"),
an -s for an -s ("Hamas'"), adjective with its country, two spellings with two spellings.
Kept as they are: UN, EU, US, UK, ASEAN, European, outlets and agencies, dates.
"""

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

GIVEN = ("Marco", "Steve", "Donald", "Badr", "Bassem", "Sergei", "Ahmed", "Benjamin", "Khalil", "Ayman")
GIVEN_TOO = ("Mohammed", "Abdulrahman")
SURNAMES = ("Rubio", "Witkoff", "Trump", "Abdelatty", "Naim", "Lavrov", "Attaf", "Netanyahu", "Fidan")
ROOTS = ("Hayya", "Raqab", "Thani")
COUNTRIES_VOWEL = (
    ("Israel", "Israeli"),
    ("Egypt", "Egyptian"),
    ("Indonesia", "Indonesian"),
    ("Algeria", "Algerian"),
)
COUNTRIES = (
    ("Qatar", "Qatari"),
    ("Pakistan", "Pakistani"),
    ("Türkiye", "Turkish"),
    ("Russia", "Russian"),
    ("Syria", "Syrian"),
    ("Malaysia", "Malaysian"),
    ("Palestine", "Palestinian"),
)
PLACES = ("Gaza", "Miami", "Florida", "Washington", "Cairo", "Rafah", "Sharm", "Ankara", "Istanbul", "London")
PARTIES = ("Hamas",)

NEW_GIVEN = ("Tobin", "Marek", "Davor", "Kasim", "Rafel", "Joren", "Pavlo", "Selim", "Halvar", "Nadim")
NEW_GIVEN_TOO = ("Corin", "Bertil", "Lorenz", "Matthis")
NEW_SURNAMES = ("Marlund", "Tesker", "Varnell", "Kestrin", "Dovarr", "Pellgrove", "Sandmoor", "Brackwell")
NEW_SURNAMES_TOO = ("Torvane", "Castrel", "Redlow", "Hartvane")
NEW_ROOTS = ("Sabbar", "Mirwan", "Kattar", "Daluni", "Harmid", "Bassur")
NEW_VOWEL = (
    ("Ostria", "Ostrian"),
    ("Ulmaria", "Ulmarian"),
    ("Elvonia", "Elvonian"),
    ("Arvania", "Arvanian"),
    ("Ilvand", "Ilvandi"),
    ("Ondor", "Ondori"),
)
NEW_COUNTRIES = (
    ("Norvia", "Norvian"),
    ("Talland", "Tallandi"),
    ("Brevonia", "Brevonian"),
    ("Dravia", "Dravian"),
    ("Kestoria", "Kestorian"),
    ("Lomaria", "Lomarian"),
    ("Palvia", "Palvian"),
    ("Sorenia", "Sorenian"),
    ("Veltia", "Veltian"),
)
NEW_PLACES = ("Tarva", "Delra", "Portmere", "Larkhaven", "Westmark", "Varnholm", "Castelby", "Thornwick")
NEW_PLACES_TOO = ("Kovra", "Dunmere", "Saltholm", "Belcastra")
NEW_PARTIES = ("Morvas", "Tellas", "Kordas", "Venas")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = {"four": 4, "six": 6, "seven": 7, "eight": 8, "nine": 9}


@dataclass(frozen=True)
class Swaps:
    """Words for words, and numbers for numbers; one pass, so that no swap is swapped again."""

    words: dict[str, str]
    numbers: dict[Decimal, Decimal]

    def swap_text(self, text: str) -> str:
        """The text with every name, number and weekday exchanged."""
        longest_first = sorted(self.words, key=lambda word: (-len(word), word))
        pattern = "|".join(re.escape(word) for word in longest_first)
        return re.sub(
            rf"(?<![\w.,])(?:{pattern})(?!\w|[.,]\d)", lambda found: self.words[found.group()], text
        )

    def swap_number(self, number: object) -> object:
        """The number that stands for this one, or itself."""
        new = self.numbers.get(Decimal(str(number)))
        return number if new is None else (int(new) if new == int(new) else float(new))


def make_swaps(seed: int) -> Swaps:
    """The swaps of one seed: the same seed, the same swaps."""
    chance = random.Random(seed)
    words, numbers = _make_numbers(chance)
    return Swaps(_make_names(chance) | _make_weekdays(chance) | words, numbers)


def _make_names(chance: random.Random) -> dict[str, str]:
    places = _draw(chance, PLACES, (*NEW_PLACES, *NEW_PLACES_TOO))
    return (
        _draw(chance, (*GIVEN, *GIVEN_TOO), (*NEW_GIVEN, *NEW_GIVEN_TOO))
        | _draw(chance, SURNAMES, (*NEW_SURNAMES, *NEW_SURNAMES_TOO))
        | _draw(chance, ROOTS, NEW_ROOTS)
        | _draw(chance, PARTIES, NEW_PARTIES)
        | places
        | {old.upper(): new.upper() for old, new in places.items()}
        | _make_countries(chance)
    )


def _make_countries(chance: random.Random) -> dict[str, str]:
    new = (
        *chance.sample(NEW_VOWEL, len(COUNTRIES_VOWEL)),
        *chance.sample(NEW_COUNTRIES, len(COUNTRIES)),
    )
    names: dict[str, str] = {}
    for old, (country, adjective) in zip((*COUNTRIES_VOWEL, *COUNTRIES), new, strict=True):
        names |= {old[0]: country, old[1]: adjective, f"{old[1]}s": f"{adjective}s"}
    return names | {"Turkey": f"{names['Türkiye']}y"}


def _draw(chance: random.Random, old: Iterable[str], pool: Iterable[str]) -> dict[str, str]:
    names = tuple(old)
    return dict(zip(names, chance.sample(tuple(pool), len(names)), strict=True))


def _make_weekdays(chance: random.Random) -> dict[str, str]:
    shift = chance.randrange(1, 7)
    return {day: WEEKDAYS[(place + shift) % 7] for place, day in enumerate(WEEKDAYS)}


def _make_numbers(chance: random.Random) -> tuple[dict[str, str], dict[Decimal, Decimal]]:
    """48 with 47 one below it; 395 and 400 with the five that lie between them; all others alone."""
    five, three = chance.sample(sorted(WORDS), 2)
    captives, killed = chance.randrange(31, 77), chance.randrange(210, 880)
    pairs = {
        48: captives,
        395: killed,
        400: killed + WORDS[five],
        20_000: 1_000 * chance.randrange(11, 19),
        57_700: 100 * chance.randrange(311, 488),
        100_000: 1_000 * chance.randrange(61, 98),
        60: chance.choice((30, 40, 45, 75, 90)),
        2803: chance.randrange(2210, 2790),
    }
    million, ordinal = chance.choice(("1.4", "1.6", "2.3", "2.7")), chance.randrange(44, 50)
    words = {_print(old): _print(new) for old, new in pairs.items()}
    words |= {"five": five, "5": str(WORDS[five]), "three": three, "1.9": million, "58th": f"{ordinal}th"}
    numbers = {Decimal(old): Decimal(new) for old, new in pairs.items()}
    numbers |= {Decimal(5): Decimal(WORDS[five]), Decimal(3): Decimal(WORDS[three])}
    numbers |= {Decimal(47): Decimal(captives - 1), Decimal(1_900_000): Decimal(million) * 1_000_000}
    return words, numbers


def _print(number: int) -> str:
    return f"{number:,}" if number >= 10_000 else str(number)
