# Prints the items of an RSS feed in a file as JSON, read by XML::RSS.
use strict;
use warnings;
use JSON::PP;
use XML::RSS;

my ($file) = @ARGV;
my $rss = XML::RSS->new;
$rss->parsefile($file);

my @items = map { {
    id        => $_->{guid},
    title     => $_->{title},
    url       => $_->{link},
    author    => $_->{dc}{creator},
    published => $_->{pubDate},
    summary   => $_->{description},
    isHtml    => JSON::PP::true,
    content   => $_->{content}{encoded},
    enclosure => $_->{enclosure} && $_->{enclosure}{url},
} } @{ $rss->{items} };
print JSON::PP->new->utf8->encode(\@items);
