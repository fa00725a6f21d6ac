"""The two configuration files, read into frozen values; every fault of a file is reported at once.

`intake.toml` says where mail comes from and where results go (Config); `programme.toml` says what is asked
of applicants and how it is recognised (Programme).
"""

from intake.config.loading import load_config as load_config
from intake.config.loading import load_programme as load_programme
from intake.config.programme import ITEMS as ITEMS
from intake.config.programme import SEASONS as SEASONS
from intake.config.programme import Commitment as Commitment
from intake.config.programme import Eligibility as Eligibility
from intake.config.programme import Enrolment as Enrolment
from intake.config.programme import OpeningDates as OpeningDates
from intake.config.programme import Organisation as Organisation
from intake.config.programme import Programme as Programme
from intake.config.programme import Qualification as Qualification
from intake.config.programme import Required as Required
from intake.config.programme import Season as Season
from intake.config.programme import Statement as Statement
from intake.config.programme import Templates as Templates
from intake.config.programme import Track as Track
from intake.config.settings import Config as Config
from intake.config.settings import DigestMail as DigestMail
from intake.config.settings import DigestPlace as DigestPlace
from intake.config.settings import Limits as Limits
from intake.config.settings import Mailbox as Mailbox
from intake.config.settings import OAuth as OAuth
from intake.config.settings import Smtp as Smtp
from intake.config.settings import StorePlace as StorePlace
from intake.config.settings import Watch as Watch
from intake.config.settings import Workers as Workers
