"""How people write letters, in the languages that applicants write in: data, no rules.

Each entry is a regular expression that is matched without case and only from the start of a word; a blank in it
stands for any white space, and a line that ends in `|` goes on below. A language is added by adding its lines.
"""

from __future__ import annotations

import re

_CONTINUED = re.compile(r"\|\n\s*")


def _lines(text: str) -> tuple[str, ...]:
    entries = _CONTINUED.sub("|", text).splitlines()
    return tuple(entry.strip().replace(" ", r"\s+") for entry in entries if entry.strip())


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# How a letter opens; matched at the start of a line.
GREETINGS = _lines(r"""
    dear\b
    (?:hello|hi|hey|greetings|howdy)\b
    good (?:morning|afternoon|evening|day)\b
    to (?:whom(?:ever|soever)?|who) it may concern
    to the (?:\w+ ){0,4}(?:team|manager|committee|department|coordinator|recruiters?|staff|programme|program|
      people)\b
    (?:respected|esteemed) (?:sir|madam|team|professor)
    (?:attention|attn)\b
    sehr geehrte|liebe[rs]?\b|guten (?:tag|morgen|abend)|hallo\b|werte[rs]?\b
    madame,? monsieur|(?:madame|monsieur|messieurs)\b|bonjour\b|ch(?:er|ère|ers)\b|bonsoir\b
    estimad[oa]s?\b|apreciad[oa]s?\b|muy señor(?:es)?|buen[oa]s? (?:días|tardes|noches|día)|hola\b|
      a quien corresponda
    prezad[oa]s?\b|car[oa]s? \w|olá\b|bo[am] (?:dia|tarde|noite)|exmo|exmos|a quem (?:possa|interessar)
    gentil[ei]\b|egregi[oa]?\b|spettabile|spett\.?(?:le)?\b|buongiorno\b|alla cortese attenzione
    尊敬的|敬爱的|亲爱的|您好|你好|敬启者
    уважаем\w+|здравствуйте|добр(?:ый|ое|ого) (?:день|утро|вечер|времени суток)|дорог(?:ой|ая|ие)\b
""")

# How a letter closes; matched at the start of a short line.
SIGN_OFFS = _lines(r"""
    (?:yours )?(?:very )?(?:sincerely|faithfully|truly|respectfully|cordially)\b
    (?:(?:kind(?:est)?|best|warm(?:est)?|with|many|my|all) ){1,4}(?:regards|wishes|greetings)\b
    best\W*$|cheers\b|all the best\W*$|thx\b|take care\b|yours\W*$
    (?:many |with )?(?:thanks|gratitude|appreciation)\b|thank you\b|thanking you\b|looking forward\b
    mit freundlichen grüßen|(?:viele|beste|freundliche|herzliche|liebe|schöne) grüße?|hochachtungsvoll|mfg\b
    cordialement|bien (?:cordialement|à vous)|sincèrement|respectueusement|salutations|je vous prie d'agréer
    veuillez agréer
    atentamente|(?:un )?(?:cordial )?saludos?\b|cordialmente|respetuosamente|sin otro particular
    atenciosamente|(?:os meus |melhores )?cumprimentos|att\.?(?:e)?\b|obrigad[oa]\b|respeitosamente
    (?:cordiali|distinti) saluti|saluti\b|grazie\b
    敬祝|敬上|謝謝|感謝|順頌|顺颂|此致|敬礼|顺祝|祝好|谢谢|感谢
    с (?:уважением|наилучшими пожеланиями|благодарностью)|спасибо|всего доброго
""")

