"""The ``pactwatch`` command: its commands, and the border where errors become one line and a code."""

import errno
import os
import sys
from typing import Any

import click

from pactwatch import __version__
from pactwatch.cli.agreement import agreement
from pactwatch.cli.cases import init
from pactwatch.cli.claims import claims
from pactwatch.cli.demo import demo
from pactwatch.cli.documents import add, redact, withdraw
from pactwatch.cli.exits import INTERRUPTED, OK, PROBLEMS, exit_code
from pactwatch.cli.explain import explain
from pactwatch.cli.figures import figures
from pactwatch.cli.judge import judge
from pactwatch.cli.ledger import export, rebuild, verify
from pactwatch.cli.links import links
from pactwatch.cli.serve import serve
from pactwatch.cli.status import status
from pactwatch.cli.story import compare, story
from pactwatch.errors import CannotWrite, PactwatchError

COMMANDS: tuple[click.Command, ...] = (
    init,
    add,
    status,
    explain,
    figures,
    story,
    compare,
    claims,
    judge,
    links,
    withdraw,
    redact,
    verify,
    rebuild,
    export,
    serve,
    agreement,
    demo,
)


class Border(click.Group):
    """Maps errors to one line on stderr and an exit code; lists commands in the order of use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PactwatchError as error:
            self._end(ctx, str(error), exit_code(error))
        except KeyboardInterrupt:
            self._end(ctx, "Stopped. What was recorded before stays.", INTERRUPTED)
        except OSError as error:
            if error.errno == errno.EPIPE:
                _close_output()
                ctx.exit(OK)
            name = f" {error.filename}" if error.filename else ""
            what = f"A file could not be read or written{name}: {error.strerror or error}."
            code = exit_code(CannotWrite("")) if error.errno in _WRITING else PROBLEMS
            self._end(ctx, f"{what} Look at its permissions and the space left, then try again.", code)

    def _end(self, ctx: click.Context, message: str, code: int) -> None:
        click.echo(f"pactwatch: {message}", err=True)
        ctx.exit(code)


def _close_output() -> None:
    """Lead what is still to be written nowhere: whoever read it (``head``) has had enough."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


#: Operating system errors that come of writing.
_WRITING = frozenset({errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM, errno.EDQUOT, errno.EFBIG})


@click.group(cls=Border, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="pactwatch")
def main() -> None:
    """An open, sourced record of a negotiated agreement: who says what, what was done.

    \b
    Exit codes: 0 done, 1 a file has problems, 2 wrong use, 3 not a case,
    4 another writer, 5 ledger damaged, 6 not found, 7 cannot write,
    8 not verified, 9 refused, 130 stopped.
    """


for _command in COMMANDS:
    main.add_command(_command)
