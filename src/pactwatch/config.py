"""Constants that more than one part needs."""

CASE_FILE = "case.toml"
AGREEMENT_FILE = "agreement.yaml"
LEDGER_FILE = "ledger.sqlite"
ARCHIVE_FOLDER = "archive"
MANIFEST_FILE = "sources.csv"

#: A document larger than this is refused with its reason (bytes).
MAX_DOCUMENT_BYTES = 10_000_000

#: A sentence longer than this is cut, and says so (characters).
MAX_SENTENCE_CHARACTERS = 20_000

STANDARD_VIEWS = ("any-allegation", "outlets", "mediators", "uncontested")
PARTY_VIEW = "party:"
