"""Whose words are whose: tables of bodies, each marked line by line with what its lines are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.model import Address, Layer, Part, Region
from intake.quoting import regions

ANA = Address("Ana Ruiz", "ana@example.edu")

_LAYERS = {Layer.OWN: "o", Layer.QUOTED: "q", Layer.FORWARDED: "f"}
_PARTS = {Part.PROSE: "p", Part.HEADER: "h", Part.SIGNATURE: "s", Part.FOOTER: "x"}


def marks(text: str, found: tuple[Region, ...]) -> list[str]:
    """One mark for each line with words: layer, part, depth."""
    out = []
    offset = 0
    for line in text.splitlines(keepends=True):
        region = next(r for r in found if r.start <= offset < r.end)
        if line.strip("> \n"):
            out.append(f"{_LAYERS[region.layer]}{_PARTS[region.part]}{region.depth}")
        offset += len(line)
    return out


def read(marked: str, subject: str = "", sender: Address | None = ANA) -> tuple[list[str], list[str]]:
    """Take 'mark|line' lines apart; return the marks wanted and those found ('' marks an empty line)."""
    wanted, lines = [], []
    for row in marked.strip("\n").split("\n"):
        mark, _, line = row.partition("|")
        wanted.append(mark.strip())
        lines.append(line)
    text = "\n".join(lines)
    return [mark for mark in wanted if mark], marks(text, regions(text, subject=subject, sender=sender))


OWN = {
    "name and phone under the letter": """
op0|Dear team,
   |
op0|I would like to apply.
   |
os0|Ana Ruiz
os0|(555) 010-0123
""",
    "sign-off, name, card": """
op0|I would like to apply.
   |
os0|Best regards,
   |
os0|Ana Ruiz
os0|B.S. Candidate, Mathematics
os0|Lakeshore College | ana@example.edu
""",
    "sign-off and first name only": """
op0|Here it is.
os0|Thanks!
os0|Ana
""",
    "sign-off in one line with the name": """
op0|Here it is.
   |
os0|Best, Ana
""",
    "a closing sentence with a comma above the own name": """
op0|I am free from June.
   |
os0|I look forward to hearing from you,
os0|Ana
""",
    "dashes above the card": """
op0|Here it is.
   |
os0|--
os0|Ana Ruiz
os0|https://example.edu/~ana
""",
    "a postscript is prose again": """
op0|Here it is.
   |
os0|Sincerely,
os0|Ana
   |
op0|P.S. I am also free in the autumn, from September to December.
""",
    "a motto is part of the card": """
op0|Here it is.
   |
os0|Thank you,
os0|Ana
   |
os0|"Measure twice."
""",
    "a resume pasted below the name stays": """
op0|Please find my resume below.
   |
os0|Regards,
os0|Ana Ruiz
   |
op0|ANA RUIZ
op0|12 Elm Street, Springfield
   |
op0|EDUCATION
op0|B.S. Mathematics, Lakeshore College, May 2018
op0|Relevant Coursework: Topology, Statistics
op0|EXPERIENCE
op0|Library assistant, 2015 - 2016
op0|SKILLS
op0|Python, C++
""",
    "a page pasted below a rule stays": """
op0|I would like to apply.
   |
os0|Sincerely,
os0|Ana Ruiz
   |
op0|________________________________
op0|From the page, for reference:
op0|We have openings in two areas.
""",
    "thanks in the middle is prose": """
op0|Thanks,
op0|this helps a lot, and here is what you asked for.
   |
os0|Ana
""",
    "a greeting with a comma is prose": """
op0|Hello Ana,
   |
op0|we met at the fair.
""",
    "a one-line mail is prose": """
op0|Ana
""",
    "other languages": """
op0|Anbei meine Bewerbung.
   |
os0|Mit freundlichen Grüßen
os0|Ana Ruiz
""",
    "a sign-off without spaces": """
op0|附件是我的简历。
   |
os0|此致
os0|敬礼
os0|李明
""",
    "a telephone": """
op0|Here it is.
   |
ox0|Sent from my iPhone
""",
    "a telephone in German": """
op0|Anbei.
ox0|Von meinem iPhone gesendet
""",
    "a sentence about a telephone": """
