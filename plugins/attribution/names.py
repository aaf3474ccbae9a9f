"""What Vietnamese names are made of: data that tells "Thu Hà" from "Kinh Doanh"."""

from __future__ import annotations

# Syllables of given, middle and pen names (folded, the mark on "òa", "ủy" where old spelling
# has it). A text of two or three of them is a name as no other text is.
_SYLLABLES = """
a á ái an anh ánh ân ẩn âu ba bá bách bạch bảng bảo bắc băng bằng bé bền bích biên biểu bình bính
bông bội bưởi ca cả cam cán cảnh cang canh cao cát cẩm cẩn cần chanh châm chân chấn châu chi chí
chiến chiêu chiểu chinh chính chu chung chúc chương chuyên công cúc cung cư cử cương cường cửu dạ
dần dân danh dậu di dị dĩ diệc dìn dinh dịu diễm diễn diện diệp diệu doan doãn doanh dung dũng dụng
duy duyên duyệt dư dự dương dưỡng đa đại đạm đan đào đạo đạt đăng đắc đằng đệ điềm điền điển điệp
đính định đình đô đoan đoàn độ đôn đông đồng đức gia giác giai giang giáng giáp giao hà hạ hải hàm
hạnh hào hảo hạo hân hậu hằng hiên hiến hiền hiển hiện hiếu hiểu hiệp hiệu hinh hoa hòa hóa hoài
hoan hoàn hoàng hoạt học hồ hồi hồng hợi hợp huân huấn huế huệ hùng huy huyên huyền huynh huỳnh
hưng hứa hương hướng hường hưởng hữu hỷ khả khai khải khang khanh khánh khắc khâm khê khiêm khoa
khoái khoan khôi khuê khuyên khương kiên kiệm kiệt kiều kha kim kính kỳ kỷ la lã lạc lài lam lan
lành lãm lãng lân lập lâm lê lễ lệ liêm liên liễu linh lĩnh loan lộc lợi long lụa luân luận lương
lượng lưu lựu ly lý lynh mã mạc mai mạnh mão mẫn mận mậu mây mến mi miên minh mịch mơ mộc mộng mùi
mừng mỹ my mỵ na nam nga ngà ngạn ngân ngư nghi nghị nghĩa nghiêm nghiệp ngoan ngọc ngôn ngọ nguyên
nguyện nguyệt nhã nhàn nhạn nhân nhẫn nhất nhật nhâm nhi nhiên nhị nho nhơn nhung như nhường nhựt
ni niên niệm ninh nương oanh pao páo phấn phi phong phú phúc phùng phụng phước phương phượng pha
pháp phát quân quan quán quang quảng quế quốc quý quyên quyền quyến quyết quy quỳnh sa san sang
sanh sáng sao sâm sen sinh sín sĩ song soan sơn sung sương sửu sỹ tài tam tấn tạo tâm tân tây tào
tảo tất tế thạch thái thanh thành thao thảo thạnh thắm thắng thăng thân thận thất thế thi thị thiên
thiện thiết thiều thiệu thiệp thìn thịnh thoa thoại thoan thơ thơm thời thới thông thống thu thục
thuần thuấn thuận thuật thùy thúy thủy thụy thuyên thuyết thư thức thương thường thưởng thượng tĩnh
tình tiên tiến tiệp tiền tiếp tiết tín toan toán toàn toản tòng tố tôn tới trà trác trạch trai
trang trâm trân trấn trí tri triết triển triều triệu trinh trình trọng trúc trung trực trường
trương tú tư tứ từ tử tự tuân tuấn tuất tuệ tùng tuyên tuyền tuyến tuyết tuyển tường tưởng tươi tý
tỵ uy uyên ước út vàng văn vân vận vi viên viễn viết việt vinh vĩnh vịnh võ vọng vui vũ vượng vương
vy vỹ xoan xuân xuyên xuyến xương ý yên yến
"""
NAME_SYLLABLES = frozenset(_SYLLABLES.split())

# Family names that are little else: with one of them, any Vietnamese syllable may follow.
_CLEAR_FAMILY_NAMES = """
bùi chảo đàm đặng đinh đỗ giàng hảng huỳnh lê lò lù lừu ngô nguyễn phạm phan phàn sầm sùng tẩn thào
trần trịnh vàng võ vũ vừ
"""
CLEAR_FAMILY_NAMES = frozenset(_CLEAR_FAMILY_NAMES.split())

