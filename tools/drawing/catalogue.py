"""Which scene is drawn for which file of the sample content: one line a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random

from tools.drawing import sky, wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.metadata import Tags
from tools.drawing.plants import PEACH, PLUM
from tools.drawing.scenes import (
    blossom,
    border,
    brocade,
    ceremony,
    charity,
    classroom,
    conference,
    craft,
    defence,
    donation,
    health,
    highland,
    market,
    peaks,
    road,
    science,
    shop,
    sport,
    water,
    work,
)

LEVEL, UPRIGHT, WIDE, SMALL = (1600, 1067), (1067, 1600), (2400, 900), (96, 128)

Scene = Callable[[Canvas, Random], None]


@dataclass(frozen=True)
class Picture:
    """A file below ``content/`` and what is drawn into it; ``take`` chooses another variation."""

    path: str
    scene: Scene
    size: tuple[int, int] = LEVEL
    tags: Tags = field(default=Tags())
    take: int = 1


_MONTH = "articles/2024/01/"
_MEETING = _MONTH + "khoi-thi-dua-tuyen-duong-28-dien-hinh/"
_TASKS = _MONTH + "muoi-hai-viec-trong-tam-quy-mot/"
_BRIDGE = _MONTH + "cau-treo-nam-luong/"
_BORDER = _MONTH + "hang-qua-cua-khau-tuan-hai/"
_CLOTHES = _MONTH + "chuyen-xe-ao-am-y-ty/"
_BLOOD = _MONTH + "ngay-hoi-hien-mau/"
_MARKET = _MONTH + "cho-phien-bac-ha-giap-tet/"
_STEM = _MONTH + "ngay-hoi-stem/"
_FINAL = _MONTH + "chung-ket-bong-da-thanh-nien/"
_BLOSSOM = _MONTH + "dao-man-no-som/"
_CLOUDS = _MONTH + "bien-may-fansipan/"
_CRAFT = _MONTH + "duong-kim-nen-cham/"

PICTURES: tuple[Picture, ...] = (
    Picture(_MEETING + "1-7617-1131.jpg", conference.hall),
    Picture(_MEETING + "2-4958-2573.jpg", partial(conference.speaker, look=wardrobe.SUITS[0])),
    Picture(_MEETING + "3-8325-3648.jpg", partial(conference.speaker, look=wardrobe.AO_DAI[1])),
    Picture(_MEETING + "4-6489-5571.jpg", partial(conference.speaker, look=wardrobe.SUITS[5])),
    Picture(_MEETING + "8-5516-3279.jpg", ceremony.signing),
    Picture(_MEETING + "5-8187-6656.jpg", ceremony.awards),
    Picture(_MEETING + "6-6317-8956.jpg", partial(ceremony.awards, count=7)),
    Picture(
        _TASKS + "IMG_20240108_091512.jpg",
        partial(conference.hall, curtain="#24508a", board="#b3202a", seats="#35507f"),
    ),
    Picture(
        _TASKS + "Hội nghị tổng kết (2).jpg",
        ceremony.signing,
        tags=Tags(byline="Trần Tuấn", caption="Ký cam kết tiến độ"),
    ),
    Picture(
        "images/IMG_20240109_083011.JPG",
        partial(highland.hamlet, frost=True),
        tags=Tags(byline="Ngọc Bằng", caption="Sương giá", taken="2024:01:09 08:30:11"),
    ),
    Picture(_BRIDGE + "cau-treo-nam-luong-1.jpg", water.suspension_bridge),
    Picture(_BRIDGE + "cau-treo-nam-luong-2.jpg", water.on_the_bridge, UPRIGHT),
    Picture(
        _BORDER + "xe-hang-tren-deo.jpg",
        road.lorries_on_the_pass,
        tags=Tags(byline="Ngọc Bằng", caption="Xe hàng trên đường đèo ra cửa khẩu"),
    ),
    Picture(_BORDER + "hang-cho-thong-quan.jpg", border.border_gate),
    Picture(_BORDER + "kho-hang.jpg", work.warehouse),
    Picture(_MONTH + "che-shan-muong-khuong/doi-che-muong-khuong.jpg", highland.tea),
    Picture("images/ke-hang-truy-xuat.jpg", work.factory),
    Picture("images/quay-tinh-dau-bac-ha.jpg", shop.counter),
    Picture("images/ruong-bac-ha.jpg", highland.mint_field),
    Picture("images/sap-rau-qua.jpg", market.greens),
    Picture(_CLOTHES + "ao-am-01.jpg", charity.unloading),
    Picture(_CLOTHES + "ao-am-02.jpg", charity.long_walk),
    Picture(_CLOTHES + "ao-am-03.jpg", charity.new_jackets),
    Picture(_CLOTHES + "ao-am-04.jpg", charity.stove),
    Picture(_CLOTHES + "ao-am-05.jpg", charity.group),
    Picture(_BLOOD + "hien-mau-1.jpg", donation.blood_drive),
    Picture(_BLOOD + "hien-mau-2.jpg", donation.waiting),
    Picture(_MARKET + "cho-phien-bac-ha.jpg", market.square),
    Picture(_MARKET + "tho-cam.jpg", brocade.brocade),
    Picture(_MARKET + "mẹt quả.jpg", partial(market.greens, sellers=(1, 3, 5), stripes=2)),
    Picture(_MARKET + "bep-thang-co.jpg", market.hot_pot),
    Picture("images/duong-be-tong-ta-lung.jpg", road.village_road),
    Picture("images/bua-sang-ban-tru.jpg", classroom.canteen),
    Picture("images/san-truong-gio-choi.jpg", classroom.yard),
    Picture(_STEM + "ban-trung-bay.jpg", science.science_fair),
    Picture(_STEM + "ten-lua.png", science.rocket_drawing, SMALL),
    Picture("images/tram-y-te-xa.jpg", health.clinic),
    Picture("images/kham-thai.jpg", health.consultation),
    Picture("images/tiem-vac-xin-cum.jpg", health.vaccination),
    Picture(_FINAL + "chung-ket-1.jpg", sport.football),
    Picture(_FINAL + "chung-ket-2.jpg", sport.cup),
    Picture("images/keo-co-van-ban.jpg", sport.tug_of_war),
    Picture("images/chay-tren-song-nui.jpg", peaks.runners),
    Picture(
        _BLOSSOM + "IMG_20240107_101544.JPG",
        partial(blossom.twig, colour=PEACH),
        UPRIGHT,
        tags=Tags(taken="2024:01:07 10:15:44", orientation=6),
    ),
    Picture(_BLOSSOM + "thung-lung-man.jpg", blossom.orchard),
    Picture(_BLOSSOM + "dao-truoc-hien.jpg", blossom.courtyard, UPRIGHT),
    Picture(_CLOUDS + "toan-canh-bien-may.jpg", peaks.panorama, WIDE),
    Picture(_CLOUDS + "dinh-fansipan.jpg", peaks.ridge_above_clouds),
    Picture(
        "images/ruong-mua-nghi.jpg",
        partial(highland.terraces, fields="winter", light=sky.GOLDEN),
    ),
    Picture(
        "images/ruong-lay-nuoc.jpg",
        partial(highland.terraces, fields="water", light=sky.MORNING, hill=False),
    ),
    Picture(_MONTH + "tuan-tra-moc-bien-gioi/to-tuan-tra.jpg", defence.patrol),
    Picture("images/gap-mat-tan-binh.jpg", defence.recruits),
    Picture("images/lam-can-cuoc.jpg", defence.card_desk),
    Picture(_CRAFT + "ngoi-theu.jpg", craft.embroidery),
    Picture("images/nghe-nhan-khen.jpg", craft.pipes),
    Picture("images/dem-van-nghe.jpg", craft.stage_show),
    Picture("images/xe-thu-vien.jpg", classroom.reading_room),
    Picture("images/hoa-man-dau-ngo.jpg", partial(blossom.twig, colour=PLUM, light=sky.COLD)),
    Picture("images/truong-duoi-nui.jpg", classroom.night_light),
)
