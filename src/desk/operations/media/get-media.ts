import { sendMedia } from "../../../http/media.ts";
import { err } from "../../../syntax/result.ts";
import type { GuardedOperation } from "../../operation.ts";
import { MEDIA_FILE_PATH } from "../../paths.ts";
import type { DeskProblem } from "../../problems.ts";
import { findUploaded } from "./stored-media.ts";

const UNKNOWN_FILE: DeskProblem = { kind: "not-found", what: "There is no such file." };

export const GET_MEDIA: GuardedOperation = {
  kind: "api",
  id: "getMedia",
  method: "GET",
  path: MEDIA_FILE_PATH,
  access: ["read", "media"],
  summary: "Read a file, even before it is public",
  tag: "Media",
  parameters: ["hash", "fileName", "range", "ifNoneMatch"],
  responses: {
    200: { description: "The file.", content: { "*/*": "bytes" }, headers: ["ETag"] },
    206: { description: "A part of the file.", content: { "*/*": "bytes" }, headers: ["ETag", "Content-Range"] },
    304: { description: "The client has the current file.", headers: ["ETag"] },
    412: { description: "The client does not have the current file." },
  },
  problems: ["not-found", "range-not-satisfiable"],
  async handler({ db, mediaFiles: files }, { request, parameters, now }) {
    const { hash = "", name = "" } = parameters;
    const path = `${hash}/${name}`;
    const found = await findUploaded(db, path);
    if (!found) return err(UNKNOWN_FILE);
    const sent = await sendMedia(request, { path, file: found.file, files, caching: { kind: "private" }, now });
    if (sent.ok) return sent;
    return err(sent.error.kind === "not-found" ? UNKNOWN_FILE : sent.error);
  },
};