op0|Sent from home, my application follows.
""",
    "a disclaimer": """
op0|Here it is.
   |
os0|Regards,
os0|Ana Ruiz
   |
ox0|CONFIDENTIALITY NOTICE: this message is intended only for the addressee.
ox0|If you have received it in error, please delete it.
""",
    "a disclaimer right under the name": """
op0|Here it is.
   |
os0|Regards,
os0|Ana Ruiz
ox0|This e-mail may contain confidential information.
""",
    "a list's footer": """
op0|Here it is.
   |
os0|Ana
ox0|_______________________________________________
ox0|interns mailing list
ox0|interns@example.com
ox0|https://example.com/listinfo/interns
""",
    "confidence in prose": """
op0|I handled confidential data with care, and I unsubscribed nobody.
""",
    "a mail server's banner": """
ox0|CAUTION: This email originated from outside the organization.
   |
op0|Dear team,
""",
    "a sentence that begins with the own name": """
op0|Dear team,
   |
op0|Ana Ruiz, a junior in mathematics at Lakeshore College in Springfield, would like to
op0|work with you.
""",
    "a row of a resume that looks like a header": """
op0|From: June 2014
op0|To: August 2015
op0|Cashier at the corner shop
""",
    "a sentence that ends in wrote": """
op0|The book that I like best is the one of which my old teacher once wrote:
op0|nothing in it is wasted.
""",
    "a sentence with a date that ends in wrote": """
op0|On March 3 I wrote:
op0|a small program.
""",
    "an mbox writer's mark": """
op0|>From what I read, it is open.
""",
}


@pytest.mark.parametrize("marked", OWN.values(), ids=OWN.keys())
def test_a_writers_own_words(marked: str) -> None:
    wanted, found = read(marked)
    assert found == wanted


QUOTES = {
    "answer above": """
op0|Yes.
   |
qh1|On Thu, Nov 3, 2016 at 10:00 AM, Interns <interns@example.com> wrote:
   |
qp1|> Are you free in June?
""",
    "wrapped attribution": """
op0|Yes.
qh1|On Thursday, November 3, 2016 10:00 AM, Interns at the Company
qh1|<interns@example.com> wrote:
qp1|> Are you free in June?
""",
    "answers between the questions": """
op0|Answers below.
   |
qh1|On 11/03/2016 10:00 AM, Interns wrote:
qp1|> Which area?
   |
op0|Software
   |
qp1|> When?
op0|June
qp1|> Which courses?
   |
op0|Topology
   |
os0|Ana
""",
    "a quoted line broken once more": """
op0|Yes.
   |
qp1|> We would like to know in which of the two areas you would prefer to
qp1|work
qp1|> with us next summer.
""",
    "a short answer under a short question": """
qp1|> When?
op0|June
qp1|> Where?
op0|Here
""",
    "without signs, to the end": """
op0|Yes.
   |
qh1|On Nov 3, 2016, at 10:00 AM, Interns <interns@example.com> wrote:
   |
qp1|Are you free in June?
   |
qs1|Best,
qs1|The Internship Team
""",
    "the attribution within the quote, as phones write it": """
op0|Yes.
   |
qh1|> On Nov 3, 2016, at 10:00 AM, Interns <interns@example.com> wrote:
qp1|>
qp1|> Are you free in June?
   |
ox0|Sent from my iPhone
""",
    "two deep": """
op0|Yes.
qh1|On Fri, Nov 4, 2016 at 10:00 AM, Interns <interns@example.com> wrote:
qp1|> Thank you.
qh2|> On Thu, Nov 3, 2016 at 10:00 AM, Ana Ruiz <ana@example.edu> wrote:
qp2|>> I would like to apply.
""",
    "a header block under a rule": """
op0|Yes.
   |
os0|Ana
   |
qh1|________________________________
qh1|From: Interns <interns@example.com>
qh1|Sent: Thursday, November 3, 2016 10:00 AM
qh1|To: Ana Ruiz
qh1|Subject: Your application
   |
qp1|Are you free in June?
   |
