import { realpathSync } from "node:fs";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { hintAt } from "../../compile/nearest.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { describeSystemFault } from "./system-fault.ts";

/** An option of a command. `about` is its line in the help text, and names the default if it is not a constant. */
export type Option =
  | { readonly type: "flag"; readonly about: string }
  | {
      readonly type: "text";
      /** The name of the value in the help text, such as `FOLDER`. */
      readonly value: string;
      readonly about: string;
      readonly default?: string;
      /** The values that are accepted. If it is missing, all are. */
      readonly allowed?: readonly string[];
    }
  | {
      readonly type: "number";
      readonly value: string;
      readonly about: string;
      readonly default?: number;
      readonly min: number;
      readonly max: number;
      /** Fractions are accepted, such as 0.5. */
      readonly hasFractions?: boolean;
      /** What is counted, in the plural. */
      readonly unit?: string;
    };

export type Options = Readonly<Record<string, Option>>;

/** The command line is wrong, rather than what it names. `message` is a sentence for the person who typed it. */
export type WrongUse = { readonly message: string };

/** The arguments of a command after the checks of its table. An option that was not given has its default. */
export type Arguments<Name extends string> = {
  readonly flag: (name: Name) => boolean;
  readonly text: (name: Name) => string | undefined;
  readonly number: (name: Name) => number | undefined;
  readonly positionals: readonly string[];
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** A command, as it is typed and as its help text describes it. `Read` is what it was asked for. */
export type Command<Table extends Options, Read> = {
  /** One line for each form, without `Usage:`. */
  readonly usage: readonly string[];
  /** What the command does, in lines of about 100 columns. */
  readonly about: string;
  readonly options: Table;
  readonly positionals?: {
    readonly max: number;
    /** The message if the first one is missing. Without a message, it may be missing. */
    readonly missing?: string;
    readonly unexpected: (argument: string) => string;
  };
  /** Lines after the options. */
  readonly notes?: string;
  /** The exit codes beside 2, which is wrong use in every command. */
  readonly exits: Readonly<Record<number, string>>;
  readonly read: (given: Arguments<keyof Table & string>, env: Environment) => Result<Read, WrongUse>;
  /** @returns the exit code */
  readonly run: (read: Read) => number | Promise<number>;
};

export const EXIT_OK = 0;
export const EXIT_FAILED = 1;
export const EXIT_WRONG_USE = 2;

export type ReadCommand<Read> = { readonly kind: "help" } | { readonly kind: "run"; readonly options: Read };

/** Infers the names of the options for the type, so that `read` cannot ask for any other. */
export function command<const Table extends Options, Read>(spec: Command<Table, Read>): Command<Table, Read> {
  return spec;
}

/** Reads the arguments, without running the command. */
export function readCommand<Table extends Options, Read>(
  { options, positionals, read }: Command<Table, Read>,
  args: readonly string[],
  env: Environment = {},
): Result<ReadCommand<Read>, WrongUse> {
  const parsed = parse(options, args);
  if (!parsed.ok) return parsed;
  const { values, positionals: given } = parsed.value;
  if (values.help === true) return ok({ kind: "help" });
  const unexpected = given[positionals?.max ?? 0];
  if (unexpected !== undefined)
    return err({ message: positionals?.unexpected(unexpected) ?? `what is "${unexpected}"?` });
  if (given.length === 0 && positionals?.missing !== undefined) return err({ message: positionals.missing });
  for (const [name, option] of Object.entries(options)) {
    const wrong = faultOf(name, option, values[name]);
    if (wrong !== undefined) return err({ message: wrong });
  }
  const lookUp = (name: keyof Table & string) => {
    const option = options[name];
    return values[name] ?? (option && "default" in option ? option.default : undefined);
  };
  const result = read(
    {
      flag: (name) => lookUp(name) === true,
      text: (name) => textOf(lookUp(name)),
      number: (name) => numberOf(lookUp(name)),
      positionals: given,
    },
    env,
  );
  return result.ok ? ok({ kind: "run", options: result.value }) : result;
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

function parse(
  options: Options,
  args: readonly string[],
): Result<{ readonly values: Values; readonly positionals: readonly string[] }, WrongUse> {
  const known: NonNullable<ParseArgsConfig["options"]> = { help: { type: "boolean", short: "h" } };
  for (const [name, { type }] of Object.entries(options))
    known[name] = { type: type === "flag" ? "boolean" : "string" };
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: known });
    const single = Object.entries(values).flatMap(([name, value]) => (Array.isArray(value) ? [] : [[name, value]]));
    return ok({ values: Object.fromEntries(single), positionals });
  } catch (error) {
    // parseArgs reports a wrong option only by throwing, and its message names the option.
    const message = error instanceof Error ? error.message : String(error);
    const [, unknown] = /^Unknown option '(--?[^']*)'/.exec(message) ?? [];
    if (unknown === undefined) return err({ message });
    const names = Object.keys(known).map((name) => `--${name}`);
    return err({ message: `Unknown option '${unknown}'${hintAt(unknown, names)}` });
  }
}

