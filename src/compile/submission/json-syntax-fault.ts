/** The place at which a text stops being JSON: an index into it, and what could be there. */
export type JsonSyntaxFault = { readonly at: number; readonly expected: string };

const SPACE = /[ \t\n\r]*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const VALUE = 'a value: "…", a number, true, false, null, {…} or […]';
const MEMBER_NAME = 'a name in quotation marks, such as "title"';

/**
 * Returns the first character that breaks the grammar (RFC 8259), or undefined if the text is JSON. The platform's own
 * message does not always say the place, and its words differ from version to version.
 */
export function findJsonSyntaxFault(text: string): JsonSyntaxFault | undefined {
  const open: ("{" | "[")[] = [];
  let at = 0;
  let next: "value" | "first value" | "name" | "first name" | "rest" = "value";
  const fault = (expected: string): JsonSyntaxFault => ({ at, expected });
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    at += found?.length ?? 0;
    return found !== undefined;
  };
  for (;;) {
    skip(SPACE);
    const sign = text[at];
    const inner = open.at(-1);
    const end = inner === "{" ? "}" : "]";
    if (next === "rest" && inner === undefined) return at === text.length ? undefined : fault("nothing behind the end");
    if (sign === end && inner !== undefined && (next === "rest" || next.startsWith("first"))) {
      open.pop();
      at += 1;
      next = "rest";
    } else if (next === "rest") {
      if (sign !== ",") return fault(`a comma or ${end}`);
      at += 1;
      next = inner === "{" ? "name" : "value";
    } else if (next === "name" || next === "first name") {
      if (sign !== '"') return fault(next === "name" ? MEMBER_NAME : `${MEMBER_NAME}, or }`);
      const broken = passString();
      if (broken !== undefined) return fault(broken);
      skip(SPACE);
      if (text[at] !== ":") return fault("a colon");
      at += 1;
      next = "value";
    } else if (sign === "{" || sign === "[") {
      open.push(sign);
      at += 1;
      next = sign === "{" ? "first name" : "first value";
    } else {
      const broken = sign === '"' ? passString() : skip(LITERAL) ? undefined : VALUE;
      if (broken !== undefined) return fault(broken);
      next = "rest";
    }
  }

  /** Moves behind the string that begins here, or stops at the character that breaks it. */
  function passString(): string | undefined {
    for (at += 1; at < text.length; ) {
      const code = text.charCodeAt(at);
      if (code === 0x22) {
        at += 1;
        return undefined;
      }
      if (code < 0x20) return "an escape such as \\n in place of a control character";
      if (code !== 0x5c) at += 1;
      else if (!skip(ESCAPE)) return 'an escape that JSON has, such as \\n, \\" or \\u00e9';
    }
    return "a quotation mark at the end of the text";
  }
}