qh2|From: Ana Ruiz
qh2|Sent: Wednesday, November 2, 2016 10:00 AM
qh2|To: Interns
qh2|Subject: Application
   |
qp2|I would like to apply.
""",
    "an original message": """
op0|Yes.
   |
qh1|-----Original Message-----
qh1|From: Interns [mailto:interns@example.com]
qh1|Sent: Thursday
qh1|Subject: Your application
   |
qp1|Are you free in June?
""",
    "one's own mail under a reply": """
op0|One more thing.
   |
qh1|-------- Forwarded Message --------
qh1|Subject: Application
qh1|Date: Wed, 2 Nov 2016 10:00:00 -0700
qh1|From: Ana Ruiz <ana@example.edu>
qh1|To: interns@example.com
   |
qp1|I would like to apply.
""",
}


@pytest.mark.parametrize("marked", QUOTES.values(), ids=QUOTES.keys())
def test_quotes(marked: str) -> None:
    wanted, found = read(marked.replace("qp1|>\n", "   |>\n"), subject="Re: Your application")
    assert found == wanted


_BLOCK = """qh1|-----Original Message-----
qh1|From: Interns <interns@example.com>
qh1|Sent: Wednesday, December 7, 2016 5:11 PM
qh1|To: Ana Ruiz
qh1|Subject: your application"""

# Answers within the quoted mail, without a sign of their own.
ANSWERS = {
    "below lines with signs": f"""
op0|Hello!
{_BLOCK}
   |
qp1|> Dear Ana,
qp1|> when could you come?
   |
op0|June 12 to September 1.
   |
qp1|> And which courses have you taken?
   |
op0|Databases and Real Analysis.
""",
    "behind initials": f"""
op0|Hello!
{_BLOCK}
   |
qp1|When could you come?
op0|[AR] June 12 to September 1.
   |
qp1|Which courses have you taken?
   |
op0|AR: Databases, Real Analysis and
op0|a seminar.
   |
qp1|Regards, the team
""",
    "behind a first name": f"""
{_BLOCK}
qp1|When could you come?
op0|<Ana> June 12 to September 1. </Ana>
""",
    "behind arrows that the words on top announce": f"""
op0|Please find my answers inline.
{_BLOCK}
   |
qp1|When could you come?
op0|--> June 12 to September 1.
   |
qp1|Thank you.
""",
    "in a colour, below the questions of a list": f"""
op0|My answers are in red below.
{_BLOCK}
   |
qp1|Would you tell us
qp1|* when you would like to come?
op0|  From June 12.
qp1|* which courses you have taken?
op0|  Databases.
   |
qp1|Thank you.
""",
    "not announced: the asker's own words": f"""
op0|Thank you, I will.
{_BLOCK}
   |
qp1|Are you still interested?
qp1|Please send us your resume.
qp1|--> our page has more
""",
    "somebody else's initials": f"""
op0|Thank you, I will.
{_BLOCK}
   |
qp1|When could you come?
qp1|[XY] She has not told us.
""",
    "a quote of a quote": f"""
op0|Thank you.
{_BLOCK}
   |
qh2|> On Wed, Nov 30, 2016 at 10:00 AM, Ana Ruiz <ana@example.edu> wrote:
qp2|> I would like to apply.
qp1|When could you come?
""",
}


@pytest.mark.parametrize("marked", ANSWERS.values(), ids=ANSWERS.keys())
def test_answers_within_a_quoted_mail(marked: str) -> None:
    wanted, found = read(marked, subject="Re: your application")
    assert found == wanted


FORWARDS = {
    "Gmail": """
op0|Please see below.
   |
fh1|---------- Forwarded message ---------
fh1|From: Ben Okoro <ben@example.edu>
fh1|Date: Thu, Nov 3, 2016 at 10:00 AM
fh1|Subject: internship
fh1|To: <office@example.edu>
   |
fp1|I would like to apply.
   |
fs1|Ben
fs1|555-0199
""",
    "Outlook": """
op0|A good student.
   |
fh1|From: Ben Okoro [mailto:ben@example.edu]
fh1|Sent: Thursday, November 3, 2016 10:00 AM
fh1|To: Office
fh1|Subject: internship
   |
fp1|I would like to apply.
""",
    "Apple Mail": """
