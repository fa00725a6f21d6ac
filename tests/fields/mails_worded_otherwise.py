"""More mails of each kind: offers that use an applicant's words, and applications that use none of them."""
# ruff: noqa: E501  # one mail a line

from __future__ import annotations

from collections.abc import Mapping

from intake.model import Kind, Role
from support.mails import RESUME, Files

Case = tuple[Kind, str, str, Files, Mapping[str, str]]

PACKET: Files = {"sponsors.pdf": (Role.OTHER, "Gold Silver Bronze packages")}
LETTER: Files = {"letter.pdf": (Role.LETTER, "Dear Numenta, I am drawn to your work on memory.")}
TRANSCRIPT: Files = {"transcript.pdf": (Role.TRANSCRIPT, "CS 101 A")}

WORDED: tuple[Case, ...] = (
    (Kind.OTHER, 'Python developer for your req', 'Hello,\nHope you are doing well. I have an excellent candidate for your Software Engineering position.\nName: Suresh K\nVisa status: H4 EAD\nRate: $60/hr\nRelocation: Yes\nPlease let me know your interest.\nThanks\nPriya, Bench Sales Recruiter', RESUME, {}),
    (Kind.OTHER, 'Submission: ML engineer', 'Dear Sir, Please review the attached profile of our candidate for the internship requirement. He is on OPT EAD and looking for C2C. Expected rate 45/hr. Let me know the interview availability. Regards, Vikram, IT Recruiter, Globex Solutions', RESUME, {}),
    (Kind.OTHER, 'Available - data scientist', "Hi, we have a strong data scientist just rolled off from a project. W2 or 1099. He holds a GC. Please find his resume attached. Would you have any openings he'd fit? Best, Dana, Account Manager", RESUME, {}),
    (Kind.OTHER, 'candidates for your intern openings', "Good day! Our firm places graduates of coding bootcamps with companies. I'd like to submit three resumes for your summer roles. Our fee is only payable on hire. When would be a good time to chat?", RESUME, {}),
    (Kind.OTHER, 'Fwd: Resume - Java/Big data - GC', 'Hi,\nPFA the resume of Anil, my employee, looking for new project. Available immediately. Rate 65$/hr c2c. Contact me at 555-010-2233. Thanks, Sam Rao, US IT Staffing', RESUME, {}),
    (Kind.OTHER, 'Interns from our academy', 'Hallo, wir sind eine Personalvermittlung aus Berlin und vermitteln Werkstudenten und Praktikanten. Gerne stellen wir Ihnen unsere Kandidaten vor. Haben Sie nächste Woche Zeit für ein kurzes Telefonat?', {}, {}),
    (Kind.OTHER, 'Profils disponibles', "Bonjour, notre cabinet de recrutement dispose de plusieurs profils d'ingénieurs. Je vous propose de vous présenter nos candidats. Êtes-vous disponible pour un échange ?", {}, {}),
    (Kind.OTHER, 'Talento tech', 'Estimados, somos una agencia de reclutamiento y ofrecemos desarrolladores calificados. ¿Podemos agendar una llamada? Saludos, Laura', {}, {}),
    (Kind.OTHER, 'Application for: your new coffee supplier', 'Dear Numenta, I would like to apply for the position of your coffee supplier! My resume: 12 years of roasting, 80 offices in the Bay Area. Can I drop off a free sample?\nJoe, Bean There', {}, {}),
    (Kind.OTHER, 'My cover letter', "Hi,\n\nThis is my cover letter: I'm a chatbot platform that screens interns so you don't have to. Skills: reads 400 resumes an hour. Availability: now. Book a demo at https://x.example.com/demo and I start on Monday.\nRob, Head of Growth at Screenly", {}, {}),
    (Kind.OTHER, 'Interns + housing', 'Hi there, are your summer 2017 interns still looking for a place to live? We rent furnished rooms near Redwood City from $1,200 a month. We offer a corporate discount from 3 rooms. Want me to hold some?', {}, {}),
    (Kind.OTHER, 'How many applications do you get?', 'Hi, quick one - how are you handling resumes for your internship this year? InternTrack reads every application and sorts it. Teams save 12 hours a week. Worth a look?', {}, {}),
    (Kind.OTHER, 'T-shirts for your summer interns', 'Hello Numenta! Summer is coming and so are your interns. We print t-shirts, hoodies and stickers with your logo. Would you like a sample? 20% off until Dec 31.', {}, {}),
    (Kind.OTHER, 'Intern event sponsorship', 'Hi, our student association organizes the yearly Engineering Night on February 9. Companies can have a table for $800. Would Numenta like to attend? I can hold a spot until Friday.\nAda, corporate relations chair', {}, {}),
    (Kind.OTHER, 'Sponsor us?', 'Dear Numenta, we are a team of students building an autonomous boat and we are looking for sponsors. Could you support us with $500 or hardware? Our logo page is attached.', PACKET, {}),
    (Kind.OTHER, 'Machine learning workshop for interns', "Hello, I'm a trainer and I run two day workshops on machine learning. I'd love to come to Numenta and train your summer interns. My rates are on my site. Do you have a budget for training?", {}, {}),
    (Kind.OTHER, 'freelancer', 'Hi, I am a freelance web designer with 10 years of experience. I would like to offer my services to redesign your internship page. See my portfolio. Are you interested?', {}, {}),
    (Kind.OTHER, 'Background checks', 'Do you run background checks on your interns? CheckRight does it in 24 hours for $19. Can I send you a quote?', {}, {}),
    (Kind.OTHER, 'advertise your internship', 'Hello, our job site reaches 400,000 CS students. Post your internships with us for $99. Shall I set up an account?', {}, {}),
    (Kind.OTHER, 'Einladung Firmenkontaktmesse', 'Sehr geehrte Damen und Herren, wir laden Sie herzlich ein, als Aussteller an unserer Firmenkontaktmesse teilzunehmen. Ein Stand kostet 900 EUR. Dürfen wir Ihnen unser Angebot zusenden?', {}, {}),
    (Kind.OTHER, 'Your visa needs', "Hi, I'm an immigration attorney. Many companies with interns have trouble with J-1 and OPT. Our firm offers a free consultation. Would you be interested in a call next Tuesday?", {}, {}),
    (Kind.OTHER, 'Collaboration', 'Hi Jeff, I lead a neuroscience lab in Leiden and read your last preprint. Might we collaborate on a dataset of cortical recordings? I could visit in May.', {}, {}),
    (Kind.OTHER, 'Speaking invitation', "Dear Dr. Hawkins, we'd be honored if you gave the keynote at our conference in June. Could you let us know by January?", {}, {}),
    (Kind.OTHER, 'Bay Area hackathon needs judges', 'Hi Numenta team, would any of your engineers like to be a judge at our hackathon on March 4? 300 students will be there. Free lunch!', {}, {}),
    (Kind.QUESTION, 'Career fair', "Hello, I'm with the career center at Elm College. Would Numenta like to come to our internship fair on Feb 3?", {}, {}),
    (Kind.APPLICATION, 'Fall intern - Pat Q', "Hello! Resume and code: https://patq.example.org . I'm a CS sophomore at Oregon State and I keep coming back to your videos. I want to help build the visualizer. I've written two Chrome extensions and a raytracer.", {}, {}),
    (Kind.APPLICATION, 'Summer intern 2017: Jo Baker', "Hey, you can find everything about me at www.jobaker.example.net/cv. I'm finishing my master's in Ghent and I love the idea that one algorithm explains everything. I broke NuPIC on Windows and then fixed it.", {}, {}),
    (Kind.APPLICATION, 'SWE internship / Lena', "LinkedIn: https://www.linkedin.com/in/lena-example\nGitHub: https://github.com/lena-example\n\nI'm a junior at Purdue who has shipped three Android apps. I'm excited about streaming data and would bring a lot of energy. Free from May 10.", {}, {}),
    (Kind.APPLICATION, 'intern?', "Hi folks! I'm Ravi, third-year CS at IIT. I have built an SDR encoder in Rust and it's up at github.com/ravi-x. I'd love nothing more than to spend next summer with you. Is that possible?", {}, {}),
    (Kind.APPLICATION, 'summer internship', 'I am a student of physics in Graz. I have programmed in C++ since four years and made a simulation of spiking neurons in my bachelor thesis. I want very much to work in your team on the algorithms from July to September. I can send all documents when you want.', {}, {}),
    (Kind.APPLICATION, 'Internship winter', 'Good day,\nI write you because I search an internship for my master in data engineering. Your company is very interesting for me because of HTM. My CV is joined to this mail.\nBest regards\nAntoine', RESUME, {}),
    (Kind.APPLICATION, 'about internship', 'Hello sir, myself Kiran from Pune, doing BE computer. I am having great interest in AI and did mini project on face detection. Kindly give me a chance to do internship in your company. I will be very thankful to you.', {}, {}),
    (Kind.APPLICATION, 'Numenta Algorithms - summer', "Everything's in the PDF. Can't wait. - Theo", RESUME, {}),
    (Kind.APPLICATION, 'my info', 'hi! im a hs senior going to Cal Poly next fall, i taught myself python and made a bot that plays 2048. i want to intern w you guys this summer so bad!! resume attached', RESUME, {}),
    (Kind.APPLICATION, 'Internship opportunities', 'Dear Ms. Lee, I met you at Grace Hopper and you encouraged me to reach out. I study cognitive science and built a tool for eye-tracking data. I would be grateful for an opportunity to contribute to Numenta this summer. My portfolio is at https://mia.example.org.', {}, {}),
    (Kind.APPLICATION, 'Praktikum Softwareentwicklung', 'Hallo liebes Team, ich studiere in Jena Informatik und suche für das Sommersemester eine Praktikumsstelle. Besonders spannend finde ich eure Arbeit an NuPIC. Mein Lebenslauf: https://jena.example.de/lebenslauf.pdf Viele Grüße, Pia', {}, {}),
    (Kind.APPLICATION, 'Stage été 2017', "Bonjour, je suis en école d'ingénieurs à Grenoble et je cherche un stage de 3 mois. J'ai développé un réseau de neurones à spikes en Python. Mon profil : https://linkedin.example.com/in/x . Cordialement, Hugo", {}, {}),
    (Kind.APPLICATION, 'Pasantía', 'Hola, soy estudiante de sistemas en Bogotá. Quiero hacer mi pasantía con ustedes el próximo verano. Trabajé con NuPIC en mi tesis. Les puedo enviar mi hoja de vida. Saludos, Camilo', {}, {}),
    (Kind.APPLICATION, '实习', '你好，我是浙江大学计算机专业大三的学生，做过一个基于HTM的异常检测项目。我希望明年暑假到贵公司实习。我的主页：https://zhu.example.cn 。谢谢！', {}, {}),
    (Kind.APPLICATION, 'Estágio', 'Bom dia, faço Ciência da Computação na USP e quero muito estagiar com vocês em 2017. Já implementei o spatial pooler em Julia. Meu github: github.com/exemplo. Abraços, Caio', {}, {}),
    (Kind.APPLICATION, 'Would love to join Numenta for the summer', "Hi Numenta! I'm Abby, a mathematics major at Smith. Ever since I watched HTM School I've wanted to know how grids and columns fit together. Last term I wrote a simulator for place cells. I'd be over the moon to join the algorithms group. Do you have room for me in June-August?", {}, {}),
    (Kind.APPLICATION, 'Re: internship', 'Hello, I saw your internship page and I want to apply for software engineering. Resume attached. Bo', RESUME, {}),
    (Kind.APPLICATION, 'RE: Internship Program', 'See attached, thanks. Bo', RESUME, {}),
    (Kind.APPLICATION, 'Re: Summer Internships 2017', 'All my documents are in one PDF. Kind regards, Bo', RESUME, {}),
    (Kind.APPLICATION, 'Fw: internship', 'My resume and letter are attached. Thanks for reading! Bo', RESUME, {}),
    (Kind.APPLICATION, 'Internship', "To the hiring team: I've been out of school for eight years raising two kids and went back to finish my CS degree at Mills. This will be my first internship. Resume attached, and I hope you read the letter too.", RESUME, {}),
    (Kind.APPLICATION, 'Internship', "I'm a consultant at a large firm and want to switch to research. My resume is attached. I am available from May to August. H1B, no sponsorship needed.", RESUME, {}),
    (Kind.APPLICATION, 'Intern application', "Dear Numenta, I'm an international student on F1, eligible for CPT. Rate or salary is not important to me. I'm available immediately. My resume is attached. Regards, Sanjay", RESUME, {}),
    (Kind.APPLICATION, 'Algorithms intern', "I have been the sales representative of our robotics club, raised sponsorship and managed our clients. Now I'd love to apply for the algorithms internship. My resume is attached. Could we schedule a call?", RESUME, {}),
    (Kind.APPLICATION, 'Internship', "I worked in a staffing company last year as a junior developer, building our platform. I'd like to apply for the software engineering internship. CV attached.", RESUME, {}),
    (Kind.QUESTION, 'internship for chemists?', 'Hi, I am a chemistry major with some Python. Do you take people like me as interns?', {}, {}),
    (Kind.QUESTION, 'Deadline', "Good morning, I could not find the deadline for summer on your page. Could you tell me? I'm preparing my resume and cover letter now. Thank you, Ines", {}, {}),
    (Kind.QUESTION, 'summer', 'hi, are summer internships paid and is housing included', {}, {}),
    (Kind.QUESTION, 'Can I apply twice?', "I'm interested in both areas. Should I send two applications?", {}, {}),
    (Kind.QUESTION, 'about the internship', "Dear Numenta, I study in Warsaw. Is it required to be in the US already? If it's possible I'll send my CV at once. Best, Ola", {}, {}),
    (Kind.QUESTION, 'Frage', 'Hallo, muss man für das Praktikum Student sein? Ich bin schon fertig mit dem Studium. Danke, Uwe', {}, {}),
    (Kind.QUESTION, 'Pregunta', 'Hola, me interesa la pasantía. ¿Cuáles son los requisitos y las fechas? Gracias', {}, {}),
    (Kind.QUESTION, '请教', '你好，请问实习需要美国签证吗？什么时候截止申请？', {}, {}),
    (Kind.QUESTION, 'Dúvida', 'Olá, vocês aceitam estudantes do Brasil? O estágio é remunerado?', {}, {}),
    (Kind.QUESTION, 'my nephew', 'My nephew is a whiz with computers and turns 17 in May. Is there an age limit for your internship?', {}, {}),
    (Kind.QUESTION, 'Transcripts', 'Do you need official transcripts with the application or are unofficial ones fine?', {}, {}),
    (Kind.QUESTION, 'quick question re: cpt', "Hi, my school asks for an offer letter before CPT. Do you provide one to interns in general? I'd apply in January.", {}, {}),
    (Kind.FOLLOW_UP, 'Oops, correct resume', "So sorry, I attached my roommate's resume to my application last night. Here's mine!", RESUME, {}),
    (Kind.FOLLOW_UP, 'wrong attachment', "Hi, the file in my last mail was my sister's CV, not mine. This is the right one. Lo", RESUME, {}),
    (Kind.FOLLOW_UP, 'Re: Internship application', 'Attached. Sorry about that!\n\nOn Mon, Nov 7, 2016 at 9:02 AM, Numenta Internships <interns@numenta.com> wrote:\n> Hi,\n> thanks for writing.\n', RESUME, {'In-Reply-To': '<1@example.com>'}),
    (Kind.FOLLOW_UP, 'one more thing', "Forgot to say in my application this morning: I'm a US citizen. Best, Lo", {}, {}),
    (Kind.FOLLOW_UP, 'new dates', 'Hello, I sent you my application last Friday. Because of a field trip I can only come from June 20. Thanks, Lo', {}, {}),
    (Kind.FOLLOW_UP, 'Any news?', "Hi, following up on the application I sent on Oct 3. I've since finished two more courses: Optimization and Robotics. Lo", {}, {}),
    (Kind.FOLLOW_UP, 'My letter', 'I applied on Monday but the cover letter was missing. Here it is.', LETTER, {}),
    (Kind.FOLLOW_UP, 'Re: Your application', 'Algorithms. And yes, citizen.\n\nOn Mon, Nov 7, 2016 at 9:02 AM, Numenta Internships <interns@numenta.com> wrote:\n> Hi,\n> thanks for writing.\n', {}, {'In-Reply-To': '<1@example.com>'}),
    (Kind.FOLLOW_UP, 'please ignore previous version', 'Use this PDF, the other had track changes in it. Thanks, Lo', RESUME, {}),
    (Kind.FOLLOW_UP, 'transcript', 'This is the transcript to go with the application that I mailed you yesterday.', TRANSCRIPT, {}),
)  # fmt: skip
