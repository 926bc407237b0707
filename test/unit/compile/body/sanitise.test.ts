import { describe, expect, it } from "vitest";
import { activeParts, parsePage } from "../../render/html/parse-page.ts";
import { bodyOf } from "../compile.ts";

/** Vectors from OWASP's filter evasion list, DOMPurify's tests and html5sec.org. */
const VECTORS = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<img src=x onerror=alert(1)>",
  "<img src='https://example.org/a' onload=alert(1) style=x:expression(1)>",
  "<img/src=`x`onerror=alert(1)>",
  "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=x onerror=alert(1)>'>",
  "<math href='javascript:alert(1)'>x</math>",
  "<a href='javascript:alert(1)'>x</a>",
  "<a href=' javascript:alert(1)'>x</a>",
  "<a href='java\tscript:alert(1)'>x</a>",
  "<a href='java&#10;script:alert(1)'>x</a>",
  "<a href='&#x6A;avascript&colon;alert(1)'>x</a>",
  "<a href='JaVaScRiPt:alert(1)'>x</a>",
  "<a href='\u0001javascript:alert(1)'>x</a>",
  "<a href='vbscript:x'>x</a>",
  "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
  "[x](javascript:alert(1))",
  "[x](JAVASCRIPT:alert(1))",
  "[x](<java\tscript:alert(1)>)",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "![x](javascript:alert(1))",
  "[x]: javascript:alert(1)\n\n[x]",
  "<javascript:alert(1)>",
  "<iframe src=javascript:alert(1) srcdoc='<script>1</script>'>x</iframe>",
  "<object data=javascript:alert(1)>x</object><embed src=x>",
  "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>x</button><input onfocus=x autofocus></form>",
  "<base href=//evil.example/><link rel=stylesheet href=x><meta http-equiv=refresh content='0;url=x'>",
  "<style>@import 'x';</style><div style='background:url(javascript:alert(1))'>x</div>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
  "<template><script>alert(1)</script></template>",
  "<textarea><script>alert(1)</script></textarea>",
  "<title><img src=x onerror=alert(1)></title>",
  "<xmp><script>alert(1)</script></xmp>",
  "<plaintext><script>alert(1)</script>",
  "<noembed><script>alert(1)</script></noembed>",
  "<!--><script>alert(1)</script>-->",
  "<!--[if IE]><script>alert(1)</script><![endif]-->",
  "<?php echo 1 ?><![CDATA[<script>alert(1)</script>]]>",
  "<video poster=javascript:alert(1) onplay=x><source onerror=alert(1)></video>",
  "<audio src=javascript:alert(1)></audio>",
  "<details ontoggle=alert(1) open>x</details>",
  "<p title='\"><script>alert(1)</script>'>x</p>",
  "<img alt='<script>alert(1)</script>' title='\"onx=1' src='https://example.org/a'>",
  "<blockquote cite='javascript:alert(1)'>x</blockquote><q cite='data:x'>y</q>",
  "<img srcset='javascript:alert(1) 1x, data:text/html,x 2x' alt=''>",
  "<a href='https://example.org/' target=_blank ping=//evil.example download>x</a>",
  "<p id='constructor'>x</p><a name=x id=__proto__>y</a>",
  "<x-component onclick=x is=y>z</x-component>",
  "```js onload=x\n<script>alert(1)</script>\n```",
  ':::pull-quote{by="<script>alert(1)</script>" role="\\"onx=1"}\n<script>alert(1)</script>\n:::',
  '::related[<img src=x onerror=alert(1)>]{label="<script>" href="javascript:alert(1)"}',
];

describe("sanitising removes everything that could run", () => {
  it.each(VECTORS)("from %s", (vector) => {
    for (const markdown of [vector, `Text ${vector} text`, `> ${vector}`]) {
      const { html, opening, related } = bodyOf(`${markdown}\n\nAfter.`);
      expect(activeParts(parsePage(html))).toEqual([]);
      expect(JSON.stringify(related)).not.toContain("javascript:");
      // `]]>` ends what HTML takes for a comment, so the script behind it is text in the body, too.
      const shown = html.replace(/<[^>]*>/g, "");
      if (!shown.startsWith("alert")) expect(opening).not.toMatch(/^\s*alert/);
    }
  });
});

describe("sanitising warns the author of everything that it removes", () => {
  const kept = "only its text was kept";
  it.each([
    ["<script>x</script>", "", ["<script>; elements that articles may have; it was left out"]],
    ["<center>A</center>", "A", [`<center>; elements that articles may have; ${kept}`]],
    [
      "<form><label>A <input></label></form>",
      "A ",
      [
        `<form>; elements that articles may have; ${kept}`,
        `<label>; elements that articles may have; ${kept}`,
        `<input>; elements that articles may have; ${kept}`,
      ],
    ],
    [
      "<p onclick='x()' style='color:red' class='big'>A</p>",
      "<p>A</p>",
      [
        'onclick="x()" on <p>; attributes that articles may have; it was left out',
        'style="color:red" on <p>; attributes that articles may have; it was left out',
        "class on <p>; attributes that articles may have; it was left out",
      ],
    ],
    [
      "<p><a href='ftp://example.org/'>A</a></p>",
      "<p><a>A</a></p>",
      ['href="ftp://example.org/" on <a>; an address that begins with https://; it was left out'],
    ],
    [
      "<p data-x='1' aria-hidden='true'>A</p>",
      "<p>A</p>",
      [
        'data-x="1" on <p>; attributes that articles may have; it was left out',
        'aria-hidden="true" on <p>; attributes that articles may have; it was left out',
      ],
    ],
    ["<!-- a note to myself -->", "", []],
    ["<li>A</li>", "A", []],
  ])("from %s", (markdown, html, warnings) => {
    const body = bodyOf(`\n${markdown}`);
    expect(body.html.trim()).toBe(html.trim());
    expect(body.warnings).toEqual(warnings.map((warning) => `2: ${warning}`));
  });

  it("preserves the classes of the special blocks on their own elements only", () => {
    const html =
      '<p><span class="credit">(A)</span> <span class="sr-only">B</span></p><p class="related"><cite>C</cite></p>';
    expect(bodyOf(html)).toMatchObject({ html, warnings: [], related: [{ title: "C" }] });
    expect(bodyOf('<p class="credit related">A</p>').html).toBe('<p class="related">A</p>');
  });
});
