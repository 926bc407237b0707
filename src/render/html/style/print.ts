/** Print shows the text, its facts and the addresses of related articles, and hides what works only on a screen. */
export const PRINT_STYLE = `@media print {
  @page { margin: 2cm; }
  :root { color-scheme: light; --paper: #fff; --tint: #fff; --ink: #000; --quiet: #333; --rule: #999; --accent: #000; }
  body { font-size: 11pt; }
  .skip, nav, .tools, .subscribe, .subscribe-line, .related-articles, .search, .site ul, audio, video { display: none !important; }
  .masthead, main, .site { max-width: none; padding-inline: 0; }
  .story { display: block; }
  .body { font-size: 11pt; }
  .story h1.p-name { font-size: 24pt; }
  .logo { padding: 0; background: none; }
  .draft { border: 1px solid; background: none; color: inherit; }
  img { filter: none !important; }
  figure.lead img { max-height: 12cm; width: auto; margin-inline: auto; }
  .body img { max-height: 10cm; width: auto; }
  h1, h2, h3, h4 { break-after: avoid; }
  figure, .pull-quote, .related, .corrections, .entry, tr { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  .related a::after, .file a::after { content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere; }
  .story .times .u-url::after { content: " · " attr(href); overflow-wrap: anywhere; }
  .body pre { white-space: pre-wrap; }
  .wide { overflow: visible; background: none; }
}
`;
