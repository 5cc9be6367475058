"""What a command was asked for, on standard output."""

from contextlib import suppress

import click

from scraper.cli.exits import errors_to_exits
from scraper.cli.streams import standard_output


def show(text: str) -> None:
    """Write a result, and end the command with the code of an unusable output where that cannot be done.

    A reader that is gone (``| head``) has had enough: the command goes on to its own end.
    """
    with errors_to_exits(), suppress(BrokenPipeError), standard_output():
        click.echo(text)
