import { type ConfigData, HtmlValidate } from "html-validate";

/**
 * The recommended rules without those that hono's way of writing tags breaks (it is valid HTML), and without the limit
 * on the length of a title.
 */
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

/** The faults of a page, one in each line. */
export function faultsInHtml(page: string): string[] {
  const report = new HtmlValidate(config).validateStringSync(page);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  );
}
