import { escapeHtml } from "../../src/syntax/html.ts";
import type { PageKind } from "./page-kinds.ts";
import { MAX_HEIGHT, PICTURES } from "./take-pictures.ts";

const STYLE = `:root { color-scheme: light dark; }
body { margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0; list-style: none; }
.pictures { display: flex; flex-wrap: wrap; gap: 1rem; margin-block-end: 1rem; }
figure { margin: 0; }
figure img { display: block; height: 15rem; object-fit: cover; object-position: top; border: 1px solid #888; }
.narrow { width: 8rem; }
.wide { width: 18rem; }
figcaption { font-size: 0.8125rem; }`;

/** The index of a gallery: thumbnails by kind, with links to the pictures beside it. It has no script. */
export function renderIndex(kinds: readonly PageKind[]): string {
  const groups = [...new Set(kinds.map(({ group }) => group))];
  const sections = groups.map((group) => {
    const ofGroup = kinds.filter((kind) => kind.group === group);
    return `<h2>${escapeHtml(group)}</h2>\n${ofGroup.map(renderKind).join("\n")}`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Dateline: the gallery</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1>Every kind of page</h1>
<p>${kinds.length} kinds, ${kinds.length * PICTURES.length} pictures. A picture shows at most ${MAX_HEIGHT} pixels of a page’s height.</p>
<nav><ul>
${kinds.map(({ name, title }) => `<li><a href="#${name}">${escapeHtml(title)}</a></li>`).join("\n")}
</ul></nav>
${sections.join("\n")}
</body>
</html>
`;
}

function renderKind({ name, title, status }: PageKind): string {
  const rows = Object.values(Object.groupBy(PICTURES, ({ direction }) => direction)).map((pictures) => {
    const figures = pictures.map(({ direction, look, width, file }) => {
      const caption = `${width}, ${look.colorScheme}, ${direction}`;
      const image = `<img class="${width < 600 ? "narrow" : "wide"}" src="${name}/${file}" alt="${escapeHtml(title)}: ${caption}" loading="lazy">`;
      return `<figure><a href="${name}/${file}">${image}</a><figcaption>${caption}</figcaption></figure>`;
    });
    return `<div class="pictures">\n${figures.join("\n")}\n</div>`;
  });
  return `<section id="${name}">\n<h3>${escapeHtml(title)} (${status})</h3>\n${rows.join("\n")}\n</section>`;
}
