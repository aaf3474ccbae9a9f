from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from PIL import Image

from tests.desk.web.office import WAITING, Office, form
from tests.desk.word_files import TITLE, p, word_file

PATH = "articles/2024/01/cho-phien/index.md"


def photo(colour: str = "navy", kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (600, 400), colour).save(out, kind)
    return out.getvalue()


def test_the_list_has_what_the_site_has_by_its_state(office: Office) -> None:
    client = office.browser("lan").client
    shown = {
        name: client.get(f"/toa-soan/?muc={name}").text
        for name in ("dang-viet", "cho-duyet", "hen-gio", "da-dang")
    }
    assert "Bài nháp" in shown["dang-viet"]
    assert "Bài chờ giờ" in shown["hen-gio"]
    assert "Hội nghị tổng kết" in shown["da-dang"]
    assert "Bài nháp" not in shown["da-dang"]


def test_a_search_needs_no_marks(office: Office) -> None:
    client = office.browser("lan").client
    found = client.get("/toa-soan/?muc=da-dang&tim=TONG+ket").text
    assert "Hội nghị tổng kết" in found
    assert "2024/01/cho-phien" not in found


def test_an_article_of_the_site_opens_as_fields_text_and_cards(office: Office) -> None:
    visitor = office.browser("lan")
    number = visitor.open(PATH)
    draft = office.desk.drafts.draft(number)
    assert draft.form.fields["Title"] == "index"
    text, card = draft.form.blocks
    assert text["text"] == WAITING
    assert card["photos"] == [{"name": "cho.jpg", "alt": ""}]
    assert (card["caption"], card["credit"]) == ("Chợ.", "Ngọc Bằng")
    assert WAITING in visitor.client.get(f"/toa-soan/bai/{number}").text


def test_what_is_typed_is_saved_and_shown_in_the_sites_own_looks(office: Office) -> None:
    visitor = office.browser("tuan")
    number = visitor.new()
    told = {"form": form("Tít <mới>", "Chữ của bài."), "version": 1, "tab": "a"}
    status, saved = visitor.post(f"{number}/luu", **told)
    assert (status, saved["version"]) == (200, 2)
    looked = visitor.get(f"{number}/xem")
    page = visitor.client.get(looked["page"])
    assert "Tít &lt;mới&gt;" in page.text
    assert 'href="/toa-soan/xem/' in page.text
    assert not (office.site.content / "articles" / "tit-moi").exists()


def test_a_problem_is_told_at_its_place(office: Office) -> None:
    visitor = office.browser("tuan")
    number = visitor.new()
    sent = form("Tít", "Một đoạn.\n\nkhong-co.jpg", Date="31/02/2024")
    visitor.save(number, sent)
    problems = visitor.get(f"{number}/xem")["problems"]
    (dated,) = [one for one in problems if one.get("field") == "Date"]
    assert dated["level"] == "error"
    (missing,) = [one for one in problems if "khong-co.jpg" in one["message"]]
    assert (missing["block"], missing["row"]) == (0, 2)


def test_what_a_machine_may_mend_is_mended_when_asked_and_nothing_else(office: Office) -> None:
    visitor = office.browser("tuan")
    number = visitor.new()
    text = "Nhà đựơc dựng  lại.\n\nkhong-co.jpg\nChợ đựơc mùa."
    visitor.save(number, form("Tít", text))
    told = visitor.get(f"{number}/xem")["problems"]
    mendable = {one["code"] for one in told if one["mends"]}
    (tone,) = [one["code"] for one in told if one["mends"] and "đựơc" in one["message"]][:1]
    assert len(mendable) > 1
    assert not any(one["mends"] for one in told if "khong-co.jpg" in one["message"])
    status, got = visitor.post(f"{number}/sua", code=tone, version=2)
    assert status == 200
    visitor.save(number, got["form"], version=2)
    (block,) = office.desk.drafts.draft(number).form.blocks
    assert block["text"] == "Nhà được dựng  lại.\n\nkhong-co.jpg\nChợ được mùa."
    left = visitor.get(f"{number}/xem")["problems"]
    assert {one["code"] for one in left if one["mends"]} == mendable - {tone}
    status, said = visitor.post(f"{number}/sua", code=tone, version=2)
    assert (status, "tải lại trang" in said["error"]) == (409, True)
    assert visitor.post(f"{number}/sua", code=tone)[0] == 400


