/** Index pages, the archive, the search, the table of feeds, and what is said of an author. */
export const INDEX_STYLE = `.index { display: grid; gap: 1rem; }
.index li { display: flex; gap: 1rem; }
.index a { font-weight: 600; }
.index p { color: var(--quiet); font-size: 1rem; }
.index img { flex: none; width: 3.5rem; height: 3.5rem; object-fit: cover; border-radius: 50%; }
.count { color: var(--quiet); font: var(--size-small)/1.5 var(--sans); }
.cloud { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; }
.cloud a { display: inline-block; padding-block: 0.3rem; }
.year { margin-block-start: 2rem; }
.headlines li { padding-block: 0.6rem; border-block-start: 1px solid var(--rule); }
.headlines a { font-weight: 600; color: inherit; text-decoration: none; }
.headlines a:hover { text-decoration: underline; }
.headlines time { color: var(--quiet); font: var(--size-small)/1.5 var(--sans); white-space: nowrap; }
.search { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.3rem 0.75rem; font: var(--size-label)/1.4 var(--sans); }
.search label { grid-column: 1 / -1; color: var(--quiet); }
.search input { min-width: 0; padding: 0.5rem 0.75rem; border: 1px solid var(--quiet); border-radius: 0.2rem; background: var(--paper); color: inherit; font: 1rem/1.4 var(--sans); }
.author-card { display: flex; gap: 1.25rem; align-items: flex-start; font: var(--size-label)/1.5 var(--sans); }
.author-card img { flex: none; width: 5rem; height: 5rem; object-fit: cover; border-radius: 50%; }
.author-card .name { font-weight: 700; }
.author-card .name a { color: inherit; text-decoration: none; }
.author-card .name a:hover { text-decoration: underline; }
.author-card .links { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin-block-start: 0.3rem; }
.wide .feeds { table-layout: fixed; width: 100%; min-width: 34rem; margin-block-end: 1.5rem; }
.feeds thead th:first-child { width: 34%; }
.feeds thead .right { width: 14%; }
.feeds tbody th { overflow-wrap: anywhere; }
.feeds caption { padding-block: 1rem 0.4rem; font: 700 1.25rem/1.3 var(--headline); text-align: start; }
.feeds thead { color: var(--quiet); }
.feeds tbody th { font-weight: 600; white-space: normal; }
.forms { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; }
.copy { padding: 0.05rem 0.5rem; background: none; color: var(--accent); border-color: var(--rule); font: var(--size-small)/1.4 var(--sans); }
.problem section { margin-block-start: 2rem; }
.problem .headlines { margin-block-start: 0.75rem; }
.problem h2 { font-size: 1.25rem; }
`;
