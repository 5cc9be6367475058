"""Who has a subscription is asked to sign in: a question to the reader, and right after it what to do, in the languages of news.

Both have to be there: banks and ministries ask whether somebody has an account, too, and go on in other words, or say where:
"Accedi al sito dell'INPS con Spid". 30 such lines were put as paragraphs into written pages of their languages (2026-11-28):
102 of 120 stayed before, none since.
"""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

_ASKED: Final = r"\s?[?;؟？]\W*"
# Who has an account, wherever that may be, is told in a few words.
_BRIEFLY: Final = r"(?=[^?;؟？]*[?;؟？]\W*(?:\S+ sie sich \S+(?: \S+)?|\S+(?:\s+\S+){0,3})\s*$)"

SIGN_INS: Final[Rows] = (
    (
        "sie du haben hast",
        r"(?:haben |hast |sie |du )?(?:bereits|schon) (?:ein (?:abo|abonnement|digitalabo)|abonnent\w*|"
        rf"(?:ein konto|kunde|registriert){_BRIEFLY})"
        rf"{_ASKED}(?:hier |jetzt |dann )?(?:melden sie sich|melde dich|loggen sie sich|anmelden|einloggen|zum login)",
    ),
    (
        "vous",
        rf"(?:êtes|avez) déjà (?:abonnée?|un abonnement|(?:inscrite?|un compte){_BRIEFLY})"
        rf"{_ASKED}(?:connectez|identifiez|se connecter|je me)",
    ),
    (
        "ya",
        rf"(?:es|tiene|tienes|tenés) (?:un[a]? )?(?:suscriptora?|suscripción|abonad[oa]|(?:cuenta|usuario|soci[oa]){_BRIEFLY})"
        rf"{_ASKED}"
        r"(?:inici[aeá]|ingres[aeá]|acced[ae]|entr[aeá]|identifí\w+)",
    ),
    (
        "já",
        rf"(?:é|tem) (?:um[a]? )?(?:assinante|assinatura|(?:conta|cadastr\w+|cliente){_BRIEFLY})"
        rf"{_ASKED}(?:faça|entre|acesse|inicie|clique|login)",
    ),
    (
        "sei hai",
        rf"già (?:un |una )?(?:abbonat[oa]|abbonamento|(?:registrat[oa]|account|iscritt[oa]){_BRIEFLY})"
        rf"{_ASKED}(?:accedi|fai (?:il )?login|entra|effettua)",
    ),
    (
        "al heeft heb bent ben",
        rf"(?:(?:u|je|jij) (?:al|reeds) (?:een )?)?(?:abonnement|abonnee|(?:account|lid){_BRIEFLY})"
        rf"{_ASKED}(?:log|meld|inloggen|aanmelden)",
    ),
    (
        "redan är har allerede er",
        r"(?:(?:du|ni) (?:redan|allerede) (?:et |ett |en )?)?(?:prenumerant|prenumeration|abonnent|"
        rf"abonnement|(?:konto|kunde|bruker|medlem){_BRIEFLY})"
        rf"{_ASKED}(?:logga|logg|log) (?:in|inn|ind)\b",
    ),
    ("oletko onko", rf"(?:sinulla )?jo (?:tilaaja|tilaus|(?:tunnus|tunnukset|jäsen){_BRIEFLY}){_ASKED}kirjaudu\b"),
    (
        "masz jesteś",
        rf"już (?:subskrypcję|prenumeratę|subskrybent\w+|prenumerator\w+|(?:konto|dostęp){_BRIEFLY}){_ASKED}zaloguj\b",
    ),
    (
        "již už máte jste",
        rf"(?:(?:již|už|máte|jste) )?(?:předplatné|předplatitel\w*|predplatné|(?:účet|konto){_BRIEFLY})"
        rf"{_ASKED}(?:přihlaste|prihláste|přihlásit|prihlásiť)",
    ),
    (
        "már",
        rf"(?:előfizető\w*|előfizetése van|van előfizetése|(?:regisztrált|van fiókja){_BRIEFLY})"
        rf"{_ASKED}(?:jelentkez|lépj|lépjen|belépés|bejelentkezés)",
    ),
    (
        "ești sunteți ai aveți",
        rf"deja (?:abonat\w*|abonament|un abonament|(?:cont|un cont){_BRIEFLY}){_ASKED}(?:autentific|conecteaz|intr[ăa]|loghea)",
    ),
    (
        "уже",
        rf"(?:есть|оформили|являетесь) (?:подписк\w|подписчик\w*|(?:аккаунт){_BRIEFLY}){_ASKED}(?:войдите|войти|авторизуйтесь)",
    ),
    (
        "вже",
        rf"(?:маєте|є|оформили) (?:підписк\w|передплат\w|передплатник\w*|(?:акаунт){_BRIEFLY})"
        rf"{_ASKED}(?:увійдіть|увійти|авторизуйтесь)",
    ),
    ("είστε έχετε", rf"ήδη (?:συνδρομητ\w+|συνδρομή|(?:μέλος|λογαριασμό){_BRIEFLY}){_ASKED}(?:συνδεθείτε|σύνδεση)"),
    (
        "zaten",
        rf"(?:abone|aboneliğiniz|(?:üye|hesabınız){_BRIEFLY}) (?:misiniz|mısınız|misin|var mı){_ASKED}(?:\w+ ){{0,4}}giriş yap",
    ),
    (
        "هل",
        rf"(?:أنت |لديك )(?:مشترك|اشتراك|(?:حساب|عضو){_BRIEFLY})\w{{0,2}}(?: بالفعل)?{_ASKED}(?:سجل|سجّل|تسجيل) (?:الدخول|دخول)",
    ),
    ("כבר", rf"(?:מנוי|מנויים|(?:רשום|רשומים){_BRIEFLY}){_ASKED}(?:התחבר|להתחברות|היכנס|לכניסה)"),
    ("sudah", rf"(?:berlangganan|(?:punya akun|jadi member){_BRIEFLY}){_ASKED}(?:masuk|login|log in)"),
    ("đã bạn", rf"(?:đã )?(?:là thành viên|có tài khoản|đăng ký){_BRIEFLY}{_ASKED}(?:đăng nhập|mời bạn đăng nhập)"),
)
# The same where no blanks stand between words.
WIDE_SIGN_INS: Final = (
    r"(?:すでに|既に)?(?:有料)?会員(?:登録)?(?:済み)?の(?:方|かた)は(?:こちら(?:から|で))?ログイン(?:してください|はこちら)?[。！]?$"
    r"|(?:已经?是|已經是|已有)(?:会员|會員|订阅用户|訂閱用戶|账号|帳號)(?:了)?[？?，,]\s?[请請]?(?:直接)?(?:登录|登入)(?:后继续|後繼續|\W*$)"
    r"|이미 (?:구독 중|회원|구독자)이신가요[?？]\s?로그인"
)
