"""Which addresses may be dialled: public ones, and networks that the user named.

A page can redirect to the cloud's metadata service or to a printer on the intranet; a name can resolve to one address when it is
checked and to another when it is used. So the check stands where the connection is made, on the address that is dialled.
"""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from scraper.settings import IPNetwork

# IPv6 forms that carry an IPv4 address: RFC 6052 (NAT64), RFC 3056 (6to4), RFC 4380 (Teredo, bits inverted).
_NAT64: Final = IPv6Network("64:ff9b::/96")
_NAT64_LOCAL: Final = IPv6Network("64:ff9b:1::/48")
# The only block that IANA gives public addresses from. What lies outside carries IPv4 addresses in forms of old (``::127.0.0.1``),
# is local to a site, or is not given out, and Python 3.11 takes some of it for public.
_GLOBAL_UNICAST: Final = IPv6Network("2000::/3")


def carried_address(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that an IPv6 address stands for, else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64 or address in _NAT64_LOCAL:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    return address


def may_dial(text: str, allowed: Iterable[IPNetwork]) -> bool:
    """Tell whether an address may be dialled.

    Args:
        text: A resolved address; a scope (``%eth0``) makes it a local one.
        allowed: Networks that may be dialled although they are not public.
    """
    plain, _, scope = text.partition("%")
    address = carried_address(ip_address(plain))
    if any(address.version == network.version and address in network for network in allowed):
        return True
    is_public = address.is_global and not address.is_multicast
    return not scope and is_public and (address.version == 4 or address in _GLOBAL_UNICAST)


def is_literal(host: str) -> bool:
    """Tell whether a host is an address and no name."""
    try:
        ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return False
    return True
