import { err, ok } from "../../../syntax/result.ts";
import { sendJson } from "../../answer.ts";
import type { Fault } from "../../fault.ts";
import type { GuardedOperation } from "../../operation.ts";
import { MEDIA_PATH } from "../../paths.ts";
import { badRequest } from "../../problems.ts";
import { nextPage, pageLimit, readQuery } from "../../reading/read-query.ts";
import { mediaAnswer } from "./media-answers.ts";
import { listUploaded } from "./stored-media.ts";

export const LIST_MEDIA: GuardedOperation = {
  kind: "api",
  id: "listMedia",
  method: "GET",
  path: MEDIA_PATH,
  access: ["read", "media"],
  summary: "List files, newest first",
  tag: "Media",
  parameters: ["limit", "after"],
  responses: {
    200: { description: "A page of the list.", content: { "application/json": "MediaList" }, headers: ["Link"] },
  },
  problems: ["bad-request"],
  async handler({ db }, call) {
    const faults: Fault[] = [];
    const { after, limit } = readQuery(call.url.searchParams, ["limit", "after"], faults);
    const max = pageLimit(limit, faults);
    if (faults.length > 0) return err(badRequest(...faults));
    const found = await listUploaded(db, { after, max: max + 1 });
    const items = found.slice(0, max);
    const following = nextPage(call, found.length > max ? items.at(-1)?.path : undefined);
    const media = items.map((each) => mediaAnswer(each, call.origin));
    return ok(sendJson({ media, ...following.member }, following.headers));
  },
};
