from wagtail_kehoach.sharing.texts import message, shortened


def test_a_message_has_title_lead_and_address_on_lines_of_their_own():
    said = message("Cô Lan", "Cô dạy chữ.", "https://truong.example/lan/", limit=300)

    assert said == "Cô Lan\n\nCô dạy chữ.\n\nhttps://truong.example/lan/"


def test_a_long_lead_is_cut_between_words_and_the_limit_is_kept():
    lead = "Cô dạy chữ cho cả xóm. " * 20

    said = message("Cô Lan", lead, "https://truong.example/lan/", limit=120)

    assert len(said) <= 120
    assert said.startswith("Cô Lan\n\nCô dạy chữ cho cả xóm.")
    assert "…\n\nhttps://truong.example/lan/" in said
    assert said.partition("…")[0].split()[-1] in lead.split()


def test_title_and_address_stay_whole_where_nothing_else_fits():
    title, address = "Rất dài " * 30, "https://truong.example/lan/"

    assert message(title, "Cô dạy chữ.", address, limit=120) == f"{title}\n\n{address}"


def test_a_word_that_just_fits_is_kept():
    assert shortened("một hai ba", 8) == "một hai…"
    assert shortened("một hai ba", 10) == "một hai ba"
    assert shortened("mộthaiba", 4) == ""


def test_a_label_is_always_whole_and_counts():
    address, label = "https://truong.example/lan/", "Ảnh tạo bằng AI"

    said = message("Cô Lan", "Cô dạy chữ. " * 30, address, limit=120, label=label)

    assert said.endswith(f"\n\n{label}\n\n{address}")
    assert len(said) <= 120
