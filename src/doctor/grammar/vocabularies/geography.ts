/** GeoRSS (simple and GML), W3C's geo, and the older modules for a place. */
import { type Children, many, needed, once, textOnly } from "../element-rule.ts";
import { decimal, float, integer, latitude, longitude, position, positions } from "../values/numbers.ts";
import { anyText } from "../values/words.ts";

const lat = textOnly(latitude);
const long = textOnly(longitude);
const text = textOnly(anyText);
const system = { srsName: anyText };

const ring = { attributes: system, children: { "gml:posList": needed(textOnly(positions)) } };
const WHERE = {
  attributes: { featuretypetag: anyText, relationshiptag: anyText, featurename: anyText },
  children: {
    "gml:Point": once({ attributes: system, children: { "gml:pos": needed(textOnly(position)) } }),
    "gml:LineString": once(ring),
    "gml:Polygon": once({
      attributes: system,
      children: { "gml:exterior": needed({ children: { "gml:LinearRing": needed(ring) } }) },
    }),
    "gml:Envelope": once({
      attributes: system,
      children: { "gml:lowerCorner": needed(textOnly(position)), "gml:upperCorner": needed(textOnly(position)) },
    }),
  },
};

/** GeoRSS Simple has the properties of a feature as attributes too. */
const shape = (type: typeof position) => ({
  text: type,
  attributes: {
    elev: decimal,
    floor: integer,
    radius: float,
    featuretypetag: anyText,
    relationshiptag: anyText,
    featurename: anyText,
  },
});

export const PLACES: Children = {
  "geo:Point": many({
    children: { "geo:lat": needed(lat), "geo:long": needed(long), "geo:alt": once(textOnly(decimal)) },
  }),
  "geo:lat": many(lat),
  "geo:long": many(long),
  "geo:alt": many(textOnly(decimal)),
  "geourl:latitude": many(lat),
  "geourl:longitude": many(long),
  "icbm:latitude": many(lat),
  "icbm:longitude": many(long),
  "georss:where": many(WHERE),
  "georss:point": many(shape(position)),
  "georss:line": many(shape(positions)),
  "georss:polygon": many(shape(positions)),
  "georss:box": many(shape(positions)),
  "georss:circle": many(text),
  "georss:featureTypeTag": many(text),
  "georss:featuretypetag": many(text),
  "georss:relationshipTag": many(text),
  "georss:relationshiptag": many(text),
  "georss:featureName": many(text),
  "georss:featurename": many(text),
  "georss:elev": many(textOnly(decimal)),
  "georss:floor": many(textOnly(integer)),
  "georss:radius": many(textOnly(float)),
};
