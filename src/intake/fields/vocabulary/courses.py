"""Words that names of courses are made of, words of headings over course lists, and words that are neither.

All are in lower case; a word in the plural is looked up in the singular too (`subject_word`).
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Topics: a name of a course holds at least one of them, or its number. Names outside them are believed
# only under a heading that can mean nothing else.
SUBJECTS: Final = _words("""
algos algo alg calc prog estimation detection spectral sparse parsing bioethics semantik textklassifikation
perception psychophysics psychophysic syntax filter filtering inequality mixing
abstract accounting acoustic acting aerodynamics aeronautics aerospace aesthetics agent agriculture algebra algorithm
algorithmic algorithmics analog analysis analytic analytics anatomy animation anthropology application architecture
arithmetic art artificial assembly astronomy astrophysics audio auditing automata automatic automation autonomous bayesian
behavior behavioral behaviour behavioural bioengineering biochemistry bioinformatics biological biology biomaterial
biomechanics biomedical biophysics biostatistics biotechnology blockchain brain business calculus cartography causal
cellular chemical chemistry cinema circuit civilization climate cloud coding cognition cognitive combinatorial
combinatorics commerce communication compiler complexity composition computability computation computational
computer computing concrete concurrency concurrent construction control convex cosmology counterpoint crypto cryptography
cryptology culture cybernetics cybersecurity data database decision design development device dialectic differential
diffraction digital discrete distributed drawing dynamic dynamical dynamics ecology econometrics economic economics
economy education electric electrical electricity electroacoustic electrodynamics electromagnetic electromagnetics
electromagnetism electronic electronics embedded energy engineering entrepreneurship environment environmental
epidemiology epistemology equation ergonomics ethics evolution evolutionary experimental film finance financial finite
flight fluid forecasting forensics formal foundation fourier function functional fundamental game genetics genomics
geography geology geometry geophysics gis global government grammar graph graphic graphical graphics haptics hardware
harmony harmonic hci health heat heuristics history human humanities hydraulics hydrology image imaging immunology
inference informatics information infrastructure instrumentation intelligence intelligent interaction interactive
interface internet introduction intro investment ir journalism kinematics kinesiology kinetics knowledge language law
leadership learning linear linguistics literature logic logistics machine macroeconomics magnetism management
manufacturing marketing material math mathematical mathematics maths matrix measure mechanic mechanical mechanics
mechatronics media medicine memory metabolism metallurgy metaphysics meteorology method methodology metric
microbiology microcontroller microeconomics microelectronics microprocessor microservice mind mining mobile model
modeling modelling molecular multimedia multiprocessor multivariable multivariate music nanotechnology natural network
networking neural neuro neurobiology neurophysiology neuropsychology neuroscience nonlinear nuclear number numerical
numeric nutrition object ode oop operating operation operational optic optical optics optimal optimisation optimization
orchestration organic organisation organization paradigm parallel parallelism pathology pattern pde perception performance
pharmacology philosophy photography photonics physical physics physiology planning poetry policy political politics
polymer power pragmatics precalculus principle probabilistic probability process processing processor product programming
proof propulsion protein protocol psychology psychophysics quantitative quantum queueing radiation random rationality
reaction reactor reality reasoning recognition regression reinforcement relativity reliability religion rendering
representation research retrieval rhetoric risk robot robotics sampling science scientific scripting security
semantics semiconductor sensing sensor sequence series signal simulation society sociology software solid spectroscopy
speech stability statics statistic statistical statistics stochastic storage strategy structural structure studies survey
sustainability synthesis system administration technology telecommunications testing theorem theory thermal
thermodynamics thermofluids
tomography topology trajectory translation transport trigonometry turbulence typography uncertainty user ux variable
vector verification vibration video virology virtual virtualization vision visual visualisation visualization vlsi
warehousing wave wavelet web wireless writing ai ml nlp dsp os dbms rdbms ds dsa daa toc
analyse analysis informatik mathematik mathematische stochastik statistik algebra numerik datenbanken betriebssysteme
algorithmen datenstrukturen rechnernetze theoretische softwaretechnik maschinelles lernen bildverarbeitung physik
mechanik elektrotechnik optimierung wahrscheinlichkeitstheorie regelungstechnik signalverarbeitung
algèbre algorithmique analyse apprentissage automatique bases données probabilités statistiques réseaux systèmes
exploitation informatique mathématiques optimisation logique traitement physique intelligence artificielle
álgebra algoritmos análisis análise aprendizaje automático cálculo probabilidad probabilidade estadística estatística
estructuras estruturas datos dados bases sistemas operativos operacionais redes programación programação inteligencia
inteligência matemática matemáticas física ecuaciones equações diferenciales lineal linear lógica ingeniería engenharia
inteligencia procesos estocásticos estocástica teoría teoria ciencia ciencias ciência ciências lenguaje lenguajes linguagem
linguagens señales sinais circuitos computación computação computadores electrónica eletrônica robótica visión visão control
mecánica mecânica termodinámica termodinâmica química biología biologia economía economia neurociencia neurociências
grafos métodos numéricos discretas discreta investigación operaciones compiladores arquitectura arquitetura software
variable compleja geometría geometria topología topologia optimización otimização simulación simulação filosofía filosofia
systèmes réseau calcul théorie graphes numérique compilation langages programmation probabilité statistique mécanique
chimie biologie économie neurosciences signaux robotique commande stochastiques équations différentielles géométrie
topologie apprentissage profond modélisation simulation cryptographie sécurité
theorie graphentheorie kryptographie kryptologie rechnerarchitektur betriebssystem datenbanksysteme softwareentwicklung
programmierung programmiersprachen compilerbau neuroinformatik neurowissenschaften stochastische prozesse wahrscheinlichkeit
statistische numerische differentialgleichungen computergrafik bilderkennung robotik regelung elektronik chemie biologie
künstliche intelligenz verteilte systeme netzwerke logik geometrie topologie funktionalanalysis maß-
sistemi reti calcolatori basi dati programmazione elaborazione apprendimento automatico statistica probabilità fisica
analisi matematica segnali controlli automatici intelligenza artificiale
алгебра алгоритмы анализ математический структуры данных операционные системы базы машинное обучение вероятностей
теория статистика программирование сети дискретная математика физика
""")

# Endings of the names of sciences.
SUBJECT_ENDINGS: Final = (
    "ology", "ologies", "ometry", "ography", "onomics", "ometrics", "anatomy", "physics", "chemistry", "dynamics", "mechanics",
    "matics", "genetics", "tronics", "linguistics", "acoustics", "statistics", "psychology", "science", "sciences", "analysis",
    "genesis", "surgery", "kunde", "logie", "logía", "logia",
)  # fmt: skip

# Words that end a broken name: alone on a line they belong to the line above.
DEPENDENT: Final = _words("""
systems system learning engineering structures processing vision intelligence equations theory methods techniques
applications lab laboratory recognition mining mechanics development architecture organization management networks
retrieval interaction sciences science studies programming languages dynamics processes principles practicum
structure mathematics environments interfaces technologies modeling modelling models
concurrente distribuidos distribuida avanzada avanzado orientada linéaire numérique avancée automatique
""")

# Of these, the ones that are no course by themselves, so that they end the name above whatever it ends with.
NEVER_ALONE: Final = _words("""
systems system engineering structures structure processing equations theory methods techniques applications lab laboratory
practicum principles processes sciences science technologies interfaces environments assurance privacy
""")

# Words that cannot end a name: a line that ends with one goes on in the next.
DANGLING: Final = _words("""
of and for in to the with on & a an from using through into by or vs
advanced applied artificial computational digital discrete distributed differential embedded introductory linear machine
mathematical natural numerical object-oriented operating parallel statistical stochastic introduction intro fundamentals
foundations principles topics multivariable multivariate computer electrical mechanical scientific relational
reinforcement deep
der die das und für von zur de des du et la le les en y del e da do dos и
""")

# Of these, the ones that end names in Romance languages.
ALSO_LAST: Final = _words("linear artificial digital natural")

# Programming languages, libraries, tools and products: a list of these alone is a list of skills.
TOOLS: Final = frozenset(
    _words("""
