"""Policy: which addresses may be reached, and what an answer may cost."""

import ipaddress

import msgspec

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """What fetching may do.

    Without `allow_private` only public addresses are reached, so that a page, a redirect or a name
    server cannot turn this machine against its own network; `permitted` are networks that are
    reached all the same ("127.0.0.0/8"). Where `only` has networks, nothing else is reached, whatever the
    rest says. `answer_bytes` of one answer are kept, `seconds` may pass for
    one address with all of its `redirects`, and `pages` of one feed are fetched.
    """

    allow_private: bool = False
    permitted: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    answer_bytes: int = 50_000_000
    seconds: float = 30.0
    redirects: int = 5
    pages: int = 50
    user_agent: str = "sayso"


def refusal(address: str, policy: Policy) -> str | None:
    """Why an address must not be reached ("a private address"); None where it may.

    Addresses of IPv6 that carry one of IPv4 (mapped, 6to4, Teredo, NAT64) are judged by that one too.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "no address"
    if policy.only:
        inside = any(found in ipaddress.ip_network(one) for one in policy.only)
        return None if inside else f"an address outside of {', '.join(policy.only)}"
    if policy.allow_private or any(found in ipaddress.ip_network(one) for one in policy.permitted):
        return None
    return next((why for one in _judged(found) if (why := _kind(one))), None)


def _kind(address: Address) -> str | None:
    """What kind of address that is not public; None for a public one (IANA special-purpose registries)."""
    kinds = (
        ("a loopback address", address.is_loopback),
        ("a link-local address", address.is_link_local),
        ("a multicast address", address.is_multicast),
        ("an unspecified address", address.is_unspecified),
        ("a private address", address.is_private),
        ("a reserved address", address.is_reserved or not address.is_global),
    )
    return next((name for name, fits in kinds if fits), None)


def _judged(address: Address) -> tuple[Address, ...]:
    """The address itself and those that it carries; of a mapped or translated one only what it stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return (address,)
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    if address in NAT64:
        return (ipaddress.IPv4Address(int(address) & 0xFFFFFFFF),)
    carried = (address, address.sixtofour, *(address.teredo or ()))
    return tuple(one for one in carried if one is not None)
