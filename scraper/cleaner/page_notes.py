"""What a site says in the body about the text rather than in it: how it was made, who may read it, where to report an error.

Like notices, such lines are prose to the model. Folds (2026-11-27): snippets .9501 to .9504 with every right one kept, articles
.9633 to .9634: six gain up to .079; three that keep such a line in their truth lose up to .011.
"""

import re
from functools import cache
from typing import Final

from scraper.cleaner.notice_words import any_of

# Each row: words that such a line begins with, and how it goes on; case folded. Found by the first word: a line costs a look-up.
_ROWS: Final = (
    (
        "the this",
        r"audio (?:version|recording|narration)\b[^.]{0,40} (?:is|was|has been) (?:\w+[ -])?"
        r"(?:generated|created|produced|narrated)",
    ),
    (
        "the this",
        r"(?:article|story|audio|summary|translation)\b[^.]{0,30} (?:is|was|has been) (?:\w+ )?"
        r"(?:generated|translated|summari[sz]ed|created|written|narrated) (?:by|with|using|with the help of) (?:an? )?"
        r"(?:ai\b|artificial intell|automat|text-to-speech|machine)",
    ),
    (
        "the this",
        r"(?:story|article|content) is (?:only |exclusively )?(?:available )?(?:only |exclusively )?(?:to|for) [^.]{0,30}"
        r"(?:subscribers|members)\b",
    ),
    ("this", r"(?:article|post|story|page) (?:may )?(?:contains?|includes?) (?:affiliate|sponsored|referral) links"),
    ("we", r"(?:may|might|could) (?:earn|receive|get|make) (?:an? )?(?:small )?(?:affiliate )?commissions?"),
    (
        "if when",
        r"(?:you|readers) (?:buy|purchase|click|make a purchase)\b[^.]{0,60},? (?:we|\w+) (?:may|might|could) (?:earn|receive|get)",
    ),
    ("as", r"an amazon associate"),
    (
        "by",
        r"(?:clicking|signing up|subscribing|submitting|entering|providing|registering)\b[^.]{0,90} (?:you|i) "
        r"(?:agree|accept|consent|confirm|acknowledge)",
    ),
    ("privacy", r"notice: newsletters"),
    ("after", r"newsletter promotion$"),
    ("estimated", r"\d+ min(?:ute)?s?\W*$"),
    ("already", r"(?:a (?:subscriber|member)|have an account|subscribed|registered)\?"),
    (
        "do have got",
        r"(?:you have )?(?:an? |any )?(?:news |story )?(?:tip|story|information)\b[^?]{0,60}\? "
        r"(?:contact|e-?mail|write|send|let us|get in|reach)",
    ),
    ("spotted see noticed", r"(?:an? |something )(?:error|mistake|typo|wrong)\?"),
    (
        "dieser der dieses",
        r"(?:artikel|text|beitrag|audio)\b[^.]{0,30} (?:wurde|ist|wird) (?:\w+ )?(?:mit ?hilfe (?:von )?ki|von (?:einer )?ki|mit ki"
        r"|mit künstlicher|automatisch (?:erstellt|vorgelesen|übersetzt)|maschinell)",
    ),
    ("diese die", r"(?:zusammenfassung|audioversion|übersetzung)\b[^.]{0,60} (?:ki\b|ki-|automatisch|künstlich)"),
    (
        "mit",
        r"(?:der|ihrer|deiner) (?:anmeldung|registrierung|bestellung|eingabe)\b[^.]{0,60}\s?(?:stimm|akzeptier|willig|erklär)\w+",
    ),
    (
        "kaufen klicken bestellen",
        r"sie (?:über|auf|hier)[^.]{0,60}(?:erhalten|bekommen) (?:wir|\w+) (?:\w+ )?(?:provision|kommission)",
    ),
    ("fehler", r"(?:gefunden|entdeckt)\?"),
    ("bereits schon", r"(?:abonnent|registriert|mitglied|abonniert)\w*\?"),
    ("haben hast", r"(?:sie|du) (?:einen tipp|hinweise|informationen|einen fehler)\b[^?]{0,60}\?"),
    (
        "cet ce le l'article",
        r"(?:(?:article|résumé|audio|texte) )?(?:est|a été) (?:lu|résumé|traduit|généré|rédigé|créé) "
        r"(?:par|avec|automatiquement|à l'aide d)[^.]{0,20}(?:ia\b|intelligence|voix|automatique)",
    ),
    (
        "en",
        r"(?:vous inscrivant|vous abonnant|cliquant|validant|renseignant|m'inscrivant)\b[^.]{0,90} (?:vous acceptez|j'accepte|"
        r"vous reconnaissez|vous consentez)",
    ),
    ("article articles contenu", r"(?:est )?réservée?s? (?:à nos|aux) abonnés"),
    ("il", r"vous reste [\d.,]+\s?% de (?:cet article|ce texte|la)"),
    ("déjà", r"(?:abonné|inscrit)\w*\W*\?"),
    ("une", r"(?:erreur|faute|coquille)\b[^?]{0,40}\?"),
    (
        "al",
        r"(?:suscribir|registrar|inscribir|hacer clic|enviar|continuar)\w*\b[^.]{0,60} (?:aceptas?|aceptás|acepto|usted acepta)",
    ),
    ("contenido artículo nota", r"exclusiv[oa] (?:para|de) (?:nuestros )?(?:suscriptores|socios|abonados)"),
    (
        "este el esta",
        r"(?:resumen|audio|artículo|texto|nota)\b[^.]{0,20} (?:ha sido|fue|es) (?:generad|cread|traducid|elaborad|redactad)[oa] "
        r"(?:por|con|mediante) [^.]{0,20}(?:ia\b|inteligencia|automátic)",
    ),
    ("¿has ¿encontraste ¿ves ¿viste", r"(?:encontrado |visto )?(?:un|algún) error"),
    ("¿ya ¿eres ¿sos", r"(?:eres |sos )?(?:suscriptora?|socio|socia)\b"),
    (
        "ao",
        r"(?:assinar|inscrever-se|se inscrever|se cadastrar|clicar|continuar)\b[^.]{0,60} (?:concorda|aceita|você concorda)",
    ),
    ("conteúdo artigo", r"exclusivo para (?:\w+ )?assinantes"),
    (
        "este o esta",
        r"(?:resumo|áudio|texto|conteúdo) (?:foi|é) (?:gerado|criado|produzido|traduzido) (?:por|com) "
        r"[^.]{0,20}(?:ia\b|inteligência)",
    ),
    ("vídeos", r"(?:mais (?:assistidos|vistos)|veja|tudo sobre|os mais|assista)"),
    (
        "veja leia confira",
        r"(?:mais|outras|todas as|aqui) (?:as )?(?:notícias|reportagens) (?:da região|do estado|da cidade|d[eoa]s?|em|n[oa]) ",
    ),
    ("iscrivendoti cliccando registrandoti", r"[^.]{0,60}\b(?:accetti|dichiari|acconsenti)"),
    ("contenuto articolo", r"(?:riservato|esclusivo) (?:agli|per gli) abbonati"),
    ("vai", r"a tutte le notizie (?:di|su|del)"),
    ("hai", r"(?:notato|trovato) un errore"),
    ("door", r"(?:je|u|op|hieronder)\b[^.]{0,60} (?:ga je|gaat u|ga ik) akkoord"),
    ("dit het", r"artikel is (?:alleen |exclusief )?(?:beschikbaar |toegankelijk )?voor abonnees"),
    ("foutje fout taalfout tikfout", r"(?:gezien|gevonden|ontdekt)\?"),
    ("heb heeft", r"(?:je|u) een (?:tip|fout|nieuwstip)\b[^?]{0,60}\?"),
    (
        "sammanfattningen sammendraget oppsummeringen opsummeringen resuméet lydversjonen ljudversionen",
        r"[^.]{0,60}(?:\bai\b|\bki\b|kunstig|artificiell)",
    ),
    ("har", r"du (?:et |ett |flere |fler )?(?:nyhets|nyheds)?(?:tips|tip|opplysninger)\b[^?]{0,60}\?"),
    ("send sänd skicka", r"(?:oss |os )?(?:gjerne |gärna |gerne )?(?:bilder|tips|billeder|bilder och)\b"),
    ("voit", r"(?:keskustella|kommentoida) (?:aiheesta|juttua)"),
    ("mitä", r"(?:mieltä|ajatuksia)\b[^?]{0,60}\?[^.?]{0,10}\b(?:voit|kerro|keskustele|kommentoi)"),
    ("huomasitko", r"(?:jutussa )?virheen"),
    ("więcej", r"(?:informacji|wiadomości|artykułów|newsów) (?:znajdziesz|znajdziecie|przeczytasz|z|na stronie)\b"),
    ("dziękujemy", r"\W*że (?:przeczyta|z nami|jeste)\w*"),
    ("dalszy", r"ciąg (?:materiału|artykułu|tekstu|wideo) (?:pod|poniżej)"),
    ("masz", r"(?:dla nas )?(?:ciekawy )?(?:temat|informacj\w+|newsa)\b[^?]{0,40}\?"),
    ("zauważyłeś widzisz", r"(?:\w+ )?(?:błąd|literówkę)"),
    ("našli nalezli", r"jste (?:v \w+ )?(?:chybu|překlep)"),
    ("hibát", r"(?:talált|találtál|észlelt)"),
    ("ai", r"(?:observat|găsit) o (?:eroare|greșeală)"),
    ("если", r"вы (?:нашли|заметили|обнаружили|увидели) (?:ошибку|опечатку)"),
    ("нашли заметили", r"(?:ошибку|опечатку|неточность)\W"),
    ("якщо", r"ви (?:помітили|знайшли|побачили) помилку"),
    ("помітили знайшли", r"помилку\W"),
    ("uočili primijetili primetili", r"(?:ste )?(?:grešku|pogrešku|pogreške)"),
    ("borítókép nyitókép címlapkép titelbild beitragsbild aufmacherbild", r"\w"),
    (
        "updated aktualisiert actualizado actualizada actualización aggiornato bijgewerkt uppdaterad oppdatert opdateret"
        " aktualizováno zaktualizowano обновлено оновлено güncelleme päivitetty atualizado ažurirano actualizat",
        r"[^.!?]{0,30}\d[^.!?]{0,20}$",
    ),
    ("mis mise", r"à jour\W{1,3}[^.!?]{0,30}\d[^.!?]{0,20}$"),
    (
        "live last zuletzt sist senast laatste",
        r"(?:updated|update|aktualisiert|oppdatert|opdateret|uppdaterad|bijgewerkt)\W{1,3}[^.!?]{0,30}\d[^.!?]{0,20}$",
    ),
    ("fot", r"[^.]{2,60}\.?$"),
    ("cover featured kiemelt lead", r"(?:photo|image|picture|kép)\b[^:]{0,20}:"),
    ("foto imagen imagem kapak", r"(?:de portada|de capa|di copertina|fotoğrafı|görseli|destacada)\b[^:]{0,10}:"),
)
_BY_WORD: Final = frozenset(word for words, _ in _ROWS for word in words.split())
_SIGN_UP: Final = frozenset("by privacy mit en al ao iscrivendoti cliccando registrandoti door".split())
_AROUND: Final = " ([{*–—-:,.\"'»«•>_"


def is_page_note(said: str) -> bool:
    """Whether a text, case folded, is such a line.

    >>> is_page_note("we may earn a commission from links on this page."), is_page_note("we may earn the right to play.")
    (True, False)
    """
    first, _, rest = said.lstrip(_AROUND).partition(" ")
    word = first.rstrip(_AROUND)
    return word in _BY_WORD and _going_on(word).match(rest) is not None


def is_sign_up_note(text: str) -> bool:
    """Whether a text is what stands under a form: "By signing up you agree to our terms"."""
    return text.partition(" ")[0].casefold() in _SIGN_UP and is_page_note(text.casefold())


@cache
def _going_on(word: str) -> re.Pattern[str]:
    """Return how a line that begins with a word goes on; compiled when one does."""
    return re.compile(any_of(goes_on for words, goes_on in _ROWS if word in words.split()))
