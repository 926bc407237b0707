# Prints the entries of a feed in a file as JSON, read by Ruby's rss, which validates.
require "json"
require "rss"

def utc(time)
  time&.getutc&.strftime("%Y-%m-%dT%H:%M:%S.000Z")
end

def atom(entry)
  enclosure = entry.links.find { |link| link.rel == "enclosure" }
  {
    id: entry.id.content,
    title: entry.title.content,
    url: entry.links.find { |link| link.rel == "alternate" }.href,
    authors: entry.authors.map { |author| author.name.content },
    published: utc(entry.published.content),
    updated: utc(entry.updated.content),
    summary: entry.summary&.content,
    content: entry.content&.content,
    enclosure: enclosure&.href,
  }
end

def rss(item)
  {
    id: item.guid.content,
    title: item.title,
    url: item.link,
    authors: item.dc_creators.map(&:content),
    published: utc(item.pubDate),
    summary: item.description,
    isHtml: true,
    content: item.content_encoded,
    enclosure: item.enclosure&.url,
    duration: item.itunes_duration&.content,
  }
end

feed = RSS::Parser.parse(File.read(ARGV[0]), true)
puts JSON.generate(feed.items.map { |item| item.is_a?(RSS::Atom::Feed::Entry) ? atom(item) : rss(item) })
