"""Two documents published far apart are less alike: a cosine times a share between 0 and 1.

A follow-up of the next days is told with the words of the first report, and so is another occurrence of
the same kind a season later: only the days tell the second from the first. Hence no change for so many
days as an occurrence is news (FREE), then half for each two weeks more (HALF_LIFE); and no change where a
day is not known, since nothing is known then. Exponential forgetting of this kind is that of Yang,
Pierce and Carbonell (1998), "A study of retrospective and on-line event detection", who use a window.
"""

from datetime import date

#: Days between two documents that change nothing, and the days that halve the similarity after them.
FREE, HALF_LIFE = 3, 14.0


def compute_nearness(one: date | None, other: date | None) -> float:
    """What the cosine of two documents is multiplied by: 1.0 where they are near, or a day is unknown."""
    if one is None or other is None:
        return 1.0
    gap = abs((one - other).days)
    return 1.0 if gap <= FREE else float(0.5 ** ((gap - FREE) / HALF_LIFE))
