"""Lists of courses in resumes: every shape they come in, and the lists that are none."""

from __future__ import annotations

import pytest

from intake.fields import coursework
from intake.model import Finding, Status
from support.cases import case, document

HEAD = "Ana Ruiz\nana@example.edu | 512-555-0100\n\nEDUCATION\nExample State University, B.S. Computer Science, May 2018\n"
TAIL = """

EXPERIENCE
Example Labs, Software Intern, June 2016 - August 2016
- Wrote a parser in Python

SKILLS
Java, SQL, Git
"""

THREE = ["Machine Learning", "Operating Systems", "Linear Algebra"]

FOUND: dict[str, tuple[str, list[str]]] = {
    # labels in a line
    "label": ("Relevant Coursework: Machine Learning, Operating Systems, Linear Algebra", THREE),
    "two dashes": ("Relevant Course Work -- Machine Learning; Operating Systems; Linear Algebra", THREE),
    "semesters": (
        "Semester 5: Machine Learning, Operating Systems\nSemester 6: Linear Algebra, Functional Analysis",
        [*THREE, "Functional Analysis"],
    ),
    "columns with a name of no known subject": (
        "Graduate Courses\nFluvial Geomorphology\tOperating Systems\nMachine Learning\tLinear Algebra\nOptics\tTopology",
        [
            "Fluvial Geomorphology",
            "Operating Systems",
            "Machine Learning",
            "Linear Algebra",
            "Optics",
            "Topology",
        ],
    ),
    "courses of interest": (
        "Courses of interest\nMachine Learning; Operating Systems; Linear Algebra",
        THREE,
    ),
    "completed, a language with its numerals among them": (
        "Completed: Java I & II, Machine Learning, Operating Systems, Linear Algebra",
        ["Java I & II", *THREE],
    ),
    "took": ("Took: Machine Learning, Operating Systems, Linear Algebra", THREE),
    "groups under a heading of many words": (
        "Classes that bear on this\n  Computing:    Machine Learning; Operating\n                Systems"
        "\n  Other:        Linear Algebra",
        THREE,
    ),
    "studies": ("Studies in: Machine Learning, Operating Systems, Linear Algebra", THREE),
    "bullets with remarks": (
        "COURSES\n* Data Mining (Prof. Lee): rules, clusters\n* Information Retrieval (Prof. Chan): built an engine\n* Databases",
        ["Data Mining", "Information Retrieval", "Databases"],
    ),
    "the head of a table": (
        "Course\tTerm\tGrade\nMachine Learning\tFall 2015\tA\nOperating Systems\tSpring 2016\tA-\nLinear Algebra\tFall 2016\tA",
        THREE,
    ),
    "groups under courses undertaken": (
        "COURSES UNDERTAKEN\nComputer Science: Machine Learning, Operating Systems\nMathematics: Linear Algebra, Real Analysis",
        [*THREE, "Real Analysis"],
    ),
    "interests behind it": (
        "Major Subjects\nMachine Learning, Operating Systems, Linear Algebra\nArea of Interest\nCryptography, Web Technology",
        THREE,
    ),
    "the core and electives": (
        "EDUCATION\nB.S. Computer Science, 2018\nCore: Machine Learning, Operating Systems\nElectives: Linear Algebra, Robotics",
        [*THREE, "Robotics"],
    ),
    "top grades": ("Top Grades: Machine Learning (A+), Operating Systems (A), Linear Algebra (A)", THREE),
    "typed without capitals": (
        "classes\nmachine learning\noperating systems\nlinear algebra\nemployment\nbaker",
        ["machine learning", "operating systems", "linear algebra"],
    ),
    "an arrow": ("Relevant classes → Machine Learning · Operating Systems · Linear Algebra", THREE),
    "one course, and more": (
        "Relevant Course: CS50, CS61A (self-study), Data 8, Math 54",
        ["CS50", "CS61A (self-study)", "Data 8", "Math 54"],
    ),
    "only its relevance": ("Relevant: Machine Learning, Operating Systems, Linear Algebra", THREE),
    "a heading of tools behind bars": (
        "Coursework\nMachine Learning | Operating Systems | Linear Algebra\nComputer\nExcel, Stata, R",
        THREE,
    ),
    "remarks, one behind one word": (
        "COURSEWORK\nMachine Learning: trees, kernels; built an agent\nOperating Systems: paging\nDatabases: SQL, indexing",
        ["Machine Learning", "Operating Systems", "Databases"],
    ),
    "a sentence over two lines": (
        "Completed 14 courses in computer science, among them Machine Learning, Linear Algebra, and Operating\nSystems.",
        ["Machine Learning", "Linear Algebra", "Operating Systems"],
    ),
    "names cut behind a small word": (
        "COURSES\n• Machine Learning\n• Advanced Topics in\nDatabases\n• Operating Systems\n• Python for Scientists",
        ["Machine Learning", "Advanced Topics in Databases", "Operating Systems", "Python for Scientists"],
    ),
    "terms of two years": (
        "Autumn 2016-17: CS 229 Machine Learning, CS 140 Operating Systems\nWinter 2016-17: Linear Algebra, Statistics",
        ["Machine Learning", "Operating Systems", "Linear Algebra", "Statistics"],
    ),
    "columns with bullets of their own": (
        "RELEVANT COURSEWORK\n- Cognitive Psychology\t- Statistics\n- Linguistics\t- Philosophy of Mind",
        ["Cognitive Psychology", "Statistics", "Linguistics", "Philosophy of Mind"],
    ),
    "bulleted label": ("• Relevant Coursework: Machine Learning, Operating Systems, Linear Algebra", THREE),
    "key modules": ("Key modules: Machine Learning; Operating Systems; Linear Algebra.", THREE),
    "selected classes": ("Selected classes – Machine Learning, Operating Systems, Linear Algebra", THREE),
    "related courses": ("Related Courses\tMachine Learning, Operating Systems, Linear Algebra", THREE),
    "bold": ("**Coursework:** Machine Learning, Operating Systems, Linear Algebra", THREE),
    "second halves of titles": (
        "Selected coursework: Databases,\nMachine Learning, Compilers: Principles and Practice, Operating Systems",
        ["Databases", "Machine Learning", "Compilers: Principles and Practice", "Operating Systems"],
    ),
    "rows of names": (
        "COURSEWORK\nVLSI Design\tAnalog Circuits\nSignal Processing\tComputer Architecture\nRobotics\tControl Theory",
        [
            "VLSI Design",
            "Analog Circuits",
            "Signal Processing",
            "Computer Architecture",
            "Robotics",
            "Control Theory",
        ],
    ),
    "names, colons and grades": (
        "RELEVANT COURSEWORK:\nMachine Learning:\tA\nOperating Systems:\tB+\nLinear Algebra:\tA-",
        THREE,
    ),
    "current and past": (
        "Current courses: Deep Learning; Robotics Lab. Past courses: Machine Learning; Operating Systems; Linear Algebra",
        ["Deep Learning", "Robotics Lab", *THREE],
    ),
    "units": (
        "Units completed: COMP2100 Machine Learning, COMP3600 Operating Systems, MATH1013 Linear Algebra",
        THREE,
    ),
    "courses taken at": (
        "COURSES TAKEN AT LAKESIDE\nMachine Learning\nOperating Systems\nLinear Algebra",
        THREE,
    ),
    "a number behind": (
        "Coursework: Machine Learning, Cognitive Science 101, Algorithms CS 374",
        ["Machine Learning", "Cognitive Science", "Algorithms"],
    ),
    "courses taken": ("Courses taken: Machine Learning | Operating Systems | Linear Algebra", THREE),
    "courses include": ("Courses include Machine Learning, Operating Systems and Linear Algebra.", THREE),
    "relevant courses included": (
        "Relevant courses included: Machine Learning, Operating Systems, and Linear Algebra",
        THREE,
    ),
    "currently taking": (
        "Currently taking courses: Machine Learning, Operating Systems, Linear Algebra",
        THREE,
    ),
    "course highlights": ("Course Highlights: Machine Learning / Operating Systems / Linear Algebra", THREE),
    "bullets within": ("Coursework: Machine Learning • Operating Systems • Linear Algebra", THREE),
    "dots within": ("Coursework: Machine Learning · Operating Systems · Linear Algebra", THREE),
    "dashes within": ("Coursework: Machine Learning - Operating Systems - Linear Algebra", THREE),
    "latex": (r"\textbf{Relevant Coursework:} Machine Learning, Operating Systems, Linear Algebra", THREE),
    "after a degree": (
        "B.S., GPA 3.8; relevant coursework: Machine Learning, Operating Systems, Linear Algebra",
        THREE,
    ),
    "in brackets": (
        "B.S. Computer Science (coursework: Machine Learning, Operating Systems, Linear Algebra), May 2018",
        THREE,
    ),
    "after a full stop": (
        "GPA: 3.9/4.0. Coursework: Machine Learning, Operating Systems, Linear Algebra",
        THREE,
    ),
    "then another label": (
        "Coursework: Machine Learning, Operating Systems, Linear Algebra | GPA: 3.9",
        THREE,
    ),
    "then a sentence": (
        "Coursework: Machine Learning, Operating Systems, Linear Algebra. Dean's List in 2015.",
        THREE,
    ),
    "et cetera": ("Courses: Machine Learning, Operating Systems, Linear Algebra, etc.", THREE),
    # names with more than the name
    "numbers": (
        "Coursework: CS 446 Machine Learning, CS 423 Operating Systems, MATH 415 Linear Algebra",
        THREE,
    ),
    "numbers behind": (
        "Courses: Machine Learning (CS 446), Operating Systems (CS 423), Linear Algebra (MATH 415)",
        THREE,
    ),
    "numbers and colons": (
        "Courses: CS446: Machine Learning; CS423: Operating Systems; MATH415: Linear Algebra",
        THREE,
    ),
    "dotted numbers": (
        "Coursework: 6.867 Machine Learning, 6.828 Operating Systems, 18.06 Linear Algebra",
        THREE,
    ),
    "grades": ("Coursework: Machine Learning (A), Operating Systems (A-), Linear Algebra (B+)", THREE),
    "grades with dashes": (
        "Coursework: Machine Learning - A; Operating Systems - A-; Linear Algebra - B+",
        THREE,
    ),
    "terms": (
        "Coursework: Machine Learning (Fall 2016), Operating Systems (in progress), Linear Algebra (Spring 2015)",
        THREE,
    ),
    "credits": (
        "Coursework: Machine Learning (3 credits), Operating Systems (4 credits), Linear Algebra (3 credits)",
        THREE,
    ),
    "only numbers": ("Coursework: CS 446, CS 423, MATH 415", ["CS 446", "CS 423", "MATH 415"]),
    "numerals": (
        "Courses: Calculus I, II, III, Machine Learning",
        ["Calculus I, II, III", "Machine Learning"],
    ),
    "inner and": (
        "Courses: Signals and Systems, Design and Analysis of Algorithms, Probability & Statistics",
        ["Signals and Systems", "Design and Analysis of Algorithms", "Probability & Statistics"],
    ),
    "inner comma in brackets": (
        "Courses: Algorithms (greedy, dynamic), Databases, Compilers",
        ["Algorithms (greedy, dynamic)", "Databases", "Compilers"],
    ),
    "semicolons over commas": (
        "Courses: Probability, Statistics and Random Processes; Data Mining; Compilers",
        ["Probability, Statistics and Random Processes", "Data Mining", "Compilers"],
    ),
    "capitals": (
        "COURSEWORK: DATA STRUCTURES II, INTRO TO AI, THEORY OF COMPUTATION",
        ["Data Structures II", "Intro to AI", "Theory of Computation"],
    ),
    "a language within names": (
        "Courses: Programming in C, Java Programming, Algorithms",
        ["Programming in C", "Java Programming", "Algorithms"],
    ),
    "doubles": ("Courses: Machine Learning, Operating Systems, machine learning, Linear Algebra", THREE),
    # wrapped
    "wrapped within a name": (
        "Relevant Coursework: Machine Learning, Data Structures, Computer Networks, Operating\nSystems, Linear Algebra",
        ["Machine Learning", "Data Structures", "Computer Networks", "Operating Systems", "Linear Algebra"],
    ),
    "wrapped behind a comma": (
        "Coursework: Machine Learning,\nOperating Systems,\nLinear Algebra\nHonors: Dean's List",
        THREE,
    ),
    "hyphenated": ("Coursework: Machine Learn-\ning, Operating Systems, Linear Alge-\nbra", THREE),
    "hyphen of the name": (
        "Courses: Object-\nOriented Programming, Machine Learning",
        ["Object-Oriented Programming", "Machine Learning"],
    ),
    "wrapped by a wide gap": (
        "Coursework: Deep Learning, Statistics, Computer Vision, Theory of\n\nComputation, Linear Algebra",
        ["Deep Learning", "Statistics", "Computer Vision", "Theory of Computation", "Linear Algebra"],
    ),
    "narrow column": (
        "Coursework\nMachine Learning, Data\nStructures, Operating\nSystems, Linear Algebra",
        ["Machine Learning", "Data Structures", "Operating Systems", "Linear Algebra"],
    ),
    "wrapped at a number": (
        "Courses: ECE 313 Probability, CS 446 Machine Learning, NPB\n100 Neurobiology",
        ["Probability", "Machine Learning", "Neurobiology"],
    ),
    "wrapped in brackets": (
        "Courses: Machine Learning, Operating Systems (Fall\n2016), Linear Algebra",
        THREE,
    ),
    # headings
    "heading": ("RELEVANT COURSEWORK\nMachine Learning\nOperating Systems\nLinear Algebra", THREE),
    "letter-spaced heading": (
        "R E L E V A N T   C O U R S E W O R K\n\nMachine Learning\nOperating Systems\nLinear Algebra",
        THREE,
    ),
    "letter-spaced heading, single spaces": (
        "C O U R S E S\nMachine Learning\nOperating Systems\nLinear Algebra",
        THREE,
    ),
    "markdown": (
        "## Courses\n\n- Machine Learning\n- Operating Systems\n- Linear Algebra\n\n## Projects\n- Compiler in Rust",
        THREE,
    ),
    "numbered": ("Courses Taken\n1. Machine Learning\n2. Operating Systems\n3. Linear Algebra", THREE),
    "glyph bullets": (
        "Coursework\n(cid:127) Machine Learning\n(cid:127) Operating Systems\n(cid:127) Linear Algebra",
        THREE,
    ),
    "empty lines": ("COURSEWORK\n\nMachine Learning\n\nOperating Systems\n\nLinear Algebra", THREE),
    "bar between": (
        "Coursework\nCS 446 Machine Learning | CS 423 Operating Systems |\nMATH 415 Linear Algebra",
        THREE,
    ),
    "levels": (
        "COURSEWORK\nGRADUATE\nMachine Learning\n\nUNDERGRADUATE\nOperating Systems\nLinear Algebra",
        THREE,
    ),
    "groups": (
        "Relevant Courses\nComputer Science: Machine Learning, Operating Systems\nMathematics: Linear Algebra",
        THREE,
    ),
    "terms as groups": (
        "Coursework\nFall 2015: Operating Systems, Linear Algebra\nSpring 2016: Machine Learning",
        ["Operating Systems", "Linear Algebra", "Machine Learning"],
    ),
    "heading after dates": (
        "Graduate coursework\n\nAug 2015 - Dec 2017 (expected)\n\nMachine Learning, Operating Systems, Linear Algebra",
        THREE,
    ),
    "with a school": ("Courses (Example State)\nMachine Learning; Operating Systems; Linear Algebra", THREE),
    "under education": (
        "Courses\n  Machine Learning\n  Operating Systems\n  Linear Algebra\n\nHONORS\nDean's List",
        THREE,
    ),
    "two columns by tabs": (
        "Coursework\n• Machine Learning\t• Operating Systems\n• Linear Algebra\t• Compilers",
        [*THREE, "Compilers"],
    ),
    "two columns by gaps": (
        "Coursework\nMachine Learning          Operating Systems\nLinear Algebra            Compilers",
        [*THREE, "Compilers"],
    ),
    "broken columns": (
        "Relevant Coursework\n\n• Principles of\n\n• Machine Learning\n\nEconomics\n\n• Linear Algebra",
        ["Principles of Economics", "Machine Learning", "Linear Algebra"],
    ),
    "table by cells": (
        "COURSES\nCourse\nTerm\nGrade\nMachine Learning (CS 446)\nFall 2016\nA\nOperating Systems (CS 423)\nSpring 2016\nB+\n"
        "Linear Algebra (MATH 415)\nFall 2015\nIn progress",
        THREE,
    ),
    "table by bars": (
        "Coursework\n\n| Quarter | Course |\n|---|---|\n| Fall 2015 | CS 446 Machine Learning |\n"
        "| Winter 2016 | CS 423 Operating Systems |\n"
        "| Spring 2016 | MATH 415 Linear Algebra |",
        THREE,
    ),
    "table by tabs": (
        "Coursework\nCode\tTitle\tGrade\nCS 446\tMachine Learning\tA\nCS 423\tOperating Systems\tB\nMATH 415\tLinear Algebra\tA-",
        THREE,
    ),
    "broken names": (
        "COURSEWORK\nMachine Learning\nOperating\nSystems\nIntroduction to\nLinear Algebra",
        ["Machine Learning", "Operating Systems", "Introduction to Linear Algebra"],
    ),
    "wrapped bullets": (
        "Coursework\n• Design and Analysis of\n  Algorithms\n• Linear Algebra and its\n  applications",
        ["Design and Analysis of Algorithms", "Linear Algebra and its applications"],
    ),
    "unknown subjects under a sure heading": (
        "Relevant Coursework\nTonal Harmony\nPuppetry\nWorld Religions",
        ["Tonal Harmony", "Puppetry", "World Religions"],
    ),
    "remarks behind names": (
        "Courses\n• Machine Learning: kernels, trees, boosting\n• Operating Systems: wrote a scheduler",
        ["Machine Learning", "Operating Systems"],
    ),
    "mixed heading": (
        "Coursework & Skills\nMachine Learning, Operating Systems, Linear Algebra, Python, Git",
        THREE,
    ),
    "coursera beside others": (
        "Coursework: Machine Learning (Coursera), Operating Systems, Linear Algebra",
        THREE,
    ),
    "languages of the school": (
        "Coursework: Machine Learning, Japanese, Linear Algebra",
        ["Machine Learning", "Japanese", "Linear Algebra"],
    ),
    # more shapes
    "small capitals": ("R ELEVANT C OURSEWORK\nMachine Learning, Operating Systems, Linear Algebra", THREE),
    "education and courses": (
        "EDUCATION AND COURSEWORK\nExample University, Springfield, IL\nB.S. in Biology, May 2018\nGPA: 3.7\n"
        "Machine Learning, Operating Systems, Linear Algebra",
        THREE,
    ),
    "by schools": (
        "RELEVANT COURSES\nExample University (2014 - 2018)\n• Machine Learning\n• Operating Systems\n"
        "Other College (2012 - 2014)\n• Linear Algebra",
        THREE,
    ),
    "not limited to": (
        "Relevant coursework includes, but is not limited to: Machine Learning, Operating Systems, and Linear Algebra.",
        THREE,
    ),
    "two labels in a line": (
        "CS courses: Machine Learning, Operating Systems. Math courses: Linear Algebra.",
        THREE,
    ),
    "a line a field": (
        "Relevant Coursework\nArtificial Intelligence, Machine Learning, Computer Vision\nData Structures, Databases",
        ["Artificial Intelligence", "Machine Learning", "Computer Vision", "Data Structures", "Databases"],
    ),
    "commas within bulleted names": (
        "Courses\n- Machine Learning\n- Information Theory, Inference, and Learning\n- Linear Algebra",
        ["Machine Learning", "Information Theory, Inference, and Learning", "Linear Algebra"],
    ),
    "numbers in a line": ("Courses: 1) Machine Learning 2) Operating Systems 3) Linear Algebra", THREE),
    "numbers among names": (
        "Courses: CS 229 (Machine Learning), CS 107, CS 110 (Operating Systems), Linear Algebra",
        ["Machine Learning", "CS 107", "Operating Systems", "Linear Algebra"],
    ),
    "subjects": ("Key Subjects: Machine Learning, Operating Systems, Linear Algebra", THREE),
    "electives": ("Electives: Machine Learning, Operating Systems, Linear Algebra", THREE),
    "lists of LaTeX": (
        "\\section{Courses}\n\\begin{itemize}\n\\item Machine Learning\n\\item Operating Systems\n"
        "\\item Linear Algebra\n\\end{itemize}",
        THREE,
    ),
    "a club right behind": (
        "Coursework: Machine Learning, Operating Systems, Linear Algebra\nMachine Learning Club, Member",
        THREE,
    ),
    "a job right behind": (
        "Coursework: Machine Learning, Operating Systems, Linear Algebra\nSoftware Engineering Intern",
        THREE,
    ),
    "a town right behind": (
        "Coursework: Machine Learning, Operating Systems, Linear Algebra\nMay 2018\nAustin, TX",
        THREE,
    ),
    "grades at the margin": (
        "Coursework\nMachine Learning        Fall 2016     A\nOperating Systems       Spring 2016   A-\n"
        "Linear Algebra  Fall 2015  B+",
        THREE,
    ),
    "in a sentence": ("Coursework in Machine Learning, Operating Systems, and Linear Algebra.", THREE),
    "groups with other names": (
        "Relevant Courses\nTheory of it: Machine Learning, Operating Systems\nSignals: Linear Algebra, Compilers",
        ["Machine Learning", "Operating Systems", "Linear Algebra", "Compilers"],
    ),
    "groups with dashes": (
        "Coursework\n* **Computer Science** - Machine Learning, Operating Systems\n* **Math** - Linear Algebra, Statistics",
        [*THREE, "Statistics"],
    ),
    "titles in two halves": (
        "CLASSES TAKEN\nCS 221 - Artificial Intelligence: Principles and Techniques\n• Algebra: Groups and Rings",
        ["Artificial Intelligence: Principles and Techniques", "Algebra: Groups and Rings"],
    ),
    "remarks behind dashes": (
        "Coursework\n• Machine Learning – Implemented backpropagation in NumPy\n• Operating Systems – Wrote a shell\n"
        "• Linear Algebra – all of the proofs in one notebook",
        THREE,
    ),
    "remarks without bullets": (
        "RELEVANT COURSEWORK AND PROJECTS\nMachine Learning: built a digit recognizer\nOperating Systems: wrote a shell in C",
        ["Machine Learning", "Operating Systems"],
    ),
    "ticks": ("COURSES\n☑ Machine Learning\n☑ Operating Systems\n☐ Linear Algebra (planned)", THREE[:2]),
    "dotted leaders and marks": (
        "TRANSCRIPT HIGHLIGHTS\nMachine Learning ........ 95/100\nOperating Systems ....... 91/100\n"
        "Linear Algebra ....... 88/100",
        THREE,
    ),
    "rows of commas": (
        "[courses: number, name, year, grade]\nCS 446, Machine Learning, 2015, A\nCS 423, Operating Systems, 2016, B+\n"
        "MATH 415, Linear Algebra, 2014, A-",
        THREE,
    ),
    "in progress this term": (
        "COURSEWORK\nMachine Learning, Operating Systems\nIn progress this term: Linear Algebra, Topology",
        [*THREE, "Topology"],
    ),
    "those of next term left out": (
        "COURSEWORK\nMachine Learning, Operating Systems, Linear Algebra\nNext term: Topology, Optics",
        THREE,
    ),
    "a job's dates in the column beside": (
        "COURSES                     JOBS\nMachine Learning            Teller, Ledger Bank\n"
        "Operating Systems           June 2015 - Aug 2015\nLinear Algebra              Counted cash drawers",
        THREE,
    ),
    "numbers with decimals": ("Classes: 6.006, 6.034, 18.06, 9.40", ["6.006", "6.034", "18.06", "9.40"]),
    "numbers between commas and semicolons": (
        "Classes: 6.036 Machine Learning, 6.828 Operating Systems; 18.06 Linear Algebra",
        THREE,
    ),
    "those taken online left out": (
        "Coursework: Machine Learning, Operating Systems, Linear Algebra\nOnline: Deep Learning (Udacity), Optics (edX)",
        THREE,
    ),
    "groups between bars": (
        "Coursework: CS: Machine Learning, Operating Systems | Math: Linear Algebra | Bio: Neurobiology",
        [*THREE, "Neurobiology"],
    ),
    "groups by school": (
        "COURSEWORK\nAt Example University: Machine Learning, Operating Systems\n"
        "At Other College (transfer): Linear Algebra, Optics",
        [*THREE, "Optics"],
    ),
    "by grade": (
        "COURSES BY GRADE\nA: Machine Learning, Operating Systems\nC (I was ill): Linear Algebra",
        THREE,
    ),
    "scores in cells": (
        "Main Courses & Scores:\nMachine Learning\t96\tOperating Systems\t93\nLinear Algebra\t91\tTopology\t95",
        [*THREE, "Topology"],
    ),
    "instructors and texts": (
        "Graduate courses, with instructor and text\nMachine Learning (S. Weiss; Folland)\n"
        "Operating Systems (E. Moss; Durrett, Liggett's notes)\nLinear Algebra (H. Brezin; Reed)",
        THREE,
    ),
    "one of them registered for": (
        "RELEVANT COURSEWORK\nMachine Learning; Operating Systems; Linear Algebra; Compiler Construction (registered for spring)",
        THREE,
    ),
    "registered, in a line of its own": (
        "Completed:    Machine Learning\n              Operating Systems\n              Linear Algebra\n"
        "Registered:   Computer and Network Security (spring 2017)",
        THREE,
    ),
    "courses of note": ("COURSES OF NOTE\nMachine Learning; Operating Systems; Linear Algebra", THREE),
    "this and next quarter": (
        "Selected Courses\nCS 229 – Machine Learning (Prof. A. Ngo)\nCS 240 – Operating Systems\n"
        "MATH 113 – Linear Algebra – this quarter\nCS 267 – Virtual Reality – next quarter",
        THREE,
    ),
    "groups in cells": (
        "COURSEWORK\nGraduate:\tMachine Learning | Operating Systems\nUpcoming:\tCloud Computing | DevOps (Spring 2017)\n"
        "Undergrad:\tLinear Algebra | Topology",
        [*THREE, "Topology"],
    ),
    "titles with commas between semicolons": (
        "Courses: Machine Learning; Sensation, Perception, and Action; Artificial Intelligence: Principles and Techniques",
        [
            "Machine Learning",
            "Sensation, Perception, and Action",
            "Artificial Intelligence: Principles and Techniques",
        ],
    ),
    "remarks of several words": (
        "COURSE WORK\n1. Machine Learning (10-601) — kernels, data and boosting\n2. Operating Systems — two reports on data\n"
        "3. Linear Algebra (21-241) — proofs more than computation",
        THREE,
    ),
    "a table of Markdown without a heading": (
        "| Course | Title | Term | Grade |\n|---|---|---|---|\n| CS 446 | Machine Learning | W15 | A |\n"
        "| CS 423 | Operating Systems | S15 | B+ |\n| MATH 415 | Linear Algebra | F15 | A- |",
        THREE,
    ),
    "short forms": (
        "Rel. coursework: Algos, OS, Adv ML, Func. Prog, Lin Alg",
        ["Algos", "OS", "Adv ML", "Func. Prog", "Lin Alg"],
    ),
    "over the end of a page": (
        "COURSES\nMachine Learning\nAna Ruiz | Page 1 of 2\nOperating Systems\nLinear Algebra",
        THREE,
    ),
    "professors in brackets": (
        "COURSES\nMachine Learning (Prof. Yu), A\nOperating Systems (Dr. Ann Hart), A-\nLinear Algebra (Prof. Feld), B+",
        THREE,
    ),
    "an honour with its years behind": (
        "Coursework: Machine Learning, Operating Systems, Linear Algebra; Dean's List 2015, 2016",
        THREE,
    ),
    # other languages
    "german": (
        "Lehrveranstaltungen: Maschinelles Lernen, Betriebssysteme, Lineare Algebra",
        ["Maschinelles Lernen", "Betriebssysteme", "Lineare Algebra"],
    ),
    "german, visited": (
        "Besuchte Vorlesungen\n- Maschinelles Lernen\n- Stochastik",
        ["Maschinelles Lernen", "Stochastik"],
    ),
    "french": (
        "Cours suivis : Apprentissage automatique, Algèbre linéaire, Systèmes d'exploitation",
        ["Apprentissage automatique", "Algèbre linéaire", "Systèmes d'exploitation"],
    ),
    "spanish": (
        "Asignaturas cursadas: Aprendizaje Automático, Álgebra Lineal, Sistemas Operativos",
        ["Aprendizaje Automático", "Álgebra Lineal", "Sistemas Operativos"],
    ),
    "portuguese": (
        "Disciplinas cursadas: Álgebra Linear, Sistemas Operacionais, Estatística",
        ["Álgebra Linear", "Sistemas Operacionais", "Estatística"],
    ),
    "chinese": ("主修课程：机器学习、操作系统、线性代数", ["机器学习", "操作系统", "线性代数"]),
    "chinese with grades": (
        "核心课程：机器学习 (98) 操作系统 (96) 线性代数 (95)",
        ["机器学习", "操作系统", "线性代数"],
    ),
    "russian": (
        "Пройденные курсы: Машинное обучение, Операционные системы, Линейная алгебра",
        ["Машинное обучение", "Операционные системы", "Линейная алгебра"],
    ),
}

