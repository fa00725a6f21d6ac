"""The invented people of fixtures/emails: their letters and resumes as plain text."""

from __future__ import annotations

LETTER_ANA = """\
Dear Numenta team,

I am a third-year student of computer science and neuroscience at Lakeside
State University, and I would like to apply for an internship in Algorithms
in summer 2017, from June 5 to August 25.

I came to hierarchical temporal memory through a seminar on cortical columns.
What caught me is that you test a theory of the neocortex by building it: I ran
NuPIC on the electricity readings of our dormitory for a term, and the anomaly
scores found a broken boiler two days before anybody was cold. Since then I have
been reading your papers on sequence memory, and I want to understand why sparse
representations survive so much noise.

My resume is attached.

Best regards,
Ana Ruiz
(555) 555-0101
"""

RESUME_ANA = """\
ANA RUIZ
ana.ruiz@lakeside.example.edu | (614) 555-0101 | https://github.com/ana-ruiz-example

EDUCATION
Lakeside State University, Columbus, OH
B.S. in Computer Science, minor in Neuroscience, expected May 2018
GPA 3.7

RELEVANT COURSEWORK
Machine Learning, Linear Algebra, Computational Neuroscience, Data Structures,
Probability and Statistics

EXPERIENCE
Research Assistant, Cortex Lab, Lakeside State University, Sep 2015 - present
- Wrote Python tools that align spike trains from 64 electrodes
- Presented a poster at the undergraduate research day
Barista, Corner Coffee, Summer 2015

SKILLS
Python, C++, Java, Git, LaTeX
"""

LETTER_BEN = """\
Ben Okonkwo
12 Elm Street, Springfield
February 2, 2017

Dear hiring team,

I am writing to apply for the Software Engineering internship at Numenta. I am in
the second year of a master's degree in computer engineering at Prairie State
University in Springfield, Illinois.

For three years I have kept the scheduling service of our campus shuttle alive. It
began as a weekend project and now answers 40,000 requests a day; I learned what
logging is for, and that a queue hides its problems until it doesn't. Streaming
anomaly detection is what I wished for on every one of those nights, and I would like
to see how a team builds it so that others can rely on it.

I am free from May 22 to August 18, 2017.

Sincerely,
Ben Okonkwo
"""

RESUME_BEN = """\
Ben Okonkwo
ben.okonkwo@prairie.example.edu   (217) 555-0102

Education
M.S. Computer Engineering, Prairie State University, Springfield, IL, 2015 - 2017
B.S. Computer Engineering, Prairie State University, 2011 - 2015

Graduate courses
Distributed Systems; Operating Systems; Computer Networks; Software Testing

Work
Campus Shuttle Service, Springfield, IL, Software Developer, 2014 - present
- Rewrote the scheduler in Java; response time fell from 2 s to 80 ms
- Taught the on-call rotation to four students
Summit Bank, Chicago, IL, Software Engineering Intern, Summer 2014
- Wrote integration tests for the payments service

Languages and tools
Java, Python, JavaScript, PostgreSQL, Docker
"""

RESUME_CHLOE = """\
Chloe Martin
chloe.martin@riverside.example.edu
(503) 555-0103

EDUCATION
Riverside University, Portland, OR
B.A. Cognitive Science, 2014 - 2018

EXPERIENCE
Memory Lab, Riverside University, Research Assistant, 2016
- Ran 120 participants through a sequence learning task
City Library, Portland, Tutor, 2015

SKILLS
R, Python, MATLAB, SPSS
"""

RESUME_DEV = """\
DEV PATEL
dev.patel@example.org, 555-0104

OBJECTIVE
To learn how research code becomes a product.

EDUCATION
Hilltop Institute of Technology, Denver, CO: B.S. Software Engineering, May 2017

COURSES
- Algorithms and Complexity
- Compilers
- Databases
- Human-Computer Interaction

PROJECTS
Bus tracker: an app with 2,000 users
Chess engine in C++

WORK
Web developer (part time), Print Shop Denver, 2014 - 2016
"""

TRANSCRIPT_EVA = """\
UNOFFICIAL TRANSCRIPT
Student: Eva Lindholm        ID 000-0105
Northfield University

Fall 2015
MATH 231   Linear Algebra                 4.00   A
CS 210     Data Structures                4.00   A-
Spring 2016
STAT 330   Probability Theory             3.00   B+
CS 340     Machine Learning               3.00   A
Fall 2016
NEUR 301   Systems Neuroscience           3.00   A-
Cumulative GPA 3.78   Credits earned 62
"""

RESUME_EVA = """\
Eva Lindholm
eva.lindholm@northfield.example.edu | (507) 555-0105

Education
Northfield University, Northfield, MN. B.S. in Statistics, expected 2018. Courses: see the transcript.

Experience
Statistics Tutor, Northfield University, 2015 - 2016
Data Intern, County Health Office, Summer 2016
- Cleaned 15 years of birth records and found where two clerks had shared a login

Skills
R, Python, SQL
"""

LETTER_FRED = """\
Fred Castellan
fred.castellan@example.com

To the Numenta internship programme

I want to spend January to March 2017 with your Algorithms group. I study physics at
Harbor College in Baltimore, Maryland, and my thesis is about spin glasses, which are
a memory that nobody programmed. I met NuPIC when I tried to tell one spin glass from
another by its noise and found that your temporal memory did it better than my own
code. I would like to find out why.

Yours sincerely,
Fred Castellan
"""

RESUME_FRED = """\
FRED CASTELLAN
fred.castellan@example.com / (410) 555-0106

EDUCATION
Harbor College, Baltimore, MD
B.S. Physics, 2013 - 2017

RELEVANT COURSES
Statistical Mechanics, Numerical Methods, Real Analysis, Neural Networks

EXPERIENCE
Harbor College Physics Department, Grader, 2015 - 2016
Baltimore Tool Works, Summer 2014

SKILLS
Python, Fortran, Mathematica
"""
