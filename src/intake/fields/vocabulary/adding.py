"""How people say that a mail belongs to an earlier one: data, no rules.

The notation is that of `fields.phrases`; a phrase ends at a semicolon.
"""

from __future__ import annotations

# Brings, corrects or changes something.
ADDS = r"""
    (could|can|may) (we|i) (please )?make (it|that|this) (?!work)…instead;
    (could|can|may|would it be possible) (we|i|to) (please )?(shift|push|postpone|move (the|my|it|this|everything)|
    swap)…(dates?|start|weeks?|days?|thing|period|internship|to); (everything|all) else (\w+ ){0,5}(stands|holds|stays|
    remains|is (still )?(the same|valid|unchanged)); dates? (have |has )?(been )?changed; (my )?new (phone )?number\b;
    change of (my )?(dates|period|plans|availability|address|phone|e?-?mail); (could|can|would) you (please )?(put me
    down|change|move|switch|update|correct|shift);
    (forgot|forgotten|neglected|failed|missed) to (attach|include|mention|add|send|say|write|put|state|
    tell|list); (without|left out|left off|missing)…(attachment|attachments|the resume|my resume|the cv|my
    cv|cover letter|course ?work|transcript); (the|that|my) (missing|forgotten|promised|actual|correct|
    right|corrected|updated|revised|new|newer|latest) (attachment|attachments|file|files|document|
    documents|version|resume|r(é|e)sum(é|e)|cv|cover letter|letter|list|transcript|number|phone|dates|
    one); (an|a|the|my|small|minor|quick|short|with|wish to bring) (following )?(correction|corrections|
    update|updates|addendum|addition|amendment|change) (of |to |on |in |regarding |about )?(my|our|
    plans|plan|the (dates|period|application|resume|cv|letter|course)); (correction|corrections|addendum|
    update|updates|amendment) ?:; (correct|update|amend|change|revise|add to|supplement|complete|replace|
    withdraw|retract|cancel) (my|the|an)…(application|email|e-mail|mail|message|dates|resume|cv|period|
    track|area|phone|candidacy); (my|the) (application|email|e-mail|mail|message|note|letter(?! of)|resume|cv)
    (from|of|i sent|i submitted|dated|sent|submitted|that i sent|which i sent|last|yesterday|earlier);
    (earlier|previous|last|first|original|prior|trailing|below|recent) (e-?mail|mail|message|note|
    application|submission); (instead|in place) of the (one|file|version|resume|cv|dates); (ignore|
    disregard|discard|delete|throw away|replace) ((the|my|that|this|it|all|any)…)?(previous|earlier|old|
    last|first|mail|e-?mail|message|version|file|attachment|resume|cv); (further|in addition|additional|
    as an addition|addition|adding|in reference|with reference|regarding|referring|with regard|following up|
    a follow-?up|update|everything else) (to|in|on|with) my…(application|email|e-mail|mail|message|
    submission); in continuation (of|to|with); (wrong|old|outdated|incomplete|blank|corrupt|corrupted|
    broken) (file|version|attachment|resume|cv|document|dates); (supplement|supplementing|complete|
    completes|completing|round out) my; everything else in my application; (the
    )?(rest|everything else|all else|other details|other things?|remainder)( of (it|my application|the application))?
    (is|are|stays?|remains?|can stay)( exactly)? (the same|unchanged|as (before|it was|is|i wrote)); on second thoughts?;
    (i )?(have |'ve )?changed my mind; (i )?(have |'ve )?thought (about|it) (it )?(over|some more|again|more); (i )?said
    no preference; (i )?(told|gave) you (the )?wrong; (as promised|as mentioned in my (last|
    previous|earlier)); (please )?(note|use) my new; (kindly|please) use…(instead|henceforth|from now); i (also
    )?(should|ought to|wanted to) (have )?(mention|mentioned|add|added)…(earlier|application|last|before);
    (it seems|i see|i noticed|i realized|i realised|just noticed)…(attachment|attached|attach|forgot|
    resume|mail|email|wrote|typo|wrong|mistake); (my|the) (application|email|e-mail|mail|message|note|letter)
    (an?|two|three|few|some) (hour|hours|minutes?|
    days?|weeks?) ago; i (wrote|put|typed|said)…(i meant|meant to|should be|should say|should have); nachtrag~;
    fehlte~; gefehlt; anbei nun;
    (nun|jetzt) (die|der|das) (richtige|fehlende|korrekte)\w{0,2}; (letzten|gestrigen|vorigen|ersten)
    (e-?mail|mail|nachricht); (pi(è|e)ce|
    lettre|document) (manquante?|oubli(é|e)e?); manquante?s?; (ma|mon) pr(é|e)c(é|e)dente?
    (mail|message|e-?mail|courriel|candidature);
    (olvid(é|e)) (adjuntar|incluir|mencionar|enviar); (mi|el) (correo|mensaje|solicitud) anterior; faltaba;
    esqueci(-me)?; faltou;
    (e-?mail|mensagem) anterior; ho dimenticato; (mail|messaggio) precedente; 漏了; 上一封; 上封; 补交; 補交; (wie
    )?(angefordert|gew(ü|ue)nscht|erbeten|
    besprochen); nachreichen; habe ich…vergessen; comme (demand(é|e)|convenu); j'ai oubli(é|e); (olvid(é|e)|se
    me olvid(ó|o)); como (solicitado|solicitaron|pidieron); 补充; 補充; 忘了; 忘记; 更正; забыл~; дополнени~;
    (second|third|2nd|3rd) (e-?mail|mail|message|half|part) (with|of|to|in|is|contains); part (2|two|
    ii|3|three)
"""

