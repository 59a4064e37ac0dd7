#!/usr/bin/env bash
# Sets up whatever is missing, then hands over to `nudge`.
#
#   ./render.sh                 train the network and render the film
#   ./render.sh test [ARGS]     run the tests (pytest ARGS); --fuzz 5000 tries each property so often
#   ./render.sh my.toml         the film of a lesson of yours; options alone (--quality draft) are for the bundled one
#   ./render.sh ANYTHING ELSE   is `nudge ANYTHING ELSE`; try ./render.sh --help
#
# The environment lives in .venv beside this file; remove that folder to begin again.
# NUDGE_PYTHON=/path/to/python3.12 chooses the Python. All words of the set-up go to stderr.

set -euo pipefail

root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
venv=$root/.venv
log=$venv/setup.log
stamp=$venv/nudge.stamp
child=

say() { printf '%s\n' "$*" >&2; }

# stop MESSAGE... : the set-up cannot go on; each argument is a line.
stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

interrupted() {
    trap - INT TERM
    if [ -n "$child" ]; then
        kill -TERM -- "-$child" 2>/dev/null || kill -TERM "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    fi
    printf "\n" >&2
    say "Set-up stopped. Nothing half-made is used: the next ./render.sh begins it anew."
    exit 130
}

# phase WORDS COMMAND... : runs COMMAND into the log with one line of progress; returns its exit code.
phase() {
    local words=$1 started=$SECONDS status=0 told=0 last
    shift
    printf '\n== %s\n$ %s\n' "$words" "$*" >>"$log"
    # Job control gives the command a process group of its own, so that Ctrl-C can end all of it.
    set -m
    "$@" >>"$log" 2>&1 </dev/null &
    child=$!
    set +m
    while kill -0 "$child" 2>/dev/null; do
        if [ -t 2 ]; then
            last=$(tail -n 1 "$log" 2>/dev/null | tr -cd '[:print:]' | sed 's/^ *//' | cut -c 1-44)
            printf '\r\033[K%s … %d s  %s' "$words" $((SECONDS - started)) "$last" >&2
        elif [ $((SECONDS - started)) -ge $((told + 20)) ]; then
            told=$((SECONDS - started))
            say "$words … $told s"
        fi
        sleep 0.2
    done
    wait "$child" || status=$?
    child=
    [ ! -t 2 ] || printf '\r\033[K' >&2
    [ "$status" -ne 0 ] || say "$words: done in $((SECONDS - started)) s"
    return "$status"
}

# failed WORDS ADVICE... : the end of the log, then what to do.
failed() {
    local words=$1
    shift
    say "$words failed. The end of $log:"
    tail -n 12 "$log" | sed 's/^/    /' >&2
    stop "$@"
}

# fits PYTHON : whether it runs and is CPython 3.11 or newer.
fits() {
    "$1" -c 'import sys; sys.exit(sys.implementation.name != "cpython" or sys.version_info < (3, 11))' \
        >/dev/null 2>&1
}

find_python() {
    local name
    if [ -n "${NUDGE_PYTHON:-}" ]; then
        fits "$NUDGE_PYTHON" || stop "NUDGE_PYTHON=$NUDGE_PYTHON is not a CPython 3.11 or newer that runs."
        printf '%s' "$NUDGE_PYTHON"
        return
    fi
    for name in python3 python3.13 python3.12 python3.11 python3.14 python; do
        if command -v "$name" >/dev/null && fits "$name"; then
            command -v "$name"
            return
        fi
    done
}

# lacks PYTHON : prints what the set-up needs and cannot find, one word each.
lacks() {
    if [ -z "$1" ]; then
        echo python
    else
        "$1" -c 'import ensurepip, venv' 2>/dev/null || echo venv
        "$1" -c 'import os, sys, sysconfig
sys.exit(not os.path.exists(os.path.join(sysconfig.get_paths()["include"], "Python.h")))' || echo headers
    fi
    command -v cc >/dev/null || command -v gcc >/dev/null || command -v clang >/dev/null || echo compiler
    if ! command -v pkg-config >/dev/null; then
        echo pkg-config cairo pango
    else
        pkg-config --exists cairo || echo cairo
        pkg-config --exists pangocairo || echo pango
    fi
}

# debian_packages PYTHON WORD... : the packages that bring what is lacking.
debian_packages() {
    local python=$1 word version newest=
    shift
    if [ -n "$python" ]; then
        version=python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    else
        for version in python3.13 python3.12 python3.11; do
            [ -n "$newest" ] || ! apt-cache show "$version" >/dev/null 2>&1 || newest=$version
        done
        version=${newest:-python3}
    fi
    for word in "$@"; do
        case $word in
            python) echo "$version" "$version-venv" "$version-dev" ;;
            venv) echo "$version-venv" ;;
            headers) echo "$version-dev" ;;
            compiler) echo gcc libc6-dev ;;
            pkg-config) echo pkg-config ;;
            cairo) echo libcairo2-dev ;;
            pango) echo libpango1.0-dev ;;
        esac
    done | tr '\n' ' ' | sed 's/ *$//'
}

