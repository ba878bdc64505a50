/** The status of each error; `UNKNOWN_SKU` contradicts the page on purpose. */
export const statusByCode = {
  OUT_OF_STOCK: 409,
  UNKNOWN_SKU: 400,
  PAY_FIRST: 402,
  TOO_HEAVY: 422,
  SLOW_DOWN: 429,
} as const;
