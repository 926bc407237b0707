import { type ConfigData, HtmlValidate } from "html-validate";

/** The recommended rules, but for how hono writes tags (all of it valid HTML), and for headlines, which are as long as they are. */
const config: ConfigData = {
  extends: ["html-validate:recommended"],
  rules: {
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": ["error", { style: "lowercase" }],
    "long-title": "off",
    "no-raw-characters": ["error", { relaxed: true }],
    "void-style": "off",
  },
};

/** What is wrong with a page, a line each. */
export function faultsInHtml(page: string): string[] {
  const report = new HtmlValidate(config).validateStringSync(page);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  );
}
