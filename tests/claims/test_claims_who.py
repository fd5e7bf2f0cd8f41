"""Who speaks: the full name behind a surname, a pronoun or a description; what leads nowhere says so."""

import pytest
import regex
from claim_texts import claims_of, told

from pactwatch.claims.aliases import AliasTable, Named, find_named
from pactwatch.model.claim import Mention

OPEN, SHUT = "the weir was open", "it was shut"


def mentions(text: str) -> list[tuple[Mention, ...]]:
    """The speakers of each statement."""
    return [claim.speakers for claim in claims_of(text, "statements")[1]]


def speakers(text: str) -> list[str]:
    """The speakers of each statement, by name and by how the text leads to it."""
    return ["; ".join(f"{one.name} ({one.how})" for one in several) for several in mentions(text)]


@pytest.mark.parametrize(
    ("phrase", "name", "affiliation"),
    [
        ("Ilse Varrow", "Ilse Varrow", None),
        ("Foreign Minister Ilse Varrow", "Ilse Varrow", "Foreign Minister"),
        ("Ondrian foreign minister Ilse Varrow", "Ilse Varrow", "Ondrian foreign minister"),
        ("Ilse Varrow, the Ondrian foreign minister,", "Ilse Varrow", "the Ondrian foreign minister"),
        ("The Ondrian foreign minister, Ilse Varrow,", "Ilse Varrow", "The Ondrian foreign minister"),
        ("Calvenne’s prime minister, Dessa Morrane,", "Dessa Morrane", "Calvenne’s prime minister"),
        ("Odile Fenner’s deputy, Piet Arends,", "Piet Arends", "Odile Fenner’s deputy"),
        ("Her deputy, Piet Arends,", "Piet Arends", "Her deputy"),
        ("Colonel Piet Arends", "Piet Arends", "Colonel"),
        ("Prime Minister Dessa Morrane of Calvenne", "Dessa Morrane", "Prime Minister"),
        ("Piet Arends, who leads the monitors,", "Piet Arends", None),
        ("Piet Arends, 54,", "Piet Arends", None),
        ("Dessa Morrane (Calvenne)", "Dessa Morrane", None),
        ("Odile O’Fenner", "Odile O’Fenner", None),
        ("Dessa Morrane-Quire", "Dessa Morrane-Quire", None),
        ("José Varrów", "José Varrów", None),
        ("Ondria", "Ondria", None),
        ("The Ondrian Harbour Board", "Ondrian Harbour Board", None),
        ("Ondrian officials", "Ondrian officials", None),
    ],
)
def test_name_and_office_in_a_phrase(phrase: str, name: str, affiliation: str | None) -> None:
    """The name without its office, the office before or behind it."""
    ((mention,),) = mentions(f"{phrase} said that {OPEN}.")
    assert (mention.name, mention.affiliation, mention.how) == (name, affiliation, "named")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilse Varrow said it. Varrow said {open}.", "Ilse Varrow (surname)"),
        ("Ilse Varrow met Anselm Quire in Pell. Ms Varrow said {open}.", "Ilse Varrow (surname)"),
        ("Dr Odile Fenner spoke first. Dr Fenner said {open}.", "Odile Fenner (surname)"),
        ("Odile O’Fenner said it. O’Fenner said {open}.", "Odile O’Fenner (surname)"),
        ("Dessa Morrane-Quire said it. Morrane-Quire said {open}.", "Dessa Morrane-Quire (surname)"),
        ("José Varrów said it. Varrów said {open}.", "José Varrów (surname)"),
        ("Dessa Morrane arrived. She said {open}.", "Dessa Morrane (pronoun)"),
        ("Dessa Morrane told Ilse Varrow {open}. She said {open}.", "Dessa Morrane (pronoun)"),
        ("A spokeswoman, Odile Fenner, spoke first. She said {open}.", "Odile Fenner (pronoun)"),
        ("The health ministry counted nine dead. It said {open}.", "health ministry (pronoun)"),
        ("Calvenne’s government met. It said {open}.", "Calvenne’s government (pronoun)"),
        (
            "Dessa Morrane met Ilse Varrow in Pell. They said {open}.",
            "Dessa Morrane (pronoun); Ilse Varrow (pronoun)",
        ),
        ("Dessa Morrane, the prime minister, left. The prime minister said {open}.",
         "Dessa Morrane (description)"),
        ("Anselm Quire arrived on Monday. The Quellish envoy said {open}.", "Anselm Quire (description)"),
        ("Anselm Quire, the Quellish envoy, left. The envoy said {open}.", "Anselm Quire (description)"),
        ("Colonel Piet Arends spoke first. The colonel said {open}.", "Piet Arends (description)"),
        ("A harbour official said {open}. The official said {open}.", "A harbour official (description)"),
        ("The Ondrian Harbour Board said it. The board said {open}.",
         "Ondrian Harbour Board (description)"),
    ],
)  # fmt: skip
def test_words_that_lead_back(text: str, expected: str) -> None:
    """A surname, a pronoun or an office leads to whom the text has named."""
    assert speakers(text.format(open=OPEN))[-1] == expected