def test_a_photo_is_taken_by_its_content_and_twice_is_there_once(office: Office) -> None:
    visitor = office.browser("tuan")
    number = visitor.new()
    assert visitor.put(f"{number}/anh?name=Ảnh%201.PNG", photo()) == (200, {"name": "anh-1.jpg"})
    assert visitor.put(f"{number}/anh?name=Ảnh%201.PNG", photo())[1] == {"name": "anh-1.jpg"}
    other = visitor.put(f"{number}/anh?name=../../anh-1.jpg", photo("teal"))
    assert other == (200, {"name": "anh-1-2.jpg"})
    answer = visitor.client.get(f"/toa-soan/bai/{number}/anh/anh-1.jpg")
    assert answer.headers["content-type"] == "image/jpeg"
    status, said = visitor.put(f"{number}/anh?name=a.jpg", b"<svg onload=alert(1)>")
    assert status == 415
    assert "a.jpg" in said["error"]
    assert visitor.client.get(f"/toa-soan/bai/{number}/anh/..%2f..%2fx.md").status_code == 404


def test_a_draft_shows_photos_that_only_the_desk_has(office: Office) -> None:
    visitor = office.browser("tuan")
    number = visitor.new()
    visitor.put(f"{number}/anh?name=cho.jpg", photo("olive"))
    visitor.save(number, form("Tít", "cho.jpg\nChợ."))
    looked = visitor.get(f"{number}/xem")
    assert looked["problems"] == []
    page = visitor.client.get(looked["page"]).text
    address = page[page.index("/toa-soan/xem/anh/cho-") :].split(" ")[0].split('"')[0]
    picture = visitor.client.get(address)
    assert Image.open(io.BytesIO(picture.content)).size == (600, 400)


def test_two_who_write_at_once_are_both_told(office: Office) -> None:
    lan, tuan = office.browser("lan"), office.browser("tuan")
    number = lan.new()
    lan.post(f"{number}/o-day", tab="a")
    assert tuan.post(f"{number}/o-day", tab="b")[1]["here"] == ["Nguyễn Thị Lan"]
    lan.save(number, form("Của Lan"))
    _, said = tuan.save(number, form("Của Tuấn"), tab="b")
    assert said["writer"] == "Nguyễn Thị Lan"
    assert said["newer"]["fields"]["Title"] == "Của Lan"
    screen = lan.client.get(f"/toa-soan/bai/{number}").text
    assert "Của Tuấn" in screen


def test_what_is_no_form_is_refused_and_changes_nothing(office: Office) -> None:
    visitor = office.browser("lan")
    number = visitor.new()
    wrong: tuple[dict[str, object], ...] = (
        {},
        {"fields": [], "blocks": []},
        {"fields": {}, "blocks": [{"text": "x"}]},
    )
    for sent in wrong:
        assert visitor.save(number, sent)[0] == 400
    assert office.desk.drafts.draft(number).version == 1


def test_an_editor_may_not_publish(office: Office) -> None:
    visitor = office.browser("tuan")
    number = visitor.new()
    assert visitor.post(f"{number}/viec", does="publish", version=1)[0] == 403
    assert visitor.post(f"{number}/viec", does="submit", version=1)[1]["state"] == "submitted"
    assert visitor.post(f"{number}/viec", does="return", version=1)[0] == 403


def test_nobody_approves_a_text_that_he_has_not_seen(office: Office) -> None:
    lan, tuan = office.browser("lan"), office.browser("tuan")
    number = tuan.new()
    tuan.save(number, form("Bản mới"))
    assert lan.post(f"{number}/viec", does="publish", version=1)[0] == 409


