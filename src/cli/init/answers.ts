import { hintAt } from "../../compile/nearest.ts";
import { publicationSchema } from "../../model/publication.ts";
import { email, languageTag, line } from "../../model/schema.ts";
import { cleanLine } from "../../model/text.ts";
import { err, ok, type Result } from "../../syntax/result.ts";

export const MODES = ["files", "newsroom"] as const;
export type Mode = (typeof MODES)[number];

/**
 * What `npm run init` has to know of a publication. `identity` is `authority,date`. `worker` is the name of the Worker,
 * from which those of the newsroom's resources are made. `author` and `email` are of the person responsible.
 */
export type InitAnswers = {
  readonly title: string;
  readonly address: string;
  readonly description: string;
  readonly identity: string;
  readonly language: string;
  readonly timeZone: string;
  readonly author: string;
  readonly email: string;
  readonly mode: Mode;
  readonly worker: string;
};

export type AnswerName = keyof InitAnswers;

/** What the machine knows: its language (BCP 47), its time zone, the day (`YYYY-MM-DD`), and who uses git on it. */
export type Machine = {
  readonly language: string;
  readonly timeZone: string;
  readonly day: string;
  readonly user: string;
};

/** Turns what was typed into the answer. The error says what is expected. */
type Reader = (typed: string, machine: Machine) => Result<string, string>;

/** Bytes that the names of resources may add to the Worker's: Cloudflare permits 63 in all. */
const MAX_WORKER = 40;

export const READERS: Readonly<Record<AnswerName, Reader>> = {
  title: bySchema(line),
  address: (typed) => {
    const read = bySchema(publicationSchema.shape.address)(typed);
    if (!read.ok || read.value.startsWith("https://")) return read;
    return err("expected an address that begins with https://, such as https://news.example.org");
  },
  description: bySchema(line),
  identity: readIdentity,
  language: bySchema(languageTag),
  timeZone: readZone,
  author: (typed) => ok(cleanLine(typed)),
  email: (typed) => (typed.trim() === "" ? ok("") : bySchema(email)(typed.trim())),
  mode: (typed) => {
    const mode = MODES.find((each) => each === typed.trim().toLowerCase());
    return mode === undefined ? err(`expected files or newsroom${hintAt(typed, MODES)}`) : ok(mode);
  },
  worker: (typed) => {
    const isName = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(typed.trim()) && typed.trim().length <= MAX_WORKER;
    if (isName) return ok(typed.trim());
    return err(`expected lower-case letters, digits and hyphens, at most ${MAX_WORKER}, such as harbour-news`);
  },
};

/** The order of the questions. A default may use the answers before it. */
export const ORDER = [
  "title",
  "address",
  "description",
  "identity",
  "language",
  "timeZone",
  "author",
  "email",
  "mode",
  "worker",
] as const satisfies readonly AnswerName[];

/** The answer that is proposed, from what has been answered before. */
export function proposedAnswer(name: AnswerName, given: Partial<InitAnswers>, machine: Machine): string {
  const { title = "My publication", address } = given;
  const plain = asciiName(title) || "my-publication";
  const proposals: Readonly<Record<AnswerName, string>> = {
    title,
    address: `https://${plain}.example`,
    description: `News and articles from ${title}.`,
    identity: `${URL.parse(address ?? "")?.hostname ?? `${plain}.example`},${machine.day}`,
    language: machine.language,
    timeZone: machine.timeZone,
    author: machine.user || title,
    email: "",
    mode: "files",
    worker: asciiName(title) || asciiName(URL.parse(address ?? "")?.hostname ?? "") || "my-publication",
  };
  return proposals[name];
}

/** The letters and digits of a text that can be in the name of a host: `Café Noir!` is `cafe-noir`. */
function asciiName(text: string): string {
  const words =
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, MAX_WORKER).replace(/-$/, "");
}

type Schema = {
  readonly safeParse: (
    value: unknown,
  ) =>
    | { readonly success: true; readonly data: string }
    | { readonly success: false; readonly error: { readonly issues: readonly { readonly message: string }[] } };
};

function bySchema(schema: Schema): (typed: string) => Result<string, string> {
  return (typed) => {
    const read = schema.safeParse(typed);
    return read.success ? ok(read.data) : err(read.error.issues.map(({ message }) => message).join("; "));
  };
}

/** `harbour.news,2026-11-24`, with or without `tag:` (RFC 4151 section 2.1). Without a day, today is meant. */
function readIdentity(typed: string, { day }: Machine): Result<string, string> {
  const [authority = "", date = day, ...more] = typed.trim().replace(/^tag:/, "").split(",");
  const read = publicationSchema.shape.identity.safeParse({
    authority: authority.trim().toLowerCase(),
    date: date.trim(),
  });
  const expected = "expected a domain or e-mail address of yours and a day on which you held it";
  if (!read.success || more.length > 0) return err(`${expected}, such as news.example.org,${day}`);
  if (read.data.date > day) return err(`${expected}: ${read.data.date} is still to come`);
  return ok(`${read.data.authority},${read.data.date}`);
}

/** A name of the IANA database, in its own spelling. An offset is not one: it knows no summer time. */
function readZone(typed: string): Result<string, string> {
  const wanted = typed.trim();
  const names = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  const same = names.find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (same !== undefined) return ok(same);
  // A former name, such as Asia/Calcutta.
  if (/^[a-z]/i.test(wanted) && isFormerName(wanted)) return ok(wanted);
  return err(`expected the name of a time zone such as Europe/Berlin${hintAt(wanted, names)}`);
}

function isFormerName(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
