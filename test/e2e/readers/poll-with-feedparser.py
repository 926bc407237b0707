"""Polls a feed with feedparser as its documentation asks, and keeps validators and entries in a file: ADDRESS STATE."""

import calendar
import json
import os
import sys
from datetime import datetime, timezone

import feedparser


def instant(parsed):
    moment = datetime.fromtimestamp(calendar.timegm(parsed), timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def entry(read, is_rss):
    return {
        "id": read.id,
        "title": read.title,
        "url": read.link,
        "authors": [author.name for author in read.authors],
        "published": instant(read.published_parsed),
        "updated": instant(read.updated_parsed),
        "summary": read.summary,
        "summary_is_html": is_rss,
        "content": read.content[0].value,
    }


address, file = sys.argv[1:]
state = {"etag": None, "modified": None, "entries": [], "received": 0}
if os.path.exists(file):
    with open(file, encoding="utf-8") as kept:
        state = json.load(kept)
# A program that embeds feedparser gives itself a name, as its documentation asks.
agent = "Example-Reader/1.0 (feedparser)"
read = feedparser.parse(address, etag=state["etag"], modified=state["modified"], agent=agent)
if read.bozo:
    sys.exit(f"not well-formed: {read.bozo_exception}")
if read.status in (200, 226):
    received = [entry(each, read.version.startswith("rss")) for each in read.entries]
    # A delta (RFC 3229) has only what is new or changed: the rest stays.
    kept_entries = {each["id"]: each for each in (state["entries"] if read.status == 226 else [])}
    kept_entries.update({each["id"]: each for each in received})
    state = {"etag": read.etag, "modified": read.modified, "entries": list(kept_entries.values())}
    state["received"] = len(received)
elif read.status != 304:
    sys.exit(f"status {read.status}")
with open(file, "w", encoding="utf-8") as kept:
    json.dump(state, kept)
