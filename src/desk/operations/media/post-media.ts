import { inspectMedia } from "../../../compile/media/inspect-media.ts";
import { type MediaFacts, mediaFileOf, storedPath } from "../../../compile/media/media-facts.ts";
import { sha256 } from "../../access/secret.ts";
import { jsonAnswer } from "../../answer.ts";
import { type DeskCall, isProblem } from "../../desk-call.ts";
import type { DeskProblem } from "../../desk-problem.ts";
import type { DeskService } from "../../desk-service.ts";
import { idempotent } from "../../idempotency/idempotent.ts";
import { mediaAnswer } from "./media-answers.ts";
import { readUpload } from "./read-upload.ts";
import { auditStatement, findUploaded, mediaStatements } from "./stored-media.ts";

/**
 * Takes a file in. What it is, its bytes say; its name must say the same. The bytes are in the bucket before the database knows of them, so that
 * there is no moment at which it knows of a file that is not there.
 */
export async function postMedia(service: DeskService, call: DeskCall): Promise<Response | DeskProblem> {
  const upload = await readUpload(call);
  if (isProblem(upload)) return upload;
  const { name, bytes, body } = upload;
  const inspected = await inspectMedia(name, bytes);
  if (!inspected.ok) {
    const { found, expected } = inspected.fault;
    return {
      problem: true,
      kind: "invalid",
      faults: [{ pointer: "", ...(found !== undefined && { found }), expected }],
    };
  }
  const { facts } = inspected;
  return idempotent(service, call, body, async (keep) => {
    const { bucket, database } = service;
    const path = storedPath(facts);
    const known = await findUploaded(database, path, name);
    if (!(await keepBytes(bucket, path, facts, bytes))) return { problem: true, kind: "media-taken", path };
    const isNew = known?.name === undefined;
    const media = { path, file: mediaFileOf(facts), uploaded: known?.uploaded ?? call.now, name };
    const value = mediaAnswer(media, call.origin);
    const answer = jsonAnswer(value, isNew ? 201 : 200, isNew ? [["Location", value.address]] : []);
    const statements = [
      ...(isNew ? [...mediaStatements(database, media), auditStatement(database, media, call)] : []),
      ...keep(answer),
    ];
    if (statements.length > 0) await database.batch([...statements]);
    return answer;
  });
}

/**
 * Puts the bytes at their path unless they are there; false where others are. An address has sixteen digits of the hash, which someone who wants
 * to can make two files agree in; what lies at an address is kept for good, so the second is refused.
 */
async function keepBytes(bucket: R2Bucket, path: string, facts: MediaFacts, bytes: Uint8Array): Promise<boolean> {
  const sum = sha256(bytes);
  const put = await bucket.put(path, bytes, {
    onlyIf: { etagDoesNotMatch: "*" },
    sha256: sum,
    httpMetadata: { contentType: facts.mediaType },
  });
  if (put) return true;
  const there = await bucket.head(path);
  return there?.checksums.toJSON().sha256 === sum;
}
