/** An error's shape while it is read: heads by role. */
import type { Head } from "../evaluate/head.ts";
import type { Role } from "./role-names.ts";

export interface RoleDraft {
  readonly heads: readonly Head[];
  readonly certainty: "certain" | "likely";
}

export interface ShapeDraft {
  /** The class that was made, or undefined for an object without a class. */
  readonly className: string | undefined;
  readonly roles: Readonly<Partial<Record<Role, RoleDraft>>>;
  /** Whether it is an error by its ancestry or its name. */
  readonly errorLike: boolean;
}
