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

# Words, brands and teams of two such syllables, which are no name.
_WORDS = """
an ninh, an sinh, an toàn, anh hùng, anh trai, biểu diễn, biểu dương, biểu hiện, biểu quyết, biểu
tình, bàn giao, bàn luận, bàn thảo, bé trai, bình dân, bình luận, bình quân, bình thường, bình
tĩnh, bảo dưỡng, bảo quyền, bảo việt, bắc nam, ca sĩ, cao nguyên, cao nhất, cao độ, chi tiết, chiến
sĩ, chiến thuật, chiến thắng, chiến trường, chung cư, chung thân, chuyên dụng, chuyên gia, chuyên
nghiệp, chuyên viên, chân dung, chân lý, chân thành, chính quyền, chính thức, chính trị, chúc mừng,
chương trình, chấn thương, công an, công bằng, công cuộc, công dân, công khai, công lý, công lập,
công nghiệp, công nghệ, công nhân, công thương, công thức, công trình, công trường, công tư, công
tố, công viên, công văn, công đoàn, cư dân, cương quyết, cường quốc, cường độ, cảnh giác, cảnh
quan, cần sa, cần thiết, cẩn thận, cẩn trọng, cử nhân, cử tri, danh ca, danh dự, danh hiệu, danh
nghĩa, di cư, di sản, di tích, dinh dưỡng, diễn viên, doanh nghiệp, doanh nhân, doanh thu, duy
nhất, dân chủ, dân cư, dân dụng, dân quân, dân sinh, dân thường, dân tộc, dân vận, dư luận, dự thi,
dự thảo, dự toán, dự định, gia công, gia cảnh, gia cầm, gia dụng, gia tăng, gia đình, giao lưu,
giao thông, giao thương, giao tiếp, giáo dục, hiến pháp, hiền lành, hiển thị, hiện diện, hiện
trường, hiện đại, hiệp sĩ, hiệp định, hiệp ước, hoa hậu, hoa hồng, hoài nghi, hoàn cảnh, hoàn hảo,
hoàn thiện, hoàn thành, hoàn toàn, hoàn tất, hoàng hôn, hoàng tử, huy chương, huy hiệu, huyền
thoại, hàm lượng, hành chính, hành trình, hòa bình, hòa nhạc, hòa phát, hóa học, hóa thạch, hưng
thịnh, hướng nghiệp, hướng tới, hưởng lợi, hạ lưu, hạnh phúc, hải lý, hải quan, hải quân, hậu cần,
hậu trường, học kỳ, học sinh, học tập, học viên, hồi sinh, hợp lý, hợp lệ, hợp nhất, hợp pháp, hợp
thức, hợp tác, hợp đồng, hữu nghị, khai mạc, khai sinh, khai trương, khoa học, khoan hồng, khánh
thành, khả quan, khả thi, kim cương, kim loại, kinh doanh, kinh tế, kinh đô, kiên nhẫn, kiên quyết,
kết luận, kỳ diệu, kỳ thi, kỳ vọng, kỷ cương, kỷ niệm, lao động, linh hoạt, liên danh, liên doanh,
liên hoan, liên hoàn, liên hợp, liên lạc, liên minh, liên quan, liên quân, liên thông, liên tiếp,
liên đoàn, ly khai, lành mạnh, lâm thời, lý học, lý luận, lý thuyết, lý tưởng, lưu lượng, lưu niệm,
lưu thông, lưu ý, lạc hậu, lạc quan, lập công, lập luận, lập pháp, lập trình, lập trường, lễ hội,
lễ tân, lịch sử, lợi dụng, lợi thế, minh bạch, minh họa, mã hóa, mùa thu, mùa xuân, mùa đông, mơ
hồ, mơ ước, mỹ thuật, nam sinh, nghi lễ, nghi phạm, nghi thức, nghiêm khắc, nghiêm minh, nghiêm
trọng, nghĩa trang, nghệ thuật, nghị quyết, nghị sĩ, nghị định, nguyên nhân, nguyên tử, nguyện
vọng, ngôn từ, ngư dân, nhân công, nhân dân, nhân quyền, nhân tài, nhân tạo, nhân tố, nhân viên,
nhân vật, nhân ái, nhân đạo, như thế, nhất quán, nhất trí, nhất định, nông dân, nông nghiệp, nông
thôn, phi công, phi lý, phi pháp, phong cảnh, phong phú, phong thủy, phong trào, pháp luật, pháp
lý, pháp nhân, phát biểu, phát hiện, phát huy, phát ngôn, phát sinh, phát thanh, phát triển, phóng
sự, phúc lợi, phương châm, phương diện, phương hướng, phương pháp, phương thức, phương tiện, phạm
nhân, phạm pháp, phạm vi, quan niệm, quan trọng, quan tâm, quan điểm, quy phạm, quy trình, quy
định, quyết toán, quyết tâm, quyết định, quyền lợi, quân dụng, quân hàm, quân nhân, quân sự, quân
đội, quý khách, quảng bá, quảng cáo, quảng trường, quốc ca, quốc gia, quốc hội, quốc khánh, quốc
phòng, quốc tế, sa mạc, sang trọng, sao băng, sao khuê, sao mai, sao vàng, sinh hoạt, sinh học,
sinh nhật, sinh thái, sinh viên, song song, sáng lập, sáng tạo, sĩ quan, sơn mài, sức khỏe, sự
kiện, thanh lý, thanh niên, thanh toán, thanh tra, thi công, thi cử, thi tuyển, thiên nhiên, thiên
văn, thiết giáp, thiết lập, thiện chí, thiện nguyện, thu chi, thu hồi, thu tiền, thu đông, thuận
lợi, thành công, thành lập, thành phố, thành thị, thành tích, thành tựu, thành viên, thái tuấn,
thái độ, thân nhân, thân thiết, thân thiện, thông báo, thông lệ, thông minh, thông quan, thông
thường, thông tin, thông tư, thông tấn, thông điệp, thơ tình, thương hiệu, thương lượng, thương
mại, thường niên, thường trực, thường xuyên, thưởng thức, thảo luận, thất lạc, thất nghiệp, thất
thu, thất vọng, thận trọng, thắng lợi, thế giới, thế kỷ, thế mạnh, thể công, thể thao, thị trường,
thị trấn, thịnh vượng, thống nhất, thời khắc, thời kỳ, thời lượng, thời sự, thời tiết, thời trang,
thời đại, thủy lợi, thủy văn, thực hiện, tiên phong, tiên tiến, tiến công, tiến sĩ, tiến triển,
tiến trình, tiến độ, tiếp diễn, tiếp giáp, tiếp thu, tiếp thị, tiếp viên, tiết kiệm, tiền công,
tiền lương, tiền lệ, tiền phong, tiền thưởng, toàn cảnh, toàn diện, toàn quốc, toàn tuyến, toàn
văn, toán học, trang trí, tri thức, tri ân, triết lý, triều cường, triển khai, triển lãm, triển
vọng, triệu đồng, trung bình, trung học, trung nguyên, trung thành, trung tâm, trung đoàn, trung
ương, truyền hình, truyền thông, truyền thống, trân trọng, trình bày, trình diễn, trình diện, trình
tự, trình độ, trí thức, trí tuệ, trường hải, trường học, trường hợp, trấn an, trọng lượng, trọng
tài, trọng tâm, trực diện, trực thăng, trực tiếp, trực tuyến, tuyên dương, tuyên giáo, tuyên
truyền, tuyển cử, tuyển dụng, tuyển sinh, tuổi trẻ, tài chính, tài liệu, tài nguyên, tài trợ, tài
tử, tâm linh, tâm lý, tâm sự, tân hoa, tây bắc, tây nam, tình cảnh, tình nguyện, tình người, tình
thế, tình tiết, tình yêu, tín dụng, tín hiệu, tôn trọng, tôn vinh, tăng cường, tăng lương, tư duy,
tư liệu, tư nhân, tư pháp, tư thế, tư thục, tư tưởng, tư vấn, tường trình, tưởng niệm, tải trọng,
tấn công, tất cả, tất nhiên, tố giác, tổ quốc, từ thiện, từ xa, tử tế, tự do, tự giác, tự hào, tự
nguyện, tự nhiên, tự phát, tự tử, tự ý, uy tín, vi phạm, vinh danh, vinh dự, vinh quang, viễn
thông, việc làm, việt tiến, võ công, võ sĩ, văn bằng, văn hóa, văn học, văn minh, văn nghệ, văn
phòng, vĩnh viễn, vũ trang, vũ trường, vương quốc, vận dụng, vận tải, xuân hạ, xuân sang, xuân thu,
xã hội, y học, y tế, ánh sáng, ý chí, ý nghĩa, ý thức, ý tưởng, ý định, đa khoa, điện ảnh, điệp
viên, đoàn kết, đoàn viên, đào tạo, đình chiến, đình công, đính chính, đô la, đô thị, đông bắc,
đông nam, đông á, đăng tải, đường sắt, đại biểu, đại diện, đại gia, đại học, đại hội, đại lý, đại
thành, đại đoàn, đạo diễn, đạo đức, đắc cử, đệ nhất, định cư, định danh, định hướng, định kỳ, định
nghĩa, đồng bằng, đồng chí, đồng hành, đồng hồ, đồng minh, đồng nghiệp, đồng nghĩa, đồng phạm, đồng
thuận, đồng thời, đồng tình, đồng ý, độ cao, ước mơ, ước đạt
"""
NOT_NAMES = frozenset(" ".join(word.split()) for word in _WORDS.split(","))

# What begins the name of a place, an office, a feast or a greeting, and no person's (folded).
_NOT_FIRST = """
bản ban bến biển cảng câu cầu chào chợ chúc chùa clb cẩm đảng đảo đập đèn đèo đền đội đường giải giỗ
hang hội khu làng lễ lớp mùa ngã ngày nhà nhóm núi phòng phố phường quận quỹ rừng ruộng sông suối
sở tết thác thôn thư tỉnh tổ trại trạm tuần vịnh vườn xã xóm
"""
NOT_FIRST = frozenset(_NOT_FIRST.split())

# Years of the Chinese calendar: "Xuân Giáp Thìn".
_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = (
    "tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"
)  # fmt: skip
YEARS = frozenset(f"{stem} {branch}" for stem in _STEMS for branch in _BRANCHES)

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
