"""How people say that they apply, want to, ask, or will later, and what they send with it: data, no rules.

The notation is that of `fields.phrases`; a phrase ends at a semicolon.
"""

from __future__ import annotations

# Said outright, in English.
APPLIES = r"""
    (i'm|i am) (now |also |hereby |therefore |and so )?applying; so (i'm|i am) applying; i (would )?(also
    )?(like|love|wish|want) to (formally |also |again |then |now )?(apply|be considered|submit|intern);
    (i'd|i would) (like|love|want) (the|an?|your|one of your) (\w+
    ){0,4}(internship|internships|position|role); i want
    (an? |the |your |to )?(\w+ ){0,2}(intern|internship); i'd (like|love|want|wish) to (formally |also
    |again |now )?(apply|be considered|submit|intern); (i|we) (wish|want|hope) to (join|apply|intern);
    (please|kindly)…consider (me|my|this|the attached|this mail|this email); (please|kindly)
    accept…(application|resume|cv|letter); consider me (for|as); consider this (mail |email |message |letter )?(as
    )?(an|my|to be);
    (this is|here is|here's|below is|attached is|
    enclosed is) (an|my|the) (formal |internship )?application; please find (attached )?my application;
    (see|read) (also )?my application (\w+ )?(below|above|attached|enclosed);
    my application (letter )?(is|follows|comes) (below|attached|enclosed|here); (find|
    attached is|attached are|attached) my application; my application (documents|materials|package|text);
    (writing|write) (to you )?to (apply|express); hereby apply; i do (hereby )?apply; apply(ing)? (for|to) (the|an|a|your|
    this)…(intern|internship|internships|position|role|opening|opportunity); application for (the|an|a|
    your|this)…(intern|internship|position|role); this (is|may be) an…application; (submit|submitting|send
    you|sending you|sending) my (application|resume|cv|candidacy|candidature); to be considered for; my
    (candidacy|candidature) for; express(ing)? (my|an)…interest in; like to offer myself; (i would|i'd) (be|like
    to be) (a|one of)…intern; (want|wish|would like) to (formally |also |again |now )?(apply|be considered)
    (for|to|again|as|in)
"""

# Said so plainly that no question beside it takes it back.
APPLIES_SURE = r"""
    i do (hereby )?apply; i hereby apply; hereby i apply; i apply hereby
"""

# Said outright, in German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Chinese, Japanese, Korean.
APPLIES_ELSEWHERE = r"""
    (hiermit )?bewerbe ich mich; ich bewerbe mich; m(ö|oe)chte(n)? (ich )?mich…bewerben; initiativbewerbung~; meine
    bewerbung; bewerbung (um|f(ü|ue)r|als|auf); um (einen|ein) praktik~; (suche|interessiere mich f(ü|
    ue)r)…praktik~; (je )?(souhaite|souhaiterais|voudrais|d(é|e)sire)…(postuler|candidater|effectuer|
    rejoindre); je postule; ma candidature; candidature (pour|au|à|de|spontan(é|e)e); (à|a) la recherche d'un
    stage; je (recherche|cherche) un stage; je vous (adresse|soumets|propose|pr(é|e)sente)…candidature;
    (quisiera|quiero|me gustar(í|i)a|deseo)…(aplicar|postular|postularme|solicitar|participar|presentar);
    mi (solicitud|candidatura|postulaci(ó|o)n); me (postulo|presento) (para|a); solicito…(pr(á|a)cticas|
    pasant(í|i)a|beca); me dirijo a…(pr(á|a)cticas|pasant(í|i)a); (vorrei|desidero)…candidarmi; (la )?mia
    candidatura; (gostaria|quero|venho)…(candidatar|estagi(ar|o)|est(á|a)gio); minha candidatura; (hierbij
    )?solliciteer ik; mijn sollicitatie; (chcia(ł|l)(bym|abym))…(aplikowa(ć|c)|zg(ł|l)osi(ć|c)); aplikuj(ę|e)
    na; рассмотреть мо(ю|е|ё)…(кандидатур|заявк|резюме)~; (хочу|хотел бы|хотела бы|прошу)…(стажировк|
    практик)~; моя (кандидатура|заявка); подать заявку; (申请|申請|应聘|應聘|求职|求職|投递|
    投遞)[^。！？]{0,30}?(实习|實習|职位|職位|岗位|崗位|简历|簡歷); (希望|想)(申请|申請|加入|应聘|應聘);
    我的(申请|申請|求职信|求職信); 応募(いたします|します|させて|したく|したい); (인턴|
    인턴십)[^.!?]{0,30}?(지원|신청)
"""

