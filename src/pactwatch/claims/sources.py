"""A speaker's own source: The agency reported, citing [two officials], that ...; quoting [the ministry]"""

from collections.abc import Sequence

from pactwatch.claims.grammar import Attribution
from pactwatch.language.lexicon import word_set

_CITING = word_set("sources.citing")


def find_own_sources(attributions: Sequence[Attribution], told: Attribution) -> list[Attribution]:
    """The attributions of the same sentence that cite somebody for what ``told`` tells: same speaker,
    a participle of citing, and a name or a body as its content."""
    return [one for one in attributions if one is not told and _cites(one) and one.source == told.source]


def _cites(found: Attribution) -> bool:
    if found.base not in _CITING or found.unit.tags[found.word] != "G" or len(found.content) != 1:
        return False
    tags = found.unit.tags[found.content[0].first : found.content[0].last]
    return bool(tags) and not set("VAMQ") & set(tags)
