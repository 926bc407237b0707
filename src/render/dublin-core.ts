/** Dublin Core elements, for what RSS and Atom have no element of their own. */
export const DUBLIN_CORE_NAMESPACE = "http://purl.org/dc/elements/1.1/";
