"""What firms and offices have under each of their mails, in texts that were sent out or copied from one: whom it is meant for.

A court or an article tells of one mail, and says "the"; these say "this message", and what its reader must do.
"""

from typing import Final

from scraper.cleaner.phrases.lines.rows import LineKind, LineList, Rows

MAX_CHARS: Final = 1_200

_SECRET: Final = (
    r"(?:confiden[tcz]\w*|confidentie\w*|privileged|privé\w*|riservat\w+|vertraulich\w*|vertrouwelijk\w*|fortrolig\w*"
    r"|konfidentiell\w*"
    r"|konfidenti\w*|luottamukselli\w*|poufn\w*|důvěrn\w*|dôvern\w*|povjerljiv\w*|poverljiv\w*|bizalmas\w*|gizli\w*"
    r"|конфиденциал\w*"
    r"|конфіденц\w*|поверителн\w*|εμπιστευτικ\w*)"
)
_AND: Final = r"[^.]{0,140}?"

ROWS: Final[Rows] = (
    (
        "this",
        rf"(?:e-?mail|message|transmission|communication)\b(?: message| transmission)?(?:,? (?:and|including) {_AND})?,? "
        rf"(?:is|are|may be|may contain|contains?|is intended|are intended)\b{_AND}\b(?:{_SECRET}|(?:solely|only) for the"
        r"|intended recipient|intended only|addressee)",
    ),
    (
        "the",
        r"(?:information|contents?) (?:contained |transmitted )?(?:in |with |of )?this (?:e-?mail|message|transmission"
        r"|communication)\b"
        rf"{_AND}\b(?:{_SECRET}|intended|addressee)",
    ),
    ("if", r"you (?:are not the intended recipient|have received this (?:e-?mail|message|communication) in error)\b"),
    (
        "diese dieses",
        rf"(?:e-?mail|nachricht|mitteilung|schreiben)\b{_AND}\b(?:enthält|kann|können|ist|sind)\b{_AND}\b{_SECRET}",
    ),
    ("der die", rf"(?:inhalt|informationen|angaben) (?:in )?dieser (?:e-?mail|nachricht)\b{_AND}\b{_SECRET}"),
    (
        "wenn falls sollten",
        r"sie (?:nicht der (?:richtige|beabsichtigte) (?:adressat|empfänger)|diese (?:e-?mail|nachricht) irrtümlich)\b",
    ),
    (
        "ce le cet",
        r"(?:présent |présente )?(?:message|courriel|mail|e-?mail)(?: électronique)?\b"
        rf"{_AND}\b(?:pièces? jointes?|fichiers? joints?|destinataires?)\b{_AND}\b(?:{_SECRET}|exclusi\w+|usage)",
    ),
    ("les", rf"informations contenues dans (?:ce|cet|le présent) (?:message|courriel|mail|e-?mail)\b{_AND}\b{_SECRET}"),
    (
        "este el esta a",
        r"(?:presente )?(?:mensaje|correo|mensagem|e-?mail)(?: electrónico| eletrônica| eletrónica)?\b"
        rf"{_AND}\b(?:adjuntos?|anexos?|archivos?|destinat[aá]ri[oa]s?)\b{_AND}\b(?:{_SECRET}|exclusi\w+)",
    ),
    (
        "la a",
        rf"(?:información contenida|informação contida) (?:en|neste|nesta) (?:este |esta )?(?:mensaje|correo|e-?mail"
        rf"|mensagem|comunicación)\b{_AND}\b{_SECRET}",
    ),
    (
        "le",
        r"informazioni contenute (?:nella presente|nel presente|in quest[oa]) (?:comunicazione|messaggio|e-?mail|mail)\b"
        rf"{_AND}\b(?:{_SECRET}|destinat\w+)",
    ),
    (
        "questo il la",
        rf"(?:presente )?(?:messaggio|e-?mail|comunicazione)\b{_AND}\b(?:allegati|destinatari\w?)\b{_AND}\b(?:{_SECRET}"
        rf"|esclusiv\w+)",
    ),
    ("dit deze", rf"(?:e-?mail)?(?:bericht|e-?mail)?\b{_AND}\b(?:bijlagen?|geadresseerde)\b{_AND}\b{_SECRET}"),
    (
        "de",
        rf"informatie (?:verzonden met|in) (?:dit|deze) (?:e-?mail)?(?:bericht|e-?mail)?\b{_AND}\b(?:{_SECRET}|uitsluitend)",
    ),
    (
        "denne detta dette",
        rf"(?:e-?mail|e-?posten?|mail|meddelande|melding|meddelelse)(?:meddelande|melding)?\b{_AND}\b(?:{_SECRET}"
        rf"|kun for adressaten)",
    ),
    ("niniejsza ta", rf"(?:wiadomość|korespondencja)\b{_AND}\b(?:załącznik\w*|adresat\w*)\b{_AND}\b{_SECRET}"),
    (
        "tato táto ova",
        rf"(?:zpráva|správa|poruka|e-?mail\w*)\b{_AND}\b(?:příloh\w*|príloh\w*|prilo[zg]\w*|adresát\w*"
        rf"|primatelj\w*)\b{_AND}\b{_SECRET}",
    ),
    (
        "данное настоящее это",
        rf"(?:электронное )?(?:сообщение|письмо)\b{_AND}\b(?:вложени\w*|адресат\w*|приложени\w*)\b{_AND}\b{_SECRET}",
    ),
)

MAILS: Final = LineList(kind=LineKind.NOTICE, max_chars=MAX_CHARS, rows=ROWS, headings=False)
