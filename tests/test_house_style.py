"""The measures of the house: small modules, short functions, a sentence for everything public, a test for each module."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("mkplanner", "installer")
MODULES = sorted(path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*.py"))
WRITTEN = [path for path in MODULES if path.name != "__init__.py"]

LONGEST_MODULE = 300
LONGEST_FUNCTION = 60
LONG_FUNCTION = 25
SHARE_OF_LONG_FUNCTIONS = 0.10

QT_IN_LOWER_CASE = {"data", "event", "flags", "index", "paint", "parent", "sibling", "sort"}
TESTED_THROUGH = {
    "mkplanner/__main__.py": "tests/test_start_up.py",
    "mkplanner/errors.py": "tests/cli/test_main.py",
    "mkplanner/paths.py": "tests/models/store/test_opening.py",
    "mkplanner/progress.py": "tests/charts/reports/test_registry.py",
    "mkplanner/charts/figures/*.py": "tests/charts/figures/test_numbers.py",
    "mkplanner/charts/marks/*.py": "tests/charts/marks/test_marks.py",
    "mkplanner/charts/pdf/shapes.py": "tests/charts/test_drawing.py",
    "mkplanner/charts/outputs/docx_*.py": "tests/charts/outputs/test_docx.py",
    "mkplanner/charts/outputs/html_*.py": "tests/charts/outputs/test_html.py",
    "mkplanner/charts/outputs/png_shapes.py": "tests/charts/outputs/test_png.py",
    "mkplanner/charts/outputs/reading_*.py": "tests/charts/outputs/test_reading.py",
    "mkplanner/charts/outputs/xlsx_looks.py": "tests/charts/outputs/test_xlsx.py",
    "mkplanner/charts/reports/action_blocks.py": "tests/charts/reports/test_action_plan.py",
    "mkplanner/charts/reports/board_lists.py": "tests/charts/reports/test_board.py",
    "mkplanner/charts/reports/change_*.py": "tests/charts/reports/test_changes.py",
    "mkplanner/charts/reports/improvement_header.py": "tests/charts/reports/test_improvement_plan.py",
    "mkplanner/charts/reports/rasic_*.py": "tests/charts/reports/test_rasic.py",
    "mkplanner/cli/*.py": "tests/cli/test_main.py",
    "mkplanner/models/changes.py": "tests/models/test_session.py",
    "mkplanner/models/commands/base.py": "tests/models/commands/test_registry.py",
    "mkplanner/models/formats/plan_facts.py": "tests/models/formats/test_plan_tables.py",
    "mkplanner/models/formats/plan_lines.py": "tests/models/formats/test_plan_tables.py",
    "mkplanner/models/formats/xlsx_looks.py": "tests/models/formats/test_write_xlsx.py",
    "mkplanner/models/history.py": "tests/models/test_session.py",
    "mkplanner/models/store/*.py": "tests/models/store/test_opening.py",
    "mkplanner/models/wording.py": "tests/charts/reports/test_registry.py",
    "mkplanner/ui/lookback/*.py": "tests/ui/lookback/test_lookback_deeds.py",
    "mkplanner/ui/merging/*.py": "tests/ui/merging/test_review.py",
    "mkplanner/ui/look/painting_tools.py": "tests/ui/look/test_painting.py",
    "mkplanner/ui/files/recovering.py": "tests/ui/files/test_desk.py",
    "mkplanner/ui/merging/sharing.py": "tests/ui/merging/test_company.py",
    "mkplanner/ui/look/fonts.py": "tests/ui/look/test_painting.py",
}
"""Modules tried only in the work of others, by pattern (`*` crosses folders); the shorter this is, the better."""


Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_bytes(), filename=str(path))


def functions() -> Iterator[tuple[str, int]]:
    """Yield each function of the project as "path:line name" with its number of lines, its docstring not counted."""
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, Function):
                yield f"{path}:{node.lineno} {node.name}", length(node)


def length(node: Function) -> int:
    lines = node.end_lineno - node.lineno + 1
    if ast.get_docstring(node) is not None:
        lines -= node.body[0].end_lineno - node.body[0].lineno + 1
    return lines


def without_docstring(node: ast.AST, name: str) -> Iterator[str]:
    """Yield the public classes and functions below a node that say nothing about themselves.

    A method in Qt's spelling (`paintEvent`) takes the place of Qt's own, which Qt's pages describe.
    """
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | Function) and not child.name.startswith("_"):
            is_qts = isinstance(child, Function) and (
                child.name != child.name.lower() or child.name in QT_IN_LOWER_CASE
            )
            if ast.get_docstring(child) is None and not is_qts:
                yield f"{name}:{child.lineno} {child.name}"
            if isinstance(child, ast.ClassDef):
                yield from without_docstring(child, name)


def test_packages_are_named_by_empty_files():
    full = [str(path) for path in MODULES if path.name == "__init__.py" and (ROOT / path).read_text("utf-8").strip()]

    assert full == ["mkplanner/__init__.py"], "an import names the module that owns the thing, so these stay empty"


def test_every_folder_of_modules_is_a_package():
    folders = {path.parent for path in WRITTEN}

    assert [str(folder) for folder in sorted(folders) if folder / "__init__.py" not in MODULES] == []


def test_a_module_holds_one_subject():
    lengths = {str(path): len((ROOT / path).read_text("utf-8").splitlines()) for path in WRITTEN}
    long = [
        f"{name}: {lines} lines, look for the second subject in it"
        for name, lines in lengths.items()
        if lines > LONGEST_MODULE
    ]

    assert not long, "\n".join(long)


def test_everything_public_says_what_it_is():
    silent = [str(path) for path in WRITTEN if ast.get_docstring(tree(path)) is None]
    silent += [name for path in WRITTEN for name in without_docstring(tree(path), str(path))]

    assert not silent, "\n".join(["no docstring:", *silent])


def test_no_function_is_very_long():
    assert [f"{name}: {lines} lines" for name, lines in functions() if lines > LONGEST_FUNCTION] == []


def test_nine_functions_in_ten_are_short():
    lengths = sorted(((lines, name) for name, lines in functions()), reverse=True)
    long = [f"{name}: {lines} lines" for lines, name in lengths if lines >= LONG_FUNCTION]

    assert len(long) <= len(lengths) * SHARE_OF_LONG_FUNCTIONS, "\n".join(long)


def test_names_are_imported_one_by_one():
    stars = [
        f"{path}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]

    assert stars == [], "explicit names keep the start quick and the reader informed"


def test_the_desktops_language_names_no_months():
    local = re.compile(r"%[aAbBpcxX]")
    formats = [
        f"{path}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FormattedValue) and node.format_spec and local.search(ast.unparse(node.format_spec))
    ]

    assert formats == [], "say days with timeframes/day_words.py: a Welsh desktop would put its own words into the plan"


def test_every_import_names_a_module_that_stands_there():
    names = {".".join(path.with_suffix("").parts) for path in MODULES}
    rooms = {".".join(path.parent.parts) for path in MODULES}
    tests = sorted(path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py"))
    lost = [
        f"{path}:{node.lineno} {module}"
        for path in (*MODULES, *tests)
        for node, module in imports_of_ours(path)
        if module not in names and module not in rooms
    ]

    assert not lost, "\n".join(["these have moved or are gone:", *lost])


def imports_of_ours(path: Path) -> Iterator[tuple[ast.ImportFrom, str]]:
    """Yield each import from the program in a file, with the module it names: `from mkplanner.ui import forms` names two."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "mkplanner":
            yield node, node.module
            folder = ROOT.joinpath(*node.module.split("."))
            if folder.is_dir() and node.module != "mkplanner":
                yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def test_every_module_has_its_tests_where_one_looks_for_them():
    untested = [path.as_posix() for path in WRITTEN if not is_tested(path)]
    excused = {name: pattern for name in untested for pattern in TESTED_THROUGH if fnmatch(name, pattern)}
    print(*(f"{name}: {TESTED_THROUGH[pattern]}" for name, pattern in excused.items()), sep="\n")
    missing = [f"{name}: write {mirror(Path(name))}" for name in untested if name not in excused]
    idle = set(TESTED_THROUGH) - set(excused.values())

    assert not missing, "\n".join(["modules without tests (or say in TESTED_THROUGH where they are tested):", *missing])
    assert not idle, f"every module of these patterns has tests of its own now, so remove them: {sorted(idle)}"
    assert [test for test in TESTED_THROUGH.values() if not (ROOT / test).is_file()] == []


def is_tested(path: Path) -> bool:
    """Tell whether a module has its test file, or is imported by a test in the folder where that file would be."""
    module = ".".join(path.with_suffix("").parts)
    beside = (ROOT / mirror(path)).parent.glob("test_*.py")
    return (ROOT / mirror(path)).is_file() or any(module in imported(test) for test in beside)


@cache
def imported(test: Path) -> frozenset[str]:
    """Return the names of all modules a test file imports, and of what it imports from them."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(test.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


def mirror(path: Path) -> Path:
    """Return where the tests of a module belong: mkplanner/models/plan.py has tests/models/test_plan.py."""
    folders = path.parent.parts[1:] if path.parts[0] == "mkplanner" else path.parent.parts
    return Path("tests", *folders, f"test_{path.stem.strip('_')}.py")