# Words of two such syllables that are no name.
_WORDS = """
an ninh, an sinh, an toàn, ánh sáng, bắc nam, chân dung, chân lý, chính trị, công an, công cuộc,
công lý, công nghệ, công nghiệp, công nhân, công thương, công trình, công viên, dân chủ, dân sinh,
dân tộc, dân vận, di sản, di tích, điện ảnh, đại biểu, đại đoàn, đại học, đại hội, đạo đức, đoàn
kết, đoàn viên, đông nam, đồng hành, đường sắt, gia đình, giao lưu, giao thông, giáo dục, hải quan,
hải quân, hành chính, hành trình, hạnh phúc, hiến pháp, hiện đại, hòa bình, hòa nhạc, hoàn thành,
hoàng hôn, học sinh, học tập, học viên, hồi sinh, hợp tác, kết luận, khai mạc, khoa học, kim loại,
kinh doanh, kinh tế, lao động, lễ hội, lễ tân, liên hoan, liên quan, lịch sử, minh họa, mùa xuân,
mỹ thuật, nghệ thuật, nghị định, nghị quyết, nhân ái, nhân dân, nhân vật, nhân viên, nông dân, nông
nghiệp, nông thôn, pháp lý, pháp luật, phát thanh, phát triển, phong cảnh, phong thủy, phong trào,
phóng sự, quan điểm, quân đội, quân sự, quảng trường, quảng cáo, quốc ca, quốc gia, quốc hội, quốc
khánh, quốc phòng, quốc tế, quý khách, sao mai, sao vàng, sinh học, sinh nhật, sinh thái, sinh
viên, sơn mài, sự kiện, sức khỏe, tài chính, tài liệu, tài nguyên, tài trợ, tân hoa, tây bắc, tây
nam, thanh niên, thanh toán, thanh tra, thành công, thành phố, thành tích, thành tựu, thành viên,
thể thao, thế giới, thiên nhiên, thông báo, thông tin, thời sự, thời tiết, thời trang, thực hiện,
thương hiệu, thương mại, thường trực, tiền phong, tiến sĩ, tình nguyện, tình yêu, tổ quốc, toàn
cảnh, toàn quốc, toàn văn, trung tâm, trung ương, trung học, truyền hình, truyền thống, truyền
thông, tuổi trẻ, tuyên giáo, tuyên truyền, tư liệu, tư pháp, tư vấn, từ thiện, tự nhiên, tự do, tự
hào, văn hóa, văn học, văn minh, văn nghệ, văn phòng, việc làm, viễn thông, vinh danh, vinh quang,
xã hội, xuân thu, y học, y tế
"""
NOT_NAMES = frozenset(word.strip() for word in _WORDS.split(","))

# What stands before the name of somebody an article is about, and never before its author's.
TITLES = (
    "ông", "bà", "chị", "cô", "chú", "bác", "dì", "cậu", "em", "cháu", "bé", "cụ", "thầy", "bạn",
    "tướng", "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đại tá", "thượng tá",
    "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu úy", "đồng chí", "đ/c",
    "nghệ sĩ", "nghệ nhân", "nsnd", "nsưt", "ca sĩ", "nhạc sĩ", "họa sĩ", "diễn viên", "đạo diễn",
    "vận động viên", "giám đốc", "phó giám đốc", "chủ tịch", "phó chủ tịch", "bí thư", "ceo",
    "bộ trưởng", "thứ trưởng", "anh hùng", "liệt sĩ", "mẹ", "bố", "già làng", "trưởng thôn",
    "trưởng bản", "kiến trúc sư", "kỹ sư", "doanh nhân", "hoa hậu", "á hậu", "linh mục",
)  # fmt: skip

# A group that signs as one.
GROUPS = (
    "pv", "p.v", "p.v.", "ctv", "btv", "bbt", "nhóm pv", "nhóm p.v", "nhóm ctv", "nhóm btv",
    "nhóm phóng viên", "nhóm cộng tác viên", "nhóm tác giả", "phóng viên", "cộng tác viên",
    "ban biên tập", "ban thời sự", "tòa soạn", "ban bạn đọc", "bạn đọc", "pv - ctv", "pv, ctv",
)  # fmt: skip
