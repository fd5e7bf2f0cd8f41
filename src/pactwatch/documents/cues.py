"""Lines that give themselves away by their form: credits, dates, datelines, turns of a transcript.

All patterns are tried on short lines only, so that none can be slow on a long one.
"""

import re

from pactwatch.language.agencies import AGENCY_NAME

#: Lines longer than this are never metadata or furniture by their words (characters).
LONGEST_CUE_LINE = 300

_MONTH = (
    r"(?i:(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?)"
)
_DAY_NAME = r"(?i:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\b\.?"
_YEAR = r"(?:,?\s+(?:\d{4}|\d{2}\b))?"
_DAY = (
    rf"(?:{_DAY_NAME},?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?{_YEAR}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}{_YEAR}"
    r"|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_CLOCK = r"(?i:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?|\d{4}\s*GMT)"
_ZONE = r"(?:\(?(?:GMT|UTC|[A-Z]{2,4})(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)"
_GAP = r"[\s|,•·-]*"
_STAMP = (
    rf"(?:{_CLOCK}(?:\s*{_ZONE})?{_GAP})?{_DAY}(?:T{_CLOCK}\S*)?"
    rf"(?:{_GAP}(?:at\s+)?{_CLOCK}(?:\s*{_ZONE})?)?"
)
_LABEL = (
    r"(?i:(?:(?:first\s+)?published|publication|posted|last\s+(?:updated|modified|edited)|updated|modified|date)"
    r"(?:\s+(?:date|time|on|at))?)"
)

#: A label before the time of publication ("Published Date: ...").
STAMP_LABEL = re.compile(rf"{_LABEL}\s*[:|]?\s*(?=\S)")

_FIELDS = (
    r"(?:authors?|sources?|byline|reporter|editor|category|section|topics?|tags|location|word\scount|"
    r"(?:estimated\s)?reading\stime|agency|edition|language)"
)
_SECTIONS = (
    r"(?:staff(?:\s(?:writers?|reporters?|and\sagencies))?|(?:news\s)?agencies|wire\sreports?|exclusive|"
    r"breaking(?:\snews)?|analysis|opinion|explainer|interview|world|world\snews|middle\seast|politics)"
)

_METADATA = re.compile(
    rf"""
      {_LABEL}\s*[:|].*
    | {_LABEL}\s+(?:{_STAMP}.{{0,40}}|\d+\s\w+\sago)
    | {_STAMP}\.?
    | {_CLOCK}\s*{_ZONE}?
    | \(?{AGENCY_NAME}(?:\s*(?:[/,&|+]|and|with)\s*{AGENCY_NAME})*\)?
    | (?i:(?:text\s|words\s|story\s)?by)\s(?!{_MONTH}|{_DAY_NAME})(?:.{{0,3}}[A-Z]).{{1,90}}(?<![.!?"”])
    | (?i:{_FIELDS})\s*[:|].*
    | (?i:\d{{1,3}}[ -]min(?:ute)?s?(?:\sread)?\.?)
    | (?i:{_SECTIONS})
    """,
    re.VERBOSE,
)

_CREDIT = rf"\(\s*{AGENCY_NAME}(?:\s*[/,]\s*{AGENCY_NAME})*\s*\)"
_STATION = r"\([A-Z][^()]{1,60}\)"
_PLACE = r"[A-ZÀ-ÞĞİŞ][A-ZÀ-ÞĞİŞ.'’/& -]{2,40}(?:\s\([A-Z .]{2,30}\))?"
_MIXED_PLACE = r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,3}"
_REGION = rf"(?:,\s*{_MIXED_PLACE}){{0,2}}"
_DASH = r"(?:\s*(?:--|—|–)|\s+-(?=\s)|\s*:(?=\s))\s*"
_LONG_DASH = r"\s*(?:--|—|–)\s*"
_MARKS = r"(?:\[[^\[\]]{1,200}\]\s*){0,8}"

#: "CAIRO, Dec 19 (Reuters) -" before the first sentence, with the marks of a monitoring service after it.
DATELINE_BEFORE = re.compile(
    rf"""
    (?: (?:{_PLACE}{_REGION}|{_MIXED_PLACE}{_REGION})(?:,?\s+{_DAY})?,?\s*{_CREDIT}{_DASH}
      | (?:{_PLACE}{_REGION}|{_MIXED_PLACE}),\s+{_DAY}{_DASH}
      | {_PLACE}{_REGION}(?:,\s+(?:{_DAY}|NO\sDATE))?\s*{_STATION}{_LONG_DASH}
      | {_CREDIT}{_DASH}
      | {_PLACE}{_REGION}(?:{_LONG_DASH}|\s-\s+)
    ){_MARKS}""",
    re.VERBOSE,
)
#: "CAIRO:" before the first sentence, where no other paragraph begins like a speaker's turn.
DATELINE_COLON = re.compile(rf"{_PLACE}{_REGION}:\s+")
#: A place alone on a line: capitals throughout, with a region, a day or a credit or without.
DATELINE_ALONE = re.compile(rf"{_PLACE}{_REGION}(?:,?\s+{_DAY})?(?:\s*{_CREDIT})?\s*(?:--|—|–|-)?")
#: The same with a day or a credit, which marks a dateline even where all text is in capitals.
DATELINE_DATED = re.compile(
    rf"(?:{_PLACE}{_REGION}|{_MIXED_PLACE}{_REGION})(?:,?\s+{_DAY}(?:\s*{_CREDIT})?|,?\s*{_CREDIT})\s*(?:--|—|–|-)?"
)
#: A turn of a transcript: "Q:", "THE MINISTER:", "Ms. Hale:".
TURN = re.compile(
    r"(?:Q|A|[A-Z][A-Z.'’ -]{1,40}|(?:Mr|Ms|Mrs|Dr)\.? [A-Z]\w+|[A-Z]\w+(?: [A-Z]\w+){0,2})\s?:\s+\S"
)
#: A heading marked as one: "- Talks go on -", "*** Talks ***", "## Talks".
SUBHEAD_MARKS = re.compile(r"(?:[-–—=]+\s+\S.*\s[-–—=]+|\*+\s*\S.*\S\s*\*+|#{1,6}\s+\S.*)")

#: Words in capitals before a colon that are no place.
_NO_PLACE = (
    "THE UPDATE BREAKING WATCH EXCLUSIVE OPINION ANALYSIS VIDEO QUESTION ANSWER NOTE CORRECTION "
    "CLARIFICATION MODERATOR EDITOR LIVE"
)


def is_metadata(words: str) -> bool:
    """Whether a line, its bullet left off, is a credit, a date or a section name."""
    return len(words) <= LONGEST_CUE_LINE and _METADATA.fullmatch(words) is not None


def may_name_place(words: str) -> bool:
    """Whether the capitals before a colon may be a place."""
    first = words.partition(":")[0].split()
    return bool(first) and first[0] not in _NO_PLACE.split()
