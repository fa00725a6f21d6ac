"""How mails end: the words of sign-offs, of mail programs' last lines, of disclaimers and list footers, as data."""

from __future__ import annotations

import re

PUNCTUATION = " \t,.!;:~-–—*_…'\"’)(，。！、"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


class Hinted:
    """A pattern that is tried only where one of its hints, in lower case, occurs: most paragraphs hold none."""

    def __init__(self, hints: str, *alternatives: str) -> None:
        self._hints = tuple(hints.split("|"))
        self._pattern = _any(*alternatives)

    def search(self, text: str) -> re.Match[str] | None:
        """Search a text of at most some thousand characters."""
        low = text.lower()
        return self._pattern.search(text) if any(hint in low for hint in self._hints) else None


def _any(*alternatives: str, before: str = "") -> re.Pattern[str]:
    return re.compile(f"{before}(?:{'|'.join(alternatives)})", re.IGNORECASE)


# A sign-off is a short line of such words alone, one of SIGN_OFF_CORE among them.
SIGN_OFF_CORE = _set(
    "regards regard sincerely best cheers thanks thank thx thankyou yours respectfully warmly cordially wishes "
    "gratefully faithfully care forward awaiting love ciao "
    "grüßen grüssen gruß gruss grüße grüsse hochachtungsvoll mfg lg vg dank danke "
    "cordialement bien merci sincèrement salutations amicalement respectueusement "
    "saludos saludo atentamente gracias cordialmente abrazo abrazos "
    "saluti saluto grazie distintamente "
    "atenciosamente cumprimentos abraços abraço obrigado obrigada att "
    "groet groeten groetjes mvg bedankt dankjewel hoogachtend "
    "pozdrawiam pozdrowienia poważaniem dziękuję wyrazy "
    "уважением спасибо благодарностью пожеланиями "
    "hälsningar hilsen terveisin"
)
SIGN_OFF_WORDS = SIGN_OFF_CORE | _set(
    "kind kindest warm warmest with and & many so much very again in advance truly all the my for your time "
    "consideration take have a an great nice good day week weekend evening ahead looking to hearing from you hope "
    "hear soon reply response attention help support interest kindly most deep humble sincere i am is always "
    "mit freundlichen freundliche freundlichem beste besten viele vielen liebe lieben herzliche herzlichen schöne "
    "schönen im voraus und ihr ihre dein deine "
    "à vous tien votre vos meilleures meilleurs mes sincères distinguées respectueuses d'avance pour temps et avec "
    "un una muchas mil de antemano su por tiempo y cordiales muy suyo suya le les saluda quedo "
    "cordiali distinti migliori anticipo tanti e con com os meus melhores desde já muito pelo pela tempo sem mais "
    "met vriendelijke hartelijke alvast veel vriendelijk beleefd "
    "z serdecznie serdeczne góry wyrazami szacunku za pomoc "
    "с наилучшими заранее большое за внимание искренне ваш ваша "
    "med vänliga vennlig venlig bästa mvh ystävällisin"
)
SIGN_OFF_PHRASES = _set(
    "此致 敬礼 此致敬礼 此致，敬礼 祝好 谢谢 谢谢您 顺祝商祺 祝商祺 祝工作顺利 期待您的回复 敬上 謝謝 敬禮 "
    "よろしくお願いいたします よろしくお願い致します 宜しくお願い致します よろしくお願いします 敬具 以上 감사합니다 "
    "bg br rgds"
)
GREETING = _any(
    "dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|to whom|respected",
    "sehr geehrte|hallo|guten|liebe|bonjour|madame|monsieur|cher|chère|estimad|hola|buenos|gentile|spett",
    "egregio|buongiorno|ciao|prezad|caro|olá|bom dia|geachte|beste|szanown|dzień dobry|уважаем",
    "здравствуйте|добрый|尊敬|您好|你好|亲爱",
)
POSTSCRIPT = re.compile(
    r"(?:p\.?\s?p?\.?\s?s\.?|n\.?b\.?|edit|update|ps)\s?(?:[:,.\-–—]|\s[A-Z])", re.IGNORECASE
)

