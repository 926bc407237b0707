import { err, ok } from "../../syntax/result.ts";
import { buildContent } from "../build/build-content-folder.ts";
import { settingHere } from "../build/build-setting.ts";
import { command, EXIT_OK, fail, runIfMain } from "../console/command.ts";
import { previewAlias } from "../deploy/preview-alias.ts";
import { endOf, startWrangler } from "../wrangler/run-wrangler.ts";

/** A secret that is shorter can be found by trying. */
const MIN_SECRET = 16;

/** `npm run preview`: what the workflow runs for a pull request. */
export const PREVIEW = command({
  usage: ["npm run preview -- NUMBER [--show-address] [--dry-run]"],
  about: `Uploads a preview of pull request NUMBER, at an address of its own. The deployed site stays as it is. If the
variable PREVIEW_SECRET is set, the preview shows drafts, and its address cannot be guessed. Otherwise it shows
what readers would get. There must have been a deploy before.`,
  options: {
    "show-address": { type: "flag", about: "only say how the address of the preview begins" },
    "dry-run": { type: "flag", about: "compile everything, and upload nothing" },
  },
  positionals: {
    max: 1,
    missing: "which pull request? Give its number.",
    unexpected: (second) => `one number: what is "${second}"?`,
  },
  exits: { 0: "uploaded", 1: "the content has faults, or the upload failed" },
  read: (given, { PREVIEW_SECRET = "", GITHUB_ACTIONS }) => {
    const [typed = ""] = given.positionals;
    if (!/^[1-9]\d{0,8}$/.test(typed)) return err({ message: `${typed}: expected the number of a pull request` });
    if (PREVIEW_SECRET !== "" && PREVIEW_SECRET.length < MIN_SECRET)
      return err({
        message: `PREVIEW_SECRET: expected at least ${MIN_SECRET} characters, so that it cannot be guessed`,
      });
    const secret = PREVIEW_SECRET === "" ? undefined : PREVIEW_SECRET;
    return ok({
      alias: previewAlias(Number(typed), secret),
      isSecret: secret !== undefined,
      isShown: given.flag("show-address"),
      isDryRun: given.flag("dry-run"),
      isPublicLog: GITHUB_ACTIONS === "true",
    });
  },
  run: async ({ alias, isSecret, isShown, isDryRun, isPublicLog }) => {
    if (isShown) {
      console.log(`https://${alias}-WORKER.SUBDOMAIN.workers.dev, with the Worker's name and your account's subdomain`);
      return EXIT_OK;
    }
    // The log of a workflow may be public.
    if (isSecret && isPublicLog) console.log(`::add-mask::${alias}`);
    const preview = isSecret ? "drafts" : "published";
    const built = await buildContent({ mode: "production", preview }, settingHere());
    if (!built.ok) return fail(built.error.problems);
    const upload = ["versions", "upload", "--env=", "--preview-alias", alias, ...(isDryRun ? ["--dry-run"] : [])];
    return endOf(startWrangler(upload, { DATELINE_PREVIEW: preview }));
  },
});

await runIfMain(import.meta, PREVIEW);
