import express from "express";

const app = express();

app.post("/orders", (req, res) => {
  if (!req.body.sku) {
    // Right: the page says 409.
    res.status(409).json({ error: { code: "OUT_OF_STOCK", message: "Nothing left of it" } });
    return;
  }
  if (req.body.count > 1000) {
    // Wrong: the page says 422.
    res.status(400).json({ error: { code: "TOO_HEAVY", message: "4000 kg are too much" } });
    return;
  }
  // Wrong: no source of the catalog knows it. A quick fix adds it to the page.
  res.status(403).json({ error: { code: "NOT_FOR_YOU", message: "This article is reserved" } });
});

app.get("/orders", (_req, res) => {
  // Right: the page leaves the status open, the map says 429.
  res.status(429).set("Retry-After", "5").json({ error: { code: "SLOW_DOWN", message: "Too many orders at once" } });
});
