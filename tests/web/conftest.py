"""The lake case for the pages; it stands with the tests of the rows."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "display"))
