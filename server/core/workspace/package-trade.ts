/**
 * What a published package says of itself in its manifest. A driver of a database, a mail server, a parser have errors
 * of their own with codes of their own, which are no API's.
 */
import type { DataNode } from "../text/data-node.ts";

/** Whether the name and the keywords of a package.json tell of another protocol than HTTP, a database, a chain or a compiler. */
export function isOfAnotherTrade(manifest: DataNode | undefined): boolean {
  if (manifest?.kind !== "map") return false;
  const fields = new Map(manifest.entries.map(({ key, value }) => [key, value]));
  const isPrivate = fields.get("private");
  // What is not published is an application, whatever it is made with.
  if (isPrivate?.kind === "scalar" && isPrivate.value === true) return false;
  const keywords = textsIn(fields.get("keywords"));
  const name = textsIn(fields.get("name")).flatMap((text) => text.split(/[@/_.-]+/));
  if ([...keywords, ...name].some((word) => webTrades.test(word))) return false;
  return [...keywords, ...name].some((word) => otherTrades.test(word));
}

function textsIn(node: DataNode | undefined): readonly string[] {
  const nodes = node?.kind === "list" ? node.items : node === undefined ? [] : [node];
  return nodes.flatMap((item) => (item.kind === "scalar" && typeof item.value === "string" ? [item.value] : []));
}

/** Keywords of what serves, calls or wraps an API of HTTP. */
const webTrades =
  /^(?:https?|http-.*|.*\bapi|apis|rest|restful|graphql|grpc|sdk|express|koa|fastify|nestjs|hono|middleware|backend|fetch|openapi|oauth2?|webhooks?)$/i;

const otherTrades =
  /^(?:l?smtps?|imap|pop3|.*mailer|s?ftps?|ssh2?|telnet|ldap(?:js)?|dns|snmp|sip|rtsp|modbus|amqp(?:lib)?.*|mqtts?|stomp|kafka(?:js)?|rabbitmq|nats|redis|memcached?|websockets?|libp2p|webrtc|rfc-?6455|json-?rpc|lsp|language-?(?:server|client)|serialport|bluetooth|midi|sql|mysql2?|mariadb|postgres(?:ql)?|mongodb|sqlite3?|mssql|oracledb|orm|typeorm|ethereum|ethers|web3|bitcoin|blockchain|parser|lexer|tokenizer|compiler|transpiler|linter|bundler|ast|minifier)$/i;
