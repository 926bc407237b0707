import * as z from "zod";

export const faultSchema = z
  .strictObject({
    pointer: z.string().optional().describe("the place in the body (RFC 6901); empty for the whole"),
    parameter: z.string().optional().describe("the parameter, of the path or the query"),
    header: z.string().optional(),
    line: z.int().positive().optional().describe("in the text that was sent, from 1"),
    found: z.string().optional(),
    expected: z.string(),
  })
  .describe("something that whoever asked has to change");

/** RFC 9457. */
export const problemSchema = z
  .looseObject({
    type: z.url().describe("what kind of problem; leads to what the reference says of it"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    faults: z.array(faultSchema).optional().describe("every fault there is, not only the first"),
    warnings: z.array(faultSchema).optional(),
  })
  .describe("a problem (RFC 9457)");
