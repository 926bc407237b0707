import { debianPackage } from "../harness/installed.ts";
import { type ScriptedParser, scriptedSubscription } from "./read-by-script.ts";
import type { ReadEntry, Reader } from "./reader.ts";

const PERL = "/usr/bin/perl";
const TELLS = ["id", "title", "url", "authors", "published", "content"] as const satisfies (keyof ReadEntry)[];

export const XML_FEED: ScriptedParser = { program: PERL, script: "read-with-xml-feed.pl" };
export const XML_RSS: ScriptedParser = { program: PERL, script: "read-with-xml-rss.pl" };
export const XML_FEED_PACKAGE = debianPackage("libxml-feed-perl", PERL, ["-MXML::Feed", "-e1"]);
export const XML_RSS_PACKAGE = debianPackage("libxml-rss-perl", PERL, ["-MXML::RSS", "-e1"]);

/** It finds the time of a change also in RSS, where we use Atom's element. */
export const xmlFeed: Reader = {
  name: "XML::Feed",
  requirement: XML_FEED_PACKAGE,
  tells: { rss: [...TELLS, "updated", "summary"], atom: [...TELLS, "updated", "summary"] },
  conditionalFrom: 2,
  takesDeltas: false,
  showsEdits: true,
  subscribe: async (address, folder) => scriptedSubscription(XML_FEED, address, folder),
};

export const xmlRss: Reader = {
  name: "XML::RSS",
  requirement: XML_RSS_PACKAGE,
  tells: { rss: [...TELLS, "summary"] },
  conditionalFrom: 2,
  takesDeltas: false,
  showsEdits: true,
  subscribe: async (address, folder) => scriptedSubscription(XML_RSS, address, folder),
};
