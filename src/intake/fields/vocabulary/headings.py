"""Headings of resumes, transcripts and letters in the languages that applicants write in: data, no rules.

Each phrase stands as people print it; `sections` folds case and accents before it compares. To add a heading
or a language, add the phrase to its section.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Section(StrEnum):
    """What stands under a heading of a resume."""

    EDUCATION = "education"
    COURSES = "courses"
    EXPERIENCE = "experience"
    RESEARCH = "research"
    TEACHING = "teaching"
    PROJECTS = "projects"
    SKILLS = "skills"
    LANGUAGES = "languages"
    SUMMARY = "summary"
    PUBLICATIONS = "publications"
    AWARDS = "awards"
    CERTIFICATES = "certificates"
    ACTIVITIES = "activities"
    INTERESTS = "interests"
    REFERENCES = "references"
    PERSONAL = "personal"


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("\n", ";").split(";") if part.strip())


HEADINGS: Mapping[Section, tuple[str, ...]] = {
    Section.EDUCATION: _phrases("""
        academic preparation; school
        education; educational background; academic background; academic history; academics; academic record
        academic qualifications; educational qualifications; academic profile; academic credentials; schooling
        degrees; studies; graduate study; undergraduate study; graduate school; graduate work; graduate; undergraduate
        education details; educational details; university education; university; education history; scholastics
        Ausbildung; Bildung; Bildungsweg; Studium; Schulbildung; akademische Ausbildung; Hochschulbildung
        Bildungsgang; akademischer Werdegang; schulische Ausbildung; Ausbildung und Studium; Schule; Universität
        formation; formations; éducation; études; parcours académique; parcours universitaire; parcours scolaire
        diplômes
        formation académique; scolarité; cursus; cursus universitaire; cursus scolaire
        educación; formación; formación académica; estudios; datos académicos; títulos académicos
        educación académica
        educação; formação; formação acadêmica; formação académica; escolaridade; habilitações
        habilitações literárias
        formação escolar; percurso académico
        istruzione; formazione; istruzione e formazione; studi; titoli di studio; formazione accademica
        教育背景; 教育经历; 学历; 教育; 学习经历; 教育情况; 學歷; 教育程度; 教育背景及经历
        образование; высшее образование; обучение; учёба; основное образование
    """),
    Section.COURSES: _phrases("""
        courses; course work; coursework; classes; course list; list of courses; subjects; modules
        courses taken; classes taken; course highlights; academic courses; courses completed; key modules
        curriculum
        Kurse; Lehrveranstaltungen; Vorlesungen; Studieninhalte; relevante Kurse; relevante Lehrveranstaltungen
        Fächer
        Module; belegte Kurse; besuchte Vorlesungen; Studienschwerpunkte; Schwerpunkte
        cours; cours suivis; cours pertinents; matières; unités d'enseignement; enseignements suivis
        modules suivis
        cursos; asignaturas; materias; cursos relevantes; asignaturas cursadas; asignaturas relevantes
        materias cursadas
        disciplinas; disciplinas cursadas; cadeiras; disciplinas relevantes; unidades curriculares
        matérias cursadas
        corsi; esami sostenuti; corsi rilevanti; esami; corsi seguiti; insegnamenti
        主修课程; 相关课程; 课程; 核心课程; 主要课程; 所修课程; 专业课程; 修读课程
        курсы; дисциплины; изученные дисциплины; пройденные курсы; учебные курсы; предметы; ключевые курсы
    """),
    Section.EXPERIENCE: _phrases("""
        experience; experiences; work experience; professional experience; employment; employment history
        work history
        employment experience; career; career history; professional background; work; jobs; internships
        internship
        internship experience; internships and work; positions held; positions; appointments
        professional history
        relevant experience; related experience; volunteer experience; volunteer work; volunteering
        leadership experience
        leadership; industry experience; military service; military experience; service; working experience
        job history
        other experience; co-op experience; practical experience; campus experience; professional appointments
        Berufserfahrung; Berufserfahrungen; Erfahrung; Erfahrungen; Praktika; Praktikum; Werdegang
        beruflicher Werdegang
        military; Nebenjobs; Nebenjob; Werkstudententätigkeit; Werkstudententätigkeiten; Ferienjobs; Jobs
        Berufspraxis; Praxiserfahrung; praktische Erfahrung; berufliche Erfahrung; Tätigkeiten; Arbeitserfahrung
        Nebentätigkeiten
        berufliche Tätigkeiten; Berufstätigkeit; Berufliches; Ehrenamt; ehrenamtliche Tätigkeiten
        expérience; expériences; expérience professionnelle; expériences professionnelles; stages
        parcours professionnel
        emplois; stages et emplois; bénévolat; parcours
        experiencia; experiencia laboral; experiencia profesional; prácticas; empleo; trayectoria profesional
        voluntariado
        historial laboral; experiencias laborales
        experiência; experiências; experiência profissional; experiências profissionais; histórico profissional
        estágios
        percurso profissional; atividade profissional
        esperienza; esperienze; esperienza lavorativa; esperienze lavorative; esperienza professionale
        esperienze professionali
        tirocini; carriera
        工作经历; 工作经验; 实习经历; 实践经历; 实习经验; 工作; 社会实践; 校园经历; 工作与实习经历; 工作及实习
        職歷; 经历
        опыт работы; опыт; трудовой опыт; профессиональный опыт; стажировки; карьера; места работы; работа
        трудовая деятельность
        профессиональная деятельность; стаж
    """),
    Section.RESEARCH: _phrases("""
        research; research experience; research projects; undergraduate research; graduate research; thesis
        theses
        master's thesis; bachelor's thesis; dissertation; research interests; laboratory experience
        Forschung; Abschlussarbeit; Bachelorarbeit; Masterarbeit; Diplomarbeit; Forschungserfahrung
        recherche; expérience de recherche; mémoire; investigación; tesis; pesquisa; investigação
        iniciação científica; ricerca; tesi
        科研经历; 研究经历; 科研项目; 科研; 论文; научная работа; исследования; научная деятельность
        дипломная работа
    """),
    Section.TEACHING: _phrases("""
        teaching; teaching experience; courses taught; classes taught; teaching assistantships; tutoring
        teaching assistant; teaching assistantship; assistantships; grading; tutor; TA experience; peer tutoring
        Tutorien; Tutorium; Tutorate; Nachhilfe; Tutorentätigkeit; Tutorentätigkeiten; Hilfskrafttätigkeiten
        monitorat; tutorat; cours particuliers; soutien scolaire; enseignements donnés; cours donnés
        ayudantías; ayudantía; ayudante; docencia universitaria; clases impartidas; clases particulares; tutorías
        monitoria; monitorias; aulas particulares; tutorato; ripetizioni; lezioni private; 助教; 教学经验; 家教
        Lehre; Lehrerfahrung; Lehrtätigkeit; enseignement; docencia; experiencia docente; docência; insegnamento
        教学经历; 助教经历; преподавание; опыт преподавания; преподавательская деятельность
    """),
    Section.PROJECTS: _phrases("""
        projects; project; personal projects; academic projects; side projects; project experience
        school projects; class projects
        open source; open source contributions; software projects; portfolio; hackathons; project work
        project highlights; course projects
        Projekte; Projekterfahrung; Projektarbeit; projets; projets personnels; projets académiques; proyectos
        projetos; progetti
        项目经历; 项目经验; 项目; 个人项目; 开源项目; проекты; личные проекты; учебные проекты
    """),
    Section.SKILLS: _phrases("""
        computer; skills; skill; technical skills; computer skills; programming skills; programming languages
        technologies; technical
        tools; software; computers; computing; competencies; core competencies; expertise; areas of expertise
        technical expertise
        technical proficiency; technical proficiencies; proficiencies; abilities; skill set; skillset
        skills summary; strengths; languages and tools
        tools and technologies; technical background; technical knowledge; it skills; soft skills; key skills
        programming
        technology; tech stack; skills and tools; skills and technologies; hard skills; technology skills
        computer knowledge
        qualifications; summary of qualifications; key qualifications; capabilities; computer languages
        software skills
        Kenntnisse; Fähigkeiten; Kompetenzen; EDV-Kenntnisse; IT-Kenntnisse; Fachkenntnisse
        technische Kenntnisse; Fertigkeiten
        besondere Kenntnisse; Programmierkenntnisse; Kenntnisse und Fähigkeiten; Computerkenntnisse
        Qualifikationen
        compétences; compétences techniques; compétences informatiques; savoir-faire; informatique
        connaissances; aptitudes
        habilidades; competencias; conocimientos; aptitudes; conocimientos informáticos; habilidades técnicas
        informática; destrezas
        competências; conhecimentos; competências técnicas; conhecimentos técnicos; aptidões; qualificações
        competenze; competenze tecniche; capacità; conoscenze; conoscenze informatiche; competenze informatiche
        abilità
        技能; 专业技能; 技术技能; 计算机技能; 个人技能; 技能特长; IT技能; 技能与语言; 专业能力
        навыки; ключевые навыки; профессиональные навыки; технические навыки; умения; технологии; компетенции
        знания и навыки
    """),
    Section.LANGUAGES: _phrases("""
        languages; language skills; foreign languages; language; spoken languages; linguistic skills
        Sprachen; Sprachkenntnisse; langues; langues étrangères; idiomas; lenguas; línguas; lingue
        lingue straniere; 语言; 语言能力; 外语水平; 语言技能
        языки; иностранные языки; знание языков; владение языками
    """),
    Section.SUMMARY: _phrases("""
        summary; profile; objective; career objective; professional summary; career summary; about; about me
        personal statement
        executive summary; personal profile; professional profile; objectives; career goals; goal; statement
        introduction; bio; overview
        highlights; career profile; professional objective; internship objective; job objective; headline
        synopsis; welcome
        Profil; Kurzprofil; über mich; Zielsetzung; Ziel; Berufsziel; Zusammenfassung; Kurzvorstellung
        berufliches Ziel; persönliches Profil
        profil professionnel; objectif; objectifs; à propos; résumé professionnel; à propos de moi
        objectif professionnel
        perfil; objetivo; resumen; sobre mí; perfil profesional; objetivo profesional; acerca de mí
        resumen profesional
        sobre mim; resumo; perfil profissional; objetivo profissional; resumo profissional
        profilo; obiettivo; profilo professionale; profilo personale; obiettivi; chi sono
        自我评价; 个人简介; 求职意向; 个人总结; 自我介绍; 求职目标; 职业目标; 自我描述; 个人优势
        о себе; цель; обо мне; профиль; цели; профессиональное резюме; краткая информация; общая информация
        дополнительная информация
    """),
    Section.PUBLICATIONS: _phrases("""
        publications; papers; talks; presentations; posters; conferences; patents; selected publications
        conference papers
        invited talks; publications and presentations; journal articles
        Publikationen; Veröffentlichungen; Vorträge; publicaciones; publicações; pubblicazioni; 发表论文
        学术论文; 出版物; публикации
    """),
    Section.AWARDS: _phrases("""
        awards; honors; honours; honors and awards; achievements; accomplishments; scholarships; fellowships
        distinctions; grants
        recognition; awards and honors; academic honors; key achievements; prizes; academic achievements
        Auszeichnungen; Stipendien; Preise; Ehrungen; distinctions; prix; bourses; récompenses; premios; becas
        logros; reconocimientos
        prêmios; bolsas; prémios; premi; riconoscimenti; borse di studio
        获奖情况; 荣誉; 奖项; 获奖经历; 荣誉奖项; 所获奖励; 奖学金; 获奖; награды; достижения; премии
    """),
    Section.CERTIFICATES: _phrases("""
        certifications; certificates; licenses; training; trainings; certification; licenses and certifications
        online courses; mooc; moocs
        professional development; workshops; additional training
        Zertifikate; Weiterbildung; Weiterbildungen; Fortbildungen; Schulungen; certificats; certificaciones
        certificados; certificações; certificazioni; corsi di formazione
        证书; 资格证书; 培训经历; 技能证书; сертификаты; повышение квалификации; дополнительное образование
        курсы и сертификаты
    """),
    Section.ACTIVITIES: _phrases("""
        activities; extracurricular activities; extracurriculars; extra-curricular activities; involvement
        affiliations; memberships; leadership and activities
        organizations; organisations; community service; clubs; sports; volunteer activities; campus involvement
        professional memberships; societies
        student activities; athletics; outreach; community involvement; professional affiliations
        student organizations
        Engagement; ehrenamtliches Engagement; Mitgliedschaften; Aktivitäten; activités; vie associative
        activités extra-scolaires; engagements associatifs
        actividades; actividades extracurriculares; atividades; atividades extracurriculares; attività
        attività extracurriculari
        课外活动; 社团活动; 学生工作; 校园活动; 社团经历; деятельность; общественная деятельность
        внеучебная деятельность; волонтёрство
    """),
    Section.INTERESTS: _phrases("""
        interests; area of interest; areas of interest; field of interest; fields of interest
        hobbies; personal interests; hobbies and interests; interests and hobbies; miscellaneous
        other; other information; fun facts
        additional information; additional; misc; personal
        Interessen; Hobbys; Hobbies; Sonstiges; Freizeit; centres d'intérêt; loisirs; divers; intereses
        aficiones; otros; interesses; passatempos; interessi; hobby; altro
        兴趣爱好; 爱好; 其他; интересы; хобби; увлечения; прочее
    """),
    Section.REFERENCES: _phrases("""
        references; reference; referees; professional references; Referenzen; références; referencias
        referências; referenze; 推荐人; рекомендации
    """),
    Section.PERSONAL: _phrases("""
        contact; contact information; contact details; personal information; personal details; personal data
        status; citizenship; work authorization; visa status
        address; links; social; online; details; profiles; contacts; work eligibility; availability
        persönliche Daten; Kontakt; Persönliches; persönliche Angaben; Zur Person; Angaben zur Person; Adresse
        Anschrift; Personalien
        coordonnées; informations personnelles; état civil; contacto; datos personales; información personal
        información de contacto; contato
        dados pessoais; informações pessoais; contatos; dati personali; contatti; informazioni personali
        recapiti
        个人信息; 联系方式; 基本信息; 个人资料; 基本资料; контакты; личные данные; контактная информация
        персональные данные; личная информация
    """),
}

# Words that may stand before a heading's noun without changing what stands under it: "Selected Course Work".
QUALIFIERS: tuple[str, ...] = _phrases("""
    relevant; related; selected; key; main; core; recent; other; additional; current; previous; past; further
    major; general; special; my
    professional; academic; technical; graduate; undergraduate; work; technology; personal; notable; significant
    applicable; engineering; online
    completed; advanced; upper division; upper-level; in progress; ongoing; planned; incoming; practical
    scientific; formal; college; university
    computer science; mathematics; math; programming; leadership; volunteer; industry; research; teaching
    international; military; involvement
    relevante; ausgewählte; wichtige; weitere; sonstige; berufliche; akademische; technische; pertinents
    pertinentes; relevantes; principales; principaux; autres; otras; otros; outras; outros
    rilevanti; altre; altri; principali; profissionais; complementares; complementarias; 主要; 相关; 其他
    основные; дополнительные; ключевые; релевантные; профессиональные
