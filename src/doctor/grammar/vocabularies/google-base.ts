/** Google Base (`g:`) 1.0: the attributes of items for sale, jobs, events and recipes. */

import { isInRdf } from "../document-form.ts";
import { type Children, many, once, type RuleOf, textOnly } from "../element-rule.ts";
import { fault, quote, type ValueType } from "../grammar-fault.ts";
import { absoluteUri } from "../values/addresses.ts";
import { country, currency } from "../values/codes.ts";
import { iso8601, isoDay } from "../values/dates.ts";
import {
  leadingNumber,
  nonNegativeInteger,
  percentage,
  positiveInteger,
  quantity,
  wholeQuantity,
} from "../values/numbers.ts";
import { anyText, oneOf, oneOfAnyCase, trueFalseAnyCase } from "../values/words.ts";

/** An address in parts between commas: `says` names them. */
function location(counts: readonly number[], says: string): ValueType {
  return (value) => {
    const parts = value.split(",");
    const isWhole = counts.includes(parts.length) && parts.every((part) => part.trim() !== "");
    return isWhole ? undefined : fault("value.location", `${quote(value)} is not ${says}`);
  };
}

/** The year of a thing: a car of next year is sold this year. */
const year: ValueType = (value) =>
  /^(?:19|20)\d\d$/.test(value) ? undefined : fault("value.integer", `${quote(value)} is not a year from 1900`);

const label: ValueType = (value) =>
  value.includes(",") ? fault("value.choice", `${quote(value)} has a comma, and is one label`) : undefined;

/** Structures are written as RDF resources in RSS 1.0. */
function structure(children: Children): RuleOf {
  return (_, parent) => ({ children, ...(isInRdf(parent) && { attributes: { "rdf:parseType": anyText } }) });
}

const range = once(structure({ "g:start": once(textOnly(iso8601)), "g:end": once(textOnly(iso8601)) }));
const upTo = (max: number, type: ValueType) => ({ rule: textOnly(type), max });

const TYPES: Readonly<Record<string, ValueType>> = {
  age: nonNegativeInteger,
  bathrooms: nonNegativeInteger,
  bedrooms: nonNegativeInteger,
  calories: leadingNumber,
  cholesterol: leadingNumber,
  cooking_time: leadingNumber,
  currency,
  delivery_radius: quantity,
  expiration_date: iso8601,
  expiration_date_time: iso8601,
  fiber: leadingNumber,
  from_location: location([2, 3], "a place (city, state, country)"),
  gender: oneOfAnyCase(["male", "m", "female", "f", "unisex"]),
  hoa_dues: leadingNumber,
  listing_type: trueFalseAnyCase,
  location: location([5], "an address (street, city, state, postal code, country)"),
  marital_status: oneOf(["single", "divorced", "separated", "widowed", "married", "in relationship"]),
  megapixels: quantity,
  memory: quantity,
  mileage: wholeQuantity,
  pages: positiveInteger,
  pickup: trueFalseAnyCase,
  preparation_time: quantity,
  price: quantity,
  price_type: oneOf(["negotiable", "starting"]),
  processor_speed: quantity,
  protein: quantity,
  publish_date: isoDay,
  quantity: nonNegativeInteger,
  rating: oneOf(["1", "2", "3", "4", "5"]),
  reviewer_type: oneOf(["editorial", "user"]),
  salary: leadingNumber,
  salary_type: oneOf(["starting", "negotiable"]),
  saturated_fat: leadingNumber,
  servings: leadingNumber,
  sodium: leadingNumber,
  tax_percent: percentage,
  to_location: location([2, 3], "a place (city, state, country)"),
  total_carbs: leadingNumber,
  total_fat: leadingNumber,
  url_of_item_being_reviewed: absoluteUri,
  weight: quantity,
  year,
};

const WORDS =
  `actor agent area apparel_type artist author brand color condition course course_number course_times cuisine
  delivery_notes education employer ethnicity format id immigration_status interested_in isbn job_function job_industry
  job_type main_ingredient make manufacturer manufacturer_id meal_type model model_number name_of_item_being_reviewed
  news_source occupation payment_notes product_type property_type publication_name publication_volume review_type
  school_district service_type sexual_orientation size subject subject_area tax_region university upc vehicle_type
  vin`.split(/\s+/);

/** Elements of Google Merchant, which has the same namespace and is what feeds with it are today. */
const MERCHANT =
  `additional_image_link age_group availability availability_date cost_of_goods_sold energy_efficiency_class
  google_product_category gtin identifier_exists image_link installment is_bundle item_group_id link material
  max_handling_time min_handling_time mpn multipack pattern product_detail product_highlight promotion_id sale_price
  sale_price_effective_date shipping_height shipping_label shipping_length shipping_weight shipping_width size_system
  size_type tax title description unit_pricing_base_measure unit_pricing_measure adult custom_label_0 custom_label_1
  custom_label_2 custom_label_3 custom_label_4 ads_redirect mobile_link canonical_link`.split(/\s+/);

export const GOOGLE_BASE_IN_ITEM: Children = {
  ...Object.fromEntries(MERCHANT.map((name) => [`g:${name}`, many({ isOpen: true })])),
  ...Object.fromEntries(WORDS.map((name) => [`g:${name}`, once(textOnly(anyText))])),
  ...Object.fromEntries(Object.entries(TYPES).map(([name, type]) => [`g:${name}`, once(textOnly(type))])),
  "g:image_link": upTo(10, absoluteUri),
  "g:label": upTo(10, label),
  "g:payment_accepted": many(
    textOnly(oneOf(["Cash", "Check", "Visa", "MasterCard", "AmericanExpress", "Discover", "WireTransfer"])),
  ),
  "g:course_date_range": range,
  "g:event_date_range": range,
  "g:travel_date_range": range,
  "g:shipping": many(
    structure({
      "g:service": once(textOnly(anyText)),
      "g:country": once(textOnly(country)),
      "g:price": once(textOnly(quantity)),
      "g:region": once(textOnly(anyText)),
      "g:postal_code": once(textOnly(anyText)),
    }),
  ),
};
