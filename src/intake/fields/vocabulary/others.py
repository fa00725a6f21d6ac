"""How people speak for somebody else: parents, professors, career offices: data, no rules.

The notation is that of `fields.phrases`; a phrase ends at a semicolon.
"""

from __future__ import annotations

KIN = (
    "(son|daughter|child|nephew|niece|grandson|granddaughter|brother|sister|cousin|friend|husband|wife|roommate"
    "|boyfriend|girlfriend|stepson|stepdaughter|kid)"
)
PUPIL = (
    "(student|students|advisee|advisees|undergrad|undergrads|graduate student|master's student|phd student"
    "|mentee|mentees|intern|interns)"
)

# Somebody else is spoken of.
FOR_OTHERS = r"""
    (my|our) <kin> (is|wants|would|has|will|who|hopes|needs|studies|attends|asked|and i are|can|could|
    does|just|really|loves|goes); (for|about|behalf of|of) (my|our) <kin>; my <kin>'s; (can|could|should|
    may|would|does|will|is) (my|our) <kin>; (my|our) <kin>,; on behalf of; (i'm|i am) (the |a )?(mother|
    father|mom|dad|parent|guardian|aunt|uncle|grandmother|grandfather); as (a|the|his|her) (mother|
    father|mom|dad|parent); (our|my|several|some|many|these|their|of our|of my) <pupil>; (a|one|this|
    the) (\w+ ){0,2}<pupil> (of mine|of ours|in my|in our|from my|from our|of our|of my|i (teach|taught|advise|know|
    have)|wrote|who (wrote|asked|contacted)|asked|has asked|contacted); this <pupil>; (she|he|they) (is|
    are|was|were|would|has|have|will|wrote|got|can|asked|wants); (her|his|their) (resume|r(é|e)sum(é|
    e)|cv|application|materials|cover letter|transcript|letter|documents|note|message|email|mail);
    (one|two|three|four|some|several|a few|all) of (my|our) (seniors|juniors|sophomores|freshmen|pupils|kids|boys|girls);
    (unser|unsere|mein|meine) (sohn|tochter|student|studentin|studenten|studierende)~; (mon fils|ma fille|
    mes (é|e)tudiants|nos (é|e)tudiants); (mi (hijo|hija)|(mis|nuestros) (estudiantes|alumnos))
"""

# The sender speaks for a school or an office.
STAFF = r"""
    (i'm|i am) (the |an? |your )?(\w+ ){0,4}(coordinator|counsell?or|director|dean|lecturer|librarian|
    principal|liaison|ombud\w{1,6}|head of); (coordinator|counsell?or|director|manager|officer|specialist|
    adviser|advisor)[^.\n]{0,40}(career|careers|employer|relations|services|cent(er|re)|office|student|
    internship|internships); (career|careers|employer|employment|placement)[ -](services|cent(er|re)|office|
    relations|fair|development|team|hub); (job|internship|career|careers) (board|portal|fair|posting);
    (our|to our|with our|among our) (students|undergraduates|majors|department|faculty|career|job board|
    listserv|class|classes|seniors|juniors|newsletter|mailing list); (post|list|advertise|promote|share|
    circulate) (your|the|this)…(internship|internships|opening|openings|opportunity|opportunities|position|
    positions); (guest (lecture|talk|speaker)|advisory board|academic credit|site visit|recruit (on|at)|
    campus visit|hiring event)
"""

# Hands somebody's mail on.
PASSES_ON = r"""
    (passing|pass|sending|send|forward|forwarding|forwarded|relaying|relay|handing) (this|it|them|these|
    her|him|along|on|over|the|you); fyi; (see|please see|read) below; this (one )?(came|went|was sent|
    arrived|landed|ended up); (for|to) (your|the) (consideration|attention|review|information|internship);
    (i|we) (highly |strongly |warmly |can |would )?(recommend|vouch|endorse); not sure (who|where|which);
    (who|whoever) handles; (belongs|belong|meant|intended) (to|for) (you|your); (wrote|reached out|came|
    sent this) to (us|me|our); (one|another|good|great|strong|promising) (student|candidate|applicant); zur
    (info|kenntnis); weiterleit~; pour info~; para su (informaci(ó|o)n|consideraci(ó|o)n); 转发
"""

# Hands in somebody else's documents.
SUBMITS_ANOTHER = r"""
    (her|his|their|the student's|student's|<kin>'s) (\w+ )?(resume|r(é|e)sum(é|e)|cv|application|
    materials|cover letter|documents); (resume|r(é|e)sum(é|e)|cv|application|materials|documents|resumes|
    r(é|e)sum(é|e)s|cvs) (of|for|from) (my|our|a|one of|the|this|these|two|three|four|five|several|
    some|\d{1,2})…(<pupil>|candidates|<kin>); (please|kindly) (consider|find) (him|her|them)
"""

# Speaks well of somebody: a teacher's or employer's letter.
RECOMMENDS = r"""
    (i|we) (am |are |would |can |'d |'m )?(very |most )?(highly |strongly |warmly |gladly |wholeheartedly |happy to |glad to |
    pleased to |like to |delighted to |writing to )?(recommend|endorse);
    (it is|it's) (my|a) (great )?(pleasure|honor|honour) to recommend;
    recommendation (for|of); letter of (recommendation|reference|support); (reference|referee) for; without (any )?reservations?;
    in support of (the |his |her |their )?(application|candidacy)
"""