# Words by which writers speak of themselves.
FIRST_PERSON = _lines(r"""
    (?-i:I)(?:['’](?:m|ve|d|ll))?\b|i (?:am|have|had|was|did|do|can|could|will|would|want|love|like|made|built|
      wrote|know|think|study)\b|my\b|me\b|mine\b|myself\b|i['’](?:m|ve|d|ll)\b
    ich\b|mein\w{0,2}\b|mich\b|mir\b
    je\b|j['’]|ma\b|mes\b|mon\b|moi\b|m['’]
    yo\b|mis?\b|soy\b|estoy\b|tengo\b|quier[oa]\b|quisiera\b|me gusta\w*|he \w+[ai]do\b|escribo\b|estudio\b|
      adjunto\b
    busco\b|trabajo en|llevo\b|(?:encontr|trabaj|arm|desarroll|estudi|empec|program|implement|diseñ|prob|us|llegu|
      particip|public)é\b|leí\b|
      escribí\b|aprendí\b|construí\b|hice\b|descubrí\b|tuve\b|pude\b
    (?:mont|test|implement|cri|comec|program|us|particip|encontr|estud|public|constru)ei\b|desenvolvi\b|li\b|
      fiz\b|aprendi\b|escrevi\b|descobri\b
    eu\b|meus?\b|minhas?\b|sou\b|estou\b|gostaria\b|tenho\b|quero\b|escrevo\b|estudo\b|trabalho\b|trabalhei\b
    (?:costruisco|voglio|ho|mi interessa|scrivo|leggo|uso)\b|io\b|mi[oae]i?\b|sono\b|ho \w+t[oa]\b|vorrei\b|
      desidero\b|scrivo\b|frequento\b|lavoro\b
    我|本人
    я\b|мне\b|меня\b|мой\b|моя\b|моей\b|моего\b|мои\b|моём\b
""")

# Words by which they speak of somebody else: a letter of recommendation is full of them.
THIRD_PERSON = _lines(r"""
    he\b|she\b|his\b|her\b|him\b|hers\b|himself\b|herself\b
    (?-i:seine[rmns]?|ihre[rmns]?|ihr)\b|elle\b|lui\b|él\b|ella\b|ele\b|ela\b|egli\b|lei\b|他|她|он\b|она\b|его\b|
      её\b|
      ему\b
    ей\b
""")

RECOMMENDING = _lines(r"""
    recommend(?:ation|ing|s)?\b|letter of (?:reference|support)|reference (?:letter )?for|in support of
    (?:pleasure|honor) to (?:write|support)
    empfehl\w+|recommand\w+|recomend\w+|recomiend\w+|raccomand\w+|推荐|рекоменд\w+
""")

