"""How wide the columns of a table are: so that its rows are low and no word is broken."""

from __future__ import annotations

CELL_MARGIN = 1.5  # mm
SLACK = 1  # mm, as letters differ between fonts that stand in for ours
CAPITAL_WIDTH, SMALL_WIDTH = 3.4, 2.3  # mm, of wide letters in a cell
SHORT_CELL = 4  # columns of such short texts are centred, as serial numbers are
STEPS = 40  # in which the free room is given away
WASTE = 6  # mm of each line that a word was too long for


def column_widths(rows: list[list[str]], width: float) -> list[float]:
    """Share ``width`` mm among the columns: room for the longest word, then for low rows.

    Each step widens the column that makes the rows high.
    """
    columns = list(zip(*rows, strict=True))
    least = [_longest_word(texts) + 2 * CELL_MARGIN + SLACK for texts in columns]
    step = (width - sum(least)) / STEPS
    if step < 0:
        return [width * share / sum(least) for share in least]
    short = short_columns(rows)
    lengths = [
        [
            0 if place in short else len(text) * SMALL_WIDTH
            for place, text in enumerate(row)
        ]
        for row in rows
    ]
    widths = least
    for _ in range(STEPS):
        wanted = _claims(lengths, widths)
        widths[wanted.index(max(wanted))] += step
    return widths


def short_columns(rows: list[list[str]]) -> set[int]:
    """Return the columns that hold nothing longer than a serial number."""
    columns = enumerate(zip(*rows, strict=True))
    return {
        index
        for index, texts in columns
        if any(texts) and max(map(len, texts)) <= SHORT_CELL
    }


def _claims(lengths: list[list[float]], widths: list[float]) -> list[float]:
    """How much lower the rows become with each column a little wider.

    Where all texts have a line of their own, the longest one claims most.
    """
    claims = [0.0] * len(widths)
    rooms = [max(width - 2 * CELL_MARGIN - WASTE, 1) for width in widths]
    for row in lengths:
        lines = [length / room for length, room in zip(row, rooms, strict=True)]
        highest = max(lines)
        place = lines.index(highest)
        claims[place] += highest / rooms[place] * (1 if highest > 1 else 0.01)
    return claims


def _longest_word(texts: tuple[str, ...]) -> float:
    """Return the width in mm of the longest word, which should not be broken."""
    words = (word for text in texts for word in text.split())
    return max(map(_word_width, words), default=0)


def _word_width(word: str) -> float:
    capitals = sum(letter.isupper() for letter in word)
    return capitals * CAPITAL_WIDTH + (len(word) - capitals) * SMALL_WIDTH
