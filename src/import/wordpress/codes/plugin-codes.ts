/** The short codes of WordPress itself. */
export const CORE_CODES: ReadonlySet<string> = new Set([
  "audio",
  "caption",
  "embed",
  "gallery",
  "playlist",
  "video",
  "wp_caption",
]);

/**
 * Short codes of widespread plugins that are often written without attributes. One that has attributes or a closing
 * code needs no place here.
 */
const PLUGIN_CODES: ReadonlySet<string> = new Set(
  [
    "contact-form contact-form-7 contact-field wpforms formidable gravityform gravityforms ninja_form ninja_forms caldera_form",
    "mc4wp_form newsletter newsletter_form subscribe2 jetpack_subscription_form mailpoet_form",
    "toc ez-toc lwptoc sitemap simple-sitemap wp_sitemap_page archives breadcrumb wpseo_breadcrumb",
    "woocommerce_cart woocommerce_checkout woocommerce_my_account products product_categories add_to_cart",
    "rev_slider metaslider smartslider3 layerslider ngg ngg_images nggallery envira-gallery foogallery",
    "youtube vimeo dailymotion soundcloud spotify instagram twitter tweet facebook tiktok googlemaps googleapps ted gist",
    "polldaddy crowdsignal slideshare scribd slideshow recipe jetpack-related-posts related_posts yarpp",
    "vc_row vc_column vc_column_text et_pb_section et_pb_row et_pb_column et_pb_text fusion_builder_container",
    "tablepress table elementor-template download_monitor powerpress podcast_player tribe_events mycred pullquote",
  ]
    .join(" ")
    .split(" "),
);

export function isPluginCode(name: string): boolean {
  return PLUGIN_CODES.has(name.toLowerCase()) || isEpisodePlayer(name);
}

/** Short codes and blocks with which podcast plugins show the player of the post's own episode. */
const EPISODE_PLAYERS: ReadonlySet<string> = new Set([
  "powerpress",
  "podcast_player",
  "ss_player",
  "ss_podcast",
  "podlove-episode-web-player",
  "podlove-web-player",
  "podlove-episode-downloads",
  "seriously-simple-podcasting/castos-player",
  "seriously-simple-podcasting/castos-html-player",
  "seriously-simple-podcasting/audio-player",
  "podlove-web-player/shortcode",
  "powerpress/player-block",
]);

export function isEpisodePlayer(name: string): boolean {
  return EPISODE_PLAYERS.has(name);
}