# The applicant's reasons and wishes: what a letter is for.
INTEREST = _lines(r"""
    interest(?:s|ed|ing)?\b|fascinat\w+|excit(?:ed|es|ing)\b|passion\w*|inspir\w+|curious|curiosity|enthusias\w+
    intrigu\w+|hooked|obsess\w+|captivat\w+|(?:huge|big|longtime|long-time|great) fan\b|fan of\b|geek\w*|nerd\w*
    (?:drawn|attracted|attracts|appeals?|admire\w*|impressed|eager|keen|thrilled|motivat\w+|dream\w*|aspir\w+|
      intend|hope)\b
    i (?:really |truly |always |also |do |just |genuinely |absolutely )*(?:love|like|enjoy|believe|think|want|
      wonder|wish|care|admire|find|found|liked|loved|enjoyed|wanted|wondered|kept|keep|felt|feel)\b
    (?:would|i['’]d) (?:really |very much )*enjoy\b
    (?:would|i['’]d) (?:really |very much |also |truly )*(?:love|like|enjoy|be (?:glad|happy|thrilled|honou?red|
      excited)|want) (?:nothing )?(?:more )?to (?:work|learn|understand|explore|contribute|build|study|help|see|
      find|be|join|make|know (?:more|how|why|what)|spend|do|use|fix|apply my|bring|try|develop|finish|write|talk|
        take|run|improve|compare|test)
    and (?:want|wish|hope) to (?:build|make|work|learn|understand|find|see|help|know|do)\b|stands for\b
    (?:because|reason|why)\b|what (?:i|draws|drew|attracts|attracted|interests|excites)\b
    learn(?:ed|ing|t)? (?:from|about|how|more)
    let me (?:do|join|help|work|build|try|learn)\b|nobody else|the only (?:one|ones|company|place|people|group|
      lab|account|theory|model)\b
    (?:kept|keeps) (?:me|asking|coming|wondering)|for fun\b|questions? (?:that )?(?:i|will not|won['’]t)\b
    nicht (?:mehr )?los\b|seither|seitdem|verfolge\b|gerne? (?:\w+ ){0,6}(?:lernen|sehen|verstehen|mitarbeiten|
      arbeiten|erfahren)\b|
      wissen,? (?:wie|warum|ob)\b|(?:verstehen|herausfinden|lernen|erfahren),? (?:wie|warum|ob|was)\b
    (?:comprendre|apprendre|savoir|voir|chercher) (?:comment|pourquoi|ce que)\b|questions?,? (?:et|auxquelles|
      que je)\b|consacre\b|
      me tient à cœur|rêv\w+
    (?:aprender|entender|saber|comprender|descubrir) (?:a|cómo|por qué|qué|si|como|por que|o que)\b|me pregunt\w+|
      me falta\b|
      me dieron|me pareció|me llam\w+ la atención|no consigo|quero (?:\w+ ){0,4}(?:entender|aprender|saber|trabalhar)
    (?:capire|imparare|sapere|scoprire) (?:come|perché|dove|se|cosa|a)\b|da allora\b|nel tempo libero
    (?:gostaria|queria|adoraria) (?:muito )?de (?:\w+ ){0,3}(?:discutir|conhecer|explorar|mostrar|fazer parte|
      descobrir)\b
    (?:понять|узнать|научиться|разобраться)(?:,)? \w+|не хватает|пытаюсь|с тех пор
    興趣|熱愛|喜歡|著迷|渴望|希望(?:有機會|能|可以|跟|到)|嚮往|熱情|因為|吸引|念念不忘|很想|特别想|特別想|好奇|想(?:弄|搞)?(?:明白|清楚|知道)|
      梦想|夢想|感动|感動|佩服|一直(?:关注|關注|在|想)|结合|把这|把這|第一次
    interess\w+|fasziniert|fasziniere\w*|begeister\w+|motiv\w+|neugier\w*|leidenschaft\w*|reizt|weil\b|spannend
    möchte (?:\w+ ){0,6}(?:lernen|arbeiten|beitragen|verstehen|mitarbeiten|vertiefen|sammeln|einbringen)
    intéress\w+|passionn\w+|fascin\w+|attir\w+|enthousias\w+|parce qu\w*
    souhait\w+ (?:\w+ ){0,6}(?:apprendre|contribuer|découvrir|approfondir|travailler|comprendre)|curieu\w+|séduit\w*
    interes\w+|apasion\w+|fascin\w+
    me gustaría (?:\w+ ){0,6}(?:aprender|contribuir|trabajar|entender|formar|colaborar)|porque\b|motiva\w*|
      entusias\w+
    curiosidad|me atrae|me encanta
    apaixon\w+|gostaria de (?:\w+ ){0,5}(?:aprender|contribuir|trabalhar|entender|fazer parte)|curiosidade|me motiva
    sonho
    interess\w*|appassion\w+|affascin\w+|vorrei (?:\w+ ){0,6}(?:imparare|contribuire|lavorare|capire|approfondire)
    perché\b|mi piace\w*|curios\w+
    兴趣|热爱|喜欢|着迷|渴望|希望能?(?:够)?(?:学习|参与|加入|了解)|向往|热情|因为|吸引
    интерес\w*|увлек\w+|увлеч\w+|хочу\b|хотел\w*|нравит\w*|мечта\w*|потому что|вдохнов\w+|восхищ\w+
""")

