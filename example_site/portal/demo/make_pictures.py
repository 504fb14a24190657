# ruff: noqa: E501, C901, C408, B905, S603
"""Draw the pictures of the demo school.

Every scene is put together as SVG from a small box of parts (people, trees, lotus,
shelves…) in one palette, written to ``pictures/src/``, rendered by headless Chromium
and saved as WebP by Pillow.

    python make_pictures.py            # all scenes
    python make_pictures.py robot ...  # some scenes
"""

import math
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
OUT = HERE / "pictures"
SRC = OUT / "src"
CHROMIUM = os.environ.get("CHROMIUM", "chromium")
LIMIT = 120 * 1024

# --- palette ---------------------------------------------------------------
CREAM, PAPER, SAND = "#FFF3DC", "#FFFCF4", "#F4DDB4"
SKY, SKY2, MIST = "#BFE3E6", "#FDF1D8", "#DDF0EC"
TEAL, DEEP, INK = "#2F8580", "#1D5458", "#20393F"
FLAME, RED, ORANGE = "#E4572E", "#B8352A", "#F4894A"
GOLD, SUN = "#F2B441", "#FFD98A"
LEAF, MOSS, LIME = "#5FA05A", "#2F6F50", "#A7C957"
PINK, ROSE, BLUSH = "#F08CA4", "#D95F80", "#F9C6CF"
BLUE, NAVY = "#4C7FB0", "#2C4A73"
WOOD, BARK, TAN = "#B97F4E", "#7B4E36", "#DDB07A"
HAIR, HAIR2 = "#33262A", "#4A332E"
SKIN, SKIN2 = "#F3C49C", "#E3AA7C"
FLAG_RED, FLAG_YELLOW = "#DA251D", "#FFEB00"
LAO_RED, LAO_BLUE = "#CE1126", "#002868"


def grad(name, top, bottom, angle=90):
    x2, y2 = (0, 1) if angle == 90 else (1, 0)
    return (
        f'<linearGradient id="{name}" x1="0" y1="0" x2="{x2}" y2="{y2}">'
        f'<stop offset="0" stop-color="{top}"/><stop offset="1" stop-color="{bottom}"/>'
        "</linearGradient>"
    )


DEFS = (
    "<defs>"
    + grad("gSky", SKY, SKY2)
    + grad("gDawn", "#FBD9A6", "#FFF3DC")
    + grad("gNight", "#1B3A55", "#3F6C7E")
    + grad("gWall", "#FFF6E3", "#FBE7C3")
    + grad("gTealWall", "#D6ECE6", "#EFF6E6")
    + grad("gGrass", "#9CC56B", "#5FA05A")
    + grad("gYard", "#F6DFB4", "#E9C48C")
    + grad("gWater", "#9FD3CF", "#4E9F9C")
    + grad("gRoof", "#D2583A", "#A83B2B")
    + grad("gBoard", "#2E6B5C", "#22524A")
    + grad("gFloor", "#E9C796", "#D9AE76")
    + grad("gHat", "#FBE8B8", "#DDB672")
    + grad("gPetal", "#FBC9D4", "#E9738F")
    + grad("gPetal2", "#FDE3E6", "#F29BB0")
    + '<radialGradient id="gSun"><stop offset="0" stop-color="#FFF1C4"/>'
    '<stop offset=".55" stop-color="#FFDF95" stop-opacity=".85"/>'
    '<stop offset="1" stop-color="#FFDF95" stop-opacity="0"/></radialGradient>'
    '<radialGradient id="gGlow"><stop offset="0" stop-color="#FFE9A8" stop-opacity=".9"/>'
    '<stop offset="1" stop-color="#FFD36E" stop-opacity="0"/></radialGradient>'
    '<radialGradient id="gGlobe" cx=".36" cy=".32" r=".8"><stop offset="0" stop-color="#8CCBD3"/>'
    '<stop offset="1" stop-color="#2F7F93"/></radialGradient>'
    "</defs>"
)


# --- small parts -----------------------------------------------------------
def el(tag, body="", **kw):
    attrs = " ".join(f'{k.replace("_", "-")}="{v}"' for k, v in kw.items())
    return f"<{tag} {attrs}>{body}</{tag}>" if body else f"<{tag} {attrs}/>"


def rect(x, y, w, h, fill, r=0, **kw):
    return el("rect", x=x, y=y, width=w, height=h, fill=fill, rx=r, **kw)


def circle(x, y, r, fill, **kw):
    return el("circle", cx=round(x, 1), cy=round(y, 1), r=round(r, 1), fill=fill, **kw)


def ellipse(x, y, rx, ry, fill, **kw):
    return el(
        "ellipse",
        cx=round(x, 1),
        cy=round(y, 1),
        rx=round(rx, 1),
        ry=round(ry, 1),
        fill=fill,
        **kw,
    )


def path(d, fill="none", **kw):
    return el("path", d=d, fill=fill, **kw)


def line(d, stroke, w, **kw):
    kw.setdefault("stroke_linecap", "round")
    kw.setdefault("stroke_linejoin", "round")
    return el("path", d=d, fill="none", stroke=stroke, stroke_width=w, **kw)


def at(x, y, body, s=1.0, rot=0, flip=False):
    sx = -s if flip else s
    return f'<g transform="translate({x:.1f} {y:.1f}) rotate({rot}) scale({sx:.3f} {s:.3f})">{body}</g>'


def shadow(x, y, rx, ry=None, o=0.16):
    return ellipse(x, y, rx, ry or rx * 0.16, INK, opacity=o)


def sun(x, y, r):
    return circle(x, y, r * 2.3, "url(#gSun)") + circle(x, y, r, "#FFE6A3")


def cloud(x, y, s=1.0, o=0.9):
    return at(
        x,
        y,
        f'<g opacity="{o}">'
        + path(
            "M-90,20 Q-118,20 -116,-4 Q-112,-26 -84,-24 Q-74,-58 -34,-54 Q-8,-82 28,-58 "
            "Q66,-66 76,-32 Q110,-34 114,-6 Q116,20 88,20 Z",
            PAPER,
        )
        + "</g>",
        s,
    )


def birds(points):
    return "".join(
        at(x, y, line("M-18,-6 Q-8,-12 0,0 Q8,-12 18,-6", DEEP, 4), s)
        for x, y, s in points
    )


def star(cx, cy, r, fill):
    pts = []
    for i in range(10):
        a = math.radians(-90 + 36 * i)
        rr = r if i % 2 == 0 else r * 0.381966
        pts.append(f"{cx + rr * math.cos(a):.2f},{cy + rr * math.sin(a):.2f}")
    return el("polygon", points=" ".join(pts), fill=fill)


def flag_vn(x, y, w):
    h = w * 2 / 3
    return rect(x, y, w, h, FLAG_RED) + star(x + w / 2, y + h / 2, h * 0.3, FLAG_YELLOW)


def flag_la(x, y, w):
    h = w * 2 / 3
    return (
        rect(x, y, w, h, LAO_RED)
        + rect(x, y + h / 4, w, h / 2, LAO_BLUE)
        + circle(x + w / 2, y + h / 2, h * 0.2, "#FFFFFF")
    )


def flame_tree(x, y, s=1.0, seed=1):
    rnd = random.Random(seed)
    trunk = path(
        "M-20,0 C-14,-70 -18,-120 -34,-190 L-8,-196 C-4,-170 4,-170 10,-196 L34,-190 "
        "C16,-120 14,-70 24,0 Z",
        BARK,
    )
    trunk += line("M-20,-170 Q-70,-220 -130,-245", BARK, 16) + line(
        "M20,-170 Q70,-225 130,-245", BARK, 16
    )
    trunk += line("M-6,-20 C-4,-80 -6,-120 -12,-160", "#936045", 5, opacity=0.7)
    crown = ""
    for colour, dy, spread, n, r0 in (
        (RED, 8, 1.0, 24, 46),
        (FLAME, -8, 0.93, 26, 36),
        (ORANGE, -24, 0.8, 16, 20),
    ):
        for i in range(n):
            t = (i + 0.5) / n * 2 - 1
            px = t * 215 * spread + rnd.uniform(-14, 14)
            top = 300 - 85 * abs(t) ** 1.8
            py = -rnd.uniform(235, top + 15) + dy
            crown += circle(
                px, py, r0 * rnd.uniform(0.7, 1.1) * (1 - 0.3 * abs(t)), colour
            )
    for _ in range(46):
        t = rnd.uniform(-0.95, 0.95)
        py = -rnd.uniform(225, 330 - 85 * abs(t) ** 1.8)
        crown += circle(
            t * 215,
            py,
            rnd.uniform(4, 9),
            rnd.choice([GOLD, ORANGE, "#FFC46B", LEAF, LEAF, "#FF7A4D"]),
        )
    return at(x, y, shadow(0, 0, 130) + trunk + crown, s)


def green_tree(x, y, s=1.0, c1=MOSS, c2=LEAF):
    return at(
        x,
        y,
        shadow(0, 0, 60)
        + rect(-8, -90, 16, 92, BARK, 6)
        + circle(0, -150, 70, c1)
        + circle(-46, -118, 46, c1)
        + circle(46, -118, 46, c1)
        + circle(-14, -162, 46, c2)
        + circle(28, -130, 28, c2),
        s,
    )


def palm(x, y, s=1.0):
    fronds = ""
    for a in (-165, -140, -112, -85, -55, -28, -5):
        fronds += (
            f'<g transform="translate(6 -250) rotate({a + 90})">'
            + path(
                "M0,0 C-26,-34 -30,-90 10,-128 C8,-86 16,-40 0,0 Z",
                MOSS if a % 2 else LEAF,
            )
            + "</g>"
        )
    return at(
        x,
        y,
        line("M0,0 C-14,-90 2,-170 6,-250", BARK, 14)
        + fronds
        + circle(-4, -240, 10, WOOD)
        + circle(14, -236, 10, BARK),
        s,
    )


def palm_row(y, xs):
    return "".join(palm(x, y, s) for x, s in xs)


def bush(x, y, s=1.0, c=MOSS):
    return at(
        x,
        y,
        path("M-90,0 Q-96,-44 -56,-46 Q-40,-82 0,-72 Q40,-88 56,-48 Q98,-44 90,0 Z", c),
        s,
    )


def lotus(x, y, s=1.0, stem=0):
    petal = "M0,0 C-30,-26 -26,-78 0,-104 C26,-78 30,-26 0,0 Z"
    body = line(f"M0,0 Q-8,{stem / 2} 0,{stem}", MOSS, 7) if stem else ""
    for a, f in (
        (-78, "url(#gPetal)"),
        (78, "url(#gPetal)"),
        (-50, "url(#gPetal)"),
        (50, "url(#gPetal)"),
        (-24, "url(#gPetal2)"),
        (24, "url(#gPetal2)"),
        (0, "url(#gPetal2)"),
    ):
        k = 0.82 if abs(a) > 60 else 1
        body += (
            f'<g transform="rotate({a}) scale({k})">'
            + path(petal, f, stroke="#E8839B", stroke_width=1.5)
            + "</g>"
        )
    body += path("M-20,-2 Q0,-26 20,-2 Q0,8 -20,-2 Z", GOLD)
    return at(x, y, body, s)


def bud(x, y, s=1.0, stem=120):
    return at(
        x,
        y,
        line(f"M0,0 Q8,{stem / 2} 0,{stem}", MOSS, 6)
        + path("M0,4 C-30,-16 -22,-62 0,-86 C22,-62 30,-16 0,4 Z", "url(#gPetal)")
        + path("M0,4 C-12,-20 -8,-54 0,-86 C8,-54 12,-20 0,4 Z", BLUSH),
        s,
    )


