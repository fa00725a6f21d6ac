"""How people write who want something else from a company: data, no rules.

The notation is that of `fields.phrases`; a phrase ends at a semicolon.
"""

from __future__ import annotations

# Said by vendors and agencies alone: once is enough from somebody who does not apply.
SELLS_SURE = r"""
    our (engineers|developers|programmers|candidates|consultants|agency|recruiters|rates|pricing|placement|
    talent pool|offshore|sales); (staff augmentation|staffing (agency|firm|partner)|recruitment (agency|firm|
    partner)|placement fee|contingency (fee|basis)); (outsourc|offshor|nearshor|off-shor)(e|es|ed|ing)
    (your|development|team|to|partner|company); dedicated (\w+ ){0,2}(team|engineers|developers|resources|
    programmers); (pre-?screened|vetted|pre-?vetted) (\S{1,20} ){0,3}(candidates|developers|engineers|talent|
    programmers|professionals|students|interns); bench (resources|consultants); (reply|respond|answer) (with |
    to )?[\"“']?(remove|stop|unsubscribe); (lottery|inheritance|beneficiary|next of kin|wire transfer|viagra|
    casino|investment opportunity); (at|for) (half|a fraction of|a third of) (of )?(your|the) (cost|price|
    budget); i represent (a|an|several|the); no obligation; free trial; lead generation; link building;
    backlinks?; my (consultant|candidate|client|consultants|candidates|clients); (c2c|corp[ -]to[ -]corp); our
    bench; your best rate; (on|in) (a )?contract basis; (following|available|these) (consultants|profiles);
    (consultants|developers|engineers) (are )?available; share your requirements?; your requirements?;
    (your|preferred) (housing|hiring|recruiting|staffing|catering|travel|relocation|talent) partner;
    furnished (rooms|apartments|studios|housing); (intern|corporate) housing;
    growth (lead|manager|hacker|ninja);
    (startups|companies|teams|employers|clients) we (serve|work with|help|partner with); time[- ]to[- ]hire;
    one of our customers; sample (candidate|profile|report|resume)
"""

# Sales, outsourcing, agencies, spam: more than one of them.
SELLS = r"""
    our (engineers|developers|programmers|candidates|consultants|clients|customers|services|solutions?|
    platform|products?|agency|recruiters|experts|rates|pricing|fees?|people|talent|network|offerings?|
    software|tool|tools|company|firm|talent pool|resources|technology|sales|catalog|proposal); (we are|
    we're|i'm with|i am with) (a|an|the)…(company|agency|firm|provider|vendor|startup|consultancy|
    supplier|manufacturer|partner|team of); (is|are) (a|an) (\w+ ){0,6}(company|agency|firm|provider|
    vendor) (with|that|specializ\w{1,5}|specialis\w{1,5}|based|offering|providing); we (offer|provide|help|
    specialize|specialise|deliver|supply|build|place|recruit|can (offer|provide|help|supply|send|place|
    save|deliver)); (schedule|book|arrange|set up|hop on|jump on|have|do) (a|an) (quick |short |brief |
    \d{1,2}[ -]minute )*(call|demo|meeting|chat|walkthrough); (business|sales|account|partnership|client|
    customer) (development|executive|manager|director|representative|success|partner|relations|solutions|
    associate); (per hour|an hour|/ ?hr|/ ?hour|hourly rate|day rate|flat fee); (outsourc|offshor|nearshor|
    off-shor)(e|ing|ed); (staff augmentation|staffing|headhunt\w{1,5}|talent (solutions|acquisition|partner)|
    recruitment (agency|firm|partner|services)|placement fee|contingency); dedicated (\w+ ){0,2}(team|
    engineers|developers|resources|programmers); (reply|respond|write back|email us|answer) (with |to
    )?["“']?(remove|stop|unsubscribe|opt); (opt[ -]?out|unsubscribe|do not wish to (hear|receive)|stop
    receiving|no longer (wish|want) to (hear|receive)); (send|share|forward|offer|present|introduce) (you
    )?(\w+ )?(\d{1,3}|some|a few|several|more|suitable|pre-?screened|qualified|vetted|the|our) (\w+
    )?(resumes|r(é|e)sum(é|e)s|cvs|profiles|candidates); i (represent|have (a|an|several|some|two|three|
    \d)…(candidate|candidates)); (pre-?screened|vetted|pre-?vetted) (\w+ )?(candidates|developers|engineers|
    talent); (free trial|special offer|discount|limited time|act now|no obligation|risk[ -]free|click here|
    money back|buy now|lowest price|special price|promo code|best price|wire transfer|lottery|inheritance|
    beneficiary|viagra|loan|mortgage|casino|bitcoin|crypto\w{0,8}|investment opportunity|next of kin);
    (search engine|seo|lead generation|link building|web design|mobile app|app development|website (traffic|
    design|redesign)|first page of google|guest post|backlinks?); (cmmi|iso ?9001|h-?1b transfer|corp[ -]to[
    -]corp|c2c|hot ?list|bench (resources|consultants)|available immediately); (cost savings?|save (you )?(up
    to|money|time|\d)|reduce (your|costs)|increase your|boost your|grow your); (would you be|are you|if
    (you're|you are)) (open|interested|available) (to|in|for) (a|learning|discussing|exploring|seeing);
    (catering|office supplies|furniture|merchandise|swag|insurance|payroll|coworking|office space|cleaning
    service); (companies|businesses|teams|startups|organizations) like yours; (\d{1,2}|a few|fifteen|ten|
    thirty) minutes (this|next|on|for|of); (quick|short|free|brief) (demo|call|chat); (rate|price|cost)
    ?: ?\$?; companies of your size; (quote|brochure|price list|catalogue|invoice); our (\w+ ){0,3}(sponsor|
    sponsors|sponsorship); no cost to you; at no cost; partner with (you|numenta|companies|startups|your);
    (explore|discuss|propose|proposing|start) (a|an|our|possible|potential|the) (\w+ )?(partnership|
    collaboration|cooperation); our (nonprofit|organization|organisation|association|marketplace); for hire;
    (companies|startups|businesses) find; (post|list) your (first )?job
"""

