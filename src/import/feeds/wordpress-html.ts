/** Elements that WordPress does not wrap in paragraphs. */
const BLOCK =
  /^<\/?(?:address|article|aside|audio|blockquote|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul|video)\b/i;

const CAPTION =
  /\[caption[^[\]]*\]\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?)((?:(?!\[caption)[\s\S])*?)\[\/caption\]/gi;
const EMBED = /\[embed[^[\]]*\]\s*(https?:\/\/[^\s[\]]+)\s*\[\/embed\]/gi;

/**
 * The content of a WordPress post as HTML. The block editor stores complete HTML between comments. The classic editor
 * stores line feeds for paragraphs and breaks, and short codes for captions and embeds; WordPress turns those into HTML
 * when it shows the post.
 */
export function wordPressHtml(content: string): string {
  const html = content
    .replace(/\r\n?/g, "\n")
    .replace(CAPTION, "\n\n<figure>$1<figcaption>$2</figcaption></figure>\n\n")
    .replace(EMBED, '\n\n<p><a href="$1">$1</a></p>\n\n');
  if (/<!--\s*wp:/.test(html) || /<p[\s>]/i.test(html)) return html;
  return splitAtPreformatted(html)
    .map((part, index) => (index % 2 === 1 ? part : paragraphsOf(part)))
    .join("\n");
}

function paragraphsOf(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map((block) => (BLOCK.test(block) ? block : `<p>${block.replaceAll("\n", "<br>\n")}</p>`))
    .join("\n");
}

/** Texts at even places, `<pre>` elements at odd ones. An element that is not closed is text. */
function splitAtPreformatted(html: string): readonly string[] {
  const parts: string[] = [];
  const open = /<pre\b/gi;
  const close = /<\/pre>/gi;
  let end = 0;
  for (let start = open.exec(html); start; start = open.exec(html)) {
    close.lastIndex = open.lastIndex;
    if (!close.test(html)) break;
    parts.push(html.slice(end, start.index), html.slice(start.index, close.lastIndex));
    end = close.lastIndex;
    open.lastIndex = end;
  }
  return [...parts, html.slice(end)];
}