# Says what somebody wants; with nothing sent and a question asked it is no application.
INTERESTED = r"""
    (i'm|i am)…(interested|keen|excited|eager)…(in|about|to)…(intern|internship|internships|position|role|
    opportunity|work|working|join|joining|area); i (would|want|wish|hope|am hoping|am looking|was
    hoping)…(intern|join|work (with|for|at|on)|be on|be with|help); i'd…(intern|join|work (with|for|at|
    on)|be with|best as); (looking|searching|hunting) for…(intern|internship|internships|position|
    placement); (searching|search|seek|seeking) (for )?…(intern|internship|position|placement|opportunity);
    interested in…(internship|
    internships|position|numenta); (i'm|i am) after; an internship…would; i choose; my first choice; put me;
    (i'll|i will) do any job; (interesse|interessiert)…praktik~; praktikum; mon int(é|e)r(ê|e)t; inter(é|
    e)s…(pr(á|a)cticas|pasant(í|i)a); 实习; 實習; стажировк~; インターン; 인턴
"""

# What somebody wants to come for, and hopes to be given.
WISHES = r"""
    (i|we) (really |also |very much |so |just |would |'d )?(want|wish|hope|long|would love|'d love|would like|'d like|am
    hoping|would be (happy|glad|thrilled|honou?red|grateful)) (nothing more than |very much |so much |badly )?to
    (work|join|
    help|build|spend|contribute|learn|be part|be a part|come|intern|do (my|an|the)|make|participate|be
    in|bring); i'd (really
    |also |just )?(love|like|be (happy|glad|thrilled|honou?red|grateful|over the moon|delighted)) (nothing more
    than )?(to
    (work|join|help|build|spend|contribute|learn|be part|be a part|come|intern|do|bring)|for (an|the|a) (opportunity|
    chance)); (would be grateful|be thankful|grateful) for (an|the|a) (opportunity|chance|internship|place);
    (kindly |please
    )?(give|grant|offer|provide|allow) me (a|an|the|one) (chance|opportunity|internship|place); would
    (bring|fit|love to|enjoy);
    would like to (bring|join|contribute|help|spend);
    (search|looking|look|searching|seek|seeking) (for )?(an? |my |the )?(\w+ )?(internship|place|stage|co-?op);
    (m(ö|oe)chte|w(ü|ue)rde|will|suche)…(gern|gerne|praktik\w{1,10}|mitarbeiten|lernen|machen); (je (cherche|recherche|
    souhaite|souhaiterais|voudrais)|j'aimerais); (quiero|quisiera|me gustar(í|i)a|busco|deseo|me
    encantar(í|i)a); (quero|
    gostaria|procuro|busco|adoraria); (vorrei|cerco|mi piacerebbe); (хочу|хотел бы|хотела бы|ищу); (希望|想|期待|盼望)
    [^。！？]{0,25}?(实习|實習|加入|工作|学习|學習); 働きたい; 参加したい
"""

# What somebody made, which nobody tells who only asks.
MADE = r"""
    i ?('ve|have)? (also |recently |since |then |already |once |just |even
    )?(built|written|wrote|made|developed|implemented|
    programmed|coded|modell?ed|designed|shipped|created|ported|fixed|broke|trained|published|contributed|reimplemented|simulated|hacked|
    rewrote|launched|released|played with|worked with|worked on|taught myself); did (a |an |my |some )?(\w+ )?project;
    (habe|hab) (ich )?…(entwickelt|programmiert|geschrieben|gebaut|umgesetzt|nachgebaut); j'ai (\w+
    )?(d(é|e)velopp(é|e)|
    programm(é|e)|r(é|e)alis(é|e)|(é|e)crit|con(ç|c)u|impl(é|e)ment(é|e)); (he )?(desarroll(é|ado)|implement(é|ado)|
    program(é|ado)|constru(í|ido)|trabaj(é|ado) (con|en)|hice); (j(á|a)
    )?(implementei|desenvolvi|criei|programei|escrevi|
    trabalhei|fiz); ho (sviluppato|scritto|realizzato|costruito|programmato|implementato); (написал|разработал|сделал|
    реализовал|создал)~; (做过|做過|开发|開發|实现|實現|写过|寫過|写了|寫了|重写|重寫|参与|參與|提交)
"""

