"""Units, bodies and school years of the register, and its themes."""

import factory

from wagtail_kehoach.models import Body, Theme, Unit


class UnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Unit

    name = factory.Sequence(lambda n: f"Tổ chuyên môn {n}")


class BodyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Body

    name = factory.Sequence(lambda n: f"UBND xã Suối Trăng {n}")


class ThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Theme

    name = factory.Sequence(lambda n: f"Chủ đề truyền thông {n}")
    slug = factory.Sequence(lambda n: f"chu-de-{n}")
