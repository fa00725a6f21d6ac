"""Words of time as applicants write them: months from CLDR (by Babel), seasons, parts, units and connectors.

Each word or phrase, case folded, stands for (kind, value); the lexer takes the longest phrase. Words that also
mean something else ("may", "fall", "été") are listed as weak and need more of a date beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from babel import Locale

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru")


class Kind(StrEnum):
    """What a word or sign does in an expression of time."""

    MONTH = "month"  # 1 to 12
    SEASON = "season"
    PART = "part"  # of a month: early, mid, late
    UNIT = "unit"  # day, week, month, year
    NUMBER = "number"
    ORDINAL = "ordinal"  # "first", in words
    YEAR = "year"
    DATE = "date"  # a whole date in digits
    QUARTER = "quarter"  # Q1 to Q4
    WEEKDAY = "weekday"
    HOLIDAY = "holiday"  # (month, day)
    RELATIVE = "relative"  # this, next
    LAST = "last"
    TERM = "term"  # quarter, semester, term
    BREAK = "break"
    STAY = "stay"  # internship, position: may stand between a season and its year
    FROM = "from"
    OPENS = "opens"  # starting, as of: a start even where no end follows
    AFTER = "after"
    BEFORE = "before"
    BETWEEN = "between"
    TO = "to"
    UNTIL = "until"
    FOR = "for"
    AND = "and"
    OR = "or"
    OF = "of"
    IN = "in"
    THE = "the"
    ABOUT = "about"
    ONWARD = "onward"
    WORD = "word"
    SIGN = "sign"


Meaning = tuple[Kind, int | str]

_SHORT_MONTHS: Mapping[str, int] = {
    "jan": 1, "jän": 1, "janv": 1, "ene": 1, "gen": 1, "feb": 2, "febr": 2, "févr": 2, "fevr": 2, "fev": 2,
    "mar": 3, "mär": 3, "mrt": 3, "apr": 4, "avr": 4, "abr": 4, "mai": 5, "jun": 6, "giu": 6, "jul": 7, "juil": 7, "lug": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "okt": 10, "ott": 10, "nov": 11, "dec": 12, "dez": 12, "dic": 12,
    "déc": 12,
    # without accents, as keyboards abroad give them, and frequent slips
    "fevrier": 2, "aout": 8, "decembre": 12, "maerz": 3, "marz": 3, "marco": 3, "janurary": 1, "januray": 1, "feburary": 2,
    "febuary": 2, "agust": 8, "septmber": 9, "setember": 9, "ocotber": 10, "novemeber": 11,
    # Russian cases that CLDR does not list, Polish locatives
    "январе": 1, "феврале": 2, "марте": 3, "апреле": 4, "мае": 5, "июне": 6, "июле": 7, "августе": 8, "сентябре": 9,
    "октябре": 10, "ноябре": 11, "декабре": 12, "styczniu": 1, "lutym": 2, "marcu": 3, "kwietniu": 4, "czerwcu": 6,
    "lipcu": 7, "sierpniu": 8, "wrześniu": 9, "październiku": 10, "listopadzie": 11, "grudniu": 12,
    "一月": 1, "二月": 2, "三月": 3, "四月": 4, "五月": 5, "六月": 6, "七月": 7, "八月": 8, "九月": 9, "十月": 10,
    "十一月": 11, "十二月": 12,
}  # fmt: skip

# Also a verb, a name, a greeting of another language: only with a day, a year, a part or a preposition beside it.
WEAK_MONTHS = frozenset(
    {"may", "march", "mar", "mars", "jan", "gen", "mai", "maja", "maj", "mei", "dic", "ene", "marco", "dec"}
)
WEAK_SEASONS = frozenset(
    {"fall", "spring", "été", "ete", "estate", "lato", "лета", "лето", "lente", "夏", "秋", "冬", "春"}
)

_SEASONS: Mapping[str, tuple[str, ...]] = {
    "summer": (
        "summer", "summertime", "sommer", "sommers", "sommerferien", "sommersemester", "été", "ete", "verano",
        "verão", "verao", "estate",
        "zomer", "lato", "latem", "lata", "лето", "летом", "лета", "夏季", "夏天", "暑假", "暑期", "夏",
    ),
    "fall": (
        "fall", "autumn", "herbst", "herbstes", "automne", "otoño", "otono", "outono", "autunno", "herfst",
        "jesień", "jesienią", "осень", "осенью", "осени", "秋季", "秋天", "秋",
    ),
    "winter": (
        "winter", "winters", "wintersemester", "hiver", "invierno", "inverno", "zima", "zimą", "зима", "зимой",
        "зимы", "冬季", "冬天",
        "寒假", "冬",
    ),
    "spring": (
        "spring", "springtime", "frühling", "frühjahr", "fruehjahr", "printemps", "primavera", "voorjaar",
        "lente", "wiosna", "wiosną", "весна", "весной", "весны", "春季", "春天", "春",
    ),
}  # fmt: skip

_PARTS: Mapping[str, tuple[str, ...]] = {
    "early": (
        "early", "beginning of", "the beginning of", "start of", "the start of", "anfang", "début", "debut", "début de",
        "principios de", "comienzos de", "inicios de", "início de", "inicio de", "começo de", "inizio", "inizio di",
        "в начале", "начала", "начало", "初", "上旬", "first half of", "the first half of",
    ),
    "mid": (
        "mid", "middle of", "the middle of", "middle", "mitte", "mi", "mediados de", "meados de", "metà", "metà di", "half",
        "в середине", "середины", "середина", "中旬",
    ),
    "late": (
        "late", "end of", "the end of", "the very end of", "end", "ende", "fin", "fin de", "finales de", "fines de",
        "final de", "fim de",
        "finais de", "fine", "fine di", "eind", "конца", "конец", "в конце", "底", "下旬", "second half of",
        "the second half of",
    ),
}  # fmt: skip

_UNITS: Mapping[str, tuple[str, ...]] = {
    "day": ("day", "days"),
    "week": (
        "week", "weeks", "wk", "wks", "woche", "wochen", "semaine", "semaines", "semana", "semanas", "settimana",
        "settimane", "weken", "недель", "недели", "неделя", "周", "星期", "wöchig", "wöchige", "wöchiges",
        "wöchigen", "wöchiger", "wöchigem", "woechiges", "woechige", "недельную", "недельная", "недельной",
        "tygodniowy", "tygodniowego",
    ),
    "month": (
        "month", "months", "mo", "mos", "monat", "monate", "monaten", "mois", "mes", "meses", "mês", "mese", "mesi",
        "maanden", "месяц", "месяца", "месяцев", "miesiące", "miesięcy", "个月", "個月", "monatig", "monatige",
        "monatiges", "monatigen", "monatiger", "monatigem", "месячную", "месячная", "месячной", "miesięczny",
        "miesięcznego",
    ),
}  # fmt: skip

_NUMBERS: Mapping[int, tuple[str, ...]] = {
    1: ("one", "ein", "einen", "un", "uno"), 2: ("two", "zwei", "deux", "dos", "dois", "due", "два", "двух", "dwu", "两", "兩"),
    3: ("three", "drei", "trois", "tres", "três", "tre", "три", "трёх", "трех", "trzy", "三"),
    4: ("four", "vier", "quatre", "cuatro",
    "quatro", "quattro", "четыре", "четырёх", "четырех", "cztero", "四"),
    5: ("five", "fünf", "fuenf", "cinq", "cinco", "cinque", "пять", "пяти", "五"),
    6: ("six", "sechs", "seis", "sei", "шесть", "шести", "sześcio", "六"),
    7: ("seven", "sieben"), 8: ("eight", "acht", "huit", "ocho", "oito", "otto"), 9: ("nine", "neun"),
    10: ("ten", "zehn", "dix", "diez"), 11: ("eleven", "elf"),
    12: ("twelve", "zwölf", "zwoelf", "douze", "doce", "doze", "dodici"),
    13: ("thirteen",), 14: ("fourteen",), 15: ("fifteen",), 16: ("sixteen",),
}  # fmt: skip

_ORDINALS: Mapping[int, tuple[str, ...]] = {
    1: ("first", "erste", "ersten", "première", "primera", "primeira", "prima"),
    2: ("second", "zweite", "zweiten"), 3: ("third", "dritte", "dritten"), 4: ("fourth", "vierte", "vierten"),
    5: ("last", "final", "letzte", "letzten", "dernière", "última", "ultima", "fifth"),
    # days of a month only
    6: ("sixth",), 7: ("seventh",), 8: ("eighth",), 9: ("ninth",), 10: ("tenth",), 11: ("eleventh",), 12: ("twelfth",),
    13: ("thirteenth",), 14: ("fourteenth",), 15: ("fifteenth",), 16: ("sixteenth",), 17: ("seventeenth",),
    18: ("eighteenth",), 19: ("nineteenth",), 20: ("twentieth",), 21: ("twenty - first", "twenty first"),
    22: ("twenty - second", "twenty second"), 23: ("twenty - third", "twenty third"),
    24: ("twenty - fourth", "twenty fourth"), 25: ("twenty - fifth", "twenty fifth"),
    26: ("twenty - sixth", "twenty sixth"), 27: ("twenty - seventh", "twenty seventh"),
    28: ("twenty - eighth", "twenty eighth"), 29: ("twenty - ninth", "twenty ninth"), 30: ("thirtieth",),
    31: ("thirty - first", "thirty first"),
}  # fmt: skip

_OTHER: Mapping[Kind, tuple[str, ...]] = {
    Kind.FROM: (
        "from", "von", "vom", "du", "del", "da", "dal", "dalla", "van", "od", "с", "со", "从", "自",
    ),
    Kind.OPENS: (
        "starting", "starts", "start", "beginning", "begins", "begin", "commencing", "commence", "as of", "as from",
        "as early as", "as soon as", "ab", "ab dem", "à partir de", "à partir du",
        "a partir de", "a partir del", "a partir do", "a partire da", "a partire dal", "dès", "dès le", "desde",
        "desde el", "vanaf", "начиная с", "start date", "earliest start",
        "earliest",
    ),
    Kind.AFTER: ("after", "nach", "après", "después de", "depois de", "dopo", "после"),
    Kind.BEFORE: ("before", "earlier than", "prior to", "vor", "avant", "antes de", "prima di"),
    Kind.BETWEEN: ("between", "zwischen", "entre", "tra", "fra", "между"),
    Kind.TO: ("to", "a", "ad", "al", "à", "au", "do", "t/m", "по", "zu", "zum", "e o", "e il", "y el", "et le", "et la fin"),
    Kind.UNTIL: (
        "until", "till", "til", "untill", "through", "thru", "through to", "up to", "up to and including",
        "up until", "as late as", "all the way to",
        "bis", "bis zum", "bis einschließlich",
        "jusqu'à", "jusqu'au", "jusqu'en", "jusque", "hasta", "hasta el", "até", "até o", "fino a", "fino al", "tot",
        "tot en met", "до", "到", "至",
        "ending", "ending on", "ending in", "ends",
    ),
    Kind.FOR: ("for", "für", "pour", "por", "para", "per", "на", "lasting", "over"),
    Kind.AND: ("and", "&", "und", "et", "y", "e", "и", "和", "plus"),
    Kind.OR: ("or", "oder", "ou", "o", "или", "lub", "或", "或者"),
    Kind.OF: ("of", "de", "di", "do ano de", "año", "года", "г", "roku"),
    Kind.IN: ("in", "im", "during", "within", "dans", "en", "em", "nel", "w", "в", "во", "on", "le", "el", "il"),
    Kind.THE: (
        "the", "the whole of", "whole of", "the entire",
        "der", "die", "das", "den", "dem", "des", "la", "l", "d", "os", "as", "dell", "nell", "all"),
    Kind.ABOUT: (
        "about", "around", "approximately", "approx", "roughly", "circa", "ca", "say", "early on", "probably",
        "just", "etwa", "environ", "just before", "right after",
        "somewhere",
    ),
    Kind.ONWARD: ("onward", "onwards", "on wards", "forward", "and on", "on out", "an", "开始", "起"),
    Kind.LAST: ("last", "past", "this past", "previous", "letzten", "letztes", "vergangenen", "dernier", "pasado",
    "passado", "прошлым", "прошлого", "去年"),
    Kind.BREAK: ("break", "vacation", "vacations", "holiday", "holidays", "recess", "ferien", "vacances",
    "vacaciones", "férias"),
    Kind.STAY: (
        "internship", "internships", "intern", "interns", "co", "op", "coop", "position", "positions", "program",
        "programme", "session", "intake", "cohort", "batch",
        "opportunity", "opportunities", "opening", "role", "job", "placement", "season", "work", "term", "praktikum",
        "stage", "практика", "стажировка", "实习",
        "application", "applicant", "interning", "availability", "engineering", "software", "algorithms",
        "algorithm", "research", "engineer",
    ),
    Kind.WEEKDAY: (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
        "thu", "thur", "thurs",
        "fri", "sat", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "lundi", "mardi", "mercredi",
        "jeudi", "vendredi", "lunes", "martes",
        "miércoles", "jueves", "viernes",
    ),
}  # fmt: skip

_RELATIVES: Mapping[str, tuple[str, ...]] = {
    "this": (
        "this", "the coming", "coming", "this coming", "upcoming", "this upcoming", "the upcoming", "diesen",
        "diesem", "dieses", "diesjährigen", "cet", "cette", "ce", "este",
        "esta", "neste", "nesta", "deste", "questa", "quest", "этим", "этой", "этого", "kommenden", "tego",
    ),
    "next": (
        "next", "this next", "the following", "following", "nächsten", "nächstes", "nächster", "prochain", "próximo",
        "próxima", "proximo", "proxima",
        "prossima", "следующим", "следующей",
    ),
    "that month": ("that month", "the same month", "that same month"),
    "this year": ("this year", "this year's", "dieses jahres", "dieses jahr", "cette année", "este año", "deste ano",
    "этого года", "в этом году", "今年"),
    "next year": (
        "next year", "next year's", "of next year", "nächsten jahres", "nächstes jahr", "année prochaine",
        "próximo año", "próximo ano",
        "следующего года", "в следующем году", "przyszłego roku", "明年",
    ),
}  # fmt: skip

_TERMS: Mapping[str, tuple[str, ...]] = {
    "quarter": ("quarter", "quarters", "quartal", "trimester", "trimestre"),
    "semester": ("semester", "semesters", "term", "trimestre", "semestre", "学期"),
}  # fmt: skip

_HOLIDAYS: Mapping[str, tuple[int, int]] = {
    "christmas": (12, 24), "xmas": (12, 24), "x-mas": (12, 24), "weihnachten": (12, 24), "noël": (12, 24),
    "navidad": (12, 24), "natal": (12, 24), "new year": (1, 1),
    "new years": (1, 1), "new year's": (1, 1), "new year's day": (1, 1), "memorial day": (5, 29), "labor day": (9,
    4), "labour day": (9, 4), "thanksgiving": (11, 23),
    "independence day": (7, 4), "easter": (4, 16), "ostern": (4, 16), "the holidays": (12, 20),
}  # fmt: skip


@lru_cache(maxsize=1)
def meanings() -> Mapping[tuple[str, ...], Meaning]:
    """Every phrase, as the tuple of its words, with what it means; earlier tables yield to later ones."""
    found: dict[tuple[str, ...], Meaning] = {}

    def add(phrase: str, kind: Kind, value: int | str) -> None:
        found[tuple(phrase.split())] = (kind, value)

    for kind, phrases in _OTHER.items():
        for phrase in phrases:
            add(phrase, kind, phrase)
    for table, kind in (
        (_PARTS, Kind.PART),
        (_UNITS, Kind.UNIT),
        (_RELATIVES, Kind.RELATIVE),
        (_TERMS, Kind.TERM),
        (_SEASONS, Kind.SEASON),
    ):
        for name, phrases in table.items():
            for phrase in phrases:
                add(phrase, kind, name)
    for numbers, kind in ((_NUMBERS, Kind.NUMBER), (_ORDINALS, Kind.ORDINAL)):
        for number, phrases in numbers.items():
            for phrase in phrases:
                add(phrase, kind, number)
    for phrase, (month, day) in _HOLIDAYS.items():
        add(phrase, Kind.HOLIDAY, month * 100 + day)
    for name, number in months().items():
        add(name, Kind.MONTH, number)
    return found


@lru_cache(maxsize=1)
def months() -> Mapping[str, int]:
    """Month names, case folded, in each language's cases, and the abbreviations that mean nothing else."""
    names = dict(_SHORT_MONTHS)
    for language in LANGUAGES:
        tables = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            names.update({name.casefold(): number for number, name in tables[context]["wide"].items()})
    return names
