import pytest

from scraper.json_text import decode_json


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (rb'["cut \ud83d"]', ["cut \ufffd"]),
        (rb'["\ud83d\ude00 \ude00\ud83d"]', ["😀 \ufffd\ufffd"]),
        (rb'["\\ud83d \ud83d"]', ["\\ud83d \ufffd"]),
        (r'{"a": "\uDC80"}', {"a": "\ufffd"}),
    ],
)
def test_half_a_character_costs_itself(text: bytes | str, value: object) -> None:
    assert decode_json(text) == value


@pytest.mark.parametrize("text", [b"", b"nonsense", b'"\xff"', b"[" * 100_000, "\ud800", rb'["\ud83d'])
def test_what_is_no_json_is_one_kind_of_error(text: bytes | str) -> None:
    with pytest.raises(ValueError, match="no JSON"):
        decode_json(text)
