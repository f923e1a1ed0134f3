"""Files on Drive: found, shared, copied, thrown away, exported."""

import io
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from tests.google_emulator.answers import ApiError, Request
from tests.google_emulator.clock import Clock
from tests.google_emulator.drive.documents import FORMATS, ROOT
from tests.google_emulator.world import FOLDER, FORM, SPREADSHEET, World

FILES = "/drive/v3/files"
JAN, ALI = "jan@example.org", "ali@example.org"
ROBOT = "robot@atelier.iam.gserviceaccount.com"


def found(world: World, query: str, caller: str = "", **options: str) -> list[str]:
    asked = "&".join([f"q={query}", *(f"{name}={value}" for name, value in options.items())])
    answer = world.ask("GET", f"{FILES}?{asked}".replace(" ", "%20"), caller=caller)
    return [each["name"] for each in answer["files"]]


def refusal(world: World, method: str, target: str, body: object = None, caller: str = "") -> tuple[int, str]:
    with pytest.raises(ApiError) as error:
        world.ask(method, target, body, caller=caller)
    return error.value.code, error.value.message


@pytest.fixture
def files(world: World) -> dict[str, str]:
    """Four files, the last one made last; their ids by their names."""
    made = {}
    for name, kind, owner in (
        ("Atelier Noord", SPREADSHEET, JAN),
        ("Atelier Zuid", SPREADSHEET, ALI),
        ("Aanmelding", FORM, JAN),
        ("Jan's map", FOLDER, JAN),
    ):
        made[name] = world.create(kind, name, owner).id
        world.clock.advance(60)
    return made


SEARCHES = """
                                                        | Jan's map, Aanmelding, Atelier Zuid, Atelier Noord
name = 'Atelier Zuid'                                   | Atelier Zuid
name = "Jan's map"                                      | Jan's map
name = 'Jan\\'s map'                                    | Jan's map
name contains 'atelier'                                 | Atelier Zuid, Atelier Noord
fullText contains 'zuid'                                | Atelier Zuid
mimeType = 'application/vnd.google-apps.form'           | Aanmelding
mimeType != 'application/vnd.google-apps.spreadsheet'   | Jan's map, Aanmelding
not name contains 'a'                                   |
not (name contains 'atelier')                           | Jan's map, Aanmelding
name contains 'noord' or name contains 'zuid'           | Atelier Zuid, Atelier Noord
name contains 'a' and (name contains 'noord' or name contains 'map') | Jan's map, Atelier Noord
'jan@example.org' in owners and trashed = false         | Jan's map, Aanmelding, Atelier Noord
'jan@example.org' in writers                            | Jan's map, Aanmelding, Atelier Noord
'jan@example.org' in readers and starred = false        | Jan's map, Aanmelding, Atelier Noord
'root' in parents and title contains 'zuid'             | Atelier Zuid
modifiedTime > '2026-03-02T19:31:30'                    | Jan's map, Aanmelding
createdTime <= '2026-03-02T19:30:00.000Z'               | Atelier Noord
"""


@pytest.mark.parametrize("case", SEARCHES.strip("\n").splitlines())
def test_a_search(world: World, files: dict[str, str], case: str) -> None:
    query, _, expected = case.partition("|")
    assert ", ".join(found(world, query.strip())) == expected.strip()


@pytest.mark.parametrize(
    "query",
    [
        "name",
        "name =",
        "name like 'x'",
        "kleur = 'x'",
        "'x' in kleuren",
        "(name = 'x'",
        "name = 'x' ;",
        "name = 'x' 'y'",
        "(name = 'x' 'y')",
    ],
)
def test_a_search_that_drive_does_not_understand(world: World, query: str) -> None:
    with pytest.raises(ApiError, match="Invalid Value"):
        found(world, query)


def test_everybody_sees_what_is_shared_with_them(world: World, files: dict[str, str]) -> None:
    world.share(files["Atelier Noord"], ALI, "reader")
    assert found(world, "", ALI) == ["Atelier Zuid", "Atelier Noord"]
    assert found(world, "sharedWithMe", ALI) == found(world, "sharedWithMe = true", ALI) == ["Atelier Noord"]
    assert found(world, "sharedWithMe and name contains 'zuid'", ALI) == []
    assert found(world, "", ROBOT) == []


