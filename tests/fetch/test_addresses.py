from ipaddress import IPv4Address, ip_address, ip_network

import pytest

from scraper.fetch.addresses import carried_address, is_literal, may_dial


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_public_addresses_may_be_dialled(address: str) -> None:
    assert may_dial(address, [])


@pytest.mark.fault(number=27)
@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "255.255.255.255", "192.0.2.1", "240.0.0.1", "198.18.0.1"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1"),
        *(
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::a00:1",
            "2002:7f00:1::",
            "2002:a00:1::1",
        ),
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
    ],
)
def test_others_may_not(address: str) -> None:
    assert not may_dial(address, [])


@pytest.mark.fault(number=27)
@pytest.mark.parametrize(
    "address",
    [
        *("8.8.4.4", "::ffff:8.8.4.4", "64:ff9b::808:404", "64:ff9b:1::808:404", "2002:808:404::"),
        "2001:0:4136:e378:8000:63bf:f7f7:fbfb",
    ],
)
def test_the_address_inside_is_what_counts(address: str) -> None:
    """Also where another rule refuses the address around it."""
    assert carried_address(ip_address(address)) == IPv4Address("8.8.4.4")
    assert may_dial(address, [ip_network("8.8.4.0/24")])


@pytest.mark.parametrize("address", ["10.1.2.3", "::ffff:10.1.2.3", "64:ff9b::a01:203"])
def test_networks_that_the_user_names_may(address: str) -> None:
    assert may_dial(address, [ip_network("10.0.0.0/8")])
    assert not may_dial(address, [ip_network("192.168.0.0/16"), ip_network("fc00::/7")])


def test_literals_are_no_names() -> None:
    assert is_literal("10.0.0.1")
    assert is_literal("[::1]")
    assert not is_literal("a.test")
