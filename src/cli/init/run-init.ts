import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { type ContentFault, formatFault } from "../../compile/content-fault.ts";
import { PUBLICATION_FILE } from "../../compile/content-sources.ts";
import { ID_BYTES, mintArticleId } from "../../compile/mint-id.ts";
import { isPlaceholderAddress } from "../../site/placeholder-address.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { RecordSetting } from "../build/record-anew.ts";
import { recordLedger } from "../build/record-ledger.ts";
import { writeWhole } from "../export/write-whole.ts";
import type { InitAnswers } from "./answers.ts";
import { clearSamples, SAVED_PUBLICATION_FILE } from "./clear-samples.ts";
import { deployWorkflowText, WORKFLOW_FILE } from "./deploy-workflow.ts";
import { aboutPageText, firstArticleText, imprintPageText } from "./first-texts.ts";
import { publicationText } from "./publication-text.ts";
import type { FoundContent } from "./sample-content.ts";
import { withWorkerName } from "./worker-names.ts";

const WRANGLER_FILE = "wrangler.toml";

/** Names that a message lists. */
const MAX_NAMED = 10;

/** Why init does not touch this content. Undefined if there is nothing but samples. */
export function refusal({ own }: FoundContent): string | undefined {
  if (own.length === 0) return undefined;
  const named = own.slice(0, MAX_NAMED).map((file) => `  ${file}`);
  const more = own.length > MAX_NAMED ? [`  and ${own.length - MAX_NAMED} more`] : [];
  const isSetUp = own.includes(PUBLICATION_FILE);
  return [
    `content/ has files that are not the samples${isSetUp ? ": this publication has been set up before" : ""}:`,
    ...named,
    ...more,
    "Nothing was changed. Move them away, or add --keep: init then removes the samples only, and keeps these files" +
      (isSetUp ? `;\n${PUBLICATION_FILE} is replaced, and the present one is kept as ${SAVED_PUBLICATION_FILE}.` : "."),
  ].join("\n");
}

/** What init is about to remove, in a sentence. */
export function plan({ samples, own }: FoundContent): string {
  const count = (folder: string) => samples.filter((file) => file.startsWith(`content/${folder}/`)).length;
  const parts = [
    [count("articles"), "article", "articles"],
    [count("pages"), "page", "pages"],
    [count("media"), "media file", "media files"],
  ] as const;
  const counted = parts.flatMap(([number, one, many]) =>
    number > 0 ? [`${number} ${number === 1 ? one : many}`] : [],
  );
  const kept = own.length > 0 ? `, and keeps ${own.length} of your own` : "";
  return counted.length === 0
    ? `There are no samples to remove; the ledger begins anew${kept}.`
    : `This removes the samples (${counted.join(", ")}) and the ledger${kept}.`;
}

export type InitSetting = RecordSetting;

/** Sets up the publication below `root`. Returns lines about what was written and what to do next. */
export async function setUp(
  answers: InitAnswers,
  content: FoundContent,
  setting: InitSetting,
): Promise<Result<readonly string[], readonly string[]>> {
  const { root } = setting;
  const cleared = clearSamples(root, content);
  if (!cleared.ok) return err([formatFault(cleared.error satisfies ContentFault), "Nothing was changed."]);
  writeWhole(join(root, PUBLICATION_FILE), publicationText(answers));
  const texts = { ...firstTexts(answers, setting), [WORKFLOW_FILE]: deployWorkflowText(answers.mode) };
  const isThere = (file: string) => existsSync(join(root, file));
  const [kept, missing] = [
    Object.keys(texts).filter(isThere),
    Object.entries(texts).filter(([file]) => !isThere(file)),
  ];
  for (const [file, text] of missing) writeWhole(join(root, file), text);
  const named = nameWorkers(root, answers.worker);
  const recorded = await recordLedger(false, setting);
  if (!recorded.ok) return err(["The publication was written, but its content has faults:", ...recorded.error]);
  return ok([
    `Wrote ${[PUBLICATION_FILE, ...missing.map(([file]) => file), "content/ledger", ...(named ? [WRANGLER_FILE] : [])].join(", ")}.`,
    ...kept.map((file) => `${file} was there already, and is as it was.`),
    ...(content.own.includes(PUBLICATION_FILE) ? [`The former settings are in ${SAVED_PUBLICATION_FILE}.`] : []),
    ...(isPlaceholderAddress(answers.address)
      ? [`${answers.address} is a placeholder: put your own address into ${PUBLICATION_FILE} before you deploy.`]
      : []),
    "",
    ...nextCommands(answers),
  ]);
}

function firstTexts(answers: InitAnswers, { now, randomBytes }: InitSetting): Readonly<Record<string, string>> {
  const [authority = "", date = ""] = answers.identity.split(",");
  const id = mintArticleId({ authority, date }, randomBytes(ID_BYTES));
  const published = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(answers.timeZone)
    .toString({ timeZoneName: "never", offset: "auto", smallestUnit: "second" });
  return {
    "content/articles/our-first-article.md": firstArticleText({
      id,
      published,
      author: answers.author || answers.title,
    }),
    "content/pages/about.md": aboutPageText(answers),
    "content/pages/imprint.md": imprintPageText(answers),
  };
}

/** Returns whether there are names to set. */
function nameWorkers(root: string, worker: string): boolean {
  const file = join(root, WRANGLER_FILE);
  if (!existsSync(file)) return false;
  writeWhole(file, withWorkerName(readFileSync(file, "utf8"), worker));
  return true;
}

function nextCommands({ mode }: InitAnswers): readonly string[] {
  const commands =
    mode === "files"
      ? [
          ["npm run dev", "shows the publication at http://localhost:8787, with the draft"],
          ["npm run record", "notes what changed, once the draft is finished; commit content/ with it"],
          ["npm run deploy", "publishes it, as the workflow does for what is pushed to main"],
        ]
      : [
          ["npm run newsroom", "starts a newsroom on this machine, and prints a token for its desk"],
          ["npm run publish", "sends the articles in content/ to it, once the draft is finished"],
          ["npm run deploy:newsroom", "publishes it, as the workflow does for what is pushed to main"],
        ];
  const width = Math.max(...commands.map(([name = ""]) => name.length));
  return ["Next:", ...commands.map(([name = "", about]) => `  ${name.padEnd(width)}  ${about}`)];
}