def test_pages_and_order(world: World, files: dict[str, str]) -> None:
    assert found(world, "", orderBy="name") == ["Aanmelding", "Atelier Noord", "Atelier Zuid", "Jan's map"]
    assert found(world, "", orderBy="createdTime desc,name")[0] == "Jan's map"
    assert found(world, "", orderBy="modifiedTime")[0] == "Atelier Noord"
    first = world.ask("GET", f"{FILES}?pageSize=3")
    assert [len(first["files"]), first["incompleteSearch"]] == [3, False]
    assert found(world, "", pageSize="3", pageToken=first["nextPageToken"]) == ["Atelier Noord"]
    assert refusal(world, "GET", f"{FILES}?orderBy=kleur") == (400, "Invalid Value")
    assert refusal(world, "GET", f"{FILES}?pageToken=verder") == (400, "Invalid Value")


def test_a_file_in_full(world: World, files: dict[str, str]) -> None:
    world.share(files["Atelier Noord"], ALI, "reader")
    whole = world.ask("GET", f"{FILES}/{files['Atelier Noord']}?fields=*", caller=JAN)
    assert {name: whole[name] for name in ("name", "ownedByMe", "shared", "capabilities", "parents")} == {
        "name": "Atelier Noord",
        "ownedByMe": True,
        "shared": True,
        "capabilities": {"canEdit": True, "canShare": True, "canDelete": True},
        "parents": [ROOT],
    }
    assert {each["emailAddress"]: each["role"] for each in whole["permissions"]} == {
        JAN: "owner",
        ALI: "reader",
    }
    seen = world.ask("GET", f"{FILES}/{files['Atelier Noord']}?fields=*", caller=ALI)
    assert (seen["ownedByMe"], "permissions" in seen) == (False, False)
    default = world.ask("GET", f"{FILES}/{files['Atelier Noord']}")
    assert sorted(default) == ["id", "kind", "mimeType", "name"]


def test_a_file_is_made_in_a_folder_and_moved_out_of_it(world: World, files: dict[str, str]) -> None:
    folder = files["Jan's map"]
    asked = {
        "name": "Nieuw",
        "mimeType": SPREADSHEET,
        "parents": [folder],
        "description": "Wat",
        "properties": {"a": "b"},
    }
    made = world.ask("POST", FILES, asked, caller=JAN)["id"]
    whole = world.ask("GET", f"{FILES}/{made}?fields=parents,description,properties")
    assert whole == {"parents": [folder], "description": "Wat", "properties": {"a": "b"}}
    assert found(world, f"'{folder}' in parents") == ["Nieuw"]
    moved = world.ask("PATCH", f"{FILES}/{made}?removeParents={folder}&fields=parents", {})
    assert moved == {"parents": [ROOT]}
    world.ask("PATCH", f"{FILES}/{made}?addParents={folder}", {"parents": ["elders"]})
    assert world.files[made].parents == [folder]
    assert refusal(world, "POST", FILES, {"mimeType": "text/plain"})[0] == 400
    in_root = world.ask("POST", FILES, {"mimeType": FOLDER, "parents": ["root"]}, caller=JAN)
    assert in_root["name"] == "Untitled"


def test_a_name_is_the_title_of_the_spreadsheet(world: World, files: dict[str, str]) -> None:
    file = files["Atelier Noord"]
    world.ask("PATCH", f"{FILES}/{file}", {"name": "Atelier Oost"})
    titled = world.ask("GET", f"/v4/spreadsheets/{file}?fields=properties.title")
    assert titled == {"properties": {"title": "Atelier Oost"}}
    folder = files["Jan's map"]
    world.ask("PATCH", f"{FILES}/{folder}", {"name": "Map"})
    assert found(world, "name = 'Map'") == ["Map"]


def test_a_robot_owns_nothing(world: World, files: dict[str, str]) -> None:
    world.accounts.robot(ROBOT, "http://127.0.0.1/token")
    world.share(files["Atelier Noord"], ROBOT)
    for target in (FILES, f"{FILES}/{files['Atelier Noord']}/copy"):
        with pytest.raises(ApiError) as error:
            world.ask("POST", target, {"mimeType": SPREADSHEET}, caller=ROBOT)
        assert (error.value.reason, error.value.domain) == ("storageQuotaExceeded", "usageLimits")
    for target, body in (("/v4/spreadsheets", {}), ("/v1/forms", {"info": {"title": "Aanmelding"}})):
        assert refusal(world, "POST", target, body, ROBOT) == (403, "The caller does not have permission")


