"""Names of people as mail writes them: display names made clean, compared, and turned the way they are said."""

from __future__ import annotations

import re
import unicodedata

from intake.config import Programme
from intake.fields.memory import remembered
from intake.model import Address

_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?[(\[{<（【][^()\[\]{}<>（）【】]{0,60}[)\]}>）】]\s*")
_BRACKET = re.compile(r"[(\[{<（【]")
_RELAY = re.compile(
    r"(?<!\s)\s+(?:via|through|on behalf of|from|at|@|über|por|par)\s+\S.{0,60}$", re.IGNORECASE
)
_TAIL = re.compile(r"(?:(?<!\s)\s+)?(?:\||·|•|/|--|\s[-–—]\s|[-–—]\s).{0,80}$")
_CREDENTIALS = re.compile(
    r"(?<![,\s])[,\s]++(?:ph\.?\s?d|m\.?sc|b\.?sc|m\.?eng|b\.?eng|m\.?b\.?a|b\.?a|m\.?a|b\.?s|m\.?s|m\.?d|e\.?i\.?t|p\.?e|student"
    r"|intern|candidate|class of \d{4}|['’]\d{2})\.?$",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|m|mme|sr|sra|ing|lieutenant|lt|sergeant|sgt|ssg|sfc|captain|capt|cpt|cpl|maj|col)\.?"
    r"\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_RANK_BEHIND = re.compile(
    r"\s+(?:SSG|SGT|SFC|CPT|CPL|SPC|PFC|MAJ|LTC|USAF|USARMY|USN|USMC)\b.{0,40}$"
)  # "Terrence Lake SSG"
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_PARTICLES = frozenset(
    "al bin da das de dei del della den der di do dos du el la le van von y zu zur 't".split()
)
# Words that no person is called by: what a line with one of them says is no name.
_NOT_NAMES = re.compile(
    r"\b(?:resume|résumé|curriculum|vitae|cv|cover|letter|university|college|institute|school|department|student"
    r"|students|engineer|engineering|developer|science|computer|software|internship|intern|interns|application|team"
    r"|career|careers|center|centre|services|office|desk|help|email|e-mail|phone|mobile|address|street|avenue|page"
    r"|objective|education|experiences?|summary|skills|profile|contact|transcript|dear|hello|hi|regards|sincerely"
    r"|thanks|thank|best|cheers|sent|from|the|and|of|for|with|my|your|lebenslauf|bewerbung|notifications?|support"
    r"|admin|info|jobs|hr|recruiting|machine|learning|research|assistant|january|february|march|april|june|july"
    r"|august|september|october|november|december|reference|references|attached|available|graduate|undergraduate"
    r"|bachelor|master|major|portfolio|work|history|personal|information|data|name|inc|llc|ltd|gmbh|company|lab"
    r"|laboratory|club|society|association|chapter|committee|citizen|scholar|award|group|foundation|project|projects|program|summer|spring|fall|winter)\b",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*\.?")
_INITIALS = re.compile(r"\w(?:[-.]?[A-Z](?![a-z]))?\.?")  # "B", "P-H"
_NATIVE = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,8}(?:[\s·][\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,8})?"
)


def is_ours(address: Address | None, programme: Programme) -> bool:
    """Whether an address is the organisation's: one of the programme's, or at a domain of its staff."""
    if address is None or "@" not in address.email:
        return False
    local, domain = address.email.rsplit("@", 1)
    plain = f"{local.split('+', 1)[0]}@{domain}"
    domains = programme.organisation.staff_domains
    return plain in programme.organisation.addresses or any(
        domain == d or domain.endswith(f".{d}") for d in domains
    )


@remembered
def clean_name(display: str) -> str:
    """A display name as its owner would say it: turned if "Doe, Jane", without "(Student)", "via X", titles.

    '' where it names nobody (an address, an office, digits only).
    """
    name = " ".join(unicodedata.normalize("NFC", display[:200]).split()).strip("\"'“”‘’ ,;")
    if "@" in name:
        return ""
    outside = _BRACKETS.sub(" ", name).strip() if _BRACKET.search(name) else name
    name = outside or name.strip("()[]{}<> ")
    name = _RANK_BEHIND.sub("", _TAIL.sub("", _RELAY.sub("", name))).strip(" ,;.")
    for _ in range(3):
        bare = _CREDENTIALS.sub("", name)
        if bare == name or (len(bare.split()) < 2 and "," not in name[len(bare) :]):
            break  # nothing more, or "John Student", who is called so
        name = bare
    return _capitals_last(_TITLES.sub("", _turned(name)).strip(" ,;"))


