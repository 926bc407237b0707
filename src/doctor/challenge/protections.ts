import {
  all,
  any,
  header,
  isOdd,
  isRefused,
  isRefusedByScript,
  isSmall,
  leadsTo,
  says,
  type Test,
  titled,
} from "./signs.ts";

export type Protection = {
  readonly name: string;
  /** The sign by which an answer is known to be of the protection and not of the site; undefined if it is not. */
  readonly sign: Test;
  /** How the owner exempts the address of a feed. */
  readonly exempt: string;
};

export const PROTECTIONS: readonly Protection[] = [
  {
    name: "Cloudflare",
    sign: any(
      header("cf-mitigated", /challenge|block/i),
      // Cloudflare adds scripts of /cdn-cgi/challenge-platform/ to pages that it lets through, too.
      says("window._cf_chl_opt", 'id="cf-browser-verification"', "cf_captcha_kind", "cf-challenge-running"),
      all(
        titled("just a moment...", "attention required! | cloudflare", "access denied | "),
        any(header("cf-ray"), isRefused),
      ),
      all(says("error code: 10", "cf-error-details"), header("cf-ray"), isRefused),
    ),
    exempt:
      "In Cloudflare: Security > WAF > Custom rules, a rule for the path of the feed with the action Skip (all rules, rate limits, Bot Fight Mode's managed rules), and no “I'm Under Attack” mode there. Bot Fight Mode itself has no exceptions: turn it off.",
  },
  {
    name: "DataDome",
    sign: any(
      all(header("x-datadome"), isRefused),
      all(header("x-dd-b"), isRefused),
      says("https://geo.captcha-delivery.com", "https://ct.captcha-delivery.com", "captcha-delivery.com/interstitial"),
    ),
    exempt: "In DataDome: Protection > Custom rules, a rule for the path of the feed with the response Allow.",
  },
  {
    name: "AWS WAF",
    sign: any(
      header("x-amzn-waf-action", /challenge|captcha|block/i),
      says("window.awswafcookiedomainlist"),
      all(says("awswafintegration", "token.awswaf.com"), isOdd),
    ),
    exempt:
      "In AWS WAF: a rule with the action Allow for the path of the feed, before the rules with Challenge and CAPTCHA and before Bot Control; or narrow Bot Control by a scope-down statement.",
  },
  {
    name: "Vercel",
    sign: any(header("x-vercel-mitigated"), titled("vercel security checkpoint")),
    exempt:
      "In Vercel: Firewall > Rules, a rule for the path of the feed with the action Bypass; and no Attack Challenge Mode.",
  },
  {
    name: "Akamai",
    sign: any(
      ({ status }) => (status === 428 ? "status 428" : undefined),
      says("sec-if-cpt-container", "/_sec/cp_challenge/", "?bm-verify=", "&bm-verify="),
      all(says("errors.edgesuite.net", "reference&#32;&#35;"), isRefused),
      all(header("server", /akamai/i), isRefused, titled("access denied")),
    ),
    exempt: "In Akamai: Bot Manager, a bypass for the path of the feed (or a custom bot category that is allowed).",
  },
  {
    name: "Imperva",
    sign: any(
      all(says("incapsula incident id"), any(isRefused, isSmall)),
      all(says("/_incapsula_resource"), any(isRefused, isSmall)),
      all(header("x-iinfo"), isRefusedByScript),
      all(header("x-cdn", /incapsula|imperva/i), isRefusedByScript),
    ),
    exempt: "In Imperva: Security > WAF or Advanced Bot Protection, an exception for the URL of the feed.",
  },
  {
    name: "Sucuri",
    sign: any(
      header("x-sucuri-block"),
      titled("sucuri website firewall"),
      all(says("sucuri_cloudproxy_js", "sucuri_cloudproxy_uuid"), isSmall),
      all(header("server", /sucuri/i), isRefusedByScript),
    ),
    exempt: "In Sucuri: Firewall > Access control > Allow URL paths, the path of the feed; and no Emergency DDoS mode.",
  },
  {
    name: "Anubis",
    sign: any(
      titled("making sure you&#39;re not a bot!", "making sure you're not a bot!"),
      says('id="anubis_challenge"', '="/.within.website/x/cmd/anubis'),
      all(header("set-cookie", /anubis/i), says("<script", "<noscript", "http-equiv"), any(isOdd, isSmall)),
    ),
    exempt:
      "In Anubis: a rule in the bot policy with path_regex for the feed and the action ALLOW, as in its own keep-internet-working.yaml.",
  },
  {
    name: "go-away",
    sign: any(
      says('="/.well-known/.git.gammaspectra.live/git/go-away'),
      header("x-away-action", /challenge|deny|drop/i),
    ),
    exempt: "In go-away: a rule with the condition of the feed's path and the action pass.",
  },
  {
    name: "DDoS-Guard",
    sign: any(
      titled("ddos-guard"),
      all(says("check.ddos-guard.net", "/.well-known/ddos-guard/"), any(isOdd, isSmall)),
      all(header("server", /ddos-guard/i), isRefusedByScript),
    ),
    exempt: "In DDoS-Guard: Protection > Access rules, an exception for the path of the feed.",
  },
  {
    name: "HUMAN (PerimeterX)",
    sign: all(says("_pxappid", "captcha.px-cdn.net", "px-captcha", "client.perimeterx.net/"), isRefused),
    exempt: "In HUMAN Bot Defender: add the path of the feed to the filtered (excluded) routes.",
  },
  {
    name: "Kasada",
    sign: all(any(header("x-kpsdk-ct"), says("window.kpsdk", "/ips.js?")), isRefused),
    exempt: "In Kasada: exclude the path of the feed from the protected paths.",
  },
  {
    name: "F5",
    sign: any(
      all(titled("request rejected"), says("support id")),
      all(says('window["bobcmn"]'), says("please enable javascript")),
    ),
    exempt: "In F5 BIG-IP ASM or Distributed Cloud Bot Defense: allow the URL of the feed.",
  },
  {
    name: "Radware",
    sign: any(
      leadsTo(/^https?:\/\/(?:validate|captcha)\.perfdrive\.com/i),
      all(says("perfdrive.com", "shieldsquare"), isRefused),
    ),
    exempt: "In Radware Bot Manager: an exception for the path of the feed.",
  },
  {
    name: "SiteGround",
    sign: any(
      header("sg-captcha"),
      all(says("/.well-known/sgcaptcha/", "/.well-known/captcha/?r="), any(isOdd, isSmall)),
    ),
    exempt: "Ask SiteGround to exempt the address of the feed from its anti-bot system.",
  },
  {
    name: "Wordfence",
    sign: all(says("generated by wordfence", "access to this site has been limited by the site owner"), isRefused),
    exempt: "In Wordfence: Firewall > All firewall options, allowlist the URL of the feed, and loosen rate limits.",
  },
  {
    name: "Imunify360",
    sign: any(titled("one moment, please..."), all(says("imunify360"), isRefused)),
    exempt: "In Imunify360: turn off the anti-bot challenge for the domain, or ask the host to.",
  },
  {
    name: "Fastly",
    sign: any(
      all(titled("client challenge"), says("/_fs-ch-")),
      all(header("x-sigsci-decision-ms"), isRefusedByScript),
    ),
    exempt: "In Fastly: Next-Gen WAF or Bot Management, a rule that allows the path of the feed.",
  },
  {
    name: "Azure WAF",
    sign: any(
      header("x-azure-waf-action", /challenge|block/i),
      says("afd_azwaf_jsclearance", "appgw_azwaf_jsclearance"),
    ),
    exempt: "In Azure: WAF policy > Custom rules, a rule for the path of the feed with the action Allow.",
  },
  {
    name: "Google",
    sign: any(
      leadsTo(/^https?:\/\/www\.google\.[a-z.]{2,6}\/sorry/i),
      all(says("our systems have detected unusual traffic"), isRefused),
    ),
    exempt: "In Google Cloud Armor: a rule that allows the path of the feed with a higher priority than the challenge.",
  },
  {
    name: "Alibaba Cloud",
    sign: all(says("aliyun_waf_aa", "acw_sc__v2", "acw_sc__v3", "aliyuncaptcha"), any(isOdd, isSmall)),
    exempt: "In Alibaba Cloud WAF: Whitelist, the URL of the feed.",
  },
  {
    name: "Bunny Shield",
    sign: any(header("cdn-shield-action", /challenge|block/i), all(says("bunny shield", "/.bunny-shield/"), isRefused)),
    exempt: "In Bunny Shield: a custom rule for the path of the feed with the action Bypass.",
  },
  {
    name: "ModSecurity",
    sign: all(says("mod_security", "modsecurity"), isRefused),
    exempt: "In ModSecurity: a rule for the path of the feed with ctl:ruleEngine=Off, or ask the host for it.",
  },
];
