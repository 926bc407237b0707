import { quoted } from "../../compile/content-fault.ts";
import { sha256 } from "../access/secret.ts";
import { type Answer, sendAnswer } from "../answer.ts";
import { type DeskCall, isProblem } from "../desk-call.ts";
import { badRequest, type DeskProblem } from "../desk-problem.ts";
import type { DeskService } from "../desk-service.ts";
import { findIdempotencyRecord, type IdempotencyRecord, idempotencyStatements } from "./idempotency-record.ts";

/** What is to be written along with a change, once it is known what will be answered. */
export type StoreIdempotencyRecord = (answer: Answer) => readonly D1PreparedStatement[];

/** What else makes a request another one, beside its address and body. */
const TELLING_HEADERS = ["content-type", "if-match", "if-none-match", "if-unmodified-since"];

/**
 * Makes a change, and once only where the request names a key (draft-ietf-httpapi-idempotency-key-header). Only a change is kept: what was
 * refused changed nothing, and may be sent again, mended, under its key. Where two requests race for one key, the batch of the second fails
 * on it, and it answers as the first.
 */
export async function idempotent(
  service: DeskService,
  call: DeskCall,
  body: Uint8Array,
  change: (keep: StoreIdempotencyRecord) => Promise<Answer | DeskProblem>,
): Promise<Response | DeskProblem> {
  const header = call.request.headers.get("idempotency-key");
  if (header === null) {
    const outcome = await change(() => []);
    return isProblem(outcome) ? outcome : sendAnswer(outcome);
  }
  const key = readKey(header);
  if (typeof key !== "string") return key;
  const { database } = service;
  const { access, now } = call;
  const name = { tokenId: access.tokenId, key };
  const request = hashOf(call, body);
  const before = await findIdempotencyRecord(database, name, now);
  if (before) return repeat(before, request);
  const keep: StoreIdempotencyRecord = (answer) => idempotencyStatements(database, name, { request, answer }, now);
  try {
    const outcome = await change(keep);
    if (!isProblem(outcome)) return sendAnswer(outcome);
    const meanwhile = await findIdempotencyRecord(database, name, now);
    return meanwhile ? repeat(meanwhile, request) : outcome;
  } catch (error) {
    const meanwhile = await findIdempotencyRecord(database, name, now);
    if (meanwhile) return repeat(meanwhile, request);
    throw error;
  }
}

function repeat({ request, answer }: IdempotencyRecord, asked: string): Response | DeskProblem {
  if (request !== asked) return { problem: true, kind: "key-reused" };
  return sendAnswer(answer, [["Idempotency-Replayed", "true"]]);
}

/** The draft writes the key as a string in quotation marks (RFC 9651 section 3.3.3); most clients leave them out. */
function readKey(header: string): string | DeskProblem {
  const [, quotedKey, bareKey] =
    /^(?:"([\x20\x21\x23-\x5B\x5D-\x7E]{1,255})"|([\x21\x23-\x7E]{1,255}))$/.exec(header) ?? [];
  const key = quotedKey ?? bareKey;
  if (key !== undefined) return key;
  const expected = 'up to 255 visible ASCII characters, such as "8e03978e-40d5-43dd-bc93-6894a57f9324"';
  return badRequest({ header: "Idempotency-Key", found: quoted(header), expected });
}

function hashOf({ request, url }: DeskCall, body: Uint8Array): string {
  const told = TELLING_HEADERS.map((name) => request.headers.get(name));
  return sha256(JSON.stringify([request.method, url.pathname + url.search, ...told, sha256(body)]));
}
