"""Names inside and around texts in Chinese and Japanese: a reporter in brackets where the text begins or ends.

"本报讯（记者 王小明 通讯员 李华）…", "〔記者張小美／嘉義報導〕…", "…と話した。（山田太郎、佐藤花子）", "□ 方小溪".
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

_HAN: Final = r"[\u3400-\u9fff々]"
_BETWEEN: Final = r"[\s　、，,]+"
# A name ends at a mark, a blank or the next title.
_CHINESE: Final = rf"{_HAN}{{2,4}}?(?=[\s　、，,／/）)〕】\]]|通讯员|通訊員|实习生|實習生|报道|報導|摄影|攝影|文[/／])"
_REPORTER: Final = re.compile(
    rf"[（(〔【\[](?:文[/／])?{_HAN}{{0,6}}(?:记者|記者)[\s　:：]*"
    rf"(?P<names>{_CHINESE}(?:{_BETWEEN}(?:实习生{_BETWEEN})?{_CHINESE}){{0,3}})"
)
_INTERNS: Final = re.compile(rf"(?:实习生|實習生){_BETWEEN}")
_NO_NAME: Final = frozenset("通讯员 通訊員 实习生 實習生 报道 報導 摄影 攝影".split())
_BULLET: Final = re.compile(rf"[□■●○◎◆]\s?(?P<names>{_HAN}{{2,4}})(?:[／/].{{1,40}})?")

# Four or more characters, of which the first are Han; kana may follow. Not what places, offices and papers end in.
_JAPANESE: Final = re.compile(
    rf"{_HAN}{{2,}}[\u3041-\u3096\u30a1-\u30fa]{{0,3}}(?<![都道府県市区町村社局部課紙誌版年月日円人前後中])"
)
_JAPANESE_CHARS: Final = range(3, 7)
_ENDS: Final = re.compile(r"(?:^|[。」』])\s?[（(【](?P<who>[^（）()【】。]{3,40})[）)】]$")

FIRST_CHARS: Final = 60
"""Characters of a text in which the reporter who wrote it is named."""


def eastern_signatures(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """Return the people that a text in Chinese or Japanese names where it begins or ends.

    Args:
        above: The texts where it begins, the likeliest first: its first ones, those right above it.
        below: The texts where it ends: its last one, those right below it.

    >>> eastern_signatures(["本报讯（记者 王小明 通讯员 李华）昨日开通夜班公交。"], [])
    ('王小明',)
    """
    for text in above:
        if found := _BULLET.fullmatch(text) or _REPORTER.search(text[:FIRST_CHARS]):
            return _names_in(found)
    for text in below:
        if found := _REPORTER.search(text[-FIRST_CHARS:]):
            return _names_in(found)
        if names := _signed_at_end(text):
            return names
    return ()


def _names_in(found: re.Match[str]) -> tuple[str, ...]:
    names = re.split(_BETWEEN, _INTERNS.sub("", found["names"]))
    return tuple(takewhile(lambda name: name not in _NO_NAME, names))


def _signed_at_end(text: str) -> tuple[str, ...]:
    """Return the people in brackets after a Japanese text's last sentence, or alone; their desk may stand before them."""
    found = _ENDS.search(text)
    parts = [re.split(r"[・＝=　]", part)[-1].strip() for part in found["who"].split("、")] if found else []
    is_all = all(len(part) in _JAPANESE_CHARS and _JAPANESE.fullmatch(part) for part in parts)
    return tuple(parts) if is_all else ()
