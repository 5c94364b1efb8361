#!/usr/bin/env bash
# The screens in real terminals: tmux, and xterm on a virtual X server.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

install_debian fonts-dejavu imagemagick tmux x11-utils xterm xvfb
pytest_marked terminal
