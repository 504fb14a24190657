"""Pictures of a story: as they are seen in Word, or the reason why there is none."""

import io
import random
import zipfile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from PIL import Image

from tests.manuscripts.build import FIRST, SECOND, Story, picture, repacked
from wagtail_kehoach.decree30.refusals import ReadingRefused
from wagtail_kehoach.manuscripts.parts import MOST_PICTURES
from wagtail_kehoach.manuscripts.photos import MOST_PIXELS_IN_ALL
from wagtail_kehoach.manuscripts.reader import read

MEGABYTE = 1024 * 1024


def showing(data=None, description="", *, width=10):
    """A story with one picture, and the shape that shows it."""
    made = Story()
    made.title()
    made.says(FIRST)
    shape = made.shows(data or picture(), description, width=width)
    made.says(SECOND)
    return made, shape


def codes(data: bytes, **bounds) -> list[str]:
    said = read("bai.docx", data, **bounds)
    assert said.photos == []
    return [lost.code for lost in said.not_taken]


def first_photo(made: Story) -> Image.Image:
    [photo] = read("bai.docx", made.file()).photos
    return Image.open(io.BytesIO(photo.data))


def halves() -> bytes:
    """A picture that is red at the left and blue at the right."""
    image = Image.new("RGB", (800, 400), "red")
    image.paste("blue", (400, 0, 800, 400))
    stored = io.BytesIO()
    image.save(stored, "PNG")
    return stored.getvalue()


def test_what_was_cut_off_in_word_is_gone():
    made, shape = showing(halves())
    fill = shape._inline.find(f".//{qn('pic:blipFill')}")
    fill.insert(1, parse_xml(f'<a:srcRect {nsdecls("a")} l="50000"/>'))

    image = first_photo(made)

    assert image.size == (400, 400)
    assert image.convert("RGB").getcolors() == [(160_000, (0, 0, 255))]


def test_a_picture_is_turned_as_in_word():
    made, shape = showing(halves())
    shape._inline.find(f".//{qn('a:xfrm')}").set("rot", "5400000")

    image = first_photo(made).convert("RGB")

    assert image.size == (400, 800)
    assert image.getpixel((200, 10)) == (255, 0, 0)


def test_a_photo_of_a_telephone_that_holds_two_pictures_is_one():
    stored = io.BytesIO()
    first, second = (Image.new("RGB", (800, 600), c) for c in ("green", "red"))
    first.save(stored, "MPO", save_all=True, append_images=[second])
    made, _shape = showing()
    data = repacked(made.file(), **{"word__media__image1.jpg": stored.getvalue()})

    [photo] = read("bai.docx", data).photos

    image = Image.open(io.BytesIO(photo.data))
    assert (image.format, getattr(image, "n_frames", 1), photo.extension) == (
        "JPEG",
        1,
        "jpg",
    )


def test_a_picture_that_is_none_is_told():
    made, _shape = showing()

    data = repacked(made.file(), **{"word__media__image1.jpg": b"MZ\x90\x00" * 400})

    assert codes(data) == ["broken"]


def test_a_picture_that_breaks_off_is_told():
    made, _shape = showing()

    data = repacked(made.file(), **{"word__media__image1.jpg": picture()[:900]})

    assert codes(data) == ["broken"]


def test_a_picture_of_thirty_megabytes_is_told_and_not_opened():
    made, _shape = showing()
    huge = picture() + random.Random(1).randbytes(30 * MEGABYTE)

    data = repacked(made.file(), **{"word__media__image1.jpg": huge})

    assert codes(data, max_bytes=50 * MEGABYTE) == ["too-large"]


def test_a_picture_of_too_many_pixels_is_told():
    stored = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(stored, "PNG")
    made, _shape = showing(stored.getvalue())

    assert codes(made.file()) == ["too-large"]


def test_pictures_that_are_too_many_pixels_together_are_told():
    made, _shape = showing()
    for number in range(8):
        stored = io.BytesIO()
        Image.new("1", (7900, 8000 - number)).save(stored, "PNG")
        made.shows(stored.getvalue())

    said = read("bai.docx", made.file())

    assert len(said.photos) == 1 + MOST_PIXELS_IN_ALL // (7900 * 8000)
    assert {lost.code for lost in said.not_taken} == {"too-large"}


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_a_format_that_browsers_do_not_show_is_told(kind):
    made, _shape = showing()
    data = repacked(
        made.file(), **{"word__media__image1.jpg": picture(kind=kind, size=(80, 80))}
    )

    assert codes(data) == ["format"]


def test_a_drawing_of_word_is_told():
    made, _shape = showing()
    data = made.file()
    relations = _part(data, "word/_rels/document.xml.rels").replace(b".jpg", b".emf")

    data = repacked(
        data,
        **{
            "word___rels__document.xml.rels": relations,
            "word__media__image1.emf": b"\1\0\0\0",
        },
    )

    assert codes(data) == ["drawing"]


def test_a_picture_elsewhere_is_told_and_not_fetched():
    made, shape = showing()
    blip = shape._inline.find(f".//{qn('a:blip')}")
    key = made.word.part.relate_to(
        "http://127.0.0.1:9/anh.jpg",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
        is_external=True,
    )
    del blip.attrib[qn("r:embed")]
    blip.set(qn("r:link"), key)

    assert codes(made.file()) == ["linked"]


def test_the_same_picture_is_taken_once():
    made, _shape = showing()
    made.shows(picture())

    said = read("bai.docx", made.file())

    assert len(said.photos) == 1
    assert [lost.code for lost in said.not_taken] == ["repeated"]


def test_a_small_ornament_is_told():
    made, _shape = showing(width=0.5)

    assert codes(made.file()) == ["small"]


def test_the_place_of_what_is_missing_is_told():
    made, _shape = showing(width=0.5)

    [lost] = read("bai.docx", made.file()).not_taken

    assert FIRST.startswith(lost.after)


def test_the_caption_of_a_missing_picture_is_told_and_is_no_text():
    made = Story()
    made.title()
    made.says(FIRST)
    made.shows(picture(), width=0.5)
    made.says("Ảnh 1. Cô Lan")
    made.says(SECOND)

    said = read("bai.docx", made.file())

    assert said.left_out == ["Ảnh 1. Cô Lan"]


def test_sixty_photos_are_too_many():
    made, _shape = showing()
    for number in range(60):
        made.shows(picture((number * 4, 9, 9), size=(80, 80), kind="PNG"))

    with pytest.raises(ReadingRefused) as refusal:
        read("bai.docx", made.file())

    assert refusal.value.code == "too-many-pictures"


def test_as_many_photos_as_are_allowed_are_taken():
    made, _shape = showing()
    for number in range(MOST_PICTURES - 1):
        made.shows(picture((number * 4, 9, 9), size=(80, 80), kind="PNG"))

    assert len(read("bai.docx", made.file()).photos) == MOST_PICTURES


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)