def pad(x, y, s=1.0, c=LEAF, tilt=0.34):
    veins = "".join(
        line(
            f"M0,0 L{86 * math.cos(math.radians(a)):.0f},{86 * tilt * math.sin(math.radians(a)):.0f}",
            "#FFFFFF",
            2.4,
            opacity=0.28,
        )
        for a in range(20, 360, 40)
    )
    return at(
        x,
        y,
        ellipse(0, 8, 100, 100 * tilt, DEEP, opacity=0.22)
        + ellipse(0, 0, 100, 100 * tilt, c)
        + path(
            f"M0,0 L96,{-12 * tilt * 2:.0f} L98,{14 * tilt * 2:.0f} Z",
            "#4E9F9C",
            opacity=0.9,
        )
        + veins,
        s,
    )


def potted(x, y, s=1.0):
    leaves = "".join(
        f'<g transform="rotate({a})">'
        + path(
            "M0,0 C-22,-40 -16,-90 0,-116 C16,-90 22,-40 0,0 Z", LEAF if i % 2 else MOSS
        )
        + "</g>"
        for i, a in enumerate((-52, 52, -28, 28, 0))
    )
    return at(
        x,
        y,
        shadow(0, 0, 46)
        + f'<g transform="translate(0 -62)">{leaves}</g>'
        + path("M-40,-70 H40 L30,0 H-30 Z", FLAME)
        + rect(-46, -80, 92, 18, RED, 6),
        s,
    )


def person(
    x,
    y,
    s=1.0,
    *,
    hair="boy",
    shirt=PAPER,
    legs=NAVY,
    skirt=False,
    skin=SKIN,
    scarf=True,
    left=None,
    right=None,
    back=False,
    flip=False,
    glasses=False,
    bag=None,
    legs_path=None,
    hair_colour=HAIR,
    long_sleeve=False,
    seated=False,
    hat=None,
    tilt=0,
):
    """A figure about 320 units tall with its feet at (x, y)."""
    left = left or [(-56, -165), (-52, -118)]
    right = right or [(56, -165), (52, -118)]
    o = ""
    if not seated:
        o += shadow(0, 2, 58, 9)
    if bag and not back:
        o += rect(-50, -222, 100, 100, bag, 22)
    if not seated:
        shoe = INK
        if legs_path:
            for d, (sx, sy) in legs_path:
                o += line(d, skin if skirt else legs, 28) + ellipse(
                    sx, sy, 22, 10, shoe
                )
        else:
            c = skin if skirt else legs
            w = 20 if skirt else 30
            o += line("M-19,-112 L-20,-14", c, w) + line("M19,-112 L20,-14", c, w)
            o += path("M-40,0 Q-42,-18 -20,-18 Q-6,-16 -6,0 Z", shoe) + path(
                "M40,0 Q42,-18 20,-18 Q6,-16 6,0 Z", shoe
            )
    # hair behind the head
    if hair == "long":
        o += path(
            "M-48,-276 Q-52,-326 0,-326 Q52,-326 48,-276 L52,-190 Q30,-178 0,-184 Q-30,-178 -52,-190 Z",
            hair_colour,
        )
    elif hair == "tails":
        o += ellipse(-56, -258, 16, 34, hair_colour) + ellipse(
            56, -258, 16, 34, hair_colour
        )
        o += circle(-46, -284, 8, FLAME) + circle(46, -284, 8, FLAME)
    elif hair == "bob":
        o += path(
            "M-50,-274 Q-54,-326 0,-326 Q54,-326 50,-274 L50,-238 Q40,-230 0,-232 Q-40,-230 -50,-238 Z",
            hair_colour,
        )
    elif hair == "bun":
        o += circle(0, -326, 22, hair_colour)
    o += rect(-13, -246, 26, 32, skin, 8)
    # torso
    o += path(
        "M-44,-214 Q-40,-228 -16,-230 Q0,-220 16,-230 Q40,-228 44,-214 L46,-108 Q0,-98 -46,-108 Z",
        shirt,
    )
    if skirt:
        o += path("M-44,-122 Q0,-112 44,-122 L58,-62 Q0,-50 -58,-62 Z", legs)
    elif not seated:
        o += path("M-45,-118 Q0,-108 45,-118 L46,-96 Q0,-86 -46,-96 Z", legs)
    # arms
    for sx, arm in ((-38, left), (38, right)):
        (ex, ey), (hx, hy) = arm
        d = f"M{sx},-208 Q{ex},{ey} {hx},{hy}"
        if long_sleeve:
            o += (
                line(d, shirt, 27)
                + line(d, INK, 27, opacity=0.07)
                + circle(hx, hy, 12, skin)
            )
        else:
            o += line(d, skin, 20)
            mx, my = sx + (ex - sx) * 0.55, -208 + (ey + 208) * 0.55
            o += line(f"M{sx},-208 L{mx:.0f},{my:.0f}", shirt, 30) + line(
                f"M{sx},-208 L{mx:.0f},{my:.0f}", INK, 30, opacity=0.07
            )
            o += circle(hx, hy, 12, skin)
    if bag and back:
        o += rect(-42, -220, 84, 104, bag, 22) + rect(
            -28, -170, 56, 42, INK, 12, opacity=0.16
        )
    elif bag:
        o += line("M-30,-222 L-32,-150", bag, 11) + line("M30,-222 L32,-150", bag, 11)
    if scarf and not back:
        o += path(
            "M-26,-228 Q0,-208 26,-228 L20,-212 L4,-204 L16,-158 L0,-176 L-14,-156 L-4,-204 L-20,-212 Z",
            FLAG_RED,
        )
    elif not back:
        o += path(
            "M-16,-230 L0,-206 L16,-230 L8,-232 L0,-220 L-8,-232 Z", INK, opacity=0.13
        )
    # head
    h = (
        circle(-41, -272, 9, skin)
        + circle(41, -272, 9, skin)
        + circle(0, -276, 42, skin)
    )
    if back:
        h += path(
            "M-44,-272 Q-46,-322 0,-322 Q46,-322 44,-272 Q36,-240 0,-240 Q-36,-240 -44,-272 Z",
            hair_colour,
        )
    else:
        h += circle(-15, -271, 4, INK) + circle(15, -271, 4, INK)
        h += line("M-11,-254 Q0,-243 11,-254", "#9B4A3A", 3.6)
        h += circle(-26, -258, 7, "#F08C74", opacity=0.4) + circle(
            26, -258, 7, "#F08C74", opacity=0.4
        )
        if glasses:
            h += el(
                "circle", cx=-15, cy=-271, r=12, fill="none", stroke=INK, stroke_width=3
            )
            h += el(
                "circle", cx=15, cy=-271, r=12, fill="none", stroke=INK, stroke_width=3
            ) + line("M-3,-272 H3", INK, 3)
        if hair == "boy":
            h += path(
                "M-45,-272 Q-50,-326 2,-326 Q50,-324 45,-272 Q40,-294 24,-300 Q-4,-292 -30,-300 Q-42,-292 -45,-272 Z",
                hair_colour,
            )
        elif hair == "grey":
            h += path(
                "M-45,-268 Q-50,-322 0,-324 Q50,-322 45,-268 Q42,-292 30,-302 Q0,-308 -30,-302 Q-42,-292 -45,-268 Z",
                "#6C6A6E",
            )
        else:
            h += path(
                "M-46,-266 Q-50,-326 0,-326 Q50,-326 46,-266 Q40,-290 14,-306 Q-22,-298 -46,-266 Z",
                hair_colour,
            )
    if hat == "non":
        h += non_la(0, -300, 0.9)
    o += at(0, 0, f'<g transform="rotate({tilt} 0 -240)">{h}</g>') if tilt else h
    return at(x, y, o, s, flip=flip)


def non_la(x, y, s=1.0):
    rings = "".join(
        line(
            f"M{-86 + k * 14},{-k * 12} Q0,{20 - k * 12} {86 - k * 14},{-k * 12}",
            WOOD,
            1.6,
            opacity=0.5,
        )
        for k in range(1, 6)
    )
    return at(
        x,
        y,
        path("M0,-74 L92,6 Q0,34 -92,6 Z", "url(#gHat)")
        + rings
        + path("M-92,6 Q0,34 92,6 Q0,20 -92,6 Z", WOOD, opacity=0.55),
        s,
    )


def ao_dai(
    x,
    y,
    s=1.0,
    colour=ROSE,
    trim=GOLD,
    hair="long",
    hat=False,
    left=None,
    right=None,
    flip=False,
    flowers=True,
):
    left = left or [(-62, -190), (-34, -140)]
    right = right or [(62, -190), (34, -140)]
    o = shadow(0, 2, 70, 10)
    if hair == "long":
        o += path(
            "M-46,-318 Q-50,-368 0,-368 Q50,-368 46,-318 L54,-210 Q30,-196 0,-204 Q-30,-196 -54,-210 Z",
            HAIR,
        )
    else:
        o += circle(0, -372, 22, HAIR)
    o += path(
        "M-40,-160 L-52,-6 Q-30,4 -8,-4 L0,-110 L8,-4 Q30,4 52,-6 L40,-160 Z", PAPER
    )
    o += path("M-40,-160 L-52,-6 Q-30,4 -8,-4 L0,-110 Z", INK, opacity=0.06)
    o += path(
        "M-42,-256 Q-38,-270 -14,-272 L14,-272 Q38,-270 42,-256 Q34,-200 38,-170 Q58,-90 66,-26 "
        "Q40,-12 22,-20 Q0,-12 -22,-20 Q-40,-12 -66,-26 Q-58,-90 -38,-170 Q-34,-200 -42,-256 Z",
        colour,
    )
    o += path(
        "M38,-170 Q58,-90 66,-26 Q54,-18 44,-18 Q40,-100 30,-170 Z", INK, opacity=0.1
    )
    o += line("M-64,-28 Q-40,-14 -22,-22 Q0,-14 22,-22 Q40,-14 64,-28", trim, 5)
    if flowers:
        for fx, fy, fs in ((-26, -60, 0.22), (14, -84, 0.2), (34, -44, 0.2)):
            o += lotus(fx, fy, fs)
    o += rect(-15, -288, 30, 24, colour, 5) + rect(-12, -294, 24, 12, SKIN, 4)
    o += line("M8,-270 Q30,-250 34,-216", trim, 3, opacity=0.9)
    for sx, arm in ((-36, left), (36, right)):
        (ex, ey), (hx, hy) = arm
        d = f"M{sx},-250 Q{ex},{ey} {hx},{hy}"
        o += (
            line(d, colour, 25)
            + line(d, INK, 25, opacity=0.09)
            + circle(hx, hy, 11, SKIN)
        )
    o += (
        circle(0, -318, 40, SKIN) + circle(-14, -313, 4, INK) + circle(14, -313, 4, INK)
    )
    o += line("M-10,-298 Q0,-288 10,-298", "#9B4A3A", 3.6)
    o += circle(-24, -302, 7, "#F08C74", opacity=0.4) + circle(
        24, -302, 7, "#F08C74", opacity=0.4
    )
    o += path(
        "M-45,-306 Q-48,-368 0,-368 Q48,-368 45,-306 Q38,-338 2,-350 Q-36,-338 -45,-306 Z",
        HAIR,
    )
    if hat:
        o += non_la(0, -342, 0.9)
    else:
        o += (
            path(
                "M-46,-338 Q0,-388 46,-338 Q50,-352 40,-364 Q0,-398 -40,-364 Q-50,-352 -46,-338 Z",
                trim,
            )
            if hair != "long"
            else ""
        )
    return at(x, y, o, s, flip=flip)


def book(x, y, w, h, c, band=None):
    o = rect(x, y, w, h, c, 3)
    o += rect(x, y + h * 0.14, w, 6, band or PAPER, opacity=0.75) + rect(
        x, y + h * 0.78, w, 6, band or PAPER, opacity=0.75
    )
    return o


BOOKS = [FLAME, TEAL, GOLD, NAVY, LEAF, ROSE, DEEP, ORANGE, BLUE, RED, MOSS, TAN]


