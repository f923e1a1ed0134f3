"""Who recruited whom in any list of persons and their recruiters: waves, trees, and likeness.

A list of invitations is what sociologists call respondent-driven recruitment; the words are theirs:
a seed was recruited by nobody, and a person's wave is the number of steps from their seed.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.findings import Finding, Severity, Where
from pipeline.model.headers import same_header_key
from pipeline.stages.cells import MISSING
from pipeline.stages.forest import circles, descendants, generations, roots
from pipeline.stages.listing import Line, Listing

FORM = "chains"
"""What a finding's place is called."""

MARK_OF_ATTRIBUTE = "attr_"
UNKNOWN = MISSING | {""}
_WORKED_OUT = frozenset({"wave", "seed", "golf", "zaad"})
_MOST_KINDS = 20
"""A column with more different values than this describes persons one by one."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many of the links (of which both sides are known) stay within one value of an attribute.

    `expected` = the share that chance would give, were recruits dealt out over recruiters.
    """

    links: int
    same: int
    expected: float | None

    @property
    def share(self) -> float | None:
        """The share of links within one value, None without links."""
        return self.same / self.links if self.links else None

    @property
    def ratio(self) -> float | None:
        """How many times the share that chance would give, None where that is none."""
        return self.share / self.expected if self.share is not None and self.expected else None


@dataclass(frozen=True, slots=True)
class Chains:
    """The forest; everybody has a wave, a seed, recruits and descendants, by id as text.

    `recruitment` counts links by attribute, then by the values of recruiter and recruit.
    """

    wave: Mapping[str, int]
    seed: Mapping[str, str]
    recruits: Mapping[str, int]
    descendants: Mapping[str, int]
    recruitment: Mapping[str, Mapping[tuple[str, str], int]]
    homophily: Mapping[str, Likeness]

    @property
    def tree_sizes(self) -> dict[str, int]:
        """Everybody in each seed's tree, the seed too, by seed in order."""
        seeds = sorted(person for person, wave in self.wave.items() if wave == 0)
        return {seed: self.descendants[seed] + 1 for seed in seeds}


def find_attributes(listing: Listing, taken: frozenset[int]) -> dict[str, int]:
    """The columns that describe persons, by name: those marked `attr_`, else those whose values recur.

    `taken` are the columns with another meaning.
    """
    columns = {place: header for place, header in enumerate(listing.header) if place not in taken}
    marked = {place: name for place, name in columns.items() if name.startswith(MARK_OF_ATTRIBUTE)}
    chosen = marked or {
        place: name
        for place, name in columns.items()
        if name and same_header_key(name) not in _WORKED_OUT and _recurs(listing, place)
    }
    return {name.removeprefix(MARK_OF_ATTRIBUTE): place for place, name in reversed(chosen.items())}


def _recurs(listing: Listing, place: int) -> bool:
    """Whether a column has few values, of which some stand in more than one row."""
    values = Counter(cells[place] for _row, cells in listing.rows if cells[place])
    return len(values) <= _MOST_KINDS and max(values.values(), default=0) > 1


def trace(
    listing: Listing,
    person: int,
    recruiter: int,
    attributes: Mapping[str, int],
    seed_values: Sequence[str] = (),
) -> tuple[Chains, tuple[Finding, ...]]:
    """Follow everybody back to their seed, whatever the list says.

    `person`, `recruiter` and `attributes` are columns (from 0). A recruiter that is blank, written as
    unknown (NA) or one of `seed_values` makes a seed; so does one who is not in the list, the person
    themselves, or cut out of a circle, with a finding each.
    """
    findings: list[Finding] = []
    first, said = _read(listing, person, recruiter, frozenset(map(_loosely, seed_values)), findings)
    links = _links(said, first, findings)
    above = {guest: by for guest, (_row, by) in links.items()}
    findings += [_cut(circle, links, above) for circle in circles(above)]
    wave = generations(above, first)
    recruits = Counter(above.values())
    recruitment = {
        name: _matrix(above, {guest: cells[place] for guest, (_row, cells) in first.items()})
        for name, place in sorted(attributes.items())
    }
    chains = Chains(
        wave=wave,
        seed=roots(above, wave),
        recruits={guest: recruits[guest] for guest in first},
        descendants=descendants(above, wave),
        recruitment=recruitment,
        homophily={name: _likeness(matrix) for name, matrix in recruitment.items()},
    )
    return chains, tuple(findings)


