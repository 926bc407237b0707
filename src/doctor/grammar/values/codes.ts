/** Languages, countries and currencies. The platform knows the lists, and keeps them current. */
import { fault, quote, type ValueType } from "../grammar-fault.ts";

/** Whether the platform has a name for the code. With `fallback: "none"` it returns undefined for an unknown one. */
function isNamed(type: "language" | "region" | "currency", code: string): boolean {
  try {
    return new Intl.DisplayNames("en", { type, fallback: "none" }).of(code) !== undefined;
  } catch {
    return false;
  }
}

/** Codes that are out of use, but were right when they were written. */
const FORMER_LANGUAGES: readonly string[] = ["iw", "in", "ji", "jw", "mo", "sh", "bh"];

const LANGUAGE = /^(?:[a-z]{2,8}|[ix])(?:-[a-z0-9]{1,8})*$/i;

export function isLanguage(value: string): boolean {
  if (!LANGUAGE.test(value)) return false;
  const [primary = ""] = value.toLowerCase().split("-");
  if (primary === "i" || primary === "x" || FORMER_LANGUAGES.includes(primary)) return true;
  // The platform names the languages of two letters, and some hundred of the eight thousand of three (ISO 639-3).
  return primary.length === 3 || (primary.length === 2 && isNamed("language", primary));
}

/** A language tag (BCP 47) whose language exists. */
export const language: ValueType = (value) =>
  isLanguage(value) ? undefined : fault("value.language", `${quote(value)} is not a language (en, pt-BR)`);

/** For `xml:lang`, which may be empty to say that no language is known (XML section 2.12). */
export const xmlLanguage: ValueType = (value, place) => (value === "" ? undefined : language(value, place));

/** Codes that the platform has a name for and that are no countries of ISO 3166. */
const NOT_COUNTRIES: readonly string[] = [
  "AC",
  "CP",
  "CQ",
  "DG",
  "EA",
  "EU",
  "EZ",
  "IC",
  "QO",
  "TA",
  "UK",
  "UN",
  "XA",
  "XB",
  "ZZ",
];
const FORMER_COUNTRIES: readonly string[] = ["AN", "CS", "TP", "YU", "ZR"];

export function isCountry(value: string): boolean {
  if (!/^[A-Z]{2}$/.test(value) || NOT_COUNTRIES.includes(value)) return false;
  return FORMER_COUNTRIES.includes(value) || isNamed("region", value);
}

export const country: ValueType = (value) =>
  isCountry(value) ? undefined : fault("value.code", `${quote(value)} is not a country (ISO 3166)`);

export const currency: ValueType = (value) =>
  /^[A-Z]{3}$/.test(value) && isNamed("currency", value)
    ? undefined
    : fault("value.code", `${quote(value)} is not a currency (ISO 4217)`);
