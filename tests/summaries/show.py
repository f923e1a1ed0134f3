"""A tab as plain text, so that tests compare all of it."""

from pipeline.model.tab import Block, Cell, Chart, Column, Figures, Lines, Link, Row, Scalar, Tab, Table


def show(tab: Tab) -> str:
    """The whole tab; charts, links, styles, indents and drop-downs included."""
    return "\n\n".join([f"# {tab.title}\n{tab.intro}", *map(block, tab.blocks)]) + "\n"


def block(shown: Block) -> str:
    """One block: its heading, then what it holds."""
    match shown:
        case Figures():
            lines = [f"{one.label}: {one.value} <{one.style}> ({one.note})" for one in shown.figures]
        case Lines():
            lines = [cell(line) for line in shown.lines]
        case Table():
            lines = table(shown)
    return "\n".join([f"## {shown.heading}", *lines] if shown.heading else lines)


def table(shown: Table) -> list[str]:
    """Note, charts, header and rows; or what is said when there are none."""
    lines = [shown.note] if shown.note else []
    if not shown.rows:
        return [*lines, f"({shown.empty})"]
    lines += [chart(one) for one in shown.charts]
    lines.append(line([header(column, shown) for column in shown.columns]))
    return lines + [row(one) for one in shown.rows]


def header(column: Column, shown: Table) -> str:
    marks = ("*" if column.people else "") + ("°" if column.key in shown.heat else "")
    return column.header + marks + (f" {{{'/'.join(column.choices)}}}" if column.choices else "")


def row(shown: Row) -> str:
    choices = "".join(f" {key}: {' / '.join(words)}" for key, words in shown.choices)
    return line([cell(one) for one in shown.cells]) + choices


def line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def cell(shown: Cell | Scalar) -> str:
    if not isinstance(shown, Cell):
        return plain(shown)
    text = "  " * shown.indent + plain(shown.value)
    if shown.link:
        text = f"[{text}]({address(shown.link)})"
    return text + (f" <{shown.style}>" if shown.style else "") + (f" “{shown.note}”" if shown.note else "")


def plain(value: Scalar) -> str:
    if isinstance(value, float):
        return f"{value:.4g}"
    return "" if value is None else str(value).replace("\n", " ⏎ ")


def address(link: Link) -> str:
    return f"→{link.tab}" if link.tab else f"{link.form}:{link.row}:{link.question or ''}"


def chart(shown: Chart) -> str:
    axes = "/".join(filter(None, (shown.x_title, shown.y_title)))
    target = f", line at {shown.target:g}" if shown.target else ""
    return f"~ {shown.kind} “{shown.title}”: {shown.categories} × {', '.join(shown.series)} ({axes}{target})"