# What they did that may matter: verbs in the past, work, research.
EXPERIENCE = _lines(r"""
    (?:built|wrote|written|developed|implemented|designed|created|published|researched|presented|contributed|
      analy[sz]ed|trained|maintain(?:ed)?|ported|reimplemented|optimi[sz]ed|automated|deployed|measured|tested|
      programmed|coded|simulated|modell?ed|solved|fixed|organi[sz]ed|managed|founded|improved|compared|collected|
      rebuilt|rewrote|rewritten|reproduced|replicated|explored|investigated|proved|derived|visuali[sz]ed|extended|
      taught|volunteered|cloned|experimented|tried|used|ran|made|started|led|lead|won|grew|grown|ended up \w+ing|focused on)\b
    (?:hack\w*|tinker\w*|(?:play|mess)(?:ed|ing)? (?:around )?with|fiddl\w+)\b
    (?:have|i['’]ve|had) (?:\w+ ){0,3}(?:read|followed|been (?:teaching|reading|following|working|using|looking|
      writing|
      building|programming|studying)|worked|studied|watched|taught|seen|learned|done|run|taken part|played|spent|
        helped)\b
    i (?:(?:also|then|later|first|recently|once|currently|now|mostly|just|mainly|often|had|have) )?(?:read|
      followed|follow|work|worked|study how|program|research|met|saw|spent|helped|came across|
      came to|went|got|learned|learnt|did|heard|watched|attended|discovered|decided|realized|look at|teach|looked)\b
    (?:my|our) (?!application)(?:\w+ ){0,3}(?:thesis|research|project|projects|dissertation|experience|background|
      capstone|lab|
      paper|team|startup|work|internship|company|job|adviser|advisor|startup|studies|skills)\b
    (?:experience|worked|working|research|thesis|project|background|skills) (?:\w+ )?(?:in|with|on|at|
      as|of)\b
    hands-on
    i (?:\w+ly )?(?:record|teach|taught|maintain|run|measure|simulate|train|design|analy[sz]e|lead|mentor|
      volunteer|organi[sz]e|edit|
      collect|build|write|spend|spent|began|have begun|argued|compare|sketched|soldered|debug|translate|argue|
      read|test|model)\b
    (?:have|i['’]ve|had) (?:\w+ )?(?:begun|started|sent|fixed|put|kept|tried|made|found|come)\b
    (?:my|during (?:an|the)|previous|past|last|first|second|third) (?:\w+ ){0,2}internships? (?:in|at|with|on)\b
    experienced?\b|proficien\w+|last (?:summer|year|semester|term|fall|spring|winter|month|quarter)\b
    (?:entwickel\w+|geschrieben|gearbeitet|programmiert|gebaut|geforscht|untersucht|mitgearbeitet|umgesetzt|
      gelesen|beschäftig\w+|gesammelt|absolviert)\b
    (?:nachgebaut|nachgerechnet|kennengelernt|verglichen|vergleichen|vergleiche|getestet|ausprobiert|gelernt|
      gehört|betreut|
      geleitet|repariert|übersetzt|veröffentlicht|gemessen|simuliert)\b|arbeite (?:\w+ ){0,4}(?:an|als|mit|in)\b|
      schreibe\b|
      lese\b|baue\b
    erfahrung\w*|(?:bachelor|master|abschluss|diplom)arbeit|forschung\w*|projekt\w*|werkstudent\w*
    (?:développ\w+|travaill\w+|réalis\w+|conçu|programm\w+|participé|étudié|effectué|contribué|acquis|
      implément\w+|reconstruit\w*|testé\w*|lu\b|comparé\w*|écrit\w*|publié\w*|appris|enseign\w+|encadré\w*|
        codé\w*|créé\w*)\b
    expériences?\b|mémoire|recherches?\b|projets?\b|stage (?:de|chez|en)
    (?:desarroll\w+|trabaj\w+|investig\w+|program\w+|implement\w+|particip\w+|he (?:leído|trabajado|estudiado|
      creado)|realic\w+|constru\w+|escrib\w+)\b
    (?:armé|leí|encontré|hice|aprendí|empecé|probé|publiqué|enseñé|llevo|siguiendo|participé|diseñé|medí)\b
    experiencia|tesis|memoria (?:de|trata|estudia)|proyectos?\b
    (?:desenvolv\w+|trabalh\w+|pesquis\w+|implement\w+|particip\w+|estudei|criei|fiz|escrevi)\b|experiência
    (?:montei|testei|implementei|aprendi|comecei|programei|li|publiquei|ensinei|construí|participei)\b
    (?:re-?escrevi|desmonto|encontrei|comparei|medi|ajudei|dou aulas|estudei|vi|percebi)\b
    monografia|projetos?\b
    (?:svilupp\w+|lavorat\w+|ricerc\w+|programmat\w+|realizzat\w+|implementat\w+|studiat\w+|letto)\b|esperienz\w+
    (?:provato|costruisco|costruito|confrontato|scrivo|insegno|imparato|riscritto|testato)\b
    tesi\b|progett\w+
    研究(?!生|所|院|團隊|团队)|项目|实习(?:期间|中)|开发|经验|参与|实现|编写|阅读|毕业设计|做过|负责|复现|重写|改写|维护|修过|提交|测试|读(?:过|了|完|到)|写(?:过|了)|论文|毕设|
      搭建|训练|设计了|熟悉
    專案|專題|開發|經驗|參與|實現|實作|編寫|閱讀|讀(?:過|了|完|到)|寫(?:過|了)|重寫|改寫|維護|修過|測試|論文|碩論|做過|負責|訓練|設計了|熟悉
    (?:прочита\w+|повтор\w+|проверил\w*|сделал\w*|собира\w+|построил\w*|работал\w*|работаю|писал\w*|написал\w*|
      изучал\w*|исследова\w+|участвовал\w*|читал\w*|собрал\w*|
      исправил\w*|занима\w+|создал\w*|программиру\w*)\b
    опыт\w*|проект\w*|диплом\w*|слежу
""")

