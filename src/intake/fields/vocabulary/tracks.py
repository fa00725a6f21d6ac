"""Words around an area's name that tell a wish from a course, a job or a topic (English; the names are the programme's)."""

from __future__ import annotations

import re

# "algorithms internship", "the software side": the name stands for a place in the organisation.
PLACE = re.compile(
    r"\W{0,3}\s*(?:[-–—/:]\s*)?(?:(?:research|summer|winter|spring|fall|autumn|student)\s+)?"
    r"(?:internships?|interns?|track|streams?|areas?|teams?|groups?|side|positions?|roles?|openings?|departments?|people|folks"
    r"|ones?(?=\s*(?:[,.;:!)]|$))|divisions?|program(?:me)?s?|part|co-?ops?|placements?|stage|praktikum|pr[aá]cticas|est[aá]gio|internship\s+program)\b",
    re.IGNORECASE,
)

# "the people who work on the learning algorithms": those who are meant by it.
PEOPLE_OF = re.compile(
    r"\b(?:group|team|people|folks|side|part|half|those|ones?|kind|interns?|area)\s+(?:(?:that|which|who|is|are|of(?:\s+(?:people|interns?))?)\s+)*(?:works?|working|develops?|developing|builds?|(?:invents?|inventing|tests?|testing)(?:\s+and\s+(?:test|try))?"
    r"|building|designs?|designing|does|do|doing|evaluat\w+)\s+(?:and\s+\w+ing\s+)?(?:on\s+)?(?:(?:the|your|its)\s+)?(?:(?:core|learning|new)\s+){0,2}$",
    re.IGNORECASE,
)
# "software engineering intern": a name of the programme's that says so itself.
PLACE_AT_END = re.compile(
    r"\b(?:internship|intern|track|stream|area|team|group|side|position|role|end|work|rules)$", re.IGNORECASE
)

# "Software Engineering, as I wrote.": what may follow a name that answers a question.
ANSWER = re.compile(
    r"\s*(?:[.!]|,?\s*(?:(?:summer|fall|autumn|winter|spring)\b|please|then\b|not\b|as\s+I|of\s+course|for\s+me|for\s+sure|it\s+is|definitely|obviously|without\s+(?:a\s+)?doubt|no\s+doubt|hands\s+down|i\s+guess|if\s+(?:possible|I)|thanks?)\b)",
    re.IGNORECASE,
)

# "Area: software.": nothing of the line stands behind it.
ALONE = re.compile(
    r"[ \t]*(?:[.,;!)][ \t]*)?(?:please\W*)?(?:$|\n)|[,;][ \t]*(?:and\s+)?(?:then|second(?:ly)?|followed)\b",
    re.IGNORECASE,
)

# "So, Algorithms please!": what may stand before it.
ANSWER_LEAD = re.compile(
    r"(?:(?:so|well|and|hm+|yes|(?:summer|fall|autumn|winter|spring)\s*+(?:of\s+)?['’]?\d{0,4}|ok(?:ay)?|sure|then|also|i\s+guess|i\s+think|i['’]?d\s+say|i\s+would\s+say|that\s+would\s+be|it\s+would\s+be|definitely"
    r"|probably|rather|my\s+answer(?:\s+is)?|it(?:['’]s|\s+is|\s+would\s+be)|that(?:['’]s|\s+is)|as\s+(?:to|for)\s+the\s+area|regarding\s+the\s+area|for\s+the\s+area)[\s,:–—-]*){0,3}",
    re.IGNORECASE,
)

# Where a resume says what is looked for.
OBJECTIVE = re.compile(
    r"^\W*(?:(?:career|professional|my|internship)\s+)?(?:objectives?|goals?|aim|seeking|looking\s+for|position\s+(?:sought|wanted)"
    r"|desired\s+position|applying\s+for|objectif|ziel|objetivo|求职意向)\b",
    re.IGNORECASE,
)

