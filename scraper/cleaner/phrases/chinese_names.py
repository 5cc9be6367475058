"""How Chinese names begin: for bylines, and for lines that say who made something."""

from typing import Final

HAN: Final = r"\u3400-\u9fff"
# The most frequent family names, in both scripts.
FAMILY: Final = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任"
    "沈姚卢盧姜崔钟鐘鍾谭譚陆陸汪范範金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢覃武戴莫孔向汤湯严嚴"
    "易常文洪翁柯施倪殷岳柳阮凌齐齊牛温溫辛俞章鲁魯葛涂塗詹关關焦欧歐樊裴梅庄莊游簡简康賴赖卓連连戎才郎乔喬赫甘宁寧祝项項童颜顏季纪紀巫尤路蓝藍"
)
# Frequent words that begin as a name does.
NO_FAMILY: Final = (
    "高[铁鐵考速温溫中原空]|金融|方[案向]|白[宫宮天]|万人|于[是今]|任[务務何]|何[时時为為处處]|常[见見态態年]|文[化物学學件明]|石[油窟]|江[苏蘇西南北]"
    "|黄金|马[上路]|龙卷|关[于闭键系]|程序|周[一二三四五六日末年边邊]|季[度节節]|余[额震]|路[面段口]|严禁|嚴禁|项目|連續|连续|常用|時|宁可|许多|許多|万一|游客|遊客|简单|簡單"
)
CHINESE_NAME: Final = rf"(?!{NO_FAMILY})[{FAMILY}][{HAN}·]{{1,2}}"
"""A family name that is no frequent word's beginning, and a given name."""