fh1|Begin forwarded message:
   |
fh1|> From: Ben Okoro <ben@example.edu>
fh1|> Subject: internship
fh1|> Date: November 3, 2016 at 10:00:00 AM PDT
fh1|> To: office@example.edu
   |>
fp1|> I would like to apply.
""",
    "Thunderbird": """
fh1|-------- Forwarded Message --------
fh1|Subject: internship
fh1|Date: Thu, 3 Nov 2016 10:00:00 -0700
fh1|From: Ben Okoro <ben@example.edu>
fh1|To: office@example.edu
   |
fp1|I would like to apply.
""",
    "passed on twice": """
op0|For you.
fh1|---------- Forwarded message ---------
fh1|From: Carla Poe <carla@example.edu>
fh1|Date: Fri, Nov 4, 2016 at 10:00 AM
fh1|Subject: Fwd: internship
fh1|To: <office@example.edu>
   |
fp1|Can you send this on?
   |
fh2|---------- Forwarded message ---------
fh2|From: Ben Okoro <ben@example.edu>
fh2|Date: Thu, Nov 3, 2016 at 10:00 AM
fh2|Subject: internship
fh2|To: <carla@example.edu>
   |
fp2|I would like to apply.
""",
    "passed on twice in Outlook": """
fh1|From: Carla Poe
fh1|Sent: Friday, November 4, 2016 10:00 AM
fh1|To: Office
fh1|Subject: FW: internship
   |
fp1|Can you send this on?
   |
fh2|From: Ben Okoro
fh2|Sent: Thursday, November 3, 2016 10:00 AM
fh2|To: Carla Poe
fh2|Subject: internship
   |
fp2|I would like to apply.
""",
    "an answer within what is passed on": """
fh1|---------- Forwarded message ---------
fh1|From: Ben Okoro <ben@example.edu>
fh1|Date: Thu, Nov 3, 2016 at 10:00 AM
fh1|Subject: Re: internship
   |
fp1|I would like to apply.
qh2|On Wed, Nov 2, 2016 at 9:00 AM, Carla Poe <carla@example.edu> wrote:
qp2|> Here is the page.
""",
    "mutt, with an end": """
op0|A good student.
   |
fh1|----- Forwarded message from Ben Okoro <ben@example.edu> -----
   |
fh1|Date: Thu, 3 Nov 2016 10:00:00 -0700
fh1|From: Ben Okoro <ben@example.edu>
fh1|Subject: internship
   |
fp1|I would like to apply.
   |
fh1|----- End forwarded message -----
   |
op0|Please have a look.
""",
    "stars around a name": """
fh1|---------- Forwarded message ---------
fh1|From: *Ben Okoro* <ben@example.edu>
fh1|Date: Thu, Nov 3, 2016 at 10:00 AM
fh1|Subject: internship
fp1|I would like to apply.
""",
    "a quote with signs, passed on": """
