"""The area: wishes are believed, courses, jobs and topics are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.fields import track
from intake.fields.passage import Passage
from intake.fields.track.mentions import mentions_in
from intake.model import Role, Status
from support.cases import case, document, programme

ALG, SWE = "algorithms", "software-engineering"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'd like to apply for a position in the Algorithms area.", [ALG]),
        ("I'm applying for an internship on your software engineering team.", [SWE]),
        ("I am very interested in the Software Engineering Internship you offer.", [SWE]),
        ("The internship I'm applying for is Algorithms.", [ALG]),
        ("I wish to be considered for Algorithms internship only.", [ALG]),
        ("I'd like to join the SW engineering team.", [SWE]),
        ("My CV is here. Fall 2017, software engineering. Thank you", [SWE]),
        ("on the bus, so short: i can come from may 8 to aug 4. and algos, not software.", [ALG]),
        ("Please put me with the team that develops the learning algorithms.", [ALG]),
        ("Could you use a software engineering intern in the spring?", [SWE]),
        ("Either would be good, and if you insist, algorithms by a whisker.", [ALG]),
        (
            "Last month I applied for the software engineering internship. Could you move me to algorithms?",
            [ALG],
        ),
        (
            "Algorithms sounds great, but I would be lost within a day. So: software engineering, please.",
            [SWE],
        ),
        ("I came across the Summer 2017 SE Internship.", [SWE]),
        ("I'm applying for your SE position, and would be fine on the eng side.", [SWE]),
        ("My interests lie in algorithms rather than in software engineering.", [ALG]),
        ("I believe the algorithms internship is the best match for my background.", [ALG]),
        ("Area of interest: Algorithms (preferred) or Software Engineering", [ALG, SWE]),
        ("Applying for: Algorithms; would also consider Software Engineering.", [ALG, SWE]),
        ("I can see myself contributing to both the algorithms and the engineering side.", [ALG, SWE]),
        ("I have a slight preference for Software Engineering over Algorithms.", [SWE, ALG]),
        ("I am looking for software engineering roles.", [SWE]),
        ("I'm interested in research-oriented work, so the Algorithms area.", [ALG]),
        ("I'd be most useful in software engineering.", [SWE]),
        ("Software Engineering would be my area.", [SWE]),
        ("I would like to work in the area of Algorithms because I love math.", [ALG]),
        ("I think I belong in algorithms.", [ALG]),
        ("I want to contribute to the algorithms side of things.", [ALG]),
        ("Given the choice, I'd take the software engineering internship.", [SWE]),
        ("Preference: (1) Algorithms (2) Software Engineering", [ALG, SWE]),
        ("I am a software engineer with 3 years of experience and I'd like an algorithms internship.", [ALG]),
        ("Hoping for an algorithms spot!", [ALG]),
        ("I'd love a shot at the software engineering internship.", [SWE]),
        ("I'm interested in the Algorithm Engineering intern role.", [ALG]),
        ("Which area? Software engineering, if there's a place; otherwise algorithms.", [SWE, ALG]),
        ("I'd like to see both sides, algorithms and software engineering.", [ALG, SWE]),
        ("I'm open to either area but lean towards algorithms.", [ALG]),
        ("I have applied to Algorithms last year; this year I'd like to try Software Engineering.", [SWE]),
        ("For the algorithms internship, I would be available in summer.", [ALG]),
        ("I'm writing to apply for one of your Algorithms internships.", [ALG]),
        ("I want to apply to the SWE internship.", [SWE]),
        ("I would love to work as a software engineering intern at Numenta.", [SWE]),
        ("I think the software engineering area would be the better place for me.", [SWE]),
        ("My first preference is algorithms and my second is software engineering.", [ALG, SWE]),
        ("As for areas: algorithms, algorithms, algorithms.", [ALG]),
        ("I'd be thrilled to work in algorithms or software engineering, in that order.", [ALG, SWE]),
        ("Software engineering is my thing.", [SWE]),
        ("I am applying to the software engineering team because I love shipping.", [SWE]),
        ("I do not have a strong preference between algorithms and software engineering.", [ALG, SWE]),
        ("I would fit your software engineering area, since I have a lot of web experience.", [SWE]),
        ("Team: SWE (I'm not a math person).", [SWE]),
        ("I have the math for algorithms, and that is where I'd like to be.", [ALG]),
        ("Though my degree is in software engineering, I'm applying for the algorithms area.", [ALG]),
        ("I'd like to help the algorithms team with experiments.", [ALG]),
        ("Position of interest - Algorithms Intern", [ALG]),
        ("Which area: Algorithms", [ALG]),
        ("Interested in: Software Engineering / Algorithms", [SWE, ALG]),
        ("I'd like to work on algorithms, and on software engineering if you need it.", [ALG, SWE]),
        (
            "I have applied for software engineering internships at other companies, but what I want from you is algorithms.",
            [ALG],
        ),
        (
            "For me it would have to be the software engineering area, as I know little about machine learning.",
            [SWE],
        ),
        ("I'm leaning to Software Engineering.", [SWE]),
        ("I'd sooner do software engineering than algorithms.", [SWE]),
        ("I'm better at software engineering, but more interested in algorithms.", [ALG, SWE]),
        ("Anything on the software engineering side would be great.", [SWE]),
        ("I'd like to be considered for algorithms as well as software engineering.", [ALG, SWE]),
        ("The Algorithms position caught my eye.", [ALG]),
        ("Your opening for a software engineering intern is exactly what I've been looking for.", [SWE]),
        ("I want to spend my summer on algorithms.", [ALG]),
        ("My area of choice is Software Engineering.", [SWE]),
        (
            "Of course I'd also do software engineering, but I really would like to get into algorithms.",
            [ALG, SWE],
        ),
        ("I hope to find a place in your software engineering group.", [SWE]),
        ("I would like an internship in the Algorithms area.", [ALG]),
        ("I am applying for the software engineering position.", [SWE]),
        ("Of the two areas on your page I choose software engineering.", [SWE]),
        ("Please consider me for Algorithms.", [ALG]),
        ("Area: Software Engineering", [SWE]),
        ("- Track of interest: algorithms", [ALG]),
        ("The area: software.", [SWE]),
        ("I'm applying as swe intern. Courses: algo, networks, compilers.", [SWE]),
        (
            "I've been a Java developer for years, so the Software Engineering track is the natural one.",
            [SWE],
        ),
        ("Area: Software\nPeriod: summer", [SWE]),
        ("> Which area would you like to be considered for?\nSoftware, please.", [SWE]),
        ("Can I come and hack on the algorithms with you?", [ALG]),
        ("I'd be in the engineering group, obviously.", [SWE]),
        ("I'd be glad to work with your algorithms people.", [ALG]),
        (
            "I could see myself on the engineering side of your work, and I hope to join the software team.",
            [SWE],
        ),
        ("Algorithms or software engineering? Either is fine.", [ALG, SWE]),
        ("Either area would be great for me.", [ALG, SWE]),
        ("So not the web and cloud internship but the other one.", [ALG]),
        (
            "I wish to join in the team who is building the platform: the web interface, API and cloud things, since my previous"
            " work experience is backend developer.",
            [SWE],
        ),
        (
            "Which group: the one where new learning algorithms are tried out and measured against others. I do write decent C++,"
            " but please don't put me on web pages.",
            [ALG],
        ),
        (
            "When I read the descriptions of the two areas, I see myself in the second one more than the first.",
            [SWE],
        ),
        ("I'm told that's \"Algorithms\" in your terms.", [ALG]),
        ("I want to work with the people who invent and test the algorithms.", [ALG]),
        ("For which area, put down either one, I am good at both or I will be.", [ALG, SWE]),
        ("Algorithms, without a doubt. I read the other page too and it's not me.", [ALG]),
        ("> which area\nThe software one.", [SWE]),
        ("Please consider me for one of your summer software internships.", [SWE]),
        ("Also, may I switch from Algorithms to Software Engineering?", [SWE]),
        ("id say software engineering im better at building stuff than the math", [SWE]),
        ("I've looked at the two so many times. The truth is that I would come and do either.", [ALG, SWE]),
        ("No strong preference, put me down for either one.", [ALG, SWE]),
        ("I could see myself in either group, though software a bit more.", [SWE]),
        ("I'm a builder rather than a theorist, so engineering please.", [SWE]),
        ("I am applying to the second of the two positions on your page.", [SWE]),
        ("Areas: the first of your two.", [ALG]),
        ("Track: ML algorithms", [ALG]),
        ("Desired area - SW engg.", [SWE]),
        ("Please consider me for both Algorithms and Software Engineering.", [ALG, SWE]),
        ("My first choice is Software Engineering, my second choice is Algorithms.", [SWE, ALG]),
        ("I would prefer Algorithms, but I would also join Software Engineering.", [ALG, SWE]),
        (
            "I am interested in Software Engineering, though I would rather be in the Algorithms group.",
            [ALG, SWE],
        ),
        ("I would like to be in Algorithms rather than Software Engineering.", [ALG]),
        ("Software Engineering, as I said on the phone.", [SWE]),
        ("I want to intern in\nSoftware\nEngineering with you.", [SWE]),
        ("I'd be of more use as a builder than as a thinker, so software\nengineering it is.", [SWE]),
        ("I am writing to apply for the Software Engineering internship at Numenta.", [SWE]),
        ("I would like to do algorithms work with Numenta.", [ALG]),
        (
            "I don't want to do software engineering any more, so please consider me for the algorithms area.",
            [ALG],
        ),
        ("Algorithms or software engineering, to me it is the same, please you decide.", [ALG, SWE]),
        ("Quisiera hacer mi práctica en el área de algoritmos.", [ALG]),
        ("area: software eng.", [SWE]),
        ("> I'd like to apply for an internship in Software\n> Engineering for three months.", [SWE]),
        ("My wanted field is Algorithms.", [ALG]),
        ("Je suis étudiant en génie logiciel et c'est le domaine des algorithmes qui m'attire.", [ALG]),
        ("Ich bewerbe mich um ein Praktikum ab dem 1. Mai 2017 in der Softwareentwicklung.", [SWE]),
        ("Ich möchte im Bereich Softwareentwicklung mitarbeiten.", [SWE]),
        ("Je souhaite faire un stage dans votre équipe d'algorithmes.", [ALG]),
        ("Me gustaría hacer mis prácticas en ingeniería de software.", [SWE]),
        ("我希望申请算法方向的实习。", [ALG]),
        ("Please find my resume for the Software Engineering internship attached.", [SWE]),
        ("I am writing about the Fall 2016 position: Software Engineering Intern.", [SWE]),
        ("I am applying for the position of Software Engineering Intern.", [SWE]),
        ("I'd like to be considered for your algorithms internship.", [ALG]),
        ("My interest lies in the Algorithms area, since I like to prove things.", [ALG]),
        ("I'm a better fit for software engineering than for algorithms.", [SWE]),
        ("I'm open to either the algorithms or the engineering side.", [ALG, SWE]),
        ("Though I've only taken Algorithms as a course, I'd like to work in software engineering.", [SWE]),
        ("Area of interest: Software Engineering (preferred), Algorithms", [SWE, ALG]),
        ("I'd be most useful on the software side of things.", [SWE]),
        ("As for the area, algorithms, please.", [ALG]),
        ("Which area? Software Engineering.", [SWE]),
        ("Internship area: ALGORITHMS", [ALG]),
        ("I want to do algorithm work, not software engineering.", [ALG]),
        ("I'd like to join you, and I'm less drawn to software engineering than to algorithms.", [ALG]),
        ("I see myself on the algorithm side of the house.", [ALG]),
        ("Software engineering isn't really my thing; I'd like to join the algorithms people.", [ALG]),
        (
            "I initially wanted to apply for algorithms, but I'd now like to be in software engineering.",
            [SWE],
        ),
        (
            "I'd love to switch from software engineering, which I applied for last week, to algorithms.",
            [ALG],
        ),
        ("I like software engineering and algorithms; please consider me for the latter.", [ALG]),
        (
            "My advisor says I should apply for algorithms, but I'd like software engineering more.",
            [SWE, ALG],
        ),
        ("I don't have a preference between algorithms and software engineering.", [ALG, SWE]),
        ("First of all algorithms, then a long time nothing, then software engineering.", [ALG, SWE]),
        ("I feel more at home in algorithms than in software engineering.", [ALG]),
        ("I sent you my resume (software engineering, summer 2017) on Tuesday.", [SWE]),
        ("My preference is software engineering, followed by algorithms.", [SWE, ALG]),
        ("My algorithms professor told me about you; I would like to do software engineering.", [SWE]),
        ("I'm curious about your algorithms, but would be more useful in software engineering.", [SWE]),
        ("I'm torn, but let's say algorithms.", [ALG]),
        ("My friend Bo applies for software engineering, I apply for algorithms.", [ALG]),
        ("Software engineering would be OK but really I want algorithms.", [ALG, SWE]),
        ("You could use me for software engineering or, even better, for algorithms.", [ALG, SWE]),
        ("Given my courses, algorithms is where I can contribute.", [ALG]),
        ("Between the two, software engineering suits me better.", [SWE]),
        ("What excites me is the algorithms work.", [ALG]),
        ("I find both areas interesting, but I'd like to be in algorithms.", [ALG]),
        ("I'm applying for both areas, with algorithms being my first choice.", [ALG, SWE]),
        ("You ask which area. I am a builder: software engineering.", [SWE]),
        ("I saw the posting for Algorithm Interns on your page and would like to apply.", [ALG]),
        ("I would love to get out of software engineering and into algorithms.", [ALG]),
        ("I don't want to hide that algorithms are what I'm really after.", [ALG]),
        ("I could also help with software engineering, yet algorithms would be my wish.", [ALG, SWE]),
        (
            "I apply for the software engineering internship; as for algorithms, I have only read a book.",
            [SWE],
        ),
        ("I'm less keen on theory or on algorithms; software engineering is what I'd like to do.", [SWE]),
        ("I would love to work alongside your algorithms people.", [ALG]),
        (
            "I have worked as a software engineer for two years and now want to move to the research side.",
            [ALG],
        ),
        (
            "After two summers as a software engineering intern, I would like to try something new: your Algorithms group.",
            [ALG],
        ),
        (
            "Please consider me for the Software Engineering track. My advisor, who teaches Algorithms, can vouch for me.",
            [SWE],
        ),
        ("I'm a software engineering major and would like to join the algorithms team.", [ALG]),
        ("I would prefer Algorithms; if that is full, Software Engineering is fine too.", [ALG, SWE]),
        ("First choice: Algorithms. Second choice: Software Engineering.", [ALG, SWE]),
        ("I'd pick Software Engineering over Algorithms any day.", [SWE]),
        ("Position applied for: Algorithms Intern", [ALG]),
        ("Between the two I lean towards algorithms.", [ALG]),
        ("The algorithms group is where I'd like to be.", [ALG]),
        ("It is the software engineering internship that I'm after.", [SWE]),
        ("Applying for: SWE intern", [SWE]),
        ("I'd love to intern on the algos team.", [ALG]),
        ("I don't care much for theory, I want to ship code, so software engineering for me.", [SWE]),
        ("Either is okay, Algorithms or Software Engineering.", [ALG, SWE]),
        (
            "My preference would be for the area of Algorithms, although I would also enjoy Software Engineering.",
            [ALG, SWE],
        ),
        ("I am interested in the Algorithms and Software Engineering internships.", [ALG, SWE]),
        ("I would like to work on the software engineering aspects of HTM.", [SWE]),
        ("So, Algorithms please!", [ALG]),
        ("I never said which area I want. It's Algorithms.", [ALG]),
        ("Of your two areas it is of course the algorithms that interest me.", [ALG]),
        ("Algorithms > Software Engineering", [ALG, SWE]),
        ("I'd prefer the latter of your two areas, Algorithms and Software Engineering.", [SWE, ALG]),
        (
            "You have Algorithms and Software Engineering. Given my courses I ought to apply for the latter.",
            [SWE],
        ),
        (
            "Algorithms and Software Engineering differ. I know less of the former, so consider me for the second one.",
            [SWE],
        ),
        ("The algorithms work is wonderful, but I would be bad at it. Software Engineering, then!", [SWE]),
        ("I'm open to software engineering as well, but algorithms is why I'm writing.", [ALG, SWE]),
        ("I have done enough research for a while: software engineering, please.", [SWE]),
        ("I've been a software engineer for two years and want to move into algorithms.", [ALG]),
        ("Algorithms, Summer 2017.", [ALG]),
        ("My first choice is software, second algorithms.", [SWE, ALG]),
        ("I'd like to intern in data visualization and web development.", [SWE]),
        (
            "I know that you look for algorithm people, but I'd like to help with the dashboards and mobile apps.",
            [SWE],
        ),
        (
            "I would be OK with Software Engineering if that's where there is room, but Algorithms is what I'd pick.",
            [ALG, SWE],
        ),
        ("Software engineering would be my backup. The one I'm hoping for is algorithms.", [ALG, SWE]),
        ("The math behind the algorithms work is a bit over my head, so software engineering it is.", [SWE]),
        (
            "When I emailed in December I put software engineering as my only choice. I'd like to change that to algorithms.",
            [ALG],
        ),
        (
            "In 2015 I applied to you for the winter, in software engineering. I ask to be considered in the other area.",
            [ALG],
        ),
        ("Time: June 5 to August 25\nArea: 1. Algorithms  2. Software Engineering\nVisa: F-1", [ALG, SWE]),
        ("So please consider me for the web and mobile part. For the other one I am not prepared.", [SWE]),
        ("I'd like to build what shows it. Your second area, in other words, the engineering one.", [SWE]),
        (
            "I have no gift for web sites, so the Software Engineering one is not for me. Please consider me for the other.",
            [ALG],
        ),
        (
            "I think the algorithms group is doing great work. The internship I'm applying for is the Software Engineering one.",
            [SWE],
        ),
        ("I'm asking for the one where you build the web applications and the developer API.", [SWE]),
        (
            "I would like to join the area of developing and experimenting the learning algorithms itself.",
            [ALG],
        ),
        ("Algorithms, please, for the summer.", [ALG]),
        ("Both of your areas appeal to me.", [ALG, SWE]),
        ("Either one is fine with me, though I lean toward algorithms.", [ALG]),
    ],
)
def test_wishes(text: str, expected: list[str]) -> None:
    found = track.find(case(text))
    assert (found.status, found.value) == (Status.PRESENT, expected)
    assert found.evidence is not None
    assert found.evidence.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "I took Introduction to Algorithms last fall.",
        "My courses include Data Structures and Algorithms.",
        "I am a software engineering major at Ohio Northern.",
        "I worked as a software engineer at Initech for two years.",
        "I never had a course in software engineering.",
        "Your page names Algorithms and Software Engineering, and honestly I am neither.",
        "I read about you in the paper.",
        "Soy estudiante de ingeniería de software.",
        "Ich studiere Softwareentwicklung in Graz.",
        "I would like to spend the summer as an intern with you.",
        "I am looking for an internship in June.",
        "I hope to get an internship with Numenta.",
        "I was a software engineering intern at Initech last summer.",
        "Which of Algorithms and Software Engineering takes undergraduates?",
        "My adviser says that I am somebody who likes to talk about algorithms.",
        "I did an internship as a web developer at Initech and want to go on.",
        "I'm not applying for the two areas on your page; I have read them.",
        "",
    ],
)
def test_no_wish(text: str) -> None:
    assert track.find(case(text)).status is Status.MISSING


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I would love to do machine learning with you.", "guessed"),
        ("Algorithms have been with me since school.", "not clearly"),
        ("I am looking for an internship in marketing.", "not offered"),
        ("I am applying for a position in hardware design.", "not offered"),
        ("I want to be a marketing intern.", "not offered"),
        ("Dates -> May to August\nArea -> the one with the code", "name none"),
        ("I would like to build sorting algorithms into hardware.", "not clearly"),
        ("I have no wish whatever to make web sites.", "declines one area"),
        ("What I'm after is the one where one designs an experiment.", "guessed"),
        ("I am not sure which area suits me best; you may decide.", "leaves open"),
        ("I'm looking for an internship as a web or application developer.", "guessed"),
        ("I want to be a developer intern at Numenta.", "guessed"),
        ("What attracts me is that the HTM theory is taking the dendrites seriously.", "not clearly"),
        ("That brought me to the blog where your research team talks about location signals.", "not clearly"),
        (
            "I know your page mentions just Algorithms and Software Engineering, but I'd love to do your machine learning.",
            "guessed",
        ),
        ("I am applying for the ML internship.", "guessed"),
        ("I want to improve the NuPIC core in C++ and its Python bindings.", "guessed"),
    ],
)
def test_hints_and_areas_that_are_not_offered_are_unsure(text: str, words: str) -> None:
    found = track.find(case(text))
    assert found.status is Status.UNSURE
    assert words in str(found.reason)
    assert found.evidence is not None


def test_words_below_a_quoted_question_answer_it() -> None:
    text = "> Which area would you like?\n\nSoftware Engineering - though I will sweep floors.\n"
    start = text.index("Software")
    mentions = mentions_in(Passage("body", text, start, len(text)), programme())
    assert [(mention.track, mention.weight >= 2) for mention in mentions] == [(SWE, True)]


def test_prose_goes_before_the_subject_and_the_subject_before_a_letter() -> None:
    letter = document("letter.pdf", "I apply for the Algorithms internship.", Role.LETTER)
    both = case("I would like to join Software Engineering.", letter, subject="Algorithms internship")
    assert (track.find(both).value, track.find(both).source) == ([SWE], "body")
    silent = case("Please see the attached files.", letter, subject="Software Engineering Intern - Ana Ruiz")
    assert (track.find(silent).value, track.find(silent).source) == ([SWE], "subject")
    attached = case("Please see the attached files.", letter)
    assert (track.find(attached).value, track.find(attached).source) == ([ALG], "attachment:letter.pdf")


def test_a_name_below_the_pages_own_question() -> None:
    question = "Which area of internship you would like to be considered for."
    assert track.find(case(f"{question}\n\nAlgorithms\n\n")).value == [ALG]


def test_a_point_of_view_is_no_wish() -> None:
    text = "I want to join the Algorithms group, and to see the same ideas from the engineering side."
    assert track.find(case(text)).value == [ALG]


@pytest.mark.parametrize(
    "subject", ["Candidature stage algorithmes - été", "Intern application: Algorithms", "algorithms"]
)
def test_subjects(subject: str) -> None:
    assert track.find(case("Please see the attached files.", subject=subject)).value == [ALG]


def test_the_objective_of_a_resume_counts_and_its_jobs_do_not() -> None:
    lines = [
        "Ana Ruiz",
        "Objective: a software engineering internship",
        *["x"] * 30,
        "Algorithms intern, Initech",
    ]
    found = track.find(case("See my resume.", document("resume.pdf", "\n".join(lines))))
    assert found.value == [SWE]
    without = track.find(case("See my resume.", document("resume.pdf", "\n".join(["Ana Ruiz", *lines[2:]]))))
    assert without.status is Status.MISSING


@given(st.text(alphabet="algorithms Software Engineering.,?!\n\u00e9", max_size=300))
def test_evidence_stands_where_it_says(text: str) -> None:
    found = track.find(case(text))
    if found.evidence is not None:
        assert text[found.evidence.start : found.evidence.end] == found.evidence.quote != ""
    assert (found.status is Status.MISSING) == (found.evidence is None)


@pytest.mark.parametrize(
    "text",
    ["Of the two areas I'd like the second one.", "Consider me for the other one.", "The latter, please."],
)
def test_a_programme_of_one_area_has_no_other(text: str) -> None:
    one = programme().model_copy(update={"tracks": programme().tracks[:1]})
    assert mentions_in(Passage("body", f"> Which area?\n\n{text}\n", 15, 15 + len(text)), one) == []
