from dataclasses import fields, replace
from pathlib import Path

import jsonschema
import pytest

from scraper.export import EXPORTERS, replace_file
from scraper.records import Article
from scraper.schema import PATH, format_schema, make_schema
from tests.export.reading import Record, read_records
from tests.export.samples import make_samples

NAMES = ("out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.csv", "out.parquet", "out.sqlite", "out.md")


@pytest.fixture(params=NAMES)
def records(request: pytest.FixtureRequest, tmp_path: Path) -> list[Record]:
    path = tmp_path / request.param
    extension = request.param.removeprefix("out")
    with replace_file(path, EXPORTERS[extension]) as writer:
        for article in make_samples():
            writer.write(article)
    return read_records(path)


def test_the_published_file_is_what_the_record_says() -> None:
    assert PATH.read_text(encoding="utf-8") == format_schema(), "run: python -m scraper.schema"


def test_every_field_is_described_in_the_records_order() -> None:
    properties = make_schema()["properties"]
    assert list(properties) == [field.name for field in fields(Article)]
    assert all(kind["description"] for kind in properties.values())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(make_schema())


def test_what_every_export_writes_is_valid(records: list[Record]) -> None:
    assert len(records) == 2
    for record in records:
        jsonschema.validate(record, make_schema())


def test_every_export_says_the_same(records: list[Record]) -> None:
    for record, article in zip(records, make_samples(), strict=True):
        for field in fields(Article):
            value = getattr(article, field.name)
            plain = list(value) if isinstance(value, tuple) else value
            # CSV cannot tell an empty text from none.
            empty = (None, "", [], {})
            told, right = record.get(field.name), plain
            assert (None if told in empty else told) == (None if right in empty else right), field.name


@pytest.mark.parametrize(
    "wrong", [{"confidence": 1.5}, {"version": 0}, {"id": "x"}, {"schema": 99}, {"page_class": "poem"}]
)
def test_a_record_that_is_wrong_is_told(wrong: Record) -> None:
    article = replace(make_samples()[0], **wrong)
    record = {field.name: getattr(article, field.name) for field in fields(Article)}
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in record.items()}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain, make_schema())
