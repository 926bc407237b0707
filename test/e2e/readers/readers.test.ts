import { test } from "../harness/served-test.ts";
import { type Change, changeContent, type Retraction, retractArticle } from "./change-content.ts";
import { feedsmith } from "./feedsmith.ts";
import { newsboat } from "./newsboat.ts";
import { xmlFeed, xmlRss } from "./perl-readers.ts";
import { pythonFeedparser } from "./python-feedparser.ts";
import { contractOf } from "./reader-contract.ts";
import { rowanmanning } from "./rowanmanning.ts";
import { rssParser } from "./rss-parser.ts";
import { rss2email } from "./rss2email.ts";
import { rubyRss } from "./ruby-rss.ts";

/**
 * Starting a server and rebuilding content take seconds, so all readers share one server and the changes of its
 * content.
 */
const READERS = [newsboat, pythonFeedparser, rss2email, xmlFeed, xmlRss, rubyRss, rssParser, rowanmanning, feedsmith];
const contracts = READERS.map(contractOf);

for (const { begins } of contracts) begins();

let changed: Change | undefined;

test("an author edits an article and writes another", async ({ server }) => {
  changed = await changeContent(server);
});

for (const { keepsUp } of contracts)
  keepsUp(() => {
    if (!changed) throw new Error("the content has not changed");
    return changed;
  });

let retraction: Retraction | undefined;

test("an author retracts an article", async ({ server }) => {
  retraction = await retractArticle(server);
});

for (const { isTold } of contracts)
  isTold(() => {
    if (!retraction) throw new Error("no article was retracted");
    return retraction;
  });
