"""Every benchmark, one after the other: `make bench`."""

import sys

import cold
import grouping
import speed


def main() -> int:
    options = sys.argv[1:]
    print("# Reading")
    speed.main(options)
    print("\n# Five articles, init to status")
    cold.main(options)
    print("\n# Stories")
    return grouping.main(options)


if __name__ == "__main__":
    sys.exit(main())
