import * as z from "zod";

/** The name of a time zone in the IANA database: `Europe/Berlin`. */
export const timeZoneName = z.string().transform((value, context): string => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value.trim() });
    return value.trim();
  } catch {
    context.addIssue({ code: "custom", message: "expected a time zone such as Europe/Berlin", input: value });
    return z.NEVER;
  }
});
