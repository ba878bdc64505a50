export interface Category {
  readonly builtIn: boolean;
  readonly children: readonly string[];
}

export interface Item {
  readonly quantity: number;
  readonly drafts: number;
}

export const categories = new Map<string, Category>([["0", { builtIn: true, children: [] }]]);
export const goods = new Map<string, Item>();
