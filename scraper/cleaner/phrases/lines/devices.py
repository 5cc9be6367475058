"""Notices to subscribers that their account is in use on another device, as papers show them in front of the text."""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

# A court, too, hears of messages on other devices: what tells is the paper's "this message", "here", "this account".
# And where it ends: others go on, with who says so or what came of it.
_ENDS: Final = r"(?:\W{0,3}$|\. )"

DEVICES: Final[Rows] = (
    ("ce", rf"message s'affichera sur l'autre appareil{_ENDS}"),
    ("lecture", r"d(?:u|e|es|e la|e l') ?[^.]{2,40} en cours sur un autre appareil\W*$"),
    ("vous", r"(?:pouvez|ne pouvez) lire [^.]{2,50} (?:que )?sur un (?:seul )?appareil à la fois(?:\W*$| \()"),
    ("parce", r"qu'une autre personne \(ou vous\) est en train de lire\b"),
    ("en", r"cliquant sur \W{0,3}continuer à lire ici\b"),
    ("pourquoi", r"voyez-vous ce message\s?\?\W*$"),
    ("comment", r"ne plus voir ce message\s?\?\W*$"),
    ("que", r"se passera-t-il si vous continuez à lire ici\s?\?\W*$"),
    ("vous", r"ignorez qui est l'autre personne\s?\?\W*$"),
    ("non", r"\W{1,3}vous pouvez vous connecter avec votre compte sur autant d'appareils\b"),
    ("tu su", rf"suscripción se está (?:usando|utilizando) en otro dispositivo{_ENDS}"),
    ("si", r"continúas leyendo en este dispositivo, no se podrá leer en el otro\W*$"),
    ("si", rf"quieres compartir tu cuenta, (?:cambia|mejora|amplía) tu suscripción{_ENDS}"),
    ("si", r"decides continuar compartiendo tu cuenta, este mensaje\b"),
    ("en", r"el caso de no saber quién está usando tu cuenta\b"),
    ("quieres", rf"añadir otro usuario a tu suscripción{_ENDS}"),
    ("por", r"qué estás viendo (?:esto|este mensaje)\?\W*$"),
    ("a sua", rf"(?:sua )?assinatura está sendo usada em outro dispositivo{_ENDS}"),
    ("il tuo", rf"(?:tuo )?account (?:è in uso|viene usato|è già connesso) su un altro dispositivo{_ENDS}"),
    (
        "ihr dein",
        rf"(?:abo|abonnement|konto|zugang) wird (?:gerade |bereits )?auf einem anderen gerät (?:genutzt|verwendet){_ENDS}",
    ),
    (
        "je uw",
        rf"(?:abonnement|account) (?:is|wordt) (?:al |momenteel )?(?:in gebruik|gebruikt) op een ander apparaat{_ENDS}",
    ),
    ("your", rf"(?:account|subscription) is (?:currently |already )?(?:being used|in use) on another device{_ENDS}"),
    (
        "you're you",
        rf"(?:are )?(?:currently |already )?(?:reading|logged in|signed in) on (?:another device|too many devices){_ENDS}",
    ),
    ("you", r"signed (?:in|out) (?:with|in) another tab or window\. reload to refresh\b"),
)
