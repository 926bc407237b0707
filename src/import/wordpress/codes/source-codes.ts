/** Short codes of SyntaxHighlighter and of WordPress.com whose content is source code. */
const NAMES =
  "sourcecode source code bash sh shell c cpp csharp css diff go html java javascript js objc perl php plain python py r ruby scala sql swift text vb xml yaml";

const START = new RegExp(`\\[(\\[?)(${NAMES.split(" ").join("|")})(?:\\s[^\\][<>]{0,500})?\\]`, "g");

/**
 * Makes preformatted text of the short codes that contain source code, before paragraphs and other short codes are
 * looked for: the code keeps its lines, its indentation and its brackets. Without a closing code they are text.
 */
export function keepSourceCodes(text: string): string {
  if (!text.includes("[/")) return text;
  const unclosed = new Set<string>();
  const out: string[] = [];
  let end = 0;
  START.lastIndex = 0;
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const [whole, doubled, name = ""] = start;
    if (doubled !== "" || unclosed.has(name)) continue;
    const close = text.indexOf(`[/${name}]`, start.index);
    if (close === -1) {
      unclosed.add(name);
      continue;
    }
    const code = text.slice(start.index + whole.length, close);
    // One line is a word in a sentence, and the end of a block ends the code.
    if (!code.includes("\n") || code.includes("<!-- wp:") || code.includes("<!-- /wp:")) {
      START.lastIndex = close;
      continue;
    }
    out.push(text.slice(end, start.index), `<pre><code>${escaped(code)}</code></pre>`);
    end = close + name.length + 3;
    START.lastIndex = end;
  }
  START.lastIndex = 0;
  return [...out, text.slice(end)].join("");
}

/** The plugins store `<` as a reference in some versions, and as it is in others. Brackets are no short codes here. */
function escaped(code: string): string {
  return code.replace(/^\n+/, "").trimEnd().replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("[", "&#91;");
}
