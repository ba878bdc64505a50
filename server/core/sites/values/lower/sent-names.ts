/** Modules that answer with the name of an error as its code: `res.status(err.status).json({ error: err.name })`. */

/** The fields under which a body has its code, with the name of a caught error, or of the error that makes the body. */
const named = String.raw`["']?(?:error|err|code|error_?[cC]ode|error_?[tT]ype)["']?\s*:\s*(?:err|error|e|ex|exception|failure|cause|this)\.name\s*[,}\n]`;

/** What sends a body that is written there, the names of its fields included; a log is sent nowhere. */
const sending = String.raw`(?:\.(?:json|jsonp|send|end|body|write)\(|\bjson\(|\bbody\s*[=:](?:\s*JSON\.stringify\()?|Response\(\s*JSON\.stringify\(|\b(?:toJSON|toResponse|toBody|serializeErrors?)\([^{}]*\{\s*return)`;

const sentName = new RegExp(String.raw`${sending}\s*\(?\{[^}]{0,200}?${named}`);

/** Whether the module with this text does so. */
export function sendsErrorNames(text: string): boolean {
  return text.includes(".name") && sentName.test(text);
}
