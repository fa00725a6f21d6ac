"""Words that tell what a time is about: a wish, or something that competes with it. One list a reason, all languages together.

Entries are regular expressions of whole words, parted by semicolons; a line that ends in | goes on in the
next. Alternations only (linear time); case is folded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


def _entries(text: str) -> tuple[str, ...]:
    joined = re.sub(r"\|\n\s*", "|", text.strip())
    return tuple(entry for entry in re.split(r"\s*[;\n]\s*", joined) if entry)


class About(StrEnum):
    """What the words around a time say that it is."""

    WISH = "wish"
    TALK = "interview or call"
    DEADLINE = "deadline"
    COURSE = "course"
    STUDY = "study or graduation"
    EXAMS = "exams or the end of term"
    PAST = "past"
    ELSEWHERE = "work elsewhere"
    AWAY = "absence"
    DECLINED = "declined"
    OPENINGS = "what the page offers"
    EXAMPLE = "example"


# What a person says of the time they want.
WISH = _entries(r"""
    avail\w* ; free ; be around ; no (?:obligations|commitments) ; (?:better|best|ideal) (?:is|are|would be) ;
    i'?m after ; i am after ; i'?m off ; i am off ; (?:gives?|leaves?) me ;
    (?:i'?ve got|i have got|i have|i'?ve) (?:from|until|between|all of|the whole of) ; i'?m (?:looking|hoping) for ;
    (?:can|could|able to|want to|wish to|hope to|hoping to|plan to|planning to|ready to|like to|love to|happy to|
      willing to|intend to|prefer to|glad to|eager to|need to|aim to|am to|looking to)(?: be)? (?:able to )?(?:\w+ly )?(?:start|
      begin|come|join|work|intern|stay|commence|do|arrive|move|relocate|spend|take|make|commit|dedicate|contribute|give|offer|
      be there|be with|help|participate|apply|learn|undertake|complete|pursue|remain|finish) ;
    (?:will|would|may|might|going to) (?:\w+ly )?(?:start|begin|come|join|commence|arrive|stay|relocate|be able) ;
    (?:settled|agreed) on ; (?:i|we) asked for ; no (?:classes|courses|lectures|school|exams) ;
    (?:semester|term|quarter|summer|spring|fall|winter) without (?:classes|courses|school) ;
    have time ; have me ; yours ; at your (?:disposal|door) ; (?:can|could) be (?:at|in|with|there|on) ; put me down ;
    count me in ; sign me up ; places? (?:for|left|open|in) ; i'?d take ;
    would be (?:good|great|fine|perfect|lovely) ;
    (?:is|are|would be) (?:better|best|ideal|ok|okay) ; (?:will|would|has|have) (?:have )?to be ; room ; spots? ; slots? ;
    still (?:open|free) ;
    (?:i'?d|would) (?:\w+ )?(?:like|love|prefer|want) ; i'?ll be able ;
    appl(?:y|ying|ies|ied for|ication|ications|icant) ; application form ; consider\w* ; interested ; interest ;
    looking for ; looking at ; looking forward to (?:joining|working|interning|spending) ; searching for ;
    search of ; seek\w* ; internships? ; interns? ; interning ; intern(?:ship)? (?:period|dates?) ;
    positions? ; opportunit\w+ ; placement ; co-?op ; role ; join(?:ing)? ; arriv(?:e|ing) ; start(?:ing)?(?! again)(?: date)? ;
    begin(?:ning)? ; commenc\w+ ; period\w* ; (?<!graduation\s)(?<!completion\s)(?<!birth\s)dates? ; time ?frames? ;
    duration ; length ; when ; term ; season ;
    window ; work(?:ing)? (?:with|for|at) (?:you|your) ; with you ; at your ; your team ; prefer\w* ;
    ideal\w* ; suits? ; works? (?:for me|best|well|great|fine|too) ; work best ; fine ; possible ; convenient ;
    choice ; option ; commit\w* ; full[- ]?time ; target\w* ; propos\w+ ; spend(?:ing)? ; stay(?:ing)? ;
    earliest ; latest ; tak(?:e|ing) .{0,24}off ;
    (?:lets|allows|permits) (?:me|us)(?: to)? (?:be away|be absent|leave|go|take) ;
    (?:lets|allows|permits) (?:me|us)(?: to)? (?:work|stay|intern|be here|be there|
      be in the (?:us|usa|states|country)) (?:from|between|until|starting|as of) ;
    come(?: to| over| out| work)? ; relocat\w+ ; please ; request\w* ;
    desired ; intended ; resume ; résumé ; cv ; cover letter ; attach\w* ; candidate ; candidacy ; chance ;
    leav(?:es|ing)(?: me)?(?: exactly| just| only| all of)?(?= (?:the |my )?(?:whole |entire |full )?(?:summer|fall|
      autumn|winter|spring)) ;
    that(?:'s| is) when i (?:would|could|can|want) ; give or take ; (?:what|which|that) i(?:'m| am) asking for ;
    it (?:would|will) (?:then |now )?be ; it'?(?:d|ll) (?:now )?be ; that would (?:now )?be ;
    flexible ; instead ; i meant? ; (?:natural|right|good|best|ideal|perfect) time ; let'?s say ; make (?:it|that) ;
    meant ; correct\w* ; changed? to ; only thing ; i am open ; open to ; aiming ;
    hoping ; hope ; thinking of ; thinking about ; plan(?:ning)? ; time off ; leave of absence ; block ;
    off either way ;
    (?:right|new|correct|actual|real) (?:start )?date ;
    verfügbar\w* ; praktikum\w* ; praktika ; praktikumszeit\w* ; bewerb\w* ; könnte ; kann ;
    möchte\w* ; würde ; gern\w* ; zeitraum ; beginn\w* ; anfangen ; starten ; interesse ; suche ; kommen ;
    stelle ; vollzeit ; pflichtpraktikum ; wäre ; disponib\w* ; stages? ; candidat\w* ; pourrais ; peux ;
    souhait\w* ; aimerais ; voudrais ; cherche ; recherche (?:d'|un) ; période ; commencer ; effectuer ;
    débuter ; intéress\w* ; durée ; rejoindre ; venir ; postul\w* ; disponible\w* ; disponibilidad\w* ;
    prácticas ; practicas ; pasantía\w* ; podría ; puedo ; quisiera ; quiero ; me gustaría ; busco ;
    solicit\w* ; período ; periodo ; empezar ; comenzar ; interesad\w* ; postul\w* ; disponív\w* ;
    disponibilidade ; estágio\w* ; poderia ; posso ; gostaria ; procuro ; começar ; candidatur\w* ; vaga ;
    tirocinio ; stage ; potrei ; vorrei ; iniziare ; disponibil\w* ; candid\w+ ; доступ\w* ; стажиров\w* ;
    практик\w* ; мог\w* ; хотел\w* ; хочу ; прошу ; готов\w* ; начать ; период\w* ; staż\w* ; praktyk\w* ;
    mogę ; mógłbym ; mogłabym ; chciał\w* ; beschikbaar ; zou ; graag ; solliciteer\w*
""")

WISH_CHINESE = ("实习", "可以", "希望", "申请", "想", "时间", "能够", "期间", "应聘", "到岗")

REASONS: Mapping[About, tuple[str, ...]] = {
    About.TALK: _entries(r"""
        interviews? ; interviewing ; phone ; calls? ; skype ; zoom ; chat ; to talk ; talk to ; talk with ;
        meet(?:ing)? ; meet up ; visit(?:ing)? ; reach(?:able| me)? ; be reached ;
        hear(?:ing)? (?:back )?from ; respond ; response ; reply ; get back to ; contact(?:ed)? ; career fair ;
        job fair ; info session ; conference ; hackathon ; workshop ; meetup ; follow up ; coffee ;
        vorstellungsgespräch ; telefon\w* ; entretien ; entrevista ; собеседовани\w* ; 面试
    """),
    About.DEADLINE: _entries(r"""
        deadline\w* ; due(?! respect) ; apply by ; decide ; decision ; accept(?:ing|s|ed)? (?:new )?applications? ;
        start(?:s|ing)? accepting ; start(?:s|ing)? to accept ;
        applications? (?:open|opens|close|closes|start|opened) ; offer expires ; expires? ; let me know by ;
        answer by ; know by ; registered by ; hear (?:back )?from you (?:before|by) ;
        bewerbungsfrist ; date limite ; plazo ; prazo ; 截止
    """),
    About.COURSE: _entries(r"""
        (?<!of\s)(?<!no\s)courses?(?! load) ;
        (?:full|heavy|normal|regular) course load ; coursework ;
        (?<!no\s)(?<!without\s)(?<!day\sof\s)class(?:es)?(?! (?:starts?|begins?|resumes?|ends?|finish|are over)) ;
        (?<!no\s)lectures? ;
        seminars? ;
        tak(?:e|ing) cs ; tak(?:e|ing) (?!winter|spring|summer|fall|autumn)(?-i:[A-Z])\w+ ;
        summer school ;
        enrolled in ; teach\w* ; taught ; ta ; tutor\w* ; syllabus ; transcripts? ; nanodegree ; waiting list ; moocs? ; höre ;
        vorlesung\w* ; kurs\w* ; cours ; cursos? ; curso ; 课程 ; credits? ; grades?
    """),
    About.STUDY: _entries(r"""
        graduat\w+ ; graduand ; degree ; diploma ; commencement ; class of ; expected ; anticipated ; gpa ;
        matriculat\w+ ; enrol\w+ ; thesis ; dissertation ; defen[cs]e ; defend\w* ; ph\.?d\.? ; m\.?sc\.? ; m\.s\.? ; ms(?!\.\s) ;
        (?:be|become|am|i'?m|as) an? (?:rising |incoming |new )?(?:freshman|sophomore|junior|senior|
      first-year|second-year|third-year|fourth-year) ;
        b\.?sc?\.? ; master'?s? ; bachelor'?s? ; freshman ; sophomore ; grad school ; graduate school ;
        begin my studies ; student since ; abschluss ; studium ; masterarbeit ; diplôme ; diplômé\w* ;
        licenciatura ; graduación ; formatura ; formar ; laurea\w* ; диплом\w* ; окончу ; 毕业 ; study abroad ;
        studying abroad ; exchange ; erasmus ; transfer(?:ring)? ; scholarship ; degree program
    """),
    About.EXAMS: _entries(r"""
        (?:semester|term|exam|quarter|academic) (?:dates|calendar|year) ;
        (?:out of|done with|through with|finished with) (?:school|class|classes|college|exams) ; school is out ;
        (?:exam|exams|examination|finals) (?:period|session|time|phase|weeks?|season) ; school (?:gets|lets|is) out ;
        last day of (?:class|classes|school|exams|finals|lectures) ;
        (?:i|we)(?:'ll| will)? (?:get|am|are|be) (?:let )?out ;
        exams? ; finals? ; final exams? ; midterms? ; quals ; qualifying ;
        semester (?:ends|starts|begins|closes|is over|here ends|finishes|runs|goes|kicks off|gets going) ;
        (?:ends|starts|begins) (?:the )?semester ; quarter (?:ends|starts|begins|is over|kicks off) ;
        school (?:ends|starts|begins|resumes|is over|year|runs|goes|lasts|kicks off) ;
        classes (?:end|finish|are over|start|begin|resume|run|go|kick off|pick up) ;
        exams (?:run|go|last) ;
        (?:first|second|third|fourth|final|last|academic|school|senior|junior) year (?:ends|finishes|starts|begins|is over) ;
        term (?:ends|starts|begins|finishes|closes|is over) ;
        (?:fall|spring|autumn|winter)(?: quarter| term| semester)? (?:starts|begins|resumes|kicks off|ends|is over|opens|closes) ;
        (?:one|lease|contract|program(?:me)?|phd|ph\.d\.?|master'?s?|school|job|service) (?:starts|begins|ends|runs out) ;
        (?:start|begin|starting|beginning) (?:a|my|the|another) (?:new |full-?time )?(?:job|ph\.?d\.?|master'?s?|
      grad(?:uate)? school|medical school|studies) ; resum(?:es|ing) ;
        (?<!my\s)(?<!the\s)(?<!a\s)resume(?! (?:is|attached|and|for|of|here|below)|\s?[:,|/&(–-]) ; start again ;
        starts again ; back (?:in|at|to) (?:school|class|classes|campus|university|college) ;
        return to (?:school|campus|class|classes|university|college) ; prüfung\w* ; klausur\w* ; examens? ;
        exámenes ; provas ; esami ; экзамен\w* ; сесси\w* ; 考试 ; on campus ; busy ; lectures end ; we finish ;
        i finish(?:ed)? ; (?:out|done)(?= (?:on |by |around )?(?:the )?(?:apr|may|jun|dec|mid|late|early|\d))
    """),
    About.ELSEWHERE: _entries(r"""
        (?:working|work|interning|intern|internship|employed|job|contract|begin|start|starting|
      research assistant|assistantship|fellowship|
      position) (?:\w+ )?(?:at|with|for) (?:the )?(?!your|you|the|a|an|this|summer|fall|winter|spring|
      software|algorithms?|monday|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]\w+ ;
        my contract ; notice period ; my current (?:job|internship|co-?op|contract|position|employer) ;
        (?:wrapping up|winding down|(?<!after\s)(?<!before\s)(?<!since\s)finishing(?: up)?|currently (?:doing|
      completing|in|on)|in the middle of) (?:a|an|my|this) (?:\w+ ){0,3}(?:co-?op|
      internship|job|contract|rotation|placement|fellowship) ;
        currently (?:working|interning|employed) ; current internship ; present employer ; my lease
    """),
    About.AWAY: _entries(r"""
        field season ; growing season ; harvest ; ramadan ; lent ; passover ; diwali ; hanukkah ; eid ;
        spring festival ; chinese new year ;
        vacation ; on holiday ; travel\w* ; trip ; abroad ;
        (?<!s\sme\s)(?<!me\sto\s)(?<!can\s)(?<!could\s)(?:be|am|i'm|being|was) away ;
        out of (?:town|office|the office) ;
        wedding ; visa ; passport ; not available ; unavailable ; on leave ; opt ; i-?20 ; honeymoon ; born ;
        birthday ; birth ; urlaub ; posted ; published ; dated ; moved to ; founded ; released? ; version ;
        sfn ; nips ; icml ; cosyne ; in house
    """),
    About.DECLINED: _entries(r"""
        disregard ; ignore ; forget ; scrap ; (?<!\bif\s)impossible ; (?<!\bif\s)not possible ; (?<!\bit\s)isn'?t possible ;
        (?:do|does|did|will|would)(?:n'?t| not) (?:really )?work ; won'?t work ; no longer ;
        (?:can'?t|cannot|can not|couldn'?t|could not)(?! (?:wait|think|help|imagine|be (?:more|happier)|say|find|stop|
      explain)) ;
        unable ; not able ; (?:won'?t|wouldn'?t|will not|would not) be (?:able|free|available|there|around) ;
        already (?:booked|committed|taken|planned) ; spoken for ; booked up ; committed elsewhere ;
        (?<!school\s)is out ; (?<!day\s)is off(?! to) ; not an option ;
        (?<!anything\s)lined up ; secured an? (?:\S+ ){0,3}(?:internship|job|position) ;
        already have (?:a|an|another|other) (?:job|internship|offer|plans?|commitments?|position) ; have other plans ;
        out of the question ; nicht möglich ; not free ; (?<!that\s)is when ; no es posible ; pas possible ;
        (?:is|was) (?:a|my) (?:typo|mistake|slip|error) ; (?<!\bis\sit\s)(?<!\bnot\s)too (?:early|late|soon|short)
    """),
    About.OPENINGS: _entries(r"""
        filled ; no longer accepting ; not accepting ; closed ; (?:is|are|was|were) (?:already )?(?:full|taken|gone) ;
        already full ;
        you (?:(?:usually|normally|mostly|generally|already|only|also|do|typically) )?(?:take|have|hire|offer|run|recruit) ;
        you start ;
    """),
    About.PAST: _entries(r"""
        (?:my|an|a) (?:last|previous|first|former|recent|earlier|prior) (?:co-?op|internship|job|position|placement|employer) ;
        worked ;
        (?:i|we) (?!need|exceed|proceed|succeed|feed|settled on|agreed on|applied for|asked for)\w{2,}ed ;
        interned ; spent ; did ; took ; taken ;
        built ; developed ; was ; were ; had ; attended ;
        studied ; wrote ; learned ; learnt ; completed ; received ; earned ; gave ; visited ; joined ;
        started ; began ; finished ; since ; ago ; previous(?:ly)? ; led ; made ; came ; went ; found ; used ;
        ran ; met ; won ; experience ; published ; presented ; participated ; contributed ; implemented ; designed ;
        created ; helped ; been ; (?<!'ve\s)(?<!have\s)got ; saw ; read ; heard ; tried ; discovered ; decided ; applied(?! for) ;
        (?:during|in|after|at|from|since|of) my (?:\w+ ){0,2}internship ; last internship ; an internship at ;
        one summer ; that summer ; every summer ; each summer ; two summers ; arbeitete ; gearbeitet ; habe ;
        war ; j'ai ; trabajé ; trabalhei ; работал\w* ; seit ; depuis ; desde hace
    """),
}

PREFERRED = _entries(r"""
    more interested ; happier ; even better ; better still ;
    prefer\w* ; first choice ; my first ; top choice ; 1st choice ; ideal\w* ; best ; favou?rite ; rather ;
    would like most ; priority ; am liebsten ; lieber ; idealerweise ; bevorzug\w* ; de préférence ;
    idéalement ; préfér\w* ; prefiero ; preferentemente ; prefer[ií]\w* ; primera opción ; preferenz\w* ;
    лучше ; предпочт\w*
""")

SECONDARY = _entries(r"""
    alternativ\w* ; otherwise ; if not ; second choice ; 2nd choice ; fallback ; fall back ; back-?up ;
    (?:fine|possible|okay|ok|good|works?|work|open|available|consider\w*) (?:too|as well|also) ; would also ;
    could also ; can also ;
    also (?:fine|possible|ok|okay|work|works|open|available|consider|be|happy|interested) ;
    if (?:\w+ ){1,6}(?:taken|filled|full|gone|unavailable|possible|available|already|closed) ; failing that ;
    or else ; either way ; as well ; sonst ; ansonsten ; sinon ; si no ; caso contrário ; happy with ; also ;
    or even ; less ideal\w* ; acceptable ; could do
""")

# Directly before a time: it is the one that is not wanted.
NOT_THIS = _entries(r"""
    not ; and not ; not in ; not for ; rather than ; instead of ; except ; except for ; no longer ; nicht ;
    was going to ; were going to ; was about to ; had planned ; had planned for ; had thought of ;
    statt ; anstatt ; au lieu de ; plutôt que ; en vez de ; ao invés de ; em vez de ; invece di ; не ; а не ;
    вместо ; 不是 ; besides ; but not ; never
""")

CHANGE = _entries(r"""
    chang\w+ ; mov(?:e|ed|ing) ; switch\w* ; shift\w* ; postpon\w+ ; push(?:ed)? ; correct\w* ; updat\w+ ;
    amend\w* ; verschieb\w* ; ändern
""")

# No period, and yet an answer to the question: for a person to see.
VAGUE = _entries(r"""
    any\s?time between ; any (?:months?|dates?|time|weeks?|period) (?:works?|suits|is fine|are fine|will do|would do|would work) ;
    (?:weeks?|cw|kw) \d{1,2} ?(?:to|until|through|till|bis|-|–) ?(?:week |cw |kw )?\d{1,2} ;
    (?:free|available|anything|any time|everything|time) in[- ]between ;
    
    (?:start|begin|join|come|available|availability|work|intern|free|do)(?: an internship)?(?: is| are)? (?:at )?any ?time ;
    any time (?:that |which )?(?:suits|works|is fine|you) ; any ?time (?:of|during|in) (?:the )?year ;
    available (?:immediately|now|right away|asap|any time|anytime|year[- ]round|whenever) ;
    (?:available|free|start|starting|begin|beginning|join|come|from) (?:(?:in|from) )?(?:the )?next (?:month|week) ;
    (?:start|begin|join|come) (?:immediately|right away|asap|as soon as possible|whenever|now|on short notice) ;
    as soon as possible ; asap ; immediately available ; immediate(?:ly)? (?:start|joining|availability) ;
    (?:days?|weeks?|months?) (?:after|from|of|following) (?:receiving )?(?:an|the|your|my) (?:offer|notice|acceptance|
      reply|approval|answer) ;
    weeks'? notice ; (?:days?|weeks?|months?) after (?:i|we) (?:hear|get|receive) ;
    flexible (?:with|on|about|in|regarding|as to) (?:my |the |start |starting |any )*(?:dates?|period|time|timing|
      start|schedule|term|when) ;
    (?:dates?|period|timing|schedule|availability|start date|program)(?: of the internship)? (?:is|
      are) (?:\w+ )?(?:flexible|negotiable|open) ;
    whenever (?:it )?(?:suits|you|is|works|convenient) ; at your (?:earliest )?convenience to start ;
    (?:period(?: of (?:the )?internship)?|dates?|availability|start date|start|duration|when)\W{1,3}(?:flexible|open|any ?time|
      any|negotiable|immediate\w*|asap|tbd) ;
    jederzeit ; ab sofort ; sofort verfügbar ; à tout moment ; dès que possible ; cualquier momento ;
    qualquer momento ; inmediata ; imediata ; в любое время ; 随时 ; year[- ]round ;
    open to any (?:period|time|season|term|dates) ;
    any (?:period|season|term|dates?)(?: (?:is|are|would be|works)) ; once i (?:graduate|finish|get) ;
    (?:the )?same (?:dates|period|time|weeks|months)(?: (?:work|works|would|are|is|as|again|this|next|suit)\w*) ;
    no preference (?:on|for|regarding|as to|about) (?:the )?(?:dates?|period|time)
""")

SOUTHERN = _entries(r"""
    southern hemisphere ; southern summer ; austral summer ; southern winter ;
    (?:australian|brazilian|argentin\w+|chilean|new zealand|south african|uruguayan|peruvian) (?:summer|winter|spring|
      fall|autumn) ;
    (?:summer|winter|spring|fall|autumn)(?: break| vacation| holidays?)? (?:here )?in (?:australia|brazil|argentina|
      chile|new zealand|south africa|uruguay|sydney|melbourne|são paulo|sao paulo|buenos aires|santiago|auckland) ;
    (?:summer|winter) (?:down )?here in (?:the south|the southern) ;
    our summer (?:break|vacation|holidays?) (?:is|runs|goes) ; hemisfério sul ; hemisferio sur
""")

NORTHERN = _entries(r"""
    northern (?:hemisphere|summer|winter) ;
    (?:us|american|california) summer
""")

# The organisation's own season, wherever the applicant is.
YOURS = _entries(r"""
    your (?:summer|winter|spring|fall|autumn)
""")
