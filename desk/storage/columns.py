"""Column types: how the values of the domain lie in SQLite and PostgreSQL alike."""

import base64
import json
from datetime import UTC, datetime
from enum import Enum, IntEnum, StrEnum
from typing import Any

import sqlalchemy as sa


class RecordName(sa.types.TypeDecorator[str]):
    """A record id: 22 base64url characters in Python, 16 bytes in the database."""

    impl = sa.LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> bytes | None:
        return None if value is None else base64.urlsafe_b64decode(value + "==")

    def process_result_value(self, value: bytes | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else base64.urlsafe_b64encode(value).rstrip(b"=").decode()


class OpNames(sa.types.TypeDecorator[tuple[str, ...]]):
    """Several op ids in order: 20 base64url characters each in Python, 15 bytes each here."""

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: sa.Dialect) -> bytes:
        return base64.urlsafe_b64decode("".join(value or ()))

    def process_result_value(self, value: bytes | None, dialect: sa.Dialect) -> tuple[str, ...]:
        text = base64.urlsafe_b64encode(value or b"").decode()
        return tuple(text[i : i + 20] for i in range(0, len(text), 20))


class OpName(sa.types.TypeDecorator[str]):
    """One op id: 20 base64url characters in Python, 15 bytes in the database."""

    impl = sa.LargeBinary(15)
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> bytes | None:
        return None if value is None else base64.urlsafe_b64decode(value)

    def process_result_value(self, value: bytes | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else base64.urlsafe_b64encode(value).decode()


class Moment(sa.types.TypeDecorator[datetime]):
    """An aware moment, kept as UTC. A naive one is refused with ValueError."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=value.tzinfo or UTC)


class Coded(sa.types.TypeDecorator[Any]):
    """An enumeration by its value: a text for StrEnum, a number for IntEnum."""

    impl = sa.String
    cache_ok = True

    def __init__(self, kind: type[Enum]) -> None:
        super().__init__(40)
        self.kind = kind

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        if issubclass(self.kind, IntEnum):
            return dialect.type_descriptor(sa.SmallInteger())
        return super().load_dialect_impl(dialect)

    def process_bind_param(self, value: Enum | None, dialect: sa.Dialect) -> Any:  # noqa: ANN401 - text or number
        return None if value is None else value.value

    def process_result_value(self, value: object, dialect: sa.Dialect) -> Enum | None:
        return None if value is None else self.kind(value)


class Codes(sa.types.TypeDecorator[tuple[Any, ...]]):
    """Several members of an enumeration, in the order they were chosen, as a JSON list."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: tuple[StrEnum, ...] | None, dialect: sa.Dialect) -> str:
        return json.dumps([item.value for item in value or ()])

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> tuple[StrEnum, ...]:
        return tuple(self.kind(item) for item in json.loads(value or "[]"))


class Texts(sa.types.TypeDecorator[tuple[str, ...]]):
    """Several texts in order, as a JSON list."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: sa.Dialect) -> str:
        return json.dumps(list(value or ()), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> tuple[str, ...]:
        return tuple(json.loads(value or "[]"))
