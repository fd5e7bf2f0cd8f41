"""An agreement known by its hash, so that what is made from it is made once."""

from pactwatch.model.agreement import Agreement


class Keyed:
    """An agreement that equals every other reading of the same file: the key of a cache."""

    __slots__ = ("agreement",)

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement

    def __hash__(self) -> int:
        return hash(self.agreement.hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keyed) and other.agreement.hash == self.agreement.hash
