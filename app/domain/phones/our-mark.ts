/**
 * A header of every answer of the product. Between a phone and the product stand portals of Wi-Fi, proxies
 * and caches that answer in its place; what lacks the mark is none of ours.
 */
export const OUR_MARK = "x-nep-hoc";
