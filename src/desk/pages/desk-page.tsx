import type { Publication } from "../../model/publication.ts";
import { timestampInUtc } from "../../model/timestamp.ts";
import { pageLanguage } from "../../render/html/page-language.ts";
import { renderDocument } from "../../render/html/parts/document.tsx";
import { formatTime } from "../../render/html/parts/times.tsx";
import type { Child } from "../../syntax/jsx/jsx-runtime.ts";
import type { Access } from "../access/access.ts";
import { DESK_PATH, REFERENCE_PATH, SESSION_END_PATH, STYLE_PATH } from "../paths.ts";

/** The desk is in English, whatever the language of the publication is. */
export const DESK_LANGUAGE = pageLanguage("en");

type DeskPage = {
  readonly title: string;
  readonly publication: Publication;
  /** Undefined if nobody is signed in. */
  readonly access?: Access | undefined;
  readonly children: Child;
};

/** A page of the desk: the frame of the public pages, with the name of the token that is signed in. */
export function renderDeskPage({ title, publication, access, children }: DeskPage): string {
  return renderDocument({
    page: DESK_LANGUAGE,
    publication,
    title: `${title} — ${publication.title}`,
    kind: "inner",
    isIndexed: false,
    hasSubscribe: false,
    head: <link rel="stylesheet" href={STYLE_PATH} />,
    children: (
      <div class="desk">
        {access && <SignedIn access={access} />}
        {children}
      </div>
    ),
  });
}

function SignedIn({ access }: { access: Access }) {
  return (
    <div class="signed-in">
      <nav aria-label="Desk">
        <a href={DESK_PATH}>Desk</a> <a href={REFERENCE_PATH}>Reference</a>
      </nav>
      <form method="post" action={SESSION_END_PATH}>
        <input type="hidden" name="csrf" value={access.csrf} />
        <span>
          Signed in with <bdi>{access.name}</bdi> ({access.scopes.join(", ")})
        </span>{" "}
        <button type="submit">Sign out</button>
      </form>
    </div>
  );
}

const GROUPED = new Intl.NumberFormat(DESK_LANGUAGE.tag);

/** A number as people read it: `12,345`. */
export function deskNumber(value: number): string {
  return GROUPED.format(value);
}

/** A time in UTC. `instant` is in milliseconds since the epoch. */
export function DeskTime({ instant }: { instant: number }) {
  const timestamp = timestampInUtc(instant);
  return <time datetime={timestamp}>{formatTime(timestamp, DESK_LANGUAGE)}</time>;
}
