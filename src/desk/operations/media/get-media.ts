import { sendMedia } from "../../../http/send-media.ts";
import { sendJson } from "../../answer.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskProblem } from "../../desk-problem.ts";
import type { DeskService } from "../../desk-service.ts";
import { nextPage, PAGE_LIMITS } from "../../reading/next-page.ts";
import { readQuery, wholeNumber } from "../../reading/read-query.ts";
import { mediaAnswer } from "./media-answers.ts";
import { findUploaded, listUploaded } from "./stored-media.ts";

/** The files that were uploaded, the newest first. */
export async function listMedia({ database }: DeskService, call: DeskCall): Promise<Response | DeskProblem> {
  const { values, faults: mistakes } = readQuery(call.url.searchParams, ["limit", "after"]);
  const faults = [...mistakes];
  const most = wholeNumber("limit", values.limit, { least: 1, most: PAGE_LIMITS.most }, faults) ?? PAGE_LIMITS.usual;
  if (faults.length > 0) return { problem: true, kind: "bad-request", faults };
  const found = await listUploaded(database, { after: values.after, most });
  const shown = found.slice(0, most);
  const following = nextPage(call, found.length > most ? shown.at(-1)?.path : undefined);
  return sendJson(
    { media: shown.map((each) => mediaAnswer(each, call.origin)), ...following.member },
    following.headers,
  );
}

/** A file as its uploader may see it before readers do. */
export async function getMedia(service: DeskService, call: DeskCall): Promise<Response | DeskProblem> {
  const { hash = "", name = "" } = call.parameters;
  const path = `${hash}/${name}`;
  const found = await findUploaded(service.database, path);
  const what = "There is no such file.";
  if (!found) return { problem: true, kind: "not-found", what };
  const sent = await sendMedia(call.request, {
    path,
    file: found.file,
    files: service.mediaFiles,
    caching: { kind: "private" },
    now: call.now,
  });
  if (sent instanceof Response) return sent;
  return sent.kind === "not-found" ? { problem: true, kind: "not-found", what } : { problem: true, ...sent };
}
