"""What a school's own template may do: name placeholders, repeat lists, ask what is there.

A template is written by somebody else, so it gets texts and lists of texts and nothing
it could call. What is not listed here is refused before anything is filled in.
"""

from __future__ import annotations

import difflib
import re
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment

from wagtail_kehoach.decree30 import places
from wagtail_kehoach.decree30.refusals import TemplateRefused
from wagtail_kehoach.decree30.word.placeholders import BODY, WHOLE

FILTERS = {"upper", "lower", "capitalize", "title", "trim", "default", "length", "join"}
TESTS = {"defined", "odd", "even"}
LOOP = dict.fromkeys(("index", "first", "last", "length"), "")
PARTS = {"hdr": "header", "ftr": "footer", "footnotes": "footnotes"}
#: Letters that loops may put out: the longest plans have a hundredth of this.
MOST_REPEATED = 20_000_000
#: What prints marks as they are written: nobody wants "{{ so }}" on paper.
_RAW = re.compile(r"\{%[-+]?\s*raw\b")
_PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.If, nodes.And,
    nodes.Or, nodes.Not, nodes.Compare, nodes.Operand,
)  # fmt: skip


def environment_for(
    known: dict[str, Any], values: dict[str, Any]
) -> ImmutableSandboxedEnvironment:
    """Return where templates are run that may ask for what ``known`` names.

    ``known`` has an item in every list, so that a wrong name is found also where a
    document has nothing to list; ``values`` is what is filled in.
    """

    class OnlyPlaceholders(Extension):
        """Looks at each part of a template before it is run."""

        def preprocess(
            self, source: str, name: str | None, filename: str | None = None
        ) -> str:
            Check(known, values).run(source)
            return source

    environment = ImmutableSandboxedEnvironment(
        autoescape=True, extensions=[OnlyPlaceholders]
    )
    environment.globals.clear()
    return environment


class Check:
    """One part of a template held against the placeholders that there are."""

    def __init__(self, known: dict[str, Any], values: dict[str, Any]) -> None:
        self.known = known
        self.values = values
        self.sizes = {name: _size(value) for name, value in values.items()}
        self.repeated = 0
        self.line = 1
        self.part = ""

    def run(self, source: str) -> None:
        """Raise ``TemplateRefused`` at the first thing that is not allowed, with its place."""
        self.part = _part_of(source)
        try:
            self._run(source)
        except TemplateRefused as refusal:
            refusal.part = self.part
            places.point_to(refusal, source, self.line)
            raise

    def _run(self, source: str) -> None:
        try:
            tree = Environment(autoescape=True).parse(source)
        except TemplateSyntaxError as error:
            self.line = places.line_of_open_block(source) or error.lineno
            raise TemplateRefused("syntax") from error
        _allow(not _RAW.search(source), "raw")
        self.look(tree, self.known)
        self.count([tree], 1)
        _allow(not _is_twice(tree, BODY), BODY)

    def look(self, node: nodes.Node, names: dict[str, Any]) -> Any:
        """Check ``node`` where ``names`` are known; return what a name stands for."""
        self.line = node.lineno or self.line
        if isinstance(node, nodes.Name):
            self.whole(node.name, names)
            return _value(names, node.name)
        if isinstance(node, nodes.Getattr):
            item = self.look(node.node, names)
            _allow(isinstance(item, dict), f".{node.attr}")
            return _value(item, node.attr)
        if isinstance(node, nodes.For):
            return self.loop(node, names)
        if isinstance(node, nodes.Filter):
            self.filter(node, names)
        elif isinstance(node, nodes.Test):
            _allow(node.name in TESTS, f"is {node.name}")
        else:
            _allow(isinstance(node, _PLAIN), type(node).__name__.lower())
        for child in node.iter_child_nodes():
            found = self.look(child, names)
            if isinstance(node, nodes.Output) and isinstance(found, (list, dict)):
                raise TemplateRefused("list", getattr(child, "name", ""))
        return None

    def whole(self, name: str, names: dict[str, Any]) -> None:
        """A whole text takes the place of a paragraph of the text, once."""
        if name in WHOLE and self.part:
            raise TemplateRefused("block", name)
        _allow(name not in WHOLE or "loop" not in names, name)

    def filter(self, node: nodes.Filter, names: dict[str, Any]) -> None:
        """Check a filter; ``join`` takes lists alone, of a text it would part every letter."""
        _allow(node.name in FILTERS, f"|{node.name}")
        asked = node.node.name if isinstance(node.node, nodes.Name) else ""
        _allow(asked not in WHOLE, f"{asked}|{node.name}")
        if node.name == "join":
            items = self.look(node.node, names) if node.node else None
            plain = all(isinstance(said, nodes.Const) for said in node.args)
            _allow(isinstance(items, list) and plain, "|join")

    def loop(self, node: nodes.For, names: dict[str, Any]) -> None:
        """Check a loop over a list of the document; loops in loops are refused."""
        nested = "loop" in names or node.recursive
        named = isinstance(node.iter, nodes.Name) and isinstance(
            node.target, nodes.Name
        )
        items = self.look(node.iter, names)
        _allow(named and isinstance(items, list) and not nested, "for")
        assert isinstance(node.iter, nodes.Name)  # noqa: S101 -- for the type checker
        assert isinstance(node.target, nodes.Name)  # noqa: S101 -- the same
        inner = {**names, node.target.name: items[0], "loop": LOOP}
        for child in filter(None, [*node.body, node.test]):
            self.look(child, inner)
        for child in node.else_:
            self.look(child, names)
        self.count(node.body, len(self.values[node.iter.name]))

    def count(self, within: list[nodes.Node], rounds: int) -> None:
        """Refuse what would put out more than a document ever holds.

        A text between quotes may stand between all the items of a list.
        """
        letters = quoted = shown = 0
        for node in within:
            letters += sum(len(data.data) for data in node.find_all(nodes.TemplateData))
            quoted += sum(len(str(const.value)) for const in node.find_all(nodes.Const))
            shown += sum(self.sizes.get(n.name, 0) for n in node.find_all(nodes.Name))
        longest = max(len(v) for v in self.values.values() if isinstance(v, list))
        self.repeated += (letters + shown + quoted * longest) * rounds
        if self.repeated > MOST_REPEATED:
            raise TemplateRefused("too-large")


def _is_twice(tree: nodes.Template, name: str) -> bool:
    """Tell whether a template asks for ``name`` twice, other than in two cases of one choice."""
    asked = [node for node in tree.find_all(nodes.Name) if node.name == name]
    chosen = [
        node
        for choice in tree.find_all(nodes.If)
        for node in choice.find_all(nodes.Name)
        if node.name == name
    ]
    return len(asked) - len({id(node) for node in chosen}) > 1


def _size(value: Any) -> int:
    """How many letters a value puts out where it is shown as a whole."""
    if isinstance(value, list):
        return sum(map(_size, value))
    return sum(map(_size, value.values())) if isinstance(value, dict) else len(value)


def _part_of(source: str) -> str:
    """Which part of a template this is; empty for its text."""
    root = re.match(r"(?:<\?.*?\?>)?\s*<(?:\w+:)?(\w+)", source)
    return PARTS.get(root[1], "") if root else "properties"


def _value(names: dict[str, Any], name: str) -> Any:
    """What a placeholder stands for; refuse one that does not exist."""
    if name not in names:
        likely = difflib.get_close_matches(name, names, n=1)
        raise TemplateRefused("unknown", name, near=likely[0] if likely else "")
    return names[name]


def _allow(allowed: bool, what: str) -> None:
    if not allowed:
        raise TemplateRefused("not-allowed", what)
