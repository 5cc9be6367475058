"""Who is asked to sign in goes; other questions to those who have an account stay."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

ASKED = [
    "Sie haben bereits ein Abo? Melden Sie sich an, um weiterzulesen.",
    "Vous êtes déjà abonné ? Connectez-vous",
    "¿Ya es suscriptor? Inicie sesión para seguir leyendo.",
    "¿Ya tienes una suscripción? Inicia sesión",
    "Já é assinante? Faça login",
    "Sei già abbonato? Accedi",
    "Hai già un abbonamento? Accedi qui",
    "Al abonnee? Log in",
    "Heeft u al een abonnement? Log in",
    "Redan prenumerant? Logga in",
    "Har du allerede abonnement? Logg inn",
    "Har du allerede et abonnement? Log ind",
    "Oletko jo tilaaja? Kirjaudu sisään",
    "Masz już subskrypcję? Zaloguj się, aby czytać dalej.",
    "Již máte předplatné? Přihlaste se",
    "Máte předplatné? Přihlaste se",
    "Már előfizető? Jelentkezzen be",
    "Ești deja abonat? Autentifică-te",
    "Уже есть подписка? Войдите, чтобы читать дальше.",
    "Вже маєте підписку? Увійдіть",
    "Είστε ήδη συνδρομητής; Συνδεθείτε",
    "Zaten abone misiniz? Okumaya devam etmek için giriş yapın.",
    "هل أنت مشترك؟ سجل الدخول لمتابعة القراءة.",
    "כבר מנוי? התחבר",
    "すでに会員の方はログインしてください。",
    "已经是会员？请登录后继续阅读。",
    "已經是會員？請登入",
    "이미 구독 중이신가요? 로그인하고 계속 읽으세요.",
    "Sudah berlangganan? Masuk di sini",
    "Đã là thành viên? Đăng nhập",
    "Haben Sie bereits ein Konto? Melden Sie sich hier an.",
    "Vous avez déjà un compte ? Connectez-vous",
    "¿Ya tienes cuenta? Inicia sesión aquí",
    "Já tem conta? Faça login",
    "Hai già un account? Accedi qui.",
    "Masz już konto? Zaloguj się",
]
STATEMENTS = [
    "Haben Sie schon ein Konto? Melden Sie sich dann beim Finanzamt an.",
    "Vous avez déjà un compte ? Connectez-vous sur le site des impôts avec votre numéro fiscal.",
    "¿Ya tiene cuenta? Ingrese a la web de la Seguridad Social con su clave.",
    "Já é cliente? Entre no aplicativo da Caixa e consulte o saldo.",
    "Sei già iscritto? Entra nel sito del Ministero con lo Spid.",
    "Heeft u al een account? Log in bij de Belastingdienst met DigiD.",
    "Har du redan konto? Logga in på Försäkringskassans webb med bank-id.",
    "Masz już konto? Zaloguj się na stronie ZUS.",
    "Уже есть аккаунт? Войдите на портал Госуслуг и выберите заявление.",
    "Sudah punya akun? Masuk ke laman Kemensos dan isi NIK.",
    "Bạn đã có tài khoản? Đăng nhập vào VNeID và chọn mục hộ chiếu.",
    "会員の方はログインして投票できる、と球団は説明した。",
    "已有账号，登录12306即可购票。",
    "Haben Sie bereits ein Abo? Dann droht nun eine Nachzahlung, warnt der Verband.",
    "Vous êtes déjà abonné ? La hausse vous concerne.",
    "¿Ya tienes una cuenta? El banco cobrará desde mayo.",
    "Já tem conta? O banco explica as novas regras.",
    "Har du redan ett konto i banken? Då kan du låsa räntan.",
    "Masz już konto? Bank ostrzega przed oszustami.",
    "Уже есть подписка? С мая она подорожает.",
    "Zaten üye misiniz? Yeni kurallar mayısta başlıyor.",
    "هل لديك حساب؟ البنك يحذر من الاحتيال.",
    "会员のたより",
    "已经是会员的人数达到三千",
    "이미 회원이신가요? 협회는 그렇게 물었다.",
]


@pytest.mark.parametrize("line", ASKED)
def test_who_has_a_subscription_is_asked_to_sign_in(line):
    assert tell_line(line) in {LineKind.NOTICE, LineKind.TERMS}


@pytest.mark.parametrize("statement", STATEMENTS)
def test_what_else_those_who_have_an_account_are_asked_stays(statement):
    assert tell_line(statement) is None
