import type { Mode } from "./answers.ts";

export const WORKFLOW_FILE = ".github/workflows/deploy.yml";

/**
 * The workflow of GitHub Actions that deploys the main branch, and uploads a preview of each pull request. Secrets are
 * not given to pull requests from other repositories, so these have no preview.
 */
export function deployWorkflowText(mode: Mode): string {
  const command = mode === "files" ? "npm run deploy" : "npm run deploy:newsroom";
  return `# Deploys what is on main.${mode === "files" ? " Uploads a preview of each pull request." : ""}
#
# It needs two secrets of this repository (Settings, Secrets and variables, Actions):
#   CLOUDFLARE_API_TOKEN   made with the template "Edit Cloudflare Workers"${mode === "files" ? "" : ', with "D1" and "Queues" added'}
#   CLOUDFLARE_ACCOUNT_ID  from the dashboard's page "Workers & Pages"${mode === "files" ? PREVIEW_COMMENT : ""}
name: Deploy
on:
  push:
    branches: [main]
${mode === "files" ? "  pull_request:\n" : ""}permissions: {}
concurrency:
  group: deploy-\${{ github.ref }}
  # A deploy that has begun is not broken off.
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
env:
  WRANGLER_SEND_METRICS: "false"
jobs:
  deploy:
    if: github.event_name == 'push'
    ${steps(command, mode)}
${mode === "files" ? PREVIEW_JOB : ""}`;
}

const PREVIEW_COMMENT = `
# and may have a third:
#   PREVIEW_SECRET         any long random text. With it, previews show drafts, at addresses that nobody can guess:
#                          "npm run preview -- NUMBER --show-address" tells them to those who know the secret.
#                          Without it, previews show no drafts.`;

const ENVIRONMENT = `          CLOUDFLARE_API_TOKEN: \${{ secrets.CLOUDFLARE_API_TOKEN }}
          CLOUDFLARE_ACCOUNT_ID: \${{ secrets.CLOUDFLARE_ACCOUNT_ID }}`;

/** An expression of GitHub Actions. */
function expression(text: string): string {
  return `\${{ ${text} }}`;
}

/** To make the smaller pictures takes about a second each. Their names carry what they are made from. */
const CACHE_STEP = `      - uses: actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0
        with:
          path: .dateline/pictures
          key: pictures-${expression("hashFiles('content/media/**')")}
          restore-keys: pictures-
`;

function steps(command: string, mode: Mode, more = ""): string {
  return `runs-on: ubuntu-latest
    container: node:24-bookworm
    timeout-minutes: 30
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@34e114876b0b11c390a56381ad16ebd13914f8d5 # v4.3.1
        with:
          persist-credentials: false
      - run: npm ci
${mode === "files" ? CACHE_STEP : ""}      - run: npm run record -- --check
      - run: ${command}
        env:
${ENVIRONMENT}${more}`;
}

const PREVIEW_JOB = `  preview:
    if: github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository
    ${steps(
      `npm run preview -- ${expression("github.event.number")}`,
      "files",
      `\n          PREVIEW_SECRET: ${expression("secrets.PREVIEW_SECRET")}`,
    )}
`;
