package vn.songhanh.sample;

import java.util.List;
import java.util.Map;
import vn.songhanh.sales.competitor.Competitor;
import vn.songhanh.sales.competitor.PriceLevel;

/** The names of the sample company's world. */
final class Words {

    static final List<String> FAMILIES = List.of(
            "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Phạm", "Hoàng",
            "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Mai", "Trịnh");
    static final List<String> WOMEN = List.of(
            "Thị Thanh An",
            "Ngọc Ánh",
            "Thị Bích",
            "Minh Châu",
            "Thùy Dung",
            "Hương Giang",
            "Thu Hà",
            "Mỹ Hạnh",
            "Thị Hoa",
            "Lan Hương",
            "Ngọc Lan",
            "Thùy Linh",
            "Phương Mai",
            "Thanh Nga",
            "Hồng Nhung",
            "Kim Oanh",
            "Minh Phương",
            "Như Quỳnh",
            "Thanh Tâm",
            "Phương Thảo",
            "Thu Thủy",
            "Thủy Tiên",
            "Thu Trang",
            "Tú Uyên",
            "Cẩm Vân",
            "Tường Vy",
            "Hải Yến",
            "Diệu Ý");
    static final List<String> MEN = List.of(
            "Tuấn Anh",
            "Văn An",
            "Quốc Bảo",
            "Thanh Bình",
            "Mạnh Cường",
            "Tiến Dũng",
            "Đình Đạt",
            "Minh Đức",
            "Trường Giang",
            "Quang Hải",
            "Trung Hiếu",
            "Việt Hùng",
            "Gia Huy",
            "Đăng Khoa",
            "Hoàng Long",
            "Công Minh",
            "Hoài Nam",
            "Hữu Phúc",
            "Minh Quân",
            "Ngọc Sơn",
            "Đức Thắng",
            "Quang Thiện",
            "Minh Trí",
            "Thành Trung",
            "Anh Tú",
            "Xuân Vinh",
            "Quốc Việt",
            "Hải Vương");
    static final List<String> JOBS = List.of(
            "Giám đốc",
            "Phó giám đốc",
            "Trưởng phòng hành chính",
            "Trưởng phòng mua hàng",
            "Kế toán trưởng",
            "Chuyên viên nhân sự",
            "Trợ lý giám đốc",
            "Quản lý cửa hàng",
            "Bếp trưởng",
            "Nhân viên mua hàng");

    /** Name, industry, province. */
    record Firm(String name, String industry, String province) {}

    static final List<Firm> FIRMS = List.of(
            new Firm("Công ty CP May Thành Nam", "Dệt may", "Ninh Bình"),
            new Firm("Công ty TNHH Nội thất Gỗ Việt Xưa", "Nội thất", "Bắc Ninh"),
            new Firm("Công ty CP Phần mềm Sao Khuê", "Công nghệ", "Hà Nội"),
            new Firm("Khách sạn Hoa Ban", "Khách sạn", "Lào Cai"),
            new Firm("Chuỗi cửa hàng Mẹ Và Con", "Bán lẻ", "Hà Nội"),
            new Firm("Công ty TNHH Logistics Biển Đông", "Vận tải", "Hải Phòng"),
            new Firm("Công ty CP Xây dựng Trường Sơn 9", "Xây dựng", "Nghệ An"),
            new Firm("Nhà hàng Sen Hồ Tây", "Nhà hàng", "Hà Nội"),
            new Firm("Công ty TNHH Dược phẩm An Tâm", "Dược phẩm", "Hưng Yên"),
            new Firm("Trường Liên cấp Ban Mai", "Giáo dục", "Hà Nội"),
            new Firm("Công ty CP Thủy sản Cửa Việt", "Thủy sản", "Quảng Trị"),
            new Firm("Công ty TNHH In ấn Bách Khoa", "In ấn", "Hà Nội"),
            new Firm("Resort Cát Vàng", "Khách sạn", "Đà Nẵng"),
            new Firm("Công ty CP Cơ khí Hòa Phú", "Cơ khí", "Đà Nẵng"),
            new Firm("Công ty TNHH Du lịch Sông Hàn", "Du lịch", "Đà Nẵng"),
            new Firm("Siêu thị Hương Giang", "Bán lẻ", "Huế"),
            new Firm("Công ty CP Nông sản Tây Nguyên Xanh", "Nông sản", "Đắk Lắk"),
            new Firm("Công ty TNHH Hoa Đà Lạt Mới", "Nông sản", "Lâm Đồng"),
            new Firm("Công ty CP Bất động sản Phú Khang", "Bất động sản", "Hồ Chí Minh"),
            new Firm("Công ty TNHH Truyền thông Cá Chép", "Truyền thông", "Hồ Chí Minh"),
            new Firm("Bệnh viện Đa khoa Tâm Phúc", "Y tế", "Hồ Chí Minh"),
            new Firm("Công ty CP Công nghệ Bến Nghé", "Công nghệ", "Hồ Chí Minh"),
            new Firm("Chuỗi phòng gym Khỏe 24", "Thể thao", "Hồ Chí Minh"),
            new Firm("Công ty TNHH Thời trang Mộc Lan", "Thời trang", "Hồ Chí Minh"),
            new Firm("Nhà hàng Cơm Niêu Sài Thành", "Nhà hàng", "Hồ Chí Minh"),
            new Firm("Công ty CP Bao bì Tân Uyên", "Bao bì", "Hồ Chí Minh"),
            new Firm("Công ty TNHH Điện tử Minh Tân", "Điện tử", "Đồng Nai"),
            new Firm("Công ty CP Gốm Biên Hòa", "Gốm sứ", "Đồng Nai"),
            new Firm("Công ty TNHH Vận tải Long Hải", "Vận tải", "Hồ Chí Minh"),
            new Firm("Trung tâm Anh ngữ Hải Âu", "Giáo dục", "Hồ Chí Minh"),
            new Firm("Công ty CP Gạo Đồng Tháp Mười", "Nông sản", "Đồng Tháp"),
            new Firm("Công ty TNHH Trái cây Cái Bè", "Nông sản", "Đồng Tháp"),
            new Firm("Khách sạn Ninh Kiều Xanh", "Khách sạn", "Cần Thơ"),
            new Firm("Công ty CP Dừa Xứ Bến", "Thực phẩm", "Vĩnh Long"),
            new Firm("Công ty TNHH Tôm Đất Mũi", "Thủy sản", "Cà Mau"),
            new Firm("Hợp tác xã Chè Tân Cương", "Nông sản", "Thái Nguyên"),
            new Firm("Công ty CP Than Khe Sim", "Khai khoáng", "Quảng Ninh"),
            new Firm("Du thuyền Bái Tử Long", "Du lịch", "Quảng Ninh"),
            new Firm("Công ty TNHH Giày Sao Mai", "Da giày", "Thanh Hóa"),
            new Firm("Công ty CP Yến sào Vạn Ninh", "Thực phẩm", "Khánh Hòa"));

