import type { z } from "zod";
import type { ContentFault } from "../content-fault.ts";
import { hintAt } from "../nearest.ts";
import type { FieldSource } from "./field-source.ts";
import { hintAtField } from "./other-words.ts";

/**
 * `fields` contains the fields without a fault, so that they can be checked further. It is undefined if that is not
 * possible.
 */
export type ParsedFields<Fields> = { readonly fields: Fields | undefined; readonly faults: readonly ContentFault[] };

/**
 * The names of the fields that are allowed at the top level (under the empty name) and within each field that has
 * fields.
 */
export type KnownFields = Readonly<Record<string, readonly string[]>>;

/** What is expected of a field that takes one value and was given several. */
export const ONE_TEXT = "one text";

/**
 * Validates fields and turns the schema's issues into faults for the author: where, what was found, what is expected.
 */
export function parseFields<Schema extends z.ZodType>(
  schema: Schema,
  source: FieldSource,
  known: KnownFields,
): ParsedFields<z.output<Schema>> {
  const { data, error } = schema.safeParse(source.value, { error: explain });
  if (!error) return { fields: data, faults: [] };
  const faulty = new Set(
    error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : [String(issue.path[0])],
    ),
  );
  // An unknown name may be a known one misspelt, so what is said of the whole object would say the same again.
  const misnamed = new Set(error.issues.flatMap(({ code, path }) => (code === "unrecognized_keys" ? path.join() : [])));
  const rest = Object.fromEntries(Object.entries(source.value).filter(([name]) => !faulty.has(name)));
  return {
    fields: schema.safeParse(rest).data,
    faults: error.issues.flatMap((issue) => {
      if (issue.code === "custom" && issue.path.length > 0 && misnamed.has(issue.path.join())) return [];
      const within = issue.path.filter((part) => typeof part === "string").join(".");
      const fields = known[within] ?? [];
      if (issue.code === "invalid_type" && issue.expected === "object")
        return [source.faultAt(issue.path, `fields below it: ${fields.join(", ")}`)];
      if (issue.code !== "unrecognized_keys")
        return [source.faultAt(issue.path, issue.message.replace(/^expected /, ""))];
      return issue.keys.map((key) => ({
        ...source.faultAt(
          [...issue.path, key],
          `one of the fields ${fields.join(", ")}${hintAtField(key, within, fields)}`,
        ),
        found: "an unknown field",
      }));
    }),
  };
}

/** Messages for issues that the model's schemas do not describe themselves. */
function explain(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    return `expected one of ${values.join(", ")}${hintAt(String(issue.input), values)}`;
  }
  if (issue.code === "too_small") return `expected a number ${issue.inclusive ? "from" : "above"} ${issue.minimum}`;
  if (issue.code !== "invalid_type") return "expected another value";
  const isMissing = issue.input === undefined;
  switch (issue.expected) {
    case "array":
      return "expected a list, such as [one, two]";
    case "int":
      return "expected a whole number";
    case "number":
      return "expected a number";
    default:
      return isMissing ? "expected a value: this field is required" : `expected ${ONE_TEXT}`;
  }
}