@pytest.mark.parametrize(
    "description",
    ["An analyst who follows the river", "An analyst", "A river analyst"],
)
def test_analyst_is_named_two_sentences_later(description: str) -> None:
    """The one person whom the text calls an analyst is the one."""
    text = (
        f"{description} said {OPEN}.\n\nThe river was quiet on Monday.\n\n"
        f"Odile Fenner, an analyst in Pell, said {SHUT}."
    )
    assert speakers(text) == ["Odile Fenner (description)", "Odile Fenner (named)"]


def test_their_commander_is_named_later() -> None:
    """A commander who belongs to somebody is known by name further on."""
    text = (
        f"Their commander said {OPEN}.\n\nThe river was quiet on Monday. "
        f"Colonel Piet Arends, the commander of the garrison, said {SHUT}."
    )
    assert speakers(text) == ["Piet Arends (description)", "Piet Arends (named)"]


def test_one_of_two_later_diplomats_is_not_guessed() -> None:
    """Where two people may be "a diplomat", neither is."""
    text = (
        f"A diplomat said {OPEN}.\n\nAnselm Quire, a diplomat of Quell, said {SHUT}. "
        f"Odile Fenner, a diplomat of Ondria, said {OPEN}."
    )
    assert speakers(text)[0] == "A diplomat (description)"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mr Piet Arends", "Ms Ilse Varrow"),
        ("A spokesman, Piet Arends,", "A spokeswoman, Ilse Varrow,"),
        ("Robert Arends", "Anna Varrow"),
    ],
)
def test_gender_by_title_or_given_name(first: str, second: str) -> None:
    """ "He" and "she" pass over a person who is known to be the other."""
    text = f"{first} said {OPEN}. {second} said {SHUT}. He said it was old. She said it leaked."
    names = [several[0].name.split()[-1] for several in mentions(text)]
    assert names == ["Arends", "Varrow", "Arends", "Varrow"]


def test_gender_is_learned_from_the_text() -> None:
    """Whose troops are "hers" is a woman, whose monitors are "his" a man."""
    text = (
        "Dessa Morrane said that her troops had left. Piet Arends said that his monitors saw it. "
        "She said more would follow. He said it was true."
    )
    assert [several[0].name for several in mentions(text)] == ["Dessa Morrane", "Piet Arends"] * 2


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Dessa Morrane and Ilse Varrow", ["Dessa Morrane", "Ilse Varrow"]),
        ("Ondria and Calvenne", ["Ondria", "Calvenne"]),
        (
            "Dessa Morrane, the prime minister, and Ilse Varrow, the foreign minister,",
            ["Dessa Morrane", "Ilse Varrow"],
        ),
        ("Piet Arends and Odile Fenner, who watched the weir,", ["Piet Arends", "Odile Fenner"]),
        ("Both governments", ["Both governments"]),
        ("Two officials", ["Two officials"]),
        ("Three monitors, including Piet Arends,", ["Three monitors"]),
        ("One of the monitors", ["One of the monitors"]),
        ("The crews", ["crews"]),
        ("Some boatmen", ["Some boatmen"]),
    ],
)
def test_several_speakers_and_bodies(phrase: str, names: list[str]) -> None:
    """Each who is named is a speaker; those who are only counted are one."""
    ((*found,),) = mentions(f"{phrase} said that {OPEN}.")
    assert [one.name for one in found] == names


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("He said that {open}.", ()),
        ("It said that {open}.", ()),
        ("“We waited,” I said.", ()),
        ("She said that {open}. Dessa Morrane met Ilse Varrow.", ("Dessa Morrane", "Ilse Varrow")),
    ],
)
def test_what_leads_nowhere_is_unresolved(text: str, candidates: tuple[str, ...]) -> None:
    """The words stand for the speaker, with the names that were possible."""
    ((mention,),) = mentions(text.format(open=OPEN))
    assert (mention.how, mention.candidates) == ("unresolved", candidates)


def test_other_gender_is_no_candidate_that_is_taken() -> None:
    """A man is not "she": it stays unresolved, and says whom the text names."""
    mention = mentions(f"Robert Hask said {OPEN}. She said {SHUT}.")[-1][0]
    assert (mention.name, mention.how, mention.candidates) == ("She", "unresolved", ("Robert Hask",))


def test_a_surname_is_not_that_of_the_wife_who_shares_it() -> None:
    text = """
    President Vorn and Brise Vorn, the first lady, came to Corvith. "The locks are open," Mr. Vorn said.
    "They are," Vorn added. "We saw it," Mrs. Vorn said.
    """
    assert [speaker for speaker, _, _ in told(text)] == ["Vorn", "Vorn", "Brise Vorn"]


def test_a_son_speaks_under_his_full_name() -> None:
    text = """
    President Marr came with his son, Dell Marr. Marr said the locks were open.
    Dell Marr said they were shut.
    """
    assert [speaker for speaker, _, _ in told(text)] == ["Marr", "Dell Marr"]


def test_initials_of_an_alias_are_read_in_capitals_only() -> None:
    """A name that ends in "Un" is no name of the UN."""
    named = Named("nations", None, "UN", adjective=False)
    table = AliasTable({"un": named}, regex.compile(r"\bun\b"))
    assert find_named(table, "Osga Un") == [] and find_named(table, "the UN's envoy") == [named]
