import * as z from "zod";
import { parseContentType } from "../../syntax/content-type.ts";

const faultSchema = z.object({
  pointer: z.string().optional(),
  parameter: z.string().optional(),
  header: z.string().optional(),
  line: z.number().optional(),
  found: z.string().optional(),
  expected: z.string(),
});

/** A fault that the newsroom found in a request. */
export type RemoteFault = z.infer<typeof faultSchema>;

/**
 * Why a request failed. `refused`: the newsroom rejected this request. `denied`: the token is not valid or has too few
 * scopes, so all further requests would fail. `unreachable`: there was no response. `stopped`: the user interrupted the
 * run.
 */
export type Refusal = {
  readonly kind: "refused" | "denied" | "unreachable" | "stopped";
  readonly status?: number;
  /** One line. */
  readonly message: string;
  readonly faults: readonly RemoteFault[];
};

/** What the newsroom sent, or what it would be sent, is wrong in a way that concerns one request only. */
export function refused(message: string): Refusal {
  return { kind: "refused", message, faults: [] };
}

const problemSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  faults: z.array(faultSchema).optional(),
});

/** Reads a response that is not a success. Problem details (RFC 9457) say why; any other body is not from a desk. */
export function readRefusal(origin: string, status: number, headers: Headers, bytes: Uint8Array): Refusal {
  const kind = status === 401 || status === 403 ? "denied" : "refused";
  const problem = readProblem(headers, bytes);
  const location = headers.get("location");
  if (status >= 300 && status < 400 && location !== null)
    return { kind, status, message: `it has moved to ${location}`, faults: [] };
  if (!problem)
    return { kind, status, message: `unexpected response ${status} (not problem+json) from ${origin}`, faults: [] };
  const words = [problem.title, problem.detail].filter((text) => text !== undefined);
  return { kind, status, message: words.join(": ") || `answered ${status}`, faults: problem.faults ?? [] };
}

function readProblem(headers: Headers, bytes: Uint8Array): z.infer<typeof problemSchema> | undefined {
  if (parseContentType(headers.get("content-type")).mediaType !== "application/problem+json") return undefined;
  try {
    return problemSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
