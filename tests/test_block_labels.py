"""Every field of a StreamField has a label in Vietnamese."""

from django.apps import apps
from django.utils.translation import override
from wagtail.fields import StreamField


def blocks_of(block, path):
    yield path, block
    for name, child in getattr(block, "child_blocks", {}).items():
        yield from blocks_of(child, f"{path}.{name}")
    if inside := getattr(block, "child_block", None):
        yield from blocks_of(inside, f"{path}[]")


def test_no_label_of_a_block_is_the_english_one():
    labels = {}
    for model in apps.get_models():
        if not model.__module__.startswith("wagtail_kehoach"):
            continue
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                for path, block in blocks_of(field.stream_block, f"{model.__name__}"):
                    labels[f"{path} {field.name}"] = block.label
    said = {}
    for language in ("vi", "en"):
        with override(language):
            said[language] = {path: str(label) for path, label in labels.items()}

    assert len(labels) > 40
    same = [p for p, text in said["vi"].items() if text and text == said["en"][p]]
    assert same == []
