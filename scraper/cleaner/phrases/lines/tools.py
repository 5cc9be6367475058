"""Labels of what a page offers beside its text, and of advertisements; each the whole of a line.

On the 502 written pages of fixtures (2026-11-27) 227 lines are known, none of the truth; in wcxb-dev's 793
articles 374, of which its truth has one: "Stay Connected".
"""

from typing import Final

TOOLS: Final = (
    "listen to this article|listen to the article|listen to article|listen to this story|read aloud|font size|text size"
    "|share this article|share this story|share this|copy link|print this article|save article|save for later"
    "|gift this article|watch the video|watch video|artikel anhören|artikel vorlesen|diesen artikel anhören"
    "|diesen artikel teilen|artikel teilen|artikel drucken|artikel merken|schriftgrösse|écouter l'article"
    "|écouter cet article|partager l'article|partager cet article|offrir l'article|offrir cet article|taille du texte"
    "|escuchar artículo|escuchar el artículo|escuchar la nota|escucha la nota|compartir artículo|compartir nota"
    "|guardar artículo|ouvir artigo|ouça este conteúdo|ouvir notícia|compartilhar notícia|ascolta l'articolo"
    "|ascolta questo articolo|condividi articolo|luister naar dit artikel|deel dit artikel|dit artikel delen"
    "|lyssna på artikeln|dela artikeln|lytt til saken|del artikkel|lyt til artiklen|del artiklen|kuuntele juttu|jaa juttu"
    "|posłuchaj artykułu|udostępnij artykuł|poslechnout článek|sdílet článek|вы можете послушать|поделиться статьей"
    "|haberi dinle|makaleyi dinle|استمع للمقال|استمع الى المقال|شارك المقال|dengarkan artikel|nghe bài viết|この記事を聴く"
    "|この記事をシェア|기사 듣기|기사 공유|hør artikkelen|hør saken|lyssna på artikel"
    "|ακούστε το άρθρο|ascolta la notizia|poslušaj vest"
    "|stay connected|filed under|explore more on these topics|artikeln handlar om|archivado en|temas que aparecen en esta nota"
    "|prolongez votre lecture autour de ce sujet|la rédaction vous conseille"
    "|link copied|copy link copied|show more|show less|back to top|view comments|opens in new window|now playing"
    "|play video|loading"
    "|din articol|în acest articol|article information|información del artículo|مضمون کی تفصیل|معلومات المقال"
    "|purchase licensing rights|suggest a correction|report a typo or error|report a correction or typo"
    "|report an error|file photo|social sharing"
    "|shpërndaje këtë lajm|shpërndaje në facebook|podelite vest|podijeli članak|podijeli na facebooku|zdieľať na facebooku"
    "|zdieľať článok|сподели на фејсбук|сподели във фейсбук|poslušajte članak|poslušaj članek|vypočuť článok|чуй статията"
    "|чуйте статията|slušaj vest|jaga seda lugu sõbraga|deildu fréttinni með vinum|dalies ar šo rakstu"
    "|dela den här artikeln med en vän"
    "|dela artikeln med en vän|අදහස් දක්වන්න|ඔබගේ අදහස් පහතින් දක්වන්න|මෙම පුවත බෙදාගන්න|प्रतिक्रिया दिनुहोस्|උණුසුම් පුවත්"
    "|passer la publicité|скопировать ссылку|скопіювати посилання|копирай линка|kopiraj link|kopiraj vezu"
    "|αντιγραφή συνδέσμου|linki kopyala|نسخ الرابط|کپی لینک|העתק קישור|लिंक कॉपी करें|লিংক কপি করুন"
    "|คัดลอกลิงก์|sao chép liên kết|salin tautan|リンクをコピー|링크 복사|複製連結|复制链接|partager sur facebook"
    "|compartir en facebook|condividi su facebook|compartilhar no whatsapp|compartilhar no facebook"
    "|partilhar no facebook|delen via whatsapp|delen via facebook|udostępnij na facebooku|sdílet na facebooku"
    "|megosztás facebookon|distribuie pe facebook|dela på facebook|del på facebook|del artikkelen"
    "|jaa artikkeli|jaa facebookissa|comparteix a facebook|condividi l'articolo|podeli na facebooku"
    "|show transcript|hide transcript|read transcript|view transcript|transkript anzeigen|transkript ausblenden"
    "|transkript einblenden"
    "|afficher la transcription|masquer la transcription|ver transcripción|mostrar transcripción|ocultar transcripción"
    "|ver transcrição"
    "|ocultar transcrição|mostra trascrizione|nascondi trascrizione|toon transcript|verberg transcript|visa utskrift"
    "|dölj utskrift"
    "|visa transkribering|dölj transkribering|vis utskrift|skjul utskrift|vis transskription|skjul transskription"
    "|näytä tekstivastine"
    "|piilota tekstivastine|pokaż transkrypcję|ukryj transkrypcję"
    "|“start quote|start quote|end quote|end quote”"
    "|facebook'ta paylaş|haberi paylaş|لینک کوتاه|link kopiert|link kopieren|copier le lien|copiar enlace"
    "|copiar el enlace|copiar link|copia link|copia il link|kopieer link|link kopiëren|kopiera länk|kopier lenke|kopier link"
    "|kopioi linkki|kopiuj link|skopiuj link|kopírovat odkaz|kopírovať odkaz|link másolása|copiază linkul|copiază link"
)

# What a section of an article is headed, too: one on phones for the old, or on how to get about a city.
NO_HEADINGS: Final = frozenset(
    "stay connected|text size|font size|read aloud|taille du texte|schriftgrösse|now playing"
    "|reclame|inzerce|advertorial|広告|광고".split("|")
)

# An advertisement's label. Words that also stand for a statement or a notice are such labels alone.
ADS: Final = (
    "advertisement|advert|reklama|reklam|reklaam|reklāma|reklamë|reclamă|publicitate"
    "|oglas|oglasi|oglašavanje|oglasno sporočilo|auglýsing"
    "|hysbyseb|fógra|tangazo|matangazo|advertensie|advertentie|annonce|annons|annonse|mainos|anzeige|werbung|publicité"
    "|publicidad|publicidade|pubblicità|publicitat|iragarkia|hirdetés"
    "|реклама|рэклама|оглас|огласи|жарнама|жарнак|сурталчилгаа|διαφήμιση|რეკლამა|գովազդ|ពាណិជ្ជកម្ម"
    "|ផ្សាយពាណិជ្ជកម្ម|ကြော်ငြာ|ໂຄສະນາ|โฆษณา|ڕیکلام|ریکلام|پاشتهار|اشتہار|آگهی|تبلیغات|إعلان|اعلان|פרסומת"
    "|പരസ്യം|ప్రకటన|விளம்பரம்|જાહેરાત|දැන්වීමයි|දැන්වීම|जाहिरात|ਇਸ਼ਤਿਹਾਰ|ਇਸ਼ਤਿਹਾਰ|ಜಾಹೀರಾತು|विज्ञापन|বিজ্ঞাপন|ማስታወቂያ"
    "|quảng cáo|iklan|广告|廣告"
    "|annonsørinnhold|annoncørbetalt indhold|sponsoreret indhold|sponset innhold|kaupallinen yhteistyö"
    "|kaupallinen sisältö|det här är en annons|διαφημιση|広告|광고|【pr】|【広告】|inzerce|reclame|advertorial"
    "|sponzorirani sadržaj|plaćeni oglas|תוכן שיווקי|рекламно съобщение|партнерський матеріал"
)
