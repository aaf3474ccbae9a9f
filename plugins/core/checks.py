"""Every mistake that an editor is told of: one table, in the order of the editors' guide.

A check is one *kind* of mistake; what is said of one place, and how to mend that, stands where it
is found (``document.report(checks.PHOTO_MISSING, line, message, fix)``). An editor sees the code at
the end of the message, ``[ANH01]``, and finds it in ``docs/huong-dan-bien-tap.md``, into which
``python -m tools.guide`` writes this table.

A new check goes last in its subject and takes the next number: what editors know by a code keeps
it. What is an error in one place and a warning in another is two checks.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Level = Literal["error", "warning"]


class Check(NamedTuple):
    """A kind of mistake.

    ``code`` is its name for editors: the subject and two digits. An ``error`` stops the build, a
    ``warning`` is shown and the build goes on. ``title`` says in Vietnamese what is wrong, ``mend``
    what to do, both in general.
    """

    code: str
    level: Level
    title: str
    mend: str

    @property
    def subject(self) -> str:
        """What its code begins with."""
        return self.code[:-2]


SUBJECTS: dict[str, str] = {
    "DAU": "Phần đầu bài",
    "NGAY": "Ngày giờ",
    "ANH": "Ảnh và chú thích",
    "TEP": "Video, âm thanh và các tệp trong thư mục bài",
    "NGUON": "Nguồn và tác giả",
    "DINH": "Đính chính",
    "CHU": "Chữ trong bài",
    "SOAT": "Soát bài: chỗ máy ngờ, người biên tập quyết",
    "LKET": "Liên kết",
    "HTML": "HTML dán từ trang khác",
    "TRANG": "Trang và địa chỉ của bản tin",
    "DOI": "Địa chỉ cũ dẫn sang địa chỉ mới",
    "WORD": "Nhập bài từ tệp Word",
    "MAY": "Máy, thiết lập, giao diện: nhờ người phụ trách kỹ thuật",
}
"""The subjects, and what the guide calls them."""

# The head of an article
TITLE_MISSING = Check(
    "DAU01",
    "error",
    "thiếu tiêu đề",
    "Thêm dòng “Title: Tiêu đề bài” ở đầu tệp.",
)
DATE_MISSING = Check(
    "DAU02",
    "error",
    "thiếu ngày đăng",
    "Thêm dòng “Date: 11/01/2024 15:30” (ngày/tháng/năm giờ:phút) ở đầu tệp; bản nháp thì không "
    "cần.",
)
KEY_UNKNOWN = Check(
    "DAU03",
    "error",
    "phần đầu bài có khóa lạ",
    "Gõ nhầm tên khóa (“Tilte:”) thì sửa theo gợi ý (“Title:”); khóa quen dùng ở phần mềm khác "
    "(“draft: true”) thì đổi sang khóa của bản tin (“Status: draft”), hoặc xóa dòng ấy.",
)
KEY_REPEATED = Check(
    "DAU04",
    "error",
    "khóa này đã có ở dòng khác",
    "Giữ một dòng và xóa dòng kia.",
)
KEY_IN_BODY = Check(
    "DAU05",
    "error",
    "khóa đứng trong thân bài nên không có tác dụng",
    "Đưa dòng ấy lên phần đầu bài, không để dòng trống ở trên nó.",
)
HEAD_LINE_WITHOUT_KEY = Check(
    "DAU06",
    "error",
    "dòng trong phần đầu bài không có dạng Khóa: giá trị",
    "Viết theo mẫu “Title: Tiêu đề bài”, sát lề trái, mỗi khóa một dòng; chữ của bài thì chuyển "
    "xuống thân bài.",
)
HEAD_UNCLOSED = Check(
    "DAU07",
    "error",
    "phần đầu bài mở bằng dòng --- nhưng không có dòng --- đóng lại",
    "Thêm một dòng --- ngay sau dòng cuối của phần đầu bài.",
)
VALUE_UNCLOSED = Check(
    "DAU08",
    "error",
    "giá trị của khóa có dấu nháy hoặc dấu ngoặc chưa đóng",
    "Thêm dấu còn thiếu, hoặc bỏ hết các dấu ấy và viết cả giá trị trên một dòng.",
)
VALUE_MISSHAPEN = Check(
    "DAU09",
    "error",
    "giá trị của khóa không phải một dòng chữ, hoặc có mục không phải là tên",
    "Viết giá trị trên một dòng; tên có dấu hai chấm thì bỏ dấu ấy, hoặc đặt cả tên trong dấu "
    "nháy kép.",
)
NAME_TOO_LONG = Check(
    "DAU10",
    "error",
    "có một tên quá dài ở chuyên mục, từ khóa hoặc tác giả",
    "Thường là quên dấu phẩy giữa các từ khóa, các tên người: thêm dấu phẩy.",
)
STATUS_UNKNOWN = Check(
    "DAU11",
    "error",
    "trạng thái ghi ở “Status” không có",
    "Viết “Status: draft” (bản nháp), “Status: hidden” (có trang riêng, không lên danh sách), "
    "hoặc bỏ dòng này để đăng bài.",
)
SLUG_UNUSABLE = Check(
    "DAU12",
    "error",
    "“Slug” không dùng làm địa chỉ được, hoặc quá dài",
    "Chỉ dùng chữ thường không dấu, số và gạch nối, không quá 120 ký tự: “Slug: "
    "cho-phien-cuoi-nam”.",
)
TITLE_WITHOUT_SLUG = Check(
    "DAU13",
    "error",
    "không rút được địa chỉ từ tiêu đề",
    "Tiêu đề không có chữ cái hay chữ số nào: thêm dòng “Slug: ten-bai-khong-dau”.",
)
CATEGORY_UNKNOWN = Check(
    "DAU14",
    "error",
    "không có chuyên mục này (khi bản tin chỉ nhận chuyên mục đã khai)",
    "Sửa thành một chuyên mục đã có, hoặc nhờ người phụ trách kỹ thuật thêm vào danh sách chuyên "
    "mục.",
)
TITLE_CUT = Check(
    "DAU15",
    "error",
    "dòng mở đầu bằng chữ thường, đứng sát dưới “Title”, được đọc là thân bài",
    "Phần sau của tiêu đề thì nối vào dòng “Title”; thân bài thì để một dòng trống ở trên nó.",
)
TEXT_BELOW_TITLE = Check(
    "DAU16",
    "warning",
    "dòng đứng sát dưới “Title” được đọc là thân bài",
    "Phần sau của tiêu đề thì nối vào dòng “Title”; thân bài thì để một dòng trống ở trên nó.",
)
TEXT_BELOW_SUMMARY = Check(
    "DAU17",
    "warning",
    "dòng đứng sát dưới “Summary” được đọc là sapo",
    "Thân bài thì để một dòng trống ở trên nó; sapo thì nối vào dòng “Summary”, hoặc thụt dòng "
    "này vào.",
)
HASH_LINE_IGNORED = Check(
    "DAU18",
    "warning",
    "dòng mở đầu bằng dấu # trong phần đầu bài bị bỏ qua",
    "Từ khóa (thẻ) thì viết vào dòng “Tags”, chữ của bài thì chuyển xuống thân bài, ghi chú thì "
    "xóa.",
)
CATEGORY_DOUBTFUL = Check(
    "DAU19",
    "warning",
    "không có chuyên mục này, chỉ có chuyên mục gần giống",
    "Gõ nhầm thì sửa theo gợi ý; chuyên mục mới thì nhờ người phụ trách kỹ thuật thêm vào danh "
    "sách chuyên mục.",
)
AUTHOR_DOUBTFUL = Check(
    "DAU20",
    "warning",
    "“Authors” có chỗ không phải tên một người viết",
    "Chỉ ghi tên người viết; tên người chụp ảnh ghi ở chú thích ảnh.",
)
KEY_UNUSED = Check(
    "DAU21",
    "warning",
    "khóa không có tác dụng ở loại tệp này",
    "“Tags” chỉ dùng ở bài viết, “Number” ở văn bản, “Until” ở thông báo…: bỏ dòng này, hoặc "
    "chuyển tệp sang thư mục đúng loại của nó.",
)
PIN_UNUSABLE = Check(
    "DAU22",
    "error",
    "“Pin” không phải một số từ 1 đến 7",
    "“Pin: 1” là tin đứng đầu trang nhất, số nhỏ đứng trước; không ghim nữa thì xóa dòng này.",
)
PIN_WITHOUT_PLACE = Check(
    "DAU23",
    "warning",
    "có “Pin_until” mà thiếu “Pin”",
    "Thêm dòng “Pin: 1” (từ 1 đến 7, số nhỏ đứng trước), hoặc xóa dòng “Pin_until”.",
)
LANGUAGE_UNKNOWN = Check(
    "DAU24",
    "error",
    "“Lang” không phải mã của một ngôn ngữ",
    "Viết mã hai chữ thường: “Lang: en” là tiếng Anh; trang tiếng Việt thì bỏ dòng này.",
)
DOCUMENT_INCOMPLETE = Check(
    "DAU25",
    "warning",
    "văn bản thiếu số/ký hiệu, cơ quan ban hành hoặc tệp",
    "Thêm dòng “Number: 42/2022/NĐ-CP”, “Issuer: Chính phủ” hoặc “File: ten-tep.pdf” ở đầu tệp; "
    "tệp đặt cạnh văn bản.",
)
NAMES_ALIKE = Check(
    "DAU26",
    "warning",
    "hai tên chuyên mục, từ khóa, tác giả, chuyên đề hoặc báo chỉ khác nhau ở dấu hay dấu cách",
    "Cùng một tên thì sửa cho giống hệt nhau, nếu không các bài nằm ở hai trang; hai tên khác nhau "
    "thì cứ để.",
)
SILENCE_UNUSABLE = Check(
    "DAU27",
    "warning",
    "mã ghi ở “Skip_checks” hay “bỏ qua” không phải mã của một cảnh báo",
    "Chép đúng mã trong ngoặc vuông ở cuối dòng cảnh báo; lỗi thì không bỏ qua được, phải sửa.",
)
WITHDRAWAL_INCOMPLETE = Check(
    "DAU28",
    "error",
    "bài đã gỡ mà không ghi ngày và lý do",
    "Thêm dòng “Withdrawn: 12/01/2024 09:00: lý do gỡ”; bài không gỡ nữa thì xóa dòng “Status”.",
)
WITHDRAWAL_WITHOUT_STATUS = Check(
    "DAU29",
    "warning",
    "có “Withdrawn” mà bài chưa gỡ",
    "Thêm dòng “Status: withdrawn” để gỡ bài, hoặc xóa dòng “Withdrawn”.",
)

# Dates
DATE_UNREADABLE = Check(
    "NGAY01",
    "error",
    "không đọc được ngày",
    "Viết ngày/tháng/năm, ví dụ 11/01/2024 hoặc 11/01/2024 15:30 (cũng được: 2024-01-11 15:30).",
)
DATE_IMPOSSIBLE = Check(
    "NGAY02",
    "error",
    "ngày giờ không có thật",
    "Sửa ngày, giờ cho đúng: 31/02/2024, 25:70 không có trên lịch, trên đồng hồ.",
)
DATE_WEEKDAY_WRONG = Check(
    "NGAY03",
    "error",
    "thứ ghi kèm không khớp với ngày",
    "Nhầm thứ hoặc nhầm ngày: sửa cho khớp, hoặc bỏ thứ đi.",
)
DATE_YEAR_DOUBTFUL = Check(
    "NGAY04",
    "error",
    "năm quá xa, hoặc viết hai chữ số có thể hiểu hai cách",
    "Viết năm đủ bốn chữ số, từ 1900 trở đi, ví dụ 11/01/2024.",
)
MODIFIED_BEFORE_DATE = Check(
    "NGAY05",
    "warning",
    "ngày sửa bài đứng trước ngày đăng",
    "Xem lại “Modified” và “Date”, thường là nhầm năm hoặc đảo ngày với tháng; bài chưa sửa thì "
    "xóa dòng “Modified”.",
)

# Photos and captions
PHOTO_MISSING = Check(
    "ANH01",
    "error",
    "không tìm thấy ảnh",
    "Sai tên thì sửa theo tên máy gợi ý; quên chép ảnh thì đặt ảnh cạnh bài viết hoặc trong "
    "content/images/.",
)
PHOTO_UNNAMED = Check(
    "ANH02",
    "error",
    "ảnh không có tên tệp",
    "Ghi tên tệp ảnh vào trong ngoặc tròn: ![mô tả](ten-anh.jpg).",
)
PHOTO_ELSEWHERE = Check(
    "ANH03",
    "error",
    "ảnh nằm ở nơi khác",
    "Bản tin chỉ đăng ảnh của mình: tải ảnh về, đặt cạnh bài viết và ghi tên tệp.",
)
PHOTO_UNSHOWABLE = Check(
    "ANH04",
    "error",
    "trình duyệt không hiển thị được ảnh dạng này (TIFF, BMP, RAW…); hình vẽ SVG thì không đăng",
    "Mở ảnh bằng trình xem ảnh, lưu lại thành JPG (hình vẽ SVG thì thành PNG), rồi sửa tên trong "
    "bài.",
)
PHOTO_BROKEN = Check(
    "ANH05",
    "error",
    "tệp ảnh hỏng, bị cắt cụt, rỗng, hoặc không phải ảnh",
    "Thường là chép ảnh chưa xong: chép lại ảnh gốc; hoặc mở bằng trình xem ảnh rồi lưu lại thành "
    "JPG.",
)
PHOTO_UNREADABLE = Check(
    "ANH06",
    "error",
    "không đọc được ảnh",
    "Kiểm tra quyền đọc tệp, hoặc chép lại ảnh.",
)
PHOTO_TOO_LARGE = Check(
    "ANH07",
    "error",
    "ảnh có quá nhiều điểm ảnh",
    "Ảnh ghép, ảnh quét quá lớn (tối đa 120 triệu điểm ảnh, một số dạng ít hơn): thu nhỏ, cạnh "
    "dài không quá 6000 điểm ảnh, rồi lưu lại thành JPG thường.",
)
PHOTO_CHANGED = Check(
    "ANH08",
    "error",
    "ảnh bị thay đổi trong lúc xuất bản",
    "Chờ chép ảnh xong rồi xuất bản lại.",
)
PHOTO_MOVING = Check(
    "ANH09",
    "warning",
    "ảnh động chỉ được đăng khung hình đầu tiên",
    "Cần chuyển động thì đăng video; không thì lưu ảnh lại thành JPG.",
)
PHOTO_IN_TEXT = Check(
    "ANH10",
    "warning",
    "tên ảnh nằm lẫn trong chữ nên ảnh không hiện ra",
    "Đưa tên ảnh ra một dòng riêng, ngoài danh sách, trích dẫn hay bảng; hoặc xóa tên ấy đi.",
)
CAPTION_MISSING = Check(
    "ANH11",
    "warning",
    "ảnh không có chú thích và cũng không có mô tả",
    "Viết chú thích ở dòng ngay dưới ảnh.",
)
CAPTION_FROM_FILE = Check(
    "ANH12",
    "warning",
    "đã lấy chú thích hoặc tên người chụp ghi sẵn trong tệp ảnh",
    "Bạn chưa viết nên máy lấy từ tệp ảnh: đọc lại, đúng thì chép xuống dòng dưới ảnh, sai thì "
    "viết dòng khác (ảnh đại diện thì đưa ảnh vào thân bài).",
)
CAPTION_TOO_LONG = Check(
    "ANH13",
    "warning",
    "chú thích quá dài hoặc còn câu khác sau tên người chụp, có lẽ thân bài dính vào",
    "Để một dòng trống sau chú thích; nếu tất cả đúng là chú thích thì cứ để.",
)
CAPTION_SECOND_LINE = Check(
    "ANH14",
    "warning",
    "dòng thứ hai dưới ảnh cũng thành chú thích",
    "Thân bài thì để một dòng trống ở trên dòng ấy; chú thích thì nối vào cuối dòng trên.",
)
PHOTO_IS_LINE = Check(
    "ANH15",
    "error",
    "ảnh chỉ là một vệt: cạnh dài hơn 16.383 lần cạnh ngắn",
    "Chép lại ảnh gốc; đường kẻ trang trí thì bỏ đi.",
)
CREDIT_MISSING = Check(
    "ANH16",
    "warning",
    "ảnh không ghi tên người chụp hay nguồn ảnh",
    "Thêm “(Ảnh: Tên)” ở cuối chú thích; người viết chụp tất cả thì ghi “Bài và ảnh: Tên” ở cuối "
    "bài.",
)

# Films, sounds and other files
FILE_MISSING = Check(
    "TEP01",
    "error",
    "không tìm thấy tệp",
    "Sai tên thì sửa theo tên máy gợi ý; quên chép thì đặt tệp cạnh bài viết.",
)
FILE_AMBIGUOUS = Check(
    "TEP02",
    "error",
    "có nhiều ảnh, nhiều tệp cùng khớp tên này",
    "Ghi đúng từng chữ tên tệp muốn dùng, cả đuôi (.jpg, .png…), hoặc đổi tên để không còn trùng.",
)
FILE_OUTSIDE = Check(
    "TEP03",
    "error",
    "ảnh hoặc tệp nằm ngoài thư mục nội dung",
    "Chép ảnh hoặc tệp ấy vào thư mục nội dung, cạnh bài viết.",
)
FILE_UNPLAYABLE = Check(
    "TEP04",
    "error",
    "trình duyệt không phát được tệp này",
    "Chuyển video sang MP4 (H.264), âm thanh sang MP3, rồi sửa tên trong bài.",
)
FILE_UNREADABLE = Check(
    "TEP05",
    "error",
    "không mở được, không đọc được tệp hoặc thư mục",
    "Kiểm tra quyền đọc tệp và ổ đĩa.",
)
FILE_NOT_UNICODE = Check(
    "TEP06",
    "error",
    "tệp không phải chữ Unicode (UTF-8)",
    "Mở tệp, chọn Save As (Lưu thành), ở ô Encoding chọn UTF-8 rồi lưu lại; bài gõ bằng phông "
    "TCVN3 hay VNI thì chuyển mã trước.",
)
FILE_UNREAD = Check(
    "TEP07",
    "error",
    "tệp .docx, .txt… không được đọc, nên bài này sẽ không lên trang",
    "Để nhầm tệp Word vào thư mục bài thì dán nội dung sang một tệp .md; sai tên (“index.md.txt”) "
    "thì đổi tên theo gợi ý.",
)
ARTICLE_TWICE = Check(
    "TEP08",
    "error",
    "hai bài giống nhau",
    "Một tệp chép y nguyên tệp kia (“index - Copy.md”): xóa một bản, hoặc đưa ra khỏi thư mục nội "
    "dung.",
)
FILE_NAME_TWICE = Check(
    "TEP09",
    "error",
    "có hai tệp cùng tên, chỉ khác ở cách lưu dấu tiếng Việt hoặc ở ký tự ẩn",
    "Chép qua máy lưu dấu kiểu khác thì có thêm tệp như vậy: mở cả hai xem tệp nào đúng, rồi xóa "
    "tệp kia.",
)
FILE_NAME_NOT_UNICODE = Check(
    "TEP10",
    "error",
    "tên tệp hoặc thư mục không phải chữ Unicode",
    "Thường là do giải nén tệp zip đời cũ: đổi tên, rồi sửa lại những chỗ nhắc tới tên ấy.",
)
SYMLINK_DEAD = Check(
    "TEP11",
    "error",
    "liên kết tượng trưng dẫn tới nơi không có gì",
    "Ổ đĩa có bài gốc chưa gắn thì gắn lại, hoặc hỏi người phụ trách máy; không còn cần thì xóa "
    "liên kết.",
)
FILM_NOT_EVERYWHERE = Check(
    "TEP12",
    "warning",
    "video dạng MOV không xem được trên nhiều máy",
    "Chuyển video sang MP4 (H.264), rồi sửa tên trong bài.",
)
FILE_UNUSED = Check(
    "TEP13",
    "warning",
    "tệp này chưa dùng",
    "Ghi tên tệp trên một dòng riêng ở chỗ cần trong bài, hoặc đưa tệp ra khỏi thư mục.",
)
FILE_PERHAPS_ARTICLE = Check(
    "TEP14",
    "warning",
    "tệp .txt không được đọc; nếu là bài thì bài ấy sẽ không lên trang",
    "Là bài thì đổi tên thành .md; là ghi chú thì đưa ra khỏi thư mục bài.",
)
FILE_WITHOUT_EXTENSION = Check(
    "TEP15",
    "warning",
    "tệp không có đuôi không được đọc",
    "Quên “.md” ở cuối tên bài thì thêm vào; là ảnh hay tệp khác thì thêm đuôi của nó.",
)
ARTICLE_COPIED = Check(
    "TEP16",
    "warning",
    "một bài trông như bản sao của bài khác",
    "Bản sao thì xóa hoặc đưa ra khỏi thư mục nội dung; hai bài khác nhau thì đổi tên tệp.",
)
FILE_REFUSED = Check(
    "TEP17",
    "error",
    "tệp thuộc loại không đăng lên trang (HTML, SVG, JavaScript…)",
    "Lưu tệp thành PDF hoặc ảnh (PNG, JPEG), hay nén thành .zip, rồi sửa tên trong bài.",
)
FILE_NOT_ITS_TYPE = Check(
    "TEP18",
    "error",
    "nội dung tệp không đúng như đuôi của nó (một trang web mang tên “bao-cao.pdf”, tệp rỗng…)",
    "Mở tệp bằng phần mềm đã làm ra nó rồi lưu lại đúng loại; tải về dở dang thì tải lại.",
)
ARTICLE_TOO_LONG = Check(
    "TEP19",
    "error",
    "bài dài quá 2 MB chữ",
    "Thường là tệp khác mang đuôi .md; đúng là bài thì chia thành nhiều kỳ.",
)
ARTICLE_TOO_SLOW = Check(
    "TEP20",
    "error",
    "đọc bài quá lâu vẫn chưa xong",
    "Bỏ đoạn có hàng nghìn dấu ngoặc, dấu sao, thẻ HTML lặp lại.",
)
STATIC_ACTIVE = Check(
    "TEP21",
    "warning",
    "tệp tĩnh (STATIC_PATHS) thuộc loại mà trình duyệt có thể chạy mã trong đó (HTML, SVG có mã, "
    "JavaScript, tệp không đuôi…)",
    "Tệp của mình và cần đăng thì cứ để; không chắc thì đưa nó ra khỏi thư mục tệp tĩnh.",
)
PARAGRAPH_TOO_LONG = Check(
    "TEP22",
    "error",
    "một đoạn dài quá 30.000 ký tự, hoặc có quá 1.000 dấu như [ < * _ \\",
    "Chia thành nhiều đoạn; dán nhầm dữ liệu hay mã vào bài thì xóa đi.",
)
ARTICLE_TOO_DEEP = Check(
    "TEP23",
    "error",
    "thẻ HTML, danh sách hay trích dẫn lồng trong nhau quá nhiều tầng",
    "Bỏ bớt tầng: xóa các thẻ mở ra mà không đóng, các dấu “>” liền nhau.",
)
NOTE_TOO_OFTEN = Check(
    "TEP24",
    "error",
    "một lời chú thích có quá 200 dấu trỏ đến",
    "Xóa các dấu chú thích lặp lại.",
)

# Sources and authors
SOURCE_UNREADABLE = Check(
    "NGUON01",
    "error",
    "không đọc được nguồn ở “Source”",
    "Viết tên báo, ví dụ “Source: Báo Lào Cai điện tử”; nhiều báo thì viết thành danh sách.",
)
SOURCE_WITHOUT_OUTLET = Check(
    "NGUON02",
    "error",
    "có ghi nguồn nhưng không ghi tên báo nào",
    "Ghi đủ, ví dụ “Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử” ở cuối bài hay “Source: tên báo” "
    "ở đầu bài; không có nguồn thì xóa dòng ấy.",
)
SOURCE_NAME_TOO_LONG = Check(
    "NGUON03",
    "error",
    "nguồn có một tên quá dài",
    "Chỉ ghi người viết và tên báo, tách bằng dấu phẩy.",
)
SOURCE_LINK_WRONG = Check(
    "NGUON04",
    "error",
    "đường dẫn của nguồn không phải địa chỉ trang web",
    "Chép nguyên địa chỉ bài gốc từ trình duyệt, bắt đầu bằng https://.",
)
SOURCES_DIFFER = Check(
    "NGUON05",
    "error",
    "hai chỗ ghi nguồn khác nhau",
    "Giữ chỗ đúng và xóa chỗ kia.",
)
SOURCE_DETAILS_DIFFER = Check(
    "NGUON06",
    "warning",
    "đường dẫn hay ngày của nguồn ở đầu bài và ở cuối bài khác nhau; đã dùng cái ở đầu bài",
    "Giữ cái đúng và xóa cái kia.",
)
SOURCE_LINK_SURPLUS = Check(
    "NGUON07",
    "warning",
    "không giữ được một đường dẫn của nguồn",
    "Chỉ ghi một đường dẫn đến bài gốc.",
)
SOURCE_IS_PERSON = Check(
    "NGUON08",
    "warning",
    "nguồn trông như tên người, không phải tên báo",
    "Ghi thêm tên báo: “Nguồn: Thu Hà, Báo …”; nếu đó đúng là tên báo thì nhờ người quản trị thêm "
    "vào danh sách báo đã biết.",
)
SOURCE_LINE_UNREADABLE = Check(
    "NGUON09",
    "warning",
    "dòng cuối bài trông như dòng nguồn nhưng không đọc được",
    "Nếu là nguồn, chỉ ghi người viết và tên báo, ví dụ “Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện "
    "tử”.",
)
SOURCE_LINE_MISPLACED = Check(
    "NGUON10",
    "warning",
    "bài chưa có nguồn, nhưng một dòng giữa bài trông như ghi nguồn",
    "Nếu là nguồn của cả bài, đưa nó thành dòng riêng ở cuối bài, hoặc ghi “Source: tên báo” ở "
    "đầu bài.",
)
SOURCE_LINE_UNLABELLED = Check(
    "NGUON11",
    "warning",
    "bài chưa có nguồn, nhưng dòng cuối chỉ ghi tên báo, cơ quan",
    "Nếu đó là nguồn của bài, thêm “Nguồn: ” ở trước.",
)
SOURCE_LINE_WITH_NOTE = Check(
    "NGUON12",
    "warning",
    "dấu chú thích ở dòng nguồn không hiện trên trang",
    "Chuyển dấu ấy vào thân bài, hoặc xóa cả dấu lẫn lời chú thích.",
)
BYLINE_DOUBTFUL = Check(
    "NGUON13",
    "warning",
    "dòng cuối bài trông như tên người viết nhưng chưa chắc, vẫn để trong bài",
    "Nếu là người viết, ghi “Bài: Tên”; nếu không phải, thêm dấu chấm ở cuối dòng.",
)
BYLINES_DIFFER = Check(
    "NGUON14",
    "warning",
    "hai người viết khác nhau ở đầu bài và cuối bài; đã dùng tên ở đầu bài",
    "Giữ tên đúng: sửa “Authors”, hoặc xóa dòng cuối bài.",
)
REPRINT_INCOMPLETE = Check(
    "NGUON15",
    "warning",
    "bài đăng lại thiếu thời gian đăng lần đầu, hoặc thiếu đường dẫn đến bài gốc",
    "Thêm ở đầu bài “Source_date: 11/01/2024 15:30” và “Source_url: https://…”, hoặc ghi cả hai ở "
    "dòng nguồn cuối bài.",
)
REPRINT_TOO_SOON = Check(
    "NGUON16",
    "warning",
    "bài đăng lại lên trang chưa đầy một giờ sau bài gốc",
    "Hẹn giờ: sửa “Date” thành ít nhất một giờ sau giờ đăng của bài gốc.",
)
SOURCE_DEAD = Check(
    "NGUON17",
    "warning",
    "đường dẫn đến bài gốc không còn mở được",
    "Mở báo gốc tìm lại bài, chép địa chỉ mới vào “Source_url”; bài đã bị gỡ thì hỏi người phụ "
    "trách có nên giữ bài đăng lại không.",
)

# Corrections
CORRECTION_INCOMPLETE = Check(
    "DINH01",
    "error",
    "đính chính không có ngày hoặc không có nội dung",
    "Viết ngày rồi dấu hai chấm rồi nội dung: “Correction: 12/01/2024 09:00: Sửa số liệu …”.",
)

# The text
BODY_EMPTY = Check(
    "CHU01",
    "error",
    "bài không có nội dung",
    "Dán nội dung vào dưới phần đầu bài, cách một dòng.",
)
LETTERS_OF_OLD_FONT = Check(
    "CHU02",
    "error",
    "chữ theo bảng mã TCVN3 hoặc VNI",
    "Bài gõ bằng phông cũ (.VnTime, VNI-Times): chuyển mã sang Unicode bằng UniKey "
    "(Ctrl+Shift+F6), rồi dán đè lên.",
)
LETTERS_MISREAD = Check(
    "CHU03",
    "error",
    "chữ Unicode bị phần mềm đọc sai bảng mã",
    "Chép lại chữ từ bản gốc rồi dán đè lên; khi mở và khi lưu tệp .txt thì chọn Encoding là "
    "UTF-8.",
)
TITLE_REPEATED = Check(
    "CHU04",
    "warning",
    "dòng đầu thân bài nhắc lại tiêu đề, đã bỏ",
    "Xóa dòng này khỏi thân bài.",
)
PORTAL_LINES_DROPPED = Check(
    "CHU05",
    "warning",
    "đã bỏ những dòng của cổng thông tin, dính theo khi dán bài",
    "Xóa chỗ ấy khỏi tệp; nếu là nội dung bài thì viết thành câu trọn vẹn.",
)
PARAGRAPHS_DOUBTFUL = Check(
    "CHU06",
    "warning",
    "không rõ các dòng liền nhau này là một đoạn hay nhiều đoạn",
    "Thường là hai dòng dài liền nhau, không chấm câu: nhiều đoạn thì cách một dòng trống, một "
    "đoạn thì nối thành một dòng.",
)
TABLE_ROW_TOO_LONG = Check(
    "CHU07",
    "warning",
    "hàng của bảng có nhiều ô hơn đầu bảng; đã thêm cột không tên",
    "Thêm tên cột vào hàng đầu bảng, hoặc gộp bớt ô trong hàng ấy.",
)
NOTE_MARK_ALONE = Check(
    "CHU08",
    "warning",
    "dấu chú thích “[^2]” không có lời chú thích nào",
    "Thêm ở cuối bài một dòng “[^2]: lời chú thích”, hoặc xóa dấu ấy.",
)
NOTE_TEXT_ALONE = Check(
    "CHU09",
    "warning",
    "lời chú thích “[^2]” không ứng với dấu nào, được in như chữ thường",
    "Thêm dấu “[^2]” vào chỗ được chú thích.",
)

# Proofreading
WORD_DOUBLED = Check(
    "SOAT01",
    "warning",
    "một từ lặp hai lần",
    "Xóa một trong hai.",
)
SYLLABLE_UNKNOWN = Check(
    "SOAT02",
    "warning",
    "một âm tiết mà tiếng Việt không có",
    "Sửa lại chỗ gõ nhầm; từ riêng viết đúng như thế thì thêm “<!-- bỏ qua SOAT02 -->” vào "
    "cuối dòng.",
)
TONE_MISPLACED = Check(
    "SOAT03",
    "warning",
    "dấu thanh đặt sai chữ",
    "Sửa theo máy gợi ý: “đựơc” thành “được”, “tòan” thành “toàn”.",
)
TONES_MIXED = Check(
    "SOAT04",
    "warning",
    "một bài đặt dấu thanh theo hai kiểu",
    "Theo một kiểu trong cả bài: “hòa, khỏe, thủy” hoặc “hoà, khoẻ, thuỷ”.",
)
WORDS_GLUED = Check(
    "SOAT05",
    "warning",
    "hai từ dính nhau",
    "Thêm dấu cách ở chỗ máy nêu.",
)
NAME_SPELT_TWICE = Check(
    "SOAT06",
    "warning",
    "một tên viết hai cách",
    "Cùng một người, một nơi thì viết một cách; khác nhau thật thì để nguyên.",
)
SPACES_SURPLUS = Check(
    "SOAT07",
    "warning",
    "thừa dấu cách hay dấu câu",
    "Bỏ dấu thừa.",
)
TEXT_DATE_WRONG = Check(
    "SOAT08",
    "warning",
    "thứ trong bài không khớp với ngày, hoặc ngày không có trên lịch",
    "Xem lại ở nguồn: nhầm thứ hay nhầm ngày thì sửa; ngày âm lịch thì viết thêm “âm lịch”.",
)
HEADING_FORM = Check(
    "SOAT09",
    "warning",
    "tiêu đề, tít phụ viết hoa toàn bộ, hoặc có dấu chấm ở cuối",
    "Gõ lại bằng chữ thường, chỉ hoa chữ đầu và tên riêng; bỏ dấu chấm.",
)
PAIR_UNCLOSED = Check(
    "SOAT10",
    "warning",
    "dấu ngoặc, dấu nháy, dấu ** mở mà không đóng, hoặc đóng mà không mở",
    "Thêm dấu còn thiếu, hoặc bỏ dấu thừa.",
)
WORD_LEFTOVER = Check(
    "SOAT11",
    "warning",
    "chữ do Word hoặc trang web để lại khi dán bài",
    "Xóa chỗ ấy; ký tự hỏng thì gõ lại chữ đúng theo bản gốc.",
)
LETTER_INVISIBLE = Check(
    "SOAT12",
    "warning",
    "ký tự ẩn nằm giữa một từ, nên tìm từ ấy trong tệp không thấy",
    "Xóa từ ấy rồi gõ lại; trang in ra đã bỏ ký tự ẩn.",
)
STANDFIRST_TWICE = Check(
    "SOAT13",
    "warning",
    "bài có hai sapo: một ở “Summary”, một ở đầu thân bài",
    "Giữ một: xóa dòng “Summary”, hoặc xóa đoạn đầu của thân bài.",
)

# Links
LINK_TO_NO_FILE = Check(
    "LKET01",
    "error",
    "liên kết không dẫn tới đâu",
    "Sai tên thì sửa theo tên máy gợi ý; không thì đặt tệp cạnh bài viết, hoặc viết đủ địa chỉ "
    "bắt đầu bằng https:// (trang ngoài) hay / (trang của bản tin).",
)
LINK_TO_NO_PAGE = Check(
    "LKET02",
    "error",
    "liên kết không dẫn tới trang nào của bản tin",
    "Bài kia đổi địa chỉ, hoặc gõ nhầm: sửa theo địa chỉ máy gợi ý, hoặc mở trang ấy rồi chép lại "
    "địa chỉ; trang không còn thì bỏ liên kết.",
)
LINK_TO_UNPUBLISHED = Check(
    "LKET03",
    "warning",
    "liên kết tới bài chưa đăng",
    "Liên kết sẽ dùng được khi bài kia lên trang; nếu chưa cần thì bỏ liên kết.",
)
LINK_MENDED = Check(
    "LKET04",
    "warning",
    "địa chỉ liên kết viết sai, hoặc thiếu “mailto:”, “tel:”; đã sửa",
    "Sửa trong bài theo địa chỉ máy ghi.",
)
LINK_TO_OWN_COMPUTER = Check(
    "LKET05",
    "warning",
    "liên kết dẫn tới tệp trong máy của người viết, đã bỏ",
    "Chép tệp ấy đặt cạnh bài viết rồi ghi tên tệp làm địa chỉ.",
)
LINK_UNUSABLE = Check(
    "LKET06",
    "warning",
    "địa chỉ liên kết không dùng được, đã bỏ",
    "Địa chỉ phải bắt đầu bằng https://, mailto: (thư) hoặc tel: (điện thoại).",
)
LINK_LABEL_UNUSED = Check(
    "LKET07",
    "warning",
    "không liên kết nào dùng dòng “[nhãn]: địa chỉ” này, nên nó không hiện trên trang",
    "Viết “[chữ hiện ra][nhãn]” ở chỗ cần liên kết, hoặc xóa dòng này.",
)
LINK_LABEL_TWICE = Check(
    "LKET08",
    "warning",
    "một nhãn có hai địa chỉ, chỉ dùng địa chỉ sau",
    "Đặt cho mỗi địa chỉ một nhãn riêng.",
)

# HTML from elsewhere
HTML_REMOVED = Check(
    "HTML01",
    "warning",
    "HTML không được phép, đã bỏ",
    "Bảng và đoạn văn dán từ Word vẫn hiện đủ chữ; muốn hết cảnh báo thì dán vào Notepad trước, "
    "rồi chép từ đó sang bài. Mã chạy thì xóa đi.",
)
HTML_MISPLACED = Check(
    "HTML02",
    "warning",
    "thẻ HTML hay chữ nằm sai chỗ, đã bỏ",
    "Đặt thẻ ấy đúng chỗ (ô trong hàng, hàng trong bảng), hoặc viết bằng Markdown.",
)
HTML_UNCLOSED = Check(
    "HTML03",
    "warning",
    "thẻ HTML mở ra mà không đóng, máy đã đóng",
    "Thêm thẻ đóng ở chỗ kết thúc, hoặc xóa thẻ ấy.",
)
HTML_UNKNOWN = Check(
    "HTML04",
    "warning",
    "chữ trong dấu < > không phải thẻ HTML nên được hiện như chữ",
    "Nếu đó là chữ thì cứ để, hoặc viết &lt; thay cho dấu <; nếu không thì xóa.",
)
HTML_ID_TWICE = Check(
    "HTML05",
    "warning",
    "hai chỗ trong bài mang cùng một mã (id), đã bỏ mã ở chỗ sau",
    "Đặt cho mỗi chỗ một mã riêng; liên kết “#…” dẫn đến chỗ đầu tiên.",
)
EMBED_REFUSED = Check(
    "HTML06",
    "warning",
    "khung nhúng <iframe> không được phép, đã bỏ",
    "Thay khung nhúng bằng một liên kết đến trang ấy; video YouTube, Vimeo, Facebook, TikTok thì "
    "dán địa chỉ trên một dòng riêng.",
)
EMBED_UNTITLED = Check(
    "HTML07",
    "warning",
    "khung nhúng <iframe> thiếu title",
    'Thêm title="…" nói khung nhúng ấy cho xem gì.',
)

# Pages and their addresses
ADDRESS_TAKEN = Check(
    "TRANG01",
    "error",
    "địa chỉ đã có bài hoặc trang khác dùng",
    "Hai bài cùng tháng trùng tên: đổi tiêu đề, hoặc thêm dòng “Slug: ten-khac”; một bài chép hai "
    "lần thì xóa bớt một tệp.",
)
ADDRESS_TAKEN_BY_FILE = Check(
    "TRANG02",
    "error",
    "tệp tĩnh chiếm địa chỉ mà bản tin đã có trang, ảnh hoặc thư mục",
    "Đổi tên tệp ấy; nó nằm trong một thư mục tệp tĩnh, thường là “extra”.",
)
ARTICLES_MISSING = Check(
    "TRANG03",
    "error",
    "thư mục nội dung không có bài nào",
    "Kiểm tra đường dẫn tới thư mục nội dung, và ổ đĩa chứa nó.",
)
PUBLISHER_INCOMPLETE = Check(
    "TRANG04",
    "warning",
    "chưa khai cơ quan chủ quản, giấy phép, địa chỉ… của trang",
    "Nhờ người phụ trách kỹ thuật điền vào pelicanconf.py.",
)
NUMBERS_UNUSABLE = Check(
    "TRANG05",
    "warning",
    "trang dựng ra không có số liệu truy cập sẵn",
    "Bài vẫn đăng được; nhờ người phụ trách kỹ thuật lấy lại số liệu.",
)
INTRODUCED_EMPTY = Check(
    "TRANG06",
    "warning",
    "chưa có bài nào thuộc chuyên đề, hoặc của tác giả, mà trang này giới thiệu",
    "Sửa tên ở trang giới thiệu cho giống hệt tên ghi ở các bài, hoặc ghi tên ấy vào các bài.",
)
INTRODUCED_TWICE = Check(
    "TRANG07",
    "warning",
    "một chuyên đề, hoặc một tác giả, có hai trang giới thiệu; chỉ trang đầu hiện ra",
    "Gộp hai trang làm một, hoặc sửa tên ở “Series”, “Authors”.",
)
INTRODUCED_MANY = Check(
    "TRANG08",
    "warning",
    "một trang tĩnh ghi nhiều tên ở “Series”, “Authors”; chỉ giới thiệu được tên đầu",
    "Để lại một tên; mỗi chuyên đề, mỗi tác giả khác viết một trang riêng.",
)
ENGLISH_CONTACT_MISSING = Check(
    "TRANG09",
    "warning",
    "chưa có trang liên hệ bằng tiếng Anh",
    "Viết một trang tĩnh có dòng “Lang: en”: địa chỉ, điện thoại, thư điện tử bằng tiếng Anh.",
)
BANNER_UNUSABLE = Check(
    "TRANG10",
    "warning",
    "không hiện được băng rôn của trang này ở đầu trang nhất",
    "Đặt ảnh cạnh tệp của trang tĩnh (hoặc trong content/images), ghi đúng tên ảnh ở “Banner”.",
)
BANNER_TWICE = Check(
    "TRANG11",
    "warning",
    "hai trang cùng có băng rôn; chỉ một băng rôn hiện ra",
    "Xóa dòng “Banner” ở trang không cần nữa, hoặc ghi “Banner_until: 15/01/2024” để nó tự hết.",
)

# Old addresses that lead to new ones
OLD_ADDRESS_UNUSABLE = Check(
    "DOI01",
    "error",
    "địa chỉ cũ (ở “Aliases”, hoặc cột đầu của chuyen-huong.csv) không dùng được",
    "Chỉ ghi phần sau tên miền như trình duyệt hiện: “/tin-tuc/123.html”, “/index.php?id=5”; nhiều "
    "địa chỉ thì tách bằng dấu phẩy.",
)
OLD_ADDRESS_IN_USE = Check(
    "DOI02",
    "error",
    "địa chỉ cũ là địa chỉ của một trang, một tệp đang có",
    "Mở địa chỉ ấy trên bản tin: trang đang có vẫn cần thì xóa địa chỉ cũ này; không thì đổi địa "
    "chỉ của trang ấy.",
)
OLD_ADDRESS_TWICE = Check(
    "DOI03",
    "error",
    "hai chỗ cùng ghi một địa chỉ cũ",
    "Giữ chỗ đúng, xóa ở chỗ kia. Chữ hoa, chữ thường là một địa chỉ.",
)
REDIRECT_UNREADABLE = Check(
    "DOI04",
    "error",
    "dòng trong tệp chuyển hướng không có đúng hai cột",
    "Mỗi dòng: địa chỉ cũ, dấu chấm phẩy, địa chỉ mới.",
)
TARGET_UNUSABLE = Check(
    "DOI05",
    "error",
    "địa chỉ mới trong tệp chuyển hướng không dùng được",
    "Ghi địa chỉ một trang của bản tin (“/2024/01/cho-phien/”), tệp của bài "
    "(“articles/2024/01/cho-phien/index.md”), hoặc địa chỉ trang khác bắt đầu bằng https://.",
)
TARGET_MISSING = Check(
    "DOI06",
    "error",
    "địa chỉ mới không dẫn tới trang nào của bản tin",
    "Trang ấy đổi địa chỉ hoặc đã xóa: mở trang cần dẫn tới rồi chép lại địa chỉ, hoặc xóa dòng "
    "ấy.",
)
REDIRECT_CHAIN = Check(
    "DOI07",
    "error",
    "địa chỉ mới lại là một địa chỉ cũ, nên bạn đọc bị dẫn vòng",
    "Ghi thẳng địa chỉ cuối cùng, nơi có trang.",
)
TARGET_UNPUBLISHED = Check(
    "DOI08",
    "warning",
    "địa chỉ mới là một bài chưa đăng",
    "Địa chỉ cũ sẽ dẫn tới bài khi bài lên trang; nếu bài không đăng nữa thì xóa dòng ấy.",
)

# Import from Word
IMPORT_BROKEN = Check(
    "WORD01",
    "error",
    "tệp hỏng, hoặc không phải tệp Word",
    "Mở tệp bằng Word rồi lưu lại thành .docx (File, Save As); Word không mở được, hoặc tệp nén "
    "không giải nén được, thì xin lại tệp.",
)
IMPORT_LOCKED = Check(
    "WORD02",
    "error",
    "tệp có mật khẩu",
    "Mở bằng Word, bỏ mật khẩu (File, Info, Protect Document), lưu lại rồi nhập; tệp nén thì "
    "giải nén ra một thư mục rồi nhập thư mục ấy.",
)
IMPORT_KIND = Check(
    "WORD03",
    "error",
    "tệp không thuộc loại nhập được",
    "Mở tệp bằng Word rồi lưu lại thành .docx (File, Save As, kiểu “Word Document”).",
)
IMPORT_TOO_LARGE = Check(
    "WORD04",
    "error",
    "tệp quá lớn, hoặc giải nén ra quá lớn",
    "Chép chữ và ảnh sang một tệp Word mới, không quá 200 MB.",
)
IMPORT_UNSAFE = Check(
    "WORD05",
    "error",
    "tệp có thứ nguy hiểm mà Word và máy nén không bao giờ ghi (DOCTYPE, đường dẫn ra ngoài)",
    "Đừng mở tệp này; xin lại bài ở nơi gửi, hoặc chép chữ sang một tệp Word mới.",
)
IMPORT_STOPPED = Check(
    "WORD06",
    "error",
    "nhập quá lâu, hoặc hết bộ nhớ, nên đã dừng",
    "Chia bài làm hai tệp, hoặc chép chữ và ảnh sang một tệp Word mới rồi nhập lại.",
)
IMPORT_EXISTS = Check(
    "WORD07",
    "error",
    "đã có bài ở thư mục ấy; không ghi đè",
    "Xem chỗ khác nhau máy in ra; muốn giữ cả hai thì thêm “--to ten-khac” hoặc “--number”.",
)
IMPORT_LOST = Check(
    "WORD08",
    "warning",
    "chữ của tệp Word không có trong bài",
    "Chép những chữ máy in ra vào bài, đúng chỗ của chúng.",
)
IMPORT_PICTURE = Check(
    "WORD09",
    "warning",
    "ảnh của tệp Word không lấy được",
    "Lưu ảnh ấy thành JPG hoặc PNG, đặt cạnh bài, ghi tên ảnh trên một dòng ở chỗ của nó.",
)
IMPORT_DRAWING = Check(
    "WORD10",
    "warning",
    "biểu đồ, sơ đồ, chữ nghệ thuật, công thức hay tệp nhúng không lấy được như trong Word",
    "Chụp màn hình thành ảnh PNG, đặt cạnh bài; tệp nhúng thì lưu ra rồi đặt cạnh bài.",
)
IMPORT_LEFT_OUT = Check(
    "WORD11",
    "warning",
    "phần không thuộc thân bài, không nhập",
    "Đọc lại chữ máy in ra; cần chữ nào thì chép vào bài.",
)
IMPORT_GAP = Check(
    "WORD12",
    "warning",
    "bài còn thiếu tiêu đề, chuyên mục hoặc người viết",
    "Điền vào phần đầu bài trong tệp index.md.",
)
IMPORT_ENCLOSED = Check(
    "WORD13",
    "warning",
    "ảnh gửi kèm mà chữ không nhắc tới, tạm đặt sau đoạn đầu",
    "Chuyển dòng tên ảnh tới đúng chỗ của nó, ghi chú thích ở dòng ngay dưới.",
)
IMPORT_UNUSED = Check(
    "WORD14",
    "warning",
    "tệp gửi kèm không vào bài nào",
    "Cần tệp nào thì chép vào thư mục của bài rồi ghi tên tệp trên một dòng.",
)
IMPORT_CAPTION = Check(
    "WORD15",
    "warning",
    "dòng ngắn cạnh ảnh: chú thích, hay câu của bài?",
    "Là chú thích thì để nó ngay dưới dòng tên ảnh, không có dòng trống ở giữa; là câu của bài thì "
    "để một dòng trống phía trên nó.",
)
IMPORT_LETTERS = Check(
    "WORD16",
    "warning",
    "chữ của bảng mã cũ mà tệp không ghi phông, đã đoán bảng mã theo chữ",
    "Đọc lại các đoạn ấy trong bài; sai thì mở tệp bằng Word, chọn đúng phông cũ rồi nhập lại.",
)
IMPORT_HEADLINE = Check(
    "WORD17",
    "warning",
    "dòng sát tiêu đề, đang ở đầu thân bài: tiêu đề, hay không thuộc bài?",
    "Dòng ấy mới là tiêu đề, hay là một phần của tiêu đề, thì chuyển nó vào dòng “Title”; không "
    "thuộc bài thì xóa khỏi thân bài.",
)

# The machine, settings, the theme
PHOTO_UNWRITTEN = Check(
    "MAY01",
    "error",
    "không ghi được ảnh đã thu nhỏ",
    "Đầy đĩa hoặc không có quyền ghi: dọn đĩa, hỏi người phụ trách máy.",
)
PHOTO_STOPPED = Check(
    "MAY02",
    "error",
    "việc thu nhỏ ảnh bị dừng giữa chừng, có thể vì máy hết bộ nhớ",
    "Đóng bớt chương trình rồi xuất bản lại; các ảnh đã xong không phải làm lại.",
)
BUILD_STOPPED = Check(
    "MAY03",
    "error",
    "chương trình dựng trang dừng đột ngột, hoặc không dựng được trang",
    "Làm theo lời máy ghi rồi thử lần nữa; nếu vẫn vậy, xem máy còn bộ nhớ và chỗ trống không.",
)
PROGRAM_FAULT = Check(
    "MAY04",
    "error",
    "chương trình gặp sự cố",
    "Gửi tệp ấy và cả dòng báo lỗi cho người phụ trách kỹ thuật.",
)
SETTINGS_WRONG = Check(
    "MAY05",
    "error",
    "thiết lập sai",
    "Sửa dòng ấy trong pelicanconf.py hoặc publishconf.py.",
)
PYTHON_WRONG = Check(
    "MAY06",
    "error",
    "mã Python sai cú pháp",
    "Sửa tệp ấy, lưu lại, rồi dựng lại trang.",
)
TEMPLATE_WRONG = Check(
    "MAY07",
    "error",
    "mẫu giao diện sai",
    "Sửa tệp ấy, lưu lại, rồi dựng lại trang.",
)
TEMPLATE_MISSING = Check(
    "MAY08",
    "error",
    "không có mẫu giao diện",
    "Chép lại mẫu ấy vào thư mục giao diện, hoặc sửa chỗ gọi nó.",
)
STRINGS_WRONG = Check(
    "MAY09",
    "error",
    "tệp của giao diện sai cú pháp TOML",
    "Sửa tệp ấy, lưu lại, rồi dựng lại trang.",
)
SETTING_IDLE = Check(
    "MAY10",
    "warning",
    "thiết lập của Pelican không có tác dụng ở bản tin này",
    "Xóa dòng ấy; docs/settings.md nói cái gì thay cho nó.",
)
SETTING_MISSPELT = Check(
    "MAY11",
    "warning",
    "tên thiết lập gõ sai",
    "Sửa theo tên gần nhất mà máy nhắc.",
)
PLUGIN_NEEDLESS = Check(
    "MAY12",
    "warning",
    "plugin làm việc mà bản tin đã tự làm, nên không được chạy",
    "Xóa tên ấy khỏi PLUGINS.",
)
PLUGIN_UNHEARD = Check(
    "MAY13",
    "warning",
    "plugin chờ tín hiệu mà bản tin không phát",
    "Phần ấy của plugin không chạy: xem docs/from-pelican.md, hoặc xóa tên nó khỏi PLUGINS.",
)
PAGES_WITHDRAWN = Check(
    "MAY14",
    "error",
    "bản dựng sẽ gỡ những trang mà không ai định gỡ: bài đã đăng bỗng thành bài hẹn giờ, hoặc mất "
    "hơn một phần mười số trang",
    "Xem lại ngày giờ của máy, thư mục nội dung và thiết lập; đúng là muốn gỡ thì chạy lại với "
    "--allow-withdrawal.",
)

CHECKS: tuple[Check, ...] = tuple(each for each in globals().values() if isinstance(each, Check))
"""All of them, in the order of this file."""

BY_CODE: dict[str, Check] = {check.code: check for check in CHECKS}
