"""The counts of a sync: what "new since last time" and the logbook compare."""

from collections.abc import Mapping

from pipeline.model.templates import Words
from pipeline.stages.run import Outcome


def count(outcome: Outcome) -> dict[str, int]:
    """The figures to remember of a sync, by key; `responses:FORM` and `present:NUMBER` bear their subject.

    `responses:FORM` counts what was read of each form; `present:NUMBER` is absent without attendance.
    """
    present = {
        f"present:{meeting.number}": meeting.present
        for meeting in outcome.meetings
        if meeting.present is not None
    }
    return {
        **{f"responses:{form}": number for form, number in _responses(outcome).items()},
        "participants": len(outcome.people.participants),
        "came": len(frozenset().union(*outcome.presence.present.values())),
        **present,
        "ideas": sum(not idea.withdrawn for idea in outcome.ideas),
        "ballots": outcome.votes.ballots,
        "stickers_counted": outcome.votes.counted,
        "stickers_refused": len(outcome.votes.refused),
        "questions_open": sum(question.open for question in outcome.questions),
    }


def _responses(outcome: Outcome) -> Mapping[str, int]:
    """Responses per form; a working tab that stands in two files counts once, with all its rows."""
    numbers: dict[str, int] = {}
    for counted in outcome.counts:
        numbers[counted.form] = numbers.get(counted.form, 0) + counted.responses
    return numbers


def label(key: str, words: Words) -> str:
    """The wording of a count's key; the key itself where no version of the program words it."""
    kind, _, subject = key.partition(":")
    if kind not in words.catalogue.texts["counts"]:
        return key
    sources = {**words.catalogue.forms, **words.catalogue.working}
    name = sources[subject].title[words.language] if subject in sources else subject
    return words.text("counts", kind, name=name, number=subject)


def changes(before: Mapping[str, int], now: Mapping[str, int]) -> list[tuple[str, int, int]]:
    """(key, before, now) of every count that differs, in the order of `now`; absent counts as 0."""
    keys = [*now, *(key for key in before if key not in now)]
    pairs = ((key, before.get(key, 0), now.get(key, 0)) for key in keys)
    return [(key, was, is_now) for key, was, is_now in pairs if was != is_now]
