"""The letters a plan speaks in: RASIC, or RACI, RASCI, RACI-VS and DACI, with the plan's own words for them.

A cell keeps codes, one for each meaning, whatever letter a set writes for it: `R` is who does it (the D of DACI), `A` who
answers for it, `S` Support, `C` Consulted, `I` Informed, `V` who verifies and `O` who signs off (the S of RACI-VS). So checks,
owners and workload hold for every set, and another set changes no cell. What people type and read are the set's own keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from mkplanner.models.plan import Plan
from mkplanner.models.rasic.letters import CODES, MEANINGS, find_letters
from mkplanner.records import frozen

RESPONSIBLE = "R"
ACCOUNTABLE = "A"
SET_SETTING = "letters/set"
WORDS_SETTING = "letters/words/"
"""The setting that keeps a plan's own words for a letter is named by this, the set's name and the letter's code."""
USUAL = "RASIC"


@frozen
class Letter:
    """One letter of a set: the code that cells keep, the key that people type, its word and what it means."""

    code: str
    key: str
    word: str
    meaning: str


@frozen(slots=False)
class LetterSet:
    """The letters of one plan, in the order of the set's name."""

    name: str
    letters: tuple[Letter, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Letter]:
        """Letters by code."""
        return {letter.code: letter for letter in self.letters}

    @cached_property
    def by_key(self) -> Mapping[str, Letter]:
        """Letters by the key that is typed for them."""
        return {letter.key: letter for letter in self.letters}

    @property
    def keys(self) -> str:
        """The keys in the set's order, "RASIC"."""
        return "".join(letter.key for letter in self.letters)

    @property
    def codes(self) -> str:
        """The codes in the order in which cells are written: A before R, then the rest."""
        return "".join(code for code in CODES if code in self.by_code)

    def letter(self, code: str) -> Letter:
        """Return the letter of a code; one that has no place in this set is called by its usual name."""
        found = self.by_code.get(code)
        if found is not None:
            return found
        word, meaning = MEANINGS[code]
        return Letter(code, _USUAL_KEYS.get(code, code), word, meaning)

    def word(self, code: str) -> str:
        """Return the word for a code, "Responsible"."""
        return self.letter(code).word

    def key(self, code: str) -> str:
        """Return what stands in a cell for a code."""
        return self.letter(code).key

    def stray(self, codes: str) -> str:
        """Return the codes among these that have no place in this set."""
        return "".join(code for code in codes if code not in self.by_code)

    def show(self, codes: str, qualifier: str = "") -> str:
        """Return a cell as it is written on paper and clipboard: "A, R" or "R (assist)"."""
        letters = ", ".join(self.key(code) for code in codes)
        return f"{letters} ({qualifier})".strip() if qualifier else letters

    def say(self, codes: str) -> str:
        """Return a cell's letters in words: "Accountable, Responsible"."""
        return ", ".join(self.word(code) for code in codes)

    def read(self, text: str) -> tuple[str, str] | None:
        """Return the codes and the qualifier that a cell's text holds ("C & S", "R (assist)"), None if it holds no letters.

        Letters count by this set's keys, words by its own and by everybody's ("Supports"); an empty cell or a dash is an
        empty set of letters.
        """
        return find_letters(text, self._readings)

    @cached_property
    def _readings(self) -> Mapping[str, str]:
        words = {letter.word.casefold(): letter.code for letter in self.letters}
        words |= {letter.key.casefold(): letter.code for letter in self.letters}
        known = {word: code for word, code in _SYNONYMS.items() if code in self.by_code}
        return known | words

    @property
    def told(self) -> str:
        """The keys as a sentence tells them: "R, A, S, I or C"."""
        return f"{', '.join(self.keys[:-1])} or {self.keys[-1]}"


def _of(name: str, *letters: tuple[str, str, str, str]) -> LetterSet:
    return LetterSet(name, tuple(Letter(*letter) for letter in letters))


_R, _A, _S, _I, _C = ((code, code, *MEANINGS[code]) for code in "RASIC")
SETS: Mapping[str, LetterSet] = {
    letters.name: letters
    for letters in (
        _of("RASIC", _R, _A, _S, _I, _C),
        _of("RACI", _R, _A, _C, _I),
        _of("RASCI", _R, _A, _S, _C, _I),
        _of("RACI-VS", _R, _A, _C, _I, ("V", "V", *MEANINGS["V"]), ("O", "S", *MEANINGS["O"])),
        _of(
            "DACI",
            ("R", "D", "Driver", "drives it to a decision"),
            ("A", "A", "Approver", "decides"),
            ("C", "C", "Contributor", "gives advice"),
            ("I", "I", "Informed", "is told"),
        ),
    )
}
"""The sets by name; the first is what a plan speaks until it says otherwise."""

_USUAL_KEYS = {"O": "S"}
_SYNONYMS = {
    "responsible": "R",
    "driver": "R",
    "lead": "R",
    "accountable": "A",
    "approver": "A",
    "support": "S",
    "supports": "S",
    "supporting": "S",
    "informed": "I",
    "consulted": "C",
    "contributor": "C",
    "verifier": "V",
    "verifies": "V",
    "signatory": "O",
    "signs off": "O",
    "sign off": "O",
}


def letter_set(plan: Plan) -> LetterSet:
    """Return the letters that a plan speaks in, with its own words; made once for each plan."""
    found: LetterSet | None = plan.__dict__.get("_letters")
    if found is None:
        found = with_words(SETS.get(str(plan.setting(SET_SETTING, USUAL)), SETS[USUAL]), plan)
        plan.__dict__["_letters"] = found
    return found


def words_setting(letters: LetterSet, code: str) -> str:
    """Return the name of the setting that keeps a plan's own words for a letter of a set."""
    return f"{WORDS_SETTING}{letters.name}/{code}"


def with_words(letters: LetterSet, plan: Plan) -> LetterSet:
    """Return a set with the words that a plan keeps for it."""
    own = [_own(letter, plan.setting(words_setting(letters, letter.code))) for letter in letters.letters]
    return replace(letters, letters=tuple(own)) if tuple(own) != letters.letters else letters


def _own(letter: Letter, words: object) -> Letter:
    """A letter with the words that a plan keeps for it, a list of word and meaning; anything else is passed over."""
    if isinstance(words, (list, tuple)) and len(words) == 2 and str(words[0]).strip():
        return replace(letter, word=str(words[0]), meaning=str(words[1]))
    return letter


def letters_without_place(plan: Plan, letters: LetterSet) -> Mapping[str, int]:
    """Return how many cells hold each code that a set has no place for."""
    found: dict[str, int] = {}
    for cell in plan.assignments.values():
        for code in letters.stray(cell.letters):
            found[code] = found.get(code, 0) + 1
    return {code: found[code] for code in CODES if code in found}
