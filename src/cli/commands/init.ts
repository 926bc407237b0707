import { ok } from "../../syntax/result.ts";
import { settingHere } from "../build/build-setting.ts";
import { command, EXIT_FAILED, EXIT_OK, EXIT_WRONG_USE, fail, runIfMain } from "../console/command.ts";
import { confirm, openTerminal } from "../console/terminal.ts";
import { type AnswerName, MODES, ORDER } from "../init/answers.ts";
import { askAnswers } from "../init/ask-answers.ts";
import { plan, refusal, setUp } from "../init/run-init.ts";
import { findSamples } from "../init/sample-content.ts";
import { thisMachine } from "../init/this-machine.ts";

/** The options of the answers. A name of two words has a hyphen. */
const OPTIONS = {
  title: { type: "text", value: "NAME", about: "the name of the publication" },
  address: {
    type: "text",
    value: "URL",
    about: "https:// and the host of the finished site; by default a placeholder, which a deploy refuses",
  },
  description: { type: "text", value: "TEXT", about: "what readers find there, in a sentence" },
  identity: {
    type: "text",
    value: "DOMAIN,DAY",
    about:
      "what permanent ids are made of: a domain or e-mail address, and a day on which it was yours\n(YYYY-MM-DD); by default the host of the address, and today",
  },
  language: { type: "text", value: "TAG", about: "a language tag such as en or pt-BR; by default this machine's" },
  "time-zone": { type: "text", value: "ZONE", about: "a zone such as Europe/Berlin; by default this machine's" },
  author: { type: "text", value: "NAME", about: "who is responsible; by default the name that git has" },
  email: { type: "text", value: "ADDRESS", about: "where readers write to; by default none" },
  mode: { type: "text", value: "MODE", about: "files, or newsroom with a database (files)", allowed: MODES },
  worker: {
    type: "text",
    value: "NAME",
    about: "the name of the Worker on Cloudflare; by default made from the title",
  },
  yes: { type: "flag", about: "ask nothing, and use the default of each option that is not given" },
  keep: { type: "flag", about: "go on if content/ has files that are not the samples, and keep them" },
} as const;

const optionOf = (name: AnswerName) => (name === "timeZone" ? "time-zone" : name);

/** `npm run init` */
export const INIT = command({
  usage: ["npm run init [-- options]"],
  about: `Makes a publication of your own: asks for its name, address and language, removes the samples and their ledger,
and writes content/publication.yaml, a first draft, an about page, an imprint, and a workflow of GitHub Actions
that deploys. Refuses to remove what is not a sample.`,
  options: OPTIONS,
  exits: { 0: "the publication is set up", 1: "it is not, and nothing was changed" },
  read: (given) => {
    const answers = ORDER.flatMap((name): [AnswerName, string][] => {
      const text = given.text(optionOf(name));
      return text === undefined ? [] : [[name, text]];
    });
    const isKept = given.flag("keep");
    return ok({ given: Object.fromEntries(answers), isSilent: given.flag("yes"), isKept });
  },
  run: async ({ given, isSilent, isKept }) => {
    const setting = settingHere();
    const content = findSamples(setting.root);
    const refused = isKept ? undefined : refusal(content);
    if (refused !== undefined) return fail(refused);
    const { stdin: input, stdout: output } = process;
    if (!isSilent && !input.isTTY) return fail("There is no terminal to ask on: add --yes.", EXIT_WRONG_USE);
    const terminal = isSilent ? undefined : openTerminal(input, output);
    const asked = await askAnswers(given, thisMachine(setting.root), terminal);
    if (asked.ok) console.log(plan(content));
    const isAgreed = asked.ok && (terminal === undefined || (await confirm("Go on?", terminal)));
    terminal?.close();
    if (!asked.ok && asked.error !== "ended") {
      const { name, typed, message } = asked.error;
      return fail(`--${optionOf(name)} ${typed}: ${message}`, EXIT_WRONG_USE);
    }
    if (!asked.ok || !isAgreed) return fail("Nothing was changed.");
    const done = await setUp(asked.value, content, setting);
    if (!done.ok) return fail(done.error, EXIT_FAILED);
    console.log(done.value.join("\n"));
    return EXIT_OK;
  },
});

await runIfMain(import.meta, INIT);
