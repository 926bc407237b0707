const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * `Sun, 01 Mar 2026 21:42:00 +0800` as RFC 3339 in the same zone. Throws on another notation and on a wrong weekday.
 */
export function timestampFromRfc822(text: string): string {
  const match = /^(\w{3}), (\d\d) (\w{3}) (\d{4}) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/.exec(text);
  if (!match) throw new Error(`no RFC 822 date: ${text}`);
  const [, weekday, day, month = "", year, clock, hours, minutes] = match;
  const date = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day}`;
  const actual = new Date(`${date}T00:00:00Z`).toUTCString().slice(0, 3);
  if (weekday !== actual) throw new Error(`${text} falls on ${actual}`);
  return `${date}T${clock}${hours === "+00" && minutes === "00" ? "Z" : `${hours}:${minutes}`}`;
}
