from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk.web.publish.building import Builder, Built
from plugins.desk.web.publish.publisher import Publisher
from plugins.desk.web.publish.queue import Publication
from tests.desk.web.http.test_writing import photo
from tests.desk.web.office import Office, form


@pytest.fixture
def publisher(office: Office) -> Publisher:
    return Publisher(office.desk)


def published(office: Office, publisher: Publisher, number: str) -> Publication:
    """Publish a draft as it is; return how that ended."""
    draft = office.desk.drafts.draft(number)
    publisher.publish(draft, office.desk.users.named("lan").id)
    assert publisher.work()
    last = publisher.queue.last_of(number)
    assert last
    return last


def test_an_article_goes_live_with_its_photo_in_one_commit_of_its_editor(
    office: Office, publisher: Publisher
) -> None:
    visitor = office.browser("lan")
    number = visitor.new()
    visitor.put(f"{number}/anh?name=a.jpg", photo())
    sent = form("Bài lên trang", "Chữ của bài này.\n\na.jpg\nChú thích.", Date="12/01/2024 08:00")
    visitor.save(number, sent)
    last = published(office, publisher, number)
    assert (last.state, last.url) == ("live", "2024/01/bai-len-trang/")
    assert "Chữ của bài này." in office.site.page("2024/01/bai-len-trang")
    path = "articles/2024/01/bai-len-trang/index.md"
    assert office.desk.drafts.draft(number).state == "done"
    (change,) = publisher.repository.history(path)
    assert (change.author, change.message) == ("Nguyễn Thị Lan", "Đăng: Bài lên trang")
    assert publisher.repository.content_at(change.id, path) == office.site.path(path).read_bytes()
    assert publisher.repository.history(path.replace("index.md", "a.jpg")) == [change]


def test_another_title_changes_one_line_of_a_file_that_was_written_by_hand(
    office: Office, publisher: Publisher
) -> None:
    path = "articles/2024/01/viet-tay/index.md"
    file = office.site.write(path, Title="Viết tay")
    before = file.read_text().replace("Title: ", "title :  ").replace("\n", "\r\n")
    file.write_text(before, newline="")
    number = office.browser("lan").open(path)
    draft = office.desk.drafts.draft(number)
    changed = {"fields": draft.form.fields | {"Title": "Tít mới"}, "blocks": draft.form.blocks}
    office.browser("lan").save(number, changed, draft.version)
    assert published(office, publisher, number).state == "live"
    assert file.read_bytes().decode() == before.replace("Viết tay", "Tít mới")


def test_an_article_with_mistakes_is_not_written_and_says_why(
    office: Office, publisher: Publisher
) -> None:
    visitor = office.browser("lan")
    number = visitor.new()
    sent = form("Bài có lỗi", "Đoạn.\n\nkhong-co.jpg", Date="12/01/2024")
    visitor.save(number, sent)
    last = published(office, publisher, number)
    assert last.state == "failed"
    assert "khong-co.jpg" in last.message
    assert not office.site.path("articles/2024/01/bai-co-loi").exists()
    draft = office.desk.drafts.draft(number)
    assert (draft.state, "khong-co.jpg" in draft.note) == ("writing", True)


