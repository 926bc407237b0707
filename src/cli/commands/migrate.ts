import { ok } from "../../syntax/result.ts";
import { command, EXIT_OK, fail, runIfMain } from "../console/command.ts";
import { MIGRATIONS } from "../upgrade/all-migrations.ts";
import { migrateContent } from "../upgrade/migrate-content.ts";

/** What `npm run upgrade` runs of the version that it brought. */
export const MIGRATE = command({
  usage: ["node src/cli/commands/migrate.ts"],
  about: "Migrates the files in content/ to the form that this version needs. npm run upgrade runs it.",
  options: {},
  exits: { 0: "the content is as this version wants it", 1: "something has to be changed by hand" },
  read: () => ok(undefined),
  run: async () => {
    const done = await migrateContent(process.cwd(), MIGRATIONS);
    if (!done.ok) return fail(done.error);
    if (done.value.length > 0) console.log(done.value.join("\n"));
    return EXIT_OK;
  },
});

await runIfMain(import.meta, MIGRATE);
