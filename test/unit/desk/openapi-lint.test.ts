import { createConfig, lintFromString } from "@redocly/openapi-core";
import spectralCore, { type RulesetDefinition } from "@stoplight/spectral-core";
import spectralRulesets from "@stoplight/spectral-rulesets";
import { describe, expect, test } from "vitest";
import { createOpenApi } from "../../../src/desk/openapi/openapi-document.ts";
import { OPERATIONS } from "../../../src/desk/operations.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";

const document = createOpenApi(OPERATIONS, ORIGIN);

/** What `redocly lint` prints, with its rule. */
async function lintWithRedocly(linted: object): Promise<string[]> {
  const config = await createConfig({ extends: ["recommended-strict"] });
  const problems = await lintFromString({ source: JSON.stringify(linted), absoluteRef: "openapi.json", config });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`);
}

/** What `spectral lint` prints with the rules `spectral:oas`. */
async function lintWithSpectral(linted: object): Promise<string[]> {
  const spectral = new spectralCore.Spectral();
  spectral.setRuleset({ extends: [spectralRulesets.oas as RulesetDefinition] });
  const problems = await spectral.run(structuredClone(linted) as Record<string, unknown>);
  return problems.map(({ code, message, path }) => `${code}: ${message} ${path.join("/")}`);
}

describe("a linter has nothing to say of the document:", () => {
  test("redocly lint", { timeout: 120_000 }, async () => {
    expect(await lintWithRedocly(document)).toEqual([]);
    const { info: _, ...rest } = document;
    expect((await lintWithRedocly(rest)).length).toBeGreaterThan(0);
  });

  test("spectral lint", { timeout: 120_000 }, async () => {
    expect(await lintWithSpectral(document)).toEqual([]);
    const { servers: _, ...rest } = document;
    expect((await lintWithSpectral(rest)).length).toBeGreaterThan(0);
  });
});
