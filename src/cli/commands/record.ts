import { ok } from "../../syntax/result.ts";
import { settingHere } from "../build/build-setting.ts";
import { recordLedger } from "../build/record-ledger.ts";
import { command, EXIT_OK, fail, runIfMain } from "../console/command.ts";
import { showCount } from "../console/progress.ts";

/** `npm run record` */
export const RECORD = command({
  usage: ["npm run record [-- --check]"],
  about:
    "Writes content/ledger: what changed since the last time, and when. Commit it with the content, like a lockfile.",
  options: { check: { type: "flag", about: "only say what is not recorded yet, and exit with 1 if anything is" } },
  exits: { 0: "the ledger is up to date", 1: "it is not, or the content has faults" },
  read: (given) => ok({ isCheck: given.flag("check") }),
  run: async ({ isCheck }) => {
    const progress = showCount(process.stderr, "articles compiled");
    const report = await recordLedger(isCheck, settingHere(progress.show));
    progress.end();
    if (!report.ok) return fail(report.error);
    console.log(report.value.join("\n"));
    return EXIT_OK;
  },
});

await runIfMain(import.meta, RECORD);
