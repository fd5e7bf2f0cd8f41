"""Colours that can be read: the tokens of the style sheet, in light and in dark."""

import re
from pathlib import Path

import pytest

import pactwatch.web
from pactwatch.display.charts import THEMES

SHEET = (Path(pactwatch.web.__file__).parent / "static" / "style.css").read_text()
TEXTS = ("ink", "soft", "accent", "blue", "orange", "vermilion", "purple", "grey")


def read_tokens(dark: bool) -> dict[str, str]:
    blocks = re.findall(r":root \{(.*?)\}", SHEET, re.S)
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", blocks[1 if dark else 0]))


def compute_luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def compute_contrast(one: str, other: str) -> float:
    """The ratio of WCAG, from 1 to 21."""
    light, dark = sorted((compute_luminance(one), compute_luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_that_of_wcag() -> None:
    assert compute_contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("ground", ["ground", "raised", "tint"])
def test_text_can_be_read(dark: bool, name: str, ground: str) -> None:
    tokens = read_tokens(dark)
    assert compute_contrast(tokens[name], tokens[ground]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", ["said", "claimed"])
def test_marked_words_can_be_read(dark: bool, ground: str) -> None:
    tokens = read_tokens(dark)
    assert compute_contrast(tokens["ink"], tokens[ground]) >= 7


@pytest.mark.parametrize("dark", [False, True])
def test_edges_of_controls_can_be_seen(dark: bool) -> None:
    tokens = read_tokens(dark)
    assert compute_contrast(tokens["strong"], tokens["ground"]) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_plots_can_be_read(name: str) -> None:
    theme = THEMES[name]
    for colour in (theme.ink, theme.soft, theme.mark, theme.digest):
        assert compute_contrast(colour, theme.ground) >= 4.5
    assert read_tokens(name == "dark")["ground"] == theme.ground


def test_dark_has_every_token_of_light() -> None:
    assert set(read_tokens(True)) == set(read_tokens(False))


def test_print_hides_what_cannot_be_used_on_paper() -> None:
    printed = SHEET.partition("@media print")[2]
    assert ".rail" in printed and "dialog" in printed
    assert "table-header-group" in printed
