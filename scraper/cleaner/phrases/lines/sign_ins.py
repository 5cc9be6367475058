"""Who has a subscription is asked to sign in: a question to the reader, and right after it what to do, in the languages of news.

Both have to be there: banks and ministries ask whether somebody has an account, too, and go on in other words. 30 such lines
were put as paragraphs into written pages of their languages (2026-11-28): 102 of 120 stayed before, none since.
"""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

_ASKED: Final = r"\s?[?;؟？]\W*"

SIGN_INS: Final[Rows] = (
    (
        "sie du haben hast",
        r"(?:haben |hast |sie |du )?(?:bereits|schon) (?:ein (?:abo|abonnement|konto|digitalabo)|abonnent\w*|kunde|registriert)"
        rf"{_ASKED}(?:hier |jetzt |dann )?(?:melden sie sich|melde dich|loggen sie sich|anmelden|einloggen|zum login)",
    ),
    (
        "vous",
        rf"(?:êtes|avez) déjà (?:abonnée?|inscrite?|un compte|un abonnement){_ASKED}(?:connectez|identifiez|se connecter|je me)",
    ),
    (
        "ya",
        rf"(?:es|tiene|tienes|tenés) (?:un[a]? )?(?:suscriptora?|suscripción|cuenta|usuario|abonad[oa]|soci[oa]){_ASKED}"
        r"(?:inici[aeá]|ingres[aeá]|acced[ae]|entr[aeá]|identifí\w+)",
    ),
    (
        "já",
        r"(?:é|tem) (?:um[a]? )?(?:assinante|assinatura|conta|cadastr\w+|cliente)"
        rf"{_ASKED}(?:faça|entre|acesse|inicie|clique|login)",
    ),
    (
        "sei hai",
        r"già (?:un |una )?(?:abbonat[oa]|abbonamento|registrat[oa]|account|iscritt[oa])"
        rf"{_ASKED}(?:accedi|fai (?:il )?login|entra|effettua)",
    ),
    (
        "al heeft heb bent ben",
        rf"(?:(?:u|je|jij) (?:al|reeds) (?:een )?)?(?:abonnement|abonnee|account|lid){_ASKED}(?:log|meld|inloggen|aanmelden)",
    ),
    (
        "redan är har allerede er",
        r"(?:(?:du|ni) (?:redan|allerede) (?:et |ett |en )?)?(?:prenumerant|prenumeration|abonnent|"
        r"abonnement|konto|kunde|bruker|medlem)"
        rf"{_ASKED}(?:logga|logg|log) (?:in|inn|ind)\b",
    ),
    ("oletko onko", rf"(?:sinulla )?jo (?:tilaaja|tilaus|tunnus|tunnukset|jäsen){_ASKED}kirjaudu\b"),
    ("masz jesteś", rf"już (?:subskrypcję|prenumeratę|konto|dostęp|subskrybent\w+|prenumerator\w+){_ASKED}zaloguj\b"),
    (
        "již už máte jste",
        r"(?:(?:již|už|máte|jste) )?(?:předplatné|předplatitel\w*|predplatné|účet|konto)"
        rf"{_ASKED}(?:přihlaste|prihláste|přihlásit|prihlásiť)",
    ),
    (
        "már",
        r"(?:előfizető\w*|előfizetése van|regisztrált|van (?:előfizetése|fiókja))"
        rf"{_ASKED}(?:jelentkez|lépj|lépjen|belépés|bejelentkezés)",
    ),
    (
        "ești sunteți ai aveți",
        rf"deja (?:abonat\w*|cont|un cont|abonament|un abonament){_ASKED}(?:autentific|conecteaz|intr[ăa]|loghea)",
    ),
    ("уже", rf"(?:есть|оформили|являетесь) (?:подписк\w|аккаунт|подписчик\w*){_ASKED}(?:войдите|войти|авторизуйтесь)"),
    (
        "вже",
        rf"(?:маєте|є|оформили) (?:підписк\w|акаунт|передплат\w|передплатник\w*){_ASKED}(?:увійдіть|увійти|авторизуйтесь)",
    ),
    ("είστε έχετε", rf"ήδη (?:συνδρομητ\w+|συνδρομή|μέλος|λογαριασμό){_ASKED}(?:συνδεθείτε|σύνδεση)"),
    (
        "zaten",
        rf"(?:abone|üye|aboneliğiniz|hesabınız) (?:misiniz|mısınız|misin|var mı){_ASKED}(?:\w+ ){{0,4}}giriş yap",
    ),
    ("هل", rf"(?:أنت |لديك )(?:مشترك|اشتراك|حساب|عضو)\w{{0,2}}(?: بالفعل)?{_ASKED}(?:سجل|سجّل|تسجيل) (?:الدخول|دخول)"),
    ("כבר", rf"(?:מנוי|מנויים|רשום|רשומים){_ASKED}(?:התחבר|להתחברות|היכנס|לכניסה)"),
    ("sudah", rf"(?:berlangganan|punya akun|jadi member){_ASKED}(?:masuk|login|log in)"),
    ("đã bạn", rf"(?:đã )?(?:là thành viên|có tài khoản|đăng ký){_ASKED}(?:đăng nhập|mời bạn đăng nhập)"),
)
# The same where no blanks stand between words.
WIDE_SIGN_INS: Final = (
    r"(?:すでに|既に)?(?:有料)?会員(?:登録)?(?:済み)?の(?:方|かた)は(?:こちら(?:から|で))?ログイン"
    r"|(?:已经?是|已經是|已有)(?:会员|會員|订阅用户|訂閱用戶|账号|帳號)(?:了)?[？?，,]\s?[请請]?(?:直接)?(?:登录|登入)"
    r"|이미 (?:구독 중|회원|구독자)이신가요[?？]\s?로그인"
)