# Marks of trade, each of another kind: two kinds in one mail are a vendor's, an agency's or an organiser's. The
# phrases of one kind say the same thing in other words, so that saying it twice counts once.
MONEY = r"""
    per (seat|hire|head|candidate|user); \d{1,3} ?(%|percent) (off|
    discount|cheaper|less|cost); (our|my|the|a) (\w+ )?(fees?|rates?|prices?|pricing|quote|discount|budget for);
    (your|a|any)
    (\w+ )?budget; (free|complimentary|no-?obligation) (sample|consultation|lunch|quote|trial|demo|pilot|month|account);
    (starts?|starting|priced) (at|from); (invoice|payable|payment|tax[- ]deductible|commission)
"""

FIRM = r"""
    (we|i) ('ve |have )?(built|created|developed|launched|made|run) (a|an|the|our) (\w+ ){0,2}(platform|app|product|service|
    software|solution|marketplace) (that|which|for|to|where); our (\w+ ){0,3}(club|chapter|meetup|student group|career night);
    we (also |currently |now |proudly |just |have
    )?(rent|print|sell|make|offer|provide|help|place|placed|run|organi(s|z)e|
    host|reach|match|supply|deliver|build|recruit|source|ship|bring|connect|speciali(s|z)e|train|work
    with|represent|serve|
    partner|manage|insure|cater|clean|design|develop|screen|vet|invite|are looking for (sponsors|partners)|(are|'re)
    (a|an|the)…(company|agency|firm|startup|provider|team|studio|vendor|association|club|marketplace|nonprofit|society));
    our (\w+
    ){0,2}(foundation|charity|initiative|agency|firm|company|platform|product|products|service|services|software|solution|solutions|tool|
    customers|clients|candidates|consultants|academy|bootcamp|job site|sponsors?|marketplace|studio|rates|fee|
    prices|pricing|catalog(ue)?|offer|partners|society|event|conference|hackathon|conference|expo); (i|i'd)
    (sell|consult|freelance|(am|would like|want|like) to (offer|propose|introduce|present|sell)…(services?|product|
    platform|company|our|solution)|(am|'m) (a|an|the) (\w+ ){0,2}(freelance|freelancer|trainer|consultant for|vendor|
    supplier|attorney|lawyer|broker|realtor|agent)); (i'm|i am) a (\w+ ){0,3}(platform|app|bot|chatbot|tool|software|
    service); gives your; (companies|businesses|teams|startups|employers|clients|customers|companies with
    interns) (save|
    love|like yours|find|use|trust|hire|have trouble|can have|get|choose); (trusted|used|loved) by; (happy |satisfied
    |paying )?customers; (connect|connects|connecting|reach|reaches|network of|community of) (over |more than )?\d[\d,.]{0,9}k?
    (\w+ ){0,3}(students|candidates|developers|engineers|graduates|members|employers);
    \d{2,4}\+? (happy |satisfied |paying )?(customers|clients|companies|offices|employers)
"""

