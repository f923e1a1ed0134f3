"""Requests on developer metadata."""

from __future__ import annotations

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets.batch import Batch, Kind, field_mask
from tests.google_emulator.sheets.metadata import location, matching


def create(batch: Batch, told: Json) -> Json:
    """`createDeveloperMetadata`."""
    given = told["developerMetadata"]
    taken = {each["metadataId"] for each in batch.draft.metadata}
    if not given.get("metadataKey"):
        raise ApiError.invalid("Developer metadata must have a key.")
    if not given.get("visibility"):
        raise ApiError.invalid("Developer metadata must have a visibility.")
    made = {"metadataId": batch.new_id(given.get("metadataId"), taken)} | given
    made["location"] = location(batch.draft, given.get("location", {}))
    batch.draft.metadata.append(made)
    return {"developerMetadata": made}


def update(batch: Batch, told: Json) -> Json:
    """`updateDeveloperMetadata`."""
    mask, given = field_mask(told), dict(told["developerMetadata"])
    if "location" in given:
        given["location"] = location(batch.draft, given["location"])
    found = matching(batch.draft, told["dataFilters"])
    changed = {each["metadataId"]: mask.merge(each, given) for each in found}
    batch.draft.metadata = [changed.get(each["metadataId"], each) for each in batch.draft.metadata]
    return {"developerMetadata": list(changed.values())}


def delete(batch: Batch, told: Json) -> Json:
    """`deleteDeveloperMetadata`."""
    found = matching(batch.draft, [told["dataFilter"]])
    batch.draft.metadata = [each for each in batch.draft.metadata if each not in found]
    return {"deletedDeveloperMetadata": found} if found else {}


KINDS: dict[str, Kind] = {
    "createDeveloperMetadata": create,
    "updateDeveloperMetadata": update,
    "deleteDeveloperMetadata": delete,
}
