#!/usr/bin/env bash
# The wheel, installed with nothing beside it in an environment of its own, runs the demo.
set -euo pipefail
source "$(dirname "$0")/steps.sh"
: "${WORK:?a folder to work in}"

pip wheel --quiet --no-deps --wheel-dir "$WORK/dist" .
python -m venv "$WORK/alone"
started=$SECONDS
"$WORK/alone/bin/pip" install --quiet "$WORK"/dist/*.whl
printf 'base installation: %d s, %s\n' $((SECONDS - started)) "$(du -sh "$WORK/alone" | cut -f1)"

mkdir -p "$WORK/elsewhere"
cd "$WORK/elsewhere"
export HOME=$WORK/elsewhere
PATH="$WORK/alone/bin:/usr/bin:/bin"
annotator version --json
python -c "
from annotator.resources import schema_folder, seeds_folder
assert '_resources' in str(schema_folder()), schema_folder()
assert len(list(seeds_folder().glob('*.txt'))) == 5, list(seeds_folder().iterdir())
"
annotator demo --help >/dev/null 2>&1 || cannot "there is no command demo yet"
annotator demo --headless
