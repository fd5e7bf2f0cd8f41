"""Scores and misses as plain text, in columns."""

from collections.abc import Iterable, Sequence

from scores import Miss, Score


def format_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns as wide as their widest cell; the first two to the left, the rest to the right."""
    table = [tuple(header), *(tuple(row) for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(header))]
    return "\n".join(_format_row(row, widths) for row in table)


def _format_row(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.ljust(width) if column < 2 else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()


def format_scores(scores: Iterable[Score]) -> str:
    """One line per score: right of total and percent, or the count that should be zero."""
    return format_table(("measure", "right", "percent"), (_score_cells(score) for score in scores))


def _score_cells(score: Score) -> tuple[str, str, str]:
    if score.total is None:
        return score.measure, str(score.right), "" if score.right else "none"
    return score.measure, f"{score.right} of {score.total}", f"{score.value:.1f}"


def format_miss(miss: Miss) -> str:
    """Four short lines: where, what was wanted, what was found, the sentence."""
    return (
        f"- {miss.measure} | {miss.document}\n"
        f"    wanted  {miss.wanted}\n"
        f"    found   {miss.reason}\n"
        f"    in      {miss.sentence[:400]}"
    )


def format_misses(scores: Iterable[Score], most: int | None = None) -> str:
    """The misses of every score; the same miss under a second measure is not repeated."""
    seen: set[tuple[str, str, str]] = set()
    blocks = []
    for score in scores:
        for miss in score.misses:
            key = (miss.document, miss.wanted, miss.reason)
            if key not in seen:
                seen.add(key)
                blocks.append(format_miss(miss))
    return "\n".join(blocks[:most])
