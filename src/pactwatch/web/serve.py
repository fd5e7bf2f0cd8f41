"""Serves a case's pages on this machine only, on the usual port or a free one."""

import errno
import socket
from collections.abc import Callable

import uvicorn

from pactwatch.errors import Refused
from pactwatch.web.app import make_app
from pactwatch.web.ports import AskedCase

HOST = "127.0.0.1"
PORT = 8420


def serve(case: AskedCase, port: int = PORT, announce: Callable[[str], None] | None = None) -> None:
    """Serve until interrupted. ``announce`` gets the address once the port is taken."""
    bound = bind(port)
    with bound:
        server = make_server(case)
        if announce:
            announce(f"http://{HOST}:{bound.getsockname()[1]}/")
        server.run(sockets=[bound])


def make_server(case: AskedCase) -> uvicorn.Server:
    """A server that only warns, and prints no access log."""
    config = uvicorn.Config(
        make_app(case),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    return uvicorn.Server(config)


def bind(port: int) -> socket.socket:
    """A listening socket on the port; where it is taken, on a free one."""
    if not 0 <= port <= 65535:
        raise Refused(f"{port} is not a port.", "Ports run from 1 to 65535; 0 takes a free one.")
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((HOST, port))
        bound.listen(128)
    except OSError as error:
        bound.close()
        if port == 0 or error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        return bind(0)
    return bound
