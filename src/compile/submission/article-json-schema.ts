import * as z from "zod";
import { articleInputSchema, TEXT_MEMBERS } from "./article-input-schema.ts";

export type JsonSchema = { readonly [keyword: string]: unknown };

const NAME: JsonSchema = { type: "string", minLength: 1 };

/** The JSON Schema (2020-12) of an article as it is sent, for editors and programs. `address` is where it is served. */
export function articleInputJsonSchema(address: string): JsonSchema {
  const { $schema, properties, ...schema } = z.toJSONSchema(articleInputSchema, { io: "input", override: addExamples });
  const { byline, agency, ...others } = properties ?? {};
  return {
    $schema,
    $id: address,
    title: "Article",
    description: "An article of Dateline as it is put: all that the service answers with, or less.",
    ...schema,
    // Zod has no words for "one of these members".
    oneOf: TEXT_MEMBERS.map((member) => ({ required: [member] })),
    // A preprocessing step makes the short forms whole before Zod judges them, so Zod's schema does not have them.
    properties: { ...others, byline: orNames(asSchema(byline)), agency: orName(asSchema(agency)) },
  };
}

/** Zod leaves out the examples of a text that a transformation cleans. */
const addExamples: NonNullable<z.core.ToJSONSchemaParams["override"]> = ({ zodSchema, jsonSchema }) => {
  const { examples } = z.globalRegistry.get(zodSchema) ?? {};
  if (Array.isArray(examples)) jsonSchema.examples = examples;
};

function asSchema(value: unknown): JsonSchema {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function orName({ description, ...whole }: JsonSchema): JsonSchema {
  return { description, anyOf: [NAME, whole] };
}

function orNames({ description, ...list }: JsonSchema): JsonSchema {
  const forms = [NAME, asSchema(list.items)];
  return { description, anyOf: [...forms, { ...list, items: { anyOf: forms } }] };
}
