"""The tool, run with limits."""
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

# A hard end for what a bad length asks for; what is judged is the memory that was used.
ADDRESS_SPACE = 8 << 20  # in KB


@dataclass
class Outcome:
    code: int
    signal: int
    is_late: bool
    memory: int
    output: bytes
    errors: str


class Tool:
    def __init__(self, path, limit):
        self.path = path
        self.limit = limit

    def run(self, arguments, folder, text=b""):
        """Runs the tool in `folder` with `text` on standard input."""
        limited = f'ulimit -v {ADDRESS_SPACE} 2>/dev/null; exec "$@"'
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, \
                tempfile.TemporaryFile() as err:
            given.write(text)
            given.seek(0)
            process = subprocess.Popen(
                ["sh", "-c", limited, "sh", self.path] + arguments, cwd=folder, stdin=given,
                stdout=out, stderr=err, start_new_session=True)
            status, usage, is_late = self.wait(process)
            out.seek(0)
            err.seek(0)
            return Outcome(
                code=os.waitstatus_to_exitcode(status),
                signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, is_late=is_late,
                memory=usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
                output=out.read(), errors=err.read().decode("utf-8", "replace"))

    def wait(self, process):
        end = time.monotonic() + self.limit
        pause = 0.002
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                process.returncode = 0
                return status, usage, False
            if time.monotonic() > end:
                os.killpg(process.pid, signal.SIGKILL)
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = 0
                return status, usage, True
            time.sleep(pause)
            pause = min(pause * 1.5, 0.05)
