"""The faults that servers, dumps and machines come with, and what each must end in.

A test says ``@pytest.mark.fault(number=17)`` to prove a row. ``make faults`` writes the table with its tests to docs/faults.md.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Fault:
    """One row.

    Attributes:
        number: For good: what is added goes to the end.
        what: What goes wrong.
        outcome: What a run makes of it; in code quotes, a reason of ``scraper.records.Reason``.
    """

    number: int
    what: str
    outcome: str


FAULTS: Final = (
    Fault(1, "a body of one byte a second", "`deadline`, once the time for an attempt is over"),
    Fault(2, "headers of one byte a second", "`deadline`, as above"),
    Fault(3, "a server that accepts and says nothing", "`timeout`, after all tries"),
    Fault(4, "a gzip bomb", "`too_large`, under 150 MB of memory, asked for once"),
    Fault(5, "a brotli bomb", "`too_large`, under 150 MB of memory, asked for once"),
    Fault(6, "a Zstandard bomb", "`too_large`, under 150 MB of memory, asked for once"),
    Fault(7, "a bomb in a sitemap, and gzip in gzip", "`too_large`"),
    Fault(8, "a body without end", "`too_large` at the cap; the rest is not taken"),
    Fault(9, "a packed body that is cut off", "tried again, else `truncated`; never half a page"),
    Fault(10, "a body shorter than its Content-Length", "tried again, else `truncated`"),
    Fault(11, "a chunked body without its last chunk", "tried again, else `truncated`"),
    Fault(12, "plain text that says it is packed", "the page"),
    Fault(13, "a coding that nobody asked for", "undone where it is known, else `undecodable`; never text"),
    Fault(14, "a charset or nonsense as Content-Encoding", "ignored: the page"),
    Fault(15, "429 with Retry-After in seconds", "the page, not before the pause is over"),
    Fault(16, "503 with Retry-After as a date", "the page, not before the pause is over by the server's own clock"),
    Fault(17, "Retry-After of an hour", "`host_deferred`, other hosts go on, the next run keeps the pause"),
    Fault(18, "Retry-After that is negative, past or no number", "the usual growing pause"),
    Fault(19, "500, once", "one more request, one article"),
    Fault(20, "a connection reset, once", "one more request, one article"),
    Fault(21, "an empty reply, once", "one more request, one article"),
    Fault(22, "redirects in a circle", "`redirect_loop` within eleven requests"),
    Fault(23, "five redirects in a row", "the page"),
    Fault(24, "a redirect to the same URL that sets a cookie", "the page"),
    Fault(25, "a Location of raw bytes", "escaped: the page"),
    Fault(26, "a redirect without Location", "`bad_redirect`, not its body"),
    Fault(
        27,
        "a redirect to a file, a data URL or a private address in any spelling; a name that changes its address",
        "`blocked_address`, and no packet",
    ),
    Fault(28, "a certificate that is self-signed or expired", "`tls`, and no request"),
    Fault(29, "robots.txt answers 500", "nothing is fetched: `robots_unreachable`, tried in a later run"),
    Fault(30, "robots.txt does not answer", "nothing is fetched: `robots_unreachable`, tried in a later run"),
    Fault(31, "robots.txt answers 403 or 404", "everything is allowed"),
    Fault(
        32, "robots.txt answers 429", "nothing is fetched: `robots_unreachable`, or `host_deferred` by its Retry-After"
    ),
    Fault(33, "a rule far down a robots.txt of 600 KiB", "obeyed"),
    Fault(34, "robots.txt as HTML, with a BOM, with CR for line ends", "no rules from HTML, the others' obeyed"),
    Fault(35, "rules that overlap, with wildcards", "the longest match decides (RFC 9309)"),
    Fault(36, "rules that change between runs", "read again within a day, once for all pages"),
    Fault(37, "a Crawl-delay", "kept whole, however long"),
    Fault(38, "many tasks and failures on one host", "never more than one request in flight"),
    Fault(39, "a stray byte in UTF-8", "one replacement character; the rest stays UTF-8"),
    Fault(40, "a charset that only the page's meta element names", "read in it"),
    Fault(41, "UTF-16", "read, with and without a mark"),
    Fault(42, "UTF-8 under a header that says Latin-1", "UTF-8, and the record says why"),
    Fault(43, "curly quotes under ISO-8859-1", "read as windows-1252, as browsers do"),
    Fault(44, "a picture or PDF that says it is HTML", "`not_html`"),
    Fault(45, "an empty 200, a 204, a 206, a 304 that nobody asked for", "`empty` or `no_content`, no record"),
    Fault(46, "a bot check with status 200", "`challenge`, no record"),
    Fault(47, "a redirect to a consent page", "`consent`, no record"),
    Fault(48, "one page at fifty addresses", "`repeated`, no record"),
    Fault(49, "a paywall's stub where a full text was", "`paywall`, and the full text stays"),
    Fault(
        50,
        "broken HTTP: huge headers, two lengths, a blank in a name, no headers",
        "`too_large` or `protocol`, at once",
    ),
    Fault(51, "a host that dies in mid-run", "`host_failing`: given up for this run; the other hosts' pages come"),
    Fault(52, "feeds with errors of all kinds", "every entry is kept"),
    Fault(53, "sitemaps in circles, of wrong types, over the limits", "read as far as allowed, each once"),
    Fault(54, "endless paths, sessions, calendars", "a bounded number of requests"),
    Fault(55, "kill -9 at any instant", "nothing lost, doubled or torn after the next run"),
    Fault(56, "a full disk", "exit code 4, the state whole, the next run goes on"),
    Fault(57, "an output that cannot be written", "exit code 4 before anything is fetched"),
    Fault(58, "two runs at once", "the second ends with exit code 75"),
    Fault(59, "a clock that goes back", "nothing waits for the wrong time, no negative interval"),
    Fault(60, "SIGTERM in mid-run", "exit code 143 within 15 seconds, everything kept"),
    Fault(61, "pipes, devices, broken links and loops in a folder", "`not_a_regular_file`, and no waiting"),
    Fault(
        62,
        "archives: bombs, names that lead out, two million members, old charsets, passwords, archives in archives",
        "a reason each; nothing is written, what is whole beside them is read",
    ),
    Fault(
        63,
        "web archives: cut off, damaged inside, packed whole, codings left in, no status text, revisits, ARC",
        "what is whole is read",
    ),
    Fault(
        64, "pages nested 400,000 deep, lines of 50 MB, NULs, spans of 9e15", "bounded time and memory, else set aside"
    ),
    Fault(65, "a crash in native code", "`crashed`: the page is set aside, the run goes on"),
    Fault(66, "two articles with nearly the same text", "two records; the later one names the earlier"),
    Fault(67, "names: 300 characters, CON, emoji, only the case differs", "a file each, whose name every system takes"),
    Fault(68, "a second run with nothing new", "not a byte is written to outputs"),
    Fault(69, "a million URLs", "memory stays flat"),
    Fault(70, "a state file of an older version, or damaged", "brought up to date; exit code 4 with advice"),
)
