"""What a site is called where people read of it: its URLs are kept under its start page, runs count it under its host."""

from collections import Counter
from collections.abc import Iterable, Mapping

from scraper.urls import loose_url_key, site_of


def name_sites(kept: Iterable[str], told: Iterable[str]) -> Mapping[str, str]:
    """Return one name for all that one site is called: its host, or its start page where the host has several.

    >>> dict(sorted(name_sites(["https://www.a.test/"], ["a.test"]).items()))
    {'a.test': 'a.test', 'https://www.a.test/': 'a.test'}
    >>> name_sites(["https://b.test/one/", "https://b.test/two/"], [])["https://b.test/one/"]
    'https://b.test/one/'

    Args:
        kept: What URLs are kept under: start pages, and for dumps hosts and folders.
        told: What runs have counted sites under. A run that told a host meant all that is kept of it.
    """
    starts, names = set(kept), {*kept, *told}
    times = Counter(map(_host_or_name, starts))
    hosts = {host for host, count in times.items() if count == 1} | {name for name in names if "://" not in name}
    return {name: host if (host := _host_or_name(name)) in hosts else loose_url_key(name) for name in names}


def _host_or_name(name: str) -> str:
    try:
        return site_of(name)
    except ValueError:
        return name
