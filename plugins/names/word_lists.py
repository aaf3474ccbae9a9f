"""Names that the rule for persons and outlets cannot tell by their form alone: data."""

from __future__ import annotations

# Outlets without a telling first word. Settings add more; Báo …, Đài … need no entry.
WELL_KNOWN_OUTLETS = (
    "24h", "AFP", "AP", "Bloomberg", "Báo Mới", "CafeBiz", "CafeF", "CNN",
    "Công an nhân dân", "Dân trí", "Dân Việt", "Facebook", "Giáo dục Thủ đô",
    "Giáo dục và Thời đại", "Hà Nội Mới", "Hànộimới", "Internet", "Kinh tế & Đô thị",
    "Kinh tế và Đô thị", "Kyodo", "Lao Động", "Lào Cai điện tử", "Người Lao Động", "Người Đưa Tin",
    "Nhân Dân", "Nhân Dân điện tử", "Nikkei", "Nông nghiệp Việt Nam", "Nông thôn ngày nay",
    "Pháp luật Việt Nam", "Pháp luật và Xã hội", "Phụ nữ Thủ đô", "Phụ nữ Việt Nam",
    "Quân đội nhân dân", "Reuters", "RIA Novosti", "Soha", "Sputnik", "Sài Gòn Giải Phóng",
    "Sức khỏe & Đời sống", "Sức khỏe và Đời sống", "TASS", "Thanh Niên", "Thông tấn xã Việt Nam",
    "Tiền Phong", "Tuổi Trẻ", "Tuổi Trẻ Online", "Tân Hoa xã", "Tổ Quốc",
    "Vietnam+", "VietNamNet", "Vietnamnet", "VietnamPlus", "VnEconomy", "VnExpress", "VOV",
    "VTC News", "VTV", "VTV Online", "Xinhua", "Yonhap", "Zalo", "Zing", "Zing News",
    "Znews", "Đại biểu Nhân dân", "Đại Đoàn Kết", "Đảng Cộng sản Việt Nam",
)  # fmt: skip

# First words that make a name an outlet (folded). A name must go on after them.
OUTLET_WORDS = (
    "báo", "nhật báo", "tuần báo", "tạp chí", "thời báo", "chuyên san", "chuyên trang", "nội san",
    "đặc san", "bản tin", "thông tấn xã", "ttxvn", "hãng tin", "hãng thông tấn", "vov", "vtv",
    "vtc", "htv", "truyền hình", "phát thanh", "trang tin", "trang thông tin", "trang web",
    "trang điện tử", "trang facebook", "trang fanpage", "fanpage", "facebook", "website",
    "cổng thông tin", "cổng ttđt", "cổng dịch vụ", "kênh truyền hình", "trung tâm", "ubnd", "hđnd",
    "mttq", "ubmttq", "ủy ban", "uỷ ban", "hội đồng", "mặt trận", "tỉnh ủy", "tỉnh uỷ",
    "huyện ủy", "huyện uỷ", "thành ủy", "thành uỷ", "thị ủy", "thị uỷ", "đảng ủy", "đảng uỷ",
    "đảng bộ", "tỉnh đoàn", "huyện đoàn", "thành đoàn", "liên đoàn", "liên minh", "công an",
    "công đoàn", "cảnh sát", "bộ đội", "bộ chỉ huy", "bộ tư lệnh", "quân khu", "quân đoàn",
    "sư đoàn", "đồn biên phòng", "văn phòng", "ban tuyên giáo", "tổng cục", "chi cục",
    "hải quan", "kiểm lâm", "tòa án", "toà án", "viện kiểm sát", "kho bạc", "bảo hiểm xã hội",
    "trường đại học", "trường cao đẳng", "trường thpt", "trường thcs", "trường tiểu học",
    "đại học", "học viện", "bệnh viện", "nhà xuất bản", "nxb", "công ty", "tập đoàn",
    "ngân hàng", "hiệp hội", "tổng công ty",
)  # fmt: skip

# Such words too, but also syllables of persons' and places' names (Ban Mai, Hội An, Đài Trang).
WEAK_OUTLET_WORDS = ("ban", "bộ", "cổng", "cục", "đài", "hội", "kênh", "phòng", "sở", "viện", "vụ")

# Beginnings that look like an outlet and are something else (folded).
NOT_OUTLETS = (
    "báo cáo", "báo giá", "báo hiệu", "báo chí", "báo động", "báo đáp", "báo danh", "báo ân",
    "ban đầu", "ban đêm", "ban hành", "ban ngày", "ban mai", "bộ luật", "bộ máy", "bộ phận",
    "bộ phim", "bộ sách", "bộ tiêu chí", "bộ trưởng", "bộ ảnh", "cổng chào", "cục diện",
    "cục trưởng", "hội chợ", "hội diễn", "hội họa", "hội nghị", "hội thảo", "hội thi",
    "hội trường", "hội viên", "hội an", "phòng bệnh", "phòng chống", "phòng họp", "phòng ngừa",
    "sở hữu", "sở thích", "sở trường", "viện phí", "viện trưởng", "vụ án", "vụ mùa", "vụ việc",
    "vụ trưởng", "công an viên",
)  # fmt: skip

