import { line } from "../../model/schema.ts";

/** A line that is not empty, as the public JSON Schema can say it. */
export const someText = line.meta({ minLength: 1 });