""")

RESUME_TITLES: tuple[str, ...] = _phrases("""
    resume; résumé; curriculum vitae; cv; c.v.; vita; vitae; curriculum; curriculum vitæ; personal resume
    academic cv
    Lebenslauf; tabellarischer Lebenslauf; currículo; currículum; currículum vítae; hoja de vida; 简历; 个人简历
    履历; 履歷; 履歴書; резюме
""")

LETTER_TITLES: tuple[str, ...] = _phrases("""
    cover letter; letter of interest; letter of motivation; motivation letter; motivational letter
    letter of application; application letter
    statement of interest; statement of motivation; covering letter; letter of intent
    Anschreiben; Motivationsschreiben; Bewerbungsschreiben; lettre de motivation; carta de presentación
    carta de motivación
    carta de apresentação; carta de motivação; lettera di presentazione; lettera di motivazione
    lettera motivazionale
    求职信; 自荐信; 自荐书; 动机信; сопроводительное письмо; мотивационное письмо
""")

TRANSCRIPT_TITLES: tuple[str, ...] = _phrases("""
    transcript; academic transcript; unofficial transcript; official transcript; transcript of records
    transcript of grades; student transcript; unofficial academic transcript; official academic transcript
    undergraduate transcript; graduate transcript; university transcript; college transcript; academic record
    unofficial academic record; official academic record; student academic record; academic history
    grade report; degree audit; statement of results; record of study; record of studies; report of grades
    statement of marks; mark sheet; marksheet; grade card; advising transcript
    Notenspiegel; Leistungsübersicht; Leistungsnachweis; Notenübersicht; Zeugnis; Studienbuch; Notenauszug
    relevé de notes; relevé de notes et résultats; bulletin de notes; bulletin; expediente académico
    certificado de notas; historial académico; certificación académica; boletín de calificaciones
    récord académico
    histórico escolar; certificado de habilitações; boletim; histórico acadêmico; registro academico; libretto
    certificato degli esami; certificato di laurea con esami; piano di studi
    成绩单; 学业成绩单; 学生成绩单; 成绩表; 成績單; академическая справка; зачётная книжка; зачетная книжка
    приложение к диплому; выписка оценок; справка об обучении
