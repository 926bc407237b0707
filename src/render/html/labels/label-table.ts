/**
 * The words that a page adds to the text of the author, in one language. `feedIs` takes the name of a feed format, such
 * as "Atom". `dateAndTime` is put between a date and a time of day. `withdrawnTitle` takes the title of an article, and
 * `pageNumber` takes a number in the digits of the language. `withdrawnOn` stands before a time. The last four describe
 * a feed: they take the name of a section, tag, author or selection, and the title of the publication.
 */
export type Labels = {
  readonly skipToContent: string;
  readonly navigation: string;
  readonly frontPage: string;
  readonly latest: string;
  readonly nothingYet: string;
  readonly nothingMatches: string;
  readonly subscribe: string;
  readonly subscribeHow: string;
  readonly feedIs: (form: string) => string;
  readonly feedHow: string;
  readonly feedAddress: string;
  readonly rawFeed: string;
  readonly otherForms: string;
  readonly by: string;
  readonly published: string;
  readonly updated: string;
  readonly dateAndTime: string;
  readonly source: string;
  readonly originallyPublished: string;
  readonly attachments: string;
  readonly corrections: string;
  readonly notes: string;
  readonly tags: string;
  readonly rights: string;
  readonly licence: string;
  readonly draft: string;
  readonly draftNote: string;
  readonly badRequest: string;
  readonly notFound: string;
  readonly withdrawn: string;
  readonly withdrawnTitle: (title: string) => string;
  readonly publishedWith: string;
  readonly olderArticles: string;
  readonly newerArticles: string;
  readonly allFeeds: string;
  readonly sections: string;
  readonly podcast: string;
  readonly authors: string;
  readonly allFeedsHow: string;
  readonly search: string;
  readonly searchFor: string;
  readonly related: string;
  readonly previousArticle: string;
  readonly nextArticle: string;
  readonly archives: string;
  readonly pageNumber: (number: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly feedAdvice: string;
  readonly feed: string;
  readonly articleCount: string;
  readonly withdrawnOn: string;
  readonly inSection: (name: string, title: string) => string;
  readonly tagged: (name: string, title: string) => string;
  readonly byAuthor: (name: string, title: string) => string;
  readonly matching: (name: string, title: string) => string;
};
