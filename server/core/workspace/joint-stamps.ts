interface Joint {
  readonly stamp: number;
  readonly members: ReadonlyMap<string, number>;
  /** The count of changes up to which the members are known to hold. */
  heldAt: number;
}

/**
 * Stamps of what was made from several files: one for all of them, so that whoever uses the result depends on one thing
 * and not on hundreds. It holds as long as the stamps of all members hold, other joints among them.
 */
export class JointStamps {
  readonly #joints = new Map<string, Joint>();
  readonly #stampOf: (key: string) => number | undefined;
  #stamp = 0;
  #changes = 0;

  constructor(stampOf: (key: string) => number | undefined) {
    this.#stampOf = stampOf;
  }

  /** Something that was known before is not what it was: members are compared again when somebody asks. */
  recheck(): void {
    this.#changes += 1;
  }

  /** Makes `key` stand for `members`; returns its new stamp. */
  add(key: string, members: ReadonlyMap<string, number>): number {
    this.#stamp += 1;
    this.#joints.set(key, { stamp: this.#stamp, members, heldAt: this.#changes });
    return this.#stamp;
  }

  /** What `key` stands for; undefined when it is no joint. */
  members(key: string): ReadonlyMap<string, number> | undefined {
    return this.#joints.get(key)?.members;
  }

  /** The stamp of `key`; undefined when it is no joint, or a member of it has changed. */
  stamp(key: string): number | undefined {
    const joint = this.#joints.get(key);
    if (!joint || joint.heldAt === this.#changes) return joint?.stamp;
    for (const [member, stamp] of joint.members) {
      if (this.#stampOf(member) === stamp) continue;
      this.#joints.delete(key);
      return undefined;
    }
    joint.heldAt = this.#changes;
    return joint.stamp;
  }
}
