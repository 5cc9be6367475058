"""A name over what the person is needs no word for a byline; a place or a section over it is nobody."""

import pytest

from tests.cleaner.metadata.byline_pages import TEXT, authors


@pytest.mark.parametrize(
    ("name", "job"),
    [
        *(("Sólrún Bergsdóttir", "fréttamaður"), ("Jón Vík", "íþróttafréttamaður"), ("Jógvan Dal", "tíðindamaður")),
        *(("Mart Kask", "ajakirjanik"), ("Ilze Ozola", "žurnāliste"), ("Rasa Vaitkė", "korespondentė")),
        *(
            ("Maja Zupan", "urednica"),
            ("Ана Костова", "новинарка"),
            ("Иван Бойко", "репортер"),
            ("Arta Hoxha", "gazetare"),
        ),
        *(("Aoife Daly", "Comhfhreagraí"), ("Rhys Prys", "Newyddiadurwr"), ("Ane Etxea", "Kazetaria")),
        *(
            ("Noa Lires", "xornalista"),
            ("Juma Bakari", "Mhariri"),
            ("Anna Botha", "Joernalis"),
            ("Eva Ek", "sportredaktör"),
        ),
        *(("Aino Harju", "politiikan toimittaja"), ("Kata Kis", "szerkesztő"), ("Jan Kot", "zpravodaj")),
        *(("Νίκη Δάλλα", "Δημοσιογράφος"), ("Lê Vân Hà", "Phóng viên"), ("ሰላም አበበ", "ጋዜጠኛ"), ("נועה לוי", "כתבת")),
        *(("علی رضایی", "خبرنگار"), ("عمر خان", "نامہ نگار"), ("منى حداد", "صحفية"), ("রিনা দাস", "সাংবাদিক")),
        *(("ரவி குமார்", "செய்தியாளர்"), ("สมชาย ใจดี", "ผู้สื่อข่าว"), ("នារី សុខ", "អ្នកកាសែត")),
    ],
)
def test_a_name_below_the_headline_stands_over_what_the_person_is(name, job):
    portrait = "<div><img><div><div>{}</div><div>{}</div></div></div>"
    assert authors(portrait.format(name, job), "und") == (name,)
    assert authors(portrait.format(name, "12:30"), "und") == ()
    assert authors(portrait.format(job, name), "und") == ()


@pytest.mark.parametrize(
    ("place", "job"),
    [
        *(("नई दिल्ली", "संवाददाता"), ("राष्ट्रीय समाचार", "संवाददाता"), ("রাজশাহী বিশ্ববিদ্যালয়", "প্রতিনিধি")),
        *(("أخبار محلية", "محرر"), ("תל אביב", "כתבת"), ("חדשות חוץ", "כתב"), ("ახალი ამბები", "რედაქტორი")),
        *(("ಬೆಂಗಳೂರು ನಗರ", "ವರದಿಗಾರ"), ("New York", "Korrespondentin"), ("Los Angeles", "reportera")),
        *(("Кривий Ріг", "кореспондент"), ("Нижний Новгород", "репортёр")),
    ],
)
def test_a_place_or_a_section_above_a_job_is_nobody(place, job):
    assert authors(f"<div><span>{place}</span></div><div><span>{job}</span></div>", "und") == ()
    assert authors(f"<div><img>{TEXT * 2}<div>{place}</div><div>{job}</div></div>", "und") == ()


def test_a_representative_is_none_beside_a_portrait_either():
    box = "<div><img><div>{}</div><div>{}</div></div>"
    assert authors(box.format("রাজশাহী বিশ্ববিদ্যালয়", "প্রতিনিধি"), "bn") == ()
    assert authors(box.format("أخبار محلية", "محرر"), "ar") == ()
    assert authors(box.format("Eva Ek", "korrespondent"), "sv") == ("Eva Ek",)
    assert authors("<div><a href=/author/eva>Eva Ek</a></div><div>korrespondent</div>", "sv") == ("Eva Ek",)


def test_words_of_a_script_without_capitals_above_a_byline_are_a_section():
    assert authors("<div>أخبار الميناء</div><div>مراسل من الميناء</div>", "ar") == ()
