"""What stands under each of an office's mails goes; what is told of mails stays."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

UNDER_MAILS = [
    "This e-mail and any attachments are confidential and intended solely for the use of the addressee.",
    "The information contained in this message is confidential and may be legally privileged.",
    "If you are not the intended recipient, please notify the sender and delete it.",
    "Diese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen.",
    "Ce message et toutes les pièces jointes sont établis à l’intention exclusive de ses destinataires et sont confidentiels.",
    "Este mensaje y sus archivos adjuntos van dirigidos exclusivamente a su destinatario y son confidenciales.",
    "Esta mensagem e seus anexos são destinados a seu destinatário e podem conter informação confidencial.",
    "Le informazioni contenute in questo messaggio sono riservate e destinate al solo destinatario.",
    "Dit bericht en de bijlagen zijn vertrouwelijk; bijlagen en geadresseerde vertrouwelijk.",
    "Denne e-mail kan indeholde fortrolige oplysninger.",
    "Niniejsza wiadomość oraz załączniki są przeznaczone dla adresata i poufne.",
    "Данное сообщение и вложения к нему предназначены адресату и являются конфиденциальными.",
]
TOLD = [
    "This message was clear to the members of the council, who kept it confidential.",
    "This e-mail is what convinced the jury.",
    "The information in this message from the king reached London in May.",
    "If you are not the winner, you keep the ticket.",
    "Diese Nachricht erreichte die Stadt am Abend.",
    "Ce message est celui d’un père à son fils.",
    "Este mensaje era para los vecinos del puerto.",
    "Le informazioni contenute nel dossier sono riservate, dice il giudice.",
    "Questo messaggio è arrivato a Roma in ritardo.",
    "Dit bericht kwam te laat voor de vissers.",
    "Denne melding kom klokken fire.",
    "Данное сообщение поступило в полицию ночью.",
]


@pytest.mark.parametrize("line", UNDER_MAILS)
def test_what_stands_under_each_mail_goes(line):
    assert tell_line(line) is LineKind.NOTICE
    assert tell_line(line + " Thank you." * 30) is LineKind.NOTICE  # longer than other notices


@pytest.mark.parametrize("line", TOLD)
def test_what_is_told_of_mails_stays(line):
    assert tell_line(line) is None
