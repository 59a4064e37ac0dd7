"""render.sh: hands its arguments on, sets up only what is missing, and says plainly what it cannot do."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
# What a bare system has, and what render.sh may therefore use without asking.
BASE = ("bash", "sh", "env", "cat", "tr", "sed", "cut", "tail", "rm", "mkdir", "mv", "sleep", "dirname", "cksum")

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="render.sh is for systems that have bash")


@pytest.fixture
def checkout(tmp_path):
    """A checkout with nothing but what the set-up reads, in a folder with a blank in its name."""
    folder = tmp_path / "a checkout"
    folder.mkdir()
    for name in ("render.sh", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture
def system(tmp_path):
    """A machine of the test's own: a PATH with the base tools, to which commands are added."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in BASE:
        (tools / name).symlink_to(shutil.which(name))

    def add(name, script):
        (tools / name).write_text(f"#!/bin/sh\n{script}\n")
        (tools / name).chmod(0o755)
        return tools

    add("id", "echo 1000")
    return add


def worked():
    """How many seconds of a processor the programs took that were run and have ended; others may have it meanwhile."""
    return sum(os.times()[2:4])


def run(checkout, path, *arguments, **environment):
    command = [str(checkout / "render.sh"), *arguments]
    environment = {"PATH": str(path), "HOME": str(checkout), **environment}
    return subprocess.run(command, env=environment, cwd="/", capture_output=True, text=True, check=False)


@pytest.fixture
def set_up(checkout, system):
    """An environment as a finished set-up leaves it; its commands tell how they were called."""
    tools = checkout / ".venv" / "bin"
    tools.mkdir(parents=True)
    version = "3.11.9 (a test)"
    python = f'[ "$1" = -c ] && echo "{version}" || echo "python $*"'
    for name, script in (("python", python), ("nudge", 'echo "nudge $*"')):
        (tools / name).write_text(f"#!/bin/sh\n{script}\n")
        (tools / name).chmod(0o755)
    with (checkout / "pyproject.toml").open() as project:
        sums = subprocess.run(["cksum"], stdin=project, capture_output=True, text=True, check=True).stdout
    (checkout / ".venv" / "nudge.stamp").write_text(f"{sums}{checkout}\n{version}\n")
    return system("nothing", "")


@pytest.mark.parametrize(
    ("arguments", "called"),
    [
        ([], "nudge render"),
        (["render", "my lesson.toml", "--scene", "N4"], "nudge render my lesson.toml --scene N4"),
        (["list", "--json"], "nudge list --json"),
        (["test", "-k", "film"], "python -m pytest --numprocesses auto --dist worksteal -k film"),
    ],
)
def test_a_finished_set_up_is_used_at_once_and_arguments_are_handed_on(checkout, set_up, arguments, called):
    began = worked()
    done = run(checkout, set_up, *arguments)
    assert worked() - began < 1
    assert (done.stdout, done.returncode) == (f"{called}\n", 0)
    assert done.stderr == "Nothing to set up: .venv is current.\n"


@pytest.mark.parametrize("harm", ["no stamp", "half a stamp", "other requirements", "other python", "moved"])
def test_what_is_not_current_is_set_up_anew(checkout, set_up, harm):
    stamp = checkout / ".venv" / "nudge.stamp"
    match harm:
        case "no stamp":
            stamp.unlink()
        case "half a stamp":
            stamp.write_text(stamp.read_text()[:-5])
        case "other requirements":
            with (checkout / "pyproject.toml").open("a") as project:
                project.write("# changed\n")
        case "other python":
            python = checkout / ".venv" / "bin" / "python"
            python.write_text(python.read_text().replace("3.11.9", "3.12.0"))
        case "moved":
            checkout = checkout.rename(checkout.with_name("elsewhere"))
    done = run(checkout, set_up)
    assert done.returncode == 1
    assert done.stderr.startswith("Setting up in ")
    assert not (checkout / ".venv" / "bin" / "nudge").exists()


def test_without_apt_the_commands_for_each_system_are_printed(checkout, system):
    done = run(checkout, system("nothing", ""))
    assert done.returncode == 1
    assert "Missing: Python 3.11 or newer compiler pkg-config cairo pango" in done.stderr
    for line in ("brew install", "dnf install", "pacman -S", "apt-get install"):
        assert line in done.stderr


def test_a_user_without_sudo_is_told_what_to_ask_for(checkout, system):
    system("python3", f'exec "{sys.executable}" "$@"')
    done = run(checkout, system("apt-get", "exit 1"))
    assert done.returncode == 1
    assert "Ask your administrator to run:" in done.stderr
    assert "apt-get update && apt-get install -y --no-install-recommends " in done.stderr
    assert "libcairo2-dev libpango1.0-dev\n" in done.stderr


def test_a_user_with_sudo_installs_through_it_and_sees_why_it_failed(checkout, system):
    system("python3", f'exec "{sys.executable}" "$@"')
    system("apt-get", "exit 1")
    done = run(checkout, system("sudo", 'echo "$@"; echo "E: no such package" >&2; exit 100'))
    assert done.returncode == 1
    assert "apt-get install -y" in done.stderr
    assert "E: no such package" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_old_python_is_as_good_as_none(checkout, system):
    system("python3", "exit 1")
    system("pkg-config", "exit 0")
    done = run(checkout, system("cc", "exit 0"))
    assert "Missing: Python 3.11 or newer. Install" in done.stderr


def test_a_python_that_was_chosen_must_fit(checkout, system):
    done = run(checkout, system("nothing", ""), NUDGE_PYTHON=os.devnull)
    assert (done.returncode, "NUDGE_PYTHON=/dev/null is not" in done.stderr) == (1, True)


def test_a_failed_install_shows_the_end_of_its_log(checkout, system):
    system("pkg-config", "exit 0")
    system("cc", "exit 0")
    # A Python that makes an environment whose pip fails.
    fails = "echo 'No matching distribution' >&2; exit 1"
    system("pip-of-the-test", fails)
    makes = f'mkdir -p "$3/bin"; printf "#!/bin/sh\\n{fails}\\n" >"$3/bin/python"; chmod +x "$3/bin/python"'
    done = run(checkout, system("python3", f'[ "$1" = -m ] && {{ {makes}; }} || exit 0').as_posix() + ":/bin:/usr/bin")
    assert done.returncode == 1
    assert "Installing the Python packages failed. The end of " in done.stderr
    assert "    No matching distribution" in done.stderr
    assert "run ./render.sh again" in done.stderr
