"""Pleas to the reader inside and under the body go; what is told of the same media stays."""

import pytest

from scraper import clean
from scraper.cleaner.rules.lines import tell_line
from tests.cleaner.rules.lines.pier import PARAGRAPHS, paragraphs_of_page_with

PLEAS = [
    "▶제보는 카카오톡 okjebo",
    "Dapatkan update berita pilihan setiap hari dari Suara Harian. Mari bergabung di Grup Telegram, caranya klik link "
    "https://t.example/suara, kemudian join. Anda harus install aplikasi Telegram terlebih dulu di ponsel.",
    "Follow Harbour Notes on Facebook and Instagram.",
    "For the latest stories and breaking news, download the Harbour app for iOS and Android.",
    "Subscribe now to our eHARBOUR edition for the full story.",
    "Like this article? Sign up for our weekly newsletter.",
    "If you enjoyed this story, become a member.",
    "Get the latest news straight to your phone with the Harbour app.",
    "Join our WhatsApp channel",
    "Never miss a story: our newsletter comes every morning.",
    "Folgen Sie uns auf Facebook und Instagram.",
    "Jetzt den Newsletter der Hafennachrichten abonnieren!",
    "Melden Sie sich für unseren Newsletter an.",
    "Suivez-nous sur Facebook et Twitter.",
    "Pour ne rien manquer, inscrivez-vous à notre newsletter.",
    "Síguenos en Facebook, Twitter e Instagram.",
    "¿Quieres recibir las noticias del puerto? Únete a nuestro canal de WhatsApp.",
    "Suscríbete a nuestra newsletter",
    "Siga o Porto no Instagram e no Facebook.",
    "En son gelişmeler için Google News'te Takip Et butonuna basmayı unutmayın.",
    "Gelişmeleri kaçırmamak için mobil uygulamamızı indirin.",
    "देश की हर खबर पढ़ने के लिए डाउनलोड करें हमारा ऐप।",
    "A legfrissebb hírekért kövess minket a Facebookon!",
    "Urmăriţi Portul şi pe Google News",
    "Pour ne rien manquer de votre commune, téléchargez notre application.",
    "🔔 Βρείτε μας και στο Instagram για καθημερινές συνταγές!",
    "Make us your preferred source on Google to see more of the harbour",
    "Mời quý độc giả tham gia kênh Zalo của báo",
    "Есть чем поделиться? Присылайте фото и видео на WhatsApp",
    "Were you on the pier? Write to desk@harbour.example",
    "Chcesz nam o czymś opowiedzieć? Napisz: port@gazeta.example",
    "Receba as notícias no seu WhatsApp",
    "Seguici su Facebook e Instagram",
    "Resta sempre aggiornato: iscriviti al nostro canale Telegram",
    "Get local news delivered to your inbox!",
    "Descarcă aplicația Portul și află cele mai importante știri",
    "Preuzmite našu Android i iPhone/iPad aplikaciju.",
    "Iscriviti alla newsletter del porto",
    "Volg ons op Facebook",
    "Följ oss på Instagram",
    "Obserwuj nas na Facebooku",
    "Sledujte nás na Facebooku",
    "Kövessen minket a Facebookon!",
    "Подписывайтесь на наш Telegram-канал",
    "Підписуйтесь на наш канал у Telegram",
    "Ακολουθήστε μας στο Facebook",
    "Bizi Instagram'da takip edin",
    "تابعونا على فيسبوك وتويتر",
    "ما را در تلگرام دنبال کنید",
    "עקבו אחרינו בפייסבוק",
    "ताज़ा ख़बरों के लिए हमें फेसबुक पर फॉलो करें।",
    "Ikuti kami di WhatsApp Channel",
    "Theo dõi chúng tôi trên Facebook",
    "关注我们的微信公众号",
    "ツイッターの公式アカウントをフォローしてください。",
    "네이버에서 우리 채널을 구독하세요",
    "ติดตามข่าวได้ที่ เฟซบุ๊ก",
]
STATEMENTS = [
    "Have you seen this man? Police ask witnesses to write to tips@police.uk.",
    'Was it worth it? "I have no idea," she wrote to him at a.smith@example.org',
    "Who is behind the account? The address belongs to info@trump.com, prosecutors say.",
    "次のページには、当時の天皇の署名があった。",
    "コメントを書く人の多くは匿名だと分かった。",
    "残り300文字で記者は事件を語った。",
    "写真はイメージと違うと客が訴えた。",
    "LINEで友だち追加を求める詐欺が増えている。",
    "元の記事を読むと分かる。",
    "スポンサーリンクを張った業者が逮捕された。",
    "打开手机APP，市民就可以查到公交时间。",
    "更多精彩内容将在国庆期间推出",
    "觉得好看的观众占七成",
    "转载请注明出处，是法律的要求，记者说。",
    "版权声明制度起源于英国",
    "海量资讯让读者无所适从",
    "展开全文检索是研究的第一步",
    "以上内容仅供参考，法院认为不足为证，因此驳回了原告的全部诉讼请求。",
    "로그인 후 이용할 수 있는 공공 서비스가 3시간 중단됐다.",
    "댓글을 남겨 명예를 훼손한 혐의로 40대가 입건됐다.",
    "Police asked residents: send us your videos on WhatsApp.",
    'She said the gang left a note: "Contact us on Telegram and nobody gets hurt."',
    "He had one message for members: Tell us the truth.",
    "Die Behörde teilte mit: Schreiben Sie uns auf WhatsApp.",
    "Il truffatore diceva: scrivici su WhatsApp.",
    "Kanalizasyon çalışması var, camları kapatmayı unutmayın.",
    "Özgür Özel: Hepiniz Kanal İstanbul'a karşı meydanlara katılın!",
    "Seçim uygulaması: oyunuzu kullanmayı unutmayın.",
    "पुलिस ने कहा कि फेसबुक पर अफवाहें न शेयर करें।",
    "किसी ऐप को डाउनलोड करें तो सावधान रहें।",
    "ตำรวจติดตามข่าวจากเฟซบุ๊กของผู้ต้องหา",
    "Urmăriţi de poliţie, hoţii au fugit spre canal.",
    "Cek berita bohong itu, polisi meminta warga melapor lewat WhatsApp.",
    "Mời bạn tham gia nhóm Zalo là chiêu lừa mới",
    "Пришлите видео, написал он в телеграме жене.",
    "Grab the app store market and you win, he said.",
    "La lecture en streaming sera réservée aux abonnés Premium, a annoncé Spotify.",
    "Ce contenu sera réservé aux abonnés de Canal+ dès lundi.",
    "Este contenido es exclusivo para socios del club, aclaró.",
    "Halaman selanjutnya dari buku itu kosong, kata dia.",
    "Weitere Meldungen von Opfern finden sie unter anderem in den Akten.",
    "Mit Stern markierte Wege sind gesperrt.",
    "Mit Sternchen markierte Wege sind gesperrt.",
    "Follow-up studies of Facebook's users found the same.",
    "Downloads of the app rose by a third in a year.",
    "The mayor asked readers of the newsletter to stay at home.",
    "Stay-at-home orders were announced on Twitter and Facebook.",
    "Members of the union will vote on the new channel on Friday.",
    "Unite members at the port have voted on Telegram to strike.",
    "Folgen für Nutzer von Facebook hat das Urteil vorerst nicht.",
    "Jetzt will auch Twitter die Regeln ändern, wie die Firma am Montag mitteilte.",
    "Unterstützung bekam sie auf Instagram von vielen Abonnenten.",
    "Sigue la polémica en Twitter por las palabras del alcalde.",
    "Recibió amenazas por Facebook y WhatsApp.",
    "Resta aperto il canale di Suez, scrive il ministro su Twitter.",
    "Suscriptores y miembros votaron el lunes.",
    "وتابع الوزير في تغريدة على تويتر أن الميناء سيفتح أبوابه.",
    "انضم إلى قناة الميناء آلاف السكان في يوم واحد.",
    "アプリのダウンロード数は一年で三割増えたと同社は述べた。",
    "앱 다운로드 건수가 일 년 만에 삼 할 늘었다고 밝혔다.",
    "该应用程序的下载量在一年内增长了三成，公司在微博上说。",
    "Subscribers of the newsletter know the story already.",
    "Register offices have an app now.",
    "Anyone with information is asked to email tips@harbour.example.",
    "Whoever wants to leave the list of the newsletter can email us at port@harbour.example, the notice says.",
    "Who was it? She wrote from her desk, and he answered from mole@pier.example in May, which nobody had expected of him.",
    "He told us on Facebook that the pier was closed.",
]


@pytest.mark.parametrize("plea", PLEAS)
def test_a_plea_goes_whatever_its_place(plea):
    assert paragraphs_of_page_with(plea, also_at_the_end=True) == PARAGRAPHS


@pytest.mark.parametrize("statement", STATEMENTS)
def test_what_is_told_of_the_same_media_is_none(statement):
    assert tell_line(statement) is None


def test_a_page_that_is_nothing_but_a_plea_keeps_it():
    head = '<title>The pier</title><meta property="og:type" content="article">'
    assert clean(
        f"{head}<article><p>Follow us on Facebook, where you find pictures of the pier and of its old piles.</article>"
    ).text
