import type { ContentFault } from "../../compile/content-fault.ts";
import type { Change } from "../../compile/ledger/record-changes.ts";
import { LEDGER_FOLDER } from "./ledger-files.ts";
import type { LedgerOnDisk } from "./ledger-folder.ts";

const WORDS: Record<Change["kind"], (name: string) => string> = {
  new: (name) => `a new article, ${name}`,
  changed: (name) => `a change to ${name}`,
  moved: (name) => `another address for ${name}`,
  gone: (name) => `a removed article, ${name}`,
  page: (name) => `a change to a page, ${name}`,
  navigation: () => "a change to the links to pages",
  publication: () => "a change to the publication",
  pages: () => "a change to facts that only pages show",
  podcast: (guid) => `the guid of a podcast, ${guid}`,
  renderer: () => "a change to how everything is rendered",
};

/** The name of a change in a report. */
export function describeChange({ kind, name }: Change): string {
  return WORDS[kind](JSON.stringify(name));
}

/** Changes of one kind that are named one by one. A first import has thousands of new articles. */
const MAX_NAMED = 10;

/** The changes for a person: each by its name, or their number if there are many of a kind. */
export function describeChanges(changes: readonly Change[]): readonly string[] {
  return [...Map.groupBy(changes, ({ kind }) => kind)].flatMap(([kind, ofKind]) => {
    if (ofKind.length <= MAX_NAMED) return ofKind.map(describeChange);
    const [first, last] = [ofKind[0], ofKind.at(-1)].map((change) => JSON.stringify(change?.name));
    return [`${ofKind.length} ${PLURALS[kind]}, from ${first} to ${last}`];
  });
}

const PLURALS: Record<Change["kind"], string> = {
  new: "new articles",
  changed: "changes to articles",
  moved: "other addresses for articles",
  gone: "removed articles",
  page: "changes to pages",
  navigation: "changes to the links to pages",
  publication: "changes to the publication",
  pages: "changes to facts that only pages show",
  podcast: "guids of podcasts",
  renderer: "changes to how everything is rendered",
};

const EXPECTED = "it to be recorded: run npm run record, and commit the ledger";

/** The fault of content whose change is not recorded yet. */
export function unrecorded(change: Change): ContentFault {
  return { file: LEDGER_FOLDER, found: describeChange(change), expected: EXPECTED };
}

/** The fault of a ledger that merged branches left with two records of one thing. */
export function unsettled({ isMerged }: Pick<LedgerOnDisk, "isMerged">): ContentFault | undefined {
  if (!isMerged) return undefined;
  return { file: LEDGER_FOLDER, found: "the records of two branches", expected: EXPECTED };
}

/** The fault of files that are not as `npm run record` writes them. Undefined if they are, or if there are none. */
export function outOfForm(known: LedgerOnDisk | undefined): ContentFault | undefined {
  if (known === undefined || known.isInForm) return undefined;
  return unsettled(known) ?? { file: LEDGER_FOLDER, found: "files in another form or order", expected: EXPECTED };
}
