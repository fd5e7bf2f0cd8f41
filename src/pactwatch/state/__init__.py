"""Facts in force and where each provision stands; no I/O and no clock."""
