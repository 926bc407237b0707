import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleInputSchema } from "../../../../src/compile/submission/article-input-schema.ts";
import { articleToJson } from "../../../../src/compile/submission/article-json.ts";
import { articleInputJsonSchema, type JsonSchema } from "../../../../src/compile/submission/article-json-schema.ts";
import { fullArticle, ORIGIN, plainArticle } from "../../../fixtures/full-article.ts";
import { articleText, compileOne } from "../compile.ts";

const ADDRESS = "https://news.example.org/schemas/article.json";
const schema = articleInputJsonSchema(ADDRESS);
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
// The types of ajv-formats know the older class only.
addFormats.default(ajv as unknown as Parameters<typeof addFormats.default>[0]);
const validate = ajv.compile(schema);
const accepts = (value: unknown) => validate(JSON.parse(JSON.stringify(value)));

it("the schema names its own address and its dialect", () => {
  expect(schema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: ADDRESS,
    title: "Article",
  });
  expect(ajv.validateSchema(schema)).toBe(true);
});

it("the schema describes every property at every depth", () => {
  const undescribed: string[] = [];
  const visit = (node: unknown, path: string) => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "properties")
        for (const [name, property] of Object.entries(value as Record<string, JsonSchema>))
          if (typeof property.description !== "string") undescribed.push(`${path}/${name}`);
      visit(value, `${path}/${key}`);
    }
  };
  visit(schema, "");
  expect(undescribed).toEqual([]);
  expect(Object.keys(schema.properties as object).toSorted()).toEqual(Object.keys(articleInputSchema.shape).toSorted());
});

it("the schema accepts its own examples", () => {
  for (const [name, property] of Object.entries(schema.properties as Record<string, JsonSchema>))
    for (const example of (property.examples as unknown[] | undefined) ?? [])
      expect([name, accepts({ title: "A", ...(name === "markdown" ? {} : { body: "B" }), [name]: example })]).toEqual([
        name,
        true,
      ]);
});

describe("the schema and the compiler agree", () => {
  const lean = { title: "A", body: "<p>B</p>" };
  it.each([
    ["an object with every field", articleToJson(fullArticle)],
    ["the smallest article that the service sends", articleToJson(plainArticle)],
    [
      "an article compiled from Markdown",
      articleToJson(compileOne(articleText("byline: Ada\nimage: { src: icon.png, alt: A }\n"))),
    ],
    ["an object with title and Markdown only", { title: "A", markdown: "*B*" }],
    ["an object with title and body only", lean],
    ["an object with a byline of one name", { ...lean, byline: "Ada", agency: "Reuters" }],
    [
      "an object with a byline of names and objects",
      { ...lean, byline: ["Ada", { name: "Bo", url: ORIGIN }], agency: { name: "R" } },
    ],
    ["an object with the path of a picture", { ...lean, image: { src: "/media/00/a.png" } }],
  ])("that %s is an article", (_, article) => {
    expect([accepts(article), validate.errors]).toEqual([true, null]);
    expect(articleInputSchema.safeParse(article).error).toBeUndefined();
  });

  it.each([
    ["no title", { body: "" }],
    ["no text", { title: "A" }],
    ["two texts", { ...lean, markdown: "B" }],
    ["an empty title", { ...lean, title: "" }],
    ["a member nobody knows", { ...lean, sumary: "A" }],
    ["no object", [lean]],
    ["a number for text", { ...lean, dateline: 1 }],
    ["nothing for text", { ...lean, rights: null }],
    ["a time without its form", { ...lean, published: "3 Feb 2021" }],
    ["a slug without its form", { ...lean, slug: "The Quay" }],
    ["an id that is no tag URI", { ...lean, id: "https://example.org/" }],
    ["a status there is not", { ...lean, status: "gone" }],
    ["a person without a name", { ...lean, byline: [{ url: ORIGIN }] }],
    ["an invalid e-mail address", { ...lean, byline: { name: "A", email: "a" } }],
    ["a picture of nothing", { ...lean, image: { alt: "A" } }],
    ["a file without an address", { ...lean, attachments: [{ mediaType: "image/png" }] }],
    ["half a pixel", { ...lean, image: { src: "a.png", width: 0.5 } }],
    ["a retraction without its reason", { ...lean, retraction: { time: "2026-01-01T00:00:00Z" } }],
  ])("that an article with %s is invalid", (_, article) => {
    expect(accepts(article)).toBe(false);
    expect(articleInputSchema.safeParse(article).success).toBe(false);
  });
});

it("the schema and the compiler agree on any value about types, required members and unknown members", () => {
  const junk = fc.oneof(
    fc.constantFrom("A", 1, 0, -1, 1.5, true, null, "published", {}, []),
    fc
      .constantFrom([["A"], [1], [{ name: "A" }], { name: "A" }, { name: 1 }, { src: 1 }, { src: "a" }])
      .map((values) => values[0]),
    fc.record({ name: fc.constantFrom("A", 1), url: fc.constant(ORIGIN), extra: fc.constant(1) }, { requiredKeys: [] }),
    fc.record(
      {
        src: fc.constantFrom("a.png", 1),
        width: fc.constantFrom(1, 0, "1"),
        caption: fc.constant("C"),
        title: fc.constant("T"),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      { time: fc.constantFrom("2026-01-01T00:00:00Z", 1), text: fc.constant("A"), reason: fc.constant("B") },
      { requiredKeys: [] },
    ),
  );
  const some = fc.oneof(junk, fc.array(junk, { maxLength: 2 }));
  const valid: Readonly<Record<string, unknown>> = JSON.parse(JSON.stringify(articleToJson(fullArticle)));
  const names = [...Object.keys(articleInputSchema.shape), "sumary", "__proto__", "constructor"];
  const changes = fc.array(fc.tuple(fc.constantFrom(...names), fc.option(some, { nil: undefined })), { maxLength: 3 });
  let accepted = 0;
  fc.assert(
    fc.property(fc.boolean(), changes, (isWhole, changed) => {
      const entries = [...Object.entries(isWhole ? valid : { title: "A", body: "B" }), ...changed];
      const text = JSON.stringify(Object.fromEntries(entries));
      const isValid = validate(JSON.parse(text));
      accepted += isValid ? 1 : 0;
      expect([text, articleInputSchema.safeParse(JSON.parse(text)).success]).toEqual([text, isValid]);
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(300);
});
