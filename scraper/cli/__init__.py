"""The ``scraper`` command: one module for each subcommand. Flags become settings here and nowhere else."""

from collections.abc import Iterator
from typing import Any

import click

from scraper import __version__
from scraper.cli.clean import clean
from scraper.cli.completion import completion
from scraper.cli.discover import discover
from scraper.cli.exits import INTERRUPTED, errors_to_exits
from scraper.cli.export import export
from scraper.cli.failed import failed
from scraper.cli.inspect import inspect
from scraper.cli.report import report
from scraper.cli.scrape import scrape
from scraper.cli.sites import sites
from scraper.cli.streams import open_missing, standard_output
from scraper.cli.why import why


class _Main(click.Group):
    """All commands."""

    def main(self, *args: Any, **extra: Any) -> Any:
        try:
            return super().main(*args, **extra)
        except OSError as exc:
            if exc.filename is not None:
                raise
            with errors_to_exits(), standard_output():  # click writes help itself
                raise

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:  # where no run listens for it: at the start, and in commands that keep nothing
            click.echo("\nscraper: stopped by sigint", err=True)
            ctx.exit(INTERRUPTED)
        except click.NoSuchOption as exc:
            owners = [name for name, command in _walk(self) if _has_option(command, exc.option_name)]
            if not owners:
                raise
            message = f"No such option here: {exc.option_name}. It is one of {', '.join(owners)}."
            raise click.UsageError(message, exc.ctx) from exc


def _walk(group: click.Group, prefix: str = "scraper") -> Iterator[tuple[str, click.Command]]:
    """Yield all commands with the words that call them."""
    for name, command in group.commands.items():
        yield f"`{prefix} {name}`", command
        if isinstance(command, click.Group):
            yield from _walk(command, f"{prefix} {name}")


def _has_option(command: click.Command, name: str) -> bool:
    return any(name in parameter.opts for parameter in command.params)


@click.group(
    cls=_Main,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  scraper scrape https://example.org/ -o news.jsonl       run again, it adds what is new
  scraper clean saved/ pages.zip -o articles.jsonl
  scraper why https://example.org/2026/a-story            why there is no article
  scraper COMMAND --help                                  all options of a command, with examples
""",
)
@click.version_option(__version__, prog_name="scraper")
def main() -> None:
    """Scrape news sites and saved pages into clean article records."""
    open_missing()


for command in (scrape, discover, sites, clean, inspect, report, export, why, failed, completion):
    main.add_command(command)
