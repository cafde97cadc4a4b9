"""The command line: the window, and everything IT departments and tests use without one."""

from kravkompass.command_line.running import main

__all__ = ["main"]
