import { quoted } from "../../compile/content-fault.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { sha256 } from "../access/secret.ts";
import { type Answer, sendAnswer } from "../answer.ts";
import type { DeskCall, Outcome } from "../desk-call.ts";
import type { DeskService } from "../desk-service.ts";
import { badRequest, type DeskProblem } from "../problems.ts";
import { findIdempotencyRecord, type IdempotencyRecord, idempotencyStatements } from "./idempotency-record.ts";

/** Returns the statements to write in the batch of the change. They store the answer to the request. */
export type StoreIdempotencyRecord = (answer: Answer) => readonly D1PreparedStatement[];

/** Headers that are part of the hash of a request, besides its method, address and body. */
const HASHED_HEADERS = ["content-type", "if-match", "if-none-match", "if-unmodified-since"];

/**
 * Makes a change, and makes it only once if the request has a key (draft-ietf-httpapi-idempotency-key-header). Only a
 * change is stored. A request that failed changed nothing, so the client may correct it and send it again under the
 * same key. If two requests with one key run at the same time, the batch of the second one fails, and it gets the
 * answer to the first one.
 *
 * @param body the complete body of the request
 */
export async function idempotent(
  service: DeskService,
  call: DeskCall,
  body: Uint8Array,
  change: (store: StoreIdempotencyRecord) => Promise<Result<Answer, DeskProblem>>,
): Promise<Outcome> {
  const header = call.request.headers.get("idempotency-key");
  if (header === null) {
    const outcome = await change(() => []);
    return outcome.ok ? ok(sendAnswer(outcome.value)) : outcome;
  }
  const key = readKey(header);
  if (!key.ok) return key;
  const { db } = service;
  const { access, now } = call;
  const name = { tokenId: access.tokenId, key: key.value };
  const request = hashOf(call, body);
  const before = await findIdempotencyRecord(db, name, now);
  if (before) return repeat(before, request);
  const store: StoreIdempotencyRecord = (answer) => idempotencyStatements(db, name, { request, answer }, now);
  try {
    const outcome = await change(store);
    if (outcome.ok) return ok(sendAnswer(outcome.value));
    const meanwhile = await findIdempotencyRecord(db, name, now);
    return meanwhile ? repeat(meanwhile, request) : outcome;
  } catch (error) {
    const meanwhile = await findIdempotencyRecord(db, name, now);
    if (meanwhile) return repeat(meanwhile, request);
    throw error;
  }
}

function repeat({ request, answer }: IdempotencyRecord, hash: string): Outcome {
  if (request !== hash) return err({ kind: "key-reused" });
  return ok(sendAnswer(answer, [["Idempotency-Replayed", "true"]]));
}

/** The draft writes the key as a string in quotation marks (RFC 9651 section 3.3.3). Most clients leave them out. */
function readKey(header: string): Result<string, DeskProblem> {
  const [, quotedKey, bareKey] =
    /^(?:"([\x20\x21\x23-\x5B\x5D-\x7E]{1,255})"|([\x21\x23-\x7E]{1,255}))$/.exec(header) ?? [];
  const key = quotedKey ?? bareKey;
  if (key !== undefined) return ok(key);
  const expected = 'up to 255 visible ASCII characters, such as "8e03978e-40d5-43dd-bc93-6894a57f9324"';
  return err(badRequest({ header: "Idempotency-Key", found: quoted(header), expected }));
}

function hashOf({ request, url }: DeskCall, body: Uint8Array): string {
  const hashed = HASHED_HEADERS.map((name) => request.headers.get(name));
  return sha256(JSON.stringify([request.method, url.pathname + url.search, ...hashed, sha256(body)]));
}
