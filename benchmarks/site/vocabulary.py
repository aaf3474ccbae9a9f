"""Vietnamese to write a synthetic newspaper with: common words, names, outlets (all NFC)."""

from __future__ import annotations

WORDS = tuple(
    """
    nhân dân|phát triển|kinh tế|xã hội|văn hóa|giáo dục|nông thôn|thành phố|thị trấn|vùng cao
    biên giới|cửa khẩu|xuất khẩu|nhập khẩu|hàng hóa|chợ phiên|mùa màng|ruộng bậc thang|thu hoạch
    lúa nước|ngô nếp|cây chè|quế hồi|thảo quả|dược liệu|chăn nuôi|gia súc|trâu bò|lợn đen|gà đồi
    hợp tác xã|doanh nghiệp|nhà máy|thủy điện|đường giao thông|cầu treo|bê tông|trường học
    học sinh|giáo viên|lớp học|bán trú|thư viện|bệnh viện|trạm y tế|bác sĩ|tiêm chủng|sức khỏe
    người già|trẻ em|phụ nữ|thanh niên|cựu chiến binh|đoàn viên|tình nguyện|hiến máu|bảo hiểm
    chính sách|nghị quyết|kế hoạch|chương trình|mục tiêu|chỉ tiêu|báo cáo|tổng kết|thi đua
    khen thưởng|hội nghị|đại biểu|lãnh đạo|chủ tịch|bí thư|giám đốc|trưởng thôn|cán bộ|công chức
    chuyển đổi số|dịch vụ công|hồ sơ|thủ tục|căn cước|công an|bộ đội|tuần tra|cột mốc|an ninh
    trật tự|an toàn|phòng cháy|mưa lũ|sạt lở|rét đậm|sương muối|băng giá|thời tiết|nguồn nước
    rừng đầu nguồn|trồng rừng|môi trường|rác thải|du lịch|du khách|nhà nghỉ|đặc sản|thổ cẩm|lễ hội
    trò chơi|kéo co|đẩy gậy|múa xòe|tiếng khèn|điệu then|nghệ nhân|di sản|bảo tồn|bản sắc|dân tộc
    đồng bào|gia đình|dòng họ|bản làng|nhà sàn|bếp lửa|mùa xuân|hoa đào|hoa mận|sáng sớm
    buổi chiều|cuối tuần|đầu năm|quý một|tháng trước|thuận lợi|khó khăn|hiệu quả|bền vững|ổn định
    kịp thời|chủ động|đồng bộ|quyết liệt|rõ rệt|tích cực|đầu tư|xây dựng|sửa chữa|khởi công
    khánh thành|bàn giao|hỗ trợ|vay vốn|lãi suất|tín dụng|giảm nghèo|thu nhập|việc làm
    đào tạo nghề|tập huấn|tuyên truyền|vận động|kiểm tra|giám sát|xử lý|khắc phục|hoàn thành
    vượt kế hoạch|triển khai|thực hiện|tổ chức|tham gia|phối hợp|chia sẻ|lắng nghe|ghi nhận
    cho biết|khẳng định|đề nghị|mong muốn|tin tưởng|thống nhất|lựa chọn|mở rộng|nâng cao|góp phần
    trong khi|bên cạnh|nhờ vậy|tuy nhiên|cùng với|theo đó|trước hết|sau đó|hiện nay|từ đó|đến nay
    gần đây|và|của|với|cho|được|đã|đang|sẽ|những|các|một|nhiều|mỗi|trên|dưới|giữa|từ|đến|về|khi|để
    mà|cũng|còn
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
"""Words of one to four syllables, about as often of each length as in print."""

PLACES = (
    *("Bắc Hà", "Sa Pa", "Mường Khương", "Si Ma Cai", "Bát Xát", "Bảo Thắng", "Bảo Yên"),
    *("Văn Bàn", "Y Tý", "Cam Đường", "Nậm Cang", "Tả Phìn", "Trịnh Tường", "Pha Long"),
    *("Lùng Phình", "Thải Giàng Phố", "Nghĩa Đô", "Khánh Yên", "Mường Hum", "Cốc Ly"),
)

FAMILY_NAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vàng", "Giàng", "Lò", "Tẩn", "Sùng")
GIVEN_NAMES = ("Thu Hà", "Minh Tuấn", "Ngọc Bằng", "Thị Mai", "Văn Sơn", "Quang Huy", "Lan Anh")

CATEGORIES = (
    *("Thời sự", "Kinh tế", "Xã hội", "Văn hóa", "Giáo dục", "Y tế", "Thể thao", "Du lịch"),
)

OUTLETS = (
    *("Báo Lào Cai", "Báo Nhân Dân", "Báo Quân đội nhân dân", "Báo Tuổi Trẻ"),
    *("Báo Thanh Niên", "VietnamPlus", "VnExpress", "Dân trí"),
)
