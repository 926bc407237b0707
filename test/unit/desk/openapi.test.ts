import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { articleToJson } from "../../../src/compile/submission/article-json.ts";
import { createOpenApi } from "../../../src/desk/openapi/openapi-document.ts";
import { OPERATIONS } from "../../../src/desk/operations.ts";
import { fullArticle, ORIGIN } from "../../fixtures/full-article.ts";

const document = createOpenApi(OPERATIONS, ORIGIN);

test("the document is valid OpenAPI 3.1", async () => {
  const result = await new Validator().validate(structuredClone(document));
  expect(result).toEqual({ valid: true });
});

test("every reference in the document has a target", () => {
  const targets = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name,
  );
  const known = Object.keys(document.components.schemas);
  expect(targets.filter((name) => name !== undefined && !known.includes(name))).toEqual([]);
  expect(new Set(targets).size).toBeGreaterThan(5);
});

test("the schemas accept what the desk sends", () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "desk", ...document });
  const isArticle = ajv.getSchema("desk#/components/schemas/Article");
  const article = JSON.parse(JSON.stringify(articleToJson(fullArticle)));
  expect(isArticle?.(article)).toBe(true);
  expect(isArticle?.({ ...article, unknown: 1 })).toBe(false);
  const isSubmission = ajv.getSchema("desk#/components/schemas/Submission");
  expect(isSubmission?.(article)).toBe(true);
  const isProblem = ajv.getSchema("desk#/components/schemas/Problem");
  expect(isProblem?.({ type: ORIGIN, title: "T", status: 400, detail: "D", faults: [{ expected: "x" }] })).toBe(true);
});

test("every operation has an id that is a verb and what it is done to, and none changes", () => {
  // Generated clients name their functions for these: only add to them.
  expect(OPERATIONS.map(({ id }) => id).toSorted()).toEqual([
    "deletePage",
    "getArticle",
    "getArticleSchema",
    "getDeliveries",
    "getMedia",
    "getOpenApi",
    "getPage",
    "getStyleSheet",
    "listArticles",
    "listAudit",
    "listMedia",
    "listPages",
    "listSubscriptions",
    "replayDeliveries",
    "restoreArticleFromPage",
    "retractArticle",
    "retractArticleFromPage",
    "saveArticle",
    "savePage",
    "showArticle",
    "showDesk",
    "showHub",
    "showReference",
    "signIn",
    "signOut",
    "uploadMedia",
  ]);
});

test("a schema requires no member that a client may leave out: no member of a request has a default", () => {
  const { Submission, Retraction } = document.components.schemas as Record<string, { required?: string[] }>;
  expect(JSON.stringify([Submission, Retraction])).not.toContain('"default"');
  expect([Submission?.required, Retraction?.required]).toEqual([["title"], undefined]);
});

test("scopes of which one is enough are alternatives", () => {
  const securityOf = (path: string, method: string) => document.paths[path]?.[method]?.security;
  expect(securityOf("/desk/articles/{slug}", "put")).toEqual([
    { writeToken: [] },
    { publishToken: [] },
    { session: [] },
  ]);
  expect(securityOf("/desk/media", "get")).toEqual(
    ["read", "write", "publish", "media"]
      .map((scope) => ({ [`${scope}Token`]: [] }))
      .concat([{ session: [] }] as never),
  );
  expect(securityOf("/desk/session", "post")).toEqual([]);
});

test("pages are described as HTML, with their problems", () => {
  const { responses } = document.paths["/desk/session"]?.post ?? {};
  const forms = Object.entries(responses ?? {}).map(([status, { content }]) => [status, Object.keys(content ?? {})]);
  expect(Object.fromEntries(forms)).toEqual({
    303: [],
    ...Object.fromEntries([400, 401, 403, 405, 413, 415, 429, 500, "default"].map((status) => [status, ["text/html"]])),
  });
});
