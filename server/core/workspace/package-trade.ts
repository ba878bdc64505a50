/**
 * What a published package says of itself in its manifest. A driver of a database, a mail server, a parser have errors
 * of their own with codes of their own, which are no API's.
 */
import type { DataNode } from "../text/data-node.ts";

/**
 * Whether the name and the keywords of a package.json tell of another protocol than HTTP, a database, a chain, a device
 * or a compiler, more often than of what serves or calls an API.
 */
export function isOfAnotherTrade(manifest: DataNode | undefined): boolean {
  if (manifest?.kind !== "map") return false;
  const fields = new Map(manifest.entries.map(({ key, value }) => [key, value]));
  const keywords = textsIn(fields.get("keywords"));
  const name = wordsOfName(fields.get("name"));
  const isPrivate = fields.get("private");
  if (isPrivate?.kind === "scalar" && isPrivate.value === true) {
    // What is not published is an application, whatever it is made with; only a part of a library needs nothing to run.
    return !fields.has("dependencies") && name.some((word) => makings.test(word));
  }
  // `-http` at the end of a name says how the other protocol travels.
  const ofWeb = wordsLike(webTrades, [...keywords, ...name.filter((word) => !/^https?$/i.test(word))]);
  return wordsLike(otherTrades, [...keywords, ...name]) > ofWeb;
}

/** Whether a package.json says what is shipped to others, and nothing of what serves or calls an API. */
export function isLibrary(manifest: DataNode | undefined): boolean {
  if (manifest?.kind !== "map") return false;
  const fields = new Map(manifest.entries.map(({ key, value }) => [key, value]));
  const isPrivate = fields.get("private");
  if (isPrivate?.kind === "scalar" && isPrivate.value === true) return false;
  if (!["files", "exports", "types", "typings", "publishConfig"].some((field) => fields.has(field))) return false;
  const version = fields.get("version");
  if (version?.kind === "scalar" && version.value === "0.0.0") return false;
  if (!fields.has("publishConfig") && ["main", "types", "exports"].some((field) => leadsToSource(fields.get(field))))
    return false;
  return wordsLike(webTrades, [...textsIn(fields.get("keywords")), ...wordsOfName(fields.get("name"))]) === 0;
}

/** What has yet to be compiled is for the packages around it, and for nobody else. */
function leadsToSource(node: DataNode | undefined): boolean {
  if (node?.kind === "map") return node.entries.some(({ value }) => leadsToSource(value));
  return textsIn(node).some((path) => /(?<!\.d)\.[cm]?tsx?$/.test(path));
}

/** How many different words the pattern has something for. */
function wordsLike(pattern: RegExp, words: readonly string[]): number {
  return new Set(words.flatMap((word) => (pattern.test(word) ? [word.toLowerCase()] : []))).size;
}

function wordsOfName(name: DataNode | undefined): readonly string[] {
  return textsIn(name).flatMap((text) => text.split(/[@/_.-]+/));
}

function textsIn(node: DataNode | undefined): readonly string[] {
  const nodes = node?.kind === "list" ? node.items : node === undefined ? [] : [node];
  return nodes.flatMap((item) => (item.kind === "scalar" && typeof item.value === "string" ? [item.value] : []));
}

/** Keywords of what serves, calls or wraps an API of HTTP. */
const webTrades =
  /^(?:https?|http-.*|.*\bapi|apis|rest|restful|graphql|grpc|sdk|express|koa|fastify|nestjs|hono|middleware|backend|fetch|openapi|oauth2?|webhooks?)$/i;

const makings = /^(?:driver|parser|lexer|tokenizer|compiler|transpiler|linter|bundler)$/i;

const otherTrades = new RegExp(
  `^(?:${[
    "l?smtps?|imap|pop3|nntp|irc|.*mailer|s?ftps?|ssh2?|telnet|ldap(?:js)?|dns|snmp|sip|rtsp|rtmp|xmpp|json-?rpc",
    "amqp(?:lib)?.*|mqtts?|stomp|kafka(?:js)?|rabbitmq|nats|jetstream|zeromq|0mq|zmq|libzmq|zmtp|nanomsg",
    "websockets?|rfc-?6455|libp2p|webrtc|bittorrent.*|.*torrent",
    "modbus|serial-?port|bluetooth|ble|midi|zigbee.*|z-?wave|matter|knx|bacnet|opc-?ua|can-?bus|gpio|i2c|firmware",
    "home[- ]automation|smart[- ](?:device|home)",
    "mpeg-dash|dash-if|hls|mse|eme|player",
    "redis|memcached?|sql|mysql2?|mariadb|postgres(?:ql)?|mongodb|sqlite3?|mssql|oracledb|pl/sql|cassandra|cql3?|neo4j",
    "odbc|leveldb|lmdb|orm|typeorm|driver",
    "ethereum|ethers|eth|web3|evm|solidity|bitcoin|solana|polkadot|tendermint|blockchain|smart[- ]contracts?",
    "parser|lexer|tokenizer|compiler|transpiler|linter|bundler|ast|minifier|argv|lsp|language-?(?:server|client)",
  ].join("|")})$`,
  "i",
);