# "I would like to be considered for ...", "Area: ...": what stands before a wish.
WISH = re.compile(
    r"\b(?:appl(?:y|ying|ication|ied)|interest(?:ed|s)?|consider(?:ed|ing)?|prefer(?:red|ence|ably|ring)?|choos(?:e|ing)|choice|chose|streams?|wanted|desired|wish(?:ed|es|ing)?"
    r"|pick|opt|track|areas?|teams?|groups?|positions?|roles?|openings?|internships?|interns?|interning|joining|join|placement|co-?op"
    r"|would\s+(?:like|love|want|be|do|rather|prefer)|['’]d\s+(?:like|love|want|be|do|rather)|want(?:ed)?\s+to|want\s+(?:the|an?)\s+(?:kind|one|sort|part|side)|hope|hoping|happy|glad|like\s+to|excited"
    r"|(?:work|hack|help)\s+(?:with|in|on|out)|(?:working|hacking|helping)\s+(?:with|in|on|out)|contribut(?:e|ing)\s+to|see\s+myself|imagine\s+myself|fits?|describes?\s+me|excites\s+me|suits?|suited|suggest|bring\s+most\s+to|of\s+most\s+use|both|either|willing|open\s+to"
    r"|looking\s+(?:for|to)|let['’]?s\s+say|I(?:['’]?d|\s+would)\s+say|put\s+me(?:\s+down)?|(?:move|switch|change|transfer)\s+(?:me|my\s+application)|use\s+me|what\s+I['’]?m\s+after|I\s+am\s+after|after\s+is|my\s+thing|aim(?:ing)?|give\s+me|sooner|falls?\s+(?:under|into)|slot\s+in|go(?:ing)?\s+(?:for|with)|asking\s+for|drawn\s+to|draws\s+me|keen\s+(?:on|to)|belongs?|placed?\s+(?:in|with)|lean(?:ing)?\s+(?:towards?|to)|appeals?|attracts?\s+me|enjoy|(?:more\s+)?at\s+home\s+(?:in|with|among)"
    r"|candidature|stage|stagiaire|poste|souhait\w*|voudrais|aimerais|int[ée]ress\w*|[ée]quipe|domaine|postul\w*|pr[ée]f[èe]r\w*"
    r"|bewerb\w*|praktik\w*|m[öo]chte|w[üu]rde|gern\w*|interessier\w*|bereich|stelle|bevorzug\w*|am\s+liebsten"
    r"|pr[aá]cticas|pasant[ií]a|becari[oa]|gustar[ií]a|quisiera|quiero|interesa\w*|[aá]rea|puesto|equipo|solicit\w*"
    r"|est[aá]gi\w*|gostaria|quero|vaga|equipe|interesse|candidat\w*|vorrei|tirocinio|stages?"
    r"|хочу|хотел\w*|стажировк\w*|направлени\w*|интересу\w*)(?!\w)"
    r"|实习|應聘|应聘|申请|申請|希望|想|感兴趣|方向|岗位|职位",
    re.IGNORECASE,
)

LABEL = re.compile(
    r"^[\W_]{0,6}(?:(?:the|which|what)\s+)?(?:(?:preferred|desired|requested|intended)\s+)?(?:area|track|stream|team|group|position|role|field|department|subject|internship|what(?:\s+I(?:['’]?m|\s+am)?\s+(?:want|after|would\s+like|looking\s+for))?|answer|(?:my\s+)?(?:first|second|top|1st|2nd)\s+(?:choice|preference)"
    r"|area\s+of\s+(?:interest|internship)|applying\s+(?:for|to)|(?:wunsch)?bereich|domaine|[aá]rea|方向|职位)"
    r"(?:\s+of\s+(?:interest|internship)|\s+(?:preferred|desired|wanted|preference|applied\s+for))?\s*(?:[:=–—]|-\s|\bis\b)",
    re.IGNORECASE,
)

