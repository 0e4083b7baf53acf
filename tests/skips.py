"""What could not be run here is named in the last lines, and counts as failed where a machine judges."""

import os

import pytest


def _reasons(reporter: pytest.TerminalReporter) -> list[str]:
    reports = reporter.stats.get("skipped", [])
    return sorted(
        {str(one.longrepr[2]).removeprefix("Skipped: ") for one in reports if isinstance(one.longrepr, tuple)}
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was not run."""
    for reason in _reasons(terminalreporter):
        terminalreporter.write_line(f"NOT RUN HERE: {reason}", red=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Under CI, what was not run has failed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and isinstance(reporter, pytest.TerminalReporter) and _reasons(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
