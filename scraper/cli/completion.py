"""``scraper completion``: what makes a shell complete commands, options, formats and paths."""

import click
from click.shell_completion import CompletionItem, get_completion_class


@click.command(
    short_help="Shell completion for bash, zsh and fish.",
    epilog="""\b
Examples:
  scraper completion bash > ~/.local/share/bash-completion/completions/scraper
  scraper completion zsh > ~/.zfunc/_scraper              with fpath+=~/.zfunc before compinit in ~/.zshrc
  scraper completion fish > ~/.config/fish/completions/scraper.fish
  source <(scraper completion bash)                       for this shell alone
""",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that completes commands, options, formats, modes and paths in a SHELL.

    The folder that the script goes to must exist, and `scraper` must be found by its name: put the folder of the virtual
    environment's programs on the PATH.
    """
    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(context.find_root().command, {}, "scraper", "_SCRAPER_COMPLETE").source())


def complete_output(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete an output's name: its format once it has a dot, the files that there are before."""
    from scraper.export import EXPORTERS

    start = incomplete.rfind("/") + 1
    dots = [place for place, char in enumerate(incomplete) if char == "." and place > start]
    names = [
        incomplete[:dot] + extension
        for dot in dots
        for extension in EXPORTERS
        if extension.startswith(incomplete[dot:])
    ]
    return [CompletionItem(name) for name in names] or [CompletionItem(incomplete, type="file")]


def complete_site_key(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Complete what a site is by its name; a regular expression is the writer's own."""
    return [key for key in ("host", "domain", "path") if key.startswith(incomplete)]
