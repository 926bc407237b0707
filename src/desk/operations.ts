import { GET_ARTICLE_SCHEMA } from "./article-schema.ts";
import { openApiOperation } from "./openapi/openapi-document.ts";
import type { Operation } from "./operation.ts";
import { DELETE_ARTICLE } from "./operations/articles/delete-article.ts";
import { GET_ARTICLE } from "./operations/articles/get-article.ts";
import { LIST_ARTICLES, LIST_AUDIT } from "./operations/articles/list-articles.ts";
import { PUT_ARTICLE } from "./operations/articles/put-article.ts";
import { GET_DELIVERIES, REPLAY_DELIVERIES } from "./operations/hub/deliveries.ts";
import { LIST_SUBSCRIPTIONS } from "./operations/hub/list-subscriptions.ts";
import { GET_MEDIA } from "./operations/media/get-media.ts";
import { LIST_MEDIA } from "./operations/media/list-media.ts";
import { POST_MEDIA } from "./operations/media/post-media.ts";
import { DELETE_PAGE } from "./operations/pages/delete-page.ts";
import { GET_PAGE, LIST_PAGES } from "./operations/pages/get-page.ts";
import { PUT_PAGE } from "./operations/pages/put-page.ts";
import { ARTICLE_PAGE, RESTORE_FROM_PAGE, RETRACT_FROM_PAGE } from "./pages/article.tsx";
import { GET_STYLE } from "./pages/desk-style.ts";
import { HUB_PAGE } from "./pages/hub.tsx";
import { OVERVIEW } from "./pages/overview.tsx";
import { referencePage } from "./pages/reference.tsx";
import { SIGN_IN, SIGN_OUT } from "./pages/sign-in.tsx";

/** All operations. To add one, write its object and list it here: its route and its description follow. */
export const OPERATIONS: readonly Operation[] = [
  LIST_ARTICLES,
  GET_ARTICLE,
  PUT_ARTICLE,
  DELETE_ARTICLE,
  LIST_PAGES,
  GET_PAGE,
  PUT_PAGE,
  DELETE_PAGE,
  LIST_AUDIT,
  LIST_MEDIA,
  POST_MEDIA,
  GET_MEDIA,
  LIST_SUBSCRIPTIONS,
  GET_DELIVERIES,
  REPLAY_DELIVERIES,
  openApiOperation(() => OPERATIONS),
  referencePage(() => OPERATIONS),
  GET_ARTICLE_SCHEMA,
  GET_STYLE,
  OVERVIEW,
  HUB_PAGE,
  SIGN_IN,
  SIGN_OUT,
  ARTICLE_PAGE,
  RETRACT_FROM_PAGE,
  RESTORE_FROM_PAGE,
];
