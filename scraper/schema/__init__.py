"""The article record as JSON Schema: made from ``scraper.records.Article``, published as ``article.schema.json``.

``python -m scraper.schema`` writes the file again; a test fails when it is not what the record says.
"""

import inspect
import json
import re
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

import msgspec

from scraper.records import SCHEMA, Article

PATH: Final = Path(__file__).parent / "article.schema.json"

_ATTRIBUTE: Final = re.compile(r"^    (\w+): (.+?)(?=^    \w+: |\Z)", re.MULTILINE | re.DOTALL)


# What the record's types do not say.
_LIMITS: Final[Mapping[str, Mapping[str, Any]]] = {
    "id": {"pattern": "^[0-9a-f]{16}$"},
    "text_hash": {"pattern": "^[0-9a-f]{16}$"},
    "confidence": {"minimum": 0, "maximum": 1},
    "word_count": {"minimum": 0},
    "removed_words": {"minimum": 0},
    "version": {"minimum": 1},
    "schema": {"const": SCHEMA},
}


def make_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the record, with its fields' descriptions."""
    _, parts = msgspec.json.schema_components([Article], ref_template="#/$defs/{name}")
    article = parts.pop("Article")
    meanings, kinds = _read_meanings(), article["properties"]
    article["properties"] = {
        field.name: {**kinds[field.name], **_LIMITS.get(field.name, {}), "description": meanings[field.name]}
        for field in fields(Article)
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Article, version {SCHEMA} of the record",
        "description": "The record that every export writes. A field that is null or missing: the page does not say.",
        **{key: value for key, value in article.items() if key not in ("title", "description")},
        "$defs": parts,
    }


def format_schema() -> str:
    """Return the schema as the text of the published file."""
    return json.dumps(make_schema(), indent=2) + "\n"


def _read_meanings() -> dict[str, str]:
    """What the record's docstring says of its fields."""
    _, _, attributes = inspect.cleandoc(Article.__doc__ or "").partition("Attributes:\n")
    return {name: " ".join(text.replace("``", "`").split()) for name, text in _ATTRIBUTE.findall(attributes)}
