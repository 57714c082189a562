import ipaddr from "ipaddr.js";

/** An address without its last part: the network of IPv4 /24, of IPv6 /48; "" for what is none. */
export function shortAddress(whole: string): string {
  if (!ipaddr.isValid(whole)) return "";
  const address = ipaddr.process(whole);
  const bytes = address.toByteArray();
  const kept = address.kind() === "ipv4" ? 3 : 6;
  const short = bytes.map((byte, at) => (at < kept ? byte : 0));
  return ipaddr.fromByteArray(short).toString();
}
