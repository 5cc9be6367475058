"""What stands after a label such as "Photo:" where it says who made it, and not what happened, in scripts with capitals.

A clause has small words, a verb or a mark at its end; who made something has capitals, few words, an agency or a slash. Two readers
wrote 2,381 true lines in 36 languages blind (2026-11-27): with up to 50 letters of any kind 35 were credits, with these none.
"""

from typing import Final

SMALL: Final = (
    r"a-zß-öø-ÿāăąćčďđēėęěğģīįıķļľłńņňōőœŕřśşšțťūůűųŵŷźżžșəơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹά-ώа-яѐ-џґўәғқңөұүһі"
    r"\u0561-\u0587"
)
CAPITAL: Final = rf"(?-i:[^\W_\d{SMALL}])"

# Small words between names.
_PARTICLES: Final = (
    r"and|och|og|ja|ir|un|und|et|i|a|e|y|o|и|і|й|από|dhe|dan|và|ve|del?|du|des|d[aio]s?|d'|della|dei|von|van|vom|im|der"
    r"|den|het|la|le|les|el"
    r"|ten|ter|zu|zum|af|av|of|for|via|from|by|with|the|по|на|за|из|в|у|з|для|ng|c|cc"
)
# What else a credit has in small letters: where it is from, and what kind it is.
_KINDS: Final = (
    r"ar(?:ch|k|h|q)[ií]\w*|архив\w*|архів\w*|αρχείο\w*|privat\w*|illustr\w+|ilustr\w+|илустр\w+|ілюстр\w+"
    r"|пресс?-?служб\w*|screenshot\w*|captura"
    r"|pantalla|cortes[ií]a|courtesy|handout|reprod\w+|divulga\w+|press[ef]\w*|prasow[ey]|autork?[ayi]|obitelji|porodice"
    r"|kraje|caracter|titlu|cu"
    r"|министрлігі|громада|области|області|dpa|afp|ap|epa|epd|imago|istock\w*|unsplash|pixabay|pexels|freepik|picture|getty"
    r"|shutterstock|alliance|images?"
    r"|cung|cấp|dân|đọc|tư|liệu|minh|h[ọo][aạ]|nhân|vật|tổng|hợp|chụp|màn|hình"
)
_AGENCIES: Final = (
    r"(?:dpa|afp|ap|epa|epd|imago|istock|unsplash|pixabay|privat|ar(?:ch|k|h|q)[ií]\w*|архив\w*|архів\w*)\b"
)
# Offices, and of what: "Пресс-служба мэрии"; what has an adjective before it: "Следственный комитет".
_OFFICES: Final = (
    r"(?:министерств|міністерств|управлени|управлінн|прес+-?служб|прокуратур|администраци|адміністраці|департамент|правительств)\w{0,3}"
    r"(?>(?: (?:обороны|оборони|здравоохранения|образования|просвещения|финансов|культуры|юстиции|внутренних|внутрішніх|иностранных"
    r"|закордонних|дел|справ|мэрии|мерії|полиции|поліції|губернатора|прокуратуры|прокуратури|администрации|города|міста|області|области|края|мчс|мвд|рф))"
    r"{1,4})(?!\w)"
    r"|(?<=ая |ка |на |ий |ый |ое |не |ке )(?:газета|комитет|комітет|полиция|поліція|служба|министерство|міністерство|прокуратура"
    r"|агентство|агенція|управление|управління)(?!\w)"
    r"|(?<=ская |ська )правда(?!\w)"
)
# Credits with no capital and no agency, to the end of the line.
SMALL_CREDIT: Final = (
    r"\s?(?:прес+-?служб\w{1,2}|соцсет\w{1,2}|соцмереж\w{0,2}|(?:из|з) соц(?:сетей|мереж)|прокуратура|поліція|полиция"
    r"|личный архив|особистий архів"
    r"|скр[иі]ншот(?: (?:с |з |из )?(?:видео|відео))?|кадр (?:из |з )?(?:видео|відео)|(?:из|з) (?:открытых"
    r"|відкритих) (?:источников|джерел)"
    r"|ілюстративне|facebook"
    r"|(?:прес+-?служб\w{1,2}|администрация|адміністрація|правительство) (?:мэрии|мерії|полиции|поліції|губернатора"
    r"|города|міста|області|области|края)"
    r"|(?:nhân vật|bạn đọc|độc giả|người dân|gia đình(?: nhân vật)?|công an|ban tổ chức|btc|đơn vị) cung cấp"
    r"|chụp (?:lại )?(?:từ )?màn hình|cắt (?:ra )?từ (?:clip|video)|tư liệu|internet|sưu tầm)[.)\]]{0,2}$"
)
_WORD: Final = (
    # The next label: "Photo: Anna Berg / Video: Jan Berg".
    rf"(?:{_OFFICES}|(?:photos?|fotos?|video|text|tekst|фото|видео|відео|снимка)\s?:|[«“„][^«»“”„?!]{{2,40}}[»”“]"
    rf"|{CAPITAL}[^\s,/|?!:;()\[\]©+«»“”„\"]{{0,30}}+|@[\w.]{{2,30}}+|[\w.+-]{{2,30}}@[\w.-]{{4,40}}+"
    rf"|[\w-]{{2,25}}(?:\.[\w-]{{2,25}}+){{0,2}}\.[a-z]{{2,10}}(?![\w.])"
    rf"|(?:{_KINDS}|{_PARTICLES})(?![\w'’])|\d{{1,4}}+(?:\.\d)?(?![\wx×])"
    # A name as it is written in an address: "sidm / DW", "iStock/martin-dm".
    r"|[\w.-]{2,25}+(?=/\w|\s/\s(?-i:[^\W_a-zà-ÿа-я]))|(?:(?<=/)|(?<=/ ))[\w.-]{2,25}+(?: [\w-]{2,20}+(?=\W*$))?)"
)
_AROUND: Final = r"[\s,/|+&–—()\[\]©«»“”„\"·•-]"
# A yes or a no; another sentence; three words in capitals, which are a headline; no word with a capital, nor an address.
_NO_NAMES: Final = (
    r"(?!\s?(?:ja|jo|nein|nej|nei|sì|sí|si|oui|non|no|tak|nie|ano|ne|da|nu|да|нет|так|ні|evet|hayır|ya|tidak)\b[.,]?(?:\s|$))"
    r"(?!.{0,60}[^\W\d_]{4}\. (?!(?:photos?|fotos?|video|tekst|text)\b))"
    rf"(?!\W*(?-i:(?:[^\s/,|{SMALL}]{{3,30}} ){{2,9}}[^\s/,|{SMALL}]{{3,30}}$))"
)
_NAMED: Final = rf"(?=[^?!]{{0,60}}?(?:{CAPITAL}|@|\w\.[a-z]{{2}}|{_AGENCIES}))"
_OF_A_PAPER: Final = (
    rf"{CAPITAL}[^\s,]{{1,25}} {CAPITAL}[^\s,]{{1,25}}, {CAPITAL}[^\s,.?!:]{{0,20}}(?: [^\W\d_]{{2,12}}){{1,2}}"
)
# Atomic groups and no possessive ones, here and elsewhere: before Python 3.11.5 those match wrongly (gh-106052).
NAMES: Final = (
    rf"(?:{SMALL_CREDIT}|\s?{_NO_NAMES}{_NAMED}(?:{_OF_A_PAPER}|(?>(?:{_WORD}|{_AROUND}){{1,40}})[.:]?[)\]]?)$)"
)
"""After a label in a script with capitals, to the end of the line."""

# After labels that are words of headlines, too: an agency in capitals, a mark that no title has, an address; or two names of one
# person.
MADE_BY: Final = (
    rf"(?=[^?!]{{0,60}}?(?:{CAPITAL}{{2}}|[/+|]|@|\w\.[a-z]{{2,10}}\W*$|{_AGENCIES})"
    rf"|\W*(?!(?:de[rnst]|die|das|die|ein|eine|la|el|los|las|l[eo]s?|il|un|una|o|os|as?|het|een|the|en|ett|et)\s)"
    rf"{CAPITAL}[^\s:,]{{1,30}}\s(?:(?:von|van|af)\s)?{CAPITAL}[^\s:,]{{1,30}}(?:\s{CAPITAL}[^\s:,]{{1,30}})?\W*$)"
    rf"(?!\W*{CAPITAL}[^\s:]{{0,30}}\s(?:og|och|und|and|et|y|e|i|и)\s){NAMES}"
)
