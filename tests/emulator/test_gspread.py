"""gspread itself, as it is installed, against the emulator: the calls that everybody makes."""

from collections.abc import Iterator
from typing import Any

import gspread
import pytest
import requests
from gspread.http_client import HTTPClient

from tests.google_emulator.server import Emulator, running
from tests.google_emulator.world import World


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with running(World(open=True)) as started:
        yield started


@pytest.fixture
def client(emulator: Emulator) -> gspread.Client:
    class Local(HTTPClient):
        def request(self, method: str, endpoint: str, *args: Any, **options: Any) -> requests.Response:
            return super().request(
                method, emulator.url + endpoint.partition("googleapis.com")[2], *args, **options
            )

    nobody: Any = None
    return gspread.Client(auth=nobody, session=requests.Session(), http_client=Local)


def test_a_new_spreadsheet_is_found_by_its_key_and_its_name(client: gspread.Client) -> None:
    made = client.create("Atelier")
    assert client.open("Atelier").id == client.open_by_key(made.id).id == made.id
    assert [each.title for each in made.worksheets()] == ["Sheet1"]
    assert [each["name"] for each in client.list_spreadsheet_files()] == ["Atelier"]


def test_what_is_written_is_read(client: gspread.Client) -> None:
    sheet = client.create("Atelier").sheet1
    sheet.update([["Naam", "Aantal"], ["Fatima", 2]], "A1")
    sheet.append_row(["Jan", 3])
    assert sheet.get_all_values() == [["Naam", "Aantal"], ["Fatima", "2"], ["Jan", "3"]]
    assert sheet.get_all_records() == [{"Naam": "Fatima", "Aantal": 2}, {"Naam": "Jan", "Aantal": 3}]
    assert [(cell.row, cell.col) for cell in [sheet.find("Jan")] if cell] == [(3, 1)]


def test_tabs_come_and_go(client: gspread.Client) -> None:
    book = client.create("Atelier")
    book.add_worksheet("Ideeën", rows=10, cols=4)
    assert [(each.title, each.row_count, each.col_count) for each in book.worksheets()][1] == (
        "Ideeën",
        10,
        4,
    )
    book.del_worksheet(book.sheet1)
    assert [each.title for each in book.worksheets()] == ["Ideeën"]


def test_looks_and_notes(client: gspread.Client) -> None:
    sheet = client.create("Atelier").sheet1
    sheet.format("A1:B1", {"textFormat": {"bold": True}})
    sheet.freeze(rows=1)
    sheet.insert_note("A1", "Wie bent u?")
    assert (sheet.frozen_row_count, sheet.get_note("A1")) == (1, "Wie bent u?")


def test_sharing(client: gspread.Client) -> None:
    book = client.create("Atelier")
    book.share("team@example.org", perm_type="user", role="writer", notify=False)
    shared = {each["emailAddress"]: each["role"] for each in book.list_permissions()}
    assert shared == {"robot@example.iam.gserviceaccount.com": "owner", "team@example.org": "writer"}
    assert len(book.remove_permissions("team@example.org")) == 1
    assert len(book.list_permissions()) == 1


def test_a_copy_with_who_has_it_and_what_they_said(client: gspread.Client, emulator: Emulator) -> None:
    book = client.create("Atelier")
    book.sheet1.update([["a"]], "A1")
    book.share("team@example.org", perm_type="user", role="reader", notify=False)
    emulator.world.ask("POST", f"/drive/v3/files/{book.id}/comments?fields=id", {"content": "Mooi"})
    twin = client.copy(book.id, title="Nog een", copy_permissions=True)
    assert twin.sheet1.get_all_values() == [["a"]]
    assert len(twin.list_permissions()) == 2
    told = emulator.world.ask("GET", f"/drive/v3/files/{twin.id}/comments?fields=comments.content")
    assert told == {"comments": [{"content": "Mooi"}]}


def test_export_and_import(client: gspread.Client) -> None:
    book = client.create("Atelier")
    client.import_csv(book.id, b"a,1\nb,2\n")
    again = client.open_by_key(book.id)
    assert [each.title for each in again.worksheets()] == ["Atelier"]
    assert again.sheet1.get_all_values() == [["a", "1"], ["b", "2"]]
    assert client.export(book.id, gspread.utils.ExportFormat.CSV) == b"a,1\r\nb,2"


def test_what_is_not_there(client: gspread.Client) -> None:
    with pytest.raises(gspread.exceptions.SpreadsheetNotFound):
        client.open("Nergens")
    with pytest.raises(gspread.exceptions.SpreadsheetNotFound):
        client.open_by_key("1" + "x" * 43)
    with pytest.raises(gspread.exceptions.WorksheetNotFound):
        client.create("Atelier").worksheet("Nergens")


def test_a_deleted_spreadsheet_is_gone(client: gspread.Client) -> None:
    book = client.create("Atelier")
    client.del_spreadsheet(book.id)
    assert client.list_spreadsheet_files() == []


def test_an_owner_who_gives_a_spreadsheet_away(client: gspread.Client) -> None:
    book = client.create("Atelier")
    book.share("jan@example.org", perm_type="user", role="writer", notify=False)
    theirs = next(
        str(each["id"]) for each in book.list_permissions() if each["emailAddress"] == "jan@example.org"
    )
    book.transfer_ownership(theirs)
    assert [each["pendingOwner"] for each in book.list_permissions()] == [False, True]
    book.accept_ownership(theirs)
    assert {each["emailAddress"]: each["role"] for each in book.list_permissions()} == {
        "robot@example.iam.gserviceaccount.com": "writer",
        "jan@example.org": "owner",
    }