function faultOf(name: string, option: Option, value: string | boolean | undefined): string | undefined {
  if (typeof value !== "string" || option.type === "flag") return undefined;
  if (option.type === "text")
    return option.allowed === undefined || option.allowed.includes(value)
      ? undefined
      : `--${name} ${value}: expected ${option.allowed.join(", ")}${hintAt(value, option.allowed)}`;
  const { min, max, hasFractions = false, unit } = option;
  const isNumber = (hasFractions ? /^\d+(?:\.\d+)?$/ : /^\d{1,15}$/).test(value);
  if (isNumber && Number(value) >= min && Number(value) <= max) return undefined;
  const kind = hasFractions ? "a number" : "a whole number";
  return `--${name} ${value}: expected ${kind}${unit === undefined ? "" : ` of ${unit}`} from ${min} to ${max}`;
}

function textOf(value: string | number | boolean | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function numberOf(value: string | number | boolean | undefined): number | undefined {
  return typeof value === "string" || typeof value === "number" ? Number(value) : undefined;
}

/** The help text, made from the table of options. */
export function helpOf<Table extends Options, Read>(spec: Command<Table, Read>): string {
  const [first = "", ...others] = spec.usage;
  const lines = Object.entries<Option>(spec.options).map(
    ([name, option]) => [`--${name}${option.type === "flag" ? "" : ` ${option.value}`}`, aboutOf(option)] as const,
  );
  const width = Math.max(0, ...lines.map(([option]) => option.length));
  const described = lines.flatMap(([option, about]) =>
    about.split("\n").map((line, index) => `  ${(index === 0 ? option : "").padEnd(width)}  ${line}`.trimEnd()),
  );
  const exits = Object.entries({ ...spec.exits, [EXIT_WRONG_USE]: "the command line is wrong" });
  return [
    [`Usage: ${first}`, ...others.map((form) => `       ${form}`)].join("\n"),
    spec.about,
    ...(described.length > 0 ? [described.join("\n")] : []),
    ...(spec.notes === undefined ? [] : [spec.notes]),
    `Exit status: ${exits.map(([code, meaning]) => `${code} ${meaning}`).join("; ")}.`,
  ].join("\n\n");
}

function aboutOf(option: Option): string {
  return "default" in option && option.default !== undefined ? `${option.about} (${option.default})` : option.about;
}

/**
 * Reads the arguments and runs the command.
 *
 * @returns the exit code
 */
export async function runCommand<Table extends Options, Read>(
  spec: Command<Table, Read>,
  args: readonly string[],
  env: Environment,
): Promise<number> {
  const read = readCommand(spec, args, env);
  if (!read.ok) return fail(`${read.error.message}\n\n${helpOf(spec)}`, EXIT_WRONG_USE);
  if (read.value.kind === "help") {
    console.log(helpOf(spec));
    return EXIT_OK;
  }
  try {
    return await spec.run(read.value.options);
  } catch (error) {
    // The operating system refused: a file may be locked, or may be gone since its folder was read. Any other error is
    // a bug, and Node prints its stack.
    const message = describeSystemFault(error);
    if (message === undefined) throw error;
    return fail(message);
  }
}

/** Runs the command if its module is the program that Node was started with, and not if a test imports it. */
export async function runIfMain<Table extends Options, Read>(
  { main, filename }: ImportMeta,
  spec: Command<Table, Read>,
): Promise<void> {
  if (isMain(main, filename)) process.exitCode = await runCommand(spec, process.argv.slice(2), process.env);
}

/** `import.meta.main` is missing in older versions of Node. */
export function isMain(main: boolean | undefined, filename: string): boolean {
  if (main !== undefined) return main;
  const [, script] = process.argv;
  return script !== undefined && realpathSync(script) === filename;
}

/**
 * Prints why the command failed.
 *
 * @returns the exit code
 */
export function fail(message: string | readonly string[], exitCode: number = EXIT_FAILED): number {
  console.error(typeof message === "string" ? message : message.join("\n"));
  return exitCode;
}
