import { ASSETS_PREFIX } from "../../site/addresses.ts";

/** Where a preview serves the script, and the events that it listens to. A deployed Worker has neither. */
export const RELOAD_SCRIPT_PATH = `${ASSETS_PREFIX}preview.js`;
export const RELOAD_EVENTS_PATH = `${ASSETS_PREFIX}preview-events`;

/**
 * Reloads the page when the stream names another state than the one that the page shows, and after the stream was
 * interrupted, since the Worker may have other code then. A form that somebody is filling in is not lost: pages that
 * readers see have none that is longer than a search.
 */
export const RELOAD_SCRIPT = `const shown = document.currentScript.dataset.state;
const events = new EventSource(${JSON.stringify(RELOAD_EVENTS_PATH)});
let isInterrupted = false;
events.onerror = () => { isInterrupted = true; };
events.onmessage = ({ data }) => { if (data !== shown || isInterrupted) { events.close(); location.reload(); } };
addEventListener("pagehide", () => events.close());
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
`;
