"""Claims that are one person become one participant, with a code for life."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model.findings import Finding, Severity, Where, finding_order
from pipeline.model.responses import Response
from pipeline.model.settings import Settings
from pipeline.stages import doors, duplicates
from pipeline.stages.callnames import exists
from pipeline.stages.claims import collect, is_guest_code
from pipeline.stages.codebook import Codebook, claim_of_code, hand_out, typed_codes
from pipeline.stages.codes import looks_like_a_code, near_codes
from pipeline.stages.decisions import Decisions, Question
from pipeline.stages.groups import Groups
from pipeline.stages.match import Claims, Likeness, Match
from pipeline.stages.memory import GivenCode
from pipeline.stages.names import read_name
from pipeline.stages.normalise import fold
from pipeline.stages.people import CLAIM_FORMS, Claim, People
from pipeline.stages.persons import describe
from pipeline.stages.placing import Doorway, place, place_anew
from pipeline.stages.written_names import brings_others

__all__ = ["Merged", "collect", "merge"]


@dataclass(frozen=True, slots=True)
class Merged:
    """The participants, the codes to remember, what to ask, what was noticed."""

    people: People
    codes: tuple[GivenCode, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def merge(
    responses: Mapping[str, Sequence[Response]],
    decisions: Decisions,
    given: Sequence[GivenCode],
    withdrawn: frozenset[str],
    settings: Settings,
) -> Merged:
    """Work out who is who.

    What people decided comes first, then codes, then what is certain by itself; names at the
    door are placed last. `withdrawn` holds the codes whose consent a person took back in
    `Deelnemers`.
    """
    known = frozenset(code.code for code in given)
    claims = {claim.id: claim for claim in collect(responses, known)}
    rows = {row.id: row for form in CLAIM_FORMS for row in responses.get(form, ())}
    compared = Claims(claims.values())
    groups = Groups(compared.names)
    answers = duplicates.answered_pairs(decisions, groups)
    told = doors.answers(claims, known, decisions)
    findings = duplicates.apply(answers, groups, claims)
    coded = _join_by_code(groups, claims, given, told)
    before = duplicates.asked_before(decisions)
    joined, possible = compared.gather(groups, before)
    placed = place(groups, _doorway(claims, rows, groups, told, coded, compared))
    alike = (_alike(compared.match(*pair)) for pair in placed.alike)
    possible += duplicates.one_each(alike, groups, before)
    book = hand_out(
        {group: [claims[claim] for claim in groups.members(group)] for group in groups.all()},
        given,
        settings.seed,
        withdrawn | typed_codes(row for forms in responses.values() for row in forms),
    )
    people = _people(groups, book, claims, rows, withdrawn, settings.numbers)
    asked = duplicates.questions(possible, joined, answers, claims, compared, decisions, groups)
    changed = [claim for claim in sorted(told) if doors.changed(claims[claim], decisions)]
    anew = place_anew(changed, groups, compared.names, told)
    who = _who_is({**placed.candidates, **anew}, told, claims, people, decisions)
    findings += _about_names(claims.values(), known, placed.candidates)
    return Merged(people, book.given, (*asked, *who), tuple(sorted(findings, key=finding_order)))


def _join_by_code(
    groups: Groups[str], claims: Mapping[str, Claim], given: Sequence[GivenCode], told: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Join whoever gave one code, or was given one by a person, to the claim that stands for it.

    Returns, by claim, whom a code means that stands beside another's name, or that has a slip in it.
    """
    stands_for = claim_of_code(given, frozenset(claims))
    coded: dict[str, frozenset[str]] = {}
    for claim in claims.values():
        code = told.get(claim.id, claim.code)
        if code in (doors.NOBODY, doors.ABSENT):
            continue
        if code is None:
            near = near_codes(claim.slip, stands_for) if claim.slip else ()
            coded[claim.id] = frozenset(stands_for[code] for code in near)
        elif (
            claim.name
            and claim.id not in told
            and groups.contradict(stands_for.get(code, claim.id), claim.id)
        ):
            coded[claim.id] = frozenset((stands_for[code],))
        else:
            groups.join(stands_for.setdefault(code, claim.id), claim.id, decided=True)
    return {claim: owners for claim, owners in coded.items() if owners}


