const CLOCK = /^(\d{1,6}):(\d{1,2})(?::(\d{1,2}))?([.,]\d{1,9})?$/;
const SECONDS = /^\d{1,9}(?:[.,]\d{1,9})?$/;
const PART = /(\d{1,9}(?:[.,]\d{1,9})?)\s?([a-z]{1,8})/gi;
const UNITS: Readonly<Record<string, number>> = { h: 3_600, m: 60, s: 1 };
/** Longer texts are no moments. */
const MAX_LENGTH = 60;

/**
 * Reads a moment or a duration as podcast feeds write it: `754`, `12:34`, `1:02:03`, `00:12:34.500` (Normal Play Time),
 * `PT12M34S` (ISO 8601), `1h 2m`, `45 min`. The result is in seconds. Returns undefined if the text is something else.
 */
export function readMoment(written: string | undefined): number | undefined {
  const text = written?.trim() ?? "";
  if (text === "" || text.length > MAX_LENGTH) return undefined;
  if (SECONDS.test(text)) return numberOf(text);
  const clock = CLOCK.exec(text);
  if (clock) {
    const [, first, second, third, fraction = ""] = clock;
    const parts = [first, second, third].flatMap((part) => (part === undefined ? [] : [Number(part)]));
    return parts.reduce((sum, part) => sum * 60 + part, 0) + Number(`0${fraction.replace(",", ".")}`);
  }
  const parts = [...text.replace(/^P?T(?=\d)/i, "").matchAll(PART)];
  const rest = text.replace(/^P?T(?=\d)/i, "").replace(PART, "");
  if (parts.length === 0 || /[^\s,]/.test(rest)) return undefined;
  const seconds = parts.map(
    ([, number = "", unit = ""]) => numberOf(number) * (UNITS[unit[0]?.toLowerCase() ?? ""] ?? Number.NaN),
  );
  const sum = seconds.reduce((total, part) => total + part, 0);
  return Number.isNaN(sum) ? undefined : sum;
}

/** Reads a duration, which is above 0. */
export function readDuration(written: string | undefined): number | undefined {
  return readMoment(written) || undefined;
}

function numberOf(text: string): number {
  return Number(text.replace(",", "."));
}