# What the reader of the letter made, by the words of whoever read it.
YOUR_WORK = _lines(r"""
    (?:your|numenta['’]s) (?:\w+ ){0,4}(?:work|papers?|articles?|theor(?:y|ies)|models?|algorithms?|approach|
      talks?|videos?|
      book|ideas?|representations?|framework|library|blog|publications?|preprint|codebase|code|source|experiments?|
      account of|view of|hypothes[ie]s|mission|
        interns (?:deal|work|do|learn|build|get to))\b(?! (?:area|track|internship|intern|position|team|group|opening|
      role))
    (?:ihren?|ihrer|eurer?|euren) (?:\w+ ){0,3}(?:arbeit(?:en)?|forschung\w*|artikeln?|veröffentlichung\w*|
      modelle?n?|ansatz|
      theorie\w*|aufsätze\w*|vorträge\w*|ideen?|quelltext|ergebnisse\w*)\b
    (?:vos|votre) (?:\w+ ){0,2}(?:travaux|articles?|recherches?|approche|modèles?|théories?|vidéos?|publications?|
      idées?|code)\b
    (?:sus?|vuestr[oa]s?) (?:\w+ ){0,2}(?:trabajos?|artículos?|investigaci(?:ón|ones)|enfoque|modelos?|teorías?|
      ideas?|
      publicaci(?:ón|ones)|videos?|código)\b
    (?:seus?|suas?|voss[oa]s?) (?:\w+ ){0,2}(?:trabalhos?|artigos?|pesquisas?|abordagem|modelos?|teorias?|ideias?|
      vídeos?|código)\b
    (?:i|le|la|il) vostr[oaie] (?:\w+ ){0,2}(?:lavor[oi]|articol[oi]|ricerc\w+|approccio|modell[oi]|teori[ae]|
      idee|codice)\b
    (?:贵公司|貴公司|你们|你們|您|贵团队|貴團隊)(?:的)?\w{0,8}(?:研究|工作|理论|理論|论文|論文|技术|技術|算法|演算法|模型|代码|文章|演讲)
    ваш\w{0,3} (?:\w+ ){0,2}(?:стать\w+|работ\w+|подход\w*|исследовани\w+|модел\w+|теори\w+|иде\w+|код\w*)\b
""")

