"""Templates to pages that show hostile text: everything is escaped, and nothing but our own script and style may act.

The second line of defence stands in the file: a policy (CSP Level 3) that allows one style and one script, by their hashes, and
nothing from anywhere else.
"""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from scraper.errors import UsageError, how_to_install
from scraper.records import Article

if TYPE_CHECKING:
    from jinja2 import Environment

_NEEDED: Final = {"jinja2": "jinja2", "markdown_it": "markdown-it-py"}
_WEB: Final = re.compile(r"https?://[^\s/]", re.I)


def render_page(template: str, assets: tuple[str, ...], **values: Any) -> str:
    """Return a page as text, where ``require_libraries`` has been asked.

    Args:
        template: Its file.
        assets: Style sheets and scripts in order; each kind becomes one element.
        values: What the template shows.
    """
    from markupsafe import Markup

    style, script = (_read_assets(assets, kind) for kind in (".css", ".js"))
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    # Markup: these three are ours, and a hash holds for the text as it stands.
    return (
        _environment()
        .get_template(template)
        .render(policy=Markup(policy), style=Markup(style), script=Markup(script), **values)
    )


def require_libraries() -> None:
    """Check that pages can be made.

    Raises:
        UsageError: Something is not installed.
    """
    missing = [name for module, name in _NEEDED.items() if find_spec(module) is None]
    if missing:
        raise UsageError(f"the page needs {' and '.join(missing)}: {how_to_install('report')}")


def is_web(url: str | None) -> bool:
    r"""Tell whether an address may become a link: http and https alone, no script, no data, no file.

    >>> is_web("https://a.test/"), is_web("javascript:alert(1)"), is_web(" java\\nscript:x")
    (True, False, False)
    """
    return bool(url and _WEB.match(url))


def embed_json(value: Any) -> str:
    """Return a value as JSON that may stand in a script element: without any character that HTML reads."""
    from jinja2.utils import htmlsafe_json_dumps

    return htmlsafe_json_dumps(value, dumps=json.dumps, separators=(",", ":"))


def render_markdown(markdown: str) -> str:
    """Return a record's markdown as HTML: what looks like HTML in it is text, and links lead to the web alone."""
    from markupsafe import Markup

    return Markup(_markdown()(markdown))


@cache
def _markdown() -> Callable[[str], str]:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block", "html_inline"])
    reader.validateLink = is_web  # type: ignore[method-assign]  # the library's own hook

    def open_link(self: Any, tokens: list[Token], place: int, options: Any, env: Any) -> str:
        tokens[place].attrs |= {"rel": "noopener noreferrer nofollow", "target": "_blank"}
        return str(self.renderToken(tokens, place, options, env))

    reader.add_render_rule("link_open", open_link)
    return reader.render


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("scraper.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests |= {"web": is_web, "article": lambda outcome: isinstance(outcome, Article)}
    environment.filters |= _FILTERS
    return environment


def _read_assets(names: tuple[str, ...], kind: str) -> str:
    folder = files("scraper.report") / "assets"
    return "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names if name.endswith(kind))


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def format_count(value: float) -> str:
    """Return a number with commas."""
    return f"{value:,.0f}"


def format_bytes(value: float) -> str:
    """Return a size with its unit.

    >>> format_bytes(1_234_567)
    '1.2 MB'
    """
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000 or unit == "GB":
            break
        value /= 1000
    return f"{value:.0f} {unit}" if unit == "B" or value >= 100 else f"{value:.1f} {unit}"


def format_seconds(value: float) -> str:
    """Return a time in its fitting unit.

    >>> format_seconds(0.25), format_seconds(90), format_seconds(200_000)
    ('250 ms', '1.5 min', '2.3 days')
    """
    if value < 1:
        return f"{value * 1000:.0f} ms"
    for limit, unit, size in ((60, "s", 1), (3600, "min", 60), (86_400, "h", 3600)):
        if value < limit:
            return f"{value / size:.3g} {unit}"
    return f"{value / 86_400:.1f} days"


def format_time(moment: str | None) -> str:
    """Return a time of the state for people, in UTC; what is no time stays as it is.

    >>> format_time("2026-11-23T09:05:00Z")
    '23 Nov 2026, 09:05'
    """
    try:
        return datetime.fromisoformat(moment or "").strftime("%-d %b %Y, %H:%M")
    except ValueError:
        return moment or ""


_FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "count": format_count,
    "bytes": format_bytes,
    "seconds": format_seconds,
    "time": format_time,
    "markdown": render_markdown,
}
