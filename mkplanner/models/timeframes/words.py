"""The words that council plans use for time, their short forms, and the slips of the pen that are still understood.

Nothing here changes an author's text: a damaged word is only looked up under the spelling it was meant to have.
"""

from __future__ import annotations

from functools import lru_cache

from mkplanner.models.timeframes.periods import AUTUMN, SPRING, SUMMER, WINTER

MONTH_NAMES = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASON_NAMES = {SPRING: "spring", SUMMER: "summer", AUTUMN: "autumn", WINTER: "winter"}
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES) if name}
MONTHS |= {name.lower()[:3]: number for number, name in enumerate(MONTH_NAMES) if name}
MONTHS |= {"sept": 9, "janu": 1, "febr": 2, "febuary": 2, "febraury": 2, "octo": 10, "novem": 11, "decem": 12}
MONTHS |= {"apirl": 4, "arpil": 4, "aprl": 4, "agust": 8, "augst": 8, "jully": 7}
# Months that are also everyday words or names; in running text they need a number or a preposition beside them.
DOUBTFUL_MONTHS = frozenset({"may", "march", "mar"})

SEASONS = {name: season for season, name in SEASON_NAMES.items()} | {"fall": AUTUMN, "autum": AUTUMN, "sumer": SUMMER}

WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {name.lower()[:3]: number for number, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
WEEKDAY_PLURALS = {name.lower() + "s": number for number, name in enumerate(WEEKDAY_NAMES)}

NUMBER_WORDS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"a": 1, "an": 1, "eighteen": 18, "twenty": 20, "couple": 2}
ORDINAL_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "final": -1, "last": -1}

DAY, WEEK, MONTH, QUARTER, TERM, YEAR = "day", "week", "month", "quarter", "term", "year"
UNITS = {
    word: unit
    for unit, words in {
        DAY: "day days",
        WEEK: "week weeks wk wks",
        "fortnight": "fortnight fortnights",
        MONTH: "month months mth mths mnth mnths",
        QUARTER: "quarter quarters qtr qtrs",
        TERM: "term terms",
        YEAR: "year years yr yrs annum",
    }.items()
    for word in words.split()
}
DURATION_LETTERS = {DAY: "D", WEEK: "W", MONTH: "M", YEAR: "Y"}

# How often, as one word; the names on the right are those of `Recurrence.frequency`.
FREQUENCIES = {
    "daily": "daily",
    "weekly": "weekly",
    "fortnightly": "fortnightly",
    "monthly": "monthly",
    "biweekly": "fortnightly",
    "bimonthly": "every 2 months",
    "quarterly": "quarterly",
    "termly": "termly",
    "half-yearly": "half-yearly",
    "biannual": "half-yearly",
    "biannually": "half-yearly",
    "annual": "annual",
    "annually": "annual",
    "yearly": "annual",
    "p.a.": "annual",
    "biennial": "every 2 years",
    "biennially": "every 2 years",
    "triennial": "every 3 years",
    "triennially": "every 3 years",
}
EVERY_UNIT = {
    DAY: "daily",
    WEEK: "weekly",
    "fortnight": "fortnightly",
    MONTH: "monthly",
    QUARTER: "quarterly",
    TERM: "termly",
    YEAR: "annual",
}
# "3 monthly" means every three months; these counts have names of their own.
NAMED_STEPS = {
    (2, WEEK): "fortnightly",
    (3, MONTH): "quarterly",
    (6, MONTH): "half-yearly",
    (12, MONTH): "annual",
    (2, QUARTER): "half-yearly",
    (1, "half"): "half-yearly",
}
ADVERB_UNITS = {"daily": DAY, "weekly": WEEK, "monthly": MONTH, "quarterly": QUARTER, "termly": TERM, "yearly": YEAR}

# Openers of a condition, which is kept as text on its own segment.
CONDITION_OPENERS = (
    ("assuming",),
    ("subject", "to"),
    ("if",),
    ("unless",),
    ("depending",),
    ("depends",),
    ("dependent",),
    ("dependant",),
    ("provided",),
    ("providing",),
    ("conditional",),
    ("contingent",),
    ("pending",),
    ("awaiting",),
    ("when", "appropriate"),
    ("where", "appropriate"),
    ("where", "possible"),
    ("when", "possible"),
    ("if", "possible"),
    ("as", "appropriate"),
    ("where", "practicable"),
)
PROVISIONAL_WORDS = frozenset(
    {"provisional", "provisionally", "tbc", "tba", "tbd", "indicative", "tentative", "unconfirmed"}
)
ABOUT_WORDS = frozenset({"c", "about", "approx", "approximately", "around", "circa", "roughly"})

# What an author may have meant: words worth a second look when a long unknown word differs by a single slip.
_MENDABLE = (
    *(name.lower() for name in MONTH_NAMES if len(name) > 5),
    *(name.lower() for name in WEEKDAY_NAMES),
    "beginning",
    "quarter",
    "quarterly",
    "annually",
    "monthly",
    "ongoing",
    "complete",
    "completed",
    "commencing",
    "commenced",
    "financial",
    "provisional",
    "autumn",
    "spring",
    "summer",
    "winter",
    "phased",
    "april",
)
_ANAGRAMS = {(word[0], "".join(sorted(word))): word for word in (*_MENDABLE, "march")}
_BY_LETTER: dict[str, list[str]] = {}
for _word in _MENDABLE:
    _BY_LETTER.setdefault(_word[0], []).append(_word)
# Sound words that stand one letter from a mendable one.
_SOUND = WEEKDAY_PLURALS.keys() | set(
    "sunday sprung springs summers winters quarters augusta completes commence commences".split()
)


@lru_cache(maxsize=4096)
def mended(word: str) -> str:
    """The word a misspelt one was meant to be ("begnniing", "setember"), or the word itself.

    Only swapped letters, or one letter too many, too few or wrong, in words of six letters and more with a sound first
    letter, are mended: shorter words have too many neighbours.
    """
    if not 5 <= len(word) <= 11 or word in _SOUND:
        return word
    swapped = _ANAGRAMS.get((word[0], "".join(sorted(word))))
    if swapped or len(word) == 5:
        return swapped or word
    return next((meant for meant in _BY_LETTER.get(word[0], ()) if _one_slip(word, meant)), word)


def _one_slip(word: str, meant: str) -> bool:
    """Whether one letter added, dropped or changed turns one into the other."""
    if len(word) < 6 or abs(len(word) - len(meant)) > 1 or (len(word) == len(meant) and word[-1] != meant[-1]):
        return False
    first = next((i for i, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), min(len(word), len(meant)))
    if len(word) == len(meant):
        return word[first + 1 :] == meant[first + 1 :]
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    return longer[first + 1 :] == shorter[first:]
