import { inspectMedia, MAX_MEDIA_BYTES } from "../../../compile/media/inspect-media.ts";
import { type MediaFacts, mediaFileOf, storedPath } from "../../../compile/media/media-facts.ts";
import { err, ok } from "../../../syntax/result.ts";
import { sha256 } from "../../access/secret.ts";
import { jsonAnswer } from "../../answer.ts";
import { idempotent } from "../../idempotency/idempotent.ts";
import { CHANGE_PROBLEMS, type GuardedOperation } from "../../operation.ts";
import { MEDIA_PATH } from "../../paths.ts";
import { mediaAnswer } from "./media-answers.ts";
import { readUpload } from "./read-upload.ts";
import { auditStatement, findUploaded, mediaStatements } from "./stored-media.ts";

const one = { "application/json": "Media" } as const;

export const POST_MEDIA: GuardedOperation = {
  kind: "api",
  id: "uploadMedia",
  method: "POST",
  path: MEDIA_PATH,
  access: ["media"],
  summary: "Upload a file",
  description: `The file itself, or a form with one file. The bytes decide what the file is, and its extension must agree. If a name is used again, articles that are saved from then on get the newer file. At most ${MAX_MEDIA_BYTES} bytes.`,
  tag: "Media",
  parameters: ["mediaName", "idempotencyKey", "csrfToken"],
  body: {
    isRequired: true,
    content: { "application/octet-stream": "bytes", "multipart/form-data": "form with a file" },
  },
  responses: {
    200: {
      description: "The file was stored already, under this name.",
      content: one,
      headers: ["Idempotency-Replayed"],
    },
    201: { description: "The file was stored.", content: one, headers: ["Location", "Idempotency-Replayed"] },
  },
  problems: ["bad-request", "invalid", "media-taken", ...CHANGE_PROBLEMS],
  async handler(service, call) {
    const upload = await readUpload(call);
    if (!upload.ok) return upload;
    const { name, bytes, body } = upload.value;
    const inspected = await inspectMedia(name, bytes);
    if (!inspected.ok) {
      const { found, expected } = inspected.error;
      return err({
        kind: "invalid",
        faults: [{ pointer: "", ...(found !== undefined && { found }), expected }],
      });
    }
    const { value: facts } = inspected;
    return idempotent(service, call, body, async (store) => {
      const { bucket, db } = service;
      const path = storedPath(facts);
      const known = await findUploaded(db, path, name);
      // The bytes are written first, so the database never names a file that the bucket does not have.
      if (!(await storeBytes(bucket, path, facts, bytes))) return err({ kind: "media-taken", path });
      const isNew = known?.name === undefined;
      const media = { path, file: mediaFileOf(facts), uploaded: known?.uploaded ?? call.now, name };
      const value = mediaAnswer(media, call.origin);
      const answer = jsonAnswer(value, isNew ? 201 : 200, isNew ? [["Location", value.address]] : []);
      const statements = [
        ...(isNew ? [...mediaStatements(db, media), auditStatement(db, media, call)] : []),
        ...store(answer),
      ];
      if (statements.length > 0) await db.batch([...statements]);
      return ok(answer);
    });
  },
};

/**
 * Stores the bytes at their path if nothing is stored there. Returns false if other bytes are: the path has only
 * sixteen digits of the hash, so two files can be made to agree in them. What an address has once returned is never
 * replaced.
 */
async function storeBytes(bucket: R2Bucket, path: string, facts: MediaFacts, bytes: Uint8Array): Promise<boolean> {
  const sum = sha256(bytes);
  const put = await bucket.put(path, bytes, {
    onlyIf: { etagDoesNotMatch: "*" },
    sha256: sum,
    httpMetadata: { contentType: facts.mediaType },
  });
  if (put) return true;
  const stored = await bucket.head(path);
  return stored?.checksums.toJSON().sha256 === sum;
}
