import { describe, expect, test } from "vitest";
import { type RslTerms, rslTermsSchema } from "../../../src/model/rsl-terms.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { renderRsl } from "../../../src/render/rsl.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf, fullArticle, plainArticle, publication } from "../../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml, type StrictElement } from "../../strict-xml.ts";

const everything: RslTerms = {
  permits: ["search", "EU", "non-commercial", "ai-input", "search"],
  prohibits: ["ai-train"],
  payment: {
    type: "crawl",
    standard: "https://collective.example.org?a=1&b=2",
    custom: "https://news.example.org/ask?x=1&y=2",
    amount: { value: "0.015", currency: "EUR" },
  },
  server: "https://licences.example.org",
  terms: "https://news.example.org/terms",
};

/** An element with all its content as nested lists, for a comparison of the whole. */
const shape = ({ name, attributes, children, text }: StrictElement): unknown[] => [
  name,
  attributes,
  ...(children.length > 0 ? children.map(shape) : text === "" ? [] : [text]),
];

describe("the licence document", () => {
  test("has every term, and the standard's namespace as its default", () => {
    const rsl = parseStrictXml(renderRsl(everything));
    expect(rsl.namespace).toBe("https://rslstandard.org/rsl");
    expect(shape(rsl)).toEqual([
      "rsl",
      { xmlns: "https://rslstandard.org/rsl" },
      [
        "content",
        { url: "/", server: "https://licences.example.org" },
        [
          "license",
          {},
          ["permits", { type: "usage" }, "search ai-input"],
          ["permits", { type: "user" }, "non-commercial"],
          ["permits", { type: "geo" }, "EU"],
          ["prohibits", { type: "usage" }, "ai-train"],
          [
            "payment",
            { type: "crawl" },
            ["standard", {}, "https://collective.example.org?a=1&b=2"],
            ["custom", {}, "https://news.example.org/ask?x=1&y=2"],
            ["amount", { currency: "EUR" }, "0.015"],
          ],
        ],
        ["terms", {}, "https://news.example.org/terms"],
      ],
    ]);
  });

  test("has no element for a term that is not configured", () => {
    expect(shape(parseStrictXml(renderRsl({ prohibits: ["ai-all"] })))).toEqual([
      "rsl",
      { xmlns: "https://rslstandard.org/rsl" },
      ["content", { url: "/" }, ["license", {}, ["prohibits", { type: "usage" }, "ai-all"]]],
    ]);
    const paid = childOf(parseStrictXml(renderRsl({ payment: { type: "attribution" } })), "content");
    expect(shape(childOf(paid, "license"))).toEqual(["license", {}, ["payment", { type: "attribution" }]]);
  });
});

describe("in RSS", () => {
  const licensed = feedOf([fullArticle, plainArticle], { publication: { ...publication, rsl: everything } });

  test("every item has the terms for its own article, and the root declares their namespace", () => {
    const rss = parseStrictXml(renderRss(licensed));
    expect(rss.attributes["xmlns:rsl"]).toBe("https://rslstandard.org/rsl");
    const contents = childrenOf(childOf(rss, "channel"), "item").map((item) => childOf(item, "rsl:content"));
    expect(contents.map(({ attributes }) => attributes)).toEqual(
      [fullArticle, plainArticle].map(({ url }) => ({ url, server: "https://licences.example.org" })),
    );
    const alone = childOf(parseStrictXml(renderRsl(everything)), "content");
    const withPrefix = (element: StrictElement): unknown[] => [
      `rsl:${element.name}`,
      element.attributes,
      ...(element.children.length > 0 ? element.children.map(withPrefix) : element.text === "" ? [] : [element.text]),
    ];
    expect(contents.map((each) => shape(each).slice(2))).toEqual(Array(2).fill(withPrefix(alone).slice(2)));
  });

  test("a feed has no terms if none are configured, and Atom, which has no module for them, never has any", () => {
    expect(renderRss(feedOf([fullArticle]))).not.toContain("rsl");
    expect(renderAtom(licensed)).not.toContain("rsl");
  });
});

describe("terms as they are configured", () => {
  test("are accepted in the standard's words", () => {
    const given = { ...everything, server: "https://licences.example.org/" };
    expect(rslTermsSchema.parse(given)).toEqual(everything);
    const amount = { value: 0.015, currency: "EUR" };
    expect(rslTermsSchema.parse({ payment: { amount } }).payment?.amount?.value).toBe("0.015");
  });

  test.each([
    [{}, "expected permits, prohibits or payment"],
    [{ permits: [] }, "expected at least one word, such as search"],
    [
      { permits: ["train-ai"] },
      "expected one of all, ai-all, ai-train, ai-input, ai-index, search, commercial, non-commercial, education, government, personal, or a country such as DE",
    ],
    [{ payment: { amount: { value: "-1", currency: "EUR" } } }, "expected a price such as 0.015"],
    [{ payment: { amount: { value: 1e-7, currency: "EUR" } } }, "expected a price such as 0.015"],
    [{ payment: { amount: { value: "1", currency: "euro" } } }, "expected a currency such as EUR"],
    [{ payment: { standard: "/licence" } }, "expected an absolute address such as https://example.org/licence"],
    [{ payment: {}, server: "http://licences.example.org" }, "expected an address that begins with https://"],
  ])("%j is rejected: %s", (terms, message) => {
    expect(rslTermsSchema.safeParse(terms).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