_SENT = (
    r"(?:sent|get|gesendet|von meinem|von unterwegs|envoyé|obtenir|enviado|enviada|inviato|scarica|verzonden|verstuurd|"
    r"wysłane|wysłano|отправлено|发自|發自|來自|从我的|iphoneから|skickat|sendt|lähetetty|typed|written)[^\n]{0,60}?"
)
DEVICE = _any(
    "iphone|ipad|ipod|android|blackberry|samsung|galaxy|huawei|xiaomi|htc|nokia|smartphone|mobile|handy|phone",
    "móvil|movil|cellulare|celular|telefon|téléphone|手机|手機|wireless|verizon|t-mobile|at&t|device",
    r"outlook|yahoo ?mail|gmail|mail\.ru|yandex|hotmail|mail for windows|proton ?mail|thunderbird|mailbird|邮箱|送信",
    before=_SENT,
)
# What says by itself that a paragraph was put there by a machine or a legal department.
FOOTER = Hinted(
    "confiden|confidenz|privileged|intended|recipient|addressee|in error|by error|by mistake|in mistake|disclaimer|record|"
    "environment|printing|virus|vertraulich|irrtümlich|destinataire|aviso|riservat|vertrouwelijk|poufn|конфиден|保密|机密",
    r"confidentiality (?:notice|note|statement)",
    r"privileged (?:and|or|&)/?(?:or)? confidential",
    r"\b(?:may|might) (?:be|contain)[^.\n]{0,60}(?:confidential|privileged)",
    r"\bintended (?:solely |only |exclusively )?(?:for|solely|only)[^.\n]{0,60}(?:recipient|addressee|individual|use of)",
    r"\bnot the (?:intended|named) (?:recipient|addressee)",
    r"\breceived this (?:e-?mail|message|communication|transmission)[^.\n]{0,20} (?:in|by) (?:error|mistake)",
    r"^disclaimer\b|\bpublic records? law",
    r"\b(?:consider|think of|think about)[^.\n]{0,20}environment before|before printing this",
    r"\bvirus-free\b|\b(?:checked|scanned)[^.\n]{0,20} for viruses",
    r"\bdiese (?:e-?mail|nachricht)[^.\n]{0,80}vertraulich|irrtümlich erhalten",
    r"\bce (?:message|courriel|mail)[^.\n]{0,80}confidentiel|destinataire (?:visé|désigné|prévu)",
    r"\beste (?:mensaje|correo|e-?mail)[^.\n]{0,80}confidencial|aviso (?:legal|de confidencialidad)",
    r"\besta mensagem[^.\n]{0,80}confidencia",
    r"\b(?:questo messaggio|questa e-?mail|presente messaggio)[^.\n]{0,80}(?:riservat|confidenzial)",
    r"\bdit (?:bericht|e-?mailbericht)[^.\n]{0,80}vertrouwelijk|\bta wiadomość[^.\n]{0,80}poufn",
    r"\b(?:это|данное) (?:сообщение|письмо)[^.\n]{0,80}конфиденциальн|本邮件[^。\n]{0,60}(?:保密|机密)",
)
# What says so in short company: on one line, under a rule, or beside a link.
LIST_FOOTER = Hinted(
    "subscri|opt out|opt-out|optout|list|you|preferences|browser|rights reserved|abbestellen|abmelden|abonner|inscri|de baja|"
    "suscripci|cancellati|uitschrijven|afmelden|wypisz|отписаться|рассылки|退订|取消订阅|配信停止",
    r"\b(?:un)?subscribe\b|\(un\)subscri|\bopt[ -]?out\b|\bmailing list|listinfo",
    r"\byou(?:'re| are)? (?:receiving|receive|received|get|got) this|\bsubscribed to",
    r"\bmanage (?:your )?(?:preferences|subscription)|\bupdate your preferences",
    r"\bview (?:this|it)[^.\n]{0,20} in (?:your |a )?browser|all rights reserved",
    "newsletter abbestellen|abmelden|désabonner|désinscri|darse de baja|cancelar (?:la )?suscripción",
    "cancellati|disiscri|descadastr|cancelar (?:a )?inscrição|uitschrijven|afmelden|wypisz",
    "отписаться|отказаться от рассылки|退订|取消订阅|配信停止",
)
BANNER = Hinted(
    "extern|outside|originated|often get|don't often|don’t often",
    r"\[?(?:caution|warning|external|attention|notice|achtung|attenzione|atención)\b[^\n]{0,80}"
    r"\b(?:external|outside|originated|extern[eo]?)\b",
    r"this (?:e-?mail|message) (?:originated|came|was sent) from outside",
    r"\[external(?: e-?mail| sender| message)?\]\s*$",
    r"you don['’]t often get email from|some people who received this message don['’]t often",
)
RESUME_HEADING = re.compile(
    r"[\W_]*(?:education|academic|experience|work|professional|employment|skills?|technical|projects?|objective|summary|"
    r"profile|publications?|awards?|honou?rs|languages?|interests|activities|references|certifications?|relevant|"
    r"course ?work|courses|curriculum|resume|résumé|cv|"
    r"ausbildung|studium|berufserfahrung|kenntnisse|sprachen|lebenslauf|formation|expérience|compétences|langues|"
    r"educación|formación|experiencia|habilidades|idiomas|formação|experiência|istruzione|esperienza|competenze|"
    r"opleiding|werkervaring|wykształcenie|doświadczenie|umiejętności|образование|опыт|навыки|"
    r"教育|经历|经验|技能|项目|学歴|職歴)[^.!?\n]{0,40}",
    re.IGNORECASE,
)
