"""That an account is in use on another device is the paper's notice; what others say of devices is text."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

NOTICES = [
    "Ce message s’affichera sur l’autre appareil. Ce dernier restera connecté avec ce compte.",
    "Lecture de La Digue en cours sur un autre appareil.",
    "Vous pouvez lire La Digue sur un seul appareil à la fois",
    "Vous ne pouvez lire La Digue que sur un seul appareil à la fois (ordinateur, téléphone ou tablette).",
    "Parce qu’une autre personne (ou vous) est en train de lire La Digue avec ce compte.",
    "En cliquant sur « Continuer à lire ici », vous vous assurez que vous êtes seule.",
    "Comment ne plus voir ce message ?",
    "Tu suscripción se está usando en otro dispositivo",
    "Si continúas leyendo en este dispositivo, no se podrá leer en el otro.",
    "Your account is being used on another device.",
    "Ihr Konto wird gerade auf einem anderen Gerät genutzt.",
    "You signed in with another tab or window. Reload to refresh your session. You signed out in another tab or window.",
]
SAID = [
    "Your account is being used on another device: so begins the mail that cost her 900 pounds.",
    "Your subscription is in use on another device, the service tells those who share it.",
    "You’re signed in on another device when the thief has your phone.",
    "Il tuo account è in uso su un altro dispositivo: che cosa fare",
    "Ihr Konto wird bereits auf einem anderen Gerät verwendet: So lautet die Meldung der Bande.",
    "¿Quieres añadir otro usuario a tu suscripción? La plataforma cobrará seis euros.",
    "Ce message a été envoyé depuis un autre appareil, selon l’enquête.",
    "Vous pouvez lire ses poèmes dans un seul recueil.",
    "Lecture de Racine en cours de soirée",
    "En cliquant sur le lien, les victimes ouvraient leur compte.",
    "Pourquoi voyez-vous ce film comme un message ?",
    "Your account of the fire is on another page.",
    "Tu suscripción es tu voto, dijo el presidente del club.",
    "Si quieres compartir tu cuenta de la cena, avisa al camarero.",
    "You are reading on too little sleep, she told him.",
    "You signed out in another tab or window, so the bank asked for your name again.",
    "Por qué estás viendo esto con miedo, preguntó.",
]


@pytest.mark.parametrize("line", NOTICES)
def test_an_account_in_use_elsewhere_is_a_notice(line):
    assert tell_line(line) is LineKind.NOTICE


@pytest.mark.parametrize("line", SAID)
def test_what_others_say_stays(line):
    assert tell_line(line) is None