def test_a_copy(world: World, files: dict[str, str]) -> None:
    world.share(files["Atelier Noord"], ALI, "reader")
    copy = world.ask("POST", f"{FILES}/{files['Atelier Noord']}/copy", {}, caller=ALI)
    assert (copy["name"], world.files[copy["id"]].owner) == ("Copy of Atelier Noord", ALI)
    folder = files["Jan's map"]
    assert world.ask("POST", f"{FILES}/{folder}/copy", {"name": "Map 2"})["mimeType"] == FOLDER


def test_thrown_away(world: World, files: dict[str, str]) -> None:
    file = files["Atelier Noord"]
    world.share(file, ALI)
    assert refusal(world, "PATCH", f"{FILES}/{file}", {"trashed": True}, ALI)[0] == 403
    assert refusal(world, "DELETE", f"{FILES}/{file}", caller=ALI)[0] == 403
    world.ask("PATCH", f"{FILES}/{file}", {"trashed": True}, caller=JAN)
    assert found(world, "trashed = true") == ["Atelier Noord"]
    answer = world.answer(
        Request.to("DELETE", f"{FILES}/{file}", headers={"Authorization": f"Bearer {signed_in(world)}"})
    )
    assert (answer.status, answer.content()) == (204, (b"", "text/html"))
    assert refusal(world, "GET", f"{FILES}/{file}") == (404, f"File not found: {file}.")


def signed_in(world: World) -> str:
    return world.accounts.sign_in(JAN, "https://www.googleapis.com/auth/drive")


def test_how_drive_words_an_error(open_world: World) -> None:
    answer = open_world.answer(Request.to("GET", f"{FILES}/x"))
    assert answer.body == {
        "error": {
            "code": 404,
            "message": "File not found: x.",
            "errors": [
                {
                    "message": "File not found: x.",
                    "domain": "global",
                    "reason": "notFound",
                    "location": "fileId",
                    "locationType": "parameter",
                }
            ],
        }
    }
    plain: Any = ApiError(500, "INTERNAL", "Internal error").answer(drive=True).body
    assert plain["error"]["errors"] == [
        {"message": "Internal error", "domain": "global", "reason": "internalServerError"}
    ]


