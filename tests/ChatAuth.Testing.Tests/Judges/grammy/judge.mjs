// A bot written on grammy. It does what people tell it, and prints as JSON what it saw.
// node judge.mjs <apiRoot> <token> polling|webhook
import { createServer } from "node:http";
import { Bot, GrammyError, InlineKeyboard, webhookCallback } from "grammy";

const [apiRoot, token, mode] = process.argv.slice(2);
const secret = "FAKE-webhook-secret_1";
const client = { apiRoot };
const bot = new Bot(token, { client });
const saw = { texts: [], commands: [], taps: [], edits: [], refusals: {}, ids: [] };

async function refusalOf(name, call) {
  try {
    await call();
    saw.refusals[name] = "none";
  } catch (error) {
    saw.refusals[name] = error instanceof GrammyError
      ? { code: error.error_code, description: error.description, method: error.method, parameters: error.parameters }
      : `${error}`;
  }
}

bot.use(async (ctx, next) => {
  saw.ids.push(ctx.update.update_id);
  await next();
});

bot.command("menu", async (ctx) => {
  saw.commands.push({ name: "menu", match: ctx.match, thread: ctx.message.message_thread_id ?? null });
  const keyboard = new InlineKeyboard().text("Opus", "pick:opus").text("Sonnet", "pick:sonnet").row().url("Help", "https://example.com/");
  await ctx.reply("Which <b>model</b>?", { reply_markup: keyboard, parse_mode: "HTML", message_thread_id: ctx.message.message_thread_id });
});

bot.callbackQuery(/^pick:(.+)$/, async (ctx) => {
  saw.taps.push({ data: ctx.callbackQuery.data, model: ctx.match[1], by: ctx.from.id, shown: ctx.callbackQuery.message.text });
  await ctx.answerCallbackQuery({ text: `You chose ${ctx.match[1]}`, show_alert: true });
  await ctx.editMessageText(`Chosen: ${ctx.match[1]}`);
  await refusalOf("sameEdit", () => ctx.editMessageText(`Chosen: ${ctx.match[1]}`));
  await refusalOf("secondAnswer", () => ctx.answerCallbackQuery());
});

bot.command("commands", async (ctx) => {
  await ctx.api.setMyCommands([{ command: "model", description: "Choose the model" }], { scope: { type: "all_private_chats" } });
  saw.menu = await ctx.api.getMyCommands({ scope: { type: "all_private_chats" } });
  saw.defaultMenu = await ctx.api.getMyCommands();
  await refusalOf("badCommand", () => ctx.api.setMyCommands([{ command: "Bad", description: "Upper case" }]));
  await ctx.reply("commands are set");
});

bot.command("refusals", async (ctx) => {
  const [unknown, blocked, migrated] = ctx.match.split(" ").map(Number);
  await refusalOf("unknown", () => ctx.api.sendMessage(unknown, "hello"));
  await refusalOf("blocked", () => ctx.api.sendMessage(blocked, "hello"));
  await refusalOf("migrated", () => ctx.api.sendMessage(migrated, "hello"));
  await refusalOf("long", () => ctx.reply("x".repeat(4097)));
  await refusalOf("flood", () => ctx.reply("too many"));
  await refusalOf("token", () => new Bot("7000000002:AAWRONG-token-of-the-fake-bot-api-0", { client }).api.getMe());
  if (mode === "webhook") await refusalOf("poll", () => ctx.api.getUpdates());
  await ctx.reply("all refused");
});

bot.command("finish", async (ctx) => {
  await ctx.reply("bye");
  if (mode === "webhook") setImmediate(finishWebhook);
  else setImmediate(rival);
});

bot.on("edited_message:text", (ctx) => { saw.edits.push(ctx.editedMessage.text); });

bot.on("message:text", async (ctx) => {
  saw.texts.push({ text: ctx.message.text, entities: (ctx.message.entities ?? []).map((entity) => entity.type), from: ctx.from.id, chat: ctx.chat.type });
  await ctx.replyWithChatAction("typing");
  const sent = await ctx.reply(`You said: ${ctx.message.text}`, { reply_parameters: { message_id: ctx.message.message_id } });
  saw.reply = { id: sent.message_id, to: sent.reply_to_message?.message_id, from: sent.from.username };
});

function print() {
  process.stdout.write(JSON.stringify(saw));
}

/** Polls beside the bot until one of the two is thrown out; the bot must be the one at the end. */
let polling = true;
async function rival() {
  const other = new Bot(token, { client });
  while (polling) await other.api.getUpdates({ timeout: 1, offset: -1 }).catch(() => undefined);
}

let server;
async function finishWebhook() {
  saw.webhook = await bot.api.getWebhookInfo();
  await bot.api.deleteWebhook();
  server.close();
  server.closeAllConnections();
  print();
}

if (mode === "polling") {
  try {
    await bot.start({ onStart: (me) => { saw.me = me; } });
  } catch (error) {
    polling = false;
    saw.conflict = { code: error.error_code, description: error.description, method: error.method };
    print();
  }
} else {
  await bot.init();
  saw.me = bot.botInfo;
  server = createServer(webhookCallback(bot, "http", { secretToken: secret }));
  server.listen(0, "127.0.0.1", () => {
    const url = `http://127.0.0.1:${server.address().port}/telegram`;
    bot.api.setWebhook(url, { secret_token: secret, max_connections: 4, allowed_updates: ["message", "edited_message", "callback_query"] });
  });
}
