"""A bulletin of a dozen articles that has every kind of page and of reference."""

from __future__ import annotations

TAGS = (
    "Bắc Hà",
    "Bạc Hà",
    "bắc hà",
    "Chợ phiên",
    "CHỢ PHIÊN",
    "Sa Pa",
    "Đất",
    "Dát",
    "Mùa xuân",
)
CATEGORIES = ("Thời sự", "Kinh tế", "Văn hóa", "văn hóa", "Văn Hoá", "Xã hội", "")
AUTHORS = ("Lò Mai", "Lơ Mai", "lò mai", "Giàng A Páo", "")
SERIES = ("Giáp Tết", "giáp  tết", "Mùa mận", "")
OUTLETS = ("Báo Lào Cai", "Báo lào cai", "Báo Nhân Dân", "TTXVN")
STATUSES = ("published", "draft", "hidden")
OLD_ADDRESSES = (
    "",
    "/tin/1.html",
    "/tin/1.html, /index.php?id=1, cu/duong-dan",
    "/CU/duong-dan/",
    "/2024/01/ten-rieng/",
    "/2024/01/cho-phien",
    "/trang-1/",
    "/the/bac-ha-2/",
    "/the/bajc-haf/",
    "/robots.txt",
)
TITLES = ("Tin mới trong ngày", "Chợ <phiên> & hội", "Mùa mận chín", "Đường lên bản")

PHOTOS = (
    "articles/2024/01/cho-phien/mot.jpg",
    "articles/2024/01/cho-phien/hai.jpg",
    "articles/2024/01/cho-phien/ba.jpg",
    "articles/2024/01/man/hoa-man.jpg",
    "articles/anh-le.jpg",
    "images/tuyet.jpg",
    "images/ruong.jpg",
    "images/không ai dùng.jpg",
)

FILES = {
    "extra/robots.txt": "User-agent: *\n",
    "articles/2024/01/cho-phien/ke-hoach.pdf": "%PDF-1.7 kế hoạch số 1",
    "articles/so-lieu.csv": "a,1\n",
    "articles/2024/01/cho-phien/index.md": """\
Title: Chợ phiên cuối năm
Date: 12/01/2024 07:00
Category: Văn hóa
Tags: Bắc Hà, Chợ phiên
Summary: Từ tờ mờ sáng, người các bản đã xuống chợ.

Sáng nay chợ họp sớm. Xem [kế hoạch](ke-hoach.pdf) và [bài về mận](../man/index.md#vuon).

mot.jpg

hai.jpg
Người xuống chợ. Ảnh: Ngọc Bằng

Chiều chợ tan.

ba.jpg
Một góc chợ.
""",
    "articles/2024/01/man/index.md": """\
---
Title: Mận nở sớm
Date: 2024-01-10 06:30
Category: Kinh tế
Tags:
  - Bạc Hà
  - Mùa xuân
Authors: Lò Mai, Giàng A Páo
---
Mận năm nay nở sớm[^1].

## Vườn {#vuon}

hoa-man.jpg
Hoa mận đầu ngõ.

[^1]: Theo lời người trồng.
""",
    "articles/tuyet.md": """\
Title: Tuyết trên đỉnh
Date: 13/01/2024
Category: Thời sự
Tags: Sa Pa
Lead_photo: tuyet.jpg

Đêm qua có tuyết. Đọc thêm [chợ phiên]({filename}2024/01/cho-phien/index.md).
""",
    "articles/dang-lai.md": """\
Title: Hàng qua cửa khẩu
Date: 11/01/2024 15:30
Category: Kinh tế
Tags: Chợ phiên, Đất
Source: Báo Lào Cai
Source_author: Trần Tuấn Ngọc
Source_url: https://baolaocai.example/hang
Source_date: 11/01/2024

Hàng qua cửa khẩu tăng. [Số liệu](so-lieu.csv).
""",
    "articles/dinh-chinh.md": """\
Title: Giá nông sản
Date: 09/01/2024 08:00
Category: Kinh tế
Tags: bắc hà
Correction: 12/01/2024 09:00: Bản trước ghi nhầm giá mận.

Giá mận giữ nguyên.

Nguồn: Báo Nhân Dân
""",
    "articles/truong.md": """\
Title: Trường mới của bản
Date: 08/01/2024
Category: Xã hội
Tags: Dát

Trường có sáu phòng học. Xem [ảnh và tin cũ](tuyet.md).

ruong.jpg
Ruộng sau trường.
""",
    "articles/le.md": """\
Title: Lễ xuống đồng
Date: 07/01/2024 10:00
Category: Văn hóa
Tags: Mùa xuân, Bắc Hà
Authors: lò mai

Lễ xuống đồng mở hội[^a]. ![Đám rước](anh-le.jpg "Đám rước qua đồng")

[^a]: Hội ba năm một lần.
""",
    "articles/tin-van.md": """\
Title: Tin vắn
Date: 07/01/2024 10:00
Category: Thời sự
Tags: Sa Pa, Chợ phiên

Ba tin trong ngày. <script>alert(1)</script>
""",
    "articles/cu.md": """\
Title: Chuyện năm cũ
Date: 20/12/2023
Category: Xã hội
Tags: Đất

Chuyện kể bên bếp lửa.
""",
    "articles/nhap.md": """\
Title: Bài còn viết
Category: Xã hội
Status: draft
Tags: Riêng của nháp

Bài này chưa xong.
""",
    "articles/hen-gio.md": """\
Title: Bài hẹn giờ
Date: 20/01/2024 08:00
Category: Thời sự
Tags: Mùa xuân

Bài này lên trang khi đến giờ.
""",
    "articles/an.md": """\
Title: Bài chỉ ai có địa chỉ mới đọc
Date: 06/01/2024
Status: hidden
Category: Văn hóa
Tags: Sa Pa, Chỉ bài ẩn dùng

Bài ẩn, có liên kết tới [trang tĩnh](/gioi-thieu/).
""",
    "pages/gioi-thieu.md": "Title: Giới thiệu\n\nBản tin của tỉnh. [Bài đầu](../articles/cu.md)\n",
    "pages/lien-he.md": "Title: Liên hệ\n\nGửi thư cho ban biên tập.\n",
    "pages/quy-dinh.md": "Title: Quy định\n\n- Điều một\n- Điều hai\n",
}
