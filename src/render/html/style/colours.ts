/**
 * Colours and typefaces. Every pair of text and background has a contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3), in the
 * light and in the dark scheme.
 *
 * Arabic script is taller and joined, so it needs more space between lines and none between letters. Scripts without
 * case have no small capitals; the browser would only shrink their letters.
 */
export const COLOURS = `:root {
  color-scheme: light dark;
  --paper: #fbf9f4;
  --tint: #f2ede3;
  --ink: #1f1b16;
  --quiet: #5f574c;
  --rule: #d8cfc0;
  --accent: #962414;
  --leading: 1.6;
  --tight: 1.2;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, P052, "Noto Serif", Georgia, serif;
  --sans: system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  --mono: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
}
:lang(ar), :lang(fa), :lang(ur) { --leading: 1.9; --tight: 1.5; letter-spacing: 0 !important; }
:lang(ar), :lang(fa), :lang(ur), :lang(he), :lang(ja), :lang(ko), :lang(zh) { font-variant-caps: normal !important; }
:lang(ja), :lang(ko), :lang(zh) { --leading: 1.8; --tight: 1.4; line-break: strict; }
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181613;
    --tint: #24201b;
    --ink: #ebe5da;
    --quiet: #b5ab9c;
    --rule: #403a32;
    --accent: #f2a484;
  }
}
`;
