"""Eligibility: what is stated, quoted; nothing inferred."""

from __future__ import annotations

import pytest

from intake.fields import eligibility
from intake.model import Address
from support.cases import case, document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US citizen (dual with Italy).", "us-citizen"),
        ("I'm a U.S. Citizen and thus need no sponsorship.", "us-citizen"),
        ("Eligibility: citizen of the United States", "us-citizen"),
        ("I'm an American, living in Berlin at the moment.", "us-citizen"),
        ("Being a US citizen I fulfil your requirement.", "us-citizen"),
        ("As a US citizen studying abroad I hope I qualify.", "us-citizen"),
        ("Yes, I have a green card (since 2014).", "permanent-resident"),
        ("I am a US permanent resident.", "permanent-resident"),
        ("I became a permanent resident last year.", "permanent-resident"),
        ("Work authorization: green card", "permanent-resident"),
        ("I am an international student at Ohio State University.", "us-university"),
        ("I'm currently on an F-1 visa at the University of Houston.", "us-university"),
        ("I am a sophomore at Arizona State.", "us-university"),
        ("I go to school at Georgia Tech.", "us-university"),
        ("I'm a Ph.D. student in the Department of Physics at the University of Illinois.", "us-university"),
        ("I study at the University of Washington in Seattle.", "us-university"),
        ("I'm doing my master's at Columbia.", "us-university"),
        ("Third-year student of computer engineering, Texas A&M.", "us-university"),
        ("I study at the University of Toronto and am a Canadian citizen.", "not-eligible"),
        ("I am an Indian national, studying in Bangalore.", "not-eligible"),
        ("I don't hold a US passport or green card.", "not-eligible"),
        ("Unfortunately I am not eligible under your rules, but I'm asking anyway.", "not-eligible"),
        ("I am not yet a citizen, but I do have my green card.", "permanent-resident"),
        ("My parents hold green cards; I myself am on an F-1 at UCLA.", "us-university"),
        (
            "I noticed that you require US citizenship or enrollment. I'm enrolled at Cornell.",
            "us-university",
        ),
        ("Currently a visiting student researcher at UC Berkeley (home: Tsinghua).", "us-university"),
        ("I hold a Canadian passport and study at McGill.", "not-eligible"),
        ("I'm a community college student in San Diego.", "us-university"),
        ("I'd need a J-1 visa.", "not-eligible"),
        ("Citizenship: United States of America", "us-citizen"),
        ("- area: I'd choose Algorithms if I had to\n- status: US citizen, junior at Lakeside", "us-citizen"),
        ("Work status: citizen (US)", "us-citizen"),
        ("I am a US citizen and a junior in physics.", "us-citizen"),
        ("Citizenship: U.S.\ncitizen", "us-citizen"),
        ("I hold a green card.", "permanent-resident"),
        ("I am a permanent resident of the United States.", "permanent-resident"),
        ("I am neither a US citizen nor enrolled in the US.", "not-eligible"),
        ("I would need a visa for the summer.", "not-eligible"),
        ("I study in Munich; a green card I do not have.", "not-eligible"),
        ("I am an Austrian citizen.", "not-eligible"),
        ("No US passport, no greencard, but perhaps you make an exception?", "not-eligible"),
        ("Ich besitze keine Green Card.", "not-eligible"),
        ("No US passport, no greencard.", "not-eligible"),
        ("Je suis citoyenne suisse.", "not-eligible"),
        ("Soy ciudadana estadounidense.", "us-citizen"),
        ("Je ne suis pas citoyen américain.", "not-eligible"),
        ("Neither, I am Dutch, but enrolled at Stanford.", "us-university"),
        ("De nationalité française, je n'ai pas de visa américain.", "not-eligible"),
        (
            "> I'm studying computer engineering\n> at Oregon State and I would like to apply.",
            "us-university",
        ),
        ("I am a junior at Ohio Northern University.", "us-university"),
        ("I study mathematics at UCLA.", "us-university"),
        ("I am a graduate student in Seattle, WA.", "us-university"),
        ("I have dual citizenship (Italy and US).", "us-citizen"),
        ("I'm not on F-1 any more; I got my green card in May.", "permanent-resident"),
        ("I am a dual citizen of France and Morocco and live in Lyon.", "not-eligible"),
        ("As you ask for it: I am currently enrolled in a US University, namely Purdue.", "us-university"),
        (
            "You can't consider students who are not enrolled here; I am a citizen of India enrolled at UT Dallas.",
            "us-university",
        ),
        ("Citizenship: Mexico. Visa: TN possible.", "not-eligible"),
        ("I attend Northeastern University in Boston.", "us-university"),
        ("I live in Germany and I am not enrolled at an American university.", "not-eligible"),
        ("I study in Beijing and I am not student of US university.", "not-eligible"),
        ("I am a student at TU Munich and not enrolled in a US university.", "not-eligible"),
        (
            "You consider students only if enrolled in US university, and I am an Indian citizen.",
            "not-eligible",
        ),
        ("As an American, I need no visa.", "us-citizen"),
        ("I'm a dual US/Polish citizen.", "us-citizen"),
        ("I have German and American citizenship.", "us-citizen"),
        (
            "I read the conditions and none of them is true for me: my university is in Krakow.",
            "not-eligible",
        ),
        (
            "I saw that you need people to be green card holders or US citizens. I am none of these, sadly.",
            "not-eligible",
        ),
        (
            "I am a part-time master's student at Oregon State, where I have completed Algorithms.",
            "us-university",
        ),
    ],
)
def test_stated(text: str, expected: str) -> None:
    found = eligibility.find(case(text, sender=Address("Ana", "ana@example.org")))
    assert found is not None
    assert found.value == expected
    assert found.evidence.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "I am a student at the University of Warsaw.",
        "My mother is from Ohio.",
        "Your page says that applicants must be US citizens.",
        "Do I have to be a US citizen?",
        "I graduated years ago and work for a bank.",
        "I am a permanent resident of Canada and study at UBC.",
        "I am a student at the American University of Beirut.",
        "I used to have a green card.",
        "I finished at Stanford two years ago and am now a student at ETH Zurich.",
        "I saw that you need people to be citizens, green card holders or enrolled in the US. I'm the last of these.",
        "You take students who are enrolled at a US university.",
        "",
    ],
)
def test_unstated(text: str) -> None:
    assert eligibility.find(case(text, sender=Address("Ana", "ana@example.org"))) is None