def shelf(x, y, w, rows, rowh, seed):
    rnd = random.Random(seed)
    hh = rows * rowh + 26
    o = rect(x, y, w, hh, "#9A6440", 8) + rect(
        x + 14, y + 14, w - 28, hh - 26, "#6E452F", 4
    )
    for r in range(rows):
        base = y + 14 + (r + 1) * rowh - 14
        px = x + 22
        while px < x + w - 60:
            if rnd.random() < 0.1:
                px += 28
                continue
            bw, bh = (
                rnd.randint(16, 32),
                rnd.randint(int(rowh * 0.52), int(rowh * 0.78)),
            )
            if rnd.random() < 0.12:
                o += (
                    f'<g transform="rotate(9 {px + bw} {base})">'
                    + book(px + 8, base - bh, bw, bh, rnd.choice(BOOKS))
                    + "</g>"
                )
                px += bw + 22
            else:
                o += book(px, base - bh, bw, bh, rnd.choice(BOOKS))
                px += bw + 2
        o += rect(x + 8, base, w - 16, 14, "#B97F4E", 3)
    return o


def desk(x, y, w, h=110, top=TAN, leg=BARK):
    return (
        rect(x + 18, y, 14, h, leg, 4)
        + rect(x + w - 32, y, 14, h, leg, 4)
        + rect(x + 8, y + 10, w - 16, 34, WOOD, 4)
        + rect(x, y, w, 18, top, 6)
    )


def window(x, y, w, h, green=True):
    o = rect(x - 12, y - 12, w + 24, h + 24, WOOD, 8) + rect(x, y, w, h, "url(#gSky)")
    if green:
        cid = f"w{x}{y}"
        o += f'<clipPath id="{cid}"><rect x="{x}" y="{y}" width="{w}" height="{h}"/></clipPath><g clip-path="url(#{cid})">'
        o += circle(x + w * 0.2, y + h * 1.02, h * 0.38, LEAF) + circle(
            x + w * 0.75, y + h * 1.05, h * 0.46, MOSS
        )
        for i in range(7):
            o += circle(
                x + w * (0.5 + 0.09 * i),
                y + h * (0.04 + 0.05 * (i % 3)),
                h * 0.12,
                FLAME if i % 2 else ORANGE,
            )
        o += "</g>"
    return o + rect(x + w / 2 - 5, y, 10, h, WOOD) + rect(x, y + h / 2 - 5, w, 10, WOOD)


def bunting(x1, y1, x2, y2, n, sag=60, colours=(FLAME, GOLD, TEAL, PINK, BLUE)):
    o = line(
        f"M{x1},{y1} Q{(x1 + x2) / 2},{(y1 + y2) / 2 + sag * 2} {x2},{y2}", BARK, 3
    )
    for i in range(n):
        t = (i + 0.5) / n
        cx = (1 - t) ** 2 * x1 + 2 * t * (1 - t) * (x1 + x2) / 2 + t * t * x2
        cy = (
            (1 - t) ** 2 * y1 + 2 * t * (1 - t) * ((y1 + y2) / 2 + sag * 2) + t * t * y2
        )
        o += path(
            f"M{cx - 18:.0f},{cy - 2:.0f} H{cx + 18:.0f} L{cx:.0f},{cy + 40:.0f} Z",
            colours[i % len(colours)],
        )
    return o


def school(x, y, s=1.0, bays=5, flag=True):
    """A two-storey school; (x, y) is the middle of its foot."""
    w = bays * 150
    o = (
        rect(-w / 2, -300, w, 300, "url(#gWall)")
        + rect(-w / 2, -160, w, 14, "#E7C58E")
        + rect(-w / 2, -18, w, 18, "#CF9E67")
    )
    o += path(
        f"M{-w / 2 - 40},-296 L{-w / 2 + 30},-370 H{w / 2 - 30} L{w / 2 + 40},-296 Z",
        "url(#gRoof)",
    )
    for k in range(1, 4):
        yy = -370 + k * 18
        e = 30 - k * 17
        o += line(f"M{-w / 2 + e},{yy} H{w / 2 - e}", "#8F2F24", 2.5, opacity=0.35)
    mid = bays // 2
    for fl, base in ((0, -146), (1, 0)):
        for i in range(bays):
            bx = -w / 2 + i * 150
            if i == mid:
                continue
            o += (
                rect(bx + 30, base - 122 + fl * 4, 90, 74, DEEP, 4)
                + rect(bx + 34, base - 118 + fl * 4, 39, 66, "#A9D8DB")
                + rect(bx + 77, base - 118 + fl * 4, 39, 66, "#C7E6E4")
            )
            o += rect(bx + 24, base - 48 + fl * 4, 102, 8, "#E7C58E")
        o += line(f"M{-w / 2},{-204 if fl == 0 else -2} H{w / 2}", "#CF9E67", 0)
    for i in range(bays + 1):
        o += rect(-w / 2 + i * 150 - 7, -300, 14, 300, PAPER) + rect(
            -w / 2 + i * 150 + 3, -300, 4, 300, INK, opacity=0.06
        )
    for i in range(bays):
        if i == mid:
            continue
        bx = -w / 2 + i * 150
        o += "".join(
            rect(bx + 12 + k * 16, -190, 5, 32, TEAL) for k in range(9)
        ) + rect(bx + 7, -194, 136, 7, TEAL, 3)
    # portico
    o += rect(-90, -330, 180, 330, "#FFF9EA") + path(
        "M-118,-326 L0,-410 L118,-326 Z", "url(#gRoof)"
    )
    o += circle(0, -350, 20, PAPER) + circle(0, -350, 15, GOLD)
    o += path("M-56,0 V-118 Q-56,-160 0,-160 Q56,-160 56,-118 V0 Z", DEEP)
    o += path("M-46,0 V-114 Q-46,-150 0,-150 Q46,-150 46,-114 V0 Z", TEAL) + rect(
        -2, -150, 4, 150, DEEP
    )
    o += (
        rect(-58, -290, 116, 80, DEEP, 6)
        + rect(-52, -284, 49, 68, "#A9D8DB")
        + rect(3, -284, 49, 68, "#C7E6E4")
    )
    o += rect(-90, -196, 180, 12, "#E7C58E")
    o += rect(-110, -14, 220, 14, "#D9AE76") + rect(-130, -4, 260, 12, "#C99A63")
    return at(x, y, o, s)


def flagpole(x, y, h, w=132):
    return (
        rect(x - 40, y - 16, 80, 18, "#D9AE76", 3)
        + rect(x - 26, y - 32, 52, 18, "#C99A63", 3)
        + rect(x - 4, y - h, 8, h - 20, "#DAD6CB", 4)
        + circle(x, y - h, 9, GOLD)
        + flag_vn(x + 4, y - h + 14, w)
    )


def petals(n, seed, w=1200, y0=520, y1=800):
    rnd = random.Random(seed)
    return "".join(
        ellipse(
            rnd.uniform(0, w),
            rnd.uniform(y0, y1),
            rnd.uniform(5, 9),
            rnd.uniform(2.5, 4),
            rnd.choice([FLAME, ORANGE, RED]),
            opacity=0.8,
        )
        for _ in range(n)
    )


def hills(y, c, h=90, w=1200):
    return path(
        f"M0,{y} Q{w * 0.15},{y - h} {w * 0.34},{y - h * 0.25} Q{w * 0.52},{y - h * 1.2} {w * 0.72},{y - h * 0.3} "
        f"Q{w * 0.88},{y - h} {w},{y - h * 0.35} V{y + 200} H0 Z",
        c,
    )


def doc(body, w=1200, h=800):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
        + DEFS
        + body
        + "</svg>"
    )


# --- scenes ----------------------------------------------------------------
def truong():
    o = rect(0, 0, 1600, 700, "url(#gSky)") + sun(1270, 130, 56)
    o += (
        cloud(250, 120, 1.1)
        + cloud(1010, 90, 0.8, 0.75)
        + cloud(640, 150, 0.6, 0.6)
        + birds([(450, 90, 0.8), (500, 120, 0.6)])
    )
    o += hills(440, "#B9DCC2", 70, 1600) + hills(478, "#96C49A", 50, 1600)
    o += palm_row(500, [(150, 0.8), (1480, 0.9), (1400, 0.7)])
    o += rect(0, 490, 1600, 210, "url(#gYard)")
    o += path("M0,490 H1600 V512 Q1200,526 800,520 Q400,526 0,512 Z", LEAF)
    o += school(800, 505, 0.98, 7)
    o += (
        bush(390, 512, 0.7)
        + bush(1210, 512, 0.7)
        + bush(520, 512, 0.45, LEAF)
        + bush(1080, 512, 0.45, LEAF)
    )
    o += path("M690,515 H910 L1130,700 H470 Z", "#FBEBCB", opacity=0.85)
    o += flagpole(800, 600, 430, 150)
    o += flame_tree(190, 590, 1.16, 3) + flame_tree(1420, 594, 1.2, 8)
    o += petals(70, 5, 1600, 570, 690)
    o += person(420, 668, 0.62, hair="tails", bag=FLAME, skirt=True) + person(
        500, 676, 0.64, bag=TEAL, right=[(62, -230), (70, -290)]
    )
    o += ao_dai(1095, 674, 0.62, PAPER, BLUSH, flowers=False) + person(
        1180, 680, 0.6, hair="bob", bag=GOLD, skirt=True, skin=SKIN2
    )
    o += person(1010, 640, 0.5, back=True, bag=BLUE) + person(
        620, 640, 0.5, back=True, bag=RED, hair="long"
    )
    return doc(o, 1600, 700)


def san_truong():
    o = (
        rect(0, 0, 1200, 800, "url(#gSky)")
        + sun(190, 150, 54)
        + cloud(480, 110, 0.9)
        + cloud(830, 160, 0.6, 0.7)
    )
    o += (
        hills(470, "#B9DCC2", 60)
        + rect(0, 480, 1200, 320, "url(#gYard)")
        + rect(0, 480, 1200, 18, LEAF)
    )
    o += school(470, 500, 0.9, 5) + bush(90, 500, 0.6) + bush(850, 500, 0.6)
    o += flame_tree(1000, 640, 1.5, 21) + petals(80, 9, 1200, 600, 790)
    o += ellipse(1000, 662, 240, 24, INK, opacity=0.1)
    o += (
        rect(850, 640, 300, 18, WOOD, 6)
        + rect(880, 656, 16, 48, BARK, 4)
        + rect(1100, 656, 16, 48, BARK, 4)
    )
    o += person(
        300,
        756,
        0.98,
        hair="tails",
        skirt=True,
        bag=FLAME,
        right=[(66, -200), (88, -170)],
    )
    o += person(
        450,
        764,
        1.0,
        bag=TEAL,
        left=[(-66, -200), (-62, -170)],
        right=[(80, -230), (86, -300)],
    )
    o += person(640, 748, 0.94, hair="bob", skirt=True, bag=GOLD, skin=SKIN2)
    o += person(165, 690, 0.7, back=True, bag=BLUE)
    return doc(o)


def thu_vien():
    o = (
        rect(0, 0, 1200, 800, "url(#gWall)")
        + rect(0, 640, 1200, 160, "url(#gFloor)")
        + rect(0, 632, 1200, 12, WOOD)
    )
    o += shelf(40, 80, 360, 4, 138, 4) + shelf(800, 80, 360, 4, 138, 11)
    o += window(470, 130, 260, 250)
    o += bunting(400, 70, 800, 70, 9, 22)
    o += ellipse(600, 735, 460, 42, TEAL, opacity=0.22)
    o += person(
        410,
        742,
        1.05,
        hair="tails",
        seated=True,
        left=[(-74, -150), (-20, -140)],
        right=[(74, -150), (20, -140)],
    )
    o += person(
        780,
        742,
        1.05,
        hair="boy",
        seated=True,
        glasses=True,
        skin=SKIN2,
        left=[(-74, -150), (-20, -140)],
        right=[(74, -150), (20, -140)],
    )
    o += person(
        596,
        738,
        1.1,
        hair="bob",
        seated=True,
        shirt="#F7E8EA",
        scarf=True,
        left=[(-74, -150), (-20, -136)],
        right=[(74, -150), (20, -136)],
    )
    o += (
        rect(310, 640, 580, 130, "#C98F5C", 6)
        + rect(310, 640, 580, 14, INK, opacity=0.14)
        + rect(280, 628, 640, 22, TAN, 8)
    )
    for bx, c in ((410, FLAME), (596, TEAL), (780, GOLD)):
        o += path(
            f"M{bx},590 Q{bx - 40},566 {bx - 82},580 V634 Q{bx - 40},620 {bx},640 Q{bx + 40},620 {bx + 82},634 V580 Q{bx + 40},566 {bx},590 Z",
            c,
        )
        o += path(
            f"M{bx},586 Q{bx - 38},564 {bx - 74},576 V626 Q{bx - 38},614 {bx},632 Z",
            PAPER,
        )
        o += path(
            f"M{bx},586 Q{bx + 38},564 {bx + 74},576 V626 Q{bx + 38},614 {bx},632 Z",
            "#F6EAD2",
        )
        o += "".join(
            line(
                f"M{bx - 62},{588 + k * 11} Q{bx - 38},{580 + k * 11} {bx - 12},{594 + k * 11}",
                TAN,
                2.5,
            )
            + line(
                f"M{bx + 62},{588 + k * 11} Q{bx + 38},{580 + k * 11} {bx + 12},{594 + k * 11}",
                TAN,
                2.5,
            )
            for k in range(3)
        )
    o += potted(120, 770, 1.1) + potted(1090, 770, 1.1)
    return doc(o)


