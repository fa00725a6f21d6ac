"""How mail programs word automatic mail, in the languages it comes in: data, no rules.

The notation is that of `fields.phrases`; a phrase ends at a semicolon.
"""

from __future__ import annotations

# How the subject of an automatic reply begins.
REPLY_SUBJECTS = r"""
    (automatic|automated|auto) ?-?(reply|response|answer|generated reply); auto ?:; auto-?re ?:; autoreply;
    autoresponse; out of (the )?office; ooo ?:; ooo -; (on|away on) (vacation|holiday|leave|annual leave|
    parental leave) ?:; vacation (reply|response|message|notice); away from (my |the )?(office|mail|email|
    desk); (automatische|autom\.) (antwort|abwesenheitsnotiz|r(ü|ue)ckantwort); abwesenheitsnotiz; abwesenheit;
    nicht im b(ü|ue)ro; r(é|e)ponse automatique; absence du bureau; message d'absence; absent du bureau; respuesta
    autom(á|a)tica; fuera de (la )?oficina; autom(á|a)tico ?:; risposta automatica; fuori (ufficio|sede);
    resposta autom(á|a)tica; fora do escrit(ó|o)rio; aus(ê|e)ncia; automatisch antwoord; afwezig(heid)?~;
    autosvar; fr(å|a)nvarande; automaattinen~; automatyczna odpowied(ź|z); nieobecno(ś|s)(ć|c)~; автоматический
    ответ; автоответ~; вне офиса; 自动回复; 自動回覆; 自动答复; 外出; 休假; 自動返信; 自動応答; 不在; 부재중; 자동
    ?(회신|응답)
"""

# What the body of an automatic reply says of its sender.
ABSENT = r"""
    (i'm|i am|i will be|i'll be|we are|is|am) (currently |now |presently |still )?(out of|away from|not
    in) (the |my )?(office|country|town|desk); (out of (the )?office|on (vacation|annual leave|leave|
    parental leave|maternity leave|sabbatical|holiday|travel))…(until|through|till|to|from|and will|with);
    (limited|no|intermittent|sporadic|irregular) access to (my |the )?(e-?mail|internet|mail|messages);
    (will|shall) (reply|respond|answer|get back|return|be back|attend|read)…(when|upon|after|as soon as|
    once|on) (i|my|the|return); (read|check|checking|reading) (my )?e-?mail (irregularly|infrequently|
    sporadically|rarely); (for|in) (urgent|immediate|pressing|emergency)…(contact|call|write|email|reach|
    please); ich bin…(abwesend|nicht im b(ü|ue)ro|au(ß|ss)er haus|im urlaub|nicht erreichbar); (in dringenden
    f(ä|ae)llen|ihre (nachricht|e-?mail) wird nicht weitergeleitet); je suis (absent|absente|en cong(é|e)s?|
    en d(é|e)placement)~; (en mon absence|de retour le|en cas d'urgence); (estoy|estar(é|e)|me encuentro)
    (fuera|ausente|de vacaciones)~; (en caso de urgencia|a mi regreso); (sono|sar(ò|o)) (assente|fuori
    ufficio|in ferie); (estou|estarei) (fora|ausente|de f(é|e)rias); ik ben (afwezig|niet aanwezig|op
    vakantie)~; (jestem|b(ę|e)d(ę|e)) (nieobecn|na urlopie|poza biurem)~; (я|меня)…(в отпуске|отсутству|нет
    на месте)~; (我|本人)[^。]{0,12}?(休假|外出|出差|不在办公室|不在辦公室); (休暇|不在|外出)[^。]{0,10}?(中|
    して); nicht im b(ü|ue)ro; im urlaub; au(ß|ss)er haus; (will (return|be back)|returning|back in the office|
    be back|i return) (on|by|in|the); (abwesend|absent) (bis|jusqu)~; (out of office|away from the office|
    away on|on (vacation|leave|holiday|sabbatical))
"""

