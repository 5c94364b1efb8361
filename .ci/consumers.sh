#!/usr/bin/env bash
# What we export, read by the libraries people will read it with.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

pip install --quiet --only-binary :all: --editable '.[dev,consumers]'
pytest_marked consumer
