"""Every attachment there should be, even from a record that is damaged."""

import base64
from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa


class KeptAttachment(NamedTuple):
    """An attachment's name of origin, its hash, and the reference it belongs to (else its id)."""

    name: str
    sha256: str
    reference: str


# As it lies in the file: what was changed by hand may be no text at all.
_ALL = """
    select a.name, a.sha256, a.complaint, c.reference
    from attachment a left join complaint c on c.id = a.complaint
    order by a.sha256, a.id
"""


def kept_attachments(connection: sa.Connection) -> Iterator[KeptAttachment]:
    """Give every attachment of the records in the order of hashes."""
    for name, sha256, of, reference in connection.exec_driver_sql(_ALL):
        yield KeptAttachment(str(name), str(sha256), str(reference or _text(of)))


def _text(raw: object) -> str:
    plain = raw if isinstance(raw, bytes) else str(raw).encode()
    return base64.urlsafe_b64encode(plain).rstrip(b"=").decode()
