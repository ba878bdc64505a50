import Fastify from "fastify";
import { createResource, findResource, removeResource, tooMany } from "./resources.ts";

const app = Fastify();

app.post("/resources", async (request, reply) => {
  if (tooMany(request.ip)) {
    return reply.code(429).send({ error: { code: 6001, message: "Too many requests. Try again later" } });
  }
  const created = createResource(request.body);
  if (!created) return reply.code(400).send({ error: { code: 1001, message: "Incorrect data" } });
  // 201 names the place of what was made.
  return reply.code(201).header("Location", `/resources/${created.id}`).send(created);
});

app.get<{ Params: { id: string } }>("/resources/:id", async (request, reply) => {
  const found = findResource(request.params.id);
  if (!found) return reply.code(404).send({ error: { code: 4001, message: "Resource not found" } });
  return found;
});

app.delete<{ Params: { id: string } }>("/resources/:id", async (request, reply) => {
  if (!removeResource(request.params.id)) {
    // The code is one of 400 in the reference.
    return reply.code(404).send({ error: { code: 1005, message: "Resource with this id is not exists" } });
  }
  return reply.code(204).send();
});

app.put("/resources", async (_request, reply) =>
  // The reference's own sample shows 1008, its table does not define it.
  reply.code(405).header("Allow", "GET, POST").send({ error: { code: 1008, message: "Method not supported by this resource" } }),
);

await app.listen({ port: 3000 });