def _doorway(
    claims: Mapping[str, Claim],
    rows: Mapping[str, Response],
    groups: Groups[str],
    told: Mapping[str, str],
    coded: Mapping[str, frozenset[str]],
    compared: Claims,
) -> Doorway:
    """Who waits to be placed: every group without a sign-up, unless a person placed it.

    A code with a slip tells which name is meant; alone, or where it is another's, it is asked about.
    """
    beside = {claim: owners for claim, owners in coded.items() if claims[claim].slip and claims[claim].name}
    doubted = {claim: owners for claim, owners in coded.items() if claim not in beside}
    signed_up = {groups.of(claim.id) for claim in claims.values() if claim.where.form == "signup"}
    placed = {groups.of(claim) for claim in told}
    placed |= {groups.of(claim) for claim in doubted}
    waiting = [group for group in groups.all() if group not in signed_up and group not in placed]
    expected, names = _expected(rows), compared.names
    return Doorway(
        waiting=tuple(waiting),
        absent=frozenset(groups.of(claim) for claim, answer in told.items() if answer == doors.ABSENT),
        answered={claim: names[claim] for claim in sorted(told)},
        expected={
            group: coming.union(beside[group]) if group in beside else coming
            for group in waiting
            for coming in (expected.get(claims[group].meeting or 0, frozenset()),)
        },
        coded=doubted,
    )


def _expected(rows: Mapping[str, Response]) -> dict[int, frozenset[str]]:
    """Per meeting the sign-ups of those who said they would come."""
    coming: dict[int, set[str]] = {}
    for row in rows.values():
        for number in row.many("meetings"):
            coming.setdefault(int(number), set()).add(row.id)
    return {number: frozenset(ids) for number, ids in coming.items()}


def _alike(found: Match) -> Match:
    """Two strangers who may be one person, as a match to ask about whatever their rows say."""
    return replace(found, outcome=Likeness.POSSIBLE)


def _people(
    groups: Groups[str],
    book: Codebook,
    claims: Mapping[str, Claim],
    rows: Mapping[str, Response],
    withdrawn: frozenset[str],
    meetings: Sequence[int],
) -> People:
    """The participants in order of code given."""
    group_of_code = {codes[0]: group for group, codes in book.of_group.items()}
    members = {
        known.code: groups.members(group_of_code[known.code])
        for known in book.given
        if known.code in group_of_code
    }
    return People(
        participants={
            code: describe(
                book.of_group[group_of_code[code]],
                [claims[claim] for claim in ids],
                rows,
                withdrawn,
                meetings,
            )
            for code, ids in members.items()
        },
        of_claim={claim: code for code, ids in members.items() for claim in ids},
    )


def _who_is(
    candidates: Mapping[str, Sequence[str]],
    told: Mapping[str, str],
    claims: Mapping[str, Claim],
    people: People,
    decisions: Decisions,
) -> Iterator[Question]:
    """The questions about names at the door, answered ones too."""
    order = {code: number for number, code in enumerate(people.participants)}
    for name, groups in candidates.items():
        own, claim, held = people.of_claim[name], claims[name], told.get(name)
        codes = {people.of_claim[group] for group in groups}
        if held and claim.code in people.current:
            codes = {people.current[claim.code or ""]}
        if held in (doors.NOBODY, doors.ABSENT, None):
            codes.discard(own)
        else:
            held = own
        where = Where(claim.where.form, claim.where.row, "name")
        meant = sorted(codes, key=order.__getitem__)
        yield doors.ask(doors.subject(name), where, claim.typed, meant, held, decisions)


def _about_names(claims: Iterable[Claim], known: Container[str], asked: Container[str]) -> Iterator[Finding]:
    """What is odd about the names and codes that people wrote, and not `asked` about."""
    for claim in claims:
        where = Where(claim.where.form, claim.where.row, "name")
        if is_guest_code(claim):
            yield Finding("invitation_as_name", Severity.WARN, where=where)
        elif (claim.slip or (claim.code and claim.code not in known)) and claim.id not in asked:
            yield _unknown_code(where, claim.code or claim.slip)
        elif claim.name and looks_like_a_code(claim.name) and not _is_numbered(claim.name):
            yield _unknown_code(where, claim.name)
        elif claim.name and (code := _about_name(claim.name, coded=claim.code is not None)):
            yield Finding(code, Severity.WARN, where=where)


def _is_numbered(name: str) -> bool:
    """Whether it is a first name that we know and a number: `Fatma2`."""
    return exists(fold(name).rstrip("0123456789"))


def _unknown_code(where: Where, written: str | None) -> Finding:
    return Finding("unknown_code", Severity.WARN, where=where, details={"written": written})


def _about_name(written: str, *, coded: bool) -> str | None:
    """What is odd about what stands in place of a name."""
    name = read_name(written)
    if name.several:
        return "two_people_in_one_name"
    if brings_others(written):
        return "guest_without_name"
    return "no_name" if name.empty and not coded else None
