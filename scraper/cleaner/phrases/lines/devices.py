"""Notices to subscribers that their account is in use on another device, as papers show them in front of the text."""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

# A court, too, hears of messages on other devices: what tells is the paper's "this message", "here", "this account".
DEVICES: Final[Rows] = (
    ("ce", r"message s'affichera sur l'autre appareil\b"),
    ("lecture", r"d(?:u|e|es|e la|e l') ?[^.]{2,40} en cours sur un autre appareil\W*$"),
    ("vous", r"(?:pouvez|ne pouvez) lire [^.]{2,50} (?:que )?sur un (?:seul )?appareil à la fois\b"),
    ("parce", r"qu'une autre personne \(ou vous\) est en train de lire\b"),
    ("en", r"cliquant sur \W{0,3}continuer à lire ici\b"),
    ("pourquoi", r"voyez-vous ce message\s?\?\W*$"),
    ("comment", r"ne plus voir ce message\s?\?\W*$"),
    ("que", r"se passera-t-il si vous continuez à lire ici\s?\?\W*$"),
    ("vous", r"ignorez qui est l'autre personne\s?\?"),
    ("non", r"\W{1,3}vous pouvez vous connecter avec votre compte sur autant d'appareils\b"),
    ("tu su", r"suscripción se está (?:usando|utilizando) en otro dispositivo\b"),
    ("si", r"continúas leyendo en este dispositivo, no se podrá leer en el otro\W*$"),
    ("si", r"quieres compartir tu cuenta, (?:cambia|mejora|amplía) tu suscripción\b"),
    ("si", r"decides continuar compartiendo tu cuenta, este mensaje\b"),
    ("en", r"el caso de no saber quién está usando tu cuenta\b"),
    ("quieres", r"añadir otro usuario a tu suscripción\?"),
    ("por", r"qué estás viendo (?:esto|este mensaje)\?\W*$"),
    ("a sua", r"(?:sua )?assinatura está sendo usada em outro dispositivo\b"),
    ("il tuo", r"(?:tuo )?account (?:è in uso|viene usato|è già connesso) su un altro dispositivo\b"),
    (
        "ihr dein",
        r"(?:abo|abonnement|konto|zugang) wird (?:gerade |bereits )?auf einem anderen gerät (?:genutzt|verwendet)\b",
    ),
    (
        "je uw",
        r"(?:abonnement|account) (?:is|wordt) (?:al |momenteel )?(?:in gebruik|gebruikt) op een ander apparaat\b",
    ),
    ("your", r"(?:account|subscription) is (?:currently |already )?(?:being used|in use) on another device\b"),
    (
        "you're you",
        r"(?:are )?(?:currently |already )?(?:reading|logged in|signed in) on (?:another device|too many devices)\b[^.]{0,40}\.",
    ),
)
