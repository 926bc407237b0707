import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
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
  expect(isArticle?.(JSON.parse(JSON.stringify(fullArticle)))).toBe(true);
  expect(isArticle?.({ ...fullArticle, unknown: 1 })).toBe(false);
  const isProblem = ajv.getSchema("desk#/components/schemas/Problem");
  expect(isProblem?.({ type: ORIGIN, title: "T", status: 400, detail: "D", faults: [{ expected: "x" }] })).toBe(true);
});