# A Python that the system's packager did not install cannot be completed by it.
check_own_python() {
    local python=$1 real word
    shift
    [ -n "$python" ] || return 0
    real=$("$python" -c 'import os, sys; print(os.path.realpath(sys.executable))')
    case $real in /usr/bin/*) return 0 ;; esac
    for word in "$@"; do
        case $word in
            venv | headers)
                stop "$real lacks its own ${word/venv/venv module (ensurepip)}, which only its installer can add." \
                    "Choose another Python: NUDGE_PYTHON=/usr/bin/python3 ./render.sh"
                ;;
        esac
    done
}

explain_without_apt() {
    say "Missing: ${*/#python/Python 3.11 or newer}. Install them with the line for your system, then run ./render.sh again:"
    stop "    macOS            brew install python@3.13 cairo pango pkg-config   (and: xcode-select --install)" \
        "    Fedora           sudo dnf install python3-devel cairo-devel pango-devel pkgconf-pkg-config gcc" \
        "    Arch             sudo pacman -S --needed python cairo pango pkgconf gcc" \
        "    Debian, Ubuntu   apt-get install python3-venv python3-dev libcairo2-dev libpango1.0-dev pkg-config gcc"
}

install_libraries() {
    local python=$1 packages command
    shift
    check_own_python "$python" "$@"
    command -v apt-get >/dev/null || explain_without_apt "$@"
    packages=$(debian_packages "$python" "$@")
    command="apt-get update && apt-get install -y --no-install-recommends $packages"
    if [ "$(id -u)" = 0 ]; then
        export DEBIAN_FRONTEND=noninteractive
        phase "Package lists" apt-get -qq update || say "The package lists could not be brought up to date; going on."
        packages=$(debian_packages "$python" "$@")
        # shellcheck disable=SC2086  # the packages are words
        phase "System libraries ($packages)" apt-get -qq install -y --no-install-recommends $packages ||
            failed "Installing $packages" "Mend what the log says, or run by hand, as root:" "    $command"
    elif command -v sudo >/dev/null; then
        say "Installing $packages (sudo may ask for your password; about a minute) …"
        # shellcheck disable=SC2024  # the log is ours
        sudo -- sh -c "export DEBIAN_FRONTEND=noninteractive; $command" >>"$log" 2>&1 ||
            failed "Installing $packages" "Ask your administrator to run:" "    $command"
    else
        stop "Missing: ${*/#python/Python 3.11 or newer}. You are not root and there is no sudo here. Ask your administrator to run:" "    $command"
    fi
}

# The mark of a finished set-up: what it was made of, where, and with which Python.
mark() {
    cksum <"$root/pyproject.toml"
    printf '%s\n' "$root"
    "$venv/bin/python" -c 'import sys; print(sys.version)'
}

is_current() {
    [ -x "$venv/bin/nudge" ] && [ -f "$stamp" ] && [ "$(mark 2>/dev/null)" = "$(cat "$stamp")" ]
}

set_up() {
    local python lacking compile=
    if is_current; then
        say "Nothing to set up: .venv is current."
        return
    fi
    say "Setting up in $venv (once; about a minute, more on a bare system)"
    rm -rf "$venv"
    mkdir -p "$venv" || stop "Cannot write to $root: the environment is kept there, in .venv."
    : >"$log"
    python=$(find_python)
    lacking=$(lacks "$python" | tr '\n' ' ')
    if [ -n "$lacking" ]; then
        # shellcheck disable=SC2086
        install_libraries "$python" $lacking
        hash -r
        python=$(find_python)
        [ -n "$python" ] || stop "Python 3.11 or newer is needed, and this system's packages have none." \
            "Install one (python.org, or pyenv install 3.12), then: NUDGE_PYTHON=/path/to/python3.12 ./render.sh"
    fi
    say "Python: $("$python" -c 'import sys; print(sys.version.split()[0], sys.executable)')"
    phase "Environment" "$python" -m venv "$venv" ||
        failed "Making the environment" "Choose another Python: NUDGE_PYTHON=/path/to/python3 ./render.sh"
    # Python compiles what it reads when it first reads it, which is a small part of it all.
    [ -n "${PYTHONDONTWRITEBYTECODE:-}" ] || compile=--no-compile
    phase "Python packages" "$venv/bin/python" -m pip install --disable-pip-version-check --no-input ${compile:-} \
        --progress-bar off --no-warn-script-location -e "${root}[dev]" ||
        failed "Installing the Python packages" "Mend what the log says (is the network there?), then run ./render.sh again."
    mark >"$stamp.new"
    mv "$stamp.new" "$stamp"
}

trap interrupted INT TERM
export PIP_USER=0
unset PYTHONHOME PYTHONPATH
set_up
trap - INT TERM

case ${1:-} in
    "") exec "$venv/bin/nudge" render ;;
    test)
        shift
        cd "$root"
        exec "$venv/bin/python" -m pytest --numprocesses auto --dist worksteal "$@"
        ;;
    *) exec "$venv/bin/nudge" "$@" ;;
esac