YOURS = r"""
    (are|for|gives|give|train|trains|house|meet|help|helps|to|hire|find) (your|numenta's) (\w+ ){0,3}(interns|
    applicants); (your|numenta's) (\w+ ){0,3}(intern class|employees|staff|workforce|hiring|recruiting|recruitment|
    recruiters|talent (pipeline|needs)|budget|requirement|requirements|logo|brand|hr (team|department)|visa needs|
    onboarding|payroll|job ad|job posting|posting|talent)
"""

MEETING = r"""
    (find|have|get|grab|set up|schedule|book|arrange|hop on|jump on|do|hold|spare|take) (a |an |some |you |us
    |ten |\d{1,2}
    )(\w+ )?(time|call|demo|slot|chat|coffee|meeting|minutes|walkthrough|spot|seat|table|conversation|zoom|skype);
    (minutes|moment) of your time; (show|tell) (you )?how (you|we) (could|can|would); \d{1,2} minutes
    (this|next|on); for (a|the) (\w+ )?(demo|call|chat|meeting|walkthrough); are you
    (free|available|around)…(call|chat|coffee|meet|\d{1,2}|monday|tuesday|wednesday|
    thursday|friday|next week|this week|lunch); (can|could|shall|may|should) (i|we) (send|drop|show|set
    up|tell|share|hold|
    call|mail|give|count on|stop by|reserve|interest)(?! (you )?(my|a|an|the|all) (\w+ )?(resume|r(é|e)sum(é|e)|cv|
    application|documents|materials|transcript|letter|code|references)); (want|would you like|like) (me
    to|to see|to hear|a (free )?(sample|quote|demo)|a |to (attend|join us|sponsor|be a|take part|learn more|exhibit));
    (worth|take) a look; (would|are|if) you('re)? (be )?(open|interested|keen)( |\?); interested\?;
    (book|request|see|get)
    (a |your |our )?(\w+ )?demo; let me know (your|if you are|if you're|of your) (interest|interested|thoughts)
"""

EVENT = r"""
    (hold|holds|holding|host|hosts|hosting|organi(s|z)e|organi(s|z)es|organi(s|z)ing|planning|put on|putting
    on) (a|an|our|the|its) (\w+ ){0,3}(panel|fair|night|day|meetup|seminar|symposium|conference|mixer|
    info session); (like|love|willing|able|want|happy) to
    (speak|give a talk|present|sit on a panel|judge|mentor) (about|at|on|to|for|our|with);
    (become|be|as|a|our|your|for|of|other|gold|silver|bronze|platinum|title|main|looking for|event|hackathon) sponsors?;
    sponsors? (at|get|receive|are|can); sponsor (us|our|this|a (team|club|table|prize)|the (event|team|club|conference)|
    \w+ ?(hack|con|fest|night|day|week)\w{0,6}); sponsorship (package|packages|opportunity|opportunities|lead|chair|
    proposal|prospectus|level|levels|team|coordinator|director); (gold|silver|bronze|platinum) (level|tier|package|
    packages); (booths?|exhibit\w{0,5}|exhibition); (a|your|our) (table|stand) (for|at|costs?); hack-?a-?thon;
    (donate|donation|donations|fundrais\w{1,4}); support(ing)? us;
    (be|as) (a |our
    )?(judge|judges|mentors|keynote|speaker|exhibitor); (firmenkontaktmesse|aussteller|sponsor(en|ing)|parrain\w{1,5}|
    patrocin\w{1,6})
"""