def test_a_student_who_writes_from_a_university_of_the_country() -> None:
    found = eligibility.find(
        case("I am a sophomore in physics.", sender=Address("Ana", "ana@phys.example.edu"))
    )
    assert found is not None
    assert found.value == "us-university"


def test_the_resume_is_read_after_the_letter() -> None:
    resume = document("resume.pdf", "ANA RUIZ\nU.S. citizen\n")
    found = eligibility.find(case("Hello.", resume, sender=Address("Ana", "ana@example.org")))
    assert found is not None
    assert (found.value, found.evidence.source) == ("us-citizen", "attachment:resume.pdf")


@pytest.mark.parametrize(
    ("address", "expected"), [("Springfield, IL", "us-university"), ("Hamilton, Ontario", None), ("", None)]
)
def test_a_student_whose_resume_gives_an_address_in_the_country(address: str, expected: str | None) -> None:
    resume = document(
        "resume.pdf", f"ANA RUIZ\nana@example.org\n{address}\n\nEXPERIENCE\nCashier, 2014 - 2016\n"
    )
    letter = "I am a master's student at Fairview University, where I completed two courses."
    found = eligibility.find(case(letter, resume, sender=Address("Ana", "ana@example.org")))
    assert (found and found.value) == expected


def test_a_school_is_no_university_and_an_entry_needs_no_heading() -> None:
    sender = Address("Ana", "ana@example.org")
    at_school = document("resume.pdf", "ANA RUIZ\nSpringfield, IL\n\nEXPERIENCE\nCashier, 2014 - 2016\n")
    assert (
        eligibility.find(case("I'm a senior in high\nschool and program robots.", at_school, sender=sender))
        is None
    )
    entry = "ANA RUIZ\n555-0107\n\nLakeside College, Salem, Oregon\n  B.A. in Linguistics. Class of 2018.\n\nJobs\nCook\n"
    found = eligibility.find(case("Hello!", document("resume.txt", entry), sender=sender))
    assert found is not None and found.value == "us-university"
    abroad = document("resume.txt", entry.replace("Salem, Oregon", "Leeds"))
    assert eligibility.find(case("Hello!", abroad, sender=sender)) is None


def test_words_say_more_than_a_mail_domain() -> None:
    letter = "I am a student of an engineering school in Brest. I have the French nationality and will need a J-1 visa."
    found = eligibility.find(case(letter, sender=Address("Ana", "ana@lakeside.edu")))
    assert found is not None and found.value == "not-eligible"
    passport = "I am a master's student of statistics and an Indian citizen."
    found = eligibility.find(case(passport, sender=Address("Ana", "ana@lakeside.edu")))
    assert found is not None and found.value == "us-university"


def test_a_resume_with_an_address_in_the_country_needs_no_other_sign_of_it() -> None:
    resume = document(
        "resume.docx",
        "Ana Ruiz\nHibbing, MN | 218-555-0190\n\nEducation\nIron Range State University, BS, expected December 2018\n",
    )
    found = eligibility.find(case("Resume attached.", resume, sender=Address("Ana", "ana@example.org")))
    assert found is not None and found.value == "us-university"