# What a sentence says of an outlet and no outlet's name holds (folded, between spaces).
VERBS = (
    "đưa tin", "cho biết", "cho hay", "cho rằng", "công bố", "phản ánh", "đăng tải", "ghi nhận",
    "nhận định", "dẫn lời", "dẫn nguồn", "đã", "sẽ", "đang", "được", "bị", "là", "rằng", "này",
    "diễn ra", "trong đó", "thì", "có", "hiện nay", "tính đến", "dự kiến", "cần", "phải",
    "đến nay", "các", "những",
)  # fmt: skip

# Syllables in lower case that follow one another in names of offices.
NAME_SYLLABLES = frozenset(
    (
        "an", "ban", "báo", "bộ", "dân", "đại", "điện", "đoàn", "gia", "hội", "huyện", "khu",
        "nhân", "nước", "phố", "phường", "quốc", "thành", "thị", "thôn", "tỉnh", "tử", "trung",
        "tấn", "thông", "tin", "ương", "và", "vùng", "vực", "xã",
    )
)  # fmt: skip

# Capitals that mean a reporter, not an outlet.
ROLE_LETTERS = ("PV", "BTV", "CTV", "CTVTT", "NV", "TH", "BBT", "KTV", "QTV")

# What stands before a person's name.
ROLES = (
    "nhà báo", "phóng viên", "cộng tác viên", "biên tập viên", "nhà văn", "nhà thơ", "bác sĩ",
    "thạc sĩ", "tiến sĩ", "luật sư", "nhóm pv", "nhóm phóng viên", "pv", "ctv", "btv", "ths",
    "ts", "gs", "pgs", "bs", "ls",
)  # fmt: skip

# The Kinh's and the highlands' family names (folded): what tells a person behind an outlet.
_FAMILY_NAMES = """
an bàn bạch bùi cao cầm chảo châu chu cư cù dương đàm đặng đào đinh đoàn đỗ đồng giàng hà hạng hảng
hồ hoàng hứa huỳnh khổng kiều la lã lâm lê lò lộc lù lừu lương lưu lý lỳ ma má mạc mai mùa nghiêm
ngô nguyễn nông ông phạm phan phàn phùng quách quan sầm sùng tạ tải tăng tẩn thái thân thào thạch
thẩn tô tòng tôn tống trần triệu trịnh trương từ tráng vàng vi viên võ vũ vừ vương xa
"""
FAMILY_NAMES = frozenset(_FAMILY_NAMES.split())

# Two capitalised syllables and more, and no person (folded).
_PLACES = """
an giang, ba lan, ba vì, ba đình, biên hòa, biển đông, buôn ma thuột, bà rịa, bà rịa vũng tàu, bái
đính, bát xát, bình dương, bình phước, bình thuận, bình định, bạc liêu, bạch mã, bản lầu, bản phố,
bảo lộc, bảo thắng, bảo yên, bắc bộ, bắc cực, bắc giang, bắc hà, bắc kinh, bắc kạn, bắc ninh, bến
tre, cam ranh, cao bằng, châu á, châu âu, cà mau, cát bà, côn đảo, cần thơ, cầu giấy, cốc lếu, gia
lai, hoa kỳ, hoàn kiếm, hoàng liên, hoàng liên sơn, hoàng sa, hà giang, hà khẩu, hà lan, hà nam, hà
nội, hà tĩnh, hà đông, hàm rồng, hàn quốc, hòa bình, hưng yên, hạ long, hải dương, hải phòng, hậu
giang, hồ chí minh, hồ gươm, hồ tây, hồng kông, hội an, khánh hòa, kiên giang, kon tum, kẻ bàng,
lai châu, long an, long biên, long xuyên, lào cai, lâm đồng, lạng sơn, lục yên, móng cái, mù cang
chải, mường khương, mẫu sơn, mỹ tho, na uy, nam bộ, nam cực, nam định, nghĩa lộ, nghệ an, nha
trang, nhật bản, ninh bình, ninh thuận, phan thiết, phong nha, phú quốc, phú thọ, phú yên, phần
lan, phố ràng, quy nhơn, quảng bình, quảng châu, quảng nam, quảng ngãi, quảng ninh, quảng trị, rạch
giá, sa pa, si ma cai, sài gòn, sóc trăng, sơn la, tam đảo, thanh hóa, thái bình, thái lan, thái
nguyên, thượng hải, thụy sĩ, thụy điển, thủ đô hà nội, thủ đức, thừa thiên huế, tiền giang, triều
tiên, trung bộ, trung du, trung quốc, trà vinh, tràng an, trường sa, trường sơn, trạm tấu, trấn
yên, tuy hòa, tuyên quang, tây bắc, tây nguyên, tây ninh, tây thiên, tả phìn, tả van, tằng loỏng,
việt bắc, việt nam, việt trì, vân nam, vân đồn, văn bàn, văn chấn, văn yên, vĩnh long, vĩnh phúc,
vũng tàu, y tý, yên bái, yên tử, úc châu, đan mạch, điện biên, điện biên phủ, đà lạt, đà nẵng, đài
loan, đông nam bộ, đắk lắk, đắk nông, đống đa, đồng bằng sông hồng, đồng nai, đồng tháp, đồng đăng,
ấn độ
"""
PLACES = frozenset(" ".join(name.split()) for name in _PLACES.split(","))