    static final List<Competitor.Details> COMPETITORS = List.of(
            new Competitor.Details(
                    "Cà Phê Ba Miền",
                    "https://capheba-mien.example",
                    PriceLevel.CHEAPER,
                    "Giá hạt thấp, cho mượn máy không đặt cọc",
                    "Máy cũ, hỏng phải chờ 3 ngày; không xuất hoá đơn theo từng chi nhánh",
                    "Đổi máy trong 4 giờ làm việc, một hoá đơn cho mọi chi nhánh",
                    Map.of()),
            new Competitor.Details(
                    "Pantry Xanh",
                    "https://pantryxanh.example",
                    PriceLevel.DEARER,
                    "Trọn gói cả trái cây, bánh và người phục vụ",
                    "Chỉ có ở TP. Hồ Chí Minh, hợp đồng ít nhất 12 tháng",
                    "Dùng thử 2 tuần, dừng lúc nào cũng được; phục vụ cả Hà Nội và Đà Nẵng",
                    Map.of()),
            new Competitor.Details(
                    "Máy Pha Sài Gòn",
                    null,
                    PriceLevel.SAME,
                    "Bán đứt máy, trả góp 0%",
                    "Không cung ứng hạt, bảo trì tính tiền từng lần",
                    "Tính tổng chi phí 3 năm: máy, hạt và bảo trì trong một giá",
                    Map.of()));

    /** Product and the least and greatest amount of a deal with it, in million đồng. */
    record Offer(String name, int from, int to) {}

    static final List<Offer> OFFERS = List.of(
            new Offer("Cà phê văn phòng", 18, 90),
            new Offer("Máy pha và hạt rang", 45, 160),
            new Offer("Quà Tết doanh nghiệp", 60, 380),
            new Offer("Tiệc trà hội nghị", 15, 70),
            new Offer("Cung ứng cà phê cho chuỗi", 120, 420),
            new Offer("Quầy pantry trọn gói", 80, 260));

    /** Channel, medium and campaign, as often as they bring somebody. */
    record Origin(String channel, String medium, String campaign) {}

    static final List<Origin> ORIGINS = List.of(
            new Origin("WEB", "demo", "dung-thu-may-pha"),
            new Origin("WEB", "demo", "dung-thu-may-pha"),
            new Origin("WEB", "ebook", "cam-nang-pantry"),
            new Origin("WEB", "ebook", "cam-nang-pantry"),
            new Origin("WEB", "organic", "blog-ca-phe"),
            new Origin("FACEBOOK", "lead-ads", "qua-tet-2027"),
            new Origin("FACEBOOK", "lead-ads", "qua-tet-2027"),
            new Origin("ZALO", "oa", "uu-dai-thang"),
            new Origin("EVENT", "webinar", "hoi-thao-van-phong-hanh-phuc"),
            new Origin("EVENT", "webinar", "hoi-thao-van-phong-hanh-phuc"),
            new Origin("EVENT", "trade-show", "trien-lam-horeca"),
            new Origin("REFERRAL", "customer", "khach-gioi-thieu"));

    static final List<String> CALLS = List.of(
            "Gọi giới thiệu, hẹn gửi báo giá",
            "Hỏi số người dùng và lịch giao hàng",
            "Chưa nghe máy, sẽ gọi lại",
            "Anh chị quan tâm gói thử một tháng",
            "Xác nhận lịch nếm thử tại văn phòng");
    static final List<String> MAILS = List.of(
            "Đã gửi hồ sơ năng lực và bảng giá",
            "Gửi hợp đồng mẫu",
            "Gửi lại báo giá có chiết khấu theo số lượng",
            "Cảm ơn và gửi ảnh buổi nếm thử");
    static final List<String> VISITS =
            List.of("Nếm thử tại văn phòng khách", "Khảo sát vị trí đặt máy", "Gặp phòng mua hàng, chốt số lượng");
    static final List<String> STEPS = List.of(
            "Gửi báo giá", "Gọi lại sau khi sếp duyệt", "Hẹn nếm thử", "Gửi hợp đồng", "Chốt ngày giao đầu tiên");

    private Words() {}
}
