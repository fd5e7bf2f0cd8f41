"""``python -m pactwatch.cli`` is the ``pactwatch`` command."""

from pactwatch.cli.main import main

main(prog_name="pactwatch")
