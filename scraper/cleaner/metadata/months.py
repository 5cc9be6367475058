"""Names of months, in the languages that news is written in, without accents and case."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

# Rows of languages, January to December; "/" parts other forms (genitives, short forms), and names of two words are written as one.
# Short forms that are a beginning of a name need no row: see ``month_in``.
_NAMES: Final = (
    ("en", "january february march april may june july august september october november december"),
    ("en", "jan feb mar apr may jun jul aug sep/sept oct nov dec"),
    (
        "de",
        "januar/jänner/jan februar/feber/feb märz/mär/mrz april mai juni juli august september oktober/okt november"
        " dezember/dez",
    ),
    (
        "fr",
        "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre octobre novembre décembre/déc",
    ),
    (
        "es",
        "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre"
        " diciembre/dic",
    ),
    (
        "pt",
        "janeiro fevereiro/fev março abril maio/mai junho julho agosto setembro/set outubro/out novembro dezembro/dez",
    ),
    (
        "it",
        "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/set ottobre/ott novembre"
        " dicembre/dic",
    ),
    ("ca", "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre"),
    ("nl", "januari februari maart/mrt april mei juni juli augustus september oktober november december"),
    ("sv", "januari februari mars april maj juni juli augusti september oktober november december"),
    ("nb nn no da", "januar februar mars april mai/maj juni juli august september oktober november desember/des"),
    (
        "fi",
        "tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu toukokuuta/toukokuu"
        " kesäkuuta/kesäkuu heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu lokakuuta/lokakuu marraskuuta/marraskuu"
        " joulukuuta/joulukuu",
    ),
    ("is", "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember"),
    (
        "pl",
        "stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze"
        " lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis"
        " grudnia/grudzień/gru",
    ),
    (
        "cs",
        "ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září"
        " října/říjen listopadu prosince/prosinec",
    ),
    (
        "sk",
        "januára/január februára/február marca/marec apríla/apríl mája/máj júna/jún júla/júl augusta/august"
        " septembra/september októbra/október novembra/november decembra/december",
    ),
    ("hu", "január február március április május június július augusztus szeptember/szept október november december"),
    (
        "hr bs",
        "siječnja/siječanj veljače/veljača ožujka/ožujak travnja/travanj svibnja/svibanj lipnja/lipanj srpnja/srpanj"
        " kolovoza/kolovoz rujna/rujan listopada/listopad studenoga/studenog/studeni prosinca/prosinac",
    ),
    (
        "sr bs sh cnr",
        "januar/januara februar/februara mart/marta april/aprila maj/maja jun/juna jul/jula avgust/avgusta"
        " septembar/septembra oktobar/oktobra novembar/novembra decembar/decembra",
    ),
    ("ro", "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"),
    (
        "tr",
        "ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas"
        " aralık/ara",
    ),
    ("lt", "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio"),
    (
        "lv",
        "janvāris/janvārī februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā jūnijs/jūnijā jūlijs/jūlijā"
        " augusts/augustā septembris/septembrī oktobris/oktobrī novembris/novembrī decembris/decembrī",
    ),
    ("et", "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember"),
    (
        "ru",
        "января/январь/янв февраля/февраль/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл"
        " августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя/нояб декабря/декабрь/дек",
    ),
    (
        "uk",
        "січня/січень/січ лютого/лютий/лют березня/березень/бер/берез квітня/квітень/кві/квіт травня/травень/тра/трав"
        " червня/червень/чер/черв липня/липень/лип серпня/серпень/сер/серп вересня/вересень/вер/верес"
        " жовтня/жовтень/жов/жовт листопада/листопад/лис/лист грудня/грудень/гру/груд",
    ),
    ("bg", "януари февруари март април май юни юли август септември октомври ноември декември"),
    (
        "sr",
        "јануар/јануара фебруар/фебруара март/марта април/априла мај/маја јун/јуна јул/јула август/августа"
        " септембар/септембра октобар/октобра новембар/новембра децембар/децембра",
    ),
    (
        "el",
        "ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μαρ απριλίου/απρ μαΐου/μαι ιουνίου/ιουν ιουλίου/ιουλ αυγούστου/αυγ"
        " σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοε δεκεμβρίου/δεκ",
    ),
    ("ar", "يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر"),
    ("ar", "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر"),
    (
        "he",
        "ינואר/בינואר פברואר/בפברואר מרץ/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר"
        " אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר",
    ),
    ("hi", "जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर नवंबर/नवम्बर दिसंबर/दिसम्बर"),
    (
        "bn",
        "জানুয়ারি/জানুয়ারি ফেব্রুয়ারি/ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    ),
    ("th", "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"),
    ("th", "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."),
    ("id", "januari februari maret april mei juni juli agustus/agu september oktober november desember"),
    ("ms", "januari/jan februari/feb mac april mei jun julai ogos/ogo september oktober november disember/dis"),
    ("sw", "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba"),
    ("tl fil", "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre"),
    ("gl", "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro"),
    (
        "eu",
        "urtarrila/urtarrilaren otsaila/otsailaren martxoa/martxoaren apirila/apirilaren maiatza/maiatzaren"
        " ekaina/ekainaren uztaila/uztailaren abuztua/abuztuaren iraila/irailaren urria/urriaren azaroa/azaroaren"
        " abendua/abenduaren",
    ),
    (
        "sl",
        "januar februar marec/marca april/aprila maj/maja junij/junija julij/julija avgust/avgusta september/septembra"
        " oktober/oktobra november/novembra december/decembra",
    ),
    ("sq", "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor"),
    ("az uz", "yanvar fevral mart aprel may iyun iyul avqust/avgust sentyabr/sentabr oktyabr/oktabr noyabr dekabr"),
    ("kk", "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"),
    ("be", "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня"),
    ("mk", "јануари февруари март април мај јуни јули август септември октомври ноември декември"),
    (
        "ka",
        "იანვარი/იანვარს თებერვალი/თებერვალს მარტი/მარტს აპრილი/აპრილს მაისი/მაისს ივნისი/ივნისს ივლისი/ივლისს"
        " აგვისტო/აგვისტოს სექტემბერი/სექტემბერს ოქტომბერი/ოქტომბერს ნოემბერი/ნოემბერს დეკემბერი/დეკემბერს",
    ),
    (
        "hy",
        "հունվարի/հունվար փետրվարի/փետրվար մարտի/մարտ ապրիլի/ապրիլ մայիսի/մայիս հունիսի/հունիս հուլիսի/հուլիս"
        " օգոստոսի/օգոստոս սեպտեմբերի/սեպտեմբեր հոկտեմբերի/հոկտեմբեր նոյեմբերի/նոյեմբեր դեկտեմբերի/դեկտեմբեր",
    ),
    ("ar", "كانونالثاني شباط آذار نيسان أيار/ايار حزيران تموز آب/اب أيلول/ايلول تشرينالأول تشرينالثاني كانونالأول"),
    ("ur", "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"),
    ("fa", "ژانویه فوریه مارس آوریل مه/می ژوئن ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر"),
    ("mr", "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर"),
    ("ne", "जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर"),
    ("gu", "જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ/ઓગસ્ટ સપ્ટેમ્બર ઑક્ટોબર/ઓક્ટોબર નવેમ્બર ડિસેમ્બર"),
    ("pa", "ਜਨਵਰੀ ਫ਼ਰਵਰੀ/ਫਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ"),
    ("ta", "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்"),
    (
        "te",
        "జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జులై/జూలై ఆగస్టు సెప్టెంబర్/సెప్టెంబరు అక్టోబర్/అక్టోబరు నవంబర్/నవంబరు డిసెంబర్/డిసెంబరు",
    ),
    ("kn", "ಜನವರಿ ಫೆಬ್ರವರಿ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್ ಸೆಪ್ಟೆಂಬರ್ ಅಕ್ಟೋಬರ್ ನವೆಂಬರ್ ಡಿಸೆಂಬರ್"),
    (
        "ml",
        "ജനുവരി ഫെബ്രുവരി മാർച്ച് ഏപ്രിൽ മേയ്/മെയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ്/ആഗസ്റ്റ് സെപ്റ്റംബർ ഒക്‌ടോബർ/ഒക്ടോബർ നവംബർ ഡിസംബർ",
    ),
    ("km", "មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ"),
    ("lo", "ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ"),
    ("my", "ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ် ဧပြီ မေ ဇွန် ဇူလိုင် ဩဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ"),
    (
        "cy",
        "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
    ),
    (
        "ga",
        "eanáir feabhra márta aibreán bealtaine meitheamh iúil lúnasa meánfómhair deireadhfómhair samhain/samhna"
        " nollaig/nollag",
    ),
    (
        "gd",
        "faoilleach/fhaoilleach gearran/ghearran màrt/mhàrt giblean/ghiblean cèitean/chèitean ògmhios/ògmhìos iuchar"
        " lùnastal sultain dàmhair samhain dùbhlachd",
    ),
    (
        "se",
        "ođđajagemánnu/ođđajagemánu guovvamánnu/guovvamánu njukčamánnu/njukčamánu cuoŋománnu/cuoŋománu"
        " miessemánnu/miessemánu geassemánnu/geassemánu suoidnemánnu/suoidnemánu borgemánnu/borgemánu čakčamánnu/čakčamánu"
        " golggotmánnu/golggotmánu skábmamánnu/skábmamánu juovlamánnu/juovlamánu",
    ),
    ("rm", "schaner favrer mars avrigl matg zercladur fanadur avust settember october november december"),
    (
        "si",
        "ජනවාරි/ජනවාරී පෙබරවාරි/පෙබරවාරී මාර්තු අප්‍රේල්/අප්‍රියෙල් මැයි ජූනි/ජුනි ජූලි/ජුලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර්/ඔක්තොම්බර් නොවැම්බර් දෙසැම්බර්",
    ),
    ("am", "ጃንዋሪ/ጃንዩወሪ ፌብሩዋሪ/ፌብሩወሪ ማርች ኤፕሪል/ኤፕረል ሜይ ጁን ጁላይ ኦገስት ሴፕቴምበር ኦክቶበር/ኦክተውበር ኖቬምበር ዲሴምበር"),
    (
        "ckb",
        "کانوونیدووەم/کانوونیدووەمی شوبات/شوباتی ئازار/ئازاری نیسان/نیسانی ئایار/ئایاری حوزەیران/حوزەیرانی"
        " تەمموز/تەمووز/تەممووز ئاب/ئابی ئەیلوول/ئەیلوولی تشرینییەکەم/تشرینییەکەمی تشرینیدووەم/تشرینیدووەمی"
        " کانوونییەکەم/کانوونییەکەمی",
    ),
    (
        "ckb",
        "جەنیوەری فێبریوەری/فێبرۆری مارچ ئەپریل/ئاپریل مەی جوون/جون جولای/جوولای ئۆگەست/ئاگست سێپتەمبەر/سەپتەمبەر"
        " ئۆکتۆبەر/ئۆکتۆبر نۆڤەمبەر/نۆڤێمبەر دیسەمبەر/دێسەمبەر",
    ),
    (
        "mn",
        "нэгдүгээр хоёрдугаар гуравдугаар дөрөвдүгээр тавдугаар зургаадугаар/зургадугаар долоодугаар/долдугаар наймдугаар"
        " есдүгээр аравдугаар арваннэгдүгээр арванхоёрдугаар",
    ),
)
# Letters of a short form: two of a script that writes vowels as signs ("நவ.") on a page in its language, else three.
MIN_LETTERS: Final = 3
MIN_INDIC_LETTERS: Final = 2


# Canonical combining classes from here on are of accents above and below letters, lower ones of vowels (Indic scripts, Thai).
ACCENTS: Final = 200


def plain(word: str) -> str:
    """Return a word without case, accents, and points: ``Févr.`` is ``fevr``."""
    if word.isascii():
        word = word.lower()
        return word if word.isalnum() else "".join(filter(str.isalnum, word))
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(
        c for c in folded if c.isalnum() or (unicodedata.category(c)[0] == "M" and unicodedata.combining(c) < ACCENTS)
    )


@cache
def _months() -> dict[str, int]:
    # Polish and Czech call November what Croatian calls October: the commoner languages win by their order above.
    return _read_rows(row for _, row in _NAMES)


@cache
def _months_in(language: str) -> Mapping[str, int]:
    return _read_rows(row for languages, row in _NAMES if language in languages.split())


def _read_rows(rows: Iterable[str]) -> dict[str, int]:
    months: dict[str, int] = {}
    for row in rows:
        for number, forms in enumerate(row.split(), 1):
            for form in forms.split("/"):
                months.setdefault(plain(form), number)
    return months


def month_of(word: str) -> int | None:
    """Return the number of the month that a word names in any of the languages, None for other words.

    >>> month_of("Août"), month_of("sept."), month_of("мая"), month_of("table")
    (8, 9, 5, None)
    """
    return _months().get(plain(word))


@lru_cache(maxsize=256)
def month_in(word: str, language: str | None) -> int | None:
    """Return the number of the month that a word names on a page in a language, in full, cut short, or else in any language.

    The beginning of a name counts where it is that of one month, in the page's own language or a script that is neither Latin nor
    Arabic: elsewhere it may be a word, as in "Windows 10 Pro 2024".

    >>> month_in("listopada", "hr"), month_in("listopada", "pl"), month_in("ное.", "bg"), month_in("Pro", "en")
    (10, 11, 11, None)
    """
    name = plain(word)
    own = _months_in((language or "").partition("-")[0].lower())
    every = _months()
    is_indic = name[:1] >= "\u0900"
    is_apart = is_indic or "\u0370" <= name[:1] < "\u0590"
    return (
        own.get(name)
        or _begun_by(name, own, MIN_INDIC_LETTERS if is_indic else MIN_LETTERS)
        or every.get(name)
        or (_begun_by(name, every, MIN_LETTERS) if is_apart else None)
    )


def _begun_by(name: str, months: Mapping[str, int], min_letters: int) -> int | None:
    """Return the month whose names begin so, None where those of none or of several do."""
    begun = {number for full, number in months.items() if full.startswith(name)} if len(name) >= min_letters else set()
    return begun.pop() if len(begun) == 1 else None
