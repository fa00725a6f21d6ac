"""Words by which mail programs introduce earlier mail, and people end theirs, as data: one row a language."""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


# Labels of a header block, in lower case, by what stands behind them.
LABELS: dict[str, str] = {
    label: kind
    for kind, labels in {
        "from": "from|von|de|da|van|od|от|от кого|发件人|發件人|寄件者|寄件人|差出人|送信者|från|fra|lähettäjä|"
        "expéditeur|remitente|mittente|remetente|afzender|nadawca|отправитель|kimden|보낸 사람|보낸사람",
        "date": "date|sent|sent on|sent at|gesendet|gesendet am|datum|envoyé|envoyé le|date d'envoi|enviado|enviado el|"
        "enviado em|enviada em|enviada|fecha|data|inviato|data invio|verzonden|wysłano|wysłane|data wysłania|отправлено|дата|"
        "发送时间|发送日期|日期|寄件日期|傳送時間|傳送日期|时间|送信日時|日時|日付|skickat|sendt|lähetetty|gönderildi|보낸 날짜",
        "to": "to|an|à|a|para|per|aan|do|кому|收件人|收件者|宛先|til|till|vastaanottaja|destinataire|destinataires|"
        "destinatario|destinatário|geadresseerde|adresat|получатель|kime|받는 사람|받는사람",
        "subject": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|тема|主题|主題|主旨|件名|标题|sujet|ämne|"
        "emne|aihe|konu|제목",
        "other": "cc|bcc|kopie|copie|copia|cópia|cci|cco|dw|udw|копия|抄送|副本|密送|reply-to|reply to|antwort an|répondre à|"
        "responder a|rispondi a|importance|wichtigkeit|importancia|priorität|priority|attachments|attachment|anlagen|"
        "anhänge|pièces jointes|adjuntos|allegati|anexos|bijlagen|załączniki|вложения|附件|添付ファイル|organization|"
        "message-id|x-mailer|categories|sensitivity|resent-from|resent-to|resent-date|mailed-by|signed-by|sender|參考|参照",
    }.items()
    for label in labels.split("|")
}

FORWARD_STEMS = re.compile(
    r"forward|fwd|weitergeleitet|transf[ée]r|reenviad|inoltrat|encaminhad|doorgestuurd|przekazan|przekazywan|przesłan|"
    r"пересыл|пересла|переадрес|перенаправл|转发|轉寄|轉發|転送|vidarebefordra|videresend|välitet"
)
ORIGINAL_STEMS = re.compile(
    r"original|ursprüngliche|origine|oorspronkelijk|oryginaln|исходн|оригинал|原始|元の|原邮件|原郵件|oprindelig|opprinnelig|"
    r"alkuperäinen|reply message|previous message"
)
MESSAGE_STEMS = re.compile(
    r"messa|nachricht|mail|mensaje|mensagem|bericht|wiadomo|сообщени|письм|邮件|郵件|信息|メール|メッセージ|meddelande|"
    r"meddelelse|appointment|termin|correo|courriel|viesti"
)
# Apple Mail and others write one line of words, without rules.
FORWARD_LINES = frozenset(
    {
        "begin forwarded message",
        "start of forwarded message",
        "forwarded message",
        "anfang der weitergeleiteten nachricht",
        "anfang der weitergeleiteten e-mail",
        "début du message réexpédié",
        "début du message transféré",
        "début du message renvoyé",
        "inicio del mensaje reenviado",
        "inizio messaggio inoltrato",
        "início da mensagem encaminhada",
        "início da mensagem reencaminhada",
        "begin doorgestuurd bericht",
        "begin van doorgestuurd bericht",
        "początek przekazywanej wiadomości",
        "rozpoczęcie przekazywanej wiadomości",
        "начало переадресованного сообщения",
        "начало пересылаемого сообщения",
        "开始转发的邮件",
        "下面是被转发的邮件",
        "以下是转发的邮件",
        "轉寄的郵件",
        "転送されたメッセージ",
        "vidarebefordrat brev",
        "påbörja vidarebefordrat meddelande",
    }
)

ATTRIBUTION_VERBS = re.compile(
    r"\b(?:wrote|writes|write|said|schrieb|schreibt|geschrieben|a écrit|écrit|a écrite|escribió|escribio|escribe|ha scritto|"
    r"scrive|scritto|escreveu|escreve|schreef|schrijft|geschreven|napisał|napisała|napisał\(a\)|pisze|написал|написала|"
    r"написал\(а\)|пишет|писал|писала|skrev|kirjoitti|yazdı)(?!\w)|写道|寫道|书写|のメール|さんは書きました|님이 작성",
    re.IGNORECASE,
)
ATTRIBUTION_OPENERS = _set(
    "on|am|at|le|el|il|em|op|w|dnia|в|den|da|quoting|zitat|citando|在|于|於|"
    "mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс"
)

_MARK = r"\s{0,3}(?:\[[^\]\n]{1,60}\]\s{0,3})?"
FORWARD_SUBJECT = re.compile(
    rf"{_MARK}(?:fwd?|wg|weitergeleitet|tr|rv|enc|reenv|i|doorst|pd|vb|vl|转发|轉寄|轉發|転送|пересл|fs)\s?(?:\[\d+\])?\s?[:：]",
    re.IGNORECASE,
)
REPLY_SUBJECT = re.compile(
    rf"{_MARK}(?:re|aw|antw|antwort|sv|vs|odp|rif|res|ref|回复|回覆|答复|返信|ответ|ha|ynt)\s?(?:\[\d+\])?\s?[:：]",
    re.IGNORECASE,
)
# The sender's words that say "what follows is somebody else's mail, passed on".
PASSING_ON = re.compile(
    r"\bforward(?:ed|ing|s)?\b|\bfyi\b|\bpass(?:ing|ed)? (?:it|this|that|them|these|along|on|his|her|their)\b|"
    r"\bsee below\b|\b(?:mail|message|email|e-mail|application|note|request) below\b|\bbelow is\b|"
    r"\bweiter(?:geleitet|leiten|leite)\b|\bleite\b[^.\n]{0,60}\bweiter\b|\bsiehe unten\b|\bzur info\b|"
    r"\bci-dessous\b|\btransmets\b|\btransf[èe]re\b|\bfais suivre\b|\breenv[ií]o\b|\bmás abajo\b|"
    r"\binoltro\b|\bqui sotto\b|\bencaminho\b|\babaixo\b|\bstuur ik\b|\bdoorsturen\b|\bhieronder\b|"
    r"\bprzesyłam\b|\bprzekazuję\b|\bponiżej\b|\bпересылаю\b|\bперенаправляю\b|转发|转给|轉寄|転送",
    re.IGNORECASE,
)
