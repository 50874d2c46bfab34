"""``make s3-real``: the contract, asked of a real S3: Ceph's radosgw, or the one that is named."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.infra.s3.endpoint import KEY, KIND, SECRET, URL
from tests.infra.s3.radosgw import KEY as OURS
from tests.infra.s3.radosgw import SECRET as OUR_SECRET
from tests.infra.s3.radosgw import NoCephError, Radosgw, unpack


def main() -> int:
    """Asks the S3 that the environment names, or starts one and asks that."""
    if os.environ.get(URL):
        return _ask({})
    with tempfile.TemporaryDirectory(prefix="earshot-ceph-") as folder:
        print("Downloading Ceph's packages (70 MB) and unpacking them; nothing is installed.")
        try:
            root = unpack(Path(folder))
            with Radosgw(root) as started:
                print(f"radosgw answers at {started.url}")
                return _ask({URL: started.url, KIND: "radosgw", KEY: OURS, SECRET: OUR_SECRET})
        except NoCephError as error:
            print(f"No S3 could be started: {error}", file=sys.stderr)
            return 1


def _ask(settings: dict[str, str]) -> int:
    suite = str(Path(__file__).with_name("test_contract.py"))
    asked = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", suite]
    return subprocess.run(asked, env=os.environ | settings, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
