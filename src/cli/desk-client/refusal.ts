import * as z from "zod";

const faultSchema = z.object({
  pointer: z.string().optional(),
  parameter: z.string().optional(),
  header: z.string().optional(),
  line: z.number().optional(),
  found: z.string().optional(),
  expected: z.string(),
});

/** What the newsroom found wrong with something that was sent. */
export type RemoteFault = z.infer<typeof faultSchema>;

/**
 * Why nothing came of a request. `refused`: it is about what was sent. `denied`: the token does not reach so far, so it is about all that would follow.
 * `unreachable`: nobody is there. `stopped`: by whoever started us.
 */
export type Refusal = {
  readonly ok: false;
  readonly kind: "refused" | "denied" | "unreachable" | "stopped";
  readonly status?: number;
  /** One line. */
  readonly message: string;
  readonly faults: readonly RemoteFault[];
};

const problemSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  faults: z.array(faultSchema).optional(),
});

/** A refusal from an answer that is no success: problem details (RFC 9457) say why, anything else is not the desk's. */
export function readRefusal(status: number, headers: Headers, bytes: Uint8Array): Refusal {
  const kind = status === 401 || status === 403 ? "denied" : "refused";
  const problem = readProblem(headers, bytes);
  const location = headers.get("location");
  if (status >= 300 && status < 400 && location !== null)
    return { ok: false, kind, status, message: `it has moved to ${location}`, faults: [] };
  if (!problem)
    return { ok: false, kind, status, message: `answered ${status}, in words that are no newsroom's`, faults: [] };
  const words = [problem.title, problem.detail].filter((text) => text !== undefined);
  return { ok: false, kind, status, message: words.join(": ") || `answered ${status}`, faults: problem.faults ?? [] };
}

function readProblem(headers: Headers, bytes: Uint8Array): z.infer<typeof problemSchema> | undefined {
  if (!/^application\/problem\+json\b/i.test(headers.get("content-type") ?? "")) return undefined;
  try {
    return problemSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
