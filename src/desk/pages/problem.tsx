import type { HttpProblem } from "../../http/problem-response.ts";
import type { Publication } from "../../model/publication.ts";
import type { Access } from "../access/access.ts";
import { DESK_PATH } from "../paths.ts";
import { renderDeskPage } from "./desk-page.tsx";

type ProblemPage = {
  readonly problem: HttpProblem;
  readonly publication: Publication;
  readonly access: Access | undefined;
};

/** The page of a problem at the desk. It has the navigation of the desk. */
export function renderDeskProblem({ problem: { status, title, detail }, publication, access }: ProblemPage): string {
  return renderDeskPage({
    title,
    publication,
    access,
    children: (
      <div class="problem">
        <p class="status">{status}</p>
        <h1>{title}</h1>
        <p>{detail}</p>
        <p>
          <a href={DESK_PATH}>The desk</a>
        </p>
      </div>
    ),
  });
}
