"""Lines of buttons that lead to social networks: two and more of their names, perhaps after a word for it, and nothing else."""

from typing import Final

_NETWORKS: Final = frozenset(
    "facebook twitter x whatsapp telegram instagram linkedin pinterest reddit tumblr threads bluesky mastodon viber"
    " skype messenger line"
    " vkontakte vk вконтакте одноклассники odnoklassniki ok ok.ru livejournal mail.ru mail e-mail email copy print"
    " youtube tiktok xing pocket flipboard wechat"
    " weibo qzone kakaotalk kakao naver band digg delicious stumbleupon google google+ googleplus myspace fb mix.com".split()
)
# Names of which one at least is no word besides.
_SURE: Final = frozenset(
    "facebook twitter whatsapp telegram instagram linkedin pinterest vkontakte вконтакте viber одноклассники".split()
)


def is_row_of_networks(text: str) -> bool:
    """Whether a line is names of networks, after one word and a colon at most.

    >>> is_row_of_networks("გაზიარება: Facebook Twitter"), is_row_of_networks("Facebook and Twitter sued")
    (True, False)
    """
    label, colon, names = text.replace("：", ":").partition(":")
    if not colon:
        names = label
    elif len(label.split()) > 1:
        return False
    # No comma parts them: a text lists with commas what was blocked or bought.
    parts = names.replace("|", " ").replace("·", " ").replace("•", " ").casefold().split()
    return len(parts) > 1 and _NETWORKS.issuperset(parts) and not _SURE.isdisjoint(parts)
