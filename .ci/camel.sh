#!/usr/bin/env bash
# camel-tools loads a tiny model and a tiny morphology database through its own code.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

# First, and alone: asked for by another package, torch would be a CUDA build of several GB.
pip install --quiet torch==2.13.0 || cannot "no torch 2.13.0 for this machine"
pip install --quiet --editable '.[dev,camel]' || cannot "camel-tools cannot be installed here"
pytest_marked camel
