import type { ImportNote } from "../../../../src/import/feeds/import-note.ts";
import type { AttachedFile } from "../../../../src/import/wordpress/facts/attached-file.ts";
import { noWordPressFacts } from "../../../../src/import/wordpress/facts/wordpress-facts.ts";
import { wordPressHtml } from "../../../../src/import/wordpress/wordpress-html.ts";

const FILES: readonly AttachedFile[] = [
  {
    id: "71",
    url: "https://old.example/quay.jpg",
    kind: "picture",
    order: 2,
    alternativeText: "A quay",
    captionHtml: "The <em>quay</em>",
  },
  { id: "72", url: "https://old.example/boat.png", kind: "picture", order: 1 },
  { id: "73", url: "https://old.example/tide.mp3", kind: "audio", order: 0, title: "Tide & wind" },
  { id: "74", url: "https://old.example/tide.mp4", kind: "video", order: 0 },
];

const named = (name: string) =>
  `{"metadata":{"name":"${name}","bindings":{"__default":{"source":"core/pattern-overrides"}}}}`;

const BLOCKS: Readonly<Record<string, string>> = {
  "88": "<!-- wp:paragraph --><p>Shared words.</p><!-- /wp:paragraph -->",
  "89": '<!-- wp:group --><div><!-- wp:block {"ref":88} /--></div><!-- /wp:group -->',
  "90": '<p>Round</p><!-- wp:block {"ref":91} /-->',
  "92": [
    `<!-- wp:heading ${named("Head")} -->\n<h2 class="a">Head</h2>\n<!-- /wp:heading -->`,
    "<!-- wp:paragraph -->\n<p>Fixed</p>\n<!-- /wp:paragraph -->",
    `<!-- wp:button ${named("Go")} -->\n<div class="wp-block-button"><a href="/a">Go</a></div>\n<!-- /wp:button -->`,
    `<!-- wp:image ${named("Pic")} -->\n<figure><img src="/a.jpg" alt="" class="b"/></figure>\n<!-- /wp:image -->`,
  ].join("\n\n"),
  "91": '<p>and round</p><!-- wp:block {"ref":90} /-->',
};

/** What a post with this content shows, and the notes about it. The post has the number 5 and four attached files. */
export function shownOf(
  content: string,
  footnotes?: string,
): { readonly html: string; readonly notes: readonly ImportNote[] } {
  const facts = noWordPressFacts();
  for (const file of FILES) facts.files.set(file.id, file);
  facts.filesOfPosts.set(
    "5",
    FILES.map(({ id }) => id),
  );
  for (const [id, text] of Object.entries(BLOCKS)) facts.reusableBlocks.set(id, text);
  const notes: ImportNote[] = [];
  return { html: wordPressHtml(content, { id: "5", footnotes, facts, notes }), notes };
}

/** The HTML without the white space between its lines, and without empty paragraphs, which the import removes later. */
export function linesOf(content: string): string {
  return shownOf(content)
    .html.replace(/\s*\n\s*/g, "")
    .replaceAll("<p></p>", "");
}

export function losses(content: string): readonly string[] {
  return shownOf(content)
    .notes.filter(({ kind }) => kind === "lost")
    .map(({ message }) => message);
}
