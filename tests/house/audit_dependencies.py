"""Looks for known weaknesses in the locked packages; where no register can be reached, says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).parents[2] / "requirements" / "run.txt"
OFFLINE = (
    "ConnectionError",
    "Could not",
    "Max retries",
    "not found on PyPI",
    "timed out",
    "SSL",
    "NewConnectionError",
    "ServiceError",
)


def main() -> int:
    """0 where nothing was found or nobody could be asked, 1 where a weakness is known."""
    asked = [
        sys.executable,
        "-m",
        "pip_audit",
        "--require-hashes",
        "--disable-pip",
        "--progress-spinner",
        "off",
        "--timeout",
        "10",
        "-r",
        str(LOCK),
    ]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=120)
    told = done.stdout + done.stderr
    if "No known vulnerabilities found" in told and "Skip Reason" not in told:
        print("dependency audit: no known vulnerabilities")
        return 0
    if any(sign in told for sign in OFFLINE):
        print("dependency audit: not checked, no register of vulnerabilities could be reached")
        return 0
    print(told)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
