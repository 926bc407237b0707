import { mediaFileOf } from "../../../../src/compile/media/media-facts.ts";
import { compileSubmission } from "../../../../src/compile/submission/compile-submission.ts";
import { parseSubmission } from "../../../../src/compile/submission/parse-submission.ts";
import type { Submission, SubmissionFault, SubmissionSetting } from "../../../../src/compile/submission/submission.ts";
import type { Article } from "../../../../src/model/article.ts";
import { PLACEHOLDER_ORIGIN } from "../../../../src/site/addresses.ts";
import { publication } from "../../../fixtures/full-article.ts";
import { MEDIA } from "../compile.ts";

export const MINTED = "tag:example.org,2026-01-01:articles/minted0000000000";
export const NOW = Date.parse("2026-11-25T03:00:00.750Z");

const FACTS = MEDIA.flatMap((each) => (each.ok ? [each.value] : []));

/** The name of the fixtures' file at an address. */
export function mediaName(url: string): string {
  const found = FACTS.find((facts) => mediaFileOf(facts).url === url);
  if (!found) throw new Error(`no file at ${url}`);
  return found.name;
}

/** A newsroom that has every file of the media fixtures. */
export const SETTING: SubmissionSetting = {
  publication: { ...publication, sections: [...publication.sections, { slug: "hill", title: "Hill" }] },
  now: NOW,
  mintId: () => MINTED,
  media: (name) => FACTS.find((facts) => facts.name === name || mediaFileOf(facts).url === PLACEHOLDER_ORIGIN + name),
};

export function submissionOf(given: unknown, mediaType: Submission["mediaType"] = "application/json"): Submission {
  return { mediaType, slug: "quay", text: typeof given === "string" ? given : JSON.stringify(given) };
}

/** The article that a submission compiles to. Throws with the faults if it does not compile. */
export function submitted(given: unknown, setting: Partial<SubmissionSetting> = {}): Article {
  const compiled = compileSubmission(parseSubmission(submissionOf(given)), { ...SETTING, ...setting });
  if (!compiled.ok) throw new Error(compiled.error.faults.map(printed).join("\n"));
  return compiled.value.article;
}

/** The faults of a submission, one line each. */
export function faultsOf(
  given: unknown,
  mediaType?: Submission["mediaType"],
  setting: Partial<SubmissionSetting> = {},
): string[] {
  const compiled = compileSubmission(parseSubmission(submissionOf(given, mediaType)), { ...SETTING, ...setting });
  return compiled.ok ? [] : compiled.error.faults.map(printed);
}

export function printed({ pointer, line, found, expected }: SubmissionFault): string {
  const place = pointer + (line === undefined ? "" : `:${line}`);
  return `${place}: ${found === undefined ? "" : `found ${found}; `}expected ${expected}`;
}
