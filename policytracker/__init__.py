"""The wiring of the project: settings, addresses, and the programs that run it."""

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    raise SystemExit(f"Python 3.11, 3.12 or 3.13 is needed; this is {sys.version.split()[0]} ({sys.executable}).")
