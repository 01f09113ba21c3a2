"""The front door: `factcheck` and `python -m factcheck` come in here.

A run that is remembered is answered here, with a part of the standard library and nothing else; all others go on to
`factcheck.cli`, which alone knows what the words on the command line mean.
"""

from __future__ import annotations

import os
import sys

from factcheck.cache.runs import Run

UNUSABLE, INTERRUPTED = 2, 130
TO_REMEMBER = (0, 1)


def main() -> None:
    """Run the command, and end the process with its exit code."""
    _open_streams()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them takes a tenth of a start
    try:
        if sys.argv[1:] == ["--version"]:
            _say(_version())
            code = 0
        else:
            code = _run(Run(sys.argv[1:]))
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:  # who reads has seen enough
        code = _drop_output(1)
    except OSError as error:  # those of files that are read and written are told where they happen
        code = _lost(error)
    sys.exit(code)


def _run(run: Run) -> int:
    """The exit code of a run."""
    remembered = run.again()
    if remembered is not None:
        _say(remembered[0])
        return remembered[1]
    from factcheck.cli import main as command

    try:
        command()
    except SystemExit as ended:
        if ended.code in TO_REMEMBER:
            run.remember(ended.code)
        raise
    return 0


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _version() -> str:
    from importlib.metadata import version

    return f"factcheck {version('factcheck-claims')}\n"


def _open_streams() -> None:
    """Let every character through, written as its number where the encoding lacks it; a closed stream is no error."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - open until the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _lost(error: OSError) -> int:
    """Tell that the output does not arrive."""
    try:
        sys.stderr.write(f"factcheck: the output cannot be written: {error.strerror or error}\n")
        sys.stderr.flush()
    except OSError:
        pass
    return _drop_output(UNUSABLE)


def _drop_output(code: int) -> int:
    """Forget what could not be written, or Python tries once more when it ends and complains; the code is given back."""
    null = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(null, stream.fileno())
        except (OSError, ValueError):
            continue
    return code


if __name__ == "__main__":
    main()
