"""What OR-tools' CP-SAT makes of a company: `seating_peer.py SECONDS`, the company as JSON on standard input.

Prints for each of the three figures of `seating.py` what it found, the better ones held, and whether it
proved that there is nothing better. Runs in an environment of its own, which has OR-tools.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

from ortools.sat.python import cp_model  # type: ignore[import-not-found]

MOST_SEATS = 9


class Model:
    """Everybody's table as a choice; sizes and wishes hold."""

    def __init__(self, case: dict[str, Any]) -> None:
        self.case = case
        self.model = cp_model.CpModel()
        self.tables = range(len(case["sizes"]))
        everybody = range(len(case["roles"]))
        self.sits = [[self.model.new_bool_var("") for _ in self.tables] for _ in everybody]
        for one, choices in enumerate(self.sits):
            self.model.add_exactly_one(choices)
            for table in self.tables:
                self.model.add_hint(choices[table], case["at"][one] == table)
        for table, size in enumerate(case["sizes"]):
            self.model.add(sum(choices[table] for choices in self.sits) == size)
        for one, other in case["together"]:
            self._at_each_table(one, other, lambda mine, theirs: self.model.add(mine == theirs))
        for one, other in case["apart"]:
            self._at_each_table(one, other, lambda mine, theirs: self.model.add_bool_or(~mine, ~theirs))

    def _at_each_table(self, one: int, other: int, add: Callable[[Any, Any], object]) -> None:
        for table in self.tables:
            add(self.sits[one][table], self.sits[other][table])

    def uneven(self) -> Any:
        """Twice the steps by which roles are less even than they could be."""
        total: Any = 0
        for role in sorted({role for own in self.case["roles"] for role in own}):
            who = [choices for choices, own in zip(self.sits, self.case["roles"], strict=True) if role in own]
            each, more = divmod(len(who), len(self.tables))
            total -= (len(self.tables) - more) * each**2 + more * (each + 1) ** 2
            for table in self.tables:
                number = self.model.new_int_var(0, MOST_SEATS, "")
                square = self.model.new_int_var(0, MOST_SEATS**2, "")
                self.model.add(number == sum(choices[table] for choices in who))
                squares = [(count, count**2) for count in range(MOST_SEATS + 1)]
                self.model.add_allowed_assignments([number, square], squares)
                total += square
        return total

    def shared(self, one: int, other: int) -> Any:
        """Whether two people share a table."""
        both = self.model.new_bool_var("")
        self._at_each_table(one, other, lambda mine, theirs: self.model.add_bool_or(~mine, ~theirs, both))
        return both

    def least(self, aim: Any, now: int, seconds: float) -> tuple[int, bool]:
        """The least that `aim` can be, `now` at most; holds it from then on."""
        if isinstance(aim, int):
            return aim, True
        self.model.add(aim <= now)
        self.model.minimize(aim)
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = 2
        status = solver.solve(self.model)
        found = round(solver.objective_value) if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else now
        self.model.add(aim <= found)
        return found, status == cp_model.OPTIMAL


def main() -> None:
    """Solve what stands on standard input."""
    case = json.load(sys.stdin)
    model = Model(case)
    uneven, brought, met = case["now"]
    aims = (
        (model.uneven(), 2 * uneven),
        (sum(model.shared(*link) for link in case["brought"]), brought),
        (sum(times * model.shared(*pair) for pair, times in case["met"]), met),
    )
    found = [model.least(aim, now, float(sys.argv[1])) for aim, now in aims]
    print(json.dumps([(found[0][0] // 2, found[0][1]), *found[1:]]))


if __name__ == "__main__":
    main()