# Who they are: a sentence that says only this is no interest yet.
IDENTITY = _lines(r"""
    i(?:['’]m| am) (?:also |currently |now |presently )*(?:an? |the |in my |in the |studying|pursuing|enrolled|
      majoring|finishing|completing|entering|a\b)
    my name is|this is \w+
    i (?:study|studied|major|attend|graduated|graduate|go to|hold|will graduate|will be graduating|
      have a (?:bachelor|master|degree|b\.?s|m\.?s))\b
    (?:sophomore|junior|senior|freshman|undergraduate|student)\b|i (?:expect|plan) to graduate
    ich (?:bin|heiße|studiere|besuche|absolviere)\b|mein name ist
    je (?:suis|m['’]appelle|prépare)\b|actuellement|étudiante? (?:en|à)|élève ingénieur\w*
    (?:soy|me llamo|mi nombre es|estudio|curso|estoy (?:estudiando|cursando|en))\b|estudiante de
    (?:sou|me chamo|chamo-me|meu nome é|estudo|curso|estou (?:estudando|cursando|no))\b|estudante de
    (?:sono|mi chiamo|il mio nome è|studio|frequento|sto (?:studiando|frequentando))\b|studentessa|studente
    我(?:叫|是|就读|就讀|目前|来自|來自)|本人(?:是|系|现|目前)
    меня зовут|я (?:студент\w*|учусь|разработчик|являюсь|живу)|студент\w*
""")

# What every mail with an application says, whoever writes it. ATTACHING, CLOSING and CONTACT sentences say
# nothing else; APPLYING ones may go on to say why.
ATTACHING = _lines(r"""
    (?:attached|enclosed|attaching|enclosing|attachments?|attachements?|enclosures?)\b
    i(?: have|['’]ve| am|['’]m)? (?:also )?(?:attach|enclose|append|include|included)\b
    (?:please|kindly)(?: also)? (?:find|see|refer to|check|look at|review|consult|download|
      open) (?:\w+ ){0,4}(?:resume|résumé|cv|curriculum|vitae|letter|transcript|documents?|files?|zip|application|
      materials?|link)\b
    (?:resume|résumé|cv|curriculum vitae|transcript|cover letter|documents?|materials)(?:\W+\w+){0,4}? (?:is|are|
      ['’]s|can be|follows?|follow|below|here|at) (?:\w+ )?(?:below|here|in|at|as|found|on|follow\w*|pasted|
      linked|available|online|included)\b
    (?:resume|résumé|cv|transcript|cover letter|linkedin|github|website|portfolio) ?:
    (?:resume|résumé|cv) (?:below|follows|pasted)|see (?:my |the )?(?:resume|cv|transcript|subject)\b
    (?:pasted|included) below
    (?:im|in der|als) (?:anhang|anlage)\b|anbei\b|beigefügt\w*|angehängt\w*|anhänge\b
    ci-joint\w*|pi[eè]ces? jointes?|en annexe|joins? (?:\w+ ){0,3}(?:cv|lettre)
    adjunt\w+|anex[oa]s?\b|en archivo|segue(?:m)? (?:\w+ ){0,3}(?:currículo|cv|curriculum)|em anexo|in allegato
    allegat[oaie]\b|allego\b
    附件|附上|隨信|請查收|履歷(?:請|在|如)|随信|请查收|查收
    во вложени\w+|прилага\w+|прикрепл\w+|приложен\w+|в приложении|вложен\w*
""")