# Texts of resumes in which no course is listed, and what is said of them.
NOT_FOUND: dict[str, tuple[str, Status]] = {
    "skills": ("SKILLS\nMachine Learning, Data Mining, Python", Status.MISSING),
    "tools under courses": ("Courses: Python, Java, C++, MATLAB", Status.MISSING),
    "taught": ("Courses taught: Machine Learning, Operating Systems, Linear Algebra", Status.MISSING),
    "assisted": (
        "Teaching Assistant, Computer Science Department\nCourses: Data Structures, Operating Systems",
        Status.MISSING,
    ),
    "teaching assistant": (
        "TEACHING\nTA, Introduction to Algorithms (Fall 2014), Machine Learning (Fall 2015)",
        Status.MISSING,
    ),
    "tutor": (
        "Math Center, Tutor\n- Tutored students in courses such as Calculus, Statistics, and Linear Algebra",
        Status.MISSING,
    ),
    "projects of a course": (
        "COURSE PROJECTS\nMachine Learning: digits by random forests\nCompilers: a Scheme compiler",
        Status.UNSURE,
    ),
    "one field with what was studied": (
        "B.S. Physics, minor Computer Science\nPhysics: Quantum Mechanics, Electrodynamics",
        Status.UNSURE,
    ),
    "pointer": ("GPA 3.7 (see transcript for courses)", Status.MISSING),
    "a job on a scheduler": (
        "- Maintained the course scheduler, databases and networks of the college",
        Status.MISSING,
    ),
    "study abroad": (
        "Study Abroad in Lyon\nTook intensive French language courses and lived with a family",
        Status.MISSING,
    ),
    "modules of software": ("- Designed modules: parser, scheduler, storage engine", Status.MISSING),
    "ansible modules": (
        "Example GmbH\n• Development of Ansible modules for databases and networks",
        Status.MISSING,
    ),
    "degree and minor": (
        "B.S. Computer Science, minor in Mathematics\nThesis: Sparse Coding for Audio",
        Status.MISSING,
    ),
    "interests": ("Interests: Machine Learning, Computer Vision, Robotics", Status.MISSING),
    "minors below the degree": (
        "Minors: Mathematics, Physics\nMathematics, Physics, Statistics",
        Status.MISSING,
    ),
    "uses of tools below the degree": (
        "Python for data analysis\nDjango for visualization\nAnsible for cloud configuration",
        Status.MISSING,
    ),
    "planned": ("Planned courses: Machine Learning, Operating Systems", Status.UNSURE),
    "certificates": ("CERTIFICATIONS\nAWS Certified Developer\nMachine Learning, Coursera", Status.MISSING),
    "online courses": ("Online Courses: Machine Learning (Coursera), Deep Learning (Udacity)", Status.UNSURE),
    "courses and certificates": (
        "Courses & Certificates\nMachine Learning, Stanford Online\nData Science Bootcamp",
        Status.UNSURE,
    ),
    "fields of study": ("Studienschwerpunkte: Maschinelles Lernen, Robotik", Status.UNSURE),
    "fitness": ("Instructor, YMCA\n- Swimming classes: beginners, adults, seniors", Status.MISSING),
    "a heading without a list": ("RELEVANT COURSEWORK", Status.UNSURE),
    "numbers of jobs": (
        "EXPERIENCE\nGrader\nCS 101 Introduction to Programming\nCS 102 Data Structures\nCS 201 Algorithms",
        Status.MISSING,
    ),
    "clubs": ("Activities: Machine Learning Club, Robotics Club, Data Science Society", Status.MISSING),
    "skills that sound like courses": (
        "Languages: Python\nOperating Systems: Linux, Windows\nDatabases: MySQL, MongoDB\nMachine Learning: Keras",
        Status.MISSING,
    ),
    "designed": (
        "Instructor\n- Designed courses in Machine Learning and Data Mining for adults",
        Status.MISSING,
    ),
    "golf": ("Golf courses maintained: Pebble Creek, Oak Hill", Status.MISSING),
    "lab assisted": (
        "Lab assistant, Physics 101\n- Set up experiments in mechanics and optics",
        Status.MISSING,
    ),
}


