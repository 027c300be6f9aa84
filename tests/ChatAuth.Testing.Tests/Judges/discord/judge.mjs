// Judges by discord.js and discord-interactions, and prints as JSON what they said.
// node judge.mjs rest <api> <token> <application> <channel> <interaction> <interaction token>
// node judge.mjs forms [file]              judges {"commands": [...], "rows": [...]}, of a file or of standard input
// node judge.mjs signatures <public key> [file]   judges lines of {"timestamp", "signature", "body"}
import { readFileSync } from "node:fs";

const judges = {
  rest: () => import("./rest.mjs"),
  forms: () => import("./forms.mjs"),
  signatures: () => import("./signatures.mjs"),
};

const [mode, ...args] = process.argv.slice(2);
const { judge } = await judges[mode]();
console.log(JSON.stringify(await judge(args, (file) => readFileSync(file ?? 0, "utf8"))));