class TestSharing:
    """Permissions."""

    @pytest.fixture
    def file(self, world: World, files: dict[str, str]) -> str:
        return files["Atelier Noord"]

    @pytest.fixture
    def permissions(self, file: str) -> str:
        return f"{FILES}/{file}/permissions"

    def test_with_somebody_a_club_a_domain_and_everybody(self, world: World, permissions: str) -> None:
        for asked in (
            {"type": "user", "role": "writer", "emailAddress": ALI},
            {"type": "group", "role": "reader", "emailAddress": "club@example.org"},
            {"type": "domain", "role": "commenter", "domain": "wijk.example", "allowFileDiscovery": True},
            {"type": "anyone", "role": "reader"},
        ):
            world.ask("POST", permissions, asked)
        listed = world.ask("GET", f"{permissions}?fields=permissions")["permissions"]
        kinds = [
            (each["type"], each["role"], each.get("emailAddress", each.get("domain"))) for each in listed
        ]
        assert kinds == [
            ("user", "owner", JAN),
            ("user", "writer", ALI),
            ("group", "reader", "club@example.org"),
            ("domain", "commenter", "wijk.example"),
            ("anyone", "reader", None),
        ]
        assert [listed[4]["id"], listed[4]["allowFileDiscovery"]] == ["anyoneWithLink", False]
        assert sorted(world.ask("GET", permissions)["permissions"][0]) == ["id", "kind", "role", "type"]
        found_by_all = {"type": "anyone", "role": "reader", "allowFileDiscovery": True}
        assert world.ask("POST", permissions, found_by_all)["id"] == "anyone"

    def test_who_may_fill_a_form_in_is_no_reader(self, world: World, file: str, permissions: str) -> None:
        respondents = {"type": "anyone", "role": "reader", "view": "published"}
        world.ask("POST", permissions, respondents)
        assert world.files[file].role(ALI) == ""
        assert len(world.ask("GET", permissions)["permissions"]) == 1
        listed = world.ask(
            "GET", f"{permissions}?includePermissionsForView=published&fields=permissions(view)"
        )
        assert listed == {"permissions": [{}, {"view": "published"}]}
        world.ask("POST", permissions, {"type": "anyone", "role": "reader"})
        assert world.files[file].role(ALI) == "reader"

    def test_another_role(self, world: World, permissions: str) -> None:
        given = world.ask("POST", permissions, {"type": "user", "role": "reader", "emailAddress": ALI})["id"]
        again = world.ask("POST", permissions, {"type": "user", "role": "writer", "emailAddress": ALI})
        assert (again["id"], again["role"]) == (given, "writer")
        one = f"{permissions}/{given}"
        assert world.ask("PATCH", one, {"role": "reader"})["role"] == "reader"
        assert world.ask("GET", f"{one}?fields=emailAddress,role") == {"emailAddress": ALI, "role": "reader"}
        assert refusal(world, "PATCH", one, {"role": "baas"})[0] == 400

    def test_what_is_not_given(self, world: World, permissions: str) -> None:
        assert refusal(world, "POST", permissions, {})[1] == "The permission type field is required."
        assert (
            refusal(world, "POST", permissions, {"type": "user", "role": "baas"})[1]
            == "The role is not valid."
        )
        assert (
            "emailAddress is invalid"
            in refusal(world, "POST", permissions, {"type": "user", "role": "reader"})[1]
        )
        assert refusal(world, "GET", f"{permissions}/1") == (404, "Permission not found: 1.")

    def test_taking_it_back(self, world: World, file: str, permissions: str) -> None:
        for email in (ALI, ROBOT):
            world.share(file, email, "reader")
        ids = {each.email: each.id for each in world.files[file].permissions}
        assert refusal(world, "DELETE", f"{permissions}/{ids[ROBOT]}", caller=ALI)[0] == 403
        world.ask("DELETE", f"{permissions}/{ids[ALI]}", caller=ALI)
        world.ask("DELETE", f"{permissions}/{ids[ROBOT]}", caller=JAN)
        assert [each.email for each in world.files[file].permissions] == [JAN]
        assert (
            refusal(world, "DELETE", f"{permissions}/{ids[JAN]}")[1]
            == "The owner of a file cannot be removed."
        )

    def test_giving_a_file_away(self, world: World, file: str, permissions: str) -> None:
        asked = {"type": "user", "role": "owner", "emailAddress": ALI}
        assert "transferOwnership" in refusal(world, "POST", permissions, asked, JAN)[1]
        world.share(file, ROBOT)
        assert refusal(world, "POST", f"{permissions}?transferOwnership=true", asked, ROBOT)[0] == 403
        world.ask("POST", f"{permissions}?transferOwnership=true", asked, caller=JAN)
        assert (world.files[file].owner, world.files[file].role(JAN)) == (ALI, "writer")

    def test_taking_over_what_was_offered(self, world: World, file: str, permissions: str) -> None:
        mine = f"{permissions}/{world.share(file, ALI).id}"
        take = f"{mine}?transferOwnership=true"
        assert refusal(world, "PATCH", take, {"role": "owner"}, ALI)[0] == 403
        world.ask("PATCH", mine, {"role": "writer", "pendingOwner": True}, caller=JAN)
        assert world.ask("PATCH", take, {"role": "owner"}, caller=ALI)["role"] == "owner"
        assert world.files[file].owner == ALI
        assert world.ask("PATCH", mine, {"role": "owner"}, caller=ALI)["role"] == "owner"


