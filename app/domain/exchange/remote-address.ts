/** Where this installation lets statements go besides the public network. */
export interface AddressPolicy {
  /** Hosts, as an address has them, that may lie in a private network or on this machine. */
  readonly privateHosts: readonly string[];
  /** Whether this machine may be spoken to, and without TLS: for trying things out. */
  readonly loopback: boolean;
}

export type AddressFault =
  /** No address, or one with a password, a query or a fragment. */
  | "not-an-address"
  /** Without TLS, anybody on the way reads who learned what. */
  | "not-https"
  /** This machine, or a network that strangers cannot reach. */
  | "private";

/** What is wrong with an address that was typed, or null; a name may still turn out to be private. */
export function addressFault(text: string, policy: AddressPolicy): AddressFault | null {
  const url = plainUrl(text);
  if (url === null) return "not-an-address";
  const host = bareHost(url.hostname);
  const allowed = isLoopback(host) && (policy.loopback || policy.privateHosts.includes(host));
  if (url.protocol === "http:" && !allowed) return "not-https";
  const known = isNumeric(host) || isLoopback(host);
  return known && !mayConnect(host, host, policy) ? "private" : null;
}

/** An address of the web without a password, a query or a fragment; null for anything else. */
function plainUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const beside = [url.username, url.password, url.search, url.hash];
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && beside.every((part) => part === "") ? url : null;
}

/**
 * Whether a connection to this numeric address may be made for that host; asked again when a name
 * has been resolved, since whoever owns the name decides where it leads.
 */
export function mayConnect(host: string, address: string, policy: AddressPolicy): boolean {
  if (policy.privateHosts.includes(host)) return true;
  if (isLoopback(address)) return policy.loopback;
  return isPublic(address);
}

/** Without the brackets of IPv6, in lower case. */
export function bareHost(hostname: string): string {
  return hostname
    .replace(/^\[(.*)\]$/u, "$1")
    .replace(/\.$/u, "")
    .toLowerCase();
}

function isLoopback(host: string): boolean {
  const named = host === "localhost" || host.endsWith(".localhost");
  return named || host === "::1" || (isNumeric(host) && host.startsWith("127."));
}

function isNumeric(host: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/u.test(host) || host.includes(":");
}

/** RFC 6890 and its registry: networks of IPv4 that are not the public one, as first address and bits. */
const NOT_PUBLIC: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

function isPublic(address: string): boolean {
  if (!address.includes(":")) return isPublic4(address);
  const groups = groupsOf(address);
  if (groups === null) return false;
  const [first = 0, second = 0] = groups;
  // Only 2000::/3 is given out to the public; in it, documentation and tunnels that hold an IPv4 address are not.
  if (first < 0x2000 || first > 0x3fff) return false;
  if (first === 0x2002 || (first === 0x2001 && (second < 0x200 || second === 0xdb8))) return false;
  return !(first === 0x3fff && second < 0x1000);
}

function isPublic4(address: string): boolean {
  const number = numberOf4(address);
  return (
    number !== null &&
    !NOT_PUBLIC.some(([network, bits]) => {
      const size = 2 ** (32 - bits);
      const begin = numberOf4(network) ?? 0;
      return number >= begin && number < begin + size;
    })
  );
}

function numberOf4(address: string): number | null {
  const parts = address.split(".").map(Number);
  const valid =
    parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255);
  return valid ? parts.reduce((sum, part) => sum * 256 + part, 0) : null;
}

/** The eight groups of an IPv6 address; null when it is none, or names a zone. */
function groupsOf(address: string): readonly number[] | null {
  const [head = "", tail, ...more] = address.split("::");
  if (more.length > 0) return null;
  const [before, after] = [readGroups(head), tail === undefined ? [] : readGroups(tail)];
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array.from({ length: missing }, () => 0), ...after];
  return groups.some((group) => Number.isNaN(group)) ? null : groups;
}

function readGroups(text: string): readonly number[] {
  return text === "" ? [] : text.split(":").map((group) => groupOf(group));
}

function groupOf(text: string): number {
  return /^[0-9a-f]{1,4}$/iu.test(text) ? Number.parseInt(text, 16) : Number.NaN;
}
