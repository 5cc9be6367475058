"""Pleas in languages whose request ends the sentence: "Join our channel" has its verb last, and says whose channel it is.

Told by the last word, so that a line costs a look-up; with a word for "our" or "here", and a medium.
"""

import re
from typing import Final

MAX_CHARS: Final = 220

# The last word: follow, join, subscribe, download, click, connect.
_LAST: Final = frozenset(
    "करें करा करो करे जुड़ें जुड़ें गर्नुहोस् गर्नुस् जोडिनुहोस्"
    " ಮಾಡಿ ಸೇರಿ ചെയ്യൂ ചെയ്യുക അംഗമാകൂ అవ్వండి చేయండి చేసుకోండి చేరండి"
    " செய்யுங்கள் செய்யவும் இணையுங்கள் பின்தொடரவும் பின்தொடருங்கள் કરો જોડાઓ"
    " کریں کیجیے ਕਰੋ ਜੁੜੋ එක්වන්න කරන්න بکە بکەن"
    " дагаарай аваарай жазылыңыз жазылыңыздар оқыңыз izləyin qoşulun գրանցվեք".split()
)
# Ours, us, here.
_OURS: Final = frozenset(
    "हमारा हमारी हमारे हमें यहां यहाँ हाम्रो हामीलाई यहाँ आमच्या आमचे आमचं आम्हाला येथे इथे ನಮ್ಮ ನಮ್ಮನ್ನು ಇಲ್ಲಿ"
    " ഞങ്ങളുടെ ഞങ്ങളെ ഇവിടെ మా మమ్మల్ని ఇక్కడ எங்கள் எங்களைப் எங்களை இங்கே અમારા અમારી અમને અહીં"
    " ہمارا ہماری ہمارے ہمیں یہاں ਸਾਡੇ ਸਾਡਾ ਸਾਡੀ ਸਾਨੂੰ ਇੱਥੇ ਇਥੇ අපගේ අපේ මෙහි ئێمە لێرە манай"
    " бүхэн жаңалықтарды ചാനലിൽ бізге біздің bizi".split()
)
# Where it is to be done; "here" and a click need none.
_MEDIA: Final = re.compile(
    "व्ह?ाट्स|व्हॉट्स|ह्वाट्स|टेली?ग्राम|टेलिग्राम|फे[सश]बुक|यू ?ट्?यूब|युट्यूब|इंस्टा|ऐप|अॅप|एप|चैनल|चॅनल|चॅनेल|च्यानल|क्लिक"
    "|ವಾಟ್ಸ|ಟೆಲಿಗ್ರಾಂ|ಫೇಸ್|ಯೂಟ್ಯೂಬ್|ಚಾನೆಲ್|ಆ್ಯಪ್|ಕ್ಲಿಕ್|വാട്സ|ടെലിഗ്രാം|ഫെയ്സ്|ഫേസ്|യൂട്യൂബ്|ചാനൽ|ആപ്പ്|ക്ലിക്ക്"
    "|వాట్సాప్|టెలిగ్రా|ఫేస్|యూట్యూబ్|ఛానల్|ఛానెల్|గూగుల్|యాప్|క్లిక్|வாட்ஸ்|டெலிகிராம்|யூடியூப்|சேனல்|செயலி|கூகுள்|கிளிக்"
    "|વોટ્સ|ટેલિગ્રામ|ફેસબુક|યુટ્યુબ|ચેનલ|એપ|ક્લિક|واٹس|یوٹیوب|ٹیلی ?گرام|چینل|ایپ|فیس ?بک|کلک|ਵਟਸ|ਟੈਲੀਗ੍ਰਾਮ|ਯੂ-?ਟਿਊਬ|ਚੈਨਲ|ਐਪ|ਕਲਿਕ"
    "|වට්ස්|යූටියුබ්|ෆේස්බුක්|නාලිකාව|ක්ලික්|تێلێگرام|فەیسبووک|کەناڵ|фэйсбүүк|твиттер|инстаграм|telegram|whatsapp|instagram|facebook|youtube",
    re.I,
)
_ENDS: Final = " .!।۔။։:)]*"


def asks_at_the_end(text: str) -> bool:
    """Whether a line asks to join what is ours, or to click here, with its last word.

    >>> asks_at_the_end("हमारे व्हाट्सएप चैनल से जुड़ें"), asks_at_the_end("अफवाहें न शेयर करें")
    (True, False)
    """
    words = text.rstrip(_ENDS).split()
    return bool(
        len(text) <= MAX_CHARS
        and words
        and words[-1] in _LAST
        and not _OURS.isdisjoint(map(str.casefold, words))
        and _MEDIA.search(text) is not None
    )
