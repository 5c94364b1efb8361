# shellcheck shell=bash
# What every step shares: sourced by .ci/run, and by the scripts of the heavy steps.

# A script that cannot do its work on this machine ends with this code; that is said loudly and
# fails nothing.
readonly cannot_run=77

step_lines=()
failed_steps=()
skipped_steps=()

# step NAME COMMAND...: run it in a shell of its own, time it, remember how it ended, go on.
step() {
    local name=$1 started=$SECONDS code ended="ok"
    shift
    printf '\n=== %s\n' "$name"
    set +e    # not `|| code=$?`: inside a condition no command of the step could end it
    (set -e; "$@") </dev/null
    code=$?
    set -e
    if ((code == cannot_run)); then
        ended="DID NOT RUN"
        skipped_steps+=("$name")
        printf '!!! %s: DID NOT RUN, see the reason above\n' "$name"
    elif ((code != 0)); then
        ended="FAILED ($code)"
        failed_steps+=("$name")
        printf '!!! %s: FAILED with code %d\n' "$name" "$code"
    fi
    step_lines+=("$(printf '%-20s %5d s  %s' "$name" $((SECONDS - started)) "$ended")")
}

# Print one line a step, and the sum; succeed when no step failed.
summary() {
    local failed=${#failed_steps[@]} skipped=${#skipped_steps[@]}
    printf '\n=== summary after %d s\n' "$SECONDS"
    printf '%s\n' "${step_lines[@]}"
    printf 'steps: %d passed, %d failed, %d skipped\n' \
        $((${#step_lines[@]} - failed - skipped)) "$failed" "$skipped"
    ((failed == 0))
}

cannot() {
    printf 'CANNOT RUN: %s\n' "$1"
    exit "$cannot_run"
}

# Install Debian packages; end the script as one that cannot run where that is impossible.
install_debian() {
    local elevate=()
    command -v apt-get >/dev/null || cannot "no apt-get, so no: $*"
    if ((EUID != 0)); then
        sudo -n true 2>/dev/null || cannot "neither root nor sudo, so no: $*"
        elevate=(sudo -n)
    fi
    "${elevate[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq ||
        cannot "apt-get update failed, so no: $*"
    "${elevate[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq --yes --no-install-recommends "$@" >/dev/null ||
        cannot "apt-get install failed for: $*"
}

# pytest_marked MARKER: run the tests of one marker. None, or one that skips itself, is no success.
pytest_marked() {
    local report code=0
    python -m pytest -m "$1" --collect-only -q -p no:cacheprovider >/dev/null || code=$?
    ((code != 5)) || cannot "no test is marked $1 yet"
    report=$(mktemp)
    python -m pytest -m "$1" -rs -p no:cacheprovider | tee "$report"
    if tail -n 1 "$report" | grep -q skipped; then
        echo "a test marked $1 skipped itself although what it needs is installed"
        return 1
    fi
}
