/**
 * Kinds of tokens as small numbers, so that a file's tokens fit a `Uint8Array`.
 *
 * Order carries meaning: every kind from `identifier` to `LAST_NAME` can name a property, every kind up to
 * `LAST_CONTEXTUAL` can name a variable.
 */
export const end: number = 0;
export const identifier: number = 1;

// Contextual words: plain identifiers except where the grammar gives them a part to play.
export const kLet: number = 2;
export const kStatic: number = 3;
export const kAsync: number = 4;
export const kAwait: number = 5;
export const kYield: number = 6;
export const kOf: number = 7;
export const kGet: number = 8;
export const kSet: number = 9;
export const kAs: number = 10;
export const kSatisfies: number = 11;
export const kType: number = 12;
export const kInterface: number = 13;
export const kNamespace: number = 14;
export const kModule: number = 15;
export const kDeclare: number = 16;
export const kAbstract: number = 17;
export const kReadonly: number = 18;
export const kPublic: number = 19;
export const kPrivate: number = 20;
export const kProtected: number = 21;
export const kOverride: number = 22;
export const kAccessor: number = 23;
export const kFrom: number = 24;
export const kIs: number = 25;
export const kKeyof: number = 26;
export const kInfer: number = 27;
export const kUnique: number = 28;
export const kAsserts: number = 29;
export const kUsing: number = 30;
export const kGlobal: number = 31;
export const kRequire: number = 32;
export const kConstructor: number = 33;
export const kImplements: number = 34;
export const LAST_CONTEXTUAL: number = 34;

// Reserved words.
export const kBreak: number = 35;
export const kCase: number = 36;
export const kCatch: number = 37;
export const kClass: number = 38;
export const kConst: number = 39;
export const kContinue: number = 40;
export const kDebugger: number = 41;
export const kDefault: number = 42;
export const kDelete: number = 43;
export const kDo: number = 44;
export const kElse: number = 45;
export const kEnum: number = 46;
export const kExport: number = 47;
export const kExtends: number = 48;
export const kFalse: number = 49;
export const kFinally: number = 50;
export const kFor: number = 51;
export const kFunction: number = 52;
export const kIf: number = 53;
export const kImport: number = 54;
export const kIn: number = 55;
export const kInstanceof: number = 56;
export const kNew: number = 57;
export const kNull: number = 58;
export const kReturn: number = 59;
export const kSuper: number = 60;
export const kSwitch: number = 61;
export const kThis: number = 62;
export const kThrow: number = 63;
export const kTrue: number = 64;
export const kTry: number = 65;
export const kTypeof: number = 66;
export const kVar: number = 67;
export const kVoid: number = 68;
export const kWhile: number = 69;
export const kWith: number = 70;
export const LAST_NAME: number = 70;

// Literals and names with a mark.
export const privateName: number = 71;
export const string: number = 72;
export const number: number = 73;
export const bigint: number = 74;
export const regexp: number = 75;
/** A template without substitutions. */
export const template: number = 76;
/** From the backtick to `${`; opens a bracket that `templateMiddle` or `templateTail` closes. */
export const templateHead: number = 77;
export const templateMiddle: number = 78;
export const templateTail: number = 79;

// JSX. `jsxOpen` is the `<` of an element, matched with the `jsxEnd` that is its last `>`.
export const jsxOpen: number = 80;
export const jsxEnd: number = 81;
/** The `>` that ends an opening tag with children. */
export const jsxTagEnd: number = 82;
/** The `<` of a closing tag. */
export const jsxClose: number = 83;
export const jsxName: number = 84;

// Brackets.
export const parenOpen: number = 85;
export const parenClose: number = 86;
export const bracketOpen: number = 87;
export const bracketClose: number = 88;
export const braceOpen: number = 89;
export const braceClose: number = 90;

// Punctuation.
export const semicolon: number = 91;
export const comma: number = 92;
export const dot: number = 93;
export const dotDotDot: number = 94;
export const questionDot: number = 95;
export const question: number = 96;
export const colon: number = 97;
export const arrow: number = 98;
export const at: number = 99;
export const exclamation: number = 100;
export const tilde: number = 101;
export const plusPlus: number = 102;
export const minusMinus: number = 103;

// Binary operators. `<` and `>` are always single tokens: the reader joins `<<`, `>>`, `>=` and the like where it
// reads a value, and finds them apart where it reads a type.
export const less: number = 104;
export const greater: number = 105;
export const lessEquals: number = 106;
export const equalsEquals: number = 107;
export const exclamationEquals: number = 108;
export const equalsEqualsEquals: number = 109;
export const exclamationEqualsEquals: number = 110;
export const plus: number = 111;
export const minus: number = 112;
export const asterisk: number = 113;
export const asteriskAsterisk: number = 114;
export const slash: number = 115;
export const percent: number = 116;
export const ampersand: number = 117;
export const bar: number = 118;
export const caret: number = 119;
export const ampersandAmpersand: number = 120;
export const barBar: number = 121;
export const questionQuestion: number = 122;

// Assignment operators.
export const equals: number = 123;
export const plusEquals: number = 124;
export const minusEquals: number = 125;
export const asteriskEquals: number = 126;
export const asteriskAsteriskEquals: number = 127;
export const slashEquals: number = 128;
export const percentEquals: number = 129;
export const ampersandEquals: number = 130;
export const barEquals: number = 131;
export const caretEquals: number = 132;
export const ampersandAmpersandEquals: number = 133;
export const barBarEquals: number = 134;
export const questionQuestionEquals: number = 135;

/** A character that no token starts with. */
export const unknown: number = 136;