CLOSING = _lines(r"""
    (?:i )?look(?:ing)? forward to|(?:hope|hoping|eager) to hear|hear(?:ing)? (?:back )?from you|await(?:ing)? your
    at your (?:earliest )?convenience|waiting for your
    thank(?:s| you| u)\b|thx\b|appreciate your (?:time|consideration)|(?:your|for the) (?:time|consideration)\b
    much appreciated|grateful for
    (?:please )?(?:let me know|feel free|do not hesitate|don['’]t hesitate|contact me|call me|reach me|email me|
      get in touch)
    if you (?:have|need|require|want) (?:any|further|more|anything|additional|other|to)\b
    (?:can|may) be (?:reached|contacted)
    (?:available|free|happy|glad|open|would love) (?:for|to) (?:an? |any |set up |schedule |have |
      do )?(?:\w+ )?(?:interview|call|phone|chat|talk|conversation|discuss\w*|meet|skype)
    (?:references|transcripts?|(?:further |additional |more )(?:information|details|
      documents)) (?:\w+ ){0,3}(?:upon|on|request|available|provided)
    provide (?:\w+ ){0,2}references|sorry (?:for|about)|have a (?:nice|great|good)|all the best|best of luck
    hope (?:this|you|all|that)
    (?:bounced|resend|re-send|resending|sending (?:this|it) again|previous e?-?mail|earlier e?-?mail|
      last e?-?mail|my application (?:from|of|below)|letting me know|quick reply|got your)\b
    freue (?:ich )?mich|ich freue|einladung|vorstellungsgespräch|für (?:rück)?fragen|vielen dank|danke\b|rückmeldung
    stehe ich (?:ihnen )?(?:\w+ )?zur verfügung|ihre antwort
    dans l['’]attente|attente de (?:votre|vous)|je (?:vous )?remercie|merci\b|je (?:vous prie|reste)|veuillez
    à votre disposition|agréer|salutations
    quedo (?:a|en)|agradez\w+|gracias\b|a la espera|espero (?:su|tu|noticias)|a su disposición|saludos
    aguardo\b|agradeç\w+|obrigad\w+|à disposição|no aguardo|fico (?:à|no)
    in attesa|ringrazi\w+|grazie\b|resto (?:a|in)|cordiali|a (?:vostra|sua) disposizione
    期待(?:您|你|贵公司的回|貴公司的回|回复|回覆)|感謝|謝謝|敬祝|敬上|感谢|谢谢|此致|敬礼|盼复|祝(?:您|好|工作)|打扰
    жду\b|буду (?:рад|благодар|ждать)\w*|спасибо|заранее|с уважением|благодар\w+|готов\w* ответить|надеюсь на
""")

CONTACT = _lines(r"""
    (?:my )?(?:phone|cell|mobile|tel|telephone|e-?mail|address|skype|linkedin|github|website|homepage)(?: number|
       no\.?| address)?(?: has changed)? ?(?:is|:|are|\.)
    https?:\S+|www\.\S+|sent from my \w+|get outlook for|confidential\w*|intended (?:only )?(?:for|recipient)
    unsubscribe
    \+?\d[\d ().-]{7,}
    telefon\w* ?:|téléphone ?:|teléfono ?:|telefone ?:|телефон ?:|电话|邮箱|手机
""")

