"""Names inside and around texts in Chinese and Japanese: a reporter in brackets where the text begins or ends.

"本报讯（记者 王小明 通讯员 李华）…", "〔記者張小美／嘉義報導〕…", "…と話した。（スポーツ部・山田太郎）", "●方小溪／小学教师".
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from scraper.cleaner.metadata.late_patterns import compiled
from scraper.cleaner.metadata.name_forms import is_nobody
from scraper.cleaner.phrases.chinese_names import CHINESE_NAME

_HAN: Final = r"[\u3400-\u9fff々]"
_KANA: Final = "[\u3041-\u3096]"
_BRACKETS: Final = frozenset("）)")
_BETWEEN: Final = r"[\s　、，,]+"
# A name ends at a mark, a blank or the next title.
_CHINESE: Final = (
    rf"{_HAN}{{2,4}}?(?=[\s　、，,／/）)〕】\]]|通讯员|通訊員|实习生|實習生|报道|報導|摄影|攝影|[摄攝文][/／）)])"
)
_INTERN: Final = r"(?:实习生|實習生)[\s　]*"
# With a blank after the title, or the place that it is reported from after the name: "记者会", "记者调查" are other words.
_REPORTER: Final = (
    rf"[（(〔【\[](?:文[／/])?(?:{_HAN}{{2,8}}[╱／/])?{_HAN}{{0,6}}(?:记者|記者)"
    rf"(?:[\s　:：]+(?P<names>{_CHINESE}(?:{_BETWEEN}(?:{_INTERN})?{_CHINESE}){{0,3}})"
    rf"|(?P<name>{_CHINESE})[／/]{_HAN}{{2,6}}[報报]|(?P<only>{CHINESE_NAME})(?=[)）〕】\]]))"
)
# A line of its own, before the date.
_DATED: Final = (
    rf"{_HAN}{{1,6}}(?:记者|記者)[\s　:：]+(?P<names>{_CHINESE}(?:{_BETWEEN}(?:{_INTERN})?{_CHINESE}){{0,3}})"
    r"(?=(?:[\s　]*(?:通讯员|通訊員)\S*)?[\s　]*(?:\d{4}[年/.-]|$))"
)
# A line that is nothing else, below the text: "采写：海港报见习记者 王小明", "本报记者 王小明 通讯员 李华".
# Who took the pictures is another.
_CREDIT: Final = (
    rf"(?:(?:采写|採寫|撰文|文)[\s　]?[:：/／|][\s　]?)?{_HAN}{{0,8}}(?<![摄攝]影)(?<![图圖]片)(?:记者|記者)[\s　:：]+"
    rf"(?P<names>{CHINESE_NAME}(?:{_BETWEEN}(?:{_INTERN})?{CHINESE_NAME}){{0,3}})"
    r"(?:[\s　]*(?:通讯员|通訊員|[摄攝]影|[编編][辑輯]|校对).{0,20}|[\s　]*(?:文|报道|報導))?"
)
# In brackets in a line of their own: a Chinese name of three characters; after Japanese also what may be none. Behind a sentence
# brackets hold places and notes as often, and no letter tells those from names: "（石家庄）", "（享年八十）".
_LAST_NAME: Final = rf"[（(](?P<name>(?={_HAN}{{3}}[）)]){CHINESE_NAME})[）)]"
_LAST_JAPANESE: Final = rf"[（(](?P<name>{_HAN}{{3,5}}|{_HAN}{{2,4}}{_KANA}{{2,3}})[）)]"
# Also what ends as places do, and has letters that verbs of notes are written in and hardly a name.
_NO_NOTE: Final = (
    "略$|抜粋|要約|連載|随時|終わり|完結|無断|転載|一部|以下|敬称|談$|関連|続く?$|全文|原文|待续|完$|資料"
    "|[人月日年時回部]$|[都道府県縣市區区町村州省郡国國国屋園园庄站駅号號順制中]$|[税込非無无止禁仮笑費费料込済限享未不任許许]|^[要先]|開|公表"
    "|(?:あり|なし|のみ|まで|から|より|など|ほか|だけ|ごと|です|ます|する|した)$"
)
_NO_NAME: Final = frozenset("通讯员 通訊員 报道 報導 摄影 攝影".split())
_BULLET: Final = rf"[●○◎]\s?(?P<name>{_HAN}{{2,4}})[／/]\S.{{1,40}}"

# After the desk that the writer works for; four or more characters, of which the first are Han, and kana may follow.
_JAPANESE: Final = (
    r"(?:^|[。」』])\s?[（(【][^（）()【】。]{1,20}(?:部|局|班|担当|委員|文)[・＝=　](?:[^（）()【】。]{1,20}　)?"
    rf"(?P<name>{_HAN}{{2,4}}[\u3041-\u3096\u30a1-\u30fa]{{0,3}})[）)】]$"
)
# After the last sentence a line of its own, whose break is white space, as where that is kept: "取材・文／山田 太郎".
_WRITTEN: Final = (
    r"(?:^|[。！？」』）])\s*(?:取材(?:・(?:文|執筆|構成))?|構成・文|文(?:・構成)?|執筆|聞き手)\s?[／/：:＝=]\s?"
    rf"(?P<name>{_HAN}{{1,4}}(?:[ 　]?[\u3041-\u3096\u3400-\u9fff々]{{1,4}}|[ 　][\u30a1-\u30fc]{{1,5}})(?<![局班部社会課室所者]))"
    r"(?:[（(][^（）()]{1,20}[）)])?$"
)
# There family names may have most letters of ``_NO_PERSON``: "阿部", "後藤", "前田".
_NO_WRITER: Final = (
    "通信|新聞|放送|時事|編集|取材|構成|論説|委員|教授|大学|学生|研究|知能|生成|翻訳|広報|協会|経済|匿名|無記名|無署名|日本|本紙|本誌|"
    "記者|記事|写真|特派|特別|[部局課社所会院室]長|[理護計書養技]士|博士|[医講教薬]師|[作評論門築画]家|[庁省署団院館店党庫行会員]$"
)
_JAPANESE_CHARS: Final = range(3, 7)
# Without a desk only as a line of its own, in brackets that labels have, too: "【関連記事】", "【毎日新聞】".
_BARE: Final = rf"【(?P<name>{_HAN}{{3,5}})】"
_NO_PERSON: Final = "[記事写真画像報聞編集部特関連載回社信会完前後者球撲伝限定結果順位相]"

FIRST_CHARS: Final = 60
"""Characters of a text in which the reporter who wrote it is named."""


def eastern_signatures(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """Return the people that a text in Chinese or Japanese names where it begins or ends.

    Args:
        above: The texts where it begins, the likeliest first: its first ones, those right above it.
        below: The texts where it ends: its last one, those right below it.

    >>> eastern_signatures(["本报讯（记者 王小明 通讯员 李华）昨日开通夜班公交。"], [])
    ('王小明',)
    >>> eastern_signatures([], ["采写：海港报见习记者 王小明"]), eastern_signatures([], ["摄影记者 王小明"])
    (('王小明',), ())
    """
    for text in above:
        head = text[:FIRST_CHARS]
        if found := compiled(_REPORTER).search(head) or compiled(_DATED).match(head):
            return _names_in(found)
        if bullet := compiled(_BULLET).fullmatch(text):
            return (bullet["name"],)
    for text in below:
        if names := _names_at_end(text[-FIRST_CHARS:]) or _name_in_brackets(text, above):
            return names
    for bare in map(compiled(_BARE).fullmatch, below[:2]):
        if bare and not compiled(_NO_PERSON).search(bare["name"]) and any(map(compiled(_KANA).search, above)):
            return (bare["name"],)
    return ()


def _names_at_end(text: str) -> tuple[str, ...]:
    if found := compiled(_REPORTER).search(text) or compiled(_CREDIT).fullmatch(text.strip()):
        return _names_in(found)
    signed = compiled(_JAPANESE).search(text)
    if signed and len(signed["name"]) in _JAPANESE_CHARS:
        return (signed["name"],)
    written = compiled(_WRITTEN).search(text)
    return (written["name"],) if written and _may_write(written["name"]) else ()


def _name_in_brackets(text: str, above: Sequence[str]) -> tuple[str, ...]:
    """Return the name in brackets that is a text's last line: of a Chinese family or, below kana, of any that is no note."""
    line = text.rpartition("\n")[2].strip()
    if line[-1:] not in _BRACKETS:
        return ()
    is_japanese = any(map(compiled(_KANA).search, above))
    found = compiled(_LAST_JAPANESE if is_japanese else _LAST_NAME).fullmatch(line)
    if found is None or compiled(_NO_NOTE).search(found["name"]):
        return ()
    return (found["name"],) if not is_japanese or _may_write(found["name"]) else ()


def _may_write(name: str) -> bool:
    """Whether a text after a label may be a person's name, and not that of an agency, an office or a job."""
    is_long = sum(not letter.isspace() for letter in name) in _JAPANESE_CHARS
    return is_long and not is_nobody(name) and compiled(_NO_WRITER).search(name) is None


def _names_in(found: re.Match[str]) -> tuple[str, ...]:
    if alone := found.groupdict().get("name") or found.groupdict().get("only"):
        return (alone,)
    names = re.split(_BETWEEN, re.sub(_INTERN, "", found["names"]))
    return tuple(takewhile(lambda name: name not in _NO_NAME, names))
