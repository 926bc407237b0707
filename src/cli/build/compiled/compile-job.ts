import { createHash, randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import {
  type CompiledEntry,
  type CompiledText,
  compileFile,
  type FaultyArticle,
} from "../../../compile/compile-file.ts";
import { ASSUMED, type LookedUp } from "../../../compile/lookups.ts";
import type { InspectedMedia } from "../../../compile/media/inspect-media.ts";
import { openMediaFolder } from "../../../compile/media/media-folder.ts";
import { ID_BYTES, mintArticleId } from "../../../compile/mint-id.ts";
import type { SerialPodcasts } from "../../../compile/podcast/serial-faults.ts";
import type { TagAuthority } from "../../../model/tag-uri.ts";
import { describeSystemFault } from "../../console/system-fault.ts";
import { type FileStamp, fileStamp } from "./file-stamp.ts";

/** A file to compile. `known` is the hash of the bytes that the cache has a result for, if it has one. */
export type Job = { readonly file: string; readonly path: string; readonly known?: string };

/** `same`: the bytes are the known ones. */
export type JobResult =
  | { readonly kind: "same"; readonly file: string; readonly stamp: FileStamp }
  | {
      readonly kind: "compiled";
      readonly file: string;
      readonly stamp: FileStamp;
      readonly hash: string;
      readonly entry: CompiledEntry;
      readonly text: CompiledText;
    }
  | { readonly kind: "faulty"; readonly article: FaultyArticle };

/**
 * What all jobs of a run share, as it is sent to another thread. Without `slugs`, the slugs of the other articles are
 * not known yet, and a link to any article is assumed to be right.
 */
export type JobSetting = {
  readonly sections: readonly string[] | undefined;
  readonly language: string | undefined;
  readonly serial: SerialPodcasts | undefined;
  readonly media: readonly InspectedMedia[];
  readonly slugs?: { readonly articles: ReadonlySet<string>; readonly drafts: ReadonlySet<string> };
  readonly identity: TagAuthority | undefined;
};

/**
 * Prepares to run jobs. If one throws, the error names its file, also when it comes out of another thread.
 *
 * @param random makes the ids that are proposed for articles without one
 */
export function openJobs(setting: JobSetting, random: (count: number) => Uint8Array = randomBytes) {
  const { identity } = setting;
  const mintId = identity && (() => mintArticleId(identity, random(ID_BYTES)));
  const lookedUp = lookedUpOf(setting);
  return (job: Job): JobResult => {
    try {
      return runJob(job, lookedUp, mintId);
    } catch (error) {
      if (describeSystemFault(error) !== undefined) throw error;
      throw new Error(`${job.file} could not be compiled: ${error instanceof Error ? error.stack : error}`);
    }
  };
}

export function lookedUpOf({ sections, language, serial, media, slugs }: JobSetting): LookedUp {
  return { sections, language, serial, destinations: { media: openMediaFolder(media), ...(slugs ?? ASSUMED) } };
}

function runJob({ file, path, known }: Job, lookedUp: LookedUp, mintId: (() => string) | undefined): JobResult {
  const readAt = Date.now();
  const stamp = fileStamp(statSync(path), readAt);
  const bytes = readFileSync(path);
  const hash = createHash("sha256").update(bytes).digest("hex");
  if (hash === known) return { kind: "same", file, stamp };
  const outcome = compileFile({ file, bytes }, lookedUp, mintId);
  return outcome.kind === "faulty" ? outcome : { ...outcome, file, stamp, hash };
}