""")

# Headings of papers and reports, of job descriptions, of slides: a document with several of them is no resume.
PAPER_HEADINGS: tuple[str, ...] = _phrases("""
    abstract; introduction; related work; background; methods; method; methodology; results; discussion
    conclusion; conclusions; references; bibliography
    acknowledgements; acknowledgments; appendix; future work; evaluation; experiments; table of contents
    contents; keywords; experimental setup; materials and methods; literature review
    Zusammenfassung; Einleitung; Methoden; Ergebnisse; Diskussion; Fazit; Literatur; Literaturverzeichnis
    Inhaltsverzeichnis
    résumé et mots-clés; méthodes; résultats; bibliographie; resumen y palabras clave; introducción; métodos
    resultados; conclusiones; bibliografía
    introdução; conclusão; bibliografia; introduzione; conclusioni; 摘要; 引言; 结论; 参考文献; аннотация
    введение; заключение; список литературы
""")

JOB_HEADINGS: tuple[str, ...] = _phrases("""
    about us; about the company; about the role; about the team; job description; job summary; job title
    position summary; responsibilities; key responsibilities; your responsibilities
    requirements; job requirements; minimum qualifications; preferred qualifications; basic qualifications
    desired qualifications; required qualifications; required skills; preferred skills; benefits; what we offer
    perks; compensation
    how to apply; what you will do; what you'll do; who you are; who we are; what we are looking for
    what we're looking for; why join us; equal opportunity; nice to have; essential duties; the role
    your profile; duties; skills required; salary; location; what you can expect to learn
    Stellenbeschreibung; Ihre Aufgaben; Ihr Profil; Wir bieten; Anforderungen; Über uns; description du poste
    profil recherché; missions; nous offrons; descripción del puesto; requisitos; ofrecemos
    descrição da vaga; responsabilidades; oferecemos; descrizione del lavoro; requisiti; 岗位职责; 任职要求
    职位描述; обязанности; требования; условия; описание вакансии
""")
