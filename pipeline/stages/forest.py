"""Who came through whom, as a forest; everybody has at most one person above them."""

from collections.abc import Iterable, Mapping


def circles(above: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """All circles, sorted, each from its lowest code on; no two of them share anybody."""
    seen: dict[str, str] = {}
    found = []
    for start in above:
        code = start
        while code in above and code not in seen:
            seen[code] = start
            code = above[code]
        if seen.get(code) == start:
            found.append(_round(above, code))
    return tuple(sorted(found))


def _round(above: Mapping[str, str], start: str) -> tuple[str, ...]:
    """The circle that goes through `start`."""
    circle = [start]
    while above[circle[-1]] != start:
        circle.append(above[circle[-1]])
    lowest = circle.index(min(circle))
    return (*circle[lowest:], *circle[:lowest])


def generations(above: Mapping[str, str], everybody: Iterable[str]) -> dict[str, int]:
    """Steps from a root, for everybody; who stands above somebody comes first. `above` has no circle."""
    generation: dict[str, int] = {}
    for start in everybody:
        walk = []
        code = start
        while code not in generation and code in above:
            walk.append(code)
            code = above[code]
        steps = generation.setdefault(code, 0)
        while walk:
            steps += 1
            generation[walk.pop()] = steps
    return generation


def descendants(above: Mapping[str, str], generation: dict[str, int]) -> dict[str, int]:
    """How many people are below each; `generation` as `generations` gives it."""
    below = dict.fromkeys(generation, 0)
    for code in reversed(generation):
        if code in above:
            below[above[code]] += below[code] + 1
    return below


def roots(above: Mapping[str, str], generation: Mapping[str, int]) -> dict[str, str]:
    """The root of everybody's tree, a root's own too; `generation` as `generations` gives it."""
    root: dict[str, str] = {}
    for code in generation:
        root[code] = root[above[code]] if code in above else code
    return root
