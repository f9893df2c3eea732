"""Runs the tests of what the scripts share, every training script for a few steps, every golden script in comparing mode.

    python -m training.check        about a minute; ends with "N passed, N failed", exit 1 if any failed

A training script is training/<name>/train.py and takes --smoke; a golden script is training/golden/<method>.py and
takes --check (by the `write` of golden.py beside it), which compares the stored numbers instead of writing them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

from training.common.paths import ROOT

LIMIT_SECONDS = 300


def find_commands() -> list[list[str]]:
    """What to run after the interpreter's name, for every script there is."""
    folder = ROOT / "training"
    smokes = [["-m", f"training.{path.parent.name}.train", "--smoke"] for path in sorted(folder.glob("*/train.py"))]
    shared = folder / "golden" / "golden.py"
    scripts = [path for path in sorted((folder / "golden").glob("*.py")) if path != shared]
    if scripts and "--check" not in shared.read_text():
        # Run without it, a script would write its golden numbers anew and so agree with itself.
        raise SystemExit(f"{shared}: expected its `write` to know --check (compare, write nothing), found no --check")
    tests = [["-m", "unittest", "discover", "-t", ".", "-s", "training/tests"]]
    return tests + smokes + [[str(path.relative_to(ROOT)), "--check"] for path in scripts]


def run(words: list[str]) -> bool:
    started = time.monotonic()
    try:
        done = subprocess.run(
            [sys.executable, *words], cwd=ROOT, text=True, timeout=LIMIT_SECONDS, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        good, said = done.returncode == 0, done.stdout
    except subprocess.TimeoutExpired as late:
        good, said = False, f"{late.stdout or ''}\nstopped after {LIMIT_SECONDS} s"
    print(f"{'ok  ' if good else 'FAIL'} {' '.join(words)} ({time.monotonic() - started:.1f} s)", flush=True)
    shown = said.strip().splitlines()
    for line in shown if not good else [line for line in shown if "absent" in line or "skipped" in line]:
        print("     " + line)
    return good


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m training.check", description="Smoke check of all of training/.")
    options.add_argument("--smoke", action="store_true", help="the default, and all there is")
    options.parse_args()
    results = [run(words) for words in find_commands()]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    sys.exit(0 if results and all(results) else 1)


if __name__ == "__main__":
    main()
