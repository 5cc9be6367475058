"""A short article about a pier, with a line of the site's set into its text."""

from scraper import clean

PROSE = "The pier was closed for two winters while the piles were replaced one by one, and the town had to do without its ferry."
PARAGRAPHS = [PROSE, PROSE[4:], PROSE[9:]]


def paragraphs_of_page_with(line: str, *, also_at_the_end: bool = False) -> list[str]:
    """The text of the cleaned page, as paragraphs."""
    lines = [PARAGRAPHS[0], line, *PARAGRAPHS[1:], *([line] if also_at_the_end else [])]
    body = "".join(f"<p>{text}" for text in lines)
    return clean(f"<title>The pier</title><article><h1>The pier</h1>{body}</article>").text.split("\n\n")
