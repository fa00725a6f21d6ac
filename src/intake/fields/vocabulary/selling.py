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
    (consultants|developers|engineers) (are )?available; share your requirements?; your requirements?
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

# Said by reporters alone.
PRESS_SURE = r"""
    (i'm|i am) (a|an|the) (\w+ ){0,3}(reporter|journalist|correspondent|columnist|news editor|staff writer|
    podcast host) (for|with|at|from|of); i (host|produce|write for) (a|an|the) (\w+ ){0,3}(podcast|show|
    magazine|newspaper|blog)
"""

# Reporters and surveys.
PRESS = r"""
    (i'm|i am) (a|an|the) (\w+ ){0,3}(reporter|journalist|correspondent|columnist|producer|editor|staff
    writer|podcast host|writer); (working|work|writing|write|doing|researching|preparing) (on )?(a|an) (\w+
    ){0,2}(piece|story|article|feature|segment|podcast|episode|report); press (contact|inquiry|enquiry|
    request|office|kit|release|pass); (for|request for|on|request) comment; (staff writer|media (inquiry|
    enquiry|request)|news ?room|on the record|my deadline is|on deadline|interview (you|someone|somebody|
    your|an intern|one of|some of|current|former)); (survey|questionnaire|benchmark study|research study|
    study participants); for (a|an|our) (\w+ ){0,2}(article|story|piece|feature); (comment|quote|answer) by;
    (an|your|one) episode; \d{1,3} minute (recording|interview); i write for; i report (for|on)
"""
