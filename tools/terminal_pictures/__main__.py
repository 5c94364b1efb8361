"""Takes pictures of every terminal that is installed and says as JSON what they prove."""

import argparse
import json
import shutil
import sys
from dataclasses import asdict
from pathlib import Path

from tools.terminal_pictures.emulators import EMULATORS
from tools.terminal_pictures.photographing import TerminalReport, photograph

NEEDED = ("Xvfb", "import", "convert")


def main() -> int:
    """Go through the terminals; 1 when one that is installed is wrong, or when none is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder to keep the pictures in")
    parser.add_argument("--terminal", action="append", choices=EMULATORS, help="repeat it")
    chosen = parser.parse_args()
    absent = [name for name in NEEDED if shutil.which(name) is None]
    if absent:
        sys.stderr.write(f"not installed: {', '.join(absent)}\n")
        return 1
    chosen.out.mkdir(parents=True, exist_ok=True)
    reports = []
    for name in chosen.terminal or EMULATORS:
        report = photograph(name, chosen.out)
        reports.append(report)
        sys.stderr.write(f"{name}: {'; '.join(report.faults) or 'right'}\n")
    print(json.dumps([_told(report) for report in reports], indent=1))
    tried = [report for report in reports if not report.missing]
    return 0 if tried and not any(report.faults for report in tried) else 1


def _told(report: TerminalReport) -> dict[str, object]:
    return {**asdict(report), "faults": report.faults}


if __name__ == "__main__":
    sys.exit(main())
