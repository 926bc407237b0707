/** A pseudo-random number generator, so that a text that fails can be made again from its number. */
function randomFrom(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 1_013_904_223) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS = [
  "Ferry",
  "quay",
  "the tide",
  "at dawn",
  "R&amp;D",
  "é",
  "日本",
  "<em>sails</em>",
  "a <b>b</b>",
  "&nbsp;",
  "[sic]",
];
const GAPS = [
  "\n",
  "\n\n",
  "\n\n\n",
  " \n",
  "\n \n",
  "\n\t",
  " ",
  "\r\n",
  "\r\n\r\n",
  "",
  "<br>",
  "<br />\n",
  "<br/><br>",
  "<br>\n<br>",
];
const INLINE = ["em", "strong", "a", "span", "code", "del", "font"];
const BLOCKS = [
  ..."p div blockquote ul ol li h2 h3 table tr td tbody dl dt dd pre form address section article figure".split(" "),
  ..."figcaption details summary aside header footer center main fieldset nav".split(" "),
];
const SINGLE = [
  "<hr>",
  "<hr />",
  '<hr class="wide">',
  '<img src="/a.jpg" alt="x" />',
  '<a href="/f"><img src="/b.jpg" /></a>',
  "<!--more-->",
  "<!-- note\n\nof two lines -->",
  "<script>let a = 1;\n\nlet b;\n</script>",
  "<style>p {\n}\n</style>",
  '<img\nsrc="/c.jpg"\nalt="y">',
  "<audio controls>\n<source src='/a.mp3'>\n\n</audio>",
  '<iframe src="https://v.example/1"></iframe>',
  "<select>\n<option>1</option>\n<option>2</option>\n</select>",
  '<object data="/o">\n<param name="a">\n<embed src="/e">\n</object>',
  "<svg>\n<g>\n</g></svg>",
  "1 &lt; 2",
  '[gallery ids="1,2"]',
  "https://video.example/watch",
];

/** A text as people write it in the classic editor: words, line feeds, and elements that are often not closed. */
export function classicText(seed: number): string {
  const random = randomFrom(seed);
  const any = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const gap = () => any(GAPS);
  const words = () => Array.from({ length: 1 + random(3) }, () => any(WORDS)).join(" ");
  const piece = (depth: number): string => {
    const kind = random(10);
    if (kind < 4 || depth > 4) return words();
    if (kind < 5) return any(SINGLE);
    const name = kind < 6 ? any(INLINE) : any(BLOCKS);
    // WordPress shows the second line of such a tag of a quotation as text, which is a fault of its own.
    const attributes = random(4) === 0 ? ' class="x"' : random(12) === 0 && name !== "blockquote" ? '\nclass="y"' : "";
    const inner = gap() + text(depth + 1) + gap();
    const close = random(8) === 0 ? "" : `</${name}>`;
    return `<${name}${attributes}>${inner}${close}`;
  };
  const text = (depth: number): string =>
    Array.from({ length: 1 + random(depth === 0 ? 6 : 3) }, () => piece(depth)).reduce(
      (all, each) => all + gap() + each,
    );
  return text(0) + gap();
}
