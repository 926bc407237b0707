import {
  type DeadLetter,
  type DeliveryFigures,
  type FanOutFigure,
  readDeliveries,
  type WaitingFigure,
} from "../../hub/deliver/read-deliveries.ts";
import type { Publication } from "../../model/publication.ts";
import { ok } from "../../syntax/result.ts";
import type { Access } from "../access/access.ts";
import type { GuardedOperation } from "../operation.ts";
import { DELIVERIES_PATH, HUB_PAGE_PATH, SUBSCRIPTIONS_PATH } from "../paths.ts";
import { DeskTime, deskNumber, renderDeskPage } from "./desk-page.tsx";
import { sendPage } from "./send-page.ts";

/** Seconds after which the browser reloads the page. The header `Refresh` needs no script. */
const REFRESH = 10;

export const HUB_PAGE: GuardedOperation = {
  kind: "page",
  id: "showHub",
  method: "GET",
  path: HUB_PAGE_PATH,
  access: ["read"],
  summary: "The state of the hub; reloads itself",
  tag: "Pages",
  responses: {
    200: { description: "The page.", content: { "text/html": "text" } },
    303: { description: "To the page to sign in, if the browser is not signed in.", headers: ["Location"] },
  },
  problems: ["insufficient-scope"],
  async handler(service, { access, now, origin, url }) {
    const publication = await service.siteFor(url.href).store.publication();
    const figures = await readDeliveries(service.db, origin, now);
    const page = renderHubPage({ publication, access, figures, now, refresh: REFRESH });
    return ok(sendPage(page, 200, [["Refresh", String(REFRESH)]]));
  },
};

type HubPage = {
  readonly publication: Publication;
  readonly access: Access;
  readonly figures: DeliveryFigures;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Seconds. */
  readonly refresh: number;
};

/** The figures of `/desk/deliveries`, as a page. */
export function renderHubPage({ publication, access, figures, now, refresh }: HubPage): string {
  const { fanOuts, waiting, dead, deadLetters } = figures;
  return renderDeskPage({
    title: "The hub",
    publication,
    access,
    children: (
      <>
        <h1>The hub</h1>
        <p class="about">
          <span>
            As of <DeskTime instant={now} />; the page reloads every {refresh} seconds.
          </span>{" "}
          <span>
            For programs: <a href={DELIVERIES_PATH}>the same figures</a>, <a href={SUBSCRIPTIONS_PATH}>subscriptions</a>
          </span>
        </p>
        <Totals figures={figures} now={now} />
        <section aria-labelledby="fan-outs">
          <h2 id="fan-outs">Sent in the last day</h2>
          {fanOuts.length === 0 ? <p>None.</p> : <FanOuts fanOuts={fanOuts} />}
        </section>
        <section aria-labelledby="waiting">
          <h2 id="waiting">To be retried</h2>
          {waiting.length === 0 ? <p>None.</p> : <Waiting waiting={waiting} />}
        </section>
        <section aria-labelledby="dead">
          <h2 id="dead">Given up: {deskNumber(dead)}</h2>
          {deadLetters.length === 0 ? <p>None.</p> : <DeadLetters letters={deadLetters} />}
        </section>
      </>
    ),
  });
}

function Totals({ figures: { outbox, subscribers, topics }, now }: Pick<HubPage, "figures" | "now">) {
  const age = outbox.oldest === null ? 0 : Math.round((now - outbox.oldest) / 1_000);
  return (
    <dl class="facts-list">
      <div>
        <dt>Subscribers</dt>
        <dd>
          {deskNumber(subscribers)} of {deskNumber(topics)} {topics === 1 ? "feed" : "feeds"}
        </dd>
      </div>
      <div>
        <dt>Not announced yet</dt>
        <dd>
          {deskNumber(outbox.entries)} {outbox.entries === 1 ? "change" : "changes"}
          {outbox.entries > 0 && `, the oldest since ${deskNumber(age)} s`}
        </dd>
      </div>
    </dl>
  );
}

function FanOuts({ fanOuts }: { fanOuts: readonly FanOutFigure[] }) {
  return (
    <ul class="items">
      {fanOuts.map(({ created, delivered, failed, finished, number, pages, pagesLeft, topic }) => (
        <li>
          <p>
            {deskNumber(number)}: <a href={topic}>{topic}</a>
          </p>
          <p class="about">
            <strong>
              {finished === null ? `${deskNumber(pagesLeft)} of ${deskNumber(pages)} pages left` : "done"}
            </strong>{" "}
            <span>{deskNumber(delivered)} delivered</span> <span>{deskNumber(failed)} failed</span>{" "}
            <span>
              begun <DeskTime instant={created} />
              {finished !== null && `, ${deskNumber(Math.round((finished - created) / 1_000))} s`}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Waiting({ waiting }: { waiting: readonly WaitingFigure[] }) {
  return (
    <ul>
      {waiting.map(({ attempts, deliveries, due }) => (
        <li>
          {deskNumber(deliveries)} after {deskNumber(attempts)} {attempts === 1 ? "attempt" : "attempts"}, the first at{" "}
          <DeskTime instant={due} />
        </li>
      ))}
    </ul>
  );
}

function DeadLetters({ letters }: { letters: readonly DeadLetter[] }) {
  return (
    <ul class="items">
      {letters.map(({ attempts, dead, fault, host, since, topic }) => (
        <li>
          <p>
            <bdi>{host}</bdi>: <bdi>{fault}</bdi>
          </p>
          <p class="about">
            <span>{topic}</span> <span>{deskNumber(attempts)} attempts</span>{" "}
            <span>
              since <DeskTime instant={since} />
            </span>{" "}
            <span>
              given up <DeskTime instant={dead} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