def test_what_the_site_cannot_be_built_with_is_taken_back(
    office: Office, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = office.browser("lan")
    number = visitor.new()
    visitor.put(f"{number}/anh?name=a.jpg", photo())
    sent = form("Bài hỏng", "Đoạn.\n\na.jpg", Date="12/01/2024")
    visitor.save(number, sent)
    monkeypatch.setattr(Builder, "build", lambda _: Built(went_well=False, said="LỖI: hỏng"))
    last = published(office, publisher, number)
    assert (last.state, "LỖI: hỏng" in last.message) == ("failed", True)
    assert not office.site.path("articles/2024/01/bai-hong").exists()
    assert office.desk.photos_of(number).joinpath("a.jpg").is_file()


def test_what_is_typed_after_it_was_asked_for_is_not_published(
    office: Office, publisher: Publisher
) -> None:
    visitor = office.browser("lan")
    number = visitor.new()
    text, version = "Phiên chợ", 1
    for word in (" đông", " vui.", " NỬA", " CÂU"):
        text += word
        sent = form("Bài còn gõ", text, Date="12/01/2024")
        version = visitor.save(number, sent, version)[1]["version"]
        if word == " vui.":
            publisher.publish(office.desk.drafts.draft(number), 1)
    assert publisher.work()
    file = office.site.path("articles/2024/01/bai-con-go/index.md")
    assert file.read_text().endswith("\n\nPhiên chợ đông vui.\n")
    assert office.desk.drafts.draft(number).state == "writing"
    publisher.publish(office.desk.drafts.draft(number), 1)
    with office.desk.database.transaction() as db:
        db.execute("DELETE FROM version WHERE draft=? AND version=?", (number, version))
    assert publisher.work()
    last = publisher.queue.last_of(number)
    assert last
    assert (last.state, "đọc lại" in last.message) == ("failed", True)
    assert "NỬA" not in file.read_text()


def test_what_a_killed_process_had_begun_is_begun_anew(
    office: Office, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = office.browser("lan")
    number = visitor.new()
    sent = form("Bài bị giết", "Đoạn văn của bài.", Date="12/01/2024")
    visitor.save(number, sent)

    def killed(_: Builder) -> Built:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Builder, "build", killed)
        with pytest.raises(KeyboardInterrupt):
            published(office, publisher, number)
    left = publisher.queue.unfinished()
    assert left
    assert left.draft == number
    assert office.site.path("articles/2024/01/bai-bi-giet/index.md").is_file()
    next_one = Publisher(office.desk)
    next_one.begin()
    for _ in range(600):
        last = next_one.queue.last_of(number)
        if last and last.state in ("live", "failed"):
            break
        next_one._thread.join(0.1)
    next_one.end()
    assert last
    assert last.state == "live"
    assert "Bài bị giết" in office.site.page("2024/01/bai-bi-giet")


def test_a_change_elsewhere_is_merged_where_it_touches_nothing_of_ours(
    office: Office, publisher: Publisher
) -> None:
    file = office.site.write(
        "articles/2024/01/hai-nguoi/index.md", "Một.\n\nHai.\n\nBa.", Title="Hai người"
    )
    number = office.browser("lan").open("articles/2024/01/hai-nguoi/index.md")
    draft = office.desk.drafts.draft(number)
    file.write_text(file.read_text().replace("Ba.", "Ba, sửa bằng git.").replace("Hai ng", "Ba ng"))
    sent = form("Hai người", "Một, sửa ở tòa soạn.\n\nHai.\n\nBa.", Date="11/01/2024")
    office.browser("lan").save(number, sent, draft.version)
    assert published(office, publisher, number).state == "live"
    text = file.read_text()
    assert "Một, sửa ở tòa soạn." in text
    assert "Ba, sửa bằng git." in text
    assert "Title: Ba người" in text


def test_a_change_elsewhere_of_the_same_words_is_never_written_over(
    office: Office, publisher: Publisher
) -> None:
    file = office.site.write("articles/2024/01/xung-dot/index.md", "Một.", Title="Xung đột")
    number = office.browser("lan").open("articles/2024/01/xung-dot/index.md")
    draft = office.desk.drafts.draft(number)
    theirs = file.read_text().replace("Một.", "Một, bằng git.")
    file.write_text(theirs)
    sent = form("Xung đột", "Một, ở tòa soạn.", Date="11/01/2024")
    office.browser("lan").save(number, sent, draft.version)
    last = published(office, publisher, number)
    assert (last.state, "sửa ở nơi khác" in last.message) == ("failed", True)
    assert file.read_text() == theirs
    draft = office.desk.drafts.draft(number)
    assert "ở tòa soạn" in draft.form.blocks[0]["text"]
    (aside,) = office.desk.drafts.asides(number)
    assert "bằng git" in aside.form.blocks[0]["text"]
    last = published(office, publisher, number)  # nobody has looked at it yet
    assert (last.state, "Không cần nữa" in last.message) == ("failed", True)
    assert file.read_text() == theirs
    sent = form("Xung đột", "Một, bằng git và ở tòa soạn.", Date="11/01/2024")
    office.browser("lan").save(number, sent, draft.version)
    office.browser("lan").post(f"{number}/cat-rieng/{aside.id}")
    assert published(office, publisher, number).state == "live"
    assert "Một, bằng git và ở tòa soạn." in file.read_text()


def test_a_date_to_come_waits_for_its_time(office: Office, publisher: Publisher) -> None:
    visitor = office.browser("lan")
    number = visitor.new()
    sent = form("Bài hẹn", "Đoạn văn của bài.", Date="12/01/2098 08:00")
    visitor.save(number, sent)
    last = published(office, publisher, number)
    assert (last.state, last.url) == ("live", "")
    assert last.message.startswith("Hẹn giờ: lên trang lúc")


def test_a_commit_holds_what_was_published_and_nothing_that_lies_beside(
    office: Office, publisher: Publisher
) -> None:
    stranger = office.site.write("articles/2024/01/nguoi-khac.md", Title="Người khác viết")
    path = "articles/2024/01/cung-viec.md"
    office.site.write(path, Title="Cùng việc")
    number = office.browser("lan").open(path)
    draft = office.desk.drafts.draft(number)
    sent = {"fields": draft.form.fields | {"Title": "Cùng việc nữa"}, "blocks": draft.form.blocks}
    office.browser("lan").save(number, sent, draft.version)
    assert published(office, publisher, number).state == "live"
    assert publisher.repository.history(path)
    name = Path(stranger).relative_to(office.site.content).as_posix()
    assert publisher.repository.history(name) == []


def test_a_withdrawn_article_leaves_a_notice_and_comes_back_when_it_is_published_again(
    office: Office, publisher: Publisher
) -> None:
    lan = office.desk.users.named("lan").id
    path = "articles/2024/01/se-go/index.md"
    file = office.site.write(path, "Điều phải gỡ.", Title="Sẽ gỡ")
    before = file.read_bytes()
    number = office.browser("lan").open(path)
    publisher.publish(office.desk.drafts.draft(number), lan, "withdraw", "đăng nhầm: sai tên")
    assert publisher.work()
    assert "Điều phải gỡ." not in office.site.page("2024/01/se-go")
    assert b"Status: withdrawn\nWithdrawn: " in file.read_bytes()
    assert office.desk.drafts.draft(number).state == "discarded"
    listed = office.browser("lan").client.get("/toa-soan/?muc=da-go").text
    assert "Sẽ gỡ" in listed
    assert office.desk.journal.latest(5, path)[0].detail == "đăng nhầm: sai tên"
    again = office.browser("lan").open(path)
    assert published(office, publisher, again).state == "live"
    assert "Điều phải gỡ." in office.site.page("2024/01/se-go")
    assert file.read_bytes() == before


def test_a_correction_is_a_dated_line_of_the_head_and_the_text_that_was_corrected(
    office: Office, publisher: Publisher
) -> None:
    lan = office.desk.users.named("lan").id
    path = "articles/2024/01/dinh-chinh/index.md"
    file = office.site.write(
        path, "Có 20 người.", Title="Đính chính", Correction="12/01/2024: Sửa tên xã"
    )
    number = office.browser("lan").open(path)
    draft = office.desk.drafts.draft(number)
    sent = form("Đính chính", "Có 21 người.", Date="11/01/2024")
    office.browser("lan").save(number, sent, draft.version)
    draft = office.desk.drafts.draft(number)
    publisher.publish(draft, lan, "correct", "Sửa số người")
    assert publisher.work()
    text = file.read_text()
    assert text.count("Correction: ") == 2
    assert text.count("Sửa số người") == 1
    page = office.site.page("2024/01/dinh-chinh")
    assert "Có 21 người." in page
    assert "Sửa tên xã" in page
    assert "Sửa số người" in page


def test_the_history_has_what_was_saved_and_what_went_live(
    office: Office, publisher: Publisher
) -> None:
    visitor = office.browser("lan")
    number = visitor.new()
    sent = form("Bài có lịch sử", "Bản đầu.", Date="12/01/2024")
    visitor.save(number, sent)
    published(office, publisher, number)
    sent = form("Bài có lịch sử", "Bản sau.", Date="12/01/2024")
    visitor.save(number, sent, 2, tab="b")
    page = visitor.client.get(f"/toa-soan/bai/{number}/lich-su").text
    assert "Đăng: Bài có lịch sử" in page
    (change,) = publisher.repository.history(office.desk.drafts.draft(number).path)
    for step in ("ban/2", f"len-trang/{change.id}"):
        then = visitor.get(f"{number}/lich-su/{step}")["form"]
        assert then["blocks"][0]["text"] == "Bản đầu."
    assert visitor.get(f"{number}/lich-su/ban/99") == {"error": "Không còn bản này."}
    assert "error" in visitor.get(f"{number}/lich-su/len-trang/{'0' * 40}")
