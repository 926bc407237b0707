import { MAX_MEDIA_BYTES } from "../../compile/media/inspect-media.ts";
import type { Operation } from "./operation.ts";

const one = { "application/json": "Media" } as const;

export const MEDIA_OPERATIONS = {
  "GET /desk/media": {
    summary: "List files, the newest first",
    tag: "Media",
    access: ["read", "media"],
    parameters: ["limit", "after"],
    responses: {
      200: { description: "A page of the list.", content: { "application/json": "MediaList" }, headers: ["Link"] },
    },
    problems: ["bad-request"],
  },
  "POST /desk/media": {
    summary: "Upload a file",
    description: `The file itself, or a form with it. What it is, its bytes say, and its extension must say the same. A newer file under a name is what articles saved from then on mean by it. At most ${MAX_MEDIA_BYTES} bytes.`,
    tag: "Media",
    access: ["media"],
    parameters: ["mediaName", "idempotencyKey", "csrfToken"],
    body: {
      isRequired: true,
      content: { "application/octet-stream": "bytes", "multipart/form-data": "form with a file" },
    },
    responses: {
      200: { description: "It was there already, under this name.", content: one, headers: ["Idempotency-Replayed"] },
      201: { description: "It was taken in.", content: one, headers: ["Location", "Idempotency-Replayed"] },
    },
    problems: ["bad-request", "invalid", "media-taken", "too-large", "unsupported-coding", "key-reused", "forged"],
  },
  "GET /desk/media/{hash}/{name}": {
    summary: "See a file that readers may not see yet",
    tag: "Media",
    access: ["read", "media"],
    parameters: ["hash", "fileName", "range", "ifNoneMatch"],
    responses: {
      200: { description: "The file.", content: { "*/*": "bytes" }, headers: ["ETag"] },
      206: { description: "A part of it.", content: { "*/*": "bytes" }, headers: ["ETag", "Content-Range"] },
      304: { description: "It is as the client has it.", headers: ["ETag"] },
      412: { description: "It is not as the client has it." },
    },
    problems: ["not-found", "range-not-satisfiable"],
  },
} as const satisfies Record<string, Operation>;