# Applying is spoken of, and put off, asked about or denied.
NOT_YET = r"""
    (i'd|i would) (really )?(love|like) to apply,? but;
    (don't|do not|didn't|wouldn't) (want|wish|like|mean) to (apply|submit|send)…(vain|nothing|unless|before|until|without);
    i (would|might|may) want to (apply|come|join|intern);
    before (i|we)…(apply|applying|application|put one together|send|submit); before (applying|i put|putting|
    submitting|sending); (if|whether|when|where|how|why) (can |could |do |should |may |would |to |does
    one )?(i |we |one |they |students |he |she )?(can |could |should |may |would |decide to )?apply;
    (can|could|may|should|shall|do|would|will) (i|we|they|students|he|she|freshmen|sophomores|people)
    (still |also |even |already )?(apply|be considered|be able to apply); if (i|we|one) (want|wish|would
    like|like|decide|were|plan|need|choose) to (apply|be considered|submit|intern|be an intern);
    (possible|too late|too early|
    eligible|able|allowed|qualified|worth it|need|needed|required|like to know how|want to know how) (for
    me |for us |for him |for her )?to (still |even )?apply; (plan|planning|intend|intending|hope|hoping|
    thinking|thinking of|considering|going|about|decide|deciding|decided) (to apply|on applying|about
    applying|applying|of applying); (i'll|i will) (then |gladly |be )?(apply|applying|send|submit|
    put)…(later|next|soon|once|when|after|as soon|in the fall|then|week|month|application); (application|
    cover letter|resume|cv) (will|to) (come|follow); (this is|it's|it is) (not|no|not yet) (yet )?an?
    (formal )?application; (i'm|i am) not (yet )?(applying|ready); (not|n't|haven't) (yet )?(apply|applied|
    applying)(?! to be); when…(open|opens|accept|start)
"""

# Said outright, with documents beside it or not: the application is still to come.
PUTS_OFF = r"""
    (i'm|i am) not (yet )?applying (yet|now|at this point|today); (i )?(haven't|have not) applied yet; (this is|it's|it is)
    not (yet )?(my|the|an) application( yet)?; (it|this) (isn't|is no) (my|the|an) (real )?application( yet)?; the real
    (thing|application|one) (will|is to|to) (come|follow); (my|the) (actual |real |full )?application (itself )?(will (come|
    follow)|comes|follows)…(later|soon|by|in|on|next); not for submission;
    (i'll|i will) (wait|hold off) (with|on|before) (the|my|sending|applying)
"""

# Offers to come, which nobody does who only asks.
OFFERS = r"""
    (i|we) (can|could|would) (then |also |easily |only )?(start|come|begin|be there|move|relocate|join|
    arrive|stay|work (from|full|for|with|in)); i'd (start|come|begin|be there|stay|join); (i'm|i am)
    (available|free) (from|for|all|in|between|as of|starting|to start|to work|to come|this|next|
    during); available (from|between|starting|as of); ich k(ö|oe)nnte; je (suis|serai) disponible; (estoy|
    estaré) disponible; (can|could) (start|begin|come|move|relocate) (any|on|in|from|as|by|right|
    immediately|after)
"""

# Said by somebody who writes of an internship and applies for none.
NO_APPLICANT = r"""
    (i'm|i am) not (looking for|applying for|after|asking for|seeking|in need of) (a|an|any)
    (\w+ )?(position|positions|internship|internships|job|jobs|placement|role); (i'm|i am) not applying( for anything)?\b(?! for
    | to );
    this is (not|no) (an |a )?application; not (writing )?to apply
"""

