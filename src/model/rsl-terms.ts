import * as z from "zod";
import { webAddress } from "./schema.ts";

/**
 * The words of RSL 1.0 for what a program does with content (section 3.4.1.1) and for the kinds of users (section
 * 3.4.1.2). Terms can mix them with countries in one list, because no word is in two vocabularies.
 */
export const RSL_USAGES = ["all", "ai-all", "ai-train", "ai-input", "ai-index", "search"] as const;
export const RSL_USERS = ["commercial", "non-commercial", "education", "government", "personal"] as const;

const region = /^[A-Z]{2}$/;
const words: readonly string[] = [...RSL_USAGES, ...RSL_USERS];
const rslWord = z.string().refine((word) => words.includes(word) || region.test(word), {
  error: `expected one of ${words.join(", ")}, or a country such as DE`,
});
const rslWords = z.array(rslWord).min(1, { error: "expected at least one word, such as search" });

/** An address that clients compare character by character (section 3.8), so it is not normalised. */
const opaqueAddress = z
  .string()
  .regex(/^https?:\/\/[\x21-\x7E]+$/, { error: "expected an absolute address such as https://example.org/licence" });

/** A currency code (ISO 4217). */
const currency = z.string().regex(/^[A-Z]{3}$/, { error: "expected a currency such as EUR" });

const price = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => /^\d+(?:\.\d+)?$/.test(text), { error: "expected a price such as 0.015" });

/**
 * The payment for the content (section 3.7). If `type` is missing, it is `free`. `standard` is the address of a shared
 * licence. `custom` is a page where a licence can be obtained.
 */
const rslPaymentSchema = z.strictObject({
  type: z
    .enum(["purchase", "subscription", "training", "crawl", "use", "contribution", "attribution", "free"])
    .optional(),
  standard: opaqueAddress.optional(),
  custom: webAddress.optional(),
  amount: z.strictObject({ value: price, currency }).optional(),
});

/** The base address of a licence server (section 5), which must use HTTPS. */
const rslServer = webAddress
  .refine((address) => address.startsWith("https://"), { error: "expected an address that begins with https://" })
  .transform((address) => address.replace(/\/$/, ""));

/**
 * The terms on which programs may use everything that is published: Really Simple Licensing 1.0
 * (https://rslstandard.org/rsl). If `permits` has words of one kind, only those are permitted. `prohibits` overrides
 * `permits` (sections 3.5 and 3.6). If there is a `server`, a program needs a token from it, even if the content is
 * free (section 3.3).
 */
export const rslTermsSchema = z
  .strictObject({
    permits: rslWords.optional(),
    prohibits: rslWords.optional(),
    payment: rslPaymentSchema.optional(),
    server: rslServer.optional(),
    terms: webAddress.optional(),
  })
  .refine(({ permits, prohibits, payment }) => permits ?? prohibits ?? payment, {
    error: "expected permits, prohibits or payment",
  });
export type RslTerms = z.infer<typeof rslTermsSchema>;
