"""The answers to own fields: saved like any record, and found from that moment on."""

from desk.domain.own_field import OwnValue as OwnValue
from desk.storage.repository import Repository
from desk.storage.search import Search


class OwnValues(Repository[OwnValue]):
    """Answers to own fields, in the search index of their complaints."""

    def save(self, record: OwnValue, *, root: str) -> OwnValue:
        """Save an answer and make its complaint findable by it."""
        saved = super().save(record, root=root)
        if saved is not record:
            Search(self._connection).put_again(record.complaint)
        return saved
