"""How long a text takes to read, and how often it was read: a word for it and a number, as a whole line.

A list of texts to read says how long each takes, too, so such lines go only around the text. On 1,307 written pages
(2026-11-28) five go, on the labelled ones six; none of them is in a truth.
"""

import re
from typing import Final

COUNTER_CHARS: Final = 48

_ABOUT: Final = r"(?:ca\.?|circa|env\.?|approx\.?|[~≈約约약])?\s?"
_MINUTES: Final = (
    rf"{_ABOUT}\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?\s?(?:min(?:ut[^\W\d]*)?|мин(?:[^\W\d]*)?|хв(?:[^\W\d]*)?|λεπτ[^\W\d]*|dk|dakika(?:lık)?"
    r"|perc(?:es)?|phút|menit|minit|dəq[^\W\d]*|daq[^\W\d]*|분|分(?:钟|鐘|鍾)?|دقائق|دقيقة|دقیقه|דקות|मिनट|মিনিট|นาที)\.?"
)
# After the minutes.
_TO_READ: Final = (
    r"(?:(?:de|di|to|til|for|av|na|za|для|за|на)\s)?(?:read(?:ing\stime)?|lexim|lectura|lecture|leitura|lettura|lesezeit|lesedauer"
    r"|leestijd|lezen|läsning|lästid|lesing|lesetid|læsning|læsetid|lukuaika|czytania|čtení|čítania|čitanja|branja|olvasás"
    r"|citire|lectură|okuma(?:\ssüresi)?|чтени[ея]|читання|четене|читање|ανάγνωση?ς?|membaca|baca|đọc|oxuma\w*|o['‘’ʻ]qish|оқу"
    r"|읽기|阅读|閱讀|で読めます|קריאה|قراءة|مطالعه|पढ़ें)"
)
# Before them.
_READING_TIME: Final = (
    r"(?:(?:estimated|average)\s)?(?:reading|read)\stime|time\sto\sread|lesezeit|lesedauer|(?:temps|durée)\sde\slecture|tiempo\sde\slectura"
    r"|tempo\s(?:de\sleitura|di\slettura)|leestijd|lästid|lesetid|læsetid|lukuaika|czas\sczytania|(?:doba|čas)\sčtení|čas\sčítania"
    r"|(?:vrijeme|vreme)\sčitanja|čas\sbranja|olvasási\sidő|timp\sde\s(?:citire|lectură)|okuma\ssüresi|время\sчтения|час\sчитання"
    r"|време\sза\s(?:четене|читање)|χρόνος\sανάγνωσης|waktu\sbaca|thời\sgian\sđọc|koha\se\sleximit|oxunma\svaxtı|o['‘’ʻ]qish\svaqti"
    r"|оқу\sуақыты|読了(?:時間|目安|まで)|(?:预计)?阅读时间|閱讀時間|읽는\s시간|(?:وقت|مدة)\sالقراءة|زمان\sمطالعه|זמן\sקריאה"
)
_NUMBER: Final = r"\d[\d\s.,]{0,12}"
# "Reads: 1833"; the word alone would be a heading, and "views" are opinions. A colon stands between, or nothing in scripts
# without capitals.
_READ_BY: Final = (
    r"(?:views?|hits|reads|page\s?views|aufrufe|gelesen|visites|vues|lectures|visitas|vistas|lecturas|leituras|letture|visualizzazioni"
    r"|visualizaç(?:ões|ão)|weergaven|gelezen|visninger|visningar|lukukertoja|wyświetle(?:ń|nia)|odsłon[ya]?|zobrazení|zobrazen[íi]|přečteno"
    r"|prečítané|pregleda|ogledov|megtekintés(?:ek)?|vizualizări|afișări|okunma(?:\ssayısı)?|görüntülenme|baxış(?:\ssayı)?|oxunub"
    r"|ko['‘’ʻ]rildi|ko['‘’ʻ]rishlar|o['‘’ʻ]qildi|оқылды|қаралды|қаралым|көрүлдү|окулду|просмотров|просмотры|прочитано|прочитали|переглядів"
    r"|перегляди|прегледи|прегледа|прегледано|διαβάστηκε|προβολές|lexuar|shikime|peržiūros|peržiūrėta|skatīts|skatījumi|vaatamisi|dibaca"
    r"|dilihat|lượt\s(?:xem|đọc)|imesomwa)(?:\s(?:av|by|par|de|sayı))?\s?[:：]\s?"
    r"|(?:조회(?:수)?|閲覧数|浏览(?:量|次数)?|瀏覽(?:數|次數)?|阅读(?:量|数|次数)?|点击(?:量|数|次数)?|點閱(?:數)?|人氣|人气"
    r"|(?:عدد\s)?(?:المشاهدات|القراءات|الزيارات)|مشاهدات|بازدید|צפיות|เข้าชม)\s?[:：]?\s?"
)
_TIMES: Final = (
    r"(?:lu|vu|leído|visto|letto|lido|visualizado|read|viewed|gelesen|gelezen|läst|læst|lest|luettu|přečteno|prečítané|skaityta|dibaca"
    r"|dilihat|прочитано|переглянуто|okundu)\s\d[\d.,]{0,9}\s?(?:fois|veces|volte|vezes|times|mal|keer|gånger|gange|ganger|kertaa|x|krát"
    r"|kartų|kali|раза?|разів|рази|kez|kere)"
)
_COUNTER: Final = re.compile(
    rf"{_MINUTES}\s?{_TO_READ}|(?:{_READING_TIME})\s?[:：–-]?\s?{_MINUTES}"
    rf"|(?:{_READ_BY}){_NUMBER}(?:\s?(?:回|次|명|раз(?:а)?|x))?|{_TIMES}",
    re.I,
)
_DIGIT: Final = re.compile(r"\d")
_END: Final = " .|·•"


def is_counter(text: str) -> bool:
    """Whether a line says how long the text takes to read, or how often it was read.

    >>> is_counter("Temps de lecture : 4 min."), is_counter("Hits: 1,834"), is_counter("Read 40 books"), is_counter("Views: mixed")
    (True, True, False, False)
    """
    if len(text) > COUNTER_CHARS or _DIGIT.search(text) is None:
        return False
    return _COUNTER.fullmatch(text.strip(_END)) is not None
