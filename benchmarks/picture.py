"""The figures as pictures: accuracy against time, what the confidence is worth, and what a site's profile is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

# Equal figures give equal files: no date in them, and names of their parts that do not change.
_SALT: Final = "scraper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An extractor: mean milliseconds of CPU for a page, and its word F1."""

    name: str
    ms: float
    f1: float


def _plot() -> Any:
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = _SALT
    import matplotlib.pyplot as plt

    return plt


def draw_accuracy_time(points: Sequence[Point], title: str, path: Path) -> None:
    """Write accuracy against time, time on a logarithmic scale, as SVG."""
    plt = _plot()
    figure, axes = plt.subplots(figsize=(7, 4.5), layout="constrained")
    for point in points:
        ours = point.name.startswith("this project")
        axes.scatter(point.ms, point.f1, s=60, color="tab:red" if ours else "tab:blue")
        axes.annotate(point.name, (point.ms, point.f1), xytext=(7, 5), textcoords="offset points")
    axes.set_xscale("log")
    axes.margins(x=0.4, y=0.15)  # room for the names
    axes.set_xlabel("CPU milliseconds a page (logarithmic; less is better)")
    axes.set_ylabel("word F1 (more is better)")
    axes.set_title(title)
    axes.grid(alpha=0.3)
    figure.savefig(path, format="svg", metadata={"Date": None})
    plt.close(figure)


def draw_calibration(steps: Sequence[tuple[int, float, float]], title: str, path: Path) -> None:
    """Write mean word F1 against mean confidence, the pages of each step as the point's size, as SVG."""
    plt = _plot()
    figure, axes = plt.subplots(figsize=(5, 5), layout="constrained")
    axes.plot([0, 1], [0, 1], color="grey", linestyle="--", linewidth=1)
    largest = max((count for count, _, _ in steps), default=1)
    for count, confidence, f1 in steps:
        axes.scatter(confidence, f1, s=20 + 180 * count / largest, color="tab:red", alpha=0.8)
        axes.annotate(str(count), (confidence, f1), xytext=(6, -10), textcoords="offset points", fontsize=8)
    axes.set_xlim(0, 1.03)
    axes.set_ylim(0, 1.03)
    axes.set_xlabel("confidence in the record")
    axes.set_ylabel("word F1 against the truth")
    axes.set_title(title)
    figure.savefig(path, format="svg", metadata={"Date": None})
    plt.close(figure)


def draw_growth(errors: Sequence[tuple[int, float, float]], path: Path) -> None:
    """Write the share of wrong words in the text against the pages of a site, alone and with the profile, as SVG."""
    plt = _plot()
    sizes, alone, ours = zip(*errors, strict=True)
    figure, axes = plt.subplots(figsize=(6, 4), layout="constrained")
    axes.plot(sizes, [100 * share for share in alone], "o--", color="tab:blue", label="each page alone")
    axes.plot(sizes, [100 * share for share in ours], "o-", color="tab:red", label="with the site's profile")
    axes.set_xscale("log")
    axes.set_xticks(sizes, [str(size) for size in sizes], minor=False)
    axes.minorticks_off()
    axes.set_ylim(bottom=0)
    axes.set_xlabel("pages of each demo site (logarithmic)")
    axes.set_ylabel("wrong words in % of the text")
    axes.grid(alpha=0.3)
    axes.legend()
    figure.savefig(path, format="svg", metadata={"Date": None})
    plt.close(figure)