op0|A good student.
fh1|Ben Okoro <ben@example.edu> wrote:
fp1|> I would like to apply.
""",
}


@pytest.mark.parametrize("marked", FORWARDS.values(), ids=FORWARDS.keys())
def test_forwards(marked: str) -> None:
    wanted, found = read(marked, subject="Fwd: internship")
    assert found == wanted


@pytest.mark.parametrize(
    ("subject", "words", "layer"),
    [
        ("FW: internship", "", Layer.FORWARDED),
        ("WG: Praktikum", "Siehe unten.", Layer.FORWARDED),
        ("TR: stage", "", Layer.FORWARDED),
        ("RE: internship", "I am forwarding this.", Layer.QUOTED),
        ("AW: Praktikum", "", Layer.QUOTED),
        ("internship", "I am passing this along.", Layer.FORWARDED),
        ("internship", "", Layer.FORWARDED),
        ("internship", "Thank you for the answer.", Layer.QUOTED),
        ("Praktikum", "Ich leite Ihnen die Bewerbung weiter.", Layer.FORWARDED),
    ],
)
def test_a_bare_header_block_is_passed_on_or_answered(subject: str, words: str, layer: Layer) -> None:
    block = "From: Ben Okoro\nSent: Thursday, November 3, 2016 10:00 AM\nTo: Office\nSubject: internship\n\nHello.\n"
    assert regions(f"{words}\n\n{block}", subject=subject, sender=ANA)[-1].layer is layer


ATTRIBUTIONS = [
    "On Thu, Nov 3, 2016 at 10:00 AM, Ben Okoro <ben@example.edu> wrote:",
    "On Nov 3, 2016, at 10:00 AM, Ben Okoro <ben@example.edu<mailto:ben@example.edu>> wrote:",
    "On 11/03/2016 10:00 AM, Ben Okoro wrote:",
    "On Thu, 3 Nov 2016 10:00:00 +0100\n{}Ben Okoro <ben@example.edu> wrote:",
    "Ben Okoro <ben@example.edu> wrote on 11/03/2016 10:00:00 AM:",
    "Ben Okoro writes:",
    "Quoting Ben Okoro <ben@example.edu>:",
    'At 2016-11-03 10:00:00, "Ben Okoro" <ben@example.edu> wrote:',
    "Am 03.11.2016 um 10:00 schrieb Ben Okoro:",
    "Am Do., 3. Nov. 2016 um 10:00 Uhr schrieb Ben Okoro <ben@example.edu>:",
    "Le jeu. 3 nov. 2016 à 10:00, Ben Okoro <ben@example.edu> a\n{}écrit :",
    "El jue., 3 nov. 2016 a las 10:00, Ben Okoro (<ben@example.edu>) escribió:",
    "Il giorno gio 3 nov 2016 alle ore 10:00 Ben Okoro <ben@example.edu> ha scritto:",
    "Em qui., 3 de nov. de 2016 às 10:00, Ben Okoro <ben@example.edu> escreveu:",
    "Op do 3 nov. 2016 om 10:00 schreef Ben Okoro <ben@example.edu>:",
    "czw., 3 lis 2016 o 10:00 Ben Okoro <ben@example.edu> napisał(a):",
    "W dniu 3.11.2016 o 10:00, Ben Okoro pisze:",
    "чт, 3 нояб. 2016 г. в 10:00, Ben Okoro <ben@example.edu>:",
    "3 ноября 2016 г., 10:00 пользователь Ben Okoro <ben@example.edu> написал:",
    '03.11.2016, 10:00, "Ben Okoro" <ben@example.edu>:',
    "在 2016年11月3日，10:00，Ben Okoro <ben@example.edu> 写道：",
    "Ben Okoro <ben@example.edu> 于2016年11月3日周四 10:00写道：",
    "2016年11月3日(木) 10:00 Ben Okoro <ben@example.edu>:",
]


@pytest.mark.parametrize("said", ATTRIBUTIONS)
def test_attributions_name_who_wrote(said: str) -> None:
    text = f"Yes.\n\n{said.format('')}\n\n> A question?\n"
    found = regions(text)
    header, quote = found[-2], found[-1]
    assert (header.part, quote.layer, quote.depth) == (Part.HEADER, Layer.QUOTED, 1)
    assert quote.author in {Address("Ben Okoro", "ben@example.edu"), Address("Ben Okoro", "")}
    assert quote.author and bool(quote.author.email) == ("@" in said)


BLOCKS = [
    "From: {}\nSent: Thursday, November 3, 2016 10:00 AM\nTo: Interns\nSubject: Hello",
    "*From:* {}\n*Sent:* Thursday, November 3, 2016 10:00 AM\n*To:* Interns\n*Subject:* Hello",
    "From: {}\n\nDate: Thu, 3 Nov 2016\n\nTo: Interns\n\nSubject: Hello",
    "From: {}\nDate: 3 Nov 2016\nTo: One Person <one@example.com>,\n Two <two@example.com>;\nCc: Three\nSubject: Hello",
    "Von: {}\nGesendet: Donnerstag, 3. November 2016 10:00\nAn: Interns\nBetreff: Hello",
    "De : {}\nEnvoyé : jeudi 3 novembre 2016 10:00\nÀ : Interns\nObjet : Hello",
    "De: {}\nEnviado el: jueves, 3 de noviembre de 2016 10:00\nPara: Interns\nAsunto: Hello",
    "Da: {}\nInviato: giovedì 3 novembre 2016 10:00\nA: Interns\nOggetto: Hello",
    "De: {}\nEnviada em: quinta-feira, 3 de novembro de 2016 10:00\nPara: Interns\nAssunto: Hello",
    "Van: {}\nVerzonden: donderdag 3 november 2016 10:00\nAan: Interns\nOnderwerp: Hello",
    "Od: {}\nWysłano: czwartek, 3 listopada 2016 10:00\nDo: Interns\nTemat: Hello",
    "От: {}\nОтправлено: 3 ноября 2016 г. 10:00\nКому: Interns\nТема: Hello",
    "发件人: {}\n发送时间: 2016年11月3日 10:00\n收件人: Interns\n主题: Hello",
    "差出人: {}\n送信日時: 2016年11月3日 10:00\n宛先: Interns\n件名: Hello",
    "------------------ 原始邮件 ------------------\n发件人: {};\n发送时间: 2016年11月3日\n主题: Hello",
    "-------- Weitergeleitete Nachricht --------\nBetreff: Hello\nDatum: Thu, 3 Nov 2016\nVon: {}\nAn: x",
    "---------- Mensaje reenviado ----------\nDe: {}\nFecha: 3 de noviembre\nAsunto: Hello",
    "Début du message réexpédié :\n\nDe: {}\nObjet: Hello\nDate: 3 novembre 2016\nÀ: x",
]


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize(
    "who",
    ["Ben Okoro <ben@example.edu>", "Ben Okoro [mailto:ben@example.edu]", '"Ben Okoro" <ben@example.edu>'],
)
def test_header_blocks_give_author_and_subject(block: str, who: str) -> None:
    text = f"Hello.\n\n{block.format(who)}\n\nThe text.\n"
    last = regions(text, subject="Fwd: Hello")[-1]
    assert (last.layer, last.depth, last.subject) == (Layer.FORWARDED, 1, "Hello")
    assert last.author == Address("Ben Okoro", "ben@example.edu")
    assert text[last.start : last.end].strip() == "The text."


def test_a_signed_text_is_unwrapped() -> None:
    text = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nI would like to apply.\n\nAna\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEz\n=abcd\n-----END PGP SIGNATURE-----\n"
    )
    assert [r.part for r in regions(text, sender=ANA)] == [
        Part.FOOTER,
        Part.PROSE,
        Part.SIGNATURE,
        Part.FOOTER,
    ]


def test_an_empty_text_has_no_regions() -> None:
    assert regions("") == ()


_LINES = st.sampled_from(
    [
        "", "> ", ">> x", "> a", "a", "Best,", "Ana", "-- ", "From: a@example.com", "Sent: 1", "To: b", "Subject: Fwd: x",
        "On 1 Nov 2016 10:00 a@example.com wrote:", "-----Original Message-----", "---------- Forwarded message ----------",
        "_______", "EDUCATION", "Sent from my iPhone", "CAUTION: external sender", "confidential", "unsubscribe here",
        "P.S. x", "\t", "x" * 75, "Begin forwarded message:", "-----BEGIN PGP SIGNATURE-----",
    ]
)  # fmt: skip


@given(st.one_of(st.lists(_LINES).map("\n".join), st.text()), st.sampled_from(["", "Fwd: x", "Re: x"]))
def test_regions_part_the_text(text: str, subject: str) -> None:
    found = regions(text, subject=subject, sender=ANA)
    assert "".join(text[r.start : r.end] for r in found) == text
    assert all(r.end > r.start for r in found)
    assert all(r.layer is Layer.OWN if r.depth == 0 else r.layer is not Layer.OWN for r in found)


@pytest.mark.parametrize(
    "piece",
    [
        "> a\nb\n",
        "-- \n",
        "Best,\nAna\n",
        "From: a\n",
        "On \n",
        ">" * 50,
        "Date: 1\nFrom: a\n",
        "a@",
        "____________\n\n",
    ],
)
def test_hostile_bodies_are_parted(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    found = regions(text, subject="Re: x", sender=ANA)
    assert found[0].start == 0
    assert found[-1].end == len(text)
