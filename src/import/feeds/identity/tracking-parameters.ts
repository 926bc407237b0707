/**
 * Parameters that tell a site where its reader came from. They are added to the address of an article by the feed, a
 * newsletter or a network, and the same page answers without them.
 */

/** Names that nothing but a tracker uses. They are removed wherever they stand. */
const TRACKERS: readonly RegExp[] = [
  // Google Analytics and Google Ads
  /^utm_[a-z_]+$/,
  /^ga_(?:source|medium|term|content|campaign|place)$/,
  /^(?:gclid|gclsrc|dclid|gbraid|wbraid|srsltid|_gl|_ga|gad_source|gad_campaignid)$/,
  // Facebook, Instagram, X, TikTok, Snapchat, LinkedIn, Reddit, Pinterest, Microsoft, Yandex, Branch, Twitter cards
  /^(?:fbclid|fb_action_ids|fb_action_types|fb_ref|fb_source|igsh|igshid|twclid|ttclid|sccid|li_fat_id|rdt_cid|epik)$/,
  /^(?:msclkid|yclid|ysclid|ymclid|_openstat|_branch_match_id|__twitter_impression|__tn__)$/,
  // Newsletters: Mailchimp, HubSpot, Marketo, Vero, Omeda, Drip, Klaviyo, MailerLite, Bronto, ActiveCampaign, Sailthru
  /^(?:mc_cid|mc_eid|mc_[a-z]{2,5}|_hsenc|_hsmi|__hs(?:tc|sc|fp)|hsctatracking|hsa_[a-z]+|mkt_tok|vero_(?:id|conv))$/,
  /^(?:oly_(?:enc|anon)_id|__s|_ke|_kx|ml_subscriber(?:_hash)?|_bta_(?:tid|c)|vgo_ee|s_kwcid|ef_id|wickedid)$/,
  // Statistics of sites: Matomo, Piano, comScore, Adobe, Webtrekk, Chartbeat, Hearst, Condé Nast, Echobox, WordPress
  /^(?:mtm|pk|piwik|matomo)_[a-z]+$/,
  /^at_(?:medium|campaign|link_[a-z]+|ptr_name|bbc_team|format|custom\d)$/,
  /^ns_(?:source|mchannel|campaign|linkname|fee)$/,
  /^(?:xtor|xtref|wt_z?mc|wt\.(?:mc_id|rss_[a-z]+)|cmpid|s_cid|sc_cid|icid|ncid|itm_[a-z]+|echobox|rss_cid|feedname)$/,
  /^(?:feed(?:type|name|itemid)|sr_share|share_from|__source|doing_wp_cron|wpisrc|ftag|smid)$/,
];

/**
 * Words that sites use for tracking and for other things: `?source=rss` names a channel, and `/show?source=4711` may
 * name the page.
 */
const USUALLY_TRACKERS = /^(?:source|ref|ref_?src|ref_?url|referr?er|traffic_?source|campaign|medium|fromrss)$/;

/** Words that are more often something else, such as the start of a journey. Their value has to be a channel. */
const SELDOM_TRACKERS = /^(?:src|via|from|origin|partner|cid|cmp|emc|rss|rssid|feed|sh|share|mod|spm|xml|app)$/;
const CHANNEL =
  /^(?:(?:rss|atom|json)\d?|e?mail|push|social|share|app|amp|home(?:page)?|widget|twitter|x|facebook|fb|instagram|linkedin|telegram|whatsapp|mastodon|bluesky|reddit|youtube|google|bing|wechat|weibo|line)$/;

/** A path that shows different pages for different parameters: the root of a site, or a program. */
const PROGRAM = /\/(?:index\.[a-z]+|[^/]*\.(?:php\d?|cgi|pl|aspx?|jsp|do|cfm|dll))?$/i;

/**
 * The address without tracking parameters, in its query and in its fragment (`#xtor=RSS-1`). What stays is as it was
 * written. A parameter with an ambiguous name is removed if the rest of the address names the page: not if it is the
 * only one of a program, and not if its value is a number.
 */
export function withoutTracking(address: string): string {
  if (!/[?#]/.test(address)) return address;
  const [beforeFragment = "", ...fragments] = address.split("#");
  const [before = "", ...queries] = beforeFragment.split("?");
  const fragment = fragments.join("#");
  const query = queries.join("?").split("&");
  const certain = query.filter((each) => !isTracker(each));
  const isNamed = !PROGRAM.test(pathOf(before)) || certain.some((each) => each !== "" && !isAmbiguous(each));
  const kept = isNamed ? certain.filter((each) => !isAmbiguous(each)) : certain;
  const isTrace = fragment !== "" && fragment.split("&").every((each) => isTracker(each) || isAmbiguous(each));
  return (
    before +
    (kept.some((each) => each !== "") ? `?${kept.join("&")}` : "") +
    (fragment === "" || isTrace ? "" : `#${fragment}`)
  );
}

function pathOf(address: string): string {
  return URL.parse(address, "https://host.invalid")?.pathname ?? address;
}

function isTracker(parameter: string): boolean {
  const [name = ""] = parameter.toLowerCase().split("=");
  return TRACKERS.some((pattern) => pattern.test(name));
}

/** Whether the parameter may name the page, and names a channel by its value. */
function isAmbiguous(parameter: string): boolean {
  const [name = "", value = ""] = parameter.toLowerCase().split("=");
  if (!parameter.includes("=")) return false;
  return (USUALLY_TRACKERS.test(name) && !/\d{3}/.test(value)) || (SELDOM_TRACKERS.test(name) && isChannel(value));
}

function isChannel(value: string): boolean {
  return CHANNEL.test(value) || /feed|newsletter|timeline/.test(value);
}
