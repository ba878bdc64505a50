export interface Resource {
  readonly id: string;
}

const resources = new Map<string, Resource>();
const requests = new Map<string, number>();

export function tooMany(address: string): boolean {
  const count = (requests.get(address) ?? 0) + 1;
  requests.set(address, count);
  return count > 100;
}

export function createResource(body: unknown): Resource | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const resource = { id: String(resources.size + 1) };
  resources.set(resource.id, resource);
  return resource;
}

export function findResource(id: string): Resource | undefined {
  return resources.get(id);
}

export function removeResource(id: string): boolean {
  return resources.delete(id);
}
