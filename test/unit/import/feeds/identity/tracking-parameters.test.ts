import { describe, expect, it } from "vitest";
import { withoutTracking } from "../../../../../src/import/feeds/identity/tracking-parameters.ts";

const at = (rest: string) => `https://old.example.org${rest}`;

describe("an address is kept without its tracking", () => {
  it.each([
    ["/a?utm_source=rss&utm_medium=feed&utm_campaign=x", "/a"],
    ["/a/?utm_id=7", "/a/"],
    ["/a?UTM_SOURCE=rss", "/a"],
    ["/a?id=3&fbclid=IwAR0&page=2", "/a?id=3&page=2"],
    ["/a?gclid=1&dclid=2&msclkid=3&yclid=4&igshid=5&twclid=6&ttclid=7", "/a"],
    ["/a?mc_cid=f00&mc_eid=ba7", "/a"],
    ["/a?_hsenc=p2&_hsmi=12&__hstc=1&hsCtaTracking=2", "/a"],
    ["/a?pk_campaign=feed&mtm_source=x", "/a"],
    ["/a?at_medium=RSS&at_campaign=KARANGA", "/a"],
    ["/a?ns_mchannel=rss&ns_source=PublicRSS20-sa", "/a"],
    ["/a?wt_mc=rss.red.ho.ho.rdf", "/a"],
    ["/a#xtor=RSS-4", "/a"],
    ["/a#utm_source=rss&utm_medium=feed", "/a"],
    ["/a?source=rss", "/a"],
    ["/a?ref=newsletter", "/a"],
    ["/a?ref=producthunt.example", "/a"],
    ["/a?partner=rss&emc=rss", "/a"],
    ["/?p=7&utm_source=rss", "/?p=7"],
    ["/show.php?id=7&ref=rss", "/show.php?id=7"],
    ["/a?q=a%20b&&utm_source=x", "/a?q=a%20b&"],
    ["/?utm_source=rss", "/"],
  ])("%s: %s", (address, kept) => {
    expect(withoutTracking(at(address))).toBe(at(kept));
    expect(withoutTracking(at(kept))).toBe(at(kept));
  });
});

describe("an address is kept whole", () => {
  it.each([
    "/?p=7",
    "/?page_id=12",
    "/index.php?id=3",
    "/story?id=4711",
    "/a?ref=104711",
    "/a?source=2019-06-01",
    "/?ref=harbour",
    "/show.php?source=quay",
    "/route?from=hong-kong&to=macau",
    "/a?via=wanchai",
    "/a?referenced=yes&sources=rss",
    "/a#comments",
    "/a#source",
    "/a?",
    "/a?source",
  ])("%s", (address) => {
    expect(withoutTracking(at(address))).toBe(at(address.replace(/\?$/, "")));
  });
});
