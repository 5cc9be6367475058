"""The soak itself: the sites' clock, the two clients, and what is looked at after each of their runs."""

import asyncio
import json
import os
import sqlite3
import sys
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from benchmarks.soak.checks import Run, Tally, compare, find_outcomes
from benchmarks.soak.faults import LONG_PAUSE_S
from benchmarks.soak.rounds import CLIENT as ROUNDS
from benchmarks.soak.rounds import DELAY_S, Held, children_of, look
from benchmarks.soak.server import World, serve

CRON: Final = "scraper-soak-cron"
OUTPUTS: Final = ("articles.jsonl", "articles.sqlite")
_LINE_BYTES: Final = 1 << 26  # a round's events in one line
_EXPECTED: Final = frozenset({*OUTPUTS, "state.sqlite", "state.sqlite.lock"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long, how many, how often.

    Attributes:
        step_s: The sites change so often.
        round_s: A round begins so long after the one before, or at its end.
        cron_s: The same for the command.
        fault_rate: Share of the answers with a fault: enough that some URLs fail in all three tries.
        calm_runs: So many runs of each client end it, in which nothing fails.
    """

    seconds: float = 3600
    sites: int = 50
    seed: int = 10
    step_s: float = 20
    round_s: float = 40
    cron_s: float = 120
    fault_rate: float = 0.08
    calm_runs: int = 2


@dataclass(slots=True, kw_only=True)
class Soak:
    """What came of it.

    Attributes:
        held: What the process of the rounds held after each of them.
        problems: All that should not be.
    """

    plan: Plan
    world: World
    runs: list[Run] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    tallies: dict[str, Tally] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


async def soak(plan: Plan, folder: Path) -> Soak:
    """Run the soak in a folder, and check what came of it."""
    steps = int(plan.seconds / plan.step_s)
    last_pause = int((plan.seconds - LONG_PAUSE_S) / plan.step_s) - 1
    world = World(seed=plan.seed, fault_rate=plan.fault_rate, last_step=steps, last_pause=last_pause)
    done = Soak(plan=plan, world=world)
    for name in (ROUNDS, CRON, "tmp"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    async with serve(world, plan.sites):
        rounds, cron = await _Rounds.start(done, folder), _Cron(done, folder)
        ends = time.monotonic() + plan.seconds
        await asyncio.gather(_step(world, plan), _repeat(rounds, plan.round_s, ends), _repeat(cron, plan.cron_s, ends))
        world.is_calm = True
        for client in (rounds, cron):
            for _ in range(plan.calm_runs):
                _bring_retries_forward(client.folder / "state.sqlite")
                await client.run()
        await rounds.close()
    for client in (rounds, cron):
        _check_client(done, client)
    _, silent = find_outcomes(world, done.runs)
    done.problems += silent
    return done


async def _step(world: World, plan: Plan) -> None:
    for _ in range(world.last_step):
        await asyncio.sleep(plan.step_s)
        world.step()


async def _repeat(client: "_Client", every_s: float, ends: float) -> None:
    while time.monotonic() < ends:
        next_at = time.monotonic() + every_s
        await client.run()
        await asyncio.sleep(max(0.0, min(next_at, ends) - time.monotonic()))


def _bring_retries_forward(state: Path) -> None:
    """Let the time pass that failed URLs wait for: up to a day."""
    with closing(sqlite3.connect(state)) as database, database:
        database.execute("UPDATE urls SET next_at = '2000-01-01T00:00:00Z' WHERE state = 'failed'")


def _check_client(done: Soak, client: "_Client") -> None:
    tally = compare(done.world, client.name, [client.folder / name for name in OUTPUTS])
    done.tallies[client.name] = tally
    for kind in ("lost", "doubled", "stale", "unnoticed"):
        done.problems += [f"{client.name}, {kind}: {text}" for text in getattr(tally, kind)]
    with closing(sqlite3.connect(client.folder / "state.sqlite")) as database:
        if (answer := database.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            done.problems.append(f"{client.name}: state file: {answer}")


class _Client:
    """One of the two that scrape."""

    name: str

    def __init__(self, done: Soak, folder: Path) -> None:
        self.folder = folder / self.name
        self._done = done
        self._temporary = folder / "tmp"
        self._environment = {**os.environ, "TMPDIR": str(self._temporary)}

    async def run(self) -> None:
        """Run once, and note what is left over."""
        world = self._done.world
        world.runs[self.name] += 1
        run = await self._run(world.runs[self.name])
        self._done.runs.append(run)
        events, megabytes = len(run.events), run.peak_kb / 1024
        sys.stderr.write(f"{self.name} {run.number}: {run.seconds:.1f} s, {events} events, {megabytes:.0f} MB\n")
        if run.code not in (0, 5):
            self._done.problems.append(f"{self.name} {run.number}: exit code {run.code}")
        left = [path.name for path in self.folder.iterdir() if path.name not in _EXPECTED]
        self._done.problems += [f"{self.name} {run.number}: left {name}" for name in left]

    async def _run(self, number: int) -> Run:
        raise NotImplementedError

    @property
    def _sites(self) -> list[str]:
        return [site.base_url + "/" for site in self._done.world.sites]


class _Rounds(_Client):
    """One process that goes on."""

    name = ROUNDS
    _process: asyncio.subprocess.Process

    @classmethod
    async def start(cls, done: Soak, folder: Path) -> "_Rounds":
        client = cls(done, folder)
        pipe = asyncio.subprocess.PIPE
        client._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "benchmarks.soak.rounds", client.folder, *client._sites),
            **{"stdin": pipe, "stdout": pipe, "limit": _LINE_BYTES, "env": client._environment},
        )
        return client

    async def _run(self, number: int) -> Run:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(b"\n")
        line = asyncio.create_task(self._process.stdout.readline())
        peak_kb = await _watch_memory(self._process.pid, line)
        told: dict[str, Any] = json.loads(await line)
        held = Held(**{name: told[name] for name in Held.__dataclass_fields__})
        self._done.held.append(held)
        if held.children:
            self._done.problems.append(f"round {number}: {held.children} processes left")
        return Run(
            client=self.name,
            number=number,
            seconds=told["seconds"],
            events=told["events"],
            warnings=told["warnings"],
            peak_kb=peak_kb,
        )

    async def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        if await self._process.wait():
            self._done.problems.append(f"the process of the rounds ended with {self._process.returncode}")


class _Cron(_Client):
    """The command, started anew each time in a session of its own, so that what it leaves behind can be found."""

    name = CRON

    async def _run(self, number: int) -> Run:
        outputs = [part for name in OUTPUTS for part in ("-o", name)]
        options = ["--allow-private", "127.0.0.0/8", "--delay", str(DELAY_S), "--user-agent", CRON]
        limit = ["--max-runtime", str(self._done.plan.cron_s * 0.8)] if not self._done.world.is_calm else []
        command = [sys.executable, "-m", "scraper.cli", "scrape", *self._sites, "--state", "state.sqlite"]
        began = time.monotonic()
        process = await asyncio.create_subprocess_exec(
            *(*command, *outputs, *options, *limit),
            cwd=self.folder,
            env=self._environment | {"PYTHONPATH": os.getcwd()},
            start_new_session=True,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        talk = asyncio.create_task(process.communicate())
        peak_kb = await _watch_memory(process.pid, talk)
        _, errors = await talk
        await self._check_left_over(process.pid, number)
        lines = [json.loads(line) for line in errors.splitlines()]
        return Run(
            client=self.name,
            number=number,
            seconds=time.monotonic() - began,
            events=[(line["url"], line["outcome"], line["reason"]) for line in lines if "outcome" in line],
            warnings=[line["message"] for line in lines if "message" in line],
            peak_kb=peak_kb,
            code=process.returncode or 0,
        )

    async def _check_left_over(self, session: int, number: int) -> None:
        await asyncio.sleep(0.5)  # a killed process is gone a moment later
        left = _find_session(session)
        files = [path.name for path in self._temporary.iterdir()]
        self._done.problems += [f"{self.name} {number}: left {what}" for what in (*map(str, left), *files)]


async def _watch_memory(pid: int, until: "asyncio.Task[Any]") -> int:
    """Return the most memory that a process and its children held at once until something is done, in kB."""
    peak_kb = 0
    while not until.done():
        with suppress(OSError):  # gone meanwhile
            peak_kb = max(peak_kb, sum(look(process).pss_kb for process in (pid, *_descendants(pid))))
        await asyncio.wait({until}, timeout=1)
    return peak_kb


def _descendants(pid: int) -> list[int]:
    children = children_of(pid)
    return [*children, *(further for child in children for further in _descendants(child))]


def _find_session(session: int) -> Sequence[int]:
    """Return the processes of a session that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, _, of = stat.read_text().rpartition(") ")[2].split()[:4]
            if int(of) == session and state != "Z":
                found.append(int(stat.parent.name))
    return found
