"""Word lists: without comments and empty lines, and read once."""

from pactwatch.language.lexicon import read_list


def test_a_list_is_read_once() -> None:
    """It is asked for often: a page of one story asks for some lists more than 100,000 times."""
    lines = read_list("contractions.tsv")
    assert lines and all(line and not line.startswith("#") for line in lines)
    assert read_list("contractions.tsv") is lines
