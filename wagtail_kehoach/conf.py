"""The ``WAGTAIL_KEHOACH`` setting: every key, its default and what it promises."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

DEFAULT_CHECKS = [
    _("Facts, figures, names and titles have been checked."),
    _("It contains no state secret (Law 117/2025/QH15)."),
    _(
        "Everybody who is named or shown has agreed, and for pupils their parents or "
        "guardians too (Law 91/2025/QH15)."
    ),
    _(
        "It blames no teacher for anything on which the competent body has not yet "
        "concluded (Law 73/2025/QH15, art. 11)."
    ),
]

DEFAULT_FOREIGN_CHECKS = [
    _(
        "Names, maps and borders are right by Vietnam's sovereignty, Hoàng Sa and Trường Sa "
        "included."
    ),
]

OPENCV_DETECTOR = "wagtail_kehoach.consent.face_detector.opencv"

DEFAULT_DATA_REQUEST_DAYS = {
    "answer": 2,
    "view": 10,
    "correct": 10,
    "delete": 20,
    "withdraw": 15,
}

#: Content and no interface: Vietnamese texts are searched for Vietnamese words.
DEFAULT_PRIVATE_WORDS = [
    "mồ côi", "hộ nghèo", "hộ cận nghèo", "hoàn cảnh khó khăn", "hoàn cảnh đặc biệt",
    "hoàn cảnh éo le", "đặc biệt khó khăn", "ly hôn", "ly dị", "bố mẹ bỏ", "cha mẹ bỏ",
    "khuyết tật", "tàn tật", "khiếm thị", "khiếm thính", "tự kỷ", "tăng động",
    "bại não", "động kinh", "trầm cảm", "bệnh tâm thần", "ung thư", "bệnh tim",
    "bệnh hiểm nghèo", "bệnh nan y", "bệnh nặng", "bệnh bạch cầu", "bệnh máu trắng",
    "bị bệnh", "mắc bệnh", "bệnh bẩm sinh", "câm điếc", "thiểu năng", "u não",
    "mất sớm", "mất cha", "mất mẹ", "mất bố", "diện nghèo", "gia cảnh khó khăn",
    "gia cảnh nghèo", "đi tù", "ngồi tù", "nhiễm HIV", "bị HIV", "suy thận", "tiểu đường",
    "bị bạo hành", "bị xâm hại", "nghiện ma tuý", "chạy thận", "tim bẩm sinh",
]  # fmt: skip


class KeHoachSettings:
    """One property for each key of ``WAGTAIL_KEHOACH``.

    Properties are read on every access, so ``override_settings`` just works.
    """

    def _get(self, key: str, default: Any) -> Any:
        return getattr(settings, "WAGTAIL_KEHOACH", {}).get(key, default)

    @property
    def EDITORS_GROUP(self) -> str:
        """Name of the group whose members write drafts and submit them."""
        return self._get("EDITORS_GROUP", "Biên tập viên")

    @property
    def PRINCIPALS_GROUP(self) -> str:
        """Name of the group whose members approve; being a superuser is not enough."""
        return self._get("PRINCIPALS_GROUP", "Ban Giám hiệu")

    @property
    def CONSENT_GROUP(self) -> str:
        """Name of the group that keeps the registry of consents and opens its evidence."""
        return self._get("CONSENT_GROUP", "Phụ trách hồ sơ đồng ý")

    @property
    def CLERKS_GROUP(self) -> str:
        """Name of the group whose members keep the register of issued documents."""
        return self._get("CLERKS_GROUP", "Văn thư")

    @property
    def COMMON_NUMBER_SERIES(self) -> bool:
        """Whether all kinds of documents share one run of numbers (Decree 30, art. 15)."""
        return self._get("COMMON_NUMBER_SERIES", False)

    @property
    def SIGNED_FILE_MAX_MB(self) -> int:
        """The largest signed file, in megabytes, that the register keeps."""
        return self._get("SIGNED_FILE_MAX_MB", 20)

    @property
    def CHILD_UNTIL_AGE(self) -> int:
        """The age from which a person is no child any more (Children Law 102/2016)."""
        return self._get("CHILD_UNTIL_AGE", 16)

    @property
    def OWN_AGREEMENT_FROM_AGE(self) -> int:
        """The age from which a child has to agree too (Law 91/2025/QH15, art. 24)."""
        return self._get("OWN_AGREEMENT_FROM_AGE", 7)

    @property
    def EVIDENCE_MAX_MB(self) -> int:
        """The largest scan, in megabytes, that may be kept as evidence of a consent."""
        return self._get("EVIDENCE_MAX_MB", 10)

    @property
    def FACE_DETECTOR(self) -> str:
        """Dotted path of what counts the faces in a JPEG; empty: nobody looks for faces.

        By default OpenCV's, where the extra ``faces`` is installed.
        """
        installed = find_spec("cv2") is not None
        return self._get("FACE_DETECTOR", OPENCV_DETECTOR if installed else "")

    @property
    def CONSENT_LINK_DAYS(self) -> int:
        """How many days a link that asks for consent can be answered."""
        return self._get("CONSENT_LINK_DAYS", 14)

    @property
    def CONSENT_ENDING_DAYS(self) -> int:
        """How many days before a consent ends keepers are told, while it is needed."""
        return self._get("CONSENT_ENDING_DAYS", 30)

    @property
    def DATA_REQUEST_DAYS(self) -> dict[str, int]:
        """Working days to ``answer`` a request about personal data, days to do it.

        Those of Decree 356/2025/NĐ-CP; what is left out of the setting keeps them.
        """
        return self._get("DATA_REQUEST_DAYS", DEFAULT_DATA_REQUEST_DAYS)

    @property
    def PUBLIC_HOLIDAYS(self) -> dict[int, list[str]]:
        """The days off of a year as they were announced: ``{2027: ["2027-01-01", …]}``.

        Of a year that is left out, those of the Labour Code are computed.
        """
        return self._get("PUBLIC_HOLIDAYS", {})

    @property
    def PRIVATE_WORDS(self) -> list[str]:
        """Words that point at somebody's private life; a post with one gets a warning."""
        return self._get("PRIVATE_WORDS", DEFAULT_PRIVATE_WORDS)

    @property
    def PUBLIC_CONTACTS(self) -> list[str]:
        """Telephone numbers, addresses, pages of the school; no text is warned of them."""
        return self._get("PUBLIC_CONTACTS", [])

    @property
    def FOUR_EYES(self) -> bool:
        """Whether deputies need someone else to approve a text that they wrote in.

        The head answers for every document of the school (Decree 30/2020, art. 13) and
        may therefore approve his own words; a deputy acts for him and may not.
        """
        return self._get("FOUR_EYES", True)

    @property
    def CHECKS(self) -> list[str]:
        """What a writer ticks before a text leaves his hands; an empty list asks nothing.

        By default what the law decides for every text of a school: state secrets (Law
        117/2025/QH15), consent (Law 91/2025/QH15), teachers (Law 73/2025/QH15, art. 11).
        """
        return self._get("CHECKS", DEFAULT_CHECKS)

    @property
    def FOREIGN_CHECKS(self) -> list[str]:
        """What is ticked too before an item of foreign information is submitted."""
        return self._get("FOREIGN_CHECKS", DEFAULT_FOREIGN_CHECKS)

    @property
    def REQUIRE_CHECKS(self) -> bool:
        """Whether a submission that comes from no form of ours is refused without ticks."""
        return self._get("REQUIRE_CHECKS", False)

    @property
    def PROPOSAL_PHOTOS(self) -> int:
        """How many photos may come with a proposed story; 0 takes none."""
        return self._get("PROPOSAL_PHOTOS", 5)

    @property
    def PROPOSAL_PHOTO_MAX_MB(self) -> int:
        """The largest photo, in megabytes, that may come with a proposed story."""
        return self._get("PROPOSAL_PHOTO_MAX_MB", 20)

    @property
    def PROPOSAL_PHOTO_DAYS(self) -> int:
        """After how many days photos that nobody took into a story are deleted."""
        return self._get("PROPOSAL_PHOTO_DAYS", 60)

    @property
    def VERIFY_STORIES(self) -> bool:
        """Whether a story needs somebody else's verification before it is submitted."""
        return self._get("VERIFY_STORIES", False)

    @property
    def SHOW_APPROVAL(self) -> bool:
        """Whether public pages say who approved them and when."""
        return self._get("SHOW_APPROVAL", True)

    @property
    def APPROVE_BY_LINK(self) -> bool:
        """Whether e-mails to principals carry a link that decides without signing in.

        By default where the mailbox opens the account anyway, because passwords are
        reset by e-mail; where it does not, a link would weaken the portal.
        """
        managed = getattr(settings, "WAGTAIL_PASSWORD_MANAGEMENT_ENABLED", True)
        reset = getattr(settings, "WAGTAIL_PASSWORD_RESET_ENABLED", managed)
        return self._get("APPROVE_BY_LINK", reset)

    @property
    def LINK_HOURS(self) -> int:
        """How many hours a link for approval can be used."""
        return self._get("LINK_HOURS", 72)

    @property
    def REMIND_AFTER_DAYS(self) -> int:
        """After how many working days principals are reminded of what waits for them."""
        return self._get("REMIND_AFTER_DAYS", 2)

    @property
    def INDEX_ATTACHMENTS(self) -> bool:
        """Whether the search finds pages by the text of their Word and PDF files."""
        return self._get("INDEX_ATTACHMENTS", False)

    @property
    def GUIDES_URL(self) -> str:
        """Where the school keeps its guides; empty shows no link in the help menu."""
        return self._get("GUIDES_URL", "")

    @property
    def ITEMS_PER_PAGE(self) -> int:
        """How many entries an index page shows at once."""
        return self._get("ITEMS_PER_PAGE", 20)

    @property
    def IMPORT_MAX_MB(self) -> int:
        """The largest file, in megabytes, that may be read into a plan or a story."""
        return self._get("IMPORT_MAX_MB", 20)

    @property
    def IMPORT_SECONDS(self) -> int:
        """How long a file may be read before it is refused."""
        return self._get("IMPORT_SECONDS", 25)

    @property
    def IMPORT_MEMORY_MB(self) -> int:
        """How much memory, in megabytes, the process that reads a file may take."""
        return self._get("IMPORT_MEMORY_MB", 768)

    @property
    def IMPORT_AT_ONCE(self) -> int:
        """How many files are read at once on a machine; half of its cores, at least one."""
        return self._get("IMPORT_AT_ONCE", max((os.cpu_count() or 1) // 2, 1))


kehoach_settings = KeHoachSettings()