Lines = dict[str, Line]
Word = tuple[int, str]
"""A row, and the recruiter it names."""


def _read(
    listing: Listing, person: int, recruiter: int, none: frozenset[str], findings: list[Finding]
) -> tuple[Lines, dict[str, list[Word]]]:
    """The first row of everybody, and what all their rows say about their recruiter."""
    first: Lines = {}
    said: dict[str, list[Word]] = {}
    for row, cells in listing.rows:
        guest, written = cells[person], cells[recruiter]
        if not guest:
            findings.append(Finding("person_missing", Severity.WARN, where=Where(FORM, row, "person")))
            continue
        if first.setdefault(guest, (row, cells))[0] != row:
            where, with_ = Where(FORM, row, "person"), Where(FORM, first[guest][0], "person")
            findings.append(Finding("person_twice", Severity.WARN, where, with_, details={"person": guest}))
        if written and not (none and _loosely(written) in none):
            said.setdefault(guest, []).append((row, written))
    return first, said


def _loosely(written: str) -> str:
    """What may stand for no recruiter, regardless of capitals and of the `.0` behind a number."""
    return written.strip().removesuffix(".0").casefold()


def _links(said: Mapping[str, list[Word]], known: Lines, findings: list[Finding]) -> dict[str, Word]:
    """The first usable word about who recruited each; what cannot be, and what differs, is told."""
    links = {}
    for guest, words in said.items():
        if len(words) == 1 and words[0][1] != guest and words[0][1] in known:
            links[guest] = words[0]
            continue
        usable = []
        for row, written in words:
            by = written if written in known else written.removesuffix(".0")
            if by in MISSING and by not in known:
                continue
            if by == guest or by not in known:
                findings.append(_unusable(guest, row, written, itself=by == guest))
            else:
                usable.append((row, by))
        if usable:
            links[guest] = usable[0]
        if len(usable) > 1 and any(by != usable[0][1] for _row, by in usable):
            findings.append(_differs(guest, usable))
    return links


def _unusable(guest: str, row: int, written: str, *, itself: bool) -> Finding:
    where = Where(FORM, row, "recruiter")
    if itself:
        return Finding("invited_by_self", Severity.WARN, where, details={"guest": guest})
    details = {"person": guest, "recruiter": written}
    return Finding("recruiter_unknown", Severity.WARN, where, details=details)


def _differs(guest: str, words: Sequence[Word]) -> Finding:
    """More than one recruiter: the first holds."""
    row, inviter = words[0]
    contrary = [(row, by) for row, by in words if by != inviter]
    return Finding(
        "inviters_differ",
        Severity.WARN,
        Where(FORM, row, "recruiter"),
        Where(FORM, contrary[0][0], "recruiter"),
        details={"guest": guest, "inviter": inviter, "others": tuple(sorted({by for _row, by in contrary}))},
    )


def _cut(circle: tuple[str, ...], links: Mapping[str, Word], above: dict[str, str]) -> Finding:
    """Take the latest link out of a circle."""
    row, guest = max((links[guest][0], guest) for guest in circle)
    return Finding(
        "invitation_circle",
        Severity.WARN,
        where=Where(FORM, row, "recruiter"),
        details={"guest": guest, "inviter": above.pop(guest), "circle": circle},
    )


def _matrix(above: Mapping[str, str], value: Mapping[str, str]) -> dict[tuple[str, str], int]:
    """Links by the values of recruiter and recruit, in order; a link with an unknown value is left out."""
    counts = Counter(zip(map(value.__getitem__, above.values()), map(value.__getitem__, above), strict=True))
    return {pair: number for pair, number in sorted(counts.items()) if UNKNOWN.isdisjoint(pair)}


def _likeness(matrix: Mapping[tuple[str, str], int]) -> Likeness:
    links = sum(matrix.values())
    if not links:
        return Likeness(0, 0, None)
    giving: Counter[str] = Counter()
    taking: Counter[str] = Counter()
    for (given, taken), number in matrix.items():
        giving[given] += number
        taking[taken] += number
    expected = sum(number * taking[value] for value, number in giving.items()) / links**2
    return Likeness(links, sum(number for (a, b), number in matrix.items() if a == b), expected)
