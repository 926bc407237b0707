import * as z from "zod";

/** A number without fraction, as a field has it: in digits. */
export const wholeNumber = z.string().transform((value, context): number => {
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number)) return number;
  context.addIssue({ code: "custom", message: "expected a whole number such as 640", input: value });
  return z.NEVER;
});

/** One of them that is not nothing, as a width is. */
export const positiveNumber = wholeNumber.refine((number) => number > 0, { error: "expected a number above 0" });
