"""Prints the messages of a maildir as JSON: FOLDER."""

import json
import mailbox
import sys
from datetime import timezone
from email import policy
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime


def message(raw):
    read = BytesParser(policy=policy.default).parsebytes(raw)
    moment = parsedate_to_datetime(read["Date"]).astimezone(timezone.utc)
    return {
        "id": read["X-RSS-ID"],
        "title": read["Subject"],
        "url": read["X-RSS-URL"],
        "from": parseaddr(read["From"])[0],
        "date": moment.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "html": read.get_content(),
    }


box = mailbox.Maildir(sys.argv[1], create=False)
json.dump([message(box.get_bytes(key)) for key in box.keys()], sys.stdout)