ada airflow android angular angularjs ansible ant apache arduino asp.net assembly atom autocad awk aws azure backbone bash
bazel bigquery bitbucket blender bootstrap c c# c++ cad caffe cassandra catia chef circleci clojure cmake cobol confluence
css css3 cuda cvs d3 d3.js dart delphi django docker dreamweaver drupal dynamodb eclipse elasticsearch elixir emacs erlang
excel express f# fastapi figma firebase flask flutter fortran gazebo gcc gcp gdb git github gitlab go golang gradle graphql
grpc hadoop haskell hbase heroku hive html html5 illustrator indesign intellij ios ipython java javascript jenkins jira jquery
json julia junit jupyter kafka keras kotlin kubernetes labview latex lisp linux lua mapreduce mariadb markdown mathematica
matlab matplotlib maven mercurial microsoft mocha mongodb mpi mysql netbeans nginx node node.js nodejs nosql numpy nupic
objective-c ocaml octave opencl opencv opengl openmp oracle outlook pandas perl photoshop php pip postgres postgresql
powerpoint prolog puppet pycharm pyspark pytest python pytorch qt quickbooks r rabbitmq rails react redis redux rest ros
ruby rust salesforce sas sass scala scheme scikit-learn scipy seaborn selenium simulink slack solidity solidworks spark
splunk spring sql sqlite spss stata svelte svn swift tableau tensorflow terraform theano travis typescript ubuntu uml unity
unix vagrant valgrind vb vb.net verilog vhdl vim vue vue.js weka windows word wordpress xcode xgboost xml yaml
""")
    | frozenset(
        {"power bi", "visual studio", "microsoft office", "ms office", "raspberry pi", "apache spark"}
    )
    | frozenset({"mac os", "os x", "google cloud", "spring boot", "react native", "ruby on rails", "vs code"})
)

# Whole names that are as often a degree or a field: they say nothing after "I study" or "I did".
FIELDS: Final = frozenset({
    "computer science", "computer engineering", "computer science and engineering", "electrical engineering",
    "electrical and computer engineering", "mathematics", "math", "applied mathematics", "physics", "chemistry",
    "biology", "neuroscience", "cognitive science", "mechanical engineering", "chemical engineering",
    "civil engineering", "biomedical engineering", "software engineering", "information technology",
    "information science", "information systems", "statistics", "economics", "psychology", "philosophy", "linguistics",
    "business administration", "data science", "engineering", "computing", "bioinformatics", "industrial engineering",
    "aerospace engineering", "materials science", "business", "finance", "english", "history", "music", "informatics",
    "electronics engineering", "engineering physics", "neurobiology", "anthropology", "sociology", "astronomy", "geology",
    "oceanography", "meteorology", "zoology", "biochemistry", "biophysics", "astrophysics", "computational biology",
    "electrical engineering and computer science",
})  # fmt: skip

# Pairs around an "and" that stand within one name ("Signals and Systems").
PAIRS: Final = frozenset({
    ("statistics", "data"),
    ("probability", "statistics"), ("statistics", "probability"), ("structures", "algorithms"), ("algorithms", "data"),
    ("algorithms", "complexity"), ("computability", "complexity"), ("automata", "computability"), ("automata", "complexity"),
    ("automata", "formal"), ("languages", "automata"), ("languages", "compilers"), ("languages", "computation"),
    ("design", "analysis"), ("analysis", "design"), ("signals", "systems"), ("organization", "architecture"),
    ("organization", "design"), ("organization", "assembly"),
    ("architecture", "assembly"), ("architecture", "organization"), ("principles", "practice"),
    ("theory", "practice"), ("theory", "applications"), ("methods", "tools"), ("techniques", "tools"), ("dynamics", "control"),
    ("statics", "dynamics"), ("electricity", "magnetism"), ("heat", "mass"), ("knowledge", "reasoning"),
    ("knowledge", "data"), ("groups", "rings"), ("logic", "computation"), ("logic", "proof"), ("sets", "logic"),
    ("algebra", "differential"), ("equations", "linear"), ("systems", "control"), ("networks", "systems"),
    ("parallel", "distributed"), ("distributed", "parallel"), ("concepts", "applications"), ("database", "information"),
    ("security", "privacy"), ("privacy", "security"), ("cryptography", "security"), ("security", "cryptography"),
    ("random", "stochastic"), ("probability", "random"), ("probability", "stochastic"), ("estimation", "detection"),
    ("detection", "estimation"), ("brain", "behavior"), ("mind", "brain"), ("vision", "graphics"), ("science", "engineering"),
    ("engineering", "science"), ("speech", "language"), ("modeling", "simulation"), ("simulation", "modeling"),
    ("waves", "optics"), ("fields", "waves"), ("text", "data"), ("circuits", "systems"), ("circuits", "electronics"),
    ("devices", "circuits"), ("learning", "memory"), ("sensation", "perception"), ("history", "philosophy"),
    ("society", "culture"), ("scripting", "automation"), ("tools", "scripting"), ("tools", "techniques"),
})  # fmt: skip

# Words that make no name by themselves, so that an "and" before one stands within a name.
HALVES: Final = _words("""
control design practice applications tools methods techniques practices analysis parallelism scripting privacy magnetism
architecture organization programming implementation systems management interfaces environments application society
control controls lab laboratory complexity simulation estimation privacy policy modeling modelling theory reasoning
architectures testing maintenance ii iii iv v 2 3
""")

# Single words that are whole names of courses.
STANDALONE: Final = _words("""
psychophysics
algorithms databases compilers statistics calculus probability optimization robotics cryptography networking networks
bioinformatics econometrics economics ethics logic neuroscience physics chemistry biology thermodynamics topology
microeconomics macroeconomics combinatorics electronics mechanics optics genetics accounting psychology philosophy
neurobiology neuroanatomy physiology ecology anthropology sociology astronomy geology oceanography meteorology
botany zoology cosmology hydrology pharmacology epidemiology immunology virology biochemistry biophysics astrophysics bioethics
linguistics cognition algebra geometry security instrumentation statics dynamics finance marketing
""")

# --- words of headings ---------------------------------------------------------------------------------

HEADS: Final = _words("""
coursework courseworks courses classes modules courselist coursehistory courseload coursehighlights courselisting
courseselection cours subjects electives matières matérias ramos предметы módulos moduli module
lehrveranstaltungen vorlesungen kurse fächer asignaturas materias cursos disciplinas enseignements corsi esami vakken kursy
курсы дисциплины 课程 課程 主修课程 主要课程 相关课程 核心课程 专业课程 所修课程 修读课程 相關課程 主修課程
""")
# Heads that name courses and hardly anything else.
SURE_HEADS: Final = HEADS - _words(
    "courses classes modules module subjects matières matérias ramos предметы módulos moduli fächer cursos disciplinas "
    "дисциплины kurse materias corsi kursy"
)

# Words that may stand before or after the head.
MODIFIERS: Final = _words("""
relevant related selected select key core major graduate undergraduate grad undergrad notable current currently completed
advanced technical main sample recent incoming upcoming important principal primary college university academic
pertinent engineering science computer cs math mathematics ee ece eecs stem applicable associated specialized specialised
highlighted favorite favourite additional other some my the list of upper division lower level major-related in-major
taken so far to date in progress include includes included including history highlights and electives elective master
masters master's phd bachelor bachelor's msc bsc ms bs doctoral postgraduate degree year final second third fourth first
minor with grades grade gpa fall spring summer winter autumn semester quarter term at are is were attended enrolled passed
finished ongoing following as follows present school work programming software theory i have i've we that a
bear on this here may might could matter matters count counts apply applies relate relates help useful helpful
worth mentioning liked enjoyed loved most best which for interest role position internship job
studied covered learned followed undertaken pursued opted credited done areas
scores score marks by topic area rel note relevance
étudiées étudiés suivies cursados cursadas cursado cursada principaux principales besuchte
ausgewählte
relevante relevanter ausgewählte wichtige besuchte belegte relevantes relevants suivis principaux pertinents sélection
cursadas relevantes principales destacadas principais de cursos seguidos aprobadas realizados ключевые основные пройденные
релевантные изученные 主修 主要 相关 核心 专业 seguiti sostenuti rilevanti
""")
# What students hear and others give: a head beside a word of those who hear it.
HEARD: Final = _words("lectures lecture exams course")
HEARING: Final = _words("""
attended selected relevant taken heard visited passed completed main important key core university ausgewählte besuchte belegte
relevante absolvierte wichtige studierte
""")
# With these the list holds what somebody taught.
TAUGHT: Final = _words(
    "taught teach teaching tutored assisted instructed graded led lead ta'd tad ta instructor assistant tutor gelehrte impartidas"
    " particuliers"
)
# With these the list may hold trainings or certificates.
TRAINING: Final = _words("""
certificate certificates certification certifications certified online mooc moocs training trainings workshop workshops
seminars bootcamp bootcamps coursera udemy edx udacity licenses professional external crash self-study extracurricular
short continuing weiterbildung zertifikate certificados formación complementarios formations complémentaires онлайн
""")
# With these the list holds other things too.
MIXED: Final = _words(
    "skills projects honors awards achievements experience activities research knowledge interests"
)
# Headings that name fields of study: near to course work, and for a person to see.
NEAR_HEADS: Final = _words("studienschwerpunkte schwerpunkte studieninhalte themenschwerpunkte lectures")

# Sub-headings within a list of courses; the names of fields count where a colon follows them.
LEVELS: Final = _words("""
lower upper division
graduate undergraduate grad undergrad core elective electives required major minor non-technical in progress current
currently completed planned upcoming online freshman sophomore junior senior masters master's ms bs phd bachelor bachelor's
level courses coursework classes year first second third fourth fall spring summer winter autumn semester term quarter taken
and other selected this now taking next ongoing transfer credit registered
""")
# Of these alone no level is made: a line "Other" opens another section.
NO_LEVELS: Final = _words("other and selected taken online this now taking next ongoing")
FIELD_LABELS: Final = LEVELS | _words("""
cs math ee ece stat stats physics science sciences computer mathematics statistics engineering general humanities
neuroscience biology psychology economics technical theory systems applied advanced basic foundation foundations
electrical ai business cognitive data linguistics chemistry bio phys chem neuro econ psych
mathematik informatik physik elektrotechnik matemáticas matemática computación computação informática física estadística
maths info mathématiques informatique physique statistiques matematica fisica математика информатика физика
""")

# Labels before names of fields that were no courses.
NO_GROUPS: Final = _words("""
minor minors major majors concentration concentrations focus specialization specialisation emphasis track thesis advisor gpa
interests topics areas area field fields degree programming libraries frameworks platforms others domain domains goals keywords
""")

# Words of which headings of other sections are made.
SECTION_HEADS: Final = _words("""
experience experiences employment education skills skill projects project research publications publication awards award
honors honours activities leadership interests languages references certifications certificates volunteer volunteering
teaching tools technologies software summary objective profile contact links information involvement organizations
organisations memberships membership affiliations affiliation patents presentations talks conferences internships
internship hobbies achievements accomplishments service qualifications competencies expertise background work career
history clubs societies sports referees fair fairs
scholarships proficiencies extracurriculars posters status activity training about computers strengths miscellaneous
lebenslauf berufserfahrung praktika kenntnisse fähigkeiten sprachen ausbildung interessen projekte praktikum veröffentlichungen
expérience expériences compétences formation langues projets loisirs intérêts diplômes
experiencia habilidades educación idiomas proyectos intereses formación logros experiência habilidades educação projetos
опыт навыки образование языки проекты 教育背景 工作经历 实习经历 项目经历 科研经历 技能 专业技能 获奖情况 荣誉奖项
校园经历 自我评价
科研成果 项目经验 实习经验 语言能力 兴趣爱好 个人技能
""")
SECTION_WORDS: Final = SECTION_HEADS | _words("""
and & / science summer programs program
professional technical relevant academic selected additional other personal campus community extracurricular
computer programming volunteer work research industry related positions key core of in on recent student positions
honors major leadership open source competitive test scores social media graduate key other areas side notable
""")

# Roman numerals, small words and abbreviations when capitals are undone.
SMALL_WORDS: Final = _words("a an and as at by for from in into of on or the to with via vs")
ACRONYMS: Final = _words("""
ai ml nlp vlsi cmos hci gis cad cam gpu cpu os sql ux ui iot dsp rf mems ode odes pde pdes api html css usa us uk
ii iii iv vi vii viii unix dna rna hr it i v c c++ r b2b fpga asic tcp ip
""")

# Words of terms and dates: a cell or line of these alone says when, and nothing else.
TERMS: Final = _words("""
fall autumn spring summer winter michaelmas hilary trinity lent semester semesters quarter term year session
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec present now today current currently expected progress ongoing registered
planned completed enrolled graduation graduated anticipated sommersemester wintersemester ws ss wise sose semestre
cours en otoño primavera verano invierno printemps automne hiver été
""")
DATE_WORDS: Final = TERMS | _words("""
in to until till from of the and since this next last now
taking first second third fourth st nd rd th i ii iii iv f s w fa sp su wi
""")

# Before a full stop that ends no sentence.
ABBREVIATIONS: Final = _words("prof dr mr mrs ms st vs comp sci eng univ intro adv e.g i.e")

# Remarks in brackets behind a name that are no part of it.
ASIDES: Final = _words("""
khan futurelearn datacamp
audit audited auditing grad graduate undergraduate honors honours current ongoing in-progress coursera edx udacity udemy mit
stanford elective core required online lab planned upcoming grade level graduate-level advanced first semester a+ mooc pass
seminar
""")

# --- words of sentences that name courses ----------------------------------------------------------------

# Small words within a name, and those that only other languages have.
LINKS: Final = _words("of and for in to with the on & using from a")
OTHER_LINKS: Final = _words(
    "der die das und für von zur de des du et la le les en y e del da do dos и by or vs an through into"
)
LABORATORY: Final = _words("lab labs laboratory")  # "Chemistry with Laboratory"
NUMERALS: Final = _words("I II III IV V 1 2 3 4 A B C")
# Words that end a name, however they are written.
STOPS: Final = _words("""
fall spring summer winter autumn january february march april may june july august september october november december
i ta ta'd taing prof professor dr university college institute coursera edx udacity which where while because who
""")
# What a language is made a course by: "Java Programming I".
OF_TOOLS: Final = _words("programming development security administration")
# What may stand between "I have taken" and the first name.
FILLERS: Final = _words("""
a an the several many both such great graduate relevant classes class courses course in on like as including coursework of my
two three four five six some advanced undergraduate level university college first one introductory following most all and
also formal related numerous various among others namely favorite favourite best work online coursera edx udacity mostly so far
already just this quarter semester term year right now currently include includes been topics areas subjects fields intro
introduction mainly especially particularly e.g i.e for example his her with about course-work cs ee math stanford two-semester
core elective electives intensive required major minor department program degree prof professor dr 's , : ( - – — ;
""")
# Capitals that begin a clause and no name.
CLAUSE_WORDS: Final = _words("i'm i've the in at my also and a on for")