def dong_sen():
    o = rect(0, 0, 1200, 800, "url(#gDawn)") + sun(820, 210, 80)
    o += (
        cloud(260, 130, 1.1, 0.8)
        + cloud(1020, 100, 0.7, 0.7)
        + birds([(420, 190, 1), (480, 160, 0.8), (540, 200, 0.7)])
    )
    o += hills(360, "#CFE0B8", 70) + hills(390, "#A5C98F", 40)
    o += palm_row(
        395, [(80, 0.55), (130, 0.7), (1090, 0.75), (1140, 0.55), (1020, 0.45)]
    )
    o += rect(0, 380, 1200, 420, "url(#gWater)")
    o += path("M740,380 H900 L960,800 H640 Z", "#FFE9B0", opacity=0.28)
    rnd = random.Random(6)
    for i in range(46):
        yy = 400 + (i / 46) ** 1.4 * 190
        o += pad(
            rnd.uniform(0, 1200),
            yy,
            0.16 + (yy - 400) / 420,
            rnd.choice([LEAF, MOSS, "#7DB566"]),
        )
    for i in range(12):
        yy = 425 + i * 9
        o += lotus(rnd.uniform(30, 1170), yy, 0.18 + i * 0.014)
    # boat
    o += ellipse(560, 640, 300, 20, DEEP, opacity=0.3)
    o += person(
        660,
        640,
        0.86,
        hair="long",
        shirt="#8A6BA0",
        scarf=False,
        seated=True,
        long_sleeve=True,
        hat="non",
        left=[(-86, -170), (-90, -130)],
        right=[(70, -190), (110, -190)],
    )
    o += line("M770,420 L720,720", BARK, 10)
    o += person(
        450,
        640,
        0.76,
        hair="boy",
        seated=True,
        left=[(-60, -160), (-30, -126)],
        right=[(60, -160), (30, -126)],
    )
    o += lotus(418, 560, 0.55, 40) + lotus(470, 548, 0.6, 40) + bud(505, 562, 0.5, 60)
    o += path(
        "M250,560 Q300,600 400,602 H720 Q820,600 880,552 Q850,650 740,660 H390 Q290,654 250,560 Z",
        BARK,
    )
    o += path(
        "M262,576 Q310,612 400,614 H720 Q812,612 868,570",
        "none",
        stroke=TAN,
        stroke_width=7,
    )
    # foreground
    for x, y, s, c in (
        (80, 740, 1.5, MOSS),
        (300, 785, 1.4, LEAF),
        (1120, 730, 1.6, MOSS),
        (930, 790, 1.4, LEAF),
        (620, 800, 1.2, "#7DB566"),
    ):
        o += pad(x, y, s, c)
    o += (
        lotus(170, 660, 1.35, 110)
        + bud(290, 690, 0.95, 110)
        + lotus(1040, 640, 1.5, 130)
        + bud(920, 700, 0.95, 100)
        + lotus(1165, 730, 0.9, 60)
    )
    return doc(o)


def lop_hoc():
    o = rect(0, 0, 1200, 800, "url(#gTealWall)") + rect(
        0, 560, 1200, 240, "url(#gFloor)"
    )
    o += rect(260, 90, 620, 330, WOOD, 12) + rect(278, 108, 584, 294, "url(#gBoard)", 6)
    o += line("M330,330 L470,160 L560,330 Z", "#EAF3E8", 5, opacity=0.9) + line(
        "M470,160 V330", "#F6D58E", 4, stroke_dasharray="10 10"
    )
    o += el(
        "circle",
        cx=730,
        cy=240,
        r=76,
        fill="none",
        stroke="#EAF3E8",
        stroke_width=5,
        opacity=0.9,
    ) + line("M730,240 L794,200", "#F6D58E", 4)
    o += line("M620,360 H830", "#EAF3E8", 4, opacity=0.6) + line(
        "M310,375 H560", "#EAF3E8", 4, opacity=0.6
    )
    o += rect(470, 404, 200, 14, TAN, 4)
    o += window(960, 120, 190, 240) + window(50, 120, 160, 240)
    o += ao_dai(
        905,
        640,
        1.08,
        TEAL,
        GOLD,
        left=[(-90, -250), (-118, -330)],
        right=[(60, -200), (30, -160)],
    )
    o += line("M787,310 L740,262", WOOD, 6)
    o += (
        rect(1010, 470, 150, 16, TAN, 5)
        + rect(1024, 486, 122, 110, WOOD, 4)
        + lotus(1062, 462, 0.38)
        + lotus(1096, 458, 0.44)
        + path("M1054,470 H1104 L1096,440 H1062 Z", BLUE)
    )
    for x, h in ((160, "tails"), (420, "boy"), (680, "long")):
        o += person(
            x,
            800,
            1.0,
            back=True,
            hair=h,
            seated=True,
            bag=None,
            left=[(-70, -150), (-40, -130)],
            right=[(70, -150), (40, -130)],
        )
    o += person(
        420,
        800,
        1.0,
        back=True,
        hair="boy",
        seated=True,
        left=[(-70, -150), (-40, -130)],
        right=[(84, -260), (70, -350)],
    )
    for x in (60, 320, 580):
        o += desk(x, 690, 210, 130)
    o += (
        book(90, 676, 70, 14, FLAME)
        + book(350, 676, 60, 14, GOLD)
        + book(610, 676, 70, 14, BLUE)
    )
    return doc(o)


def flask(x, y, c, s=1.0, round_=False):
    if round_:
        b = circle(0, -46, 46, "#EAF6F4", opacity=0.92) + path(
            "M-44,-40 A46,46 0 0 0 44,-40 Q20,-52 0,-42 Q-22,-32 -44,-40 Z", c
        )
        b += rect(-13, -140, 26, 60, "#EAF6F4", opacity=0.92) + rect(
            -18, -146, 36, 10, "#CFE5E2", 5
        )
    else:
        b = path(
            "M-14,-140 H14 V-92 L52,-10 Q54,0 42,0 H-42 Q-54,0 -52,-10 L-14,-92 Z",
            "#EAF6F4",
            opacity=0.92,
        )
        b += path(
            "M-32,-52 Q-14,-62 0,-54 Q16,-46 32,-52 L50,-10 Q52,-3 42,-3 H-42 Q-52,-3 -50,-10 Z",
            c,
        )
        b += rect(-18, -146, 36, 10, "#CFE5E2", 5)
    b += (
        circle(-8, -24, 5, PAPER, opacity=0.6)
        + circle(12, -34, 4, PAPER, opacity=0.6)
        + circle(2, -14, 3, PAPER, opacity=0.6)
    )
    return at(x, y, b, s)


def thi_nghiem():
    o = rect(0, 0, 1200, 800, "url(#gTealWall)") + rect(
        0, 600, 1200, 200, "url(#gFloor)"
    )
    o += window(470, 70, 260, 210)
    for sy in (150, 270):
        o += rect(50, sy, 330, 14, WOOD, 4) + rect(830, sy, 320, 14, WOOD, 4)
    o += (
        flask(100, 150, FLAME, 0.6)
        + flask(170, 150, GOLD, 0.6, True)
        + flask(240, 150, TEAL, 0.6)
        + flask(320, 150, PINK, 0.55, True)
    )
    o += (
        book(80, 186, 24, 84, NAVY)
        + book(106, 196, 22, 74, FLAME)
        + book(130, 180, 28, 90, LEAF)
        + book(160, 192, 22, 78, GOLD)
        + potted(300, 270, 0.62)
    )
    o += (
        flask(880, 150, LEAF, 0.6, True)
        + flask(960, 150, BLUE, 0.6)
        + flask(1040, 150, ORANGE, 0.55)
        + flask(1110, 150, ROSE, 0.5, True)
    )
    o += (
        at(
            1010,
            270,
            circle(0, -52, 36, "url(#gGlobe)")
            + line("M-30,-84 A48,48 0 0 1 32,-14", WOOD, 6)
            + rect(-26, -10, 52, 10, WOOD, 4),
        )
        + book(1080, 200, 24, 70, RED)
        + book(1106, 190, 26, 80, DEEP)
    )
    o += person(
        300,
        790,
        1.22,
        hair="bob",
        shirt="#FDFBF4",
        seated=True,
        glasses=True,
        long_sleeve=True,
        left=[(-80, -150), (-40, -150)],
        right=[(90, -180), (100, -210)],
    )
    o += person(
        880,
        790,
        1.22,
        hair="boy",
        shirt="#FDFBF4",
        seated=True,
        skin=SKIN2,
        glasses=True,
        long_sleeve=True,
        left=[(-90, -180), (-96, -200)],
        right=[(80, -150), (40, -150)],
    )
    o += person(
        590,
        760,
        1.18,
        hair="tails",
        shirt="#FDFBF4",
        seated=True,
        long_sleeve=True,
        left=[(-84, -180), (-70, -220)],
        right=[(84, -180), (70, -220)],
    )
    o += (
        rect(80, 640, 1040, 24, TAN, 8)
        + rect(110, 664, 980, 136, "#C98F5C")
        + rect(110, 664, 980, 12, INK, opacity=0.12)
    )
    o += (
        flask(440, 640, TEAL, 1.05)
        + flask(590, 640, FLAME, 0.78, True)
        + flask(745, 640, GOLD, 1.05)
    )
    for x, y, r in ((440, 466, 9), (452, 436, 6), (745, 468, 9), (734, 436, 7)):
        o += el(
            "circle",
            cx=x,
            cy=y,
            r=r,
            fill="#FFFFFF",
            fill_opacity=0.55,
            stroke=TEAL,
            stroke_width=2.5,
        )
    o += at(
        990,
        640,
        rect(-60, -12, 120, 12, NAVY, 5)
        + line("M-30,-12 Q-58,-70 -10,-104", NAVY, 15)
        + '<g transform="rotate(28 6 -100)">'
        + rect(-9, -150, 26, 96, BLUE, 8)
        + rect(-4, -168, 16, 24, NAVY, 4)
        + "</g>"
        + rect(-22, -46, 76, 9, NAVY, 4),
    )
    o += at(
        185,
        640,
        rect(-56, -16, 112, 16, WOOD, 4)
        + "".join(
            rect(-46 + k * 32, -84, 18, 78, "#EAF6F4", 8)
            + rect(-46 + k * 32, -44, 18, 38, c, 8)
            for k, c in enumerate((PINK, LEAF, ORANGE))
        )
        + rect(-56, -60, 112, 10, WOOD, 4),
    )
    return doc(o)


