"""Short ways to build what tests need."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pipeline.model.responses import Response, Value


def response(
    form: str,
    row: int,
    at: str | None = None,
    *,
    name: str | None = None,
    written: Mapping[str, str] | None = None,
    own: Mapping[str, tuple[str, ...]] | None = None,
    id: str | None = None,  # noqa: A002 - the field is called so
    **values: Value,
) -> Response:
    """A response of `form` in sheet row `row`; `at` is ISO; the id defaults to `form:row`."""
    if name is not None:
        values["name"] = name
    return Response(
        form=form,
        row=row,
        submitted_at=datetime.fromisoformat(at) if at else None,
        values=values,
        written=written or {},
        own=own or {},
        id=id or f"{form}:{row}",
    )


def without_rows(value: Any) -> Any:
    """The document without row numbers; lists that were sorted by row are sorted anew."""
    if isinstance(value, dict):
        return {key: without_rows(item) for key, item in value.items() if key not in ("row", "claims")}
    if isinstance(value, list):
        return sorted((without_rows(item) for item in value), key=repr)
    return value
