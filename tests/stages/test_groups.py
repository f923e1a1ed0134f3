"""Groups of claims: joined by evidence or decision, kept apart for ever when told."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.groups import Groups
from pipeline.stages.names import read_name


def groups(*names: str) -> Groups:
    return Groups({str(number): read_name(name) for number, name in enumerate(names)})


def test_joining() -> None:
    found = groups("Bep Duin", "Elisabeth Duin", "Bep Duin", "")
    assert found.join("2", "1")
    assert found.join("0", "2")
    assert found.join("0", "1")
    assert (found.of("2"), found.members("0"), found.all()) == ("0", ("0", "1", "2"), ("0", "3"))
    assert found.names("0") == (read_name("Bep Duin"), read_name("Elisabeth Duin"))
    assert found.names("3") == ()
    assert "3" in found
    assert "4" not in found


def test_first_names_that_contradict_never_meet_along_a_chain() -> None:
    found = groups("Jan Duin", "Johannes Duin", "Hans Duin")
    assert found.join("0", "1")
    assert not found.join("1", "2")
    assert found.join("1", "2", decided=True)


def test_a_misspelt_name_is_no_contradiction_beside_the_right_one() -> None:
    found = groups("Marck Duin", "Mark Duin", "Mqrk Duin")
    assert found.contradict("0", "2")
    assert found.join("1", "2")
    assert found.join("0", "1")


def test_who_was_set_apart_stays_apart() -> None:
    found = groups("Bep Duin", "Bep Duin", "Bep Duin", "Bep Duin")
    found.set_apart("0", "3")
    assert found.join("2", "3")
    assert found.join("0", "1")
    assert found.apart("1", "2")
    assert not found.join("1", "2", decided=True)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.booleans()), max_size=25))
def test_groups_partition_the_claims_whatever_was_asked(steps: list[tuple[int, int, bool]]) -> None:
    found = groups(*["Bep Duin"] * 7)
    apart = []
    for one, other, join in steps:
        if join:
            found.join(str(one), str(other))
        elif found.of(str(one)) != found.of(str(other)):
            found.set_apart(str(one), str(other))
            apart.append((str(one), str(other)))
    members = [claim for group in found.all() for claim in found.members(group)]
    assert sorted(members) == [str(number) for number in range(7)]
    assert all(found.of(one) != found.of(other) for one, other in apart)
