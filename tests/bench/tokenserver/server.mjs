// SPDX-License-Identifier: Apache-2.0
// The token server that a developer writes with Express and the vendor's package, without any extra.
import agoraToken from "agora-token";
import express from "express";

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: certificate, PORT: port } = process.env;
const app = express();
app.use(express.json());
app.post("/generate-user-token", (request, response) => {
  const { user_uuid: user, expire = 3600 } = request.body;
  if (!user) return response.status(400).json({ error: "user_uuid is missing" });
  response.json({ token: agoraToken.ChatTokenBuilder.buildUserToken(appId, certificate, user, expire) });
});
app.listen(Number(port), "127.0.0.1", () => console.log("ready"));
