# ruff: noqa: C901
"""Check the demo data: pictures, themes, dates, weekdays, NFC, sentence length.

python check.py
"""

import datetime as dt
import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
THEMES = {
    "Đổi mới dạy và học",
    "Trường học an toàn, hạnh phúc",
    "Gương người tốt, việc tốt",
    "Chuyển đổi số trong nhà trường",
    "Hợp tác và thông tin đối ngoại",
    "Tuyển sinh và hướng nghiệp",
}
UNITS = {
    "Tổ Văn phòng",
    "Tổ Toán – Tin",
    "Tổ Ngữ văn",
    "Tổ Ngoại ngữ",
    "Tổ Khoa học tự nhiên",
    "Công đoàn",
    "Đoàn trường",
    "Liên đội",
    "Ban biên tập cổng thông tin",
    "Thư viện",
    "Y tế học đường",
    "Ban đại diện cha mẹ học sinh",
}
DAYS = ["Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"]
DATA = ("stories", "foreign", "plans", "spokespersons", "home")
DATE_KEYS = {"date", "starts_on", "ends_on", "due_on", "decision_date"}
CHOICES = {
    "subject_kind": {"individual", "collective"},
    "audience": {"staff", "teacher", "pupil", "class", "parent"},
    "content_group": {"official", "image", "world", "clarify"},
    "form": {
        "website",
        "culture",
        "sport",
        "excursion",
        "conference",
        "exchange",
        "contest",
    },
    "due_type": {"date", "month", "quarter", "term", "recurring", "relative", "none"},
    "role": {"head", "regular", "authorised"},
}
problems = []


def load(name):
    raw = (HERE / f"{name}.json").read_text(encoding="utf-8")
    if raw != unicodedata.normalize("NFC", raw):
        problems.append(f"{name}: not NFC")
    return json.loads(raw)


def walk(value, where):
    if isinstance(value, dict):
        for key, item in value.items():
            here = f"{where}.{key}"
            if key in DATE_KEYS and item is not None:
                dt.date.fromisoformat(item)
            if key in CHOICES and item not in CHOICES[key]:
                problems.append(f"{here}: {item}")
            if key == "picture" and not (HERE / "pictures" / item).exists():
                problems.append(f"{here}: no picture {item}")
            if key == "themes" and (not item or set(item) - THEMES):
                problems.append(f"{here}: {item}")
            if key == "theme" and item not in {*THEMES, None}:
                problems.append(f"{here}: {item}")
            if key in ("lead", "supporting") and ".tasks" in where:
                for unit in item.split("; ") if isinstance(item, str) else item:
                    if unit not in UNITS:
                        problems.append(f"{here}: {unit}")
            walk(item, here)
        if (
            value.get("starts_on")
            and value.get("ends_on")
            and value["starts_on"] > value["ends_on"]
        ):
            problems.append(f"{where}: ends before it starts")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            walk(item, f"{where}[{index}]")
    elif isinstance(value, str):
        found = re.findall(
            r"(thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật), ngày (\d+)/(\d+)/(\d{4})",
            value,
            re.I,
        )
        for day, d, m, y in found:
            real = dt.date(int(y), int(m), int(d)).weekday()
            name = "chủ nhật" if real == 6 else f"thứ {DAYS[real].lower()}"
            if day.lower() != name:
                problems.append(f"{where}: {day} {d}/{m}/{y} is {name}")
        if (
            ".bases" not in where
            and ".recipients" not in where
            and ".lead_in" not in where
        ):
            for sentence in re.split(r"(?<=[.?!…:;])[”]?\s", value):
                words = len(sentence.split())
                if words > 26:
                    problems.append(f"{where}: {words} words: {sentence}")
        if re.search(r"\bhuyện\b|Phòng GD|Phòng Giáo dục", value):
            problems.append(f"{where}: dissolved body")


def main():
    data = {name: load(name) for name in (*DATA, "word_plan")}
    walk(data, "")
    for name, wanted in (
        ("stories", 20),
        ("foreign", 12),
        ("plans", 2),
        ("spokespersons", 4),
    ):
        if len(data[name]) != wanted:
            problems.append(f"{name}: {len(data[name])} items, expected {wanted}")
    for name in ("stories", "foreign"):
        slugs = [item["slug"] for item in data[name]]
        if len(slugs) != len(set(slugs)):
            problems.append(f"{name}: a slug occurs twice")
        for item in data[name]:
            first = 2026 if item["date"] >= "2026-08-01" else 2025
            if (
                item["school_year"] != f"{first}-{first + 1}"
                or item["date"] > "2026-11-22"
            ):
                problems.append(f"{item['slug']}: date and school year")
            if not 4 <= len(item["body"]) <= 8:
                problems.append(f"{item['slug']}: {len(item['body'])} blocks")
            award = item.get("commendation")
            if award and award["date"] > item["date"]:
                problems.append(f"{item['slug']}: commended after the story")
            if item.get("ends_on", "") > item["date"]:
                problems.append(f"{item['slug']}: event after the item")
            for document in item.get("legal_documents", []):
                if document["date"] > item["starts_on"]:
                    problems.append(f"{item['slug']}: document later than the event")
    for picture in (HERE / "pictures").glob("*.webp"):
        if picture.stat().st_size > 120 * 1024:
            problems.append(f"{picture.name}: too large")
    print("\n".join(problems) or "ok")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
