"""What lines and boxes inside an article say, in languages that news is written in; ``inserts`` makes their markup."""

from typing import Final

LABELS: Final = (
    "Read also|Read more|Also read|See also|Related|More on this|Don't miss|In case you missed it|Recommended|Watch"
    "|Top stories|Lesen Sie auch|Mehr zum Thema|Lire aussi|À lire aussi|Lea también|Le puede interesar|Leia também"
    "|Leggi anche|Lees ook|Läs också|Les også|Læs også|Lue myös|Czytaj także|Zobacz też|Čtěte také|Čítajte tiež|Olvassa el"
    "|Citește și|Pročitajte i|Читайте также|Читайте також|Прочетете още|Διαβάστε επίσης|İlgili haber|اقرأ أيضا"
    "|بیشتر بخوانید|קראו גם|यह भी पढ़ें|আরও পড়ুন|Baca juga|Xem thêm|อ่านเพิ่มเติม|関連記事|相关阅读|延伸閱讀|관련기사"
).split("|")
LABEL_MARKS: Final = (":", "", " :", " »", "：", " |", " –")

FOLLOW: Final = (
    "Follow us on {link}|Join our {link} channel for the latest news|Get the latest updates on {link}"
    "|You can find us on {link}, too|Folgen Sie uns auf {link}|Weitere Nachrichten gibt es auf {link}"
    "|Suivez-nous sur {link}|Síguenos en {link}|Siga-nos no {link}|Seguici su {link}|Volg ons op {link}"
    "|Obserwuj nas na {link}|Подписывайтесь на наш {link}|{link} üzerinden bizi takip edin|تابعونا على {link}"
    "|ติดตามเราได้ที่ {link}|{link}でフォロー|关注我们的{link}|Ikuti kami di {link}|Theo dõi chúng tôi trên {link}"
).split("|")
MEDIA: Final = (
    "Facebook",
    "Instagram",
    "WhatsApp",
    "Telegram",
    "Google News",
    "YouTube",
    "X",
    "LINE",
    "Threads",
    "Bluesky",
)

# Heading, sentence, button.
BOXES: Final = (
    ("Sign up for our newsletter", "The most important news of the day, every morning in your inbox.", "Sign up"),
    ("Morning briefing", "What happened overnight and what to expect today, from our editors.", "Subscribe now"),
    ("Never miss a story", "Get an alert when there is news on this topic.", "Turn on"),
    ("Support independent reporting", "Our work is paid for by readers like you. A small gift keeps it free.", "Give"),
    ("Read on with a subscription", "All stories, all podcasts, cancel whenever you like.", "See offers"),
    ("Newsletter", "Die wichtigsten Nachrichten des Tages, kostenlos per E-Mail.", "Anmelden"),
    ("La lettre du matin", "Chaque jour, l'essentiel de l'actualité dans votre boîte mail.", "Je m'inscris"),
    ("Boletín diario", "Las noticias más importantes, cada mañana en tu correo.", "Suscríbete"),
    ("Nossa newsletter", "Receba as principais notícias do dia no seu e-mail.", "Assinar"),
    ("La newsletter", "Ogni mattina le notizie che contano, gratis nella tua casella.", "Iscriviti"),
    ("Nieuwsbrief", "Elke ochtend het belangrijkste nieuws in je mailbox.", "Aanmelden"),
    ("Рассылка", "Главное за день в вашей почте.", "Подписаться"),
    ("Biuletyn", "Najważniejsze wiadomości dnia na Twoją skrzynkę.", "Zapisz się"),
    ("Bülten", "Günün öne çıkan haberleri e-postanızda.", "Abone ol"),
    ("ニュースレター", "毎朝、主なニュースをお届けします。", "登録する"),
    ("每日简报", "每天早晨将最重要的新闻发送到您的邮箱。", "订阅"),
    ("뉴스레터", "매일 아침 주요 뉴스를 이메일로 보내 드립니다.", "구독하기"),
    ("النشرة البريدية", "أهم أخبار اليوم في بريدك كل صباح.", "اشترك"),
)

AD_LABELS: Final = (
    "Advertisement|Sponsored|Anzeige|Werbung|Publicité|Publicidad|Publicidade|Pubblicità|Advertentie|Annons|Annonse|Mainos"
    "|Reklama|Reklam|Hirdetés|Реклама|Διαφήμιση|إعلان|広告|广告|광고|Iklan|Quảng cáo"
).split("|")

# In place of an embed, around an advertisement, tools of the page.
NOTICES: Final = (
    "This content is hosted by a third party. To view it you need to accept cookies.",
    "The story continues below the picture.",
    "Listen to this article · 4 min",
    "Reading time: 3 minutes",
    "Give this article",
    "Save for later",
    "An dieser Stelle finden Sie Inhalte aus sozialen Netzwerken. Mit Ihrer Zustimmung werden sie angezeigt.",
    "Der Text geht unter dem Bild weiter.",
    "Artikel anhören",
    "Ce contenu est bloqué car vous n'avez pas accepté les traceurs.",
    "La suite après la publicité",
    "Este contenido no se puede mostrar sin su permiso.",
    "Om deze inhoud te tonen moet je toestemming geven.",
    "Aby zobaczyć ten materiał, zaakceptuj pliki cookie.",
    "Для просмотра нужно включить сторонние материалы.",
)

SHARE: Final = (
    "Share|Copy link|Print|Comments (12)|E-mail|Save|Teilen|Partager|Compartir|Compartilhar|Condividi|Delen|Udostępnij"
    "|Поделиться|Paylaş|مشاركة|共有|分享|공유"
).split("|")

NAMES: Final = (
    "Anna Berg|Tomás Rivas|Claire Dumont|Jan Novák|Marta Kowalska|Elena Petrova|Yuki Tanaka|Li Wei|Kim Min-jun|Aisha Bello"
    "|Omar Haddad|Priya Nair|Nguyen Van Minh|John Carter|Sofia Rossi|Lars Holm"
).split("|")
# Who the author is, after the name.
ABOUT: Final = (
    "is a reporter who covers politics and the economy. Before, she worked for a regional paper.",
    "writes about science and the sea. He lives on the coast.",
    "ist Redakteurin im Ressort Wirtschaft und schreibt über Arbeit und Handel.",
    "est journaliste au service économie depuis 2015.",
    "es periodista y escribe sobre política local.",
    "é repórter de cidades e cobre transporte e moradia.",
    "redaktor działu krajowego, pisze o samorządach.",
)
CREDITS: Final = ("Photo: {name}", "Foto: {name}/Agency", "© {name}", "({name})", "Credit: {name}", "Photo by {name}")
