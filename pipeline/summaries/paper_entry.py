"""The workbook in which a team types what came in on paper: a tab per form, and a cover."""

from pipeline.model.blueprint import Blueprint, EntryBook, EntryColumn, EntryTab, FormPlan, Item
from pipeline.model.templates import Catalogue, Words

WIDEST = 60
NARROWEST = 14


def entry_book(blueprint: Blueprint, catalogue: Catalogue) -> EntryBook:
    """Its tabs, in the blueprint's language; the moment of sending in stands first and may stay blank."""
    words = Words(catalogue, blueprint.language)
    return EntryBook(
        cover=words.text("forms", "cover"),
        title=blueprint.title,
        lines=tuple(words.text("forms", f"cover_{number}") for number in range(1, 6)),
        headers=(words.text("forms", "cover_tab"), words.text("forms", "cover_for")),
        tabs=tuple(_tab(form, words) for form in blueprint.forms),
    )


def _tab(form: FormPlan, words: Words) -> EntryTab:
    moment = EntryColumn(
        words.header(form.key, "submitted_at"), words.text("forms", "note_moment"), NARROWEST
    )
    asked = (_column(item, words) for item in form.items if item.kind != "section")
    return EntryTab(form.title, form.description.partition("\n")[0], (moment, *asked))


def _column(item: Item, words: Words) -> EntryColumn:
    note = [item.help, _choices(item, words)]
    if item.own_answer:
        note.append(words.text("forms", "note_own"))
    if item.required:
        note.append(words.text("forms", "note_required"))
    return EntryColumn(
        header=item.title,
        note="\n".join(filter(None, note)),
        width=WIDEST if item.kind == "lines" else min(max(NARROWEST, len(item.title) // 2 + 4), WIDEST),
        options=_offered(item),
        wraps=item.kind == "lines",
    )


def _choices(item: Item, words: Words) -> str:
    if item.kind == "scale":
        low, high = item.labels
        return words.text("forms", "note_scale", low=item.low, high=item.high, low_label=low, high_label=high)
    if not item.options:
        return ""
    kind = "note_many" if item.kind == "many" else "note_one"
    return words.text("forms", kind, options=", ".join(item.options))


def _offered(item: Item) -> tuple[str, ...]:
    """The drop-down: of a question with more answers there is none, as it would hold only one."""
    if item.kind == "scale":
        return tuple(map(str, range(item.low, item.high + 1)))
    return item.options if item.kind == "one" else ()
