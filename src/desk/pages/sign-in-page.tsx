import type { Publication } from "../../model/publication.ts";
import { SESSION_PATH } from "../paths.ts";
import { renderDeskPage } from "./desk-page.tsx";

/** Where a person shows the token they were given. `fault` is what was wrong with the last one. */
export function renderSignInPage(publication: Publication, fault?: string): string {
  return renderDeskPage({
    title: "Sign in at the desk",
    publication,
    children: (
      <>
        <h1>Sign in at the desk</h1>
        {fault && (
          <p class="fault" role="alert" id="fault">
            {fault}.
          </p>
        )}
        <form class="fields" method="post" action={SESSION_PATH}>
          <label for="token">Access token</label>
          <input
            id="token"
            name="token"
            type="password"
            autocomplete="current-password"
            autocapitalize="none"
            spellcheck={false}
            required
            aria-describedby={fault ? "fault how" : "how"}
          />
          <p id="how">
            It begins with <code>dateline_</code>. Whoever runs the service makes one with{" "}
            <code>npm run token -- make NAME</code>. The browser is signed in for twelve hours.
          </p>
          <button type="submit">Sign in</button>
        </form>
      </>
    ),
  });
}
