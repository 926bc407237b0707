import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { type ConfigData, HtmlValidate } from "html-validate";
import schema from "jsonfeed-schema/schema-v1.1.json" with { type: "json" };
import { describe, expect } from "vitest";
import { parseStrictXml, type StrictElement } from "../strict-xml.ts";
import type { DevServer } from "./harness/dev-server.ts";
import { debianPackage, describeWith, neighbour } from "./harness/installed.ts";
import { type Finished, runCommand } from "./harness/run-command.ts";
import { test } from "./harness/served-test.ts";
import { readArticlesThatAreOut } from "./harness/written-articles.ts";

/** The served content, judged by validators of others. */

const XML_FEEDS = [
  ["/rss.xml", "item"],
  ["/atom.xml", "entry"],
] as const;

describe("a strict XML parser", () => {
  test.for(XML_FEEDS)("reads the whole of %s and finds every article once", async ([path, entry], { server }) => {
    const root = parseStrictXml((await server.get(path)).text);
    expect(count(root, entry)).toBe(readArticlesThatAreOut(server.root).length);
  });
});

function count({ name, children }: StrictElement, wanted: string): number {
  return children.reduce((sum, child) => sum + count(child, wanted), name === wanted ? 1 : 0);
}

/** Runs a validator on the document at a path, as a file. */
async function judge(server: DevServer, path: string, file: string, args: readonly string[]): Promise<Finished> {
  const document = join(server.scratch, "document.xml");
  writeFileSync(document, (await server.get(path)).body);
  const { stderr, ...finished } = await runCommand(file, [...args, document], {
    cwd: server.scratch,
    environment: { PATH: String(process.env.PATH) },
  });
  return { ...finished, stderr: stderr.replace(MISSING_JARS, "") };
}

/** Debian's wrapper of jing names optional libraries that are not installed. That says nothing about the document. */
const MISSING_JARS = /^\[warning\] \S*jing: Unable to locate .*\n/gm;

const NO_COMPLAINT: Finished = { exitCode: 0, stdout: "", stderr: "" };

describeWith(debianPackage("libxml2-utils", "xmllint", ["--version"]), "xmllint", () => {
  test.for(XML_FEEDS)("reports nothing about %s", async ([path], { server }) => {
    expect(await judge(server, path, "xmllint", ["--noout", "--nonet"])).toEqual(NO_COMPLAINT);
  });
});

/** The grammar of RFC 4287 appendix B, which is not ours to publish. */
const GRAMMAR = join(import.meta.dirname, "../../../shared/schemas/atom.rnc");

describeWith(debianPackage("jing", "sh", ["-c", "command -v jing"]), "jing", () => {
  describeWith(neighbour(GRAMMAR), "by the schema of RFC 4287", () => {
    test("finds /atom.xml valid", async ({ server }) => {
      expect(await judge(server, "/atom.xml", "jing", ["-c", GRAMMAR])).toEqual(NO_COMPLAINT);
    });

    test("finds /rss.xml invalid, which shows that it applies the schema", async ({ server }) => {
      expect((await judge(server, "/rss.xml", "jing", ["-c", GRAMMAR])).exitCode).toBe(1);
    });
  });
});

describe("the schema of JSON Feed 1.1", () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);

  test("accepts /feed.json", async ({ server }) => {
    validate(JSON.parse((await server.get("/feed.json")).text));
    expect(validate.errors).toBeNull();
  });
});

/**
 * The recommended rules, except those against the way Hono writes tags (which is valid HTML) and against long
 * headlines.
 */
const RULES: ConfigData = {
  extends: ["html-validate:recommended"],
  rules: {
    "attribute-boolean-style": ["error", { style: "empty" }],
    "attribute-empty-style": "off",
    "doctype-style": ["error", { style: "lowercase" }],
    "long-title": "off",
    "no-raw-characters": ["error", { relaxed: true }],
    "void-style": "off",
  },
};

describe("html-validate", () => {
  const navigation = { accept: "text/html", "sec-fetch-dest": "document", "sec-fetch-mode": "navigate" };

  test("reports nothing about any page", async ({ server }) => {
    const articles = readArticlesThatAreOut(server.root).map(({ slug }) => `/articles/${encodeURIComponent(slug)}`);
    const validator = new HtmlValidate(RULES);
    for (const path of ["/", "/rss.xml", "/atom.xml", "/feed.json", "/nothing", ...articles]) {
      const { headers, text } = await server.get(path, navigation);
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      const { results } = await validator.validateString(text);
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
      );
      expect(faults, path).toEqual([]);
    }
  });
});
