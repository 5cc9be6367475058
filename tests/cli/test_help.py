"""Help that helps: each option explained, examples for each command, and no command in the docs that does not exist."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from scraper.cli import main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def walk(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for part, found in command.commands.items():
            yield from walk(found, f"{name} {part}")


COMMANDS = dict(walk(main, "scraper"))


@pytest.mark.parametrize("name", COMMANDS)
def test_each_option_is_explained(name: str) -> None:
    options = [param for param in COMMANDS[name].params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_ends_with_examples_of_the_command(name: str) -> None:
    epilog = COMMANDS[name].epilog or ""
    assert re.search(rf"^Examples:\n  .*{name} ", epilog, re.MULTILINE), epilog


@pytest.mark.parametrize("name", COMMANDS)
def test_each_example_is_a_command_that_there_is(name: str) -> None:
    for line in (COMMANDS[name].epilog or "").splitlines():
        if "scraper COMMAND" not in line and "<(" not in line:
            check_line(re.split(r"  +(?=\S)", line.strip())[0])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_command_in_the_docs_is_one_that_there_is(page: Path) -> None:
    text = re.sub(r"\\\n\s*", "", page.read_text("utf-8"))
    shown = re.findall(r"^(?:    |ExecStart=\S+/|.*/bin/)?\"?(scraper (?!COMMAND).*)$", text, re.MULTILINE)
    named = re.findall(r"`(scraper [a-z]+ [^`]*)`", text)
    for line in shown + named:
        check_line(re.sub(r"\s+", " ", line.partition("  #")[0]))


def check_line(line: str) -> None:
    """Parse what is given to the command; nothing is run."""
    found = re.search(r"\bscraper (?=[a-z-])([^|<>]*)", line)
    if not found:
        return
    command: click.Command = main
    words = shlex.split(found[1])
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        assert words[0] in command.commands, line
        command = command.commands[words.pop(0)]
    command.make_parser(click.Context(command, **main.context_settings)).parse_args(words)


def test_the_list_of_commands_cuts_no_sentence() -> None:
    context = click.Context(main, info_name="scraper", terminal_width=80, **main.context_settings)
    listed = main.get_help(context).partition("Commands:")[2]
    assert "..." not in listed.partition("Examples:")[0]
