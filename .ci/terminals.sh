#!/usr/bin/env bash
# The screens in real terminals, on a virtual X server, and inside tmux and GNU screen.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

install_debian alacritty dbus fonts-dejavu imagemagick kitty konsole libgl1-mesa-dri mlterm procps \
    pterm rxvt-unicode sakura screen tmux xterm xvfb
export TERMINAL_PICTURES=${TERMINAL_PICTURES:-${WORK:-/tmp}/terminal-pictures}
pytest_marked terminal
printf 'the pictures: %s\n' "$TERMINAL_PICTURES"
