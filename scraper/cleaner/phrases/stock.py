"""Stock phrases that sites put around articles, in the languages of the large news markets, by what they announce.

The model learns from the group, so that a language without training pages profits from the others. Looked for in short blocks
only, since prose may use any word.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from scraper.cleaner.characters import SENTENCE_ENDS

SHORT_CHARS: Final = 120
"""Longest block that is looked at."""

SHORT_WORDS: Final = 20
"""The same in scripts without spaces, where so many characters are a paragraph: the words that a Latin text of that length has."""

# How a phrase is written here: "^" stands only at the start of the block, "~" is any ending of the word. Scripts without
# spaces are found anywhere.
PHRASES: Final[Mapping[str, str]] = {
    "related": "related~|read more|read also|read next|see also|more from|more on|more stories|more news|more in|more like"
    "|also read|also like|also on|you may|you might|recommended~|trending|most read|most popular|most viewed|popular posts"
    "|popular now|^latest|editor's pick~|editors' pick~|don't miss|don’t miss|up next|top stories|continue reading"
    "|mehr zum|mehr aus|mehr von|mehr zu|lesen sie|auch lesen|lies auch|auch interessant|das könnte|meistgelesen~|ähnliche~"
    "|^weitere~|verwandte~|^neueste~|mehr themen|weiterlesen"
    "|à lire|lire aussi|lire la suite|plus lus|sur le même|voir aussi|articles liés|nos derniers|a lire aussi"
    "|lea también|lee también|te puede|le puede|más leíd~|más noticias|más información|noticias relacionadas|relacionad~|lo más"
    "|^últimas~|puedes ver|leggi anche|potrebbe~|correlati|più letti|leia mais|leia também|veja também|mais lidas"
    "|lees ook|lees meer|meer over|meer nieuws|meest gelezen|läs mer|läs även|läs också|les også|læs også|mest lest|lue myös"
    "|czytaj też|czytaj także|czytaj więcej|zobacz też|zobacz także|polecane|najnowsze|čtěte~|číst dál|související|olvasd~"
    "|kapcsolódó|citește și|читайте|читать|по теме|похожие|популярн~|последние новости|новости по|ещё по|читайте також|схожі"
    "|ilgili haber~|diğer haber~|çok okunan~|baca juga|terkait|terpopuler|berita lain~|xem thêm|tin liên quan|đọc thêm"
    "|관련~|많이 본|추천~|인기~|최신~|اقرأ~|ذات صلة|الأكثر|المزيد|مواضيع|قد يهمك|مرتبط~|بیشتر بخوانید|संबंधित|यह भी पढ़~"
    "|ये भी पढ़~|आगे पढ़~|קראו גם|διαβάστε|σχετικά|même rubrique|^otras noticias|mest lästa|przeczytaj także|przeczytaj też"
    "|önceki yazıları|bunları da|olvasta már|olvastad már|주요기사|주요뉴스",
    "share": "^share~|tweet~|facebook|twitter|whatsapp|telegram|linkedin|pinterest|instagram|youtube|tiktok|follow us|follow me"
    "|copy link|^print|teilen|drucken|merken|folgen sie|partager|imprimer|suivez~|compartir|comparte~|imprimir|síguenos"
    "|condividi|stampa|compartilh~|siga|^delen|^dela|del på|udostępnij|sdílet|megosztás|поделиться|подписывайтесь|поділитися"
    "|paylaş~|bagikan|chia sẻ|공유~|شارك~|مشاركة|اشتراک~|शेयर|שתפו",
    "comment": "comment|comments|leave a reply|reply|log in to|kommentar~|commentaire~|réagir|comentario~|commenti|comentário~"
    "|reacties|kommentit|komentarz~|komentář~|комментари~|коментар~|yorum~|komentar|bình luận|댓글~|تعليق~|تعليقات|टिप्पणी|תגובות"
    "|σχόλια|^diskuse|^hozzászólás~|^обсуждение|التعليقات|100자평",
    "plea": "newsletter~|subscri~|sign up|sign in|log in|login|register~|donat~|support us|support our|become a member|free trial"
    "|app store|google play|download the|download our|abonnieren|abonnement~|anmelden|registrieren|abonnez~|s'inscrire"
    "|s’inscrire|s'abonner|s’abonner|suscr~|regístr~|iscriviti|abbonati|assine|inscreva~|cadastr~|abonneer~|prenumerera"
    "|^inschrijven|^aanmelden|^odebírat|^odoberať|feliratkoz~|^abonează|^înscrie|^tilmeld|^påmeld|^rekisteröidy|^zarejestruj"
    "|^je m'inscris|^je m’inscris|^m'inscrire|^εγγραφή|^hírlevél|^uutiskirje"
    "|abonner|tilaa|zapisz się|subskryb~|подпис~|підпис~|abone ol~|langganan|đăng ký|구독~|로그인|اشترك|सब्सक्राइब",
    "legal": "^©|copyright|all rights|privacy|cookie|cookies|terms of|terms and|imprint|impressum|datenschutz~|alle rechte"
    "|tous droits|mentions légales|confidentialité|derechos reservados|aviso legal|privacidad|diritti riservati"
    "|direitos reservados|alle rechten|prawa zastrzeżone|права защищены|все права|tüm hakları|hak cipta|저작권~|무단전재~|حقوق~"
    "|सर्वाधिकार",
    "credit": "photo|photos|photograph~|image|image credit|picture|getty|reuters|shutterstock|credit|credits|caption|source|foto"
    "|fotos|bild|bilder|quelle|crédit~|fuente|imagen|fotografía~|fonte|zdjęcie|źródło|фото|источник|fotoğraf~|kaynak|sumber|ảnh"
    "|사진~|صورة|फोटो",
    "byline": "^by|written by|posted by|posted on|published|updated|last modified|min read|minute read|minutes read|^von"
    "|veröffentlicht|aktualisiert|^stand|^par|publié~|mis à jour|^por|publicado|actualizado|atualizado|^di|pubblicato"
    "|aggiornato|^door|gepubliceerd|publicerad|publisert|opublikowan~|aktualizacja|опубликован~|обновлен~|автор|yayınlan~"
    "|güncelle~|diterbitkan|cập nhật|입력|수정|기자|نشر|تحديث|प्रकाशित|अपडेट",
    "bio": "about the author|author's bio|über den autor|à propos de l'auteur|sobre el autor|sobre la autora|sobre o autor"
    "|l'autore|is a writer|is a reporter|is a journalist|is a freelance~|is a senior|is a staff|writes about|об авторе"
    "|yazar hakkında",
    "ad": "^ad|^ads|^advert~|sponsored|promoted|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|annons|annonse|mainos"
    "|reklama|реклам~|reklam~|iklan|quảng cáo|광고~|إعلان|विज्ञापन",
    "tags": "^tag|^tags|^topics|^filed under|^category|^categories|^keywords|^in this article|schlagwort~|schlagwörter|^themen"
    "|mots-clés|^thèmes|etiquetas|^temas|tópicos|trefwoorden|^tagi|^теги|^темы|etiketler|태그|الوسوم",
}
_WIDE_PHRASES: Final[Mapping[str, str]] = {
    "related": "新着|関連|あわせて読|おすすめ|ランキング|人気|最新|続きを|次の記事|前の記事|相关|推荐|延伸阅读|更多|热门|热点"
    "|相關|推薦|延伸閱讀|熱門|ข่าวที่เกี่ยวข้อง|อ่านเพิ่ม|อ่านต่อ",
    "share": "シェア|ツイート|分享|แชร์",
    "comment": "コメント|评论|評論|留言|網友回應|ความคิดเห็น",
    "plea": "登録|会員|メルマガ|订阅|訂閱|注册|登录|สมัคร",
    "legal": "無断転載|著作権|版权|版權|保留所有|สงวน",
    "credit": "写真|画像|図(?=[\\s0-9０-９:：])|資料|图片|来源|圖片|來源|ภาพ",
    "byline": "更新|公開|配信|記者|发布|發布|作者|编辑|編輯|记者|เผยแพร่",
    "bio": "この記事を書いた|作者简介|关于作者",
    "ad": "広告|广告|廣告|โฆษณา",
    "tags": "タグ|キーワード|标签|關鍵字|標籤",
}
NAMES: Final = tuple(PHRASES)
_WIDE: Final = re.compile(
    "|".join(f"(?P<{name}>{phrases})" for name, phrases in _WIDE_PHRASES.items()),
)
_MAY_BE_WIDE: Final = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


# Inside a sentence the words of a label say nothing: "The suspect wrote on Facebook.", "Die Polizei fertigte eine Anzeige.". Of
# 22,594 short sentences of wcxb-dev 62 % are content, of those with a phrase of these groups 62, 64, 88 and 100 %; of those with
# one of the others, which ask, forbid, date or name, 17 to 46 (2026-11-27).
LABELS: Final = ("related", "share", "ad", "tags")
SENTENCE_WORDS: Final = 3
SENTENCE_CHARS: Final = 15
"""So many characters of a script without spaces."""

_LABEL_BITS: Final = sum(1 << NAMES.index(name) for name in LABELS)
AROUND: Final = _LABEL_BITS | 1 << NAMES.index("comment")
"""What heads what stands around an article."""

# An advertisement is announced by a word or two: "Advertising revenue fell by 12 per cent." is a sentence about it.
_AD: Final = 1 << NAMES.index("ad")
_AD_WORDS: Final = 2
CLOSING: Final = "\"'”’“»«›)]」』"
# French for "how": "Comment savoir si je suis concerné ?", "Et comment faire ?". English for a remark stands at the beginning, too:
# "Comment on this story", "Comment after logging in".
_HOW: Final = re.compile(
    r"(?:\n|\n et| voici| savoir| découvrez) comment(?= (?:[ldcjsn]|la|les?|une?|des?|du|aux?|cet|cette|ces?|ça|mon|ma|mes|ton|ta"
    r"|tes|son|sa|ses|notre|nos|votre|vos|leurs?|je|tu|ils?|elles?|nous|vous|se|ne|est|sont|était|ont|peut|peuvent|doit|doivent|faut"
    r"|on (?:peut|doit|fait|se|vit|en est|a [^\W\d_]+(?:é|i|u|is|it)e?s?)|fonctionne(?:nt)?|bien|mieux"
    r"|(?!(?:here|there|before|after|user|other|faster)\b)[^\W\d_]{2,}(?:er|ir|re))\b)"
)
_OPENING: Final = re.compile(r"^\W+")
_QUOTED: Final = tuple(set(CLOSING) - set(")]"))
# Neither a question nor a call: "Möchten Sie den Artikel teilen?".
ENDS: Final = tuple(mark for mark in SENTENCE_ENDS if mark not in "!?…？！؟")
_END: Final = re.compile("[.!?:;。！？：]")
_BEGINNINGS: Final = re.compile(rf"(?:^|{_END.pattern})\s*")
_TOKEN: Final = re.compile(r"[^\W_]+|©")
# How much of a word with any ending is looked up; two syllables of Hangul are a word.
_ASCII_PREFIX, _WIDE_PREFIX = 4, 2


def ends_sentence(text: str) -> bool:
    """Whether a text ends a sentence, or in what somebody said."""
    return text.endswith(_QUOTED) or text.rstrip(CLOSING).endswith(tuple(SENTENCE_ENDS))


def _index() -> tuple[dict[str, list[tuple[str, int]]], dict[str, list[tuple[str, int]]]]:
    """Phrases by their first word, and those whose first word has any ending by its first characters.

    Each is what to look for in the text's words, joined by blanks with one around all, and its bit. A phrase that stands only at
    the start has a line end before it.
    """
    whole: dict[str, list[tuple[str, int]]] = {}
    begun: dict[str, list[tuple[str, int]]] = {}
    for bit, phrases in enumerate(PHRASES.values()):
        for phrase in phrases.split("|"):
            tokens = _TOKEN.findall(phrase)
            open_end = phrase.endswith("~")
            sought = ("\n " if phrase.startswith("^") else " ") + " ".join(tokens) + ("" if open_end else " ")
            if open_end and len(tokens) == 1:
                prefix = tokens[0][: _ASCII_PREFIX if tokens[0].isascii() else _WIDE_PREFIX]
                begun.setdefault(prefix, []).append((sought, 1 << bit))
            else:
                whole.setdefault(tokens[0], []).append((sought, 1 << bit))
    return whole, begun


_WHOLE, _BEGUN = _index()
_WHOLE_KEYS, _BEGUN_KEYS = frozenset(_WHOLE), frozenset(_BEGUN)
# How words begin of which more is asked, in ASCII: half of the short texts of a page have none (wcxb-dev, 2026-11-27).
_HEADS: Final = frozenset(word[:_ASCII_PREFIX] for word in _WHOLE_KEYS | _BEGUN_KEYS)
# Small letters for capitals, and blanks for all but letters and digits, byte by byte.
_ALNUM: Final = bytes(ord(chr(code).lower()) if chr(code).isalnum() and code < 0x80 else 0x20 for code in range(256))


# The same menu entries come on every page of a site.
@lru_cache(maxsize=16_384)
def find_phrases(text: str) -> int:
    """Return one bit for each group of ``NAMES`` that a short text announces; those of ``LABELS`` not inside a sentence."""
    is_ascii = text.isascii()
    tokens = text.encode().translate(_ALNUM).decode().split() if is_ascii else _TOKEN.findall(text.lower())
    heads = [token[:_ASCII_PREFIX] for token in tokens]
    if is_ascii and _HEADS.isdisjoint(heads):
        return 0
    whole = _WHOLE_KEYS.intersection(tokens)
    begun = _BEGUN_KEYS.intersection(heads)
    if not is_ascii:
        begun |= _BEGUN_KEYS.intersection([token[:_WIDE_PREFIX] for token in tokens])
    found = 0
    if whole or begun:
        said = f"\n {' '.join(tokens)} "
        if "comment" in whole:
            said = _HOW.sub(" ", said)
        for phrases in (*map(_WHOLE.__getitem__, whole), *map(_BEGUN.__getitem__, begun)):
            for sought, bit in phrases:
                if sought in said:
                    found |= bit
    if not is_ascii and _MAY_BE_WIDE.search(text):
        for match in _WIDE.finditer(text):
            found |= 1 << NAMES.index(match.lastgroup or "")
    return found & ~_LABEL_BITS | _begins_with(text) if found & _LABEL_BITS and _is_sentence(text, tokens) else found


def _is_sentence(text: str, tokens: Sequence[str]) -> bool:
    if not text.rstrip(CLOSING).endswith(ENDS):
        return False
    return len(tokens) >= SENTENCE_WORDS or len(_MAY_BE_WIDE.findall(text)) >= SENTENCE_CHARS


def _begins_with(text: str) -> int:
    """Return the bits of the labels that sentences of a text begin with."""
    found = 0
    for beginning in _BEGINNINGS.finditer(text):
        sentence = text[beginning.end() :]
        said = f"\n {' '.join(_TOKEN.findall(sentence.lower()))} "
        first = said[2:].partition(" ")[0]
        rows = (_WHOLE.get(first, ()), _BEGUN.get(first[:_ASCII_PREFIX], ()), _BEGUN.get(first[:_WIDE_PREFIX], ()))
        is_label = len(_END.split(sentence, 1)[0].split()) <= _AD_WORDS
        for sought, bit in chain.from_iterable(rows):
            if (is_label or bit != _AD) and said.startswith(sought.lstrip("\n"), 1):
                found |= bit
        if match := _WIDE.match(_OPENING.sub("", sentence)):
            found |= 1 << NAMES.index(match.lastgroup or "")
    return found & _LABEL_BITS
