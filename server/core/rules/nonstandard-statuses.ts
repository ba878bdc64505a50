/** A status outside the IANA registry that a known program or service uses. */
export interface NonstandardStatus {
  /** Whose it is, as the beginning of a phrase: `nginx's`. */
  readonly by: string;
  /** What it is called there. */
  readonly name: string;
  readonly note?: string;
  /** What stands beside it where it is used in its own sense, whatever it is called there. */
  readonly sign?: RegExp;
}

const gone = /abort|disconnect|cancel|hung ?up|destroyed|clos(?:ed|ing) (?:the )?(?:connection|request)|client clos/i;

/** Statuses outside the IANA registry that a known program or service uses, with what it means by them. */
export const nonstandardStatuses: ReadonlyMap<number, NonstandardStatus> = new Map([
  [218, { by: "Apache's", name: "This is fine" }],
  [419, { by: "Laravel's", name: "Page Expired" }],
  [420, { by: "Twitter's old", name: "Enhance Your Calm" }],
  [430, { by: "Shopify's", name: "Security Rejection" }],
  [440, { by: "IIS's", name: "Login Time-out" }],
  [444, { by: "nginx's", name: "No Response", note: "which never goes out" }],
  [449, { by: "IIS's", name: "Retry With" }],
  [450, { by: "Microsoft's", name: "Blocked by Windows Parental Controls" }],
  [460, { by: "AWS load balancers'", name: "Client Closed Connection", sign: gone }],
  [463, { by: "AWS load balancers'", name: "Too Many Forwarded Addresses" }],
  [464, { by: "AWS load balancers'", name: "Incompatible Protocol Versions" }],
  [494, { by: "nginx's", name: "Request Header Too Large" }],
  [495, { by: "nginx's", name: "SSL Certificate Error" }],
  [496, { by: "nginx's", name: "SSL Certificate Required" }],
  [497, { by: "nginx's", name: "HTTP Request Sent to HTTPS Port" }],
  [498, { by: "ArcGIS's", name: "Invalid Token" }],
  [499, { by: "nginx's", name: "Client Closed Request", sign: gone }],
  [509, { by: "Apache's and cPanel's", name: "Bandwidth Limit Exceeded" }],
  [520, { by: "Cloudflare's", name: "Unknown Error" }],
  [521, { by: "Cloudflare's", name: "Web Server Is Down" }],
  [522, { by: "Cloudflare's", name: "Connection Timed Out" }],
  [523, { by: "Cloudflare's", name: "Origin Is Unreachable" }],
  [524, { by: "Cloudflare's", name: "A Timeout Occurred" }],
  [525, { by: "Cloudflare's", name: "SSL Handshake Failed" }],
  [526, { by: "Cloudflare's", name: "Invalid SSL Certificate" }],
  [527, { by: "Cloudflare's", name: "Railgun Error" }],
  [529, { by: "some APIs'", name: "Site Is Overloaded", sign: /overload/i }],
  [530, { by: "Pantheon's", name: "Site Frozen", note: "and Cloudflare's sign that an error of its own follows" }],
  [561, { by: "AWS load balancers'", name: "Unauthorized" }],
  [598, { by: "some proxies'", name: "Network Read Timeout" }],
  [599, { by: "some proxies'", name: "Network Connect Timeout" }],
]);
