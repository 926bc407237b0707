# Prints the entries of a feed in a file as JSON, read by XML::Feed.
use strict;
use warnings;
use JSON::PP;
use XML::Feed;

# Without it, XML::Atom returns bytes.
$XML::Atom::ForceUnicode = 1;

my ($file) = @ARGV;
my $feed = XML::Feed->parse($file) or die XML::Feed->errstr;

sub utc {
    my ($time) = @_;
    return undef unless $time;
    return $time->clone->set_time_zone('UTC')->strftime('%Y-%m-%dT%H:%M:%S.000Z');
}

my $is_rss = $feed->format =~ /^RSS/;
my @entries = map { {
    id        => $_->id,
    title     => $_->title,
    url       => $_->link,
    author    => $_->author,
    published => utc($_->issued),
    updated   => utc($_->modified),
    summary   => $_->summary->body,
    isHtml    => $is_rss ? JSON::PP::true : JSON::PP::false,
    content   => $_->content->body,
    enclosure => $_->enclosure ? scalar($_->enclosure)->url : undef,
} } $feed->entries;
print JSON::PP->new->utf8->encode(\@entries);
