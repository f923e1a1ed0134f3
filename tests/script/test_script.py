"""The script makes every form once, whatever happens on the way."""

from urllib.parse import parse_qs, urlsplit

from pipeline.model.responses import MARK
from tests.script.google import BLUEPRINT, CATALOGUE, ROBOT, SETTINGS, needs_node, play, script, sheet

pytestmark = needs_node

TYPES = {
    "section": "PAGE_BREAK", "line": "TEXT", "lines": "PARAGRAPH_TEXT", "one": "MULTIPLE_CHOICE",
    "many": "CHECKBOX", "scale": "SCALE", "date": "DATE",
}  # fmt: skip


def once(**run):
    (world,) = play({"runs": [run]})
    return world


def what_people_see(world):
    """Forms and tabs without the ids that Google gave out."""
    linked = [form for form in world["forms"] if form["linked"]]
    names = {form["id"]: form["title"] for form in linked}
    forms = {
        form["title"]: [{**item, "id": None} for item in form["items"]]
        + [form["description"], form["thanks"]]
        for form in linked
    }
    tabs = [
        (one["name"], names.get(one["form"]), one["frozen"], one["rows"][:1], one["rules"], one["notes"])
        for one in world["books"][-1]["sheets"]
    ]
    links = [[row[0], row[1], row[4]] for row in sheet_of_links(world)]
    return forms, sorted(tabs, key=lambda tab: tab[0]), links


def sheet_of_links(world):
    return next(one for one in world["books"][-1]["sheets"] if one["name"] == "Links")["rows"]


def test_every_form_has_the_questions_of_the_blueprint():
    world = once()
    made = {
        form["title"]: [
            (
                item["type"],
                item["title"],
                item["help"],
                item["required"],
                tuple(item["choices"] or ()),
                item["other"],
            )
            for item in form["items"]
        ]
        for form in world["forms"]
    }
    assert made == {
        plan.title: [
            (TYPES[item.kind], item.title, item.help, item.required, item.options, item.own_answer)
            for item in plan.items
        ]
        for plan in BLUEPRINT.forms
    }
    assert world["errors"] == [None]


def test_scales_have_their_ends_and_typed_answers_their_check():
    forms = {form["title"]: {item["title"]: item for item in form["items"]} for form in once()["forms"]}
    welcome = forms["Evaluatie"]["Ik voelde mij welkom"]
    assert (welcome["bounds"], welcome["labels"]) == ([1, 5], ["Helemaal niet mee eens", "Helemaal mee eens"])
    grade = forms["Evaluatie"]["Welk rapportcijfer geeft u deze bijeenkomst?"]
    assert (grade["bounds"], grade["labels"]) == ([1, 10], ["Heel slecht", "Heel goed"])
    rules = {title: item["rule"]["kind"] for title, item in forms["Aanmelding"].items() if item.get("rule")}
    assert rules == {
        "Wat is uw e-mailadres?": "email",
        "Wat is uw telefoonnummer?": "pattern",
        "Wat is uw postcode?": "pattern",
    }
    assert forms["Stemmen"]["Sticker 1: nummer van het idee"]["rule"]["kind"] == "number"


def test_everybody_may_fill_it_in_without_signing_in():
    ours, theirs = play({"runs": [{}]}, {"runs": [{}], "organisation": True})
    for form in (*ours["forms"], *theirs["forms"]):
        assert form["published"]
        assert (form["settings"]["email"], form["settings"]["once"]) == (False, False)
    assert all("login" not in form["settings"] for form in ours["forms"])
    assert all(form["settings"]["login"] is False for form in theirs["forms"])