def test_a_text_that_was_not_chosen_is_in_the_history(office: Office) -> None:
    lan, tuan = office.browser("lan"), office.browser("tuan")
    number = lan.new()
    lan.save(number, form("Tít", "Của Lan."), 1, tab="a")
    _, told = tuan.save(number, form("Tít", "Của Tuấn."), 1, tab="b")
    assert told["newer"]
    tuan.save(number, form("Tít", "Của Lan, Tuấn sửa."), told["version"], tab="b")
    assert "Bản đặt riêng" in lan.client.get(f"/toa-soan/bai/{number}/lich-su").text
    (aside,) = office.desk.drafts.asides(number, settled=True)
    shown = lan.get(f"{number}/lich-su/cat-rieng/{aside.id}")
    assert shown["form"]["blocks"][0]["text"] == "Của Tuấn."
    assert "error" in lan.get(f"{number}/lich-su/cat-rieng/999999")


def test_a_full_disk_is_told_and_what_was_sent_may_be_sent_again(office: Office) -> None:
    visitor = office.browser("tuan")
    number = visitor.new()
    database = office.desk.database
    with database.transaction() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
    database._db.execute(f"PRAGMA max_page_count={pages}")
    try:
        status, said = visitor.save(number, form("Tít", "chữ " * 20_000))
    finally:
        database._db.execute("PRAGMA max_page_count=1000000")
    assert (status, "không ghi được" in said["error"]) == (507, True)
    assert visitor.save(number, form("Tít", "chữ " * 20_000))[0] == 200


def test_half_a_letter_is_saved_as_a_sign_for_it(office: Office) -> None:
    visitor = office.browser("tuan")
    number = visitor.new()
    broken = form("Tít", "Trước \ud83d sau, \ud83d\ude00")
    headers = {"X-CSRF": visitor.csrf, "Content-Type": "application/json"}
    content = json.dumps({"form": broken, "version": 1, "tab": "a"})  # as JavaScript writes it
    answer = visitor.client.post(f"/toa-soan/bai/{number}/luu", content=content, headers=headers)
    assert answer.status_code == 200
    assert office.desk.drafts.draft(number).form.blocks[0]["text"] == "Trước \ufffd sau, \U0001f600"


def test_an_archive_of_a_word_file_and_its_photos_is_one_article(
    office: Office, tmp_path: Path
) -> None:
    visitor = office.browser("tuan")
    number = visitor.new()
    word = word_file(tmp_path / "bai.docx", TITLE + p("Đoạn văn của bài gửi.") + p("cho.jpg"))
    status, got = visitor.put(
        f"{number}/word?name=bai.zip", archive(word, "cho.jpg", "ghi-chu.xls")
    )
    assert status == 200
    names = [photo["name"] for block in got["form"]["blocks"] for photo in block["photos"]]
    assert len(names) == 1
    assert {path.name for path in office.desk.photos_of(number).iterdir()} == set(names)
    said = "\n".join((*got["problems"], *got["taken"]))
    assert "ghi-chu.xls" in said
    other = word_file(tmp_path / "hai.docx", TITLE + p("Bài khác."))
    status, said = visitor.put(f"{number}/word?name=bai.zip", archive(word, other=other))
    assert (status, "2 bài" in said["error"]) == (422, True)
    status, said = visitor.put(f"{number}/word?name=anh.zip", archive(None, "cho.jpg"))
    assert (status, "không có tệp Word" in said["error"]) == (422, True)


def archive(word: Path | None, *photos: str, other: Path | None = None) -> bytes:
    """Return an archive as editors pack it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for file in (word, other):
            if file is not None:
                made.write(file, f"bài gửi/{file.name}")
        for number, name in enumerate(photos):
            made.writestr(f"bài gửi/{name}", photo(("navy", "teal")[number % 2]))
    return out.getvalue()
