"""The shape of the agreement file, in pydantic: which keys there are and what they hold."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema

from pactwatch.agreement import fields
from pactwatch.agreement.fields import Rate, Ratio
from pactwatch.model.terms import Condition, Due


def _as(schema: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema(schema)


_TERM = {"type": "string"}
_NAME = {"type": "string", "pattern": f"^{fields.ID.pattern}$"}

Text = Annotated[str, PlainValidator(fields.parse_text), _as({"type": "string", "minLength": 1})]
Texts = Annotated[list[Text], BeforeValidator(fields.parse_texts)]
Id = Annotated[str, PlainValidator(fields.parse_id), _as(_NAME)]
Ref = Annotated[str, PlainValidator(fields.parse_text), _as(_NAME)]
Refs = Annotated[
    list[Ref],
    BeforeValidator(fields.parse_names),
    _as({"anyOf": [_NAME, {"type": "array", "items": _NAME, "minItems": 1}]}),
]
Day = Annotated[date, PlainValidator(fields.parse_day), _as({"type": "string", "format": "date"})]
Count = Annotated[int, PlainValidator(fields.parse_count), _as({"type": "integer", "minimum": 1})]
Flag = Annotated[bool, PlainValidator(fields.parse_flag), _as({"type": "boolean"})]
RateText = Annotated[Rate, PlainValidator(fields.parse_rate), _as({**_TERM, "examples": ["600 a day"]})]
RatioText = Annotated[
    Ratio, PlainValidator(fields.parse_ratio), _as({**_TERM, "examples": ["2 for each crew member"]})
]
Expected = Annotated[
    str, PlainValidator(fields.parse_expected), _as({**_TERM, "examples": ["47 of 48", *fields.MARKS]})
]
Effect = Annotated[str, PlainValidator(fields.parse_effect), _as({"enum": list(fields.EFFECTS)})]
RoleWord = Annotated[str, PlainValidator(fields.parse_role), _as({"enum": list(fields.ROLES)})]
Roles = Annotated[list[RoleWord], BeforeValidator(fields.parse_texts)]
AccrualWord = Annotated[str, PlainValidator(fields.parse_accrual), _as({"enum": list(fields.ACCRUALS)})]
DueTerm = Annotated[
    Due, PlainValidator(fields.parse_due_field), _as({**_TERM, "examples": ["72 hours after acceptance"]})
]
ConditionTerm = Annotated[
    Condition,
    PlainValidator(fields.parse_condition_field),
    _as({**_TERM, "examples": ["crews is fulfilled"]}),
]


class Shape(BaseModel):
    """Keys that are not listed are mistakes."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False, arbitrary_types_allowed=True)


class ActorShape(Shape):
    """A party, mediator, guarantor, body or other named actor."""

    name: Text = Field(description="The name in full.")
    aliases: Texts = Field(default=[], description="Other names in the news.")
    adjectives: Texts = Field(default=[], description='Forms before a noun: "Northern".')
    also: Roles = Field(default=[], description="Further roles of the same actor.")
    part_of: Ref | None = Field(default=None, description="The actor that the institution belongs to.")
    source: Ref | None = Field(default=None, description="Who says that it belongs to it.")


class PersonShape(Shape):
    """A person who speaks for an actor, or for nobody."""

    name: Text
    of: Ref | None = Field(default=None, description="The actor that the person speaks for.")
    office: Text | None = None
    aliases: Texts = []


class RivalShape(Shape):
    """Another day for an anchor."""

    of: Ref = Field(description="The actor that counts from this day.")
    on: Day
    source: Ref | None = None


class AnchorShape(Shape):
    """An event that deadlines and windows hang on."""

    title: Text
    on: Day | None = Field(default=None, description="Left out while the day is not known.")
    source: Ref | None = None
    words: Texts = Field(default=[], description="Phrases by which news names the event.")
    rivals: list[RivalShape] = []
    prehistory: Flag = Field(default=False, description="Before this agreement: another series.")