def bike(x, y, s=1.0, colour=FLAME):
    def wheel(cx):
        sp = "".join(
            line(
                f"M{cx},-70 L{cx + 66 * math.cos(math.radians(a)):.0f},{-70 + 66 * math.sin(math.radians(a)):.0f}",
                "#B9B3A6",
                2,
            )
            for a in range(0, 360, 30)
        )
        return (
            el("circle", cx=cx, cy=-70, r=68, fill="none", stroke=INK, stroke_width=10)
            + sp
            + circle(cx, -70, 9, INK)
        )

    o = shadow(0, 0, 210, 12) + wheel(-125) + wheel(125)
    o += line("M-125,-70 L-60,-160 L70,-172 L-10,-70 L-125,-70", colour, 11) + line(
        "M-60,-160 L-10,-70", colour, 11
    )
    o += line("M125,-70 L66,-196", colour, 11) + line(
        "M66,-196 L60,-214 L26,-222", INK, 9
    )
    o += line("M-60,-160 L-66,-186", INK, 8) + path(
        "M-108,-196 Q-66,-212 -26,-192 Q-50,-176 -96,-182 Z", INK
    )
    o += (
        circle(-10, -70, 16, INK)
        + line("M-10,-70 L8,-44", INK, 7)
        + rect(-4, -44, 26, 8, INK, 4)
    )
    o += rect(-180, -168, 90, 9, INK, 4) + line("M-125,-70 L-172,-164", INK, 5)
    o += (
        path("M78,-232 H172 L160,-166 H90 Z", TAN)
        + "".join(
            line(f"M{92 + k * 20},-230 L{97 + k * 16},-168", WOOD, 4) for k in range(4)
        )
        + line("M82,-210 H168 M86,-190 H164", WOOD, 4)
    )
    return at(x, y, o, s)


def xe_dap():
    o = (
        rect(0, 0, 1200, 800, "url(#gSky)")
        + sun(930, 190, 66)
        + cloud(260, 130, 1.1)
        + cloud(700, 90, 0.7, 0.7)
    )
    o += birds([(560, 200, 1), (610, 175, 0.8)])
    o += (
        hills(430, "#B9DCC2", 80)
        + hills(460, "#96C49A", 50)
        + palm_row(470, [(1110, 0.85), (1040, 0.6), (60, 0.6)])
    )
    o += rect(0, 455, 1200, 345, "url(#gGrass)")
    for k in range(9):
        yy = 470 + k * 18 + k * k * 0.8
        o += line(
            f"M0,{yy:.0f} Q600,{yy - 12:.0f} 1200,{yy:.0f}",
            "#D6DE7A" if k % 2 else "#7DB566",
            7,
            opacity=0.65,
        )
    o += (
        school(250, 470, 0.38, 5)
        + green_tree(430, 474, 0.6)
        + flame_tree(90, 482, 0.42, 4)
    )
    o += path("M0,650 Q600,600 1200,650 V800 H0 Z", "#EBCB97") + path(
        "M0,650 Q600,600 1200,650 V664 Q600,614 0,664 Z", "#D3A971"
    )
    o += path("M0,770 Q600,735 1200,770 V800 H0 Z", LEAF)
    o += bike(640, 736, 1.3)
    o += at(
        830,
        436,
        lotus(-20, 20, 0.55, 30)
        + lotus(40, 10, 0.6, 30)
        + bud(10, -4, 0.5, 40)
        + book(-46, -14, 16, 50, NAVY),
    )
    o += at(
        452,
        520,
        rect(-52, -96, 104, 100, TEAL, 20)
        + rect(-36, -46, 72, 40, DEEP, 12, opacity=0.45)
        + line("M-24,-96 Q0,-126 24,-96", DEEP, 8),
    )
    rnd = random.Random(3)
    for i in range(26):
        gx = rnd.uniform(0, 1200)
        gy = rnd.uniform(772, 800)
        o += line(
            f"M{gx:.0f},{gy:.0f} q-6,-22 -12,-28 M{gx:.0f},{gy:.0f} q2,-22 8,-32",
            MOSS,
            4,
        )
        if i % 3 == 0:
            o += circle(gx + 6, gy - 34, 6, rnd.choice([GOLD, PINK, PAPER]))
    return doc(o)


def robot_body(x, y, s=1.0, c=TEAL, c2=GOLD):
    o = shadow(0, 0, 110, 12)
    o += rect(-86, -50, 172, 50, INK, 25) + "".join(
        circle(-58 + k * 38, -25, 14, "#8FA3A6") for k in range(4)
    )
    o += (
        rect(-66, -160, 132, 116, c, 18)
        + rect(-44, -140, 88, 50, PAPER, 10)
        + circle(-22, -114, 9, FLAME)
        + circle(4, -114, 9, c2)
        + rect(20, -122, 16, 16, LEAF, 4)
    )
    o += "".join(
        rect(-40 + k * 22, -78, 14, 14, DEEP, 4, opacity=0.5) for k in range(4)
    )
    o += line("M-66,-130 Q-110,-130 -112,-180", "#8FA3A6", 14) + line(
        "M66,-130 Q110,-120 124,-90", "#8FA3A6", 14
    )
    o += line("M-126,-206 Q-130,-184 -112,-182 Q-94,-184 -98,-206", c2, 10) + line(
        "M140,-66 Q118,-70 124,-92 Q136,-104 150,-86", c2, 10
    )
    o += (
        rect(-10, -178, 20, 22, "#8FA3A6")
        + rect(-60, -258, 120, 84, c, 22)
        + rect(-46, -242, 92, 52, INK, 18)
    )
    o += (
        circle(-20, -218, 11, "#9FF0E0")
        + circle(20, -218, 11, "#9FF0E0")
        + line("M-12,-202 Q0,-194 12,-202", "#9FF0E0", 4)
    )
    o += line("M0,-258 V-286", "#8FA3A6", 6) + circle(0, -292, 11, FLAME)
    return at(x, y, o, s)


def gear(x, y, r, c, n=10):
    teeth = "".join(
        f'<rect x="{-r * 0.14:.1f}" y="{-r * 1.2:.1f}" width="{r * 0.28:.1f}" height="{r * 0.4:.1f}" rx="4" fill="{c}" transform="rotate({360 / n * i})"/>'
        for i in range(n)
    )
    return at(x, y, teeth + circle(0, 0, r, c) + circle(0, 0, r * 0.42, "#FBEBCB"))


def robot():
    o = rect(0, 0, 1200, 800, "url(#gWall)") + rect(0, 590, 1200, 210, "url(#gFloor)")
    o += (
        gear(150, 170, 66, "#F3D79D")
        + gear(262, 250, 44, "#F6DFB0", 8)
        + gear(1060, 180, 76, "#F3D79D", 12)
        + gear(930, 110, 40, "#F6DFB0", 8)
    )
    o += rect(380, 70, 440, 250, DEEP, 16) + rect(396, 86, 408, 218, "#E9F5F2", 8)
    blocks = [
        (430, 116, 150, FLAME),
        (430, 158, 210, GOLD),
        (462, 200, 150, TEAL),
        (462, 242, 190, LEAF),
    ]
    for bx, by, bw, c in blocks:
        o += (
            rect(bx, by, bw, 34, c, 9)
            + rect(bx + 18, by - 4, 30, 8, c, 4)
            + rect(bx + bw - 52, by + 9, 36, 16, PAPER, 8, opacity=0.8)
        )
    o += at(722, 250, robot_body(0, 0, 0.5, BLUE, FLAME))
    o += person(
        210,
        790,
        1.2,
        hair="tails",
        seated=True,
        left=[(-80, -150), (-30, -150)],
        right=[(90, -180), (110, -170)],
    )
    o += person(
        990,
        790,
        1.2,
        hair="boy",
        seated=True,
        glasses=True,
        skin=SKIN2,
        left=[(-90, -180), (-110, -170)],
        right=[(80, -150), (30, -150)],
    )
    o += person(
        440,
        770,
        1.12,
        hair="boy",
        seated=True,
        shirt="#FDF1D2",
        left=[(-70, -160), (-40, -140)],
        right=[(70, -170), (90, -150)],
    )
    o += (
        rect(60, 640, 1080, 26, TAN, 8)
        + rect(90, 666, 1020, 134, "#C98F5C")
        + rect(90, 666, 1020, 12, INK, opacity=0.12)
    )
    o += robot_body(650, 642, 1.16)
    o += at(
        290,
        640,
        path("M-80,0 H80 L66,-14 H-66 Z", "#8FA3A6")
        + rect(-66, -104, 132, 92, NAVY, 8)
        + circle(0, -58, 12, PAPER, opacity=0.6),
    )
    o += (
        at(
            880,
            640,
            rect(-46, -10, 60, 10, FLAME, 3)
            + rect(-40, -22, 48, 12, GOLD, 3)
            + rect(26, -14, 40, 14, LEAF, 3),
        )
        + gear(460, 618, 18, "#8FA3A6", 8)
        + gear(508, 624, 13, GOLD, 8)
    )
    return doc(o)


def hand_flag(x, y, kind, w=150, rot=0):
    fl = {"vn": flag_vn, "la": flag_la}[kind](4, -250, w)
    return at(
        x, y, rect(-4, -262, 8, 262, WOOD, 4) + circle(0, -264, 8, GOLD) + fl, 1, rot
    )


def huu_nghi():
    o = rect(0, 0, 1200, 800, "url(#gDawn)") + sun(600, 250, 110)
    o += cloud(170, 150, 1, 0.8) + cloud(1040, 130, 0.9, 0.8)
    o += hills(500, "#CFE0B8", 110) + hills(540, "#A5C98F", 60)
    o += bunting(-20, 40, 600, 30, 12, 40) + bunting(600, 30, 1220, 40, 12, 40)
    o += rect(0, 560, 1200, 240, "url(#gYard)") + rect(0, 560, 1200, 16, LEAF)
    o += (
        bush(60, 566, 0.8)
        + bush(1140, 566, 0.8)
        + bush(200, 566, 0.5, LEAF)
        + bush(1010, 566, 0.5, LEAF)
    )
    o += hand_flag(366, 470, "vn", 180) + hand_flag(836 - 0, 470, "la", 180)
    o += person(
        430,
        760,
        1.25,
        hair="tails",
        skirt=True,
        left=[(-66, -230), (-52, -240)],
        right=[(76, -180), (100, -150)],
    )
    o += person(
        690,
        760,
        1.25,
        hair="long",
        shirt="#FDFBF4",
        legs=LAO_BLUE,
        skirt=True,
        scarf=False,
        skin=SKIN2,
        left=[(-70, -170), (-108, -150)],
        right=[(100, -230), (116, -240)],
    )
    o += line("M643,620 l1,0", GOLD, 1)
    # patterned border of the Lao skirt
    o += line("M622,676 Q690,692 758,676", GOLD, 8)
    o += person(
        210,
        740,
        1.0,
        hair="boy",
        left=[(-70, -240), (-78, -310)],
        right=[(60, -165), (66, -120)],
    )
    o += person(
        1000,
        740,
        1.0,
        hair="boy",
        shirt="#FDFBF4",
        scarf=False,
        legs=INK,
        skin=SKIN2,
        right=[(70, -240), (78, -310)],
    )
    o += lotus(90, 790, 0.8) + lotus(1110, 790, 0.8) + lotus(566, 796, 0.55)
    return doc(o)


def fan(x, y, c, s=1.0, rot=0):
    o = path("M0,0 L-92,-64 A112,112 0 0 1 92,-64 Z", c) + path(
        "M-92,-64 A112,112 0 0 1 92,-64 L82,-57 A100,100 0 0 0 -82,-57 Z", GOLD
    )
    for a in range(-50, 51, 14):
        r = math.radians(a - 90)
        o += line(
            f"M0,0 L{108 * math.cos(r):.0f},{108 * math.sin(r):.0f}",
            PAPER,
            2.4,
            opacity=0.55,
        )
    return at(x, y, o, s, rot)


def bamboo(x, y, h, s=1.0):
    o = ""
    for k in range(int(h / 80)):
        o += rect(-11, -80 * (k + 1) + 3, 22, 77, LEAF if k % 2 else "#6FAE62", 6)
        if k % 2:
            for sx in (-1, 1):
                o += path(
                    f"M0,{-80 * k} q{sx * 40},-50 {sx * 92},-30 q{-sx * 40},30 {-sx * 92},30 Z",
                    MOSS,
                    opacity=0.9,
                )
    return at(x, y, o, s)


