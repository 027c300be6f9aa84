import interactions from "discord-interactions";

export async function judge([publicKey, file], read) {
  const requests = read(file).trim().split("\n").map((line) => JSON.parse(line));
  return Promise.all(requests.map((request) => interactions.verifyKey(request.body, request.signature, request.timestamp, publicKey)));
}
