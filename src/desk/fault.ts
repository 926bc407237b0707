import * as z from "zod";

/** Wrong input that the client has to change. Its place is in the body, in a parameter or in a header. */
export const faultSchema = z
  .strictObject({
    pointer: z.string().optional().describe("the place in the body (RFC 6901); empty for the whole body"),
    parameter: z.string().optional().describe("the parameter of the path or the query"),
    header: z.string().optional(),
    line: z.int().positive().optional().describe("the line of the text that was sent, counted from 1"),
    found: z.string().optional(),
    expected: z.string(),
  })
  .describe("something that the client has to change");

/** As in `faultSchema`. `found` is ready to be printed: text of the client is in quotation marks. */
export type Fault = {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly line?: number;
  readonly found?: string;
  readonly expected: string;
};