# A question, beside those that end in a question mark.
ASKS = r"""
    (i have|i had|i do have|i've got)…questions?; (i was|i am|i'm|was|i were|just) (just |also )?wondering;
    (could|can|would|will) you (please |kindly |possibly )?(tell|let|confirm|clarify|say|explain|advise|
    share|point); (i would|i'd|would) like to (know|ask|inquire|enquire|find out|check); (let me know|tell
    me|know) (if|whether|how|what|when|which|where); i want(ed)? to (know|ask|check|inquire|enquire);
    (quick|short|a few|some|two|three|one more|another) questions?; are (you|there)…(still|any|taking|
    accepting|hiring|open); (please )?advise; (inquire|enquire|inquiring|enquiring|asking) (about|whether|
    if|as to); (do|does|did) (you|your|the|numenta)…(take|accept|offer|pay|sponsor|have|require|
    consider|hire); information (on|about|regarding); (frage|fragen) (zu|zum|zur|habe); gibt es; w(ü|ue)rde
    gerne wissen; (k(ö|oe)nnten|k(ö|oe)nnen) sie mir…(sagen|mitteilen); (j'ai|j'aurais)…questions?; (je
    voudrais|je souhaiterais|j'aimerais) savoir; (pourriez|pouvez)-vous; est-ce que; tengo (una|unas|algunas)?
    ?(pregunta|preguntas|dudas?); (quisiera|me gustar(í|i)a) saber; 请问; 請問; 想问; 想了解; 咨询; подскажите;
    есть ли
"""

# Says that documents come with the mail.
MATERIALS = r"""
    (resume|r(é|e)sum(é|e)|cv|c\.v\.|curriculum vitae|vita)('s)? (and…)?(is |are |as |can be )?(also
    )?(attached|enclosed|below|pasted|included|here|in the attachment|in attach?e?ment|found|follows|
    available at|online at|linked); (find|attached|attach|attaching|enclosed|enclose|enclosing|included|
    including|pasted|sending)…(resume|r(é|e)sum(é|e)|cv|curriculum vitae|documents|materials|cover letter|
    transcript|application); (resume|r(é|e)sum(é|e)|cv) ?: ?(http|www)~; (please )?(see|view|review|refer
    to)…(my|attached|the)…(resume|r(é|e)sum(é|e)|cv); my (resume|r(é|e)sum(é|e)|cv)…(attached|enclosed|
    below|http)~; (anbei|im anhang|angeh(ä|ae)ngt|beigef(ü|ue)gt); lebenslauf; ci-?jointe?s?; pi(è|e)ces?
    jointes?; adjunt(o|a|os|as|amos); en (el )?adjunto; in allegato; em anexo; в(о)? вложени~; прикладыв~;
    резюме; 附件; 简历; 簡歷; 履歴書; 添付; 이력서; 첨부
"""

# What a mail about an internship speaks of, whoever writes it.
TOPIC = r"""
    intern(s|ship|ships|ing)?; appl(y|ying|ied|ication|ications|icant|icants); (position|positions|
    opening|openings|role|job|jobs|program|programme|opportunity|opportunities|co-?op|placement); (resume|
    r(é|e)sum(é|e)|cv|cover letter|transcript); (student|students|major|freshm(a|e)n|sophomore|junior|
    senior|undergraduate|grad|phd|master's); (eligible|eligibility|visa|cpt|opt|f-1|j-1|citizen|sponsor|
    sponsorship|housing|stipend|paid|remote|relocat\w{1,5}); (summer|fall|winter|spring|semester|quarter|
    deadline); praktik~; bewerb~; stage; stages; stagiaire; candidature; pr(á|a)cticas; pasant(í|i)a; becas?;
    solicitud; tirocinio; est(á|a)gio; stażu?; стажировк~; практик~; 实习; 實習; 申请; 申請; インターン; 인턴;
    course ?work; courses; visum; (studenten|studierende|étudiant|etudiant|estudiante|studente|студент)~;
    bewerben; 学生; 學生; (semester|trimester|term|finals|gpa); (hire|hiring|vacanc\w{1,3});
    (both|two|which|these|your) (of the )?(two )?(areas?|tracks?); (cs|ee|ece|stem) majors?
"""

# Documents that the writer calls their own.
OWN_DOCUMENTS = r"""
    my (\w+ )?(resume|r(é|e)sum(é|e)|cv|curriculum vitae|cover letter|transcript); meine?n? lebenslauf; mon
    cv; mi (cv|curr(í|i)culum); мо(ё|е) резюме; 我的简历; 我的簡歷; mine (is|are); (here|this|attached|below)('s| is|
    are) mine; (not|and not|instead of) mine; my
    (own |internship )?application
"""