class PhaseShape(Shape):
    """A phase of the agreement."""

    title: Text
    words: Texts = Field(default=[], description="Phrases by which news names the phase.")
    after: ConditionTerm | None = None
    source: Ref | None = None


class DutyShape(Shape):
    """Who owes what to whom."""

    by: Refs = Field(description="Who owes it: one actor or a list.")
    do: Text = Field(description="The verb: release, withdraw, admit.")
    to: Refs = Field(default=[], description="To whom: one actor or a list.")
    of: Text | None = Field(default=None, description="What is counted.")
    count: Count | None = None
    rate: RateText | None = None
    ratio: RatioText | None = None
    continuing: Flag = Field(default=False, description="A prohibition or a standing duty.")


class ReadingShape(Shape):
    """Another reading of a provision."""

    of: Ref = Field(description="The actor, or the source, whose reading it is.")
    text: Text | None = None
    due: DueTerm | None = None
    source: Ref
    clause: Text | None = None


class ProvisionShape(Shape):
    """One provision."""

    title: Text
    phase: Ref
    duty: DutyShape | None = None
    text: Text | None = Field(default=None, description="What the clause says, in our own words.")
    due: DueTerm | None = None
    after: ConditionTerm | None = Field(default=None, description="What must come first.")
    while_: ConditionTerm | None = Field(default=None, alias="while", description="As long as this holds.")
    when: ConditionTerm | None = Field(default=None, description="Only in the case that this holds.")
    readings: list[ReadingShape] = []
    words: Texts = Field(default=[], description="Stems or phrases by which news speaks of it.")
    not_words: Texts = Field(default=[], description="Phrases that look like it and are not.")
    source: Ref | None = None
    clause: Text | None = Field(default=None, description='Where it stands in the source: "point 13".')


class MeasureShape(Shape):
    """A series of figures."""

    title: Text
    accrual: AccrualWord
    unit: Text
    of: Texts = Field(description="Nouns that are counted, in the singular.")
    not_of: Texts = Field(default=[], description="Nouns that are counted elsewhere.")
    effect: Effect | None = None
    since: Ref | None = Field(default=None, description="The anchor that it counts from.")
    provision: Ref | None = None
    parts: Refs = Field(default=[], description="Measures that add up to this one.")


class OtherShape(Shape):
    """Another negotiation that the same news speaks of."""

    title: Text
    words: Texts = []
    since: Day | None = None
    before: Day | None = None
    prehistory: Flag = True
    source: Ref | None = None


class ExpectShape(BaseModel):
    """What is expected on a day under a view; the other keys are provisions."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Expected]

    on: Day
    view: Ref = Field(json_schema_extra={"pattern": "^[a-z-]+(:[a-z0-9-]+)?$"})


class SourceShape(Shape):
    """A text that clauses, days and affiliations rest on."""

    title: Text
    outlet: Text | None = None
    on: Day | None = None
    url: Text | None = None


class FileShape(Shape):
    """An agreement file of Pactwatch."""

    agreement: Id = Field(description="The agreement's own short name.")
    title: Text
    starts: Day = Field(description="The day from which the agreement holds.")
    words: Texts = Field(default=[], description="Phrases that name the agreement.")
    parties: dict[Id, ActorShape] = Field(description="The sides.")
    mediators: dict[Id, ActorShape] = {}
    guarantors: dict[Id, ActorShape] = {}
    bodies: dict[Id, ActorShape] = {}
    others_named: dict[Id, ActorShape] = {}
    people: dict[Id, PersonShape] = {}
    anchors: dict[Id, AnchorShape] = {}
    phases: dict[Id, PhaseShape] = {}
    provisions: dict[Id, ProvisionShape]
    measures: dict[Id, MeasureShape] = {}
    other_negotiations: dict[Id, OtherShape] = {}
    expect: list[ExpectShape] = []
    sources: dict[Id, SourceShape] = {}
