"""The first file anybody runs: old Pythons, wrong words, help."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from installer import mk


def start(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, checkout / "installer" / "mk.py", *arguments], capture_output=True, text=True
    )


def test_an_old_python_is_refused_in_one_plain_sentence():
    sentence = mk.old_python_sentence((3, 9))

    assert sentence == "MK Planner needs Python 3.11 or later; this is Python 3.9. Nothing was changed."


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_recent_pythons_are_welcome(version):
    assert mk.old_python_sentence(version) == ""


def test_an_old_python_can_read_the_file_far_enough_to_refuse(checkout):
    source = (checkout / "installer" / "mk.py").read_text("utf-8")

    ast.parse(source, feature_version=(3, 7))
    at_the_top = [node for node in ast.parse(source).body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert {ast.unparse(node) for node in at_the_top} == {"import sys", "from pathlib import Path"}


@pytest.mark.parametrize("arguments", [(), ("pack",), ("--fast", "run")])
def test_a_wrong_word_gets_the_list_of_right_ones_and_status_2(checkout, arguments):
    done = start(checkout, *arguments)

    assert done.returncode == 2
    assert "mk.py run" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_is_an_answer_and_not_an_error(checkout):
    done = start(checkout, "--help")

    assert done.returncode == 0
    assert all(f"mk.py {verb}" in done.stdout for verb in mk.VERBS)


def test_nothing_beside_the_standard_library_is_imported_for_setting_up(checkout):
    question = "import sys; from installer import verbs; print(*{name.split('.')[0] for name in sys.modules})"
    answer = subprocess.run([sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(checkout)!r}); {question}"],
                            capture_output=True, text=True, check=True).stdout.split()  # fmt: skip

    strangers = set(answer) - set(sys.stdlib_module_names) - {"__main__", "installer"}
    assert not {name for name in strangers if not name.startswith(("_", "sitecustomize", "distutils"))}
