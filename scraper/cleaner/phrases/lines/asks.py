"""Pleas in languages whose request ends the sentence: "Join our channel" has its verb last, and says whose channel it is.

Told by the last word, so that a line costs a look-up; with a word for "our", "us" or "here", and a medium or a click.
Where the last word means only "do", the word before it says what; what is not to be done is no plea.
On the 502 written pages of fixtures (2026-11-27) 16 lines are known, none of the truth; wcxb-dev has no page in these languages.
"""

import re
from typing import Final

MAX_CHARS: Final = 220

# The last word: follow, join, connect.
_FOLLOW: Final = frozenset(
    "जुड़ें जुड़ें जोडिनुहोस् ಸೇರಿ അംഗമാകൂ చేరండి இணையுங்கள் பின்தொடரவும் பின்தொடருங்கள் જોડાઓ ਜੁੜੋ එක්වන්න дагаарай"
    " жазылыңыз жазылыңыздар".split()
)
# The last word: do.
_DO: Final = frozenset(
    "करें करा करो करे गर्नुहोस् गर्नुस् ಮಾಡಿ ചെയ്യൂ ചെയ്യുക అవ్వండి చేయండి చేసుకోండి செய்யுங்கள் செய்யவும் કરો کریں کیجیے"
    " ਕਰੋ කරන්න بکە بکەن".split()
)
# What is to be done, before it: follow, join, subscribe, like, download, click.
_DEEDS: Final = re.compile(
    "फॉलो|फ़ॉलो|फलो|सब्सक्रा|सबस्क्रा|लाइक|डाउनलोड|क्लिक|ज्वाइन|जॉइन|जॉईन|ಫಾಲೋ|ಸಬ್|ಡೌನ್|ಕ್ಲಿಕ್|ಲೈಕ್|ಜಾಯಿನ್|ഫോളോ|സബ്|ഡൗൺ|ക്ലിക്ക്|ജോയിൻ|ലൈക്ക്"
    "|ఫాలో|సబ్|డౌన్|క్లిక్|లైక్|జాయిన్|சப்ஸ்|சந்தா|பதிவிறக்க|கிளிக்|ஃபாலோ|லைக்|ક્લિક|સબસ્ક્રા|ફોલો|ફૉલો|ડાઉનલોડ|જોઇન|લાઇક|کلک|جوائن|لوڈ|سبسکرائب|فالو|لائک"
    "|ਸਬਸਕ੍ਰਾ|ਕਲਿਕ|ਫਾਲੋ|ਫੌਲੋ|ਡਾਊਨਲੋਡ|ਲਾਈਕ|සබ්ස්ක්|ක්ලික්|ෆලෝ|ලයික්|ඩවුන්|فۆڵۆ|سەبسکرایب|لایک"
)
_NOT: Final = frozenset("न नहीं मत नका ना نہ نہیں مت ਨਾ ਨਹੀਂ ન નહીં නොකරන්න مەکە".split())
# Ours, us, here.
_OURS: Final = frozenset(
    "हमारा हमारी हमारे हमें यहां यहाँ हाम्रो हामीलाई आमच्या आमचे आमचं आम्हाला येथे इथे ನಮ್ಮ ನಮ್ಮನ್ನು ಇಲ್ಲಿ"
    " ഞങ്ങളുടെ ഞങ്ങളെ ഇവിടെ మా మమ్మల్ని ఇక్కడ எங்கள் எங்களைப் எங்களை இங்கே અમારા અમારી અમને અહીં"
    " ہمارا ہماری ہمارے ہمیں یہاں ਸਾਡੇ ਸਾਡਾ ਸਾਡੀ ਸਾਨੂੰ ਇੱਥੇ ਇਥੇ අපගේ අපේ මෙහි ئێمە لێرە манай бізге біздің".split()
)
# Ends that say the same without "our": "get it from the page", "read the news on", "become a member in the channel".
_ENDINGS: Final = re.compile(r"\bхуудаснаас аваарай$|^жаңалықтарды .{0,40}\bоқыңыз(?:дар)?$|ചാനലിൽ അംഗമാകൂ$", re.I)
# Where it is to be done; a click alone is enough.
_MEDIA: Final = re.compile(
    "व्ह?ाट्स|व्हॉट्स|ह्वाट्स|टेली?ग्राम|टेलिग्राम|फे[सश]बुक|यू ?ट्?यूब|युट्यूब|इंस्टा|ऐप|अॅप|एप|चैनल|चॅनल|चॅनेल|च्यानल|क्लिक"
    "|ವಾಟ್ಸ|ಟೆಲಿಗ್ರಾಂ|ಫೇಸ್|ಯೂಟ್ಯೂಬ್|ಚಾನೆಲ್|ಆ್ಯಪ್|ಕ್ಲಿಕ್|വാട്സ|ടെലിഗ്രാം|ഫെയ്സ്|ഫേസ്|യൂട്യൂബ്|ചാനൽ|ചാനലി|ആപ്പ്|ക്ലിക്ക്"
    "|వాట్సాప్|టెలిగ్రా|ఫేస్|యూట్యూబ్|ఛానల్|ఛానెల్|గూగుల్|యాప్|క్లిక్|வாட்ஸ்|டெலிகிராம்|யூடியூப்|சேனல்|செயலி|கூகுள்|கிளிக்"
    "|વોટ્સ|ટેલિગ્રામ|ફેસબુક|યુટ્યુબ|ચેનલ|એપ|ક્લિક|واٹس|یوٹیوب|ٹیلی ?گرام|چینل|ایپ|فیس ?بک|کلک|ਵਟਸ|ਟੈਲੀਗ੍ਰਾਮ|ਯੂ-?ਟਿਊਬ|ਚੈਨਲ|ਐਪ|ਕਲਿਕ"
    "|වට්ස්|යූටියුබ්|ෆේස්බුක්|නාලිකාව|ක්ලික්|تێلێگرام|فەیسبووک|کەناڵ|фэйсбүүк|твиттер|инстаграм|telegram|whatsapp|instagram|facebook|youtube",
    re.I,
)
_ENDS: Final = " .!।۔။։:)]*"


def asks_at_the_end(text: str) -> bool:
    """Whether a line asks to join what is ours, or to click here, with its last words.

    >>> asks_at_the_end("हमारे व्हाट्सएप चैनल से जुड़ें"), asks_at_the_end("अफवाहें न शेयर करें")
    (True, False)
    """
    words = text.rstrip(_ENDS).split() if len(text) <= MAX_CHARS else []
    if not words or not _asks(words):
        return False
    return _MEDIA.search(text) is not None


def _asks(words: list[str]) -> bool:
    """Whether words end with a request to follow, and what is asked for is ours."""
    last = words[-1]
    if last in _DO:
        if len(words) < 2 or not _DEEDS.match(words[-2]):
            return False
    elif last not in _FOLLOW:
        return last in {"аваарай", "оқыңыз", "оқыңыздар"} and _ENDINGS.search(" ".join(words)) is not None
    if not _NOT.isdisjoint(words):
        return False
    return not _OURS.isdisjoint(map(str.casefold, words)) or _ENDINGS.search(" ".join(words)) is not None
