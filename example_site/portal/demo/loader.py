"""Builds the demo school from the files beside this module, the way people would.

Editors write and submit, the principal approves: nothing here goes around the approval.
"""

from __future__ import annotations

import os

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.text import slugify
from wagtail.models import Page, Site

from portal.models import HomePage
from wagtail_kehoach import wagtail_names
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.models import SchoolSettings, SigningAuthority, Theme, Unit
from wagtail_kehoach.setup import set_up

from . import glossary, languages, numbers, people, plans, posts, registry
from .files import picture, read

PASSWORD = "kehoach-demo"

ACCOUNTS = [
    ("bientap", "Trần Minh Quân", kehoach_settings.EDITORS_GROUP),
    ("hieutruong", "Nguyễn Văn Thành", kehoach_settings.PRINCIPALS_GROUP),
    ("phohieutruong", "Lê Thị Hồng Nhung", kehoach_settings.PRINCIPALS_GROUP),
    ("vanthu", "Đỗ Thị Bích Ngọc", kehoach_settings.CLERKS_GROUP),
    ("quantri", "Phạm Thu Hà", None),
]
THEMES = [
    "Đổi mới dạy và học",
    "Trường học an toàn, hạnh phúc",
    "Gương người tốt, việc tốt",
    "Chuyển đổi số trong nhà trường",
    "Hợp tác và thông tin đối ngoại",
    "Tuyển sinh và hướng nghiệp",
]
UNITS = [
    "Tổ Văn phòng", "Tổ Toán – Tin", "Tổ Ngữ văn", "Tổ Ngoại ngữ",
    "Tổ Khoa học tự nhiên", "Công đoàn", "Đoàn trường", "Liên đội",
    "Ban biên tập cổng thông tin", "Thư viện", "Y tế học đường",
    "Ban đại diện cha mẹ học sinh",
]  # fmt: skip


def is_loaded() -> bool:
    """Whether the demo school stands in this database."""
    return HomePage.objects.exists()


def load() -> None:
    """Load everything. Call inside a transaction, in Vietnamese."""
    home_data = read("home.json")
    site = make_site(home_data)
    set_up(site)
    wagtail_names.rename()
    drop_groups_of_wagtail()
    users = make_accounts()
    make_registers()
    tasks = plans.load(users, read("word_plan.json"), read("plans.json"))
    posts.load(users, read("stories.json"), read("foreign.json"), tasks)
    people.load(users, read("spokespersons.json"))
    registry.load(users["bientap"])
    glossary.load()
    numbers.load(users)
    finish_home(site, home_data)
    plans.leave_waiting(users)
    languages.load(site)


def make_site(data: dict) -> Site:
    """The home page in place of Wagtail's welcome page, and the school's details."""
    root = Page.get_first_root_node()
    home = HomePage(
        title=data["school_name"],
        slug="truong",
        slogan=data["slogan"],
        introduction=data["introduction"],
        address=data["address"],
        phone=data["phone"],
        email=data["email"],
        picture=picture(data["picture"], data["picture_alt"]),
    )
    root.add_child(instance=home)
    site, _made = Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": "localhost",
            "port": int(os.environ.get("PORT", 8000)),
            "site_name": data["school_name"],
            "root_page": home,
        },
    )
    Page.objects.filter(depth=2).exclude(pk=home.pk).first().delete()
    SchoolSettings.objects.update_or_create(
        site=site,
        defaults={
            "superior_body": "UBND XÃ TÂN PHÚ TRUNG",
            "issuing_body": "TRƯỜNG THCS BÌNH MINH",
            "name": data["school_name"],
            "abbreviation": "THCSBM",
            "place": "Tân Phú Trung",
            "head_name": "Nguyễn Văn Thành",
        },
    )
    return site


def drop_groups_of_wagtail() -> None:
    """Wagtail makes two groups of its own; nobody here is in them, and one may publish."""
    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()


def make_accounts() -> dict:
    """The demo accounts by their names."""
    User = get_user_model()
    users = {}
    for name, full_name, group in ACCOUNTS:
        # The screen says "Họ và tên đệm" and "Tên": a full name is read in this order.
        before_given, _, given = full_name.rpartition(" ")
        user = User.objects.create_user(
            name,
            f"{name}@binhminh.example",
            PASSWORD,
            first_name=before_given,
            last_name=given,
            is_superuser=group is None,
            is_staff=group is None,
        )
        if group:
            user.groups.add(Group.objects.get(name=group))
        users[name] = user
    # The clerk of a small school also keeps the consents.
    keepers = Group.objects.get(name=kehoach_settings.CONSENT_GROUP)
    users["vanthu"].groups.add(keepers)
    SigningAuthority.objects.create(
        user=users["hieutruong"], capacity=SigningAuthority.Capacity.HEAD
    )
    SigningAuthority.objects.create(
        user=users["phohieutruong"],
        capacity=SigningAuthority.Capacity.DEPUTY,
        decision_number="44/QĐ-THCSBM",
        starts_on="2026-09-01",
        ends_on="2027-08-31",
    )
    return users


def make_registers() -> None:
    """Themes and units, as the school keeps them."""
    for place, name in enumerate(THEMES):
        Theme.objects.create(name=name, slug=slugify_vi(name), sort_order=place)
    for name in UNITS:
        Unit.objects.create(name=name)


def slugify_vi(text: str) -> str:
    """An address that a Vietnamese reader recognises: ``đ`` becomes ``d``."""
    return slugify(text.replace("đ", "d").replace("Đ", "D"))


def finish_home(site: Site, data: dict) -> None:
    """Links and announcements of the home page, once their targets exist."""
    home = site.root_page.specific
    addresses = {
        "plans": "/ke-hoach/",
        "stories": "/guong-dien-hinh/",
        "foreign": "/thong-tin-doi-ngoai/",
        "spokespersons": "/nguoi-phat-ngon/",
    }
    home.quick_links = [
        (
            "link",
            {
                "title": link["title"],
                "text": link["text"],
                "url": addresses.get(link["target"], "/"),
            },
        )
        for link in data["quick_links"]
    ]
    home.announcements = [
        (
            "announcement",
            {"day": item["date"], "text": f"{item['title']}. {item['text']}"},
        )
        for item in data["announcements"]
    ]
    home.contact = [("press_contact", {"heading": "Liên hệ báo chí"})]
    home.save_revision().publish()
