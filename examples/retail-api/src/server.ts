import express, { type Response } from "express";
import { categories, goods } from "./store.ts";

const app = express();
app.use(express.json());

/** Sends an error in the envelope of the API. */
function sendError(res: Response, status: number, code: string, message: string, details: object = {}): void {
  res.status(status).json({ ok: false, error: { code, message, details }, meta: { api_version: "0.1.0" } });
}

app.delete("/categories/:id", (req, res) => {
  const category = categories.get(req.params.id);
  if (!category) {
    return res.status(404).json({ ok: false, error: { code: "NOT_FOUND", message: "Запис не знайдено" } });
  }
  if (category.builtIn) {
    // The reference sends FORBIDDEN with 409: hover over the code, then apply the quick fix.
    return res.status(403).json({ ok: false, error: { code: "FORBIDDEN", message: "Службовий запис не можна видалити" } });
  }
  if (category.children.length > 0) {
    return res.status(409).json({ ok: false, error: { code: "HAS_CHILDREN", message: "Категорія має підкатегорії" } });
  }
  categories.delete(req.params.id);
  res.json({ ok: true });
});

app.delete("/goods/:id", (req, res) => {
  const item = goods.get(req.params.id);
  if (!item) return sendError(res, 404, "NOT_FOUND", "Запис не знайдено");
  if (item.quantity !== 0) return sendError(res, 409, "HAS_STOCK", "Є залишок");
  if (item.drafts > 0) {
    // Not in the reference: the nearest codes are offered.
    return res.status(409).json({ ok: false, error: { code: "USED_IN_DRAFT_INVOISE", message: "Товар у чернетці" } });
  }
  goods.delete(req.params.id);
  res.status(204).json({ ok: true });
});

app.listen(3000);
