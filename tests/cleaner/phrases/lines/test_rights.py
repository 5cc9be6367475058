"""Lines of copyright, in words and by their sign; what is said of rights is none."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line
from tests.cleaner.pages import SENTENCES


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("© 2026 Harbour Notes. All rights reserved.", False),
        ("Copyright 2026 Harbour Notes. This material may not be published.", False),
        ("The mayor on the new pier. © A. Berg", False),
        (
            "Copyright Harbour Post. All rights reserved. This material, and other digital content, may not be reproduced.",
            False,
        ),
        ("The mark © stands before the name. " + SENTENCES[0] * 4, True),
        ("Copyright is what the mayor asked about.", True),
        ("ⓒ 동남일보(www.news.example), 무단전재 및 재배포금지", False),
        ("<저작권자 ⓒ 한빛일보, 무단전재 및 재배포 금지>", False),
        ("江城网 版权所有 未经书面授权禁止使用", False),
        ("南海時報股份有限公司版權所有，未經同意請勿轉載", False),
        ("記事、写真などの無断転載を禁じます。", False),
        ("สงวนลิขสิทธิ์ตามกฎหมาย บริษัท สยามนิวส์ จำกัด", False),
        ("جميع الحقوق محفوظة - مؤسسة النهار الجديد 2002", False),
        ("کلیه حقوق این سایت محفوظ است.", False),
        ("Tüm hakları saklıdır.", False),
        ("このページの文章・写真を無断で使うことはできません。", False),
        ('Ghi rõ nguồn "Báo Quê Tôi" khi bạn phát hành lại thông tin từ website này.', False),
        ("All rights reserved. This material may not be published, broadcast or rewritten. " * 3, False),
        ("Všetky práva vyhradené.", False),
        ("Sva prava pridržana.", False),
        ("Visos teisės saugomos.", False),
        ("Alle Rechte vorbehalten", False),
        ("Todos los derechos reservados.", False),
        ("Tous droits réservés", False),
        ("Tutti i diritti riservati", False),
        ("Toate drepturile rezervate.", False),
        ("Bütün hüquqlar qorunur.", False),
        ("Բոլոր իրավունքները պաշտպանված են։", False),
        ("Të drejtat e autorit i takojnë Koha Sot", False),
        ("Всички права запазени.", False),
        ("Сите права се задржани за наследниците, вели судијата.", True),
        ("Всички права на наследниците са признати от съда.", True),
        ("Copyright lasts 70 years.", True),
        ("All rights were reserved for him, he joked.", True),
        ("Vse pravice delavcev so bile kršene.", True),
        ("Alle Rechte der Mieter gelten weiter.", True),
        ("저작권 분쟁은 여섯 달째 이어지고 있다.", True),
        ("وقال إن الحقوق محفوظة للورثة بحكم المحكمة", True),
        ("Tous les droits réservés aux hommes ont été abolis en 1944.", True),
        ("Todos los derechos reservados a los ciudadanos deben extenderse a los migrantes.", True),
        ("Tutti i diritti riservati ai soci sono stati sospesi dal giudice.", True),
        ("Të gjitha të drejtat e tij u shkelën, tha avokati.", True),
        ("Të drejtat e autorit i takojnë familjes, vendosi gjykata.", True),
        ("Wszystkie prawa zastrzeżone dla mężczyzn trafiły do kosza dopiero w 1918 roku.", True),
        ("Sva prava zadržana za televiziju koštala su 4 milijuna.", True),
        ("Bütün hüquqlar qorunur, dedi hakim.", True),
        ("جميع حقوق الإنسان محفوظة بموجب القانون", True),
        ("All rights reserved for women were struck out in 1944.", True),
        ("Tüm hakları ellerinden alındı.", True),
        ("تمامی حقوق شهروندان باید رعایت شود.", True),
        ("Բոլոր իրավունքները պաշտպանված են օրենքով, հայտարարեց դատարանը։", True),
        ("ყველა უფლება დაცულია კონსტიტუციით, განაცხადა სასამართლომ.", True),
        ("Бүх эрх хуулиар хамгаалагдана гэж шүүх шийдвэрлэв.", True),
    ],
)
def test_a_line_of_copyright_is_left_out(line, stays):
    assert (tell_line(line) is LineKind.RIGHTS) is not stays


NOTICES = [
    "Všechna práva vyhrazena",
    "Alle rettigheter reservert",
    "Alla rättigheter förbehållna",
    "Kaikki oikeudet pidätetään",
    "Minden jog fenntartva",
    "Prohibida su reproducción total o parcial",
    "כל הזכויות שמורות",
    "Με επιφύλαξη παντός δικαιώματος",
    "সর্বস্বত্ব সংরক্ষিত",
    "அனைத்து உரிமைகளும் பாதுகாக்கப்பட்டவை",
    "İzinsiz ve kaynak gösterilmeden yayınlanamaz",
    "Перепечатка материалов без согласия редакции запрещена",
    "استفاده از مطالب با ذکر منبع بلامانع است",
    "Усі права захищено",
    "Усі права захищені",
    "تمام حقوق محفوظ ہیں",
    "Dilarang keras mengambil konten, melakukan crawling di situs web ini tanpa izin tertulis dari Kantor Berita.",
    "無断転載を禁じます。",
    "記事・写真の無断転載・複製を禁じます",
    "未经授权不得转载",
    "本网站内容未经书面许可，不得转载。",
    "請勿轉載",
    "무단 전재 및 재배포 금지",
    "저작권자(c) 누리방송",
    "सर्वाधिकार सुरक्षित",
    "جميع الحقوق محفوظة",
]
NEWS = [
    "無断で転載したとして、会社員を逮捕した。",
    "무단 전재한 혐의로 기소됐다.",
    "무단 전재와 배포로 벌금형",
    "사진을 무단 도용당한 배우가 고소했다.",
    "저작권자는 작곡가의 딸이다.",
    "無断複製は違法だ。",
    "複製を禁じる法律が成立した。",
    "版权所有者起诉平台。",
    "他被禁止转载任何新闻。",
    "सर्वाधिकार सरकार के पास रहेगा, मंत्री ने बताया।",
    "ลิขสิทธิ์ตามกฎหมายไทยคุ้มครอง 50 ปี",
    "حقوق محفوظة للجميع",
    "無断転載を禁じる法律が成立した。",
    "法院认定，未经授权不得转载他人作品。",
    "법원, 무단 전재 금지 판결",
    "Prohibida la reproducción total o parcial de las fotos en la corte.",
    "Dilarang keras mengambil foto tanpa izin tertulis.",
    "Minden jog a népé.",
    "Tüm hakları geri alındı.",
]


@pytest.mark.parametrize("line", NOTICES)
def test_a_notice_ends_with_what_it_keeps_or_forbids(line):
    assert tell_line(line) is LineKind.RIGHTS


@pytest.mark.parametrize("line", NEWS)
def test_who_broke_rights_is_news(line):
    assert tell_line(line) is None