AREA_ANSWERED = re.compile(
    r"^[ \t\W]{0,6}(?:(?:the|my|preferred|desired)\s+)?(?:area|track|stream)(?:\s+of\s+(?:interest|internship))?"
    r"\s*(?::|=|–|—|-{1,2}>?|→)\s*+\w[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)

# "not ...", "rather than ...": the name is declined.
DECLINED = re.compile(
    r"(?:\bno\s+wish\b[^.;,!?]{0,40}|\b(?:don['’]?t|do\s+not|didn['’]?t|did\s+not|wouldn['’]?t|would\s+not|no\s+longer|never)\s+(?:really\s+|actually\s+)?(?:want|like|wish|care|see"
    r"|enjoy|apply|do)\b(?!\s+to\s+(?:hide|miss|deny|lie|pretend))[^.;,!?]{0,40}|\b(?:no|little)\s+(?:interest|desire)\s+in|\banything\s+but|\b(?:rather|prefer)\s+not(?:\s+\w+){0,2}"
    r"|\bnot\s+(?:interested\s+in|apply(?:ing)?\s+(?:for|to)|for|in|the|so\s+much)|\bnot|\brather\s+than|\binstead\s+of|\bneither|\bnor|\b(?:pick|prefer|choose|take)\b[^.;]{0,50}\bover"
    r"|\bas\s+opposed\s+to|\bother\s+than|\bless\s+(?:in|interested\s+in)|\b(?:less|not\s+so|not\s+as|hardly|barely)\s+(?:drawn|keen|attracted|excited"
    r"|enthusiastic|suited|passionate|cut\s+out)\b[^.;,!?]{0,40}|\bno\s+longer|\bnever|\bthan|\bno\s+(?:formal\s+)?(?:course|courses|training|experience)\s+in)"
    r"\s+(?:(?:the|an?|your|in|on|for|as|into|with|to|at|of|a)\s+){0,3}$",
    re.IGNORECASE,
)
# "X isn't my thing", behind the name.
DECLINED_AFTER = re.compile(
    r"\s+(?:is|are|was|would\s+be|does|do)(?:n['’]t|\s+not)\s+(?:really\s+|so\s+|quite\s+|exactly\s+|particularly\s+)*(?:my|for\s+me|what\s+I|where\s+I|the\s+right"
    r"|interest|appeal|attract|excit)\w*|\s+(?:sounds?|looks?|seems?)\s[^.;:]{0,60}?\b(?:and|but|yet|though)\b[^.;:]{0,40}?\b(?:bored|lost"
    r"|out\s+of\s+my\s+depth|over\s+my\s+head|not\s+(?:for\s+)?me)\b|[\w\s]{0,20}\s+(?:is|are)\s+(?:\w+\s+){0,2}(?:over|above|beyond)\s+(?:my\s+head|me)\b|\s+(?:bores?|leaves)\s+me\b|[^.;:?]{0,80}?\bI(?:['’]d|['’]m|\s+(?:would|am|was|will))\s+(?:be\s+)?(?:really\s+|probably\s+|rather\s+)?(?:bad|no\s+good|terrible|hopeless|useless|weak|lost)\s+(?:at|in|with)\s+(?:it|that|them|those)\b|\s+(?:(?:is|are)\s+)?less\s+(?:my|so|interesting|appealing)\b",
    re.IGNORECASE,
)
# "I first wanted X, but ...", "switch from X to ...": what was wished once, given up for another in the same sentence.
GIVEN_UP = re.compile(
    r"\b(?:initially|originally|at\s+first|first\s+(?:wanted|thought|planned|meant)|had\s+(?:planned|meant|thought)|was\s+going\s+to|used\s+to\s+want)\b[^.;]{0,160}$"
    r"|\b(?:switch|change|move|moved|changed|switched)\b[^.;]{0,30}\bfrom\s+(?:the\s+)?$"
    r"|\b(?:get|getting|move|moving)\s+(?:out\s+of|away\s+from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "my advisor says I should apply for X, but ...": somebody else's wish.
ADVISED = re.compile(
    r"\b(?:advis[eo]r|professor|teacher|friends?|parents?|father|mother|everyone|everybody|people|roommate|colleagues?)\b[^.;]{0,30}"
    r"\b(?:says?|said|thinks?|thought|suggest\w*|told|tells?|recommend\w*|advised|wants?)\b[^.;]{0,160}$",
    re.IGNORECASE,
)
# "in November I applied to be an X intern": what was wished earlier, where another area is wished now.
WISHED_EARLIER = re.compile(
    r"\bI(?:['’]d|['’]ve|\s+had|\s+have)?\s+(?:originally\s+|first\s+)?(?:applied|asked|signed\s+up)(?:\s+to\s+you)?\s+(?:to\s+(?:be|join)|for|as)\b[^.;]{0,40}$"
    r"|\b(?:when\s+I\s+(?:e-?mailed|wrote|applied)|in\s+my\s+(?:first|last|earlier)\s+(?:e-?mail|mail|application)|last\s+time)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
# "I know that you mostly look for X people": whom the organisation wants.
YOU_SEEK = re.compile(
    r"\byou(?:['’]re|\s+are)?\s+(?:\w+\s+){0,2}(?:look(?:ing)?\s+for|want|need|hire|hiring|seek|take|prefer)\s+(?:(?!interns?\b)\w+\s+){0,2}$",
    re.IGNORECASE,
)
# "your page mentions just X and Y internships": what is offered
PAGE_SAYS = re.compile(
    r"\b(?:your\s+(?:web\s?)?(?:page|site|website|posting)|you)\s+(?:\w+\s+){0,2}(?:mentions?|lists?|names?|offers?|says|speaks?\s+of|describes?)\b"
    r"(?:(?!\bI\b)[^.;:]){0,60}$",
    re.IGNORECASE,
)
# "where your research team talks about ...": what they do, and no wish
DOES_AFTER = re.compile(
    r"\s+(?:talks?|does|works|wrote|writes|published|publishes|has|have|explains?|describes?|is\s+(?:doing|taking)|are\s+(?:doing|taking))\b",
    re.IGNORECASE,
)
# What says that something pleases, and not yet that it is asked for
PLEASES = re.compile(
    r"\b(?:interest(?:ed|s|ing)?|excited|excites\s+me|drawn\s+to|draws\s+me|appeals?|attracts?\s+me|enjoy)\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\b(?:appl(?:y|ying|ied)|areas?|tracks?|teams?|groups?|positions?|roles?|internships?|sides?|parts?|prefer\w*|choice|choose"
    r"|pick|fits?|suits?|belong|see\s+myself|work\s+(?:on|in|with)|help|contribut\w+|consider(?:ed)?|join(?:ing)?|intern(?:ing)?"
    r"|would\s+(?:like|love)|['’]d\s+(?:like|love)|want|hope)\b",
    re.IGNORECASE,
)
# "X, not Y": the first of two names
NOT_THE_OTHER = re.compile(
    r"\W{0,3}\s*+(?:and\s+|but\s+)?(?:definitely\s+|rather\s+than|instead\s+of|not)\s+(?:(?:for|in|on|the)\s+)*",
    re.IGNORECASE,
)
# "my friend applies for X, I for Y"
OF_OTHERS = re.compile(
    r"\b(?:my|a)\s+(?:friend|brother|sister|classmate|roommate|girlfriend|boyfriend|colleague)\b[^.;]{0,30}\bappl(?:ies|ied|ying)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
# "please consider me for the latter": the other of the two is not asked for.
LATTER_ONLY = re.compile(
    r"\b(?:consider(?:ed)?(?:\s+me)?|apply(?:ing)?|application\s+is|put\s+me\s+down|interested)\s+(?:only\s+)?(?:for|to|in)\s+the\s+latter\b",
    re.IGNORECASE,
)
# "Please consider me for the other.": of two areas the one that was not named
THE_OTHER = re.compile(
    r"\bthe\s+other(?=\s+(?:one|area|track|team|group|internship|position|side|of\s+the\s+two)\b|\s*(?:[.,;!)]|$))",
    re.IGNORECASE,
)
# "not the web and cloud internship but the other one"
BUT_THE_OTHER = re.compile(
    r"\bnot\s[^.;]{0,100}?\bbut\s+(?:rather\s+)?(?:for\s+)?the\s+other\b", re.IGNORECASE
)
# "Which group: ..."
AREA_LABEL = re.compile(
    r"[\W_]{0,6}(?:(?:the|which|what|preferred|desired|my)\s+)?(?:area|track|stream|team|group|position|role)"
    r"(?:\s+of\s+(?:interest|internship)|\s+(?:preferred|desired|wanted|preference))?\s*(?:[:=–—]|-\s)",
    re.IGNORECASE,
)
DENIED = re.compile(r"(?:\bnot|n['’]t|\bnever|\bneither)\b[^.;]{0,40}$", re.IGNORECASE)
# "4) Software.": a numbered answer of a word
NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s*$")
# "your second area": by its place on the page
NTH_AREA = re.compile(
    r"\b(?:your|the)\s+(?P<nth>first|second)\s+(?:of\s+(?:your|the)\s+(?:two\s+)?)?(?:areas?|tracks?|listings?|area\s+of\s+internship)\b"
    r"|\byour\s+(?P<its>first|second)\s+(?:internship|position|group|team|opening)\b"
    r"|\bthe\s+(?P<of>first|second)\s+(?:one\s+)?of\s+your\s+two\b"
    r"|\bthe\s+(?P<on>first|second)\s+(?:(?:one\s+)?(?:of\s+the\s+two\s+)?)?(?:\w+\s+){0,2}(?:on|that\s+you|which\s+you|you)\s+(?:(?:your|the)\s+(?:web\s*)?(?:page|site|list)\b|(?:list|name|mention|describe|offer|post)(?:ed)?\b)",
    re.IGNORECASE,
)
# "You offer X and Y. I would like to apply for the latter.": which of the two areas of the sentence above.
POINTED = re.compile(
    r"\bthe\s+(?:(?P<first>former|first(?=\s+(?:one|of\s+(?:the\s+two|these|those|them)|area|track|team|group|option)\b))"
    r"|latter|(?:second|last)(?=\s+(?:one|of\s+(?:the\s+two|these|those|them)|area|track|team|group|option)\b))\b",
    re.IGNORECASE,
)
# "my resume (software engineering, summer 2017)"
# "I am a software engineer with three years ...": what somebody is, and not what they want.
OCCUPATION_BEFORE = re.compile(
    r"\bI(?:['’]m|\s+(?:am|was))\s+(?:now\s+|currently\s+)?an?\s+(?:\w+\s+)?$", re.IGNORECASE
)
OCCUPATION = re.compile(r"\b(?:engineers?|developers?)$", re.IGNORECASE)
# "to see it from the engineering side": a point of view, and no place in the organisation.
VIEWED_FROM = re.compile(r"\bfrom\s+(?:the|an?|your)\s+(?:more\s+)?$", re.IGNORECASE)
VIEW = re.compile(r"\b(?:side|perspective|angle|point\s+of\s+view|viewpoint|end)\b", re.IGNORECASE)
# "Could I do an internship in X?": asked, and wished for.
ASKED_FOR = re.compile(
    r"\b(?:(?:could|can|would|will|do)\s+you\s+(?:\w+\s+)?(?:take|have|use|want|need|hire|consider)\s+(?:me\s+as\s+)?an?(?=\s)|(?:could|can|would|will)\s+you\s+(?:please\s+)?(?:move|switch|change|put|transfer)\s+(?:me|my\s+application)(?=\s)|(?:could|can|may|might)\s+I\s+(?:still\s+|also\s+|come\s+(?:and\s+)?)?(?:do|join|hack|help|intern|contribute|apply|have|be|come|get|work|(?:switch|change|move)(?:\s+from\s+\w+(?:\s+\w+)?)?\s+to(?=\s))|would\s+you\s+(?:consider|take|have)\s+me"
    r"|is\s+there\s+(?:still\s+|any\s+)?(?:room|space|a\s+(?:place|spot|desk))\s+for\s+(?:me|one\s+more|somebody|someone|an?\s+intern))\b",
    re.IGNORECASE,
)
BRACKETED = re.compile(
    r"\b(?:resume|résumé|application|applied|internship|cv)\b[^.;()]{0,60}\(\s*$", re.IGNORECASE
)
# "so engineering please", "engineering would be my first choice": behind one word of a name that alone stands for it
WISHED_SHORT = re.compile(
    r",?\s+please\b|\s*(?:\(|,|is|as|being|would\s+be|a)?\s*(?:my\s+)?(?:first|1st|top|clear)\s*(?:choice|preference|pick|[.,;)]|$)|\s+(?:a\s+(?:bit|little)|slightly)\s+more\b",
    re.IGNORECASE,
)
# "an internship on machine learning algorithms", "Area: ML algorithms": those of the organisation, and no topic
OF_A_PLACE = re.compile(
    r"(?:\b(?:internships?|areas?|positions?|track|roles?|team|group|ones?)\s+(?:(?:that|which)\s+(?:is\s+|works?\s+)?)?(?:in|on|with|about|for|of)|[:=–—-])\s+(?:the\s+|your\s+)?"
    r"(?:machine[\s-]+learning|ML|HTM|learning)\s+$",
    re.IGNORECASE,
)
FIRST_OF_ALL = re.compile(r"\bfirst\s+of\s+all\s*,?\s+$", re.IGNORECASE)
# "algorithms is where I can contribute"
CHOSEN_AFTER = re.compile(
    r"\s+by\s+a\s+(?:nose|hair|bit|whisker|little|(?:small|slight|narrow)\s+margin)\b|"
    r"\s+(?:is|would\s+be)\s+(?:my\s+(?:thing|field|choice|area|passion|cup\s+of\s+tea)|for\s+me)\b"
    r"|\W{1,2}\s*in\s+your\s+(?:terms|words|language)\b|\s+(?:is|are)\s+(?:why|what)\s+I(?:['’]m|\s+am)\s+(?:writing|applying|here|after)\b|\s+it\s+is\b|,?\s+please\s*(?:[.!)]|$)|,\s+please,"
    r"|(?:,\s+which)?\s+(?:is|are|would\s+be)\s+(?:where|what|the\s+(?:one|area|track|team|place)(?:\s+(?:that|where|which|in\s+which))?)\s+I\b"
    r"|(?:\s+(?:area|track|side|team|group|internship|position|role))?\s+(?:is|would\s+be|seems|looks\s+like)\s+(?:the\s+|a\s+)?(?:more\s+)?(?:natural|obvious|right|better|best)"
    r"\s+(?:one|choice|fit|place|match)\b",
    re.IGNORECASE,
)
IN_ORDER = re.compile(
    r"\b(?:first(?:\s+of\s+all|ly)?|1(?:st|[.)]))\b.{1,80}?\b(?:then|second(?:ly)?|2(?:nd|[.)]))\b",
    re.IGNORECASE | re.DOTALL,
)
LESS_THAN = re.compile(
    r"\bless\b[^.;]{0,80}\bthan\s+(?:(?:the|your|in|on|for|with|to|at|by|about)\s+){0,3}$", re.IGNORECASE
)
NEITHER = re.compile(
    r"\bneither\b|\bnone\s+of\b|\b(?:no|little)\s+(?:use|good|help)\s+(?:for|at|in|to|with)\s+(?:either|any)\b"
    r"|\bnot\s+(?:really\s+)?(?:either|one\s+of)\b",
    re.IGNORECASE,
)

# Courses, degrees, jobs and topics: the name is not a wish. Before it ...
NOT_WISH_BEFORE = re.compile(
    r"(?:\b(?:(?<!of\s)courses?|coursework|class|classes|lectures?|modules?|seminars?|exams?|textbook|book|degree|major(?:ing|ed)?|minor(?:ing|ed)?"
    r"|b\.?s\.?c?|m\.?s\.?c?|ph\.?d|bachelor['’]?s?|master['’]?s?|diploma|stud(?:y|ied|ying|ies)|took|taken|taking|learn(?:ed|t|ing)?"
    r"|taught|teach(?:es|ing)?|ta\s+for|graduat\w+|background|experience|skills?|knowledge|years?|worked|career|professor|lecturer"
    r"|introduction\s+to|intro\s+to|analysis\s+of|design\s+of|principles\s+of|foundations?\s+of|advanced|graduate|distributed|parallel"
    r"|data\s+structures?"
    r"|[ée]tudiante?s?|[ée]tudes?|dipl[ôo]m\w*|studier\w*|studium|student(?:in)?|estudi\w*|carrera|licenciatura|grado|alumn[oa]|alun[oa]|curs[oa]\w*"
    r"|laurea|laureand[oa]|студент\w*)\b[^.;:!?]{0,40}"
    r"|\b(?:courses|course\s?work|classes|modules|skills|subjects)\s?:[^.;!?]{0,80}"
    r"|\b(?:talk\w*|read\w*|know\w*|learn\w*|hear\w*|think\w*|wr[io]t\w+|papers?)\s+about\s+)$",
    re.IGNORECASE,
)
I_WISH = re.compile(
    r"\bI(?:['’]d|\s+would)\s+(?:\w+\s+)?(?:like|love|prefer|want)\b|\bI\s+(?:want|hope|wish|prefer)\s+to\b"
    r"|\b(?:and|but|so)\s+(?:now\s+|would\s+)?(?:want|hope|wish|like|love)\s+to\b",
    re.IGNORECASE,
)
# "I'd like to work on ...", "I want to help build ...": what somebody wishes to do.
WISH_TO_DO = re.compile(
    r"\b(?:the\s+)?(?:one|kind|sort|area|side|part|internship|place)\s+(?:where|in\s+which)\s+(?:one|you|people|I)\b|"
    r"\b(?:join|work|be|help|intern)\s+(?:(?:in|with|on)\s+)?(?:the|your)\s+(?:team|group|people|side|part|half)\s+(?:that|which|who|where)\b|"
    r"\b(?:would\s+(?:like|love|be\s+(?:happy|glad|excited))|['’]d\s+(?:like|love)|want|hope|hoping|wish|eager|like)\s+(?:most\s+)?(?:to|is)\s+(?:do\s+with\s+you\s+is\s+)?"
    r"(?:(?:mostly|mainly|also)\s+)?(?:work(?:ing)?\s+(?:on|with)|help(?:ing)?(?:\s+(?:you|out))?(?:\s+(?:with|on|to))?|spend\s+(?:my|the|an?)\s+(?:internship|summer|time)\s+(?:on|building|working|developing|running)|build|develop|improve|intern\s+(?:in|on)|contribute\s+to|run\s+experiments|write)\b",
    re.IGNORECASE,
)
# ... and behind it.
NOT_WISH_AFTER = re.compile(
    r"^\s*(?:(?:,\s*)?(?:major|minor|degree|student|graduate|course|courses|class|homework|exam|textbook|lecture|company|firm|consult\w+|job|jobs"
    r"|nerds?|geeks?|enthusiasts?|professors?|prof|teachers?|advis[eo]r|instructor|book|lab|experience|background|skills?|principles|practices|project|projects|practicum|and\s+(?:data\s+structures|compilers|databases))\b"
    r"|(?<=\s)(?:at|with)\s+[A-Z]|\s*last\s+(?:year|summer|time|fall|spring)\b|\s*internships?\s+(?:at|with)\s+(?:other|another|several|two|three|many|some)\b|,?\s+I\s+have\s+(?:only|no|little|just)\b)",
)
PAST = re.compile(
    r"\b(?:worked|have\s+done|['’]ve\s+done|did|was|were|served|employed|been|intern(?:ed)?\s+(?:at|with)\s+(?!(?:you|us)\b)|internship\s+(?:at|with|last)|last\s+(?:summer|year|fall|winter|spring)"
    r"|(?:summers?|years?|months?|internships|jobs?|(?:my|first|recent|earlier)\s+internship)\s+as|previous(?:ly)?|former(?:ly)?|current(?:ly)?\s+(?:a|an|work\w*))\b",
    re.IGNORECASE,
)

FIRST_CHOICE = re.compile(
    r"\b(?:prefer(?:red|ence|ably|ring)?|first\s+choice|1st\s+choice|ideally|rather|(?:most|more)\s+(?:of\s+all|interested|excited|drawn)|favou?rite|primarily"
    r"|mainly|above\s+all|even\s+better|really\s+(?:I\s+)?(?:want|like)|especially|particularly|first|lean(?:ing)?\s+(?:towards?|to)|top\s+choice|better\s+fit)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
FIRST_CHOICE_AFTER = re.compile(
    r"\s*[(,–-]?\s*(?:preferred|preferably|first\s+choice|1st\s+choice)\b", re.IGNORECASE
)
# "While X would be comfortable, Y is what I want": the first of the two is not it.
CONCESSIVE = re.compile(
    r"\W*(?:while|although|though|even\s+though|as\s+much\s+as)\b[^,;]{0,120},", re.IGNORECASE
)
LAST_CHOICE = re.compile(
    r"\b(?:second\s+choice|2nd\s+choice|(?:be|am|['’]m)\s+(?:ok|okay|fine|all\s+right)\s+with|second|secondly|also|alternatively|otherwise|if\s+not|or\s+else|failing\s+that|as\s+a\s+backup|fall\s?back"
    r"|followed\s+by|equally\s+willing|willing\s+to|would\s+also|could\s+also|next\s+to)\b(?:(?!\b(?:yet|but|though|however)\b)[^.;]){0,50}$",
    re.IGNORECASE,
)
LAST_CHOICE_AFTER = re.compile(
    r"^[^.;]{0,30}\b(?:second|as\s+(?:a\s+)?(?:second|backup|fall\s?back)|would\s+(?:also\s+)?be\s+(?:fine|ok|okay|good)\s+too|is\s+fine\s+too|too|as\s+well(?!\s+as\b))\b"
    r"|^\s+(?:is|would\s+be)\s+(?:my|the|a)\s+(?:back-?up|fall-?back|second\s+choice|plan\s+b)\b"
    r"|^\s+(?:would|will|might)\s+be\s+(?:fine|ok|okay|all\s+right)\b[^.;]{0,10}\bbut\b",
    re.IGNORECASE,
)

# Words that may stand right before a one-word name that is meant as a name; any other makes it a topic
# ("sorting algorithms", "your cortical algorithms").
BEFORE_NAME = frozenset(
    (
        " say so guess choose choosing by yet otherwise else alternatively"
        " take toward towards about within under around into just only definitely mostly mainly primarily more"
        " probably maybe perhaps"
        " namely called between versus vs from"
        " a an and are as at be both choose either for i in into is like of on or prefer pick than that the"
        " then to want with would my join joining study do regarding re please about area track team"
        " group position role intern internship interns application apply applying summer fall winter spring"
        " autumn choice preferably preferred und oder im et ou en"
        " de del des du d la le les el los las en em di da do dos das von vom der die den dem für pour por para zu zur"
    ).split()
)

EITHER = re.compile(
    r"\b(?:either|both|whichever|wherever|any\s+of\s+(?:the|these)|no\s+preference"
    r"|(?:is|are|it'?s)\s+(?:all\s+)?the\s+same|you\s+(?:decide|choose|can\s+choose)|don['’]?t\s+mind|equally|egal|beide[ns]?|les\s+deux"
    r"|ambas|ambos|cualquiera)\b",
    re.IGNORECASE,
)

# "When I read the descriptions of the two areas, I see myself in the second one"
TWO_AREAS = re.compile(
    r"\b(?:both|(?:the|your)\s+two)\s+(?:of\s+(?:your|the)\s+)?(?:internship\s+)?(?:areas?|descriptions|positions|tracks|internships|groups|teams|listings)\b",
    re.IGNORECASE,
)
# "may I switch from X to Y?": the one that is asked for
SWITCHED_TO = re.compile(r"\b(?:switch|change|move)\b[^.;]{0,60}\bto\s+(?:the\s+)?$", re.IGNORECASE)
# "The second one, please.": the word behind
POINTED_WORD = re.compile(
    r"\s+(?:one|of\s+(?:the\s+two|these|those|them)|area|track|team|group|option)\b", re.IGNORECASE
)
# "both of your areas", named nowhere: all of them.
BOTH_AREAS = re.compile(
    r"(?<!\bof\s)\b(?:both|(?:the|these|those|your)\s+two)\s+(?:of\s+)?(?:(?:the|your|these|those)\s+)?(?:two\s+)?(?:internship\s+)?"
    r"(?:areas?|tracks?|streams?|teams?|groups?|fields?|departments?|internships?|positions?|roles?|sides)\b"
    r"|\bbeide[nr]?\s+(?:bereiche|teams|gebiete)\b|\bles\s+deux\s+(?:domaines|équipes)\b|\b(?:ambas|las\s+dos)\s+(?:áreas|areas)\b",
    re.IGNORECASE,
)
# "either area would be fine": each of them is wanted.
EITHER_AREA = re.compile(
    r"\b(?:do|take|like)\s+either(?:\s+one)?\s*[.,;!]|\b(?:put\s+down|pick|choose)\s+either(?:\s+one)?\b|\beither(?:\s+one)?\s+(?:is|would\s+be|works|suits|sounds)\b"
    r"|\b(?:put\s+me\s+down|count\s+me\s+in|consider\s+me|apply(?:ing)?|considered|open|happy|glad)\s+(?:down\s+)?(?:for|in|to|with)\s+either(?:\s+one)?\b"
    r"|\beither\s+(?:(?:one\s+)?of\s+(?:the|your|these)\s+)?(?:(?:two|internship)\s+)?"
    r"(?:areas?|tracks?|streams?|teams?|groups?|departments?|internships?|positions?|roles?|sides?)\b"
    r"|\bno\s+(?:strong\s+|real\s+|particular\s+|special\s+)?preferences?\b(?=[^.;]{0,30}(?:\b(?:areas?|tracks?|teams?|groups?|positions?|roles?|two|which)\b))",
    re.IGNORECASE,
)
# "you may decide which team": which one is left to the reader.
OPEN_AREA = re.compile(
    r"\b(?:put|place)\s+me\s+wherever\b|\b(?:put\s+me\s+down|count\s+me\s+in|consider\s+me|apply(?:ing)?|considered)\s+(?:down\s+)?(?:for|in)\s+any(?:\s+one)?\b"
    r"|\bno\s+(?:strong\s+|real\s+|particular\s+|special\s+)?preferences?\b|\b(?:please\s+)?decide\s+for\s+me\b"
    r"|\bwhichever\s+(?:(?:one|of\s+(?:them|the\s+two))\s+)?(?:needs|suits|has|is|you)\b"
    r"|\b(?:any|whichever|whatever|no\s+particular|not\s+(?:yet\s+)?(?:sure|certain|decided)[^.;]{0,30})\s+(?:(?:one|of\s+(?:the|your|these))\s+)?"
    r"(?:(?:two|internship)\s+)?(?:areas?|tracks?|streams?|teams?|groups?|departments?|internships?|positions?|roles?|sides?)\b"
    r"|\b(?:happy|fine|comfortable|ok|okay)\s+(?:in|with)\s+(?:both|either)\b"
    r"|\bof\s+(?:the|your|these)\s+two\s+(?:areas|tracks|teams|groups|positions|roles|internships)\b"
    r"|\b(?:area|track|team|group)\b[^.;]{0,60}\b(?:you\s+(?:may|can|could|should)?\s*(?:decide|choose|pick|place|put)|up\s+to\s+you|where(?:ver)?\s+i)\b",
    re.IGNORECASE,
)
# "to algorithms or to software engineering": the second name is meant as the first.
JOINED = re.compile(
    r"(?<!\s)\s*+(?:,\s*+)?(?:or|nor|and)\s+(?:(?:to|in|for|on|the|pure|plain|your)\s+){0,3}", re.IGNORECASE
)
TURNS = re.compile(r"\b(?:but|however|yet|though|although|only|rather)\b", re.IGNORECASE)
WHICH_AREA = re.compile(
    r"\b(?:which|what)\s+(?:internship\s+)?(?:areas?|tracks?|teams?|groups?)\b", re.IGNORECASE
)
LATTER = re.compile(r"\b(?:latter|second\s+(?:one|of\s+(?:the\s+)?(?:two|them|these)))\b", re.IGNORECASE)
ORDERED = re.compile(
    r"\s*(?:>{1,3}|→|->|≻|,?\s+followed\s+by\b)\s*"
)  # "Algorithms > Software Engineering": behind the first
ORDERED_BEFORE = re.compile(r"\w\s*+(?:>|→|≻|(?:,\s++)?followed\s+by)\s*$")  # ... and before the second

# A wish for a place whose name is not one of the programme's.
OTHER_PLACE = re.compile(
    r"\b(?:as|be|become|for)\s+an?\s+(?P<field>(?:marketing|finance|financial|accounting|hardware|mechanical|electrical|design|ux|ui|graphic|hr|human"
    r"\s+resources|sales|business|legal|communications?|social\s+media|product|project\s+management|qa|quality|test\w*|it|support|data\s+entry)"
    r"(?:\s+\w+){0,3}?)\s+(?:intern(?:ship)?|position|role|trainee)\b"
    r"|\b(?:interested\s+in|apply(?:ing)?\s+(?:for|to)|looking\s+for|like\s+to|hoping\s+(?:for|to)|hope\s+to|want\s+to|love\s+to)"
    r"\b[^.;:!?\n]{0,80}?\b(?:internships?|interns?|positions?|roles?|work|help)\s+(?:in|on|with)\s+(?:the\s+)?(?!(?:you|your|yours|us|them|it|this|that|my|summer|winter|spring|fall|autumn|january|february|march|april|may|june|july|august|september|october|november|december)\b)(?P<place>[^.;:!?\n]{3,60})",
    re.IGNORECASE,
)
