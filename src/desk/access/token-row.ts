import * as z from "zod";
import { scopeSchema } from "./scopes.ts";

/** A row of the table `tokens`. Times are in milliseconds since the epoch. */
export const tokenRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  hash: z.string(),
  scopes: z.string().transform((text) => z.array(scopeSchema).parse(text.split(" "))),
  expires: z.number().nullable(),
  revoked: z.number().nullable(),
  last_used: z.number().nullable(),
});
