import type { Terminal } from "../console/terminal.ts";
import { type AnswerName, type InitAnswers, type Machine, ORDER, proposedAnswer, READERS } from "./answers.ts";

const QUESTIONS: Readonly<Record<AnswerName, string>> = {
  title: "Name of the publication",
  address: "Address of the finished site (a placeholder will do for now)",
  description: "What readers find there, in a sentence",
  identity: "Domain or e-mail address for permanent ids, and a day on which it was yours",
  language: "Language (a tag such as en, de or pt-BR)",
  timeZone: "Time zone",
  author: "Your name, or that of the desk",
  email: "E-mail address for readers (may be empty)",
  mode: "Articles as files, or in a newsroom with a database (files, newsroom)",
  worker: "Name of the Worker on Cloudflare",
};

/** A wrong answer. `name` is that of the question, and `message` says what is expected. */
export type WrongAnswer = { readonly name: AnswerName; readonly typed: string; readonly message: string };

export type Asked =
  | { readonly ok: true; readonly value: InitAnswers }
  | { readonly ok: false; readonly error: WrongAnswer | "ended" };

/**
 * Finds all answers: those that were `given`, then what a person types at the `terminal`, then what is proposed. Without
 * a terminal nobody is asked. A person is asked again until the answer can be read; a wrong answer among those given
 * ends it.
 */
export async function askAnswers(
  given: Partial<Record<AnswerName, string>>,
  machine: Machine,
  terminal: Terminal | undefined,
): Promise<Asked> {
  let answers: Partial<InitAnswers> = {};
  for (const name of ORDER) {
    const typed = given[name];
    const proposed = proposedAnswer(name, answers, machine);
    const answer = typed ?? (terminal ? await ask(name, proposed, machine, terminal) : proposed);
    if (answer === undefined) return { ok: false, error: "ended" };
    const read = READERS[name](answer, machine);
    if (!read.ok) return { ok: false, error: { name, typed: answer, message: read.error } };
    answers = { ...answers, [name]: read.value };
  }
  return { ok: true, value: completeAnswers(answers) };
}

/** Asks until the answer can be read. An empty line is the proposed answer. Undefined if the input has ended. */
async function ask(
  name: AnswerName,
  proposed: string,
  machine: Machine,
  terminal: Terminal,
): Promise<string | undefined> {
  for (;;) {
    const line = await terminal.ask(`${QUESTIONS[name]}${proposed === "" ? "" : ` [${proposed}]`}: `);
    if (line === undefined) return undefined;
    const answer = line.trim() === "" ? proposed : line;
    const read = READERS[name](answer, machine);
    if (read.ok) return answer;
    terminal.say(`  ${read.error}\n`);
  }
}

function completeAnswers(answers: Partial<InitAnswers>): InitAnswers {
  const { title = "", address = "", description = "", identity = "", language = "", ...others } = answers;
  const { timeZone = "", author = "", email = "", mode = "files", worker = "" } = others;
  return { title, address, description, identity, language, timeZone, author, email, mode, worker };
}