# What a machine says of its own mail.
MACHINE = r"""
    this (is|was) an? (automatic|automated|auto-?generated|computer[ -]generated|system[ -]generated) (\w+
    ){0,3}(reply|response|message|e-?mail|mail|notification|acknowledg\w+); this (message|e-?mail|mail|
    reply|notification) (was|is|has been) (generated |sent |created )?(automatically|by an automated|
    auto-?generated); (please )?do not (reply|respond) (directly )?to this (automated |automatic )?(e-?mail|
    message|mail|notification); (replies|responses) to this (e-?mail|message|address) (are|is|will) not;
    (this|the) (mailbox|inbox|e-?mail address) (is|are) not monitored; (your|the) (ticket|request|case|
    message|inquiry|enquiry|e-?mail) (\W?\w+ )?(has been|was) (received|created|opened|logged)~; diese
    (nachricht|e-?mail) wurde automatisch~; (bitte )?antworten sie nicht auf diese; (ce|cet) (message|e-?mail|
    courriel) (est|a (é|e)t(é|e))…automatique~; (este|esta) (mensaje|correo|mensagem)…autom(á|a)tic~; (não|
    no) (responda|responder)…(correo|mensaje|e-?mail|mensagem); 此邮件由系统自动; 请勿(直接)?回复;
    このメールは自動
"""

# A mail that could not be delivered.
UNDELIVERED = r"""
    undeliver(ed|able)~; delivery (status notification|failure|has failed|failed|incomplete|delayed); mail
    delivery (failed|subsystem|system|failure); returned mail; failure notice; mail system error; message (not
    delivered|delayed|could not be delivered); (could not|couldn't|wasn't|cannot|can't|not) be delivered to;
    delivery to the following recipients?…failed; unzustellbar~; nicht zugestellt~; non remis~; (é|e)chec de (la
    )?remise; no se (pudo|puede) entregar~; non recapitabile; não (entregue|foi entregue)~; 退信; 无法投递;
    配信不能; недоставлен~
"""

# What the subject of a calendar's mail begins with, and of a read receipt's.
CALENDAR_SUBJECTS = r"""
    (updated )?invitation ?(:|with note|from); (accepted|declined|tentative|tentatively accepted|cancelled|
    canceled|cancelled event|canceled event|updated event|proposed new time|new time proposed) ?:; (reminder|
    notification) ?:…@; (einladung|zugesagt|abgelehnt|mit vorbehalt|abgesagt) ?:; (accept(é|e)|refus(é|e)|
    annul(é|e)|invitation) ?:; (aceptado|aceptada|rechazado|rechazada|cancelado|cancelada|invitaci(ó|o)n)
    ?:; (read|not read|gelesen|ungelesen|lu|le(í|i)do) ?:
"""

# The lines of newsletters, mailing lists and job boards.
BULK = r"""
    (view|read|see|open) (this|it) (e-?mail |newsletter |message |mail )?(in|on|with) (your |a |the
    )?(web )?browser; (having )?trouble (viewing|reading) this; (you're|you are) (receiving|getting|
    subscribed)…(because|as|to)…; you received this (e-?mail|message|newsletter|mail) because; (manage|update|
    change) (your )?(e-?mail |subscription |notification |communication )?(preferences|subscriptions?|
    settings); (unsubscribe|subscribe) (from|here|link|instantly|at any time|:|\|); to unsubscribe;
    unsubscribe ?(at|:|here|from|link|\|)~; mailing list; (weekly|monthly|daily|quarterly) (digest|
    newsletter|update|roundup|bulletin); newsletter abbestellen; se d(é|e)sabonner; darse de baja; отписаться;
    退订; 配信停止
"""

# What job boards tell an employer.
BOARD = r"""
    (\d{1,4}|your|has|have|a|new) (new )?(applicants?|applications?|candidates?) (for|to|in|on|waiting|
    have|has)~; (your|the) (job|posting|listing|ad|post) (\w+ )?(has|have|received|got|is|will|expires?|
    was)~; sign in to (review|view|see|manage)~; log ?in to (review|view|see|manage)~; (review|view|manage|
    see) (their|your|all|the|new|this) (applicants?|applications?|candidates?)~; applicant(s)? (summary|
    alert|notification|digest); job alert~; recommended candidates~
"""