def ao_dai_scene():
    o = (
        rect(0, 0, 1200, 800, "url(#gDawn)")
        + circle(600, 380, 300, "#FCE3B8")
        + circle(600, 380, 240, "#FDEBCB")
    )
    for x, h in ((60, 720), (130, 640), (1150, 720), (1070, 640)):
        o += bamboo(x, 720, h)
    o += rect(0, 660, 1200, 140, "#E2B27C") + rect(0, 660, 1200, 14, "#C88F59")
    for k in range(7):
        o += line(
            f"M{k * 200 - 60},800 L{120 + k * 160},674", "#C88F59", 4, opacity=0.5
        )
    for x in (210, 400, 600, 800, 990):
        o += line(f"M{x},0 V{70 + (x % 3) * 18}", BARK, 3)
        yy = 70 + (x % 3) * 18
        o += (
            rect(x - 14, yy - 4, 28, 10, BARK, 3)
            + ellipse(x, yy + 46, 42, 46, FLAME)
            + ellipse(x, yy + 46, 22, 46, ORANGE, opacity=0.7)
            + rect(x - 14, yy + 86, 28, 9, BARK, 3)
            + line(f"M{x},{yy + 95} v34", GOLD, 6)
        )
    o += ao_dai(
        300,
        730,
        1.12,
        PAPER,
        PINK,
        hat=True,
        left=[(-70, -190), (-40, -160)],
        right=[(96, -230), (104, -180)],
    )
    o += ao_dai(
        600,
        750,
        1.25,
        ROSE,
        GOLD,
        hair="bun",
        left=[(-96, -240), (-118, -320)],
        right=[(96, -240), (118, -320)],
    )
    o += ao_dai(
        900,
        730,
        1.12,
        TEAL,
        GOLD,
        left=[(-96, -230), (-104, -180)],
        right=[(70, -190), (40, -160)],
    )
    o += fan(452, 356, FLAME, 0.95, -16) + fan(748, 356, FLAME, 0.95, 16)
    o += fan(418, 530, PINK, 0.7, 20) + fan(782, 530, GOLD, 0.7, -20)
    o += (
        lotus(130, 790, 0.8)
        + lotus(1070, 790, 0.8)
        + lotus(440, 800, 0.5)
        + lotus(770, 800, 0.5)
    )
    return doc(o)


def ball(x, y, r):
    o = circle(0, 0, 50, PAPER) + el(
        "circle", cx=0, cy=0, r=50, fill="none", stroke=INK, stroke_width=4
    )
    pent = " ".join(
        f"{20 * math.cos(math.radians(-90 + 72 * i)):.1f},{20 * math.sin(math.radians(-90 + 72 * i)):.1f}"
        for i in range(5)
    )
    o += el("polygon", points=pent, fill=INK)
    for i in range(5):
        a = math.radians(-90 + 72 * i)
        o += line(
            f"M{20 * math.cos(a):.1f},{20 * math.sin(a):.1f} L{36 * math.cos(a):.1f},{36 * math.sin(a):.1f}",
            INK,
            4,
        )
        o += path(
            f"M{36 * math.cos(a):.1f},{36 * math.sin(a):.1f} L{49 * math.cos(a - 0.34):.1f},{49 * math.sin(a - 0.34):.1f} A50,50 0 0 1 {49 * math.cos(a + 0.34):.1f},{49 * math.sin(a + 0.34):.1f} Z",
            INK,
        )
    return at(x, y, o, r / 50, 12)


def bong_da():
    o = (
        rect(0, 0, 1200, 800, "url(#gSky)")
        + sun(1010, 140, 56)
        + cloud(230, 120, 1)
        + cloud(650, 90, 0.7, 0.8)
    )
    o += (
        hills(400, "#B9DCC2", 60)
        + school(600, 430, 0.52, 7)
        + green_tree(140, 440, 0.9)
        + green_tree(270, 440, 0.7, LEAF, LIME)
        + flame_tree(1060, 448, 0.62, 14)
    )
    o += rect(0, 425, 1200, 375, "url(#gGrass)")
    for k in range(5):
        o += path(
            f"M{-300 + k * 400},800 L{80 + k * 230},425 H{195 + k * 230} L{-100 + k * 400},800 Z",
            "#FFFFFF",
            opacity=0.09,
        )
    o += line("M0,470 H1200", PAPER, 6, opacity=0.85) + ellipse(
        600, 690, 330, 80, "none", stroke=PAPER, stroke_width=7, opacity=0.85
    )
    # goal
    net = "".join(
        line(f"M{70 + k * 20},380 V560", PAPER, 2, opacity=0.6) for k in range(10)
    ) + "".join(
        line(f"M60,{390 + k * 20} H260", PAPER, 2, opacity=0.6) for k in range(9)
    )
    o += net + line("M60,565 V375 H262 V565", PAPER, 12)
    run1 = [
        ("M-14,-112 L-60,-60 L-104,-70", (-112, -64)),
        ("M14,-112 L44,-70 L30,-12", (42, -8)),
    ]
    run2 = [
        ("M-14,-112 L-34,-62 L-26,-12", (-34, -8)),
        ("M14,-112 L66,-84 L104,-40", (114, -40)),
    ]
    o += person(
        760,
        730,
        1.12,
        shirt=FLAME,
        scarf=False,
        legs=NAVY,
        left=[(-90, -200), (-86, -260)],
        right=[(92, -170), (110, -200)],
        legs_path=run2,
        flip=True,
    )
    o += person(
        400,
        720,
        1.08,
        hair="boy",
        shirt=GOLD,
        scarf=False,
        legs=MOSS,
        skin=SKIN2,
        left=[(-90, -190), (-110, -150)],
        right=[(80, -180), (70, -240)],
        legs_path=run1,
    )
    o += person(
        1010,
        640,
        0.8,
        hair="tails",
        shirt=FLAME,
        scarf=False,
        legs=NAVY,
        left=[(-70, -240), (-80, -310)],
        right=[(70, -240), (80, -310)],
    )
    o += person(
        205,
        610,
        0.72,
        hair="boy",
        shirt=TEAL,
        scarf=False,
        legs=INK,
        left=[(-90, -220), (-110, -250)],
        right=[(90, -220), (110, -250)],
    )
    o += shadow(570, 742, 44, 8) + ball(570, 700, 42)
    return doc(o)


