"""Trial after trial until the time is over, on all cores."""
import argparse
import concurrent.futures
import os
import random
import shlex
import shutil
import sys
import tempfile
import threading
import time

from . import trials
from .judging import faults
from .running import Tool

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def options():
    parser = argparse.ArgumentParser(description="Fuzzes the built tool; Tests/fuzz says how.")
    parser.add_argument("seconds", nargs="?", type=float, default=45)
    parser.add_argument("--seed", type=int, help="by default a new one")
    parser.add_argument("--trial", type=int, help="only this one")
    parser.add_argument("--kind", choices=sorted(trials.KINDS), help="only inputs of this kind")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--limit", type=float, default=60, help="seconds for a command")
    return parser.parse_args()


class Campaign:
    def __init__(self, chosen):
        self.chosen = chosen
        self.seed = chosen.seed if chosen.seed is not None else random.randrange(1 << 32)
        self.folder = os.path.join(TOP, "Output", "fuzz")
        self.tool = Tool(tool_path(), chosen.limit)
        self.corpus = trials.Corpus(TOP, self.tool)
        self.lock = threading.Lock()
        self.runs = 0
        self.failures = {}
        self.seen = {}

    def trial(self, number):
        """One mutated input and the commands that read it."""
        choice = random.Random(f"{self.seed}/{number}")
        kind = choice.choice(sorted(trials.KINDS))
        kind = self.chosen.kind or kind
        scratch = tempfile.mkdtemp(prefix="graphgrad-fuzz-")
        try:
            commands = trials.KINDS[kind](choice, self.corpus, scratch)
            for command in commands:
                outcome = self.tool.run(command.arguments, scratch, command.text)
                with self.lock:
                    self.runs += 1
                    key = (kind, command.arguments[0], outcome.code == 0)
                    self.seen[key] = self.seen.get(key, 0) + 1
                for fault in faults(command, outcome, scratch):
                    self.fail(number, kind, command, outcome, fault, scratch)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def fail(self, number, kind, command, outcome, fault, scratch):
        line = "graphgrad " + shlex.join(command.arguments)
        kept = os.path.join(self.folder, f"{self.seed}-{number}")
        with self.lock:
            first = (kind, command.arguments[0], fault) not in self.failures
            self.failures.setdefault((kind, command.arguments[0], fault), []).append(number)
            if first:
                shutil.copytree(scratch, kept, dirs_exist_ok=True, symlinks=True)
                with open(os.path.join(kept, "COMMANDS"), "a") as file:
                    file.write(f"{line}\n# {fault}\n{outcome.errors[-2000:]}\n")
        if first:
            print(
                f"\n{kind}: {fault}\n  cd {kept} && {line}\n"
                f"  Tests/fuzz --seed {self.seed} --trial {number} --kind {kind}\n"
                f"  {outcome.errors.strip()[-300:]}", flush=True)

    def numbers(self):
        if self.chosen.trial is not None:
            yield self.chosen.trial
            return
        end = time.monotonic() + self.chosen.seconds
        number = 0
        while time.monotonic() < end:
            yield number
            number += 1

    def run(self):
        print(f"fuzz: seed {self.seed}, {self.tool.path}", flush=True)
        numbers = self.numbers()
        with concurrent.futures.ThreadPoolExecutor(self.chosen.jobs) as pool:
            waiting = set()
            for number in numbers:
                waiting.add(pool.submit(self.trial, number))
                if len(waiting) > 2 * self.chosen.jobs:
                    done, waiting = concurrent.futures.wait(
                        waiting, return_when=concurrent.futures.FIRST_COMPLETED)
                    for future in done:
                        future.result()
            for future in concurrent.futures.as_completed(waiting):
                future.result()
        return self.report()

    def report(self):
        accepted = sum(count for (_, _, good), count in self.seen.items() if good)
        print(f"fuzz: {self.runs} runs, {accepted} accepted, {len(self.failures)} kinds of failure")
        if self.chosen.seconds >= 300:
            for (kind, command, good), count in sorted(self.seen.items()):
                print(f"  {kind:12} {command:10} {'accepted' if good else 'refused'} {count}")
        for (kind, command, fault), where in sorted(self.failures.items()):
            print(f"  {kind} {command}: {fault}: {len(where)} times, first in trial {where[0]}")
        if self.runs == 0 or accepted == 0:
            print("fuzz: nothing was accepted, so nothing was tried")
            return 1
        return 1 if self.failures else 0


def tool_path():
    path = os.environ.get("GRAPHGRAD_RELEASE") or os.path.join(TOP, ".build/release/graphgrad")
    if not os.access(path, os.X_OK):
        sys.exit(f"{path}: error: not there; swift build -c release --product graphgrad makes it")
    return os.path.abspath(path)


def main():
    return Campaign(options()).run()