def _found(text: str) -> Finding:
    return coursework.find(case("Please see my resume.", document("resume.pdf", HEAD + text + TAIL)))


@pytest.mark.parametrize("name", FOUND)
def test_lists_are_found(name: str) -> None:
    text, expected = FOUND[name]
    found = _found(text)
    assert (found.status, found.value) == (Status.PRESENT, expected)


@pytest.mark.parametrize(
    "text",
    [
        "CS 446 Machine Learning\nCS 423: Operating Systems\nMATH 415 Linear Algebra",
        "(Machine Learning, Operating Systems, Linear Algebra)",
        "Third-year student of engineering with courses in Machine Learning, Operating Systems and Linear Algebra.",
        "   Machine Learning\n   Operating Systems\n   Linear Algebra",
        "CS: Machine Learning, Operating\nSystems\nMath: Linear Algebra",
        "- Machine Learning, Operating\nSystems, Linear Algebra\n- Dean's List, 2015",
        "Sem I: Machine Learning, Operating Systems\nSem II: Linear Algebra",
        "COURSE PLAN\nFall 2015 (completed)\nCS 446 Machine Learning\nCS 423 Operating Systems\nMATH 415 Linear Algebra\n"
        "Fall 2017 (planned)\nCS 452 Database Modeling",
        "Sem I: Machine Learning, Operating Systems; Sem II: Linear Algebra",
    ],
)
def test_courses_under_education_need_no_label(text: str) -> None:
    found = _found(text)
    assert (found.status, found.value) == (Status.PRESENT, THREE)


@pytest.mark.parametrize("name", FOUND)
def test_evidence_is_the_list(name: str) -> None:
    text, _ = FOUND[name]
    evidence = _found(text).evidence
    assert evidence is not None and evidence.source == "attachment:resume.pdf"
    assert (HEAD + text + TAIL)[evidence.start : evidence.end] == evidence.quote
    assert "Example Labs" not in evidence.quote


@pytest.mark.parametrize("name", NOT_FOUND)
def test_what_is_no_list_is_not_found(name: str) -> None:
    text, status = NOT_FOUND[name]
    found = _found(text)
    assert found.status is status
    assert status is Status.MISSING or found.reason


@pytest.mark.parametrize("name", FOUND)
def test_lists_are_found_at_the_end_of_a_page_too(name: str) -> None:
    text, expected = FOUND[name]
    found = coursework.find(case("Hello", document("resume.pdf", TAIL + "\n" + text)))
    assert found.value == expected
