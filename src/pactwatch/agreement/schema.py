"""A JSON Schema of the agreement file, for completion and checks in editors."""

from typing import Any

from pactwatch.agreement.shape import FileShape

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_schema() -> dict[str, Any]:
    """The schema as plain JSON data. It knows keys and values, not which names are declared."""
    schema = FileShape.model_json_schema(by_alias=True)
    return {"$schema": DIALECT, **schema, "title": "Agreement file of Pactwatch"}