def vuon_truong():
    o = (
        rect(0, 0, 1200, 800, "url(#gSky)")
        + sun(200, 140, 56)
        + cloud(560, 100, 0.9)
        + cloud(940, 140, 0.7, 0.75)
    )
    o += (
        hills(400, "#B9DCC2", 60)
        + school(820, 430, 0.6, 5)
        + flame_tree(1130, 450, 0.62, 31)
        + green_tree(90, 440, 0.9)
        + green_tree(210, 436, 0.7, LEAF, LIME)
    )
    o += rect(0, 420, 1200, 380, "url(#gGrass)")
    o += (
        "".join(rect(330 + k * 46, 384, 14, 60, PAPER, 5) for k in range(6))
        + rect(320, 398, 270, 9, PAPER, 4)
        + rect(320, 422, 270, 9, PAPER, 4)
    )
    for row, yy in enumerate((540, 640, 748)):
        k = 1 + row * 0.22
        o += path(
            f"M-20,{yy + 34} Q600,{yy - 20} 1220,{yy + 34} V{yy + 62} Q600,{yy + 16} -20,{yy + 62} Z",
            "#8B5A3C",
        )
        for i in range(15 - row * 3):
            px = 40 + i * (1160 / (14 - row * 3))
            py = yy + 26 - 26 * (1 - ((px - 600) / 600) ** 2)
            kind = (row + i // 3) % 3
            if kind == 0:
                g = "".join(
                    f'<g transform="rotate({a})">'
                    + path(
                        "M0,0 C-14,-14 -14,-40 0,-52 C14,-40 14,-14 0,0 Z",
                        LIME if a % 20 else LEAF,
                    )
                    + "</g>"
                    for a in (-60, -30, 0, 30, 60)
                )
            elif kind == 1:
                g = (
                    line("M0,0 V-46", MOSS, 5)
                    + ellipse(-14, -26, 14, 7, LEAF)
                    + ellipse(14, -34, 14, 7, LEAF)
                    + circle(0, -52, 15, FLAME)
                    + circle(0, -52, 6, GOLD)
                )
            else:
                g = (
                    circle(0, -18, 24, "#8CC06A")
                    + circle(-8, -22, 14, LIME)
                    + circle(9, -20, 12, "#BFDD8A")
                )
            o += at(px, py, g, k * 0.9)
    o += person(
        350,
        690,
        1.0,
        hair="tails",
        skirt=True,
        legs=NAVY,
        hat="non",
        left=[(-60, -165), (-52, -118)],
        right=[(80, -180), (104, -160)],
    )
    o += at(
        474,
        560,
        path("M-30,-30 H30 L24,26 H-24 Z", TEAL)
        + line("M28,-14 Q64,-30 74,-46", TEAL, 9)
        + rect(62, -62, 30, 12, TEAL, 5)
        + line("M-30,-20 Q-56,-10 -26,16", TEAL, 7)
        + "".join(
            line(f"M{84 + k * 8},{-44 + k * 2} q10,26 {14 + k * 4},56", "#6FB7D6", 3.5)
            for k in range(4)
        ),
    )
    o += person(
        800,
        680,
        1.0,
        hair="boy",
        left=[(-70, -160), (-66, -128)],
        right=[(76, -180), (88, -170)],
        skin=SKIN2,
    )
    o += at(
        880,
        515,
        line("M0,-60 L22,160", WOOD, 9)
        + path("M8,150 L44,150 L38,196 Q26,210 14,196 Z", "#8FA3A6"),
    )
    o += at(
        722,
        556,
        path("M-46,-14 H46 L34,34 H-34 Z", TAN)
        + circle(-22, -18, 15, FLAME)
        + circle(4, -22, 16, LEAF)
        + circle(26, -16, 13, GOLD)
        + line("M-46,-14 H46", WOOD, 6),
    )
    o += ao_dai(1020, 660, 0.86, "#8A6BA0", GOLD, hat=True, flowers=False)
    return doc(o)


def drum(x, y, s=1.0):
    o = shadow(0, 0, 190, 18)
    o += line("M-130,-8 L-70,-120 M130,-8 L70,-120 M-150,-6 H150", BARK, 18)
    o += path("M-120,-330 Q-190,-220 -120,-110 H120 Q190,-220 120,-330 Z", RED)
    o += path(
        "M-120,-330 Q-190,-220 -120,-110 H-60 Q-116,-220 -60,-330 Z", INK, opacity=0.12
    )
    o += path(
        "M50,-330 Q104,-220 50,-110 H86 Q146,-220 86,-330 Z", "#FFFFFF", opacity=0.12
    )
    o += line("M-150,-270 Q0,-230 150,-270 M-150,-170 Q0,-130 150,-170", GOLD, 9)
    o += ellipse(0, -330, 124, 34, "#F7E3B8") + ellipse(
        0, -330, 124, 34, "none", stroke=BARK, stroke_width=8
    )
    o += ellipse(0, -330, 50, 13, "#E9C88B")
    o += "".join(
        circle(-116 + k * 29, -296 + 8 * math.sin(k / 8 * math.pi) * 3, 5, GOLD)
        for k in range(9)
    )
    o += (
        el("circle", cx=0, cy=-206, r=34, fill=GOLD)
        + circle(0, -206, 25, RED)
        + lotus(0, -190, 0.34)
    )
    return at(x, y, o, s)


def trong_truong():
    o = (
        rect(0, 0, 1200, 800, "url(#gSky)")
        + sun(980, 150, 60)
        + cloud(220, 130, 1)
        + cloud(720, 90, 0.7, 0.8)
    )
    o += (
        hills(470, "#B9DCC2", 60)
        + rect(0, 480, 1200, 320, "url(#gYard)")
        + rect(0, 480, 1200, 16, LEAF)
    )
    o += (
        school(640, 500, 0.8, 5)
        + flame_tree(120, 600, 1.15, 41)
        + bush(1080, 500, 0.8)
        + bush(960, 500, 0.5, LEAF)
    )
    o += bunting(250, 250, 1210, 190, 16, 50)
    o += (
        person(560, 716, 0.8, hair="long", skirt=True)
        + person(470, 700, 0.74, hair="boy", skin=SKIN2)
        + person(
            980, 706, 0.78, hair="tails", skirt=True, right=[(66, -230), (70, -300)]
        )
        + person(1080, 700, 0.76, hair="boy", left=[(-66, -230), (-70, -300)])
    )
    o += rect(650, 742, 280, 40, "#C99A63", 6) + drum(790, 745, 0.86)
    o += person(
        330,
        784,
        1.24,
        hair="grey",
        shirt="#F7F3E6",
        scarf=False,
        long_sleeve=True,
        legs=INK,
        left=[(-56, -165), (-52, -118)],
        right=[(100, -210), (150, -262)],
    )
    o += line("M512,464 L640,420", WOOD, 13) + circle(648, 417, 18, FLAME)
    for k in range(3):
        o += line(
            f"M{720 - k * 18},{400 - k * 26} q{70 + k * 18},-{24 + k * 4} {140 + k * 36},0",
            GOLD,
            6,
            opacity=0.9 - k * 0.25,
        )
    o += petals(50, 12, 1200, 590, 790)
    return doc(o)


def plane(x, y, s=1.0, rot=0, c=PAPER):
    return at(
        x,
        y,
        path("M-70,10 L80,-40 L-10,40 Z", c)
        + path("M-70,10 L80,-40 L-24,24 Z", "#E9DDC2")
        + path("M-24,24 L80,-40 L-10,52 Z", "#CFC2A2"),
        s,
        rot,
    )


def dia_cau():
    o = rect(0, 0, 1200, 800, "url(#gTealWall)") + circle(
        600, 370, 330, "#FBEFD2", opacity=0.8
    )
    o += rect(0, 660, 1200, 140, "url(#gFloor)") + rect(0, 660, 1200, 14, WOOD)
    o += line(
        "M150,300 Q330,120 560,150 T1010,160",
        TEAL,
        5,
        stroke_dasharray="4 18",
        opacity=0.8,
    )
    o += line(
        "M230,520 Q120,400 190,290", TEAL, 5, stroke_dasharray="4 18", opacity=0.8
    )
    # globe without countries: meridians and soft bands only
    g = circle(0, 0, 190, "url(#gGlobe)")
    for rx in (60, 125):
        g += ellipse(
            0, 0, rx, 190, "none", stroke="#FFFFFF", stroke_width=3, opacity=0.45
        )
    g += line("M0,-190 V190", "#FFFFFF", 3, opacity=0.45)
    for yy in (-110, -40, 40, 110):
        w = math.sqrt(190**2 - yy**2)
        g += line(
            f"M{-w:.0f},{yy} Q0,{yy + 34} {w:.0f},{yy}", "#FFFFFF", 3, opacity=0.45
        )
    for cx, cy, sc, rot in (
        (-70, -70, 1, -10),
        (60, 30, 1.2, 30),
        (-50, 100, 0.7, 10),
        (90, -100, 0.6, 0),
    ):
        g += at(
            cx,
            cy,
            path(
                "M-60,6 Q-52,-34 -14,-30 Q10,-50 40,-26 Q70,-16 52,12 Q40,40 4,28 Q-30,44 -60,6 Z",
                LEAF,
                opacity=0.9,
            ),
            sc,
            rot,
        )
    g += path(
        "M-150,-116 A190,190 0 0 1 -20,-189 A220,220 0 0 0 -150,-116 Z",
        "#FFFFFF",
        opacity=0.35,
    )
    o += shadow(600, 690, 190, 20)
    o += at(
        600,
        370,
        f'<clipPath id="gl"><circle r="190"/></clipPath><g clip-path="url(#gl)">{g}</g>',
        1,
        18,
    )
    o += (
        line("M520,158 A228,228 0 0 1 724,560", WOOD, 16)
        + circle(520, 158, 14, GOLD)
        + circle(712, 572, 14, GOLD)
    )
    o += rect(584, 585, 32, 70, WOOD, 6) + rect(490, 650, 220, 34, BARK, 14)
    o += plane(1030, 160, 1.25, -8) + plane(170, 280, 1, -38) + plane(930, 430, 0.7, 12)
    o += at(
        230,
        660,
        rect(-130, -44, 260, 44, FLAME, 6)
        + rect(-118, -34, 236, 24, PAPER)
        + rect(-110, -84, 230, 40, TEAL, 6)
        + rect(-98, -75, 206, 22, PAPER)
        + rect(-90, -120, 200, 36, GOLD, 6)
        + rect(-80, -112, 178, 20, PAPER),
    )
    o += potted(980, 690, 1.3)
    o += at(
        1100,
        690,
        path("M-36,-90 H36 L30,0 H-30 Z", BLUE)
        + line("M-12,-90 L-22,-168", GOLD, 10)
        + line("M4,-90 L4,-178", FLAME, 10)
        + line("M18,-90 L30,-160", LEAF, 10),
    )
    o += lotus(250, 548, 0.6)
    return doc(o)


def truc_tuyen():
    o = (
        rect(0, 0, 1200, 800, "url(#gWall)")
        + rect(0, 620, 1200, 180, "url(#gFloor)")
        + window(60, 110, 170, 250)
        + window(970, 110, 170, 250)
    )
    o += rect(280, 60, 640, 390, INK, 18) + rect(298, 78, 604, 354, "#E9F5F2", 8)
    cells = [
        (304, 84, "#FCE3B8"),
        (606, 84, "#CFE8E4"),
        (304, 258, "#F9D5CF"),
        (606, 258, "#DCE9C8"),
    ]
    who = [
        dict(hair="bob", shirt=NAVY, scarf=False),
        dict(hair="boy", shirt=TEAL, scarf=False, skin=SKIN2),
        dict(hair="long", shirt=PAPER, scarf=False, skin=SKIN2, glasses=True),
        dict(hair="tails", shirt=GOLD, scarf=False, right=[(80, -230), (80, -290)]),
    ]
    for i, ((cx, cy, c), kw) in enumerate(zip(cells, who)):
        o += f'<clipPath id="c{i}"><rect x="{cx}" y="{cy}" width="290" height="168" rx="8"/></clipPath>'
        o += (
            f'<g clip-path="url(#c{i})">'
            + rect(cx, cy, 290, 168, c)
            + circle(cx + 40, cy + 150, 50, "#FFFFFF", opacity=0.35)
            + person(cx + 145, cy + 310, 0.84, seated=True, **kw)
            + "</g>"
        )
    o += rect(560, 448, 80, 40, INK) + rect(500, 484, 200, 14, INK, 6)
    o += bunting(-10, 30, 290, 26, 6, 16) + bunting(910, 26, 1210, 30, 6, 16)
    for x, h, sk in (
        (180, "tails", SKIN),
        (460, "boy", SKIN2),
        (740, "long", SKIN),
        (1010, "boy", SKIN),
    ):
        arm = [(84, -260), (76, -340)] if x in (460,) else [(70, -150), (40, -130)]
        o += person(
            x,
            830,
            1.12,
            back=True,
            hair=h,
            skin=sk,
            seated=True,
            left=[(-70, -150), (-40, -130)],
            right=arm,
        )
    o += rect(40, 716, 1120, 26, TAN, 8) + rect(70, 742, 1060, 60, "#C98F5C")
    o += (
        book(300, 704, 76, 12, FLAME)
        + book(580, 704, 76, 12, TEAL)
        + lotus(876, 716, 0.4)
        + lotus(912, 716, 0.34)
    )
    return doc(o)


def star_lantern(x, y, r, c=FLAME, c2=GOLD, rot=0):
    o = circle(0, 0, r * 2, "url(#gGlow)") + el(
        "circle", cx=0, cy=0, r=r * 1.04, fill="none", stroke=c2, stroke_width=7
    )
    o += star(0, 0, r, c)
    for i in range(5):
        a = math.radians(-90 + 72 * i)
        b = math.radians(-90 + 72 * i + 36)
        o += path(
            f"M0,0 L{r * math.cos(a):.1f},{r * math.sin(a):.1f} L{r * 0.382 * math.cos(b):.1f},{r * 0.382 * math.sin(b):.1f} Z",
            c2,
            opacity=0.55,
        )
        o += line(
            f"M0,0 L{r * math.cos(a):.1f},{r * math.sin(a):.1f}", PAPER, 3, opacity=0.7
        )
        o += circle(r * 1.04 * math.cos(a), r * 1.04 * math.sin(a), 8, PINK)
    o += (
        circle(0, 0, r * 0.13, PAPER)
        + line(f"M0,{r * 1.04} v46", c2, 6)
        + line(
            f"M-8,{r * 1.04 + 30} v44 M0,{r * 1.04 + 30} v54 M8,{r * 1.04 + 30} v44",
            c,
            4,
        )
    )
    return at(x, y, o, 1, rot)


def den_ong_sao():
    o = rect(0, 0, 1200, 800, "url(#gNight)")
    rnd = random.Random(8)
    o += "".join(
        circle(
            rnd.uniform(0, 1200),
            rnd.uniform(0, 360),
            rnd.uniform(1.5, 3.4),
            "#FFF3CF",
            opacity=0.8,
        )
        for _ in range(60)
    )
    o += (
        circle(930, 160, 200, "url(#gGlow)")
        + circle(930, 160, 84, "#FFEFC0")
        + circle(908, 142, 16, "#F7DFA0", opacity=0.7)
        + circle(950, 186, 22, "#F7DFA0", opacity=0.7)
    )
    o += hills(520, "#2E5B66", 80) + palm_row(
        560, [(70, 1), (1150, 1.05), (1080, 0.75)]
    )
    o += school(330, 560, 0.6, 5)
    o += rect(0, 552, 1200, 248, "#6C6A5C") + rect(0, 552, 1200, 14, "#2E5B4C")
    o += line("M0,120 Q300,230 600,110 Q760,60 830,30", BARK, 4)
    for x, y, c in ((120, 160, FLAME), (300, 184, GOLD), (480, 160, PINK)):
        o += (
            circle(x, y + 50, 100, "url(#gGlow)")
            + rect(x - 14, y - 8, 28, 10, BARK, 3)
            + ellipse(x, y + 44, 44, 48, c)
            + ellipse(x, y + 44, 22, 48, PAPER, opacity=0.28)
            + rect(x - 14, y + 86, 28, 9, BARK, 3)
            + line(f"M{x},{y + 95} v36", GOLD, 6)
        )
    o += ellipse(620, 720, 520, 70, "url(#gGlow)", opacity=0.8)
    o += person(
        230, 760, 1.1, hair="tails", skirt=True, right=[(76, -200), (104, -230)]
    )
    o += person(550, 772, 1.15, hair="boy", right=[(76, -210), (100, -250)])
    o += person(
        880,
        764,
        1.1,
        hair="bob",
        skirt=True,
        shirt="#FBE3E0",
        skin=SKIN2,
        right=[(76, -200), (104, -230)],
    )
    for x, y, r, c, c2, hx, hy in (
        (400, 400, 74, FLAME, GOLD, 346, 508),
        (724, 372, 80, GOLD, FLAME, 666, 484),
        (1054, 410, 74, PINK, GOLD, 996, 512),
    ):
        o += line(f"M{hx},{hy} L{x},{y}", WOOD, 8) + star_lantern(x, y, r, c, c2)
    return doc(o)


def crane(x, y, s=1.0, c=FLAME, c2=ORANGE, rot=0):
    o = (
        path("M-20,0 L-110,-90 L0,-40 Z", c2)
        + path("M20,0 L120,-96 L0,-40 Z", c)
        + path("M-60,10 L0,-44 L60,10 L0,40 Z", c)
    )
    o += (
        path("M0,-44 L60,10 L0,40 Z", INK, opacity=0.12)
        + path("M40,4 L116,-30 L124,-18 L136,-12 L112,-14 L52,18 Z", c2)
        + path("M-40,4 L-128,-14 L-48,22 Z", c2)
    )
    return at(x, y, o, s, rot)


def hac_giay():
    o = rect(0, 0, 1200, 800, "url(#gTealWall)") + circle(
        600, 330, 290, "#FBEFD2", opacity=0.75
    )
    cols = [
        (FLAME, ORANGE),
        (TEAL, "#5FB0A8"),
        (GOLD, SUN),
        (PINK, BLUSH),
        (BLUE, "#86AFD3"),
        (LEAF, LIME),
    ]
    rnd = random.Random(10)
    for i, x in enumerate(range(70, 1200, 132)):
        n = 3 + (i % 3 != 1)
        o += line(f"M{x},0 V{80 + n * 84 - 60}", TAN, 2.5)
        for k in range(n):
            a, b = cols[(i * 2 + k) % 6]
            o += crane(x, 76 + k * 88, 0.46, a, b, rnd.uniform(-8, 8))
    o += rect(0, 620, 1200, 180, "url(#gFloor)")
    o += person(
        300,
        800,
        1.18,
        hair="tails",
        seated=True,
        left=[(-80, -150), (-30, -160)],
        right=[(80, -160), (30, -160)],
    )
    o += person(
        600,
        796,
        1.2,
        hair="bob",
        shirt=NAVY,
        scarf=False,
        seated=True,
        left=[(-80, -150), (-30, -160)],
        right=[(80, -160), (30, -160)],
    )
    o += person(
        900,
        800,
        1.18,
        hair="boy",
        seated=True,
        skin=SKIN2,
        left=[(-80, -150), (-30, -160)],
        right=[(80, -160), (30, -160)],
    )
    o += (
        rect(80, 660, 1040, 26, TAN, 8)
        + rect(110, 686, 980, 120, "#C98F5C")
        + rect(110, 686, 980, 10, INK, opacity=0.12)
    )
    o += (
        crane(300, 628, 0.66, FLAME, ORANGE)
        + crane(600, 624, 0.7, GOLD, SUN)
        + crane(900, 628, 0.66, TEAL, "#5FB0A8")
    )
    for x, c, r in (
        (450, PINK, 8),
        (748, LIME, -8),
        (180, BLUE, 5),
        (1030, ORANGE, -6),
    ):
        o += (
            f'<g transform="rotate({r} {x} 650)">'
            + path(f"M{x - 44},660 L{x - 26},640 H{x + 50} L{x + 36},660 Z", c)
            + path(f"M{x - 44},660 L{x + 50},640 L{x + 36},660 Z", INK, opacity=0.1)
            + "</g>"
        )
    return doc(o)


def bin_(x, y, c, icon, s=1.0):
    o = (
        shadow(0, 0, 90)
        + path("M-72,-170 H72 L60,0 H-60 Z", c)
        + rect(-82, -192, 164, 28, c, 10)
        + rect(-82, -192, 164, 28, INK, 10, opacity=0.16)
        + path("M30,-164 H72 L60,0 H30 Z", INK, opacity=0.1)
    )
    return at(x, y, o + at(0, -80, icon), s)


def bottle(x, y, s=1.0, rot=0, c="#A9D8DB"):
    return at(
        x,
        y,
        rect(-10, -86, 20, 16, TEAL, 4)
        + path(
            "M-9,-70 H9 V-56 Q24,-46 24,-30 V24 Q24,32 16,32 H-16 Q-24,32 -24,24 V-30 Q-24,-46 -9,-56 Z",
            c,
        )
        + rect(-24, -22, 48, 26, PAPER, opacity=0.75),
        s,
        rot,
    )


def tai_che():
    o = (
        rect(0, 0, 1200, 800, "url(#gSky)")
        + sun(1020, 140, 56)
        + cloud(240, 120, 1)
        + cloud(660, 100, 0.7, 0.8)
    )
    o += (
        hills(470, "#B9DCC2", 60)
        + rect(0, 480, 1200, 320, "url(#gYard)")
        + rect(0, 480, 1200, 16, LEAF)
    )
    o += (
        school(330, 500, 0.74, 5)
        + flame_tree(1040, 590, 1.05, 51)
        + bush(700, 502, 0.7)
        + petals(40, 3, 1200, 600, 790)
    )
    paper = rect(-26, -34, 52, 66, PAPER, 5) + line(
        "M-14,-16 H14 M-14,0 H14 M-14,16 H6", TAN, 5
    )
    leaf = path("M0,36 C-44,10 -36,-36 0,-44 C36,-36 44,10 0,36 Z", PAPER) + line(
        "M0,36 V-20", LEAF, 5
    )
    o += (
        bin_(440, 720, BLUE, paper, 1)
        + bin_(620, 720, FLAME, bottle(0, 16, 0.62), 1)
        + bin_(800, 720, MOSS, leaf, 1)
    )
    o += person(
        240,
        772,
        1.18,
        hair="tails",
        skirt=True,
        right=[(96, -210), (122, -250)],
        left=[(-56, -165), (-40, -130)],
    )
    o += bottle(398, 470, 0.8, 24)
    o += person(
        990,
        776,
        1.18,
        hair="boy",
        left=[(-90, -200), (-104, -240)],
        right=[(60, -165), (52, -118)],
        skin=SKIN2,
    )
    o += at(
        860,
        470,
        rect(-30, -36, 60, 72, PAPER, 4)
        + rect(-22, -44, 60, 72, "#F4E7CB", 4)
        + line("M-10,-26 H26 M-10,-10 H26 M-10,6 H14", TAN, 4),
        1,
        -14,
    )
    o += at(
        110,
        772,
        rect(-56, -70, 112, 70, TAN, 4)
        + path("M-56,-70 L-76,-92 H-10 L0,-70 Z", WOOD)
        + path("M56,-70 L76,-92 H10 L0,-70 Z", WOOD)
        + bottle(-20, -86, 0.6, -16)
        + bottle(20, -90, 0.6, 12, "#C7E6C4"),
    )
    return doc(o)


def cong_truong():
    o = (
        rect(0, 0, 1200, 800, "url(#gDawn)")
        + sun(960, 150, 60)
        + cloud(220, 110, 0.9, 0.85)
        + cloud(700, 90, 0.6, 0.7)
    )
    o += (
        hills(430, "#CFE0B8", 60)
        + school(600, 480, 0.56, 5)
        + flame_tree(120, 500, 0.95, 61)
        + flame_tree(1090, 500, 0.95, 66)
    )
    # gate
    o += (
        rect(0, 470, 1200, 100, "#F4DDB4")
        + "".join(rect(20 + k * 40, 400, 9, 100, TEAL, 4) for k in range(9))
        + "".join(rect(830 + k * 40, 400, 9, 100, TEAL, 4) for k in range(9))
    )
    o += (
        rect(0, 416, 380, 9, TEAL)
        + rect(820, 416, 380, 9, TEAL)
        + rect(0, 480, 390, 50, "#E7C58E")
        + rect(810, 480, 390, 50, "#E7C58E")
    )
    o += (
        rect(372, 200, 46, 332, "#FBE7C3")
        + rect(782, 200, 46, 332, "#FBE7C3")
        + rect(408, 200, 10, 332, INK, opacity=0.06)
        + rect(818, 200, 10, 332, INK, opacity=0.06)
        + rect(372, 500, 46, 32, "#CF9E67")
        + rect(782, 500, 46, 32, "#CF9E67")
    )
    o += (
        rect(360, 176, 480, 40, "#FFF9EA", 4)
        + path("M330,176 L370,132 H830 L870,176 Z", "url(#gRoof)")
        + lotus(600, 212, 0.3)
    )
    o += (
        rect(0, 530, 1200, 40, "#D9C7A4")
        + rect(0, 566, 1200, 234, "#8A8F92")
        + rect(0, 566, 1200, 8, "#6F7477")
    )
    for k in range(6):
        o += path(
            f"M{352 + k * 86},590 H{398 + k * 86} L{388 + k * 100 - 30},790 H{328 + k * 100 - 30} Z",
            PAPER,
            opacity=0.92,
        )
    o += person(
        250,
        690,
        1.16,
        hair="boy",
        shirt=BLUE,
        scarf=False,
        legs=INK,
        long_sleeve=True,
        left=[(-90, -230), (-96, -300)],
        right=[(80, -190), (130, -200)],
    )
    # paddle of the volunteer parent
    o += (
        line("M138,336 L128,420", WOOD, 9)
        + circle(140, 296, 46, PAPER)
        + circle(140, 296, 40, FLAME)
        + rect(114, 287, 52, 18, PAPER, 4)
    )
    o += path(
        "M214,442 L244,560 H258 L286,442 L272,438 L250,520 L228,438 Z",
        GOLD,
        opacity=0.95,
    )
    o += person(
        480,
        730,
        1.06,
        hair="tails",
        skirt=True,
        bag=FLAME,
        right=[(70, -180), (84, -150)],
    )
    o += person(
        610,
        738,
        1.08,
        hair="boy",
        bag=TEAL,
        skin=SKIN2,
        left=[(-66, -180), (-58, -150)],
    )
    o += person(730, 728, 1.02, hair="bob", skirt=True, bag=GOLD)
    # a parent with a motorbike helmet and a child waiting
    o += ao_dai(
        960, 690, 1.0, "#8A6BA0", GOLD, flowers=False, right=[(66, -200), (70, -150)]
    )
    o += path(
        "M914,362 Q912,306 960,304 Q1008,306 1006,362 Q960,344 914,362 Z", TEAL
    ) + line("M914,360 Q960,342 1006,360", DEEP, 6)
    o += person(1080, 696, 0.86, hair="boy", bag=RED)
    o += path(
        "M1042,458 Q1040,412 1080,410 Q1120,412 1118,458 Q1080,444 1042,458 Z", FLAME
    ) + line("M1042,457 Q1080,442 1118,457", RED, 5)
    return doc(o)


SCENES = {
    "truong": truong,
    "san-truong": san_truong,
    "thu-vien": thu_vien,
    "dong-sen": dong_sen,
    "lop-hoc": lop_hoc,
    "thi-nghiem": thi_nghiem,
    "xe-dap": xe_dap,
    "robot": robot,
    "huu-nghi": huu_nghi,
    "ao-dai": ao_dai_scene,
    "bong-da": bong_da,
    "vuon-truong": vuon_truong,
    "trong-truong": trong_truong,
    "dia-cau": dia_cau,
    "truc-tuyen": truc_tuyen,
    "den-ong-sao": den_ong_sao,
    "hac-giay": hac_giay,
    "tai-che": tai_che,
    "cong-truong": cong_truong,
}


def render(name):
    svg = SCENES[name]()
    w, h = (1600, 700) if name == "truong" else (1200, 800)
    source = SRC / f"{name}.svg"
    source.write_text(svg + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as tmp:
        page, png = Path(tmp) / "p.html", Path(tmp) / "p.png"
        page.write_text(
            f'<!doctype html><meta charset="utf-8"><style>body{{margin:0}}svg{{display:block}}</style>{svg}',
            encoding="utf-8",
        )
        subprocess.run(
            [
                CHROMIUM,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--force-device-scale-factor=2",
                f"--user-data-dir={tmp}/u",
                f"--window-size={w},{h + 200}",
                f"--screenshot={png}",
                page.as_uri(),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        image = (
            Image.open(png)
            .convert("RGB")
            .crop((0, 0, w * 2, h * 2))
            .resize((w, h), Image.LANCZOS)
        )
    target = OUT / f"{name}.webp"
    for quality in (88, 82, 76, 70, 62, 54):
        image.save(target, "WEBP", quality=quality, method=6)
        if target.stat().st_size <= LIMIT:
            break
    return target.stat().st_size


def main(names):
    SRC.mkdir(parents=True, exist_ok=True)
    for name in names or SCENES:
        print(f"{name}: {render(name) // 1024} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