GOODS = r"""
    (supplier|vendor|wholesale|catalog(ue)?|brochure|price list|samples?|t-?shirts?|hoodies|swag|stickers|furnished|
    snacks|catering|print shop|background checks?|relocation service|attorney|insurance|payroll|workshop|trainings?|
    webinar|saas|subscription|software suite|applicant tracking|job (site|board|ad|ads))
"""

# The words of agencies, in the languages they write in: who else is offered, on what terms.
AGENCY = r"""
    (my|our|an|a|one|two|three|the|several|attached|following|these) (\w+
    ){0,3}(consultant|consultants|candidate for your|
    candidate who|candidates|candidate|resource|resources|employee|profile of|profiles|resumes of|graduates of|data
    scientist|data scientists) (just|who|is|are|has|for|available|with|of|on|rolled|in|to|from|,); (w2|w-2|1099|c2c|
    corp[ -]to[ -]corp|bench of|contract hiring|our bench|
    (pre-?)?(screened|vetted) (\w+ ){0,3}(engineers?|developers?|scientists?|candidates?|talent)|
    bill rate|expected rate|hourly rate); (rate|visa|visa status|relocation|relocate|work
    authorization|
    current location|tax term|employer details|billing) ?:; (bench sales|us it|it|technical|sr\.?|senior|lead) (\w+
    )?(recruiter|recruiters|staffing); (resume|r(é|e)sum(é|e)|cv|profile) of (\w+,?|our|my|the) (my|our|the)
    (employee|candidate|consultant|resource); pfa…(resume|profile|candidate|consultant);
    (submit|submitting|submission of|
    present|presenting|offer) (you )?(\w+ ){0,2}(resumes|profiles|candidates|candidate|consultant); (your|this|the
    \w+|job) (requirement|requirements|req|reqs); (placement|staffing|recruiting|recruitment|search|contingency)
    (firm|fee|
    agency|company|services); places? (\w+
    ){0,3}(graduates|students|interns|candidates|engineers|developers|volunteers);
    (personalvermittlung|personaldienstleist\w{1,5}|vermitteln (wir
    )?(werkstudent\w{0,3}|praktikant\w{0,3}|fachkr\w{1,6}
    |kandidat\w{0,3}|entwickler)|unsere kandidaten); (cabinet de recrutement|nos (candidats|profils|consultants)|
    plusieurs profils); (agencia de (reclutamiento|empleo|talento)|nuestros (candidatos|consultores|desarrolladores)|
    desarrolladores calificados); (ag(ê|e)ncia de (recrutamento|emprego)|nossos candidatos); (猎头|人力资源公司|推荐候选人|
    外包); interview (slot|availability|slots); (i|we)( am| are|'m|'re)? (also |currently )?(represent|representing)
    (a|an|one|two|three|several|some|the|many|exceptional|top|strong); (contact|reach|speak to|talk to)…(through|via) (us|me|our);
    (contact details|contact|introductions?) (\w+ )?(through|via) (us|me|our); (he|she|they|the candidate) (is|are)
    (also |currently )?interviewing (with|at|elsewhere)
"""

OFFICE = r"""
    (vp|v\.p\.|vice president|svp|head|director|manager|chief|lead|chair) (of |for )?(\w+
    ){0,2}(partnerships?|sales|growth|
    marketing|business|sponsorship|sponsors|accounts?|revenue|recruiting|staffing|customers?);
    (partnerships?|sales|growth|marketing|sponsorship|sponsors|account|accounts|business development|customer success|
    recruiting|staffing|delivery|bench sales|corporate relations|outreach|talent acquisition)
    (lead|manager|director|chair|
    executive|rep|representative|associate|team|coordinator|specialist|recruiter|head|officer|partner); (ceo|cto|coo|
    co-?founder|founder)(,| of| at| &| and|\n| \|); managing (partner|director|consultant); (search|talent|staffing|recruiting
    |recruitment) (partners|group|associates|solutions|agency); (technical|senior|sr\.?|it|lead|bench) recruiter
"""