def _turned(name: str) -> str:
    last, comma, first = name.partition(",")
    if not comma or "," in first or not first.strip():
        return name
    if _SUFFIX.fullmatch(first.strip()):
        return f"{last.strip()} {first.strip()}"
    return f"{first.strip()} {last.strip()}"


def _capitals_last(name: str) -> str:
    """Family names in capitals beside others that are not, as in France: "DUBOIS Anne" and "Anne DUBOIS" are Anne Dubois."""
    words = name.split()
    family = [word for word in words if len(word) > 2 and word.isupper()]
    given = [word for word in words if word not in family]
    if not family or not given or not any(c.islower() for word in given for c in word):
        return name
    first = words[0] in family and len(family) == 1
    return " ".join([*(given if first else ()), *(_cased(w, family) for w in (family if first else words))])


def _cased(word: str, family: list[str]) -> str:
    return _capital(word) if word in family else word


def is_name(text: str) -> bool:
    """Whether a text can be a person's name: two to five words with letters only, or a few native characters."""
    if _NATIVE.fullmatch(text):
        return True
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 60 or _NOT_NAMES.search(text):
        return False
    if not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    return all(word[0].isupper() or not word[0].islower() or word.casefold() in _PARTICLES for word in words)


def is_full(name: str) -> bool:
    """Whether it has at least two whole names ("Tyler B" and "jsmith" have not), or stands in a native script."""
    if _NATIVE.fullmatch(name):
        return True
    words = [word for word in name.split() if not _SUFFIX.fullmatch(word)]
    whole = [word for word in words if not _INITIALS.fullmatch(word) and _NAME_WORD.fullmatch(word)]
    return len(whole) > 1 and words[-1] == whole[-1] and not _NOT_NAMES.search(name.removesuffix(" Student"))


@remembered
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case and punctuation, for comparison: ("ines", "caldeira")."""
    plain = unicodedata.normalize(
        "NFKD", name.replace("ß", "ss").replace("ł", "l").replace("Ł", "L").replace("ø", "o")
    )
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return tuple(re.findall(r"[^\W\d_]+", letters))


def agree(one: str, other: str) -> bool:
    """Whether two written names can be the same person's: a shared family or given name, or its initial.

    Names in different scripts cannot be compared and agree.
    """
    first, second = folded(one), folded(other)
    if not first or not second or _script(one) != _script(other):
        return True
    shared = set(first) & set(second)
    return (
        bool({word for word in shared if len(word) > 1})
        or _initials(first, second)
        or _initials(second, first)
    )


def same_person(one: Address | None, other: Address | None) -> bool:
    """Whether two mailboxes are one person's: the same address, or the same full name."""
    if one is None or other is None:
        return False
    if one.email and one.email == other.email:
        return True
    first, second = set(folded(clean_name(one.name))), set(folded(clean_name(other.name)))
    return len(first & second) >= 2 or (len(first) == 1 and first == second)


def in_case(name: str) -> str:
    """A name in capitals or small letters only as names are printed: "MATEO RIVERA-LUGO" is "Mateo Rivera-Lugo"."""
    if name.upper() == name.lower() or not (name.isupper() or name.islower()):
        return name
    words = [
        word.casefold() if word.casefold() in _PARTICLES and at else _capital(word)
        for at, word in enumerate(name.split())
    ]
    return " ".join(words)


def _capital(word: str) -> str:
    return re.sub(r"(^|[-'’.])([^\W\d_])", lambda m: m.group(1) + m.group(2).upper(), word.lower())


def _initials(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """("tyler", "b") against ("tyler", "brandvold"): each word is the other's, or begins it."""
    return len(short) == len(whole) and all(w.startswith(s) for s, w in zip(short, whole, strict=True))


def _script(name: str) -> str:
    letter = next((c for c in name if c.isalpha()), "a")
    return unicodedata.name(letter, "LATIN").split()[0]
