"""Everything about one participant, found by a code or a name."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.app.progress import Progress
from pipeline.app.sync import SILENT, read, work_out
from pipeline.app.workplace import Workplace
from pipeline.model.templates import Words
from pipeline.stages.codes import near_codes, read_code, read_sentence
from pipeline.stages.compare import forget_comparisons
from pipeline.stages.lookup import Lookup
from pipeline.stages.masking import names_of
from pipeline.stages.namelists import split_names
from pipeline.stages.names import read_name
from pipeline.stages.normalise import fold
from pipeline.stages.people import People
from pipeline.summaries.portrait import Painter, Portrait

SCHEMA = "samenkracht-person/1"
LIKE = 70
"""So alike, of a hundred, is a name that may have been meant."""


@dataclass(frozen=True, slots=True)
class Found:
    """Who may be meant: one, several (a line each), or nobody and then the names or codes that come near.

    `unknown` are those of several names that fit nobody; `kind` what nobody was found by: `name`, `code` (a
    right one) or `slip` (a wrong one). `tab` is the title of the tab with everybody's code. `document` says
    the same in codes.
    """

    portrait: Portrait | None
    several: tuple[str, ...]
    unknown: tuple[str, ...]
    near: tuple[str, ...]
    kind: str
    tab: str
    document: dict[str, object]


def look_up(workplace: Workplace, written: str, progress: Progress = SILENT) -> Found:
    """Find a participant by what somebody typed: a code, a name or a part of one; also several of these.

    Raises:
        UserError: something cannot be read or understood.

    """
    outcome = work_out(workplace, read(workplace, progress), progress)
    painter = Painter(outcome, Words(workplace.catalogue, outcome.settings.language))
    fitting = {part: meant(part, outcome.people) for part in _parts(written)}
    codes = tuple(dict.fromkeys(code for found in fitting.values() for code in found))
    near = () if codes else tuple(_near(written, outcome.people))
    person = painter.document(codes[0]) if len(codes) == 1 else None
    return Found(
        painter.portrait(codes[0]) if person else None,
        tuple(map(painter.line, codes)) if len(codes) > 1 else (),
        tuple(part for part, found in fitting.items() if not found),
        near,
        _kind(written),
        workplace.catalogue.summaries["participants"].title[outcome.settings.language],
        {"schema": SCHEMA, "person": person, "several": [*codes] if not person else [], "near": [*near]},
    )


def _parts(written: str) -> tuple[str, ...]:
    """The people that are asked for, each as written: most often one."""
    if read_code(written) is not None:
        return (written,)
    codes = tuple(found.code for found in read_sentence(written).codes)
    return codes if len(codes) > 1 else split_names(written) or (written,)


def _kind(written: str) -> str:
    """Whether somebody typed a code, something like one, or else a name."""
    return "code" if read_code(written) else "slip" if read_sentence(written).slips else "name"


def meant(written: str, people: People) -> tuple[str, ...]:
    """The codes of everybody who may be meant, as well as what was written fits anybody.

    A code stands for one person, however it is typed; an invitation's code for who handed it out.
    """
    code = read_code(written)
    if code is not None and code.code in people.current:
        return (people.current[code.code],)
    known = Lookup(
        (person.code, read_name(name))
        for person in people.participants.values()
        for name in names_of((person,))
    )
    fits = known.fits(read_name(written))
    forget_comparisons()
    best = max(fits.values(), default=None)
    return tuple(sorted(owner for owner, fit in fits.items() if fit == best))


def _near(written: str, people: People) -> Iterator[str]:
    """A few names that are alike, of those that may be shown; codes that are one slip away."""
    from rapidfuzz.fuzz import WRatio
    from rapidfuzz.process import extract

    if slips := read_sentence(written).slips:
        yield from dict.fromkeys(near for slip in slips for near in near_codes(slip, people.current))
        return
    shown = sorted({person.shown for person in people.participants.values() if person.shown})
    near = extract(written, shown, scorer=WRatio, processor=fold, limit=3, score_cutoff=LIKE)
    yield from (name for name, _likeness, _place in near)
