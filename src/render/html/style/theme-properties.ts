import { paletteOf, SCHEMES, type Scheme } from "../../../model/palette.ts";
import type { Theme } from "../../../model/theme.ts";

/** What a theme says with a word, as custom properties. The first of each is the default. */
const WIDTHS = { wide: "--page: 76rem", narrow: "--page: 58rem" } as const;
const DENSITIES = { airy: "--gap: 1.5rem; --gap-large: 3rem", compact: "--gap: 1rem; --gap-large: 2rem" } as const;

/**
 * The custom properties that all rules read: the colours of both schemes, sizes and fonts. The compiler checks that the
 * colours of a theme can be read on each other; those of the defaults can.
 */
export function themeProperties(theme: Theme | undefined): string {
  const { width = "wide", density = "airy" } = theme ?? {};
  return `:root {
  color-scheme: light dark;
  ${colours(theme, "light")}
  ${WIDTHS[width]};
  ${DENSITIES[density]};
  --column: 44rem;
  --measure: 38rem;
  --leading: 1.6;
  --tight: 1.2;
  --size: 1.125rem;
  --size-story: 1.1875rem;
  --size-small: 0.875rem;
  --size-label: 0.9375rem;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, P052, "Noto Serif", Georgia, serif;
  --sans: system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  --mono: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  --headline: var(--serif);
}
@media (prefers-color-scheme: dark) {
  :root {
    ${colours(theme, "dark")}
  }
}
${sectionAccents(theme)}${SCRIPTS}`;
}

function colours(theme: Theme | undefined, scheme: Scheme): string {
  const { sections: _, ...palette } = paletteOf(theme, scheme);
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join("\n  ");
}

/** The accents of sections, in the order of the theme. Everything in an element of the class has the accent. */
function sectionAccents(theme: Theme | undefined): string {
  const rules = (scheme: Scheme) =>
    Object.values(paletteOf(theme, scheme).sections)
      .map((colour, index) => `.accent-${index} { --accent: ${colour}; }\n`)
      .join("");
  const [light, dark] = SCHEMES.map(rules);
  return light === "" ? "" : `${light}@media (prefers-color-scheme: dark) {\n${dark}}\n`;
}

/**
 * Arabic script is taller and joined, so it needs more space between lines and none between letters. Scripts without
 * case have no small capitals; the browser would only shrink their letters.
 */
const SCRIPTS = `:lang(ar), :lang(fa), :lang(ur) { --leading: 1.9; --tight: 1.5; letter-spacing: 0 !important; }
:lang(ar), :lang(fa), :lang(ur), :lang(he), :lang(ja), :lang(ko), :lang(zh) { font-variant-caps: normal !important; }
:lang(ja), :lang(ko), :lang(zh) { --leading: 1.8; --tight: 1.4; line-break: strict; }
`;
