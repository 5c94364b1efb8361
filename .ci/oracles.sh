#!/usr/bin/env bash
# Our bidi, shaping and measures against other people's implementations.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

pip install --quiet --only-binary :all: --editable '.[dev,oracles]'
pytest_marked oracle