# Answers what was asked.
ASKED_FOR = r"""
    (list|courses|course ?work|dates|transcript|resume|letter|documents?|information|details|number) (that |which )?you (had
    |have |'ve )?(wanted|asked for|asked about|requested|needed);
    (as|like|that|which|what|since|because) (you|you've|you have|you had) (asked|requested|wanted|
    needed); as (requested|asked|per); (per|at|upon|on|following|in response to|answering) your (request|
    questions?|e-?mail|mail|message|reply|note|asks?); you (have |had )?(asked|requested|wrote (that|to|me|about|in)|mentioned|
    wanted to know|needed|said); (letting|let) me know (what|that|which)…(missing|need|needed|incomplete|
    lacks?|lacked); what was missing; (answers?|answering|answered|replies|responses) (below|inline|to your|
    in line); your (two |three |other |last )?questions?; thank you for asking; thanks for asking; thanks for the
    reminder; thank you for the reminder; for pointing
"""

# Speaks of an earlier mail or application.
EARLIER = r"""
    (for|decline|declining|accept|accepting) (the|your) (\w+ )?offer;
    (hi|hello|hey|dear \w+|me|it's me|good morning|good afternoon),? again; it's me again;
    i ?('ve|have|had)? ?(recently |already |just |previously |earlier |originally |first |also )?(applied|
    submitted|emailed|e-mailed|mailed|wrote to you|written to you|written you); i ?('ve|have|had)?
    ?(recently |already |just |previously |earlier |originally |first |also )?(sent|gave) (you|in (my|
    an?)|my); follow(ing)?[ -]?up; (status|state|outcome|decision|progress|receipt|news) (of|on|about|
    regarding|for) my; (haven't|hasn't|have not|have n't|not|never|yet to) (yet )?(heard|hear|received|
    gotten|got|had) ((back|anything|a reply|an answer|from you|any)); my (pending |internship |current |
    earlier |previous )?application(?! (documents|materials|text|package|letter|form|is attached|is in|is here|is enclosed|
    consists|below|for (the|an|a|your|this))); check(ing)? in; touch(ing)? base; (re-?send|re-?sending|re-?sent|
    sending (this |it )?again); meine bewerbung vom; ma candidature du; withdraw~; (meine )?bewerbung vom
    \d{1,2}; suite (à|a) ma candidature; mi solicitud del \d{1,2}
"""

# Says something new about the applicant, in a mail that answers.
GIVES = r"""
    (can't|cannot|can not|won't be able to|couldn't|not able to) (do|make|come|start|be there|take); after all;
    (my|the) (new|current|updated|correct) (phone|number|cell|mobile|address|email|e-mail|dates|period|
    availability); my (number|phone|dates|plans|availability|advisor|exam|exams|semester|finals) (is|are|
    has|have|changed|moved|was|were); (has|have|had|is|was|been) (changed|moved|approved|postponed|
    cancelled|shifted); (change|changes) (on|in|of|to) my; (i|we) (can|could|would|will) (now |only |also
    )?(start|begin|come|do|be there|be available|arrive); (i'd|i would) (prefer|rather|choose|still|still
    like|go with); (i'm|i am)…(available|free|able); (don't|doesn't|do not|does not|no longer|won't) work;
    the (courses|classes|dates|period|area|track); (courses|coursework|course work) (that|which|i|are|is|
    :)~; (i've|i have) (taken|had|completed|finished); (green card|citizen|visa|permanent resident); my (\w+
    )?(dates|period|phone|number|area|courses|availability) ?:~;
    (yes|no|yep|nope|sure|right)(,|\.|!) (i|i'm|i am|it|that|they|we)~; (i'm|i am)…enrolled;
    attached; (here|this) (is|are); here's; enclosed; my (preference|choice|track|area);
    i (took|had(?! (a (lot|great|good|blast)|lots|fun))|mean|meant|prefer|choose|chose);
    (algorithms|engineering|software)(,|please|\.)
"""

# Takes the application back.
WITHDRAWS = r"""
    withdraw(ing)? (my|from); (remove|take) me (from|out|off); no longer (be )?(interested|available|
    considered|looking|pursue|pursuing); (accept|accepted|taken|took|signed) (an(other)?|a) (\w+ )?(offer|position|
    internship|job); (decline|declining|turn down) (your|the) (\w+ )?offer
"""

# Courtesies that make up a mail which says nothing else.
THANKS = r"""
    (thank|thanks); thx; appreciate; grateful; disappointed; good luck; best of luck; all the best; understand; no
    (problem|worries|hard feelings); keep (me|my)…(mind|file|posted); vielen dank; danke~; merci; gracias;
    谢谢; 感谢; спасибо
"""

# How an organisation says no, or how somebody speaks of it.
# A mail that is sent a second time, whole.
RESENDS = r"""
    (sending|send|sent|forwarding) (this|it|the whole thing|everything|the mail|my (mail|application|email))( below)? (once
    more|again|a second time); (resend|re-send|resending|re-sending|resent); (never|not|n't) (got|get|received|receive|had|
    seen|see) (a|any) (confirmation|reply|answer|response); not sure (it|this|that it|if it|whether it) (arrived|went through|
    got through|came through)
"""

REFUSED = r"""
    (cannot|can't|could not|unable to|not able to|not be able to|won't be able to) (offer|move|proceed|
    consider|take|extend|invite); (unfortunately|regret|sorry to); (not|n't) (been )?(selected|move forward|
    moving forward|proceed); (went|gone|go|going) with (another|other|somebody|someone); (positions?|
    places?|spots?) (are|is|have been|has been|were) (all )?(filled|taken); other candidates; disappointed
"""
