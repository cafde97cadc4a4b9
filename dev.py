#!/usr/bin/env python3
"""Sets up what is needed and runs or tests Kravkompass. Needs python3 (3.11 or newer) and nothing else.

python3 dev.py run [ARGUMENTS]    opens the window; without a display, writes the three examples to out/
python3 dev.py test [ARGUMENTS]   style, types and tests; with arguments, only pytest with them
python3 dev.py check              style and types only
python3 dev.py texts              brings i18n/ up to date with the texts in the code
python3 dev.py lock               makes the locks anew from pyproject.toml (needs uv)
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements-dev.lock"
STAMP = VENV / "kravkompass-stamp"

# Library file -> Debian package, for Qt without a display and for a window.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def say(message: str) -> None:
    """Tell what is going on, apart from what the program itself prints."""
    print("[dev] " + message, file=sys.stderr, flush=True)


def has_display() -> bool:
    """Tell whether a window can be shown."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# ---- What the system must have ------------------------------------------------------------------------------------------


def is_missing(library: str) -> bool:
    """Tell whether the system lacks a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def missing_packages() -> list[str]:
    """List the Debian packages that must be there and are not."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = {**LIBRARIES, **WINDOW_LIBRARIES} if has_display() else LIBRARIES
    missing = [package for library, package in wanted.items() if is_missing(library)]
    if not PYTHON.exists() and not shutil.which("uv") and importlib.util.find_spec("ensurepip") is None:
        missing.insert(0, "python3-venv")
    return missing


def install_system_packages(packages: list[str]) -> None:
    """Install Debian packages as root; otherwise say in one line what to install, and stop."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        sys.exit("[dev] Install what your system calls these Debian packages, and try again: " + " ".join(packages))
    if os.geteuid() != 0:
        sys.exit("[dev] Run this once, and try again:  sudo " + " ".join(command))
    say("installing system packages: " + " ".join(packages))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stdout + "[dev] This failed; run it yourself, and try again:  " + " ".join(command))


# ---- The virtual environment ---------------------------------------------------------------------------------------------


def venv_works() -> bool:
    """Tell whether .venv is there, whole, and of this Python version."""
    if not PYTHON.exists():
        return False
    ask = [str(PYTHON), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    answer = subprocess.run(ask, capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout.strip() == "{}.{}".format(*sys.version_info)


def set_up() -> None:
    """Make .venv as the lock says. A .venv that is already so is left alone."""
    wanted = hashlib.sha256(LOCK.read_bytes() + str(ROOT).encode() + sys.version.encode()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted and PYTHON.exists():
        return
    started = time.monotonic()
    say("setting up .venv ...")
    uv = shutil.which("uv")
    if not venv_works():
        shutil.rmtree(VENV, ignore_errors=True)
        run([sys.executable, "-m", "venv", *(["--without-pip"] if uv else []), str(VENV)])
    if uv:
        run([uv, "pip", "install", "-q", "--python", str(PYTHON), "--require-hashes", "-r", str(LOCK)])
    else:
        pip = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-compile"]
        run([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(LOCK)])
    ask = [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()
    Path(packages, "kravkompass-checkout.pth").write_text(str(ROOT / "desktop") + "\n", encoding="utf-8")
    STAMP.write_text(wanted)
    say(f".venv is ready after {time.monotonic() - started:.0f} s")


def run(command: list[str]) -> None:
    """Run a step of the set-up; stop with its status when it fails."""
    done = subprocess.run(command, check=False)
    if done.returncode != 0:
        sys.exit("[dev] This failed: " + " ".join(command))


def environment() -> dict[str, str]:
    """Give the environment for the program: Qt draws to memory where there is no display."""
    values = {**os.environ, "PYTHONUTF8": "1"}
    if not has_display():
        values.setdefault("QT_QPA_PLATFORM", "offscreen")
    return values


def python(*arguments: str, **more: str) -> int:
    """Run .venv's Python at the root of the project; returns its exit status."""
    return subprocess.run([str(PYTHON), *arguments], env={**environment(), **more}, cwd=ROOT, check=False).returncode


def build() -> None:
    """Make the files that are not in git: texts, fonts and the catalog, where missing or old."""
    status = python("packaging/building.py")
    if status != 0:
        sys.exit(status)


# ---- The commands --------------------------------------------------------------------------------------------------------


def run_program(arguments: list[str]) -> int:
    """Run kravkompass where the caller stands; without arguments and display, write the three examples to out/."""
    if not arguments and not has_display():
        out = ROOT / "out"
        say("no display: writing the three examples to " + str(out))
        arguments = ["example", "--all", "--out", str(out)]
    return subprocess.run([str(PYTHON), "-m", "kravkompass", *arguments], env=environment(), check=False).returncode


CHECKS = {
    "style (ruff)": ["-m", "ruff", "check", "--quiet", "."],
    "types (mypy)": ["-m", "mypy", "--no-error-summary"],
}
TESTS = {
    "tests (pytest)": ["-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "-m", "not long and not benchmark"],
    "start-up (pytest)": ["-m", "pytest", "-q", "-m", "benchmark and not long"],
}
NO_TESTS_FOUND = 5


def run_steps(steps: dict[str, list[str]]) -> int:
    """Run each step to its end, then say in one place how all went. Returns 0 when all passed."""
    results = []
    for name, arguments in steps.items():
        say(name)
        started = time.monotonic()
        status = python(*arguments, QT_QPA_PLATFORM="offscreen")
        passed = status in {0, NO_TESTS_FOUND}
        results.append((passed, f"{'passed' if passed else 'FAILED'}  {name:<20} {time.monotonic() - started:6.1f} s"))
    print("\n" + "\n".join(line for _, line in results), flush=True)
    all_passed = all(passed for passed, _ in results)
    print("All passed." if all_passed else "Something failed: see above.", flush=True)
    return 0 if all_passed else 1


def test(arguments: list[str]) -> int:
    """Run everything, or only pytest with the arguments given."""
    if arguments:
        return python("-m", "pytest", *arguments, QT_QPA_PLATFORM="offscreen")
    return run_steps({**CHECKS, **TESTS})


def lock() -> int:
    """Make both locks anew. They name no registry."""
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("[dev] Making the locks needs uv: install it, and try again.")
    os.chdir(ROOT)
    command = [uv, "pip", "compile", "-q", "--universal", "--generate-hashes", "--no-header", "--no-annotate", "--upgrade"]
    command += ["--python-version", "3.11", "pyproject.toml"]
    run([*command, "-o", "requirements.lock"])
    run([*command, "--group", "dev", "-c", "requirements.lock", "-o", "requirements-dev.lock"])
    return 0


def main() -> int:
    """Do what the command line asks."""
    command, arguments = (sys.argv[1] if len(sys.argv) > 1 else "run"), sys.argv[2:]
    commands = {
        "run": lambda: run_program(arguments),
        "test": lambda: test(arguments),
        "check": lambda: run_steps(CHECKS),
        "texts": lambda: python("packaging/building.py", "--texts"),
        "lock": lock,
    }
    if command not in commands:
        sys.exit(__doc__)
    if command != "lock":
        packages = missing_packages()
        if packages:
            install_system_packages(packages)
        set_up()
        if command in {"run", "test"}:
            build()
    return commands[command]()


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit("[dev] Kravkompass needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info))
    sys.exit(main())