class TestExport:
    """The same spreadsheet in other formats."""

    @pytest.fixture
    def file(self, world: World) -> str:
        file = world.create(SPREADSHEET, "Wie (komt) er?").id
        rows = [["Naam", "Zegt"], ["Jan", 'Ja, "graag"'], ["Ali"]]
        written = {"values": rows}
        world.ask("PUT", f"/v4/spreadsheets/{file}/values/A1?valueInputOption=RAW", written)
        return file

    def bytes_of(self, world: World, file: str, ending: str) -> bytes:
        kind = next(kind for kind, known in FORMATS.items() if known == ending)
        return bytes(world.ask("GET", f"{FILES}/{file}/export?mimeType={kind}"))

    def test_tables(self, world: World, file: str) -> None:
        assert self.bytes_of(world, file, "csv") == b'Naam,Zegt\r\nJan,"Ja, ""graag"""\r\nAli,'
        assert self.bytes_of(world, file, "tsv") == b'Naam\tZegt\r\nJan\t"Ja, ""graag"""\r\nAli\t'
        assert self.bytes_of(world, world.create(SPREADSHEET, "Leeg").id, "csv") == b""

    def test_a_workbook(self, world: World, file: str) -> None:
        book = openpyxl.load_workbook(io.BytesIO(self.bytes_of(world, file, "xlsx")))
        assert [[cell.value for cell in row] for row in book["Sheet1"].iter_rows(max_row=2)] == [
            ["Naam", "Zegt"],
            ["Jan", 'Ja, "graag"'],
        ]

    def test_an_open_document(self, world: World, file: str) -> None:
        written = {"values": [["=1+1", "=1=1", "=1/0", "", "R&B <3"]]}
        world.ask("PUT", f"/v4/spreadsheets/{file}/values/A4?valueInputOption=USER_ENTERED", written)
        book = CalamineWorkbook.from_filelike(io.BytesIO(self.bytes_of(world, file, "ods")))
        assert book.sheet_names == ["Sheet1"]
        assert book.get_sheet_by_name("Sheet1").to_python() == [
            ["Naam", "Zegt", "", "", ""],
            ["Jan", 'Ja, "graag"', "", "", ""],
            ["Ali", "", "", "", ""],
            [2, True, "#DIV/0!", "", "R&B <3"],
        ]

    def test_a_page(self, world: World, file: str) -> None:
        page = self.bytes_of(world, file, "pdf")
        assert page.startswith(b"%PDF-1.4")
        assert rb"(Wie \(komt\) er?) Tj" in page
        assert page[int(page.split()[-2]) :].startswith(b"xref")

    def test_what_cannot_be_exported(self, world: World, file: str) -> None:
        form = world.create(FORM, "Aanmelding").id
        for target in (
            f"{FILES}/{file}/export?mimeType=image/png",
            f"{FILES}/{form}/export?mimeType=text/csv",
        ):
            assert refusal(world, "GET", target) == (400, "The requested conversion is not supported.")


def test_a_csv_file_takes_the_place_of_everything(world: World) -> None:
    file = world.create(SPREADSHEET, "Atelier", JAN).id
    token = signed_in(world)
    wide = ",".join(f"k{number}" for number in range(30))
    target = f"/upload/drive/v2/files/{file}?uploadType=media&convert=True"
    for body, columns in ((f"\ufeff{wide}\n1,2\n", 30), ("", 26)):
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "text/csv"}
        answer = world.answer(Request.to("PUT", target, body.encode(), headers))
        document: Any = answer.body
        assert (answer.status, document["title"]) == (200, "Atelier")
        [sheet] = world.ask("GET", f"/v4/spreadsheets/{file}")["sheets"]
        assert sheet["properties"]["title"] == "Atelier"
        assert sheet["properties"]["gridProperties"]["columnCount"] == columns


def test_comments_and_who_one_is(world: World, files: dict[str, str]) -> None:
    comments = f"{FILES}/{files['Atelier Noord']}/comments"
    needed = "The 'fields' parameter is required for this method."
    for method, target in (("GET", comments), ("POST", comments), ("GET", "/drive/v3/about")):
        assert refusal(world, method, target, {} if method == "POST" else None) == (400, needed)
    world.ask("POST", f"{comments}?fields=id", {"content": "Mooi", "anchor": "x"}, caller=JAN)
    told = world.ask("GET", f"{comments}?fields=comments(content,anchor,createdTime,author(emailAddress))")
    assert told["comments"] == [
        {
            "content": "Mooi",
            "anchor": "x",
            "createdTime": "2026-03-02T19:34:00.000Z",
            "author": {"emailAddress": JAN},
        }
    ]
    who = world.ask("GET", "/drive/v3/about?fields=user", caller=ALI)["user"]
    assert (who["emailAddress"], who["me"]) == (ALI, True)


def test_a_path_that_is_nobodys(open_world: World) -> None:
    answer = open_world.answer(Request.to("GET", "/drive/v3/nergens"))
    assert (answer.status, answer.content()[1]) == (404, "text/html; charset=UTF-8")


def test_a_clock_that_does_not_stand_still() -> None:
    clock = Clock()
    before = clock.seconds()
    clock.advance(3600)
    assert 3600 <= clock.seconds() - before < 3660