def test_the_spreadsheet_has_a_tab_for_every_form_and_working_tab_and_one_with_links():
    world = once()
    (book,) = world["books"]
    assert (book["title"], book["locale"], book["timezone"], book["editors"]) == (
        "Rondkomen met weinig (antwoorden)", "nl_NL", "Europe/Amsterdam", [ROBOT],
    )  # fmt: skip
    assert [one["name"] for one in book["sheets"]] == [
        "Links", *(form.title for form in BLUEPRINT.forms), *(tab.title for tab in BLUEPRINT.working),
    ]  # fmt: skip
    assert sheet(world, "Links")["rows"][0][0].endswith(MARK)
    attendance = sheet(world, "Presentielijst")
    assert attendance["rows"] == [["Code", "Naam", "Bijeenkomst 1", "Bijeenkomst 2", "Bijeenkomst 3"]]
    assert [(rule["column"], rule["rule"]["kind"]) for rule in attendance["rules"]] == [
        (3, "checkbox"), (4, "checkbox"), (5, "checkbox"),
    ]  # fmt: skip
    agreements = sheet(world, "Afspraken")
    lists = [rule["rule"] for rule in agreements["rules"]]
    assert lists
    assert all(rule["kind"] == "list" and not rule["refuses"] for rule in lists)


def test_a_link_fills_in_its_meeting_its_table_or_the_code_of_the_inviter():
    links = {row[4]: row[2] for row in sheet_of_links(once())[3:]}
    assert list(links) == [link.key for link in BLUEPRINT.links]
    filled = {
        key: [
            text for name, texts in parse_qs(urlsplit(url).query).items() if name != "usp" for text in texts
        ]
        for key, url in links.items()
    }
    assert filled["signup"] == []
    assert filled["signup:invitation"] == ["U-CODE"]
    assert filled["attendance:meeting:3"] == ["Bijeenkomst 3"]
    assert filled["vote:table:2"] == ["Tafel 2"]


def test_a_second_run_changes_nothing():
    first, second = play({"runs": [{}]}, {"runs": [{}, {}]})
    assert what_people_see(second) == what_people_see(first)
    assert second["errors"] == [None, None]
    assert len(second["forms"]) == len(BLUEPRINT.forms)


def test_a_run_that_is_cut_off_anywhere_is_finished_by_the_next_one():
    whole = once()
    calls = whole["calls"][0]
    # The forms are made alike, so a prime step meets every kind of call, each time of another form.
    cuts = [
        {"runs": [{"failAt": at, "failAfter": turn % 2 == 0}, {}]}
        for turn, at in enumerate(range(1, calls + 1, 7))
    ]
    expected = what_people_see(whole)
    for cut, world in zip(cuts, play(*cuts), strict=True):
        assert world["errors"][1] is None, cut
        assert what_people_see(world) == expected, cut


def test_a_slow_google_is_given_several_turns():
    first, last = play({"runs": [{"msPerCall": 1000}]}, {"runs": [{"msPerCall": 1000}] * 8})
    assert first["triggers"] == [["maakAlles", 60_000]]
    assert "Ik ga over een minuut vanzelf verder." in first["log"][-1]
    assert len(first["forms"]) < len(BLUEPRINT.forms)
    assert what_people_see(last) == what_people_see(once())
    assert last["triggers"] == []


def test_a_tab_that_comes_late_is_waited_for_and_one_that_never_comes_is_told():
    arrive = "world.books.forEach((book) => book.waiting.forEach((one) => { one.flushes = 1; }))"
    late, never = play({"runs": [{"lateTabs": 4}]}, {"runs": [{"lateTabs": 999}, {"before": arrive}]})
    assert late["errors"] == [None]
    assert never["errors"][0].count("Google maakte geen tabblad") == len(BLUEPRINT.forms)
    assert never["errors"][1] is None


def test_what_does_not_work_is_not_tried_for_ever():
    (world,) = play({"runs": [{"lateTabs": 999, "msPerCall": 1000}]})
    assert "Google maakte geen tabblad" in world["errors"][0]
    assert world["triggers"] == []


def test_what_people_changed_stays():
    before = """
        const form = [...world.forms.values()][0];
        form.items[0].setTitle('Hoe heet u?');
        form.items.splice(1, 1);
        form.description = 'Onze eigen woorden';
        const team = [...world.books.values()][0].sheets.find((sheet) => sheet.name === 'Team');
        team.put(2, 1, 'Marijke');
        [...world.books.values()][0].sheets.find((sheet) => sheet.name === 'Presentie').setName('Deurlijst');
    """
    (world,) = play({"runs": [{}, {"before": before}]})
    assert world["errors"] == [None, None]
    signup = world["forms"][0]
    assert [item["title"] for item in signup["items"]][:2] == [
        "Hoe heet u?",
        "Bij welke organisatie of club hoort u?",
    ]
    assert signup["description"] == "Onze eigen woorden"
    assert sheet(world, "Team")["rows"][1][0] == "Marijke"
    assert sheet(world, "Deurlijst")["form"] == world["forms"][1]["id"]
    assert len(world["forms"]) == len(BLUEPRINT.forms)


