"""Who has a subscription is asked to sign in: a question to the reader, and right after it what to do, in the languages of news.

Both have to be there: banks and ministries ask whether somebody has an account, too, and go on in other words, or say where:
"Accedi al sito dell'INPS con Spid". 30 such lines were put as paragraphs into written pages of their languages (2026-11-28):
102 of 120 stayed before, none since.
"""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

_ASKED: Final = r"\s?[?;؟？]\W*"
# Who has an account, wherever that may be, is told in a word or two.
_BRIEFLY: Final = r"(?(account)\S*(?:\s\S+){0,2}$)"

_ROWS: Final[Rows] = (
    (
        "sie du haben hast",
        r"(?:haben |hast |sie |du )?(?:bereits|schon) (?:ein (?:abo|abonnement|digitalabo)|abonnent\w*|"
        r"(?P<account>ein konto|kunde|registriert))"
        rf"{_ASKED}(?:hier |jetzt |dann )?(?:melden sie sich|melde dich|loggen sie sich|anmelden|einloggen|zum login)",
    ),
    (
        "vous",
        rf"(?:êtes|avez) déjà (?:abonnée?|un abonnement|(?P<account>inscrite?|un compte))"
        rf"{_ASKED}(?:connectez|identifiez|se connecter|je me)",
    ),
    (
        "ya",
        rf"(?:es|tiene|tienes|tenés) (?:un[a]? )?(?:suscriptora?|suscripción|abonad[oa]|(?P<account>cuenta|usuario|soci[oa]))"
        rf"{_ASKED}"
        r"(?:inici[aeá]|ingres[aeá]|acced[ae]|entr[aeá]|identifí\w+)",
    ),
    (
        "já",
        r"(?:é|tem) (?:um[a]? )?(?:assinante|assinatura|(?P<account>conta|cadastr\w+|cliente))"
        rf"{_ASKED}(?:faça|entre|acesse|inicie|clique|login)",
    ),
    (
        "sei hai",
        r"già (?:un |una )?(?:abbonat[oa]|abbonamento|(?P<account>registrat[oa]|account|iscritt[oa]))"
        rf"{_ASKED}(?:accedi|fai (?:il )?login|entra|effettua)",
    ),
    (
        "al heeft heb bent ben",
        rf"(?:(?:u|je|jij) (?:al|reeds) (?:een )?)?(?:abonnement|abonnee|(?P<account>account|lid))"
        rf"{_ASKED}(?:log|meld|inloggen|aanmelden)",
    ),
    (
        "redan är har allerede er",
        r"(?:(?:du|ni) (?:redan|allerede) (?:et |ett |en )?)?(?:prenumerant|prenumeration|abonnent|"
        r"abonnement|(?P<account>konto|kunde|bruker|medlem))"
        rf"{_ASKED}(?:logga|logg|log) (?:in|inn|ind)\b",
    ),
    ("oletko onko", rf"(?:sinulla )?jo (?:tilaaja|tilaus|(?P<account>tunnus|tunnukset|jäsen)){_ASKED}kirjaudu\b"),
    (
        "masz jesteś",
        rf"już (?:subskrypcję|prenumeratę|subskrybent\w+|prenumerator\w+|(?P<account>konto|dostęp)){_ASKED}zaloguj\b",
    ),
    (
        "již už máte jste",
        r"(?:(?:již|už|máte|jste) )?(?:předplatné|předplatitel\w*|predplatné|(?P<account>účet|konto))"
        rf"{_ASKED}(?:přihlaste|prihláste|přihlásit|prihlásiť)",
    ),
    (
        "már",
        r"(?:előfizető\w*|előfizetése van|van előfizetése|(?P<account>regisztrált|van fiókja))"
        rf"{_ASKED}(?:jelentkez|lépj|lépjen|belépés|bejelentkezés)",
    ),
    (
        "ești sunteți ai aveți",
        rf"deja (?:abonat\w*|abonament|un abonament|(?P<account>cont|un cont)){_ASKED}(?:autentific|conecteaz|intr[ăa]|loghea)",
    ),
    (
        "уже",
        rf"(?:есть|оформили|являетесь) (?:подписк\w|подписчик\w*|(?P<account>аккаунт)){_ASKED}(?:войдите|войти|авторизуйтесь)",
    ),
    (
        "вже",
        rf"(?:маєте|є|оформили) (?:підписк\w|передплат\w|передплатник\w*|(?P<account>акаунт))"
        rf"{_ASKED}(?:увійдіть|увійти|авторизуйтесь)",
    ),
    ("είστε έχετε", rf"ήδη (?:συνδρομητ\w+|συνδρομή|(?P<account>μέλος|λογαριασμό)){_ASKED}(?:συνδεθείτε|σύνδεση)"),
    (
        "zaten",
        rf"(?:abone|aboneliğiniz|(?P<account>üye|hesabınız)) (?:misiniz|mısınız|misin|var mı){_ASKED}(?:\w+ ){{0,4}}giriş yap",
    ),
    (
        "هل",
        rf"(?:أنت |لديك )(?:مشترك|اشتراك|(?P<account>حساب|عضو))\w{{0,2}}(?: بالفعل)?{_ASKED}(?:سجل|سجّل|تسجيل) (?:الدخول|دخول)",
    ),
    ("כבר", rf"(?:מנוי|מנויים|(?P<account>רשום|רשומים)){_ASKED}(?:התחבר|להתחברות|היכנס|לכניסה)"),
    ("sudah", rf"(?:berlangganan|(?P<account>punya akun|jadi member)){_ASKED}(?:masuk|login|log in)"),
    ("đã bạn", rf"(?:đã )?(?P<account>là thành viên|có tài khoản|đăng ký){_ASKED}(?:đăng nhập|mời bạn đăng nhập)"),
)
SIGN_INS: Final[Rows] = tuple((words, row + _BRIEFLY) for words, row in _ROWS)
# The same where no blanks stand between words.
WIDE_SIGN_INS: Final = (
    r"(?:すでに|既に)?(?:有料)?会員(?:登録)?(?:済み)?の(?:方|かた)は(?:こちら(?:から|で))?ログイン(?:してください|はこちら)?[。！]?$"
    r"|(?:已经?是|已經是|已有)(?:会员|會員|订阅用户|訂閱用戶|账号|帳號)(?:了)?[？?，,]\s?[请請]?(?:直接)?(?:登录|登入)(?:后继续|後繼續|\W*$)"
    r"|이미 (?:구독 중|회원|구독자)이신가요[?？]\s?로그인"
)
