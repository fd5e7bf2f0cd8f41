"""Pages and API; no domain logic, no SQL."""
