"""The JSON Schema that editors complete with."""

import json

from agreement_page import PAGE

from pactwatch.agreement.fields import ID
from pactwatch.agreement.schema import make_schema
from pactwatch.agreement.terms import read_grammar


def test_the_schema_is_plain_json_and_the_same_each_time() -> None:
    assert json.dumps(make_schema()) == json.dumps(make_schema())


def test_the_schema_names_the_keys_as_the_file_does() -> None:
    provision = make_schema()["$defs"]["ProvisionShape"]
    assert "while" in provision["properties"] and "while_" not in provision["properties"]
    assert provision["additionalProperties"] is False
    assert provision["required"] == ["title", "phase"]


def test_the_schema_knows_types_and_words() -> None:
    schema = make_schema()
    shapes = schema["$defs"]
    assert schema["required"] == ["agreement", "title", "starts", "parties", "provisions"]
    assert schema["properties"]["starts"]["format"] == "date"
    assert schema["properties"]["agreement"]["pattern"] == f"^{ID.pattern}$"
    assert shapes["MeasureShape"]["properties"]["accrual"]["enum"] == ["cumulative", "flow", "stock"]
    count = shapes["DutyShape"]["properties"]["count"]["anyOf"][0]
    assert count == {"type": "integer", "minimum": 1}
    by = shapes["DutyShape"]["properties"]["by"]["anyOf"]
    assert [one["type"] for one in by] == ["string", "array"]


def test_the_page_names_every_key_and_shows_the_grammar() -> None:
    """docs/agreement-file.md lists what the schema has."""
    page = PAGE.read_text(encoding="utf-8")
    shapes = [make_schema(), *make_schema()["$defs"].values()]
    keys = {key for shape in shapes for key in shape.get("properties", {})}
    assert [key for key in sorted(keys) if f"`{key}`" not in page and f"`{key}:" not in page] == []
    assert read_grammar() in page


def test_the_grammar_fits_on_a_page() -> None:
    assert len(read_grammar().splitlines()) <= 40
