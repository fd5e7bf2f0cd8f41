"""Page furniture: words by which a line belongs to the page and not to the report.

"Read more: ..."   "Related stories"   "Share this article"   "(Reporting by ...)"   "[Agency/File]"
"""

import re

from pactwatch.documents.cues import LONGEST_CUE_LINE


def _any(*words: str) -> str:
    return "(?:" + "|".join(word.replace(" ", r"\s") for word in words) + ")"


#: Headings of lists of other reports.
_LISTS = _any(
    r"read more",
    r"read next",
    r"also (?:read|see|on)",
    r"see also",
    r"related",
    r"recommended",
    r"you may also (?:like|be interested in)",
    r"more (?:on|from|in|about)",
    r"more (?:news|stories|headlines|coverage)",
    r"most (?:read|popular|viewed|shared)",
    r"trending",
    r"top stories",
    r"other (?:news|stories|headlines)",
    r"latest(?: (?:news|updates|stories|headlines))?",
    r"editor['’]?s['’]? (?:picks?|choice)",
    r"don[’']t miss",
    r"up next",
    r"what to read next",
    r"in pictures",
)
#: Words that with a colon, a bar or an arrow introduce one other report or a picture.
_LINKS = _any(
    r"read(?: (?:more|also|next|it|the full (?:story|report)))?(?: (?:here|on this|about this|from|in|at))?",
    r"see(?: (?:also|more))?",
    r"related(?: \w+)?",
    r"recommended(?: \w+)?",
    r"also (?:read|see)",
    r"more",
    r"watch(?: (?:live|now|more))?",
    r"listen(?: (?:here|now|to this))?",
    r"video",
    r"gallery",
    r"photos?",
    r"image",
    r"in pictures",
    r"caption",
    r"file(?: photo)?",
    r"credit",
    r"opinion",
    r"explainer",
    r"don[’']t miss",
    r"find out more",
    r"learn more",
)
_NETWORK = _any("facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "reddit", "email", "e-mail")
_BUTTON = _any("share", "print", "comments?", "save", "copy link", _NETWORK)
_JOIN = _any("this", "on", "via", "to", "with", "the", "article", "story", "page", "friends?", "and", _BUTTON)
_AGENCY_PHOTO = _any("REUTERS", "Reuters", "AFP", "AP Photo", "Getty Images", "EPA(?:-EFE)?", "Anadolu")
_PHOTO = _any(_AGENCY_PHOTO, "Shutterstock", "Handout", "[Ff]ile photo")

_FURNITURE = re.compile(
    rf"""
      (?i:{_LINKS})\s*[:|»>].*
    | (?i:{_LISTS}(?:\s\w+){{0,3}})\s*[:»>]?
    | (?i:read\s(?:more|also|the\s(?:rest|full|whole|entire))\b.{{0,120}})
    | (?i:(?:keep|continue)\sreading|(?:story|article)\scontinues(?:\sbelow)?)\b.{{0,40}}
    | (?i:{_BUTTON}(?:[\s|,/·•]+{_JOIN})*)
    | (?i:follow\s(?:us|@|live|our|the\sauthor|\w+(?:\s\w+)?\son\s{_NETWORK})).*
    | (?i:(?:subscribe|sign\s(?:up|in)|register|log\sin|download\s(?:our|the)\sapp|support\sus|join\sus)
        (?:\s(?:to|for|now|here|today|our|with|and|free|on)\b.*)?)
    | (?i:(?:get|receive)\s(?:the\slatest|our)\b.*(?:newsletters?|inbox|alerts?)\b.*)
    | (?i:.{{0,20}}\bnewsletters?\b.{{0,60}})
    | (?i:copyright\b|©|\(c\)\s).*
    | .*(?i:all\srights\sreserved|may\snot\sbe\s(?:published|reproduced|republished)).*
    | (?i:advertisements?|advertising|sponsored(?:\scontent)?|click\shere.*|privacy\spolicy|terms\sof\s\w+)
    | (?i:cookies?\s(?:policy|settings|notice)).*
    | (?i:ends?|\(?more\)?|mtf|-?30-?)|[-–—_=*\#~.]{{3,}}
    | \(?(?i:(?:additional\s|further\s)?(?:reporting|editing|writing|translation|graphics?)\s
        (?:and\s\w+\s)?by\b|(?:compiled|translated|edited|written)\sby\b|with\sinput\sfrom\b).*
    | .*(?i:contributed\s(?:to\sthis\s(?:report|article|story)|reporting)).{{0,40}}
    | .*[\[(][^\[\]()]*{_PHOTO}[^\[\]()]*[\])]
    | .*(?:REUTERS|AFP|AP\sPhoto|EPA-EFE)/.{{0,60}}
    | .*(?:Getty\sImages|Anadolu\sImages).{{0,20}}
    """,
    re.VERBOSE,
)

_LIST_HEAD = re.compile(rf"(?i:{_LISTS})\b.{{0,40}}")


def is_furniture(words: str) -> bool:
    """Whether a line, its bullet left off, belongs to the page and not to the report."""
    bare = words.strip('"“”')
    return 0 < len(bare) <= LONGEST_CUE_LINE and _FURNITURE.fullmatch(bare) is not None


def is_list_head(words: str) -> bool:
    """Whether headlines of other reports follow such a line."""
    return len(words) <= 80 and _LIST_HEAD.fullmatch(words) is not None
