/** A catalog as plain JSON for programs; texts are objects from language to text, absent parts are null or empty. */
import type {
  Catalog,
  CodeEntry,
  HeaderRule,
  LocalizedText,
  Policy,
  Problem,
  Retry,
  StatusEntry,
  StatusRange,
} from "../core/index.ts";

export function catalogJson(catalog: Catalog, problems: readonly Problem[]) {
  return {
    id: catalog.id,
    title: textJson(catalog.title),
    summary: textJson(catalog.summary),
    language: catalog.language,
    homepage: catalog.homepage ?? null,
    provenance: catalog.provenance
      ? {
          page: catalog.provenance.page ?? null,
          retrieved: catalog.provenance.retrieved ?? null,
          note: textJson(catalog.provenance.note),
        }
      : null,
    complete: catalog.complete,
    messages: catalog.messages,
    statuses: catalog.statuses.map(statusJson),
    codes: catalog.codes.map(codeJson),
    envelopes: catalog.envelopes.map((envelope) => ({
      id: envelope.id,
      code: envelope.code?.join(".") ?? null,
      message: envelope.message?.join(".") ?? null,
      status: envelope.status?.join(".") ?? null,
      details: envelope.details?.join(".") ?? null,
      failure: envelope.failure ? { path: envelope.failure.path.join("."), value: envelope.failure.value } : null,
      required: envelope.required.map((path) => path.join(".")),
      codeHolds: envelope.codeHolds,
      statusType: envelope.statusType ?? null,
      distinctive: envelope.distinctive,
      summary: textJson(envelope.summary),
    })),
    policies: catalog.policies.map(policyJson),
    samples: catalog.samples.map(({ status, code, message }) => ({
      status: status ?? null,
      code: code ?? null,
      message: message ?? null,
    })),
    problems: problems.map(({ code, severity, message }) => ({
      rule: code,
      severity: severity === "information" ? "info" : severity,
      message,
    })),
  };
}

function statusJson(entry: StatusEntry) {
  return {
    status: rangeJson(entry.status),
    title: entry.title ?? null,
    summary: textJson(entry.summary),
    use: textJson(entry.use),
    avoid: entry.avoid.map(({ when, instead }) => ({ when: textJson(when), instead: instead ?? null })),
    cause: textJson(entry.cause),
    fix: textJson(entry.fix),
    retry: retryJson(entry.retry),
    headers: entry.headers.map(headerJson),
    body: entry.body
      ? { allowed: entry.body.allowed, level: entry.body.level, authority: entry.body.authority ?? null }
      : null,
    limits: entry.limits.map(({ what, amount, per }) => ({ what: textJson(what), amount, per: per ?? null })),
    deprecated: entry.deprecated,
    tags: entry.tags,
    authority: entry.authority ?? null,
    link: entry.link ?? null,
  };
}

function codeJson(entry: CodeEntry) {
  return {
    code: entry.code,
    statuses: entry.statuses,
    messages: entry.messages.map(({ template }) => template),
    messageDetails: entry.messages.map((message) => ({
      text: message.template,
      statuses: message.statuses,
      summary: textJson(message.summary),
      cause: textJson(message.cause),
      fix: textJson(message.fix),
      methods: message.methods,
    })),
    title: textJson(entry.title),
    summary: textJson(entry.summary),
    meanings: entry.meanings.map(({ message, summary, fix }) => ({
      message: message ?? null,
      summary: textJson(summary),
      fix: textJson(fix),
    })),
    cause: textJson(entry.cause),
    fix: textJson(entry.fix),
    retry: retryJson(entry.retry),
    alert: textJson(entry.alert),
    tags: entry.tags,
    methods: entry.methods,
    parent: entry.parent ?? null,
    confusedWith: entry.confusedWith,
    headers: entry.headers.map(headerJson),
    limits: entry.limits.map(({ what, amount, per }) => ({ what: textJson(what), amount, per: per ?? null })),
    deprecated: entry.deprecated,
    replacement: entry.replacement ?? null,
    link: entry.link ?? null,
  };
}

function policyJson(policy: Policy) {
  return {
    concern: policy.concern,
    use: policy.use.map(rangeJson),
    never: policy.never.map(rangeJson),
    level: policy.level,
    summary: textJson(policy.summary),
    authority: policy.authority ?? null,
    exceptions: policy.exceptions.map(({ use, words, summary }) => ({
      use: use.map(rangeJson),
      words,
      summary: textJson(summary),
    })),
  };
}

function headerJson({ name, level, note, authority }: HeaderRule) {
  return { name, level, note: textJson(note), authority: authority ?? null };
}

function retryJson(retry: Retry | undefined) {
  return retry ? { advice: retry.advice, note: textJson(retry.note) } : null;
}

/** One status as a number, a class as `2xx`, any other range as `from-to`. */
function rangeJson({ from, to }: StatusRange): number | string {
  if (from === to) return from;
  return from % 100 === 0 && to === from + 99 ? `${from / 100}xx` : `${from}-${to}`;
}

function textJson(text: LocalizedText | undefined): Readonly<Record<string, string>> | null {
  return text ? Object.fromEntries(text) : null;
}
