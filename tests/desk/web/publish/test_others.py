"""What others do with an article while the desk publishes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plugins.desk.web.preview.messages import Draft, Shown
from plugins.desk.web.publish.building import Builder, Built
from plugins.desk.web.publish.publisher import Publisher
from tests.desk.web.http.test_writing import photo
from tests.desk.web.office import Office, Visitor, form
from tests.desk.web.publish.test_publisher import published

THREE = "Một.\n\nHai.\n\nBa."


@pytest.fixture
def publisher(office: Office) -> Publisher:
    return Publisher(office.desk)


def written(office: Office, name: str) -> tuple[str, Path, dict[str, Any]]:
    """Return an article of three lines: its number at the desk, its file, its form."""
    path = f"articles/2024/01/{name}/index.md"
    file = office.site.write(path, THREE, Title=name)
    number = office.browser("lan").open(path)
    draft = office.desk.drafts.draft(number)
    return number, file, {"fields": dict(draft.form.fields), "blocks": draft.form.blocks}


def changed(sent: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """Return a form with another text in it."""
    blocks = [{**each, "text": each["text"].replace(old, new)} for each in sent["blocks"]]
    return {"fields": sent["fields"], "blocks": blocks}


def by_git(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text().replace(old, new))


@pytest.mark.parametrize("is_reopened", [False, True])
def test_what_was_joined_stays_when_the_draft_is_published_again(
    office: Office, publisher: Publisher, *, is_reopened: bool
) -> None:
    lan, name = office.browser("lan"), f"con-lai-{is_reopened}".lower()
    number, file, sent = written(office, name)
    sent = changed(sent, "Một.", "Một, của Lan.")
    version = lan.save(number, sent, 1)[1]["version"]
    by_git(file, "Ba.", "Ba, bằng git.")
    last = published(office, publisher, number)
    assert (last.state, "người khác sửa" in last.message) == ("live", True)
    assert office.desk.drafts.draft(number).state == "done"
    other = changed(sent, "Hai.", "Hai, của Lan.")
    if is_reopened:
        assert lan.open(f"articles/2024/01/{name}/index.md") == number
        assert "Ba, bằng git." in office.desk.drafts.draft(number).form.blocks[0]["text"]
        _, said = lan.save(number, other, version, tab="of before")
        assert "Ba, bằng git." in said["newer"]["blocks"][0]["text"]
        other = changed(said["newer"], "Hai.", "Hai, của Lan.")
        version = said["version"]
    lan.save(number, other, version)
    assert published(office, publisher, number).state == "live"
    text = file.read_text()
    assert "Một, của Lan.\n\nHai, của Lan.\n\nBa, bằng git." in text


def test_what_was_joined_stays_when_somebody_wrote_on_meanwhile(
    office: Office, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    lan = office.browser("lan")
    number, file, sent = written(office, "viet-tiep")
    sent = changed(sent, "Một.", "Một, của Lan.")
    version = lan.save(number, sent, 1)[1]["version"]
    by_git(file, "Ba.", "Ba, bằng git.")
    build = Builder.build

    def built(builder: Builder) -> Built:
        lan.save(number, changed(sent, "của Lan.", "của Lan, gõ tiếp."), version)
        return build(builder)

    with monkeypatch.context() as patch:
        patch.setattr(Builder, "build", built)
        assert published(office, publisher, number).state == "live"
    assert office.desk.drafts.draft(number).state == "writing"
    assert published(office, publisher, number).state == "live"
    assert "Một, của Lan, gõ tiếp.\n\nHai.\n\nBa, bằng git." in file.read_text()


def withdrawn(office: Office, publisher: Publisher, number: str) -> str:
    """Withdraw an article; return what is said of it."""
    publisher.publish(office.desk.drafts.draft(number), 1, "withdraw", "đăng nhầm")
    assert publisher.work()
    last = publisher.queue.last_of(number)
    assert last
    assert (last.state, last.url) == ("live", "")
    return last.message


def test_what_was_not_published_outlives_a_withdrawal(office: Office, publisher: Publisher) -> None:
    lan, tuan = office.browser("lan"), office.browser("tuan")
    number, file, sent = written(office, "go-giua-chung")
    sent = changed(sent, "Hai.", "Một giờ viết của Tuấn.")
    version = tuan.save(number, sent, 1)[1]["version"]
    by_git(file, "Ba.", "Ba, bằng git.")
    assert "Đang viết" in withdrawn(office, publisher, number)
    assert "của Tuấn" not in file.read_text()
    assert lan.open("articles/2024/01/go-giua-chung/index.md") == number
    listed = lan.client.get("/toa-soan/").text
    assert "go-giua-chung" in listed
    assert "Đăng thì bài trở lại trang" in listed
    draft = office.desk.drafts.draft(number)
    assert (draft.state, draft.form.fields["Status"]) == ("writing", "withdrawn")
    assert "đăng nhầm" in draft.form.fields["Withdrawn"]
    # Nobody brings the article back who does not know that it is gone.
    assert lan.post(f"{number}/viec", does="publish", version=version)[0] == 409
    assert tuan.save(number, changed(sent, "Ba.", "Bốn."), version)[1]["newer"]
    assert published(office, publisher, number).state == "live"
    text = file.read_text()
    assert "Một giờ viết của Tuấn.\n\nBa, bằng git." in text
    assert "Status" not in text
    assert "Withdrawn" not in text


def test_a_draft_of_which_all_was_published_ends_with_a_withdrawal(
    office: Office, publisher: Publisher
) -> None:
    lan = office.browser("lan")
    number, file, sent = written(office, "go-het")
    lan.save(number, changed(sent, "Một.", "Một, của Lan."), 1)
    by_git(file, "Ba.", "Ba, bằng git.")
    assert published(office, publisher, number).state == "live"
    assert withdrawn(office, publisher, number) == "Đã gỡ khỏi trang."
    assert office.desk.drafts.draft(number).state == "discarded"
    number = lan.new()
    lan.save(number, form("Gỡ hết, không ngày"))  # has its date from who publishes it
    assert published(office, publisher, number).state == "live"
    withdrawn(office, publisher, number)
    assert office.desk.drafts.draft(number).state == "discarded"


def test_a_withdrawal_leaves_what_stands_aside_to_be_found(
    office: Office, publisher: Publisher
) -> None:
    tuan = office.browser("tuan")
    number, _, sent = written(office, "go-ban-rieng")
    office.browser("lan").save(number, changed(sent, "Một.", "Một, của Lan."), 1)
    assert published(office, publisher, number).state == "live"
    assert tuan.save(number, changed(sent, "Một.", "Một, của Tuấn."), 1, tab="b")[1]["newer"]
    withdrawn(office, publisher, number)
    assert office.desk.drafts.draft(number).state == "writing"


def test_what_others_write_while_a_draft_is_checked_is_joined(
    office: Office, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    lan = office.browser("lan")
    number, file, sent = written(office, "dang-xem")
    lan.put(f"{number}/anh?name=a.jpg", photo())
    lan.save(number, changed(sent, "Một.", "Một, của Lan.\n\na.jpg"), 1)
    show = office.desk.previews.show

    def slow(key: tuple[str, int], draft: Draft) -> Shown:
        by_git(file, "Ba.", "Ba, bằng git.")
        return show(key, draft)

    with monkeypatch.context() as patch:
        patch.setattr(office.desk.previews, "show", slow)
        last = published(office, publisher, number)
    assert last.state == "queued"
    assert "của Lan" not in file.read_text()
    assert publisher.work()
    assert "Một, của Lan.\n\na.jpg\n\nHai.\n\nBa, bằng git." in file.read_text()
    path = "articles/2024/01/dang-xem/a.jpg"
    assert publisher.repository.history(path)


def test_what_others_write_while_the_site_is_built_is_not_taken_back(
    office: Office, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    lan = office.browser("lan")
    number, file, sent = written(office, "dang-dung")
    lan.save(number, changed(sent, "Một.", "Một, của Lan."), 1)

    def failed(_: Builder) -> Built:
        by_git(file, "Ba.", "Ba, bằng git.")
        return Built(went_well=False, said="LỖI: hỏng")

    def killed(_: Builder) -> Built:
        by_git(file, "Hai.", "Hai, bằng git.")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Builder, "build", failed)
        assert published(office, publisher, number).state == "failed"
        assert "Ba, bằng git." in file.read_text()
        patch.setattr(Builder, "build", killed)
        with pytest.raises(KeyboardInterrupt):
            published(office, publisher, number)
    next_one = Publisher(office.desk)
    next_one._take_back()
    assert "Hai, bằng git." in file.read_text()
    assert next_one.work()
    assert "Một, của Lan.\n\nHai, bằng git.\n\nBa, bằng git." in file.read_text()


def test_what_is_typed_while_a_published_article_is_opened_goes_on(
    office: Office, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    lan, tuan = office.browser("lan"), office.browser("tuan")
    number, file, sent = written(office, "dang-mo")
    lan.save(number, changed(sent, "Một.", "Một, của Lan."), 1)
    assert published(office, publisher, number).state == "live"
    by_git(file, "Ba.", "Ba, bằng git.")
    show = office.desk.previews.show

    def slow(key: tuple[str, int], draft: Draft) -> Shown:
        typed(tuan, number, changed(sent, "Một.", "Một, của Lan, Tuấn gõ."))
        return show(key, draft)

    with monkeypatch.context() as patch:
        patch.setattr(office.desk.previews, "show", slow)
        assert lan.open("articles/2024/01/dang-mo/index.md") == number
    draft = office.desk.drafts.draft(number)
    assert (draft.state, "Tuấn gõ" in draft.form.blocks[0]["text"]) == ("writing", True)
    assert office.desk.drafts.asides(number) == []
    assert published(office, publisher, number).state == "live"
    assert "Một, của Lan, Tuấn gõ.\n\nHai.\n\nBa, bằng git." in file.read_text()


def typed(visitor: Visitor, number: str, sent: dict[str, Any]) -> None:
    """Save upon the newest version."""
    visitor.save(number, sent, visitor.get(f"{number}/ban-moi")["version"], tab="c")


def test_a_file_that_is_no_unicode_any_more_is_told(office: Office, publisher: Publisher) -> None:
    number, file, sent = written(office, "bang-ma")
    office.browser("lan").save(number, changed(sent, "Một.", "Một, của Lan."), 1)
    theirs = "Title: Chợ phiên\n\nĐông.\n".encode("cp1258", "replace")
    file.write_bytes(theirs)
    try:
        last = published(office, publisher, number)
        assert (last.state, "UTF-8" in last.message) == ("failed", True)
        assert file.read_bytes() == theirs
    finally:
        file.unlink()  # no site is built with it


def test_an_article_that_others_withdrew_is_not_said_to_be_live(
    office: Office, publisher: Publisher
) -> None:
    number, file, sent = written(office, "go-o-noi-khac")
    by_git(file, "Title:", "Status: draft\nTitle:")
    office.browser("lan").save(number, changed(sent, "Một.", "Một, của Lan."), 1)
    last = published(office, publisher, number)
    assert (last.state, last.url) == ("live", "")
    assert "chưa lên trang" in last.message
    assert "Hẹn giờ" not in last.message


def test_a_file_that_others_deleted_is_made_anew_with_all_of_its_head_and_told(
    office: Office, publisher: Publisher
) -> None:
    number, file, sent = written(office, "xoa-o-noi-khac")
    base = file.read_text().replace(
        "Title:", "Correction: 12/01/2024 08:00: Số đúng là 21.\nTitle:"
    )
    office.desk.drafts.place(number, f"articles/2024/01/{file.parent.name}/index.md", base.encode())
    file.unlink()
    office.browser("lan").save(number, changed(sent, "Một.", "Một, của Lan."), 1)
    last = published(office, publisher, number)
    assert (last.state, "máy đã tạo lại" in last.message) == ("live", True)
    assert "Số đúng là 21." in file.read_text()


def test_a_photo_that_is_only_part_of_another_ones_name_stays_at_the_desk(
    office: Office, publisher: Publisher
) -> None:
    lan = office.browser("lan")
    number = lan.new()
    lan.put(f"{number}/anh?name=1.jpg", photo())
    lan.put(f"{number}/anh?name=11.jpg", photo("navy"))
    lan.save(number, form("Ảnh một, ảnh mười một", "Chữ.\n\n11.jpg\nChợ.", Date="12/01/2024"))
    assert published(office, publisher, number).state == "live"
    folder = office.site.content / "articles/2024/01/anh-mot-anh-muoi-mot"
    assert sorted(file.name for file in folder.iterdir()) == ["11.jpg", "index.md"]