def test_another_project_takes_over_the_forms_of_a_spreadsheet_that_is_named():
    (book,) = once()["books"]
    (world,) = play({"runs": [{}, {"before": "world.properties.clear()"}]}, text=script(existing=""))
    assert len(world["books"]) == 2
    text = script(existing=book["id"])
    make = f"""
        const book = new Spreadsheet(world, 'Antwoorden');
        world.books.delete(book.id);
        book.id = '{book["id"]}';
        world.books.set(book.id, book);
    """
    (world,) = play({"runs": [{"before": make}, {"before": "world.properties.clear()"}]}, text=text)
    assert world["errors"] == [None, None]
    assert (len(world["books"]), len(world["forms"])) == (1, len(BLUEPRINT.forms))
    assert "Blad1" in [one["name"] for one in world["books"][0]["sheets"]]


def test_a_script_that_belongs_to_a_spreadsheet_uses_that_one():
    (world,) = play({"runs": [{}], "bound": True})
    assert [book["title"] for book in world["books"]] == ["Ons spreadsheet"]


def test_what_does_not_work_is_told_in_words_and_the_rest_goes_on():
    taken = """
        const book = new Spreadsheet(world, 'Antwoorden');
        world.bound = book;
        book.insertSheet('Idee', 0);
    """
    (world,) = play({"runs": [{"before": taken}], "unknownAddresses": [ROBOT]})
    assert world["errors"] == [
        "Dit lukte niet. Los het op en voer het script opnieuw uit:\n"
        "- Idee: Er is al een tabblad met deze naam, zonder formulier. Geef dat tabblad een andere naam.\n"
        f"- {ROBOT}: Google kent dit adres niet. Deel het spreadsheet zelf, als bewerker."
    ]
    assert len([form for form in world["forms"] if form["linked"]]) == len(BLUEPRINT.forms) - 1


def test_a_form_or_spreadsheet_that_is_gone_is_told_and_starting_again_is_a_choice():
    gone_form = "world.forms.delete([...world.forms.keys()][0])"
    gone_book = "world.books.clear()"
    form, book, again = play(
        {"runs": [{}, {"before": gone_form}]},
        {"runs": [{}, {"before": gone_book}]},
        {"runs": [{}, {"before": gone_book}, {"call": "beginOpnieuw"}, {}]},
    )
    assert "Ik kan het formulier niet openen." in form["errors"][1]
    assert book["errors"][1].startswith("Ik kan het spreadsheet niet openen.")
    assert again["errors"][3] is None
    assert len(again["books"]) == 1


def test_two_runs_at_once_make_nothing_twice():
    (world,) = play({"runs": [{"before": "world.locked = true"}]})
    assert world["errors"] == ["Ik ben al bezig. Wacht tot het klaar is en kijk dan in het spreadsheet."]
    assert world["forms"] == []


def test_words_with_quotes_and_other_scripts_arrive_as_they_are():
    from dataclasses import replace

    from pipeline.summaries.blueprint import draw

    title = 'O\'Brien "&" </script> \u2028 \\ مرحبا ${x}'
    (world,) = play({"runs": [{}]}, text=script(draw(CATALOGUE, replace(SETTINGS, title=title), tables=0)))
    assert world["books"][0]["title"] == f"{title} (antwoorden)"


def test_the_script_speaks_english_too():
    from dataclasses import replace

    from pipeline.summaries.blueprint import draw

    (world,) = play({"runs": [{}]}, text=script(draw(CATALOGUE, replace(SETTINGS, language="en"), tables=1)))
    assert world["errors"] == [None]
    assert world["books"][0]["locale"] == "en_GB"
    assert {"Sign-up", "Attendance list", "Links"} <= {one["name"] for one in world["books"][0]["sheets"]}
