"""The ledger: append-only records, hash-chained, and the tables derived from them."""