APPLYING = _lines(r"""
    appl(?:y|ying|ied|ication)s?\b|(?:be )?considered? (?:\w+ ){0,3}(?:for|in|as)\b|candidac?(?:y|te)
    consider (?:me|my|this)\b|area(?:s)?(?: of interest| i| of| that)?\b.{0,20}\b(?:algorithms?|software)
    (?:looking|searching|hoping) for (?:an? |the |my )?(?:\w+ ){0,4}(?:internship|intern|co-?op|position|
      opportunity|job|placement|summer)\b
    would (?:love|like) an? (?:\w+ ){0,4}(?:internship|intern|position|job)
    (?:internship|intern|position|opening|role|vacancy|posting|program|opportunity|job)s?\b
    intern(?:ing)? (?:with|at)\b
    (?:available|availability|free|can (?:start|begin|come|work|do|join)|could (?:start|begin|come|work|do|join|
      be there)|start(?:ing)? (?:on|in|from|date)|from \w+ (?:\d+ )?(?:to|until|through|till)|until|full[- ]time|
      relocate|period|weeks|months)\b
    (?:visa|f-?1|j-?1|h-?1b|opt|cpt|citizens?|citizenship|green card|permanent resident|work authori[sz]ation|
      authori[sz]ed to work|sponsor\w*|eligible)\b
    (?:course ?work|courses|classes)\b.{0,40}?(?::|\bare\b|\binclud\w+)
    (?:relevant|related) (?:courses|course ?work|classes)|(?:gpa|credits)\b
    (?:bewerbe|bewerbung|praktikum\w*|praktikant\w*|stelle|verfügbar|zeitraum|ab (?:dem|sofort)|von \w+ bis|
      vollzeit|staatsangehörig\w*|visum)\b
    (?:candidature|postul\w+|stage|stagiaire|poste|disponible|à partir d\w+|nationalité|visa|période)\b
    (?:solicit\w+|postul\w+|prácticas|pasantía|puesto|vacante|disponib\w+|candidatura|visado|período|periodo)\b
    (?:candidat\w+|estágio|estagiári\w+|vaga|disponível|disponibilidade|visto|tirocinio|stage|posizione|
      candidatura|disponibile)\b
    應徵|應聘|申請|實習(?:生|職位|機會|申請)|職缺|職位|簽證|可以(?:從|在)|時間
    应聘|申请|实习(?:生|岗位|机会)|求职|职位|岗位|签证|可以(?:从|在)|时间
    стажировк\w+|стаж[её]р\w*|ваканси\w+|кандидатур\w+|рассмотреть|могу (?:начать|приехать)|с \w+ по \w+|
      гражданств\w*
    виз[аыу]\b
""")

# The commonest words of the languages above; a text with hardly any of them is in another one.
COMMON_WORDS: tuple[str, ...] = _words("""
    the and of in is for with that my have you your are this be on at as from would like please i'm i'd i've hello hi to or
    attached
    und die der das ich mit ist für nicht ein eine auf sehr
    et le la les des un une je dans pour est que vous mon
    y el los las del en por con para una mi su
    os da do em um uma não com meu sou
    il di che per sono una nel della
    и в на с не что по я к за для у из
""")

ENGLISH_WORDS: tuple[str, ...] = _words("the and of is for with that my have you your this from i to a was")

# Words of a greeting that say whom it is for without naming a company.
ADDRESSEES: tuple[str, ...] = _words("""
    team hiring manager managers recruiter recruiters recruiting recruitment internship internships intern
    interns coordinator coordinators committee
    human resources resource hr sir madam sirs madame maam all everyone folks people there guys friends the of
    at and to or a an in for my your our whom it may
    concern talent acquisition selection program programme department university relations careers career staff
    admissions officer director lead leads
    head search colleagues colleague representatives representative professor personnel employer employers
    company group office members member board panel
    software engineering engineer engineers algorithms algorithm research researchers data science machine
    learning technical tech development developers
    product summer winter spring fall autumn student students services service contact person hello good day
    morning afternoon evening again wonderful
    amazing awesome esteemed respected dear valued whoever reads this
    damen herren und frau herr team personalabteilung madame monsieur mesdames messieurs equipe équipe señor
    señora señores equipo senhor senhora
    senhores equipa equipe signori signore signora
    """)
TEAM_WORDS: tuple[str, ...] = _words(
    "team hiring recruiter recruiters recruiting recruitment internship internships hr careers human talent committee recruiter "
    "relations interns department equipo equipe équipe equipa"
)
HONORIFICS: tuple[str, ...] = _words(
    "mr mrs ms miss mx dr prof professor sir frau herr mme m señor señora sr sra"
)