# Said by people who are to be hired themselves: somebody who studies, or wants to be an intern.
LEARNER = r"""
    (university|college|school|major|gpa|class standing|expected graduation|graduation date|course ?work|
    (relevant|related|selected) (courses|classes)) ?:; (relevant|related) (courses|classes|course ?work);
    (doing|finishing|pursuing|starting) (a|my) (part|full)[ -]time (master|bachelor|degree|phd)\w{0,2};
    (i'm|i am|i was|im|as) (currently |now |also |just )?(a|an|in|my|in my|in
    the|the|studying|pursuing|majoring|enrolled|
    finishing|graduating|completing|entering|doing)…(student|major|freshman|sophomore|junior|senior|undergrad\w{0,6}|
    grad|graduate|phd|ph\.d|master's|masters|m\.?s\.?c?|b\.?s\.?c?|b\.?e|b\.?tech|m\.?tech|degree|year|semester|grade|
    university|college|school|computer science|cs|engineering|physics|mathematics|math|statistics|neuroscience|biology);
    i (study|studied|major|majored|double-?major|graduated?|go to|attend|will graduate|transferred|'ll
    graduate); i've been
    out of school; (doing|pursuing|persuing|studying) (my |a |an |the
    )?(b\.?e|b\.?tech|m\.?tech|b\.?sc?|m\.?sc?|bca|mca|bachelor\w{0,2}|
    master\w{0,2}|phd|degree|final year|(\w+ )?engineering|computer science); (my|me) (\w+
    )?(major|minor|degree|thesis|dissertation|advis(o|e)r|professor|gpa|coursework|courses|
    classes|school|university|college|finals|semester|studies|bachelor\w{0,2}|master\w{0,2});
    (i|i'd|i'm|my|me)…(intern|internship|be an intern|work|spend…summer|spend…spring|spend…fall|join) (with|at)
    (you|numenta|your); a (cs|math|physics|ee|biology|
    stats|neuroscience|computer science|first-year|second-year|third-year|fourth-year|final-year) (major|student|
    sophomore|junior|senior|freshman|undergrad|undergraduate)( |,|\.| at| in); ich
    (studiere|bin…student\w{0,2}); (je suis|
    (é|e)tudiante?) (en|(é|e)tudiante?|(é|e)l(è|e)ve|à)…; (soy|estudiante|estudio|alumn(o|a))
    (de|estudiante|alumn(o|a)|en);
    (sou|estudante|estudo|curso|fa(ç|c)o) (estudante|alun(o|a)|de|na|no|ci(ê|e)ncia|engenharia); (sono|studentessa|
    studente|studio) (uno|una|studente|studentessa|in|di|presso|al); я (студент\w{0,3}|учусь|изучаю|аспирант\w{0,3});
    我是[^。！？]{0,30}?(学生|大[一二三四]|研[一二三]|硕士|博士|本科|專業|专业|年级|年級|學生|碩士); 就读; 就讀; 学の学生; 대학생
"""

# Said by reporters alone.
PRESS_SURE = r"""
    (i'm|i am) (a|an|the) (\w+ ){0,3}(reporter|journalist|correspondent|columnist|news editor|staff writer|
    podcast host) (for|with|at|from|of); i (host|produce|write for) (a|an|the) (\w+ ){0,3}(podcast|show|
    magazine|newspaper|blog)
"""

# Reporters and surveys.
PRESS = r"""
    (i'm|i am) (a|an|the) (\w+ ){0,3}(reporter|journalist|correspondent|columnist|producer|editor|staff
    writer|podcast host|writer); (publishing|publishes|publish|compiling|compile|editing) (\w+ ){0,4}(guide|directory|
    list|listing|handbook|edition|ranking); (include|list|feature|featuring) (\w+('s)? ){0,3}(internships?|company|
    listing|programme|program); (at no|free of) (charge|cost); our editors; (working|
    work|writing|write|doing|researching|preparing) (on )?(a|an) (\w+
    ){0,2}(piece|story|article|feature|segment|podcast|episode|report); press (contact|inquiry|enquiry|
    request|office|kit|release|pass); (for|request for|on|request) comment; (staff writer|media (inquiry|
    enquiry|request)|news ?room|on the record|my deadline is|on deadline|interview (you|someone|somebody|
    your|an intern|one of|some of|current|former)); (survey|questionnaire|benchmark study|research study|
    study participants); for (a|an|our) (\w+ ){0,2}(article|story|piece|feature); (comment|quote|answer) by;
    (an|your|one) episode; \d{1,3} minute (recording|interview); i write for; i report (for|on)
"""
