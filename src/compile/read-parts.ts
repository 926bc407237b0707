import type { Result } from "../syntax/result.ts";
import type { BodySource } from "./body/parse/parse-body.ts";
import type { ContentFault } from "./content-fault.ts";
import { ARTICLE_FILE } from "./content-sources.ts";
import type { FieldSource } from "./front-matter/field-source.ts";
import { frontMatterFault } from "./front-matter/front-matter-fault.ts";
import { readYaml } from "./front-matter/read-yaml.ts";
import { splitFrontMatter } from "./front-matter/split-front-matter.ts";

/**
 * The parts of a file of an article or a page: its name without the extension, its fields and its text. `yaml` is the
 * text of fields that could not be read, and then `source` is undefined.
 */
export type FileParts = {
  readonly name: string;
  readonly source: FieldSource | undefined;
  readonly body: BodySource;
  readonly yaml?: string;
  readonly faults: readonly ContentFault[];
};

/**
 * Far more than the fields of a file take, in characters. Each name is compared with all before it, so the time grows
 * with the square.
 */
const MAX_FIELDS = 100_000;

export function readParts(file: string, text: Result<string, ContentFault>): FileParts {
  const name = file
    .slice(file.lastIndexOf("/") + 1)
    .replace(ARTICLE_FILE, "")
    .normalize("NFC");
  const format = file.endsWith(".html") ? "html" : "markdown";
  const nothing = { name, source: undefined, body: { format, text: "" } } as const;
  if (!text.ok) return { ...nothing, faults: [text.error] };
  const split = splitFrontMatter(text.value);
  if (!split) return { ...nothing, faults: [{ file, ...frontMatterFault(text.value) }] };
  const body: BodySource = { format, text: split.body };
  if (split.yaml.length > MAX_FIELDS) {
    const found = `${split.yaml.length} characters of fields`;
    return { ...nothing, body, faults: [{ file, line: 1, found, expected: `at most ${MAX_FIELDS}` }] };
  }
  const yaml = readYaml(file, split.yaml);
  if (!yaml.ok) return { ...nothing, body, yaml: split.yaml, faults: yaml.error };
  return { name, source: yaml.value, body, faults: [] };
}
