"""What people do in plans: the verbs that end the name of who acts."""

from __future__ import annotations

import re

#: In small letters: "Tổ chức", "Quản lý" with a capital belong to the names of offices.
_ACTS = """
là|cân đối
có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì|tiến hành|phối hợp|phối kết hợp|tham mưu
gửi|gởi|nộp|tổ chức|triển khai|xây dựng|thực hiện|căn cứ|chủ động|cử|đăng ký|hoàn thành
hoàn thiện|báo cáo|lập|sẽ|phải|cần|làm đầu mối|làm|chuẩn bị|bố trí|phát động|hướng dẫn|theo dõi
cung cấp|tham gia|tuyên truyền|đề xuất|rà soát|tổng hợp|thông báo|phân công|giao|phổ biến
tiếp nhận|nhận|trực tiếp|trực|dự trù|chi|gọi điện|gọi|báo|treo|cập nhật|đăng|đưa tin|đưa
phát thanh|phát sóng|phát|viết|quay|chụp|dựng|mời|mở|tặng|trao|kiểm tra|giám sát|thẩm định
hỗ trợ|bảo đảm|đảm bảo|vận động|giới thiệu|lựa chọn|tuyển chọn|chọn|bình chọn|bình xét|xét
thay|xây|quản trị|sao lưu|quản lý|biên tập|biên soạn|soạn|duyệt|phê duyệt|ký|nhắc nhở|nhắc
tuần tra|ghi|sơn|in|cắm|đặt|rào|sơ kết|tổng kết|đánh giá|khen thưởng|thu|vẽ|thiết kế
trang trí|liên hệ|tập huấn|bồi dưỡng|dạy|đón|thường xuyên|trình|nắm|tìm|sưu tầm|chia sẻ
lồng ghép|giữ|tiếp tục|đôn đốc|chỉ đạo|ban hành|thành lập|kiện toàn|bám sát|nghiên cứu
quán triệt|sử dụng|xử lý|niêm yết|công khai|công bố|chấm|livestream|mua|thuê|dọn|vệ sinh
trồng|chăm sóc|thăm|hỏi|trả lời|phản hồi|giải đáp|tư vấn|khảo sát|thống kê|rút kinh nghiệm
đảm nhiệm|đảm nhận|kêu gọi|khuyến khích|huy động|tích cực|nghiêm túc
luyện tập|tập|biểu diễn|trình bày|thuyết minh|dẫn|điều hành|điều phối|kết nối|mang|chuyển
tải|nhập|gắn|dán|phân phát|phân tích|sắp xếp|lắp|sửa|kê|cho|tạo|góp|ủng hộ|đóng góp
phát hiện|ngăn chặn|xác minh|lưu|lưu trữ|bàn giao|tiếp|đối thoại|hợp đồng|đón tiếp
""".replace("\n", "|")
_WORDS = sorted(filter(None, _ACTS.split("|")), key=len, reverse=True)
#: The same letters within other words: "cơ quan báo chí", "đơn vị trực thuộc".
_OTHER = (
    r"(?!(?:trực (?:thuộc|tuyến)|phát (?:ngôn|triển)|báo (?:chí|đài)|chi (?:đoàn|đội|hội|bộ|nhánh)"
    r"|tập (?:thể|san|đoàn)|tổ chức (?:chính trị|đoàn|xã hội|đảng|công đoàn|hội|thành viên)"
    r"|thu (?:hút|nhập)|chi [uủ][ỷy]|cho (?:thuê|vay)|tiếp (?:thị|dân)|in ấn|mang tên)\b)"
)
ACT = rf"{_OTHER}(?:{'|'.join(map(re.escape, _WORDS))})"
