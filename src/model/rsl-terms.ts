import * as z from "zod";
import { webAddress } from "./schema.ts";

/**
 * The words of RSL 1.0 for what a program does with content (section 3.4.1.1), who has it done (section 3.4.1.2), and where. No word is in
 * two of the lists, so that terms can name them side by side.
 */
export const RSL_USAGES = ["all", "ai-all", "ai-train", "ai-input", "ai-index", "search"] as const;
export const RSL_USERS = ["commercial", "non-commercial", "education", "government", "personal"] as const;

const region = /^[A-Z]{2}$/;
const words: readonly string[] = [...RSL_USAGES, ...RSL_USERS];
const rslWord = z.string().refine((word) => words.includes(word) || region.test(word), {
  error: `expected one of ${words.join(", ")}, or a country such as DE`,
});
const rslWords = z.array(rslWord).min(1, { error: "expected one word at least, such as search" });

/** Compared as it is written (section 3.8), so it is left as it is written. */
const opaqueAddress = z
  .string()
  .regex(/^https?:\/\/[\x21-\x7E]+$/, { error: "expected an absolute address such as https://example.org/licence" });

/** ISO 4217. */
const currency = z.string().regex(/^[A-Z]{3}$/, { error: "expected a currency such as EUR" });

const price = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => /^\d+(?:\.\d+)?$/.test(text), { error: "expected a price such as 0.015" });

/**
 * What a publication asks for its content (section 3.7); nothing stands for `free`. `standard` names a licence that others share, `custom` a page
 * where one can be had.
 */
const rslPaymentSchema = z.strictObject({
  type: z
    .enum(["purchase", "subscription", "training", "crawl", "use", "contribution", "attribution", "free"])
    .optional(),
  standard: opaqueAddress.optional(),
  custom: webAddress.optional(),
  amount: z.strictObject({ value: price, currency }).optional(),
});

/** The base of a licence server's addresses (section 5), which is reached over HTTPS only. */
const rslServer = webAddress
  .refine((address) => address.startsWith("https://"), { error: "expected an address that begins with https://" })
  .transform((address) => address.replace(/\/$/, ""));

/**
 * The terms on which programs may use the publication: Really Simple Licensing 1.0 (https://rslstandard.org/rsl). They hold for everything it
 * publishes. Where `permits` has words of a kind, only those are permitted; `prohibits` outdoes it (sections 3.5 and 3.6). A `server` means that no
 * program may come without a token from it, even where nothing is to be paid (section 3.3).
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
