import { ActionRowBuilder, ButtonBuilder, ButtonStyle, DiscordAPIError, REST, Routes, SlashCommandBuilder } from "discord.js";

export async function judge([api, token, application, channel, interaction, interactionToken]) {
  const limits = [];
  const rejectOnRateLimit = ({ retryAfter, scope, global }) => {
    limits.push({ retryAfter, scope, global });
    return false;
  };
  const rest = new REST({ api, version: "10", rejectOnRateLimit }).setToken(token);

  const refusal = async (call) => {
    try {
      await call;
      return "none";
    } catch (error) {
      return error instanceof DiscordAPIError ? { status: error.status, code: error.code, message: error.message } : `${error}`;
    }
  };

  const me = await rest.get(Routes.currentApplication());
  const model = new SlashCommandBuilder().setName("model").setDescription("Choose the model")
    .addStringOption((option) => option.setName("choice").setDescription("What").setAutocomplete(true));
  const set = await rest.put(Routes.applicationCommands(application), { body: [model] });
  const got = await rest.get(Routes.applicationCommands(application));

  const buttons = new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId("a").setLabel("Opus").setStyle(ButtonStyle.Primary));
  const sent = await rest.post(Routes.channelMessages(channel), { body: { content: "Which?", components: [buttons] } });

  const answered = await rest.post(Routes.interactionCallback(interaction, interactionToken), {
    body: { type: 5 }, auth: false, query: new URLSearchParams({ with_response: "true" }),
  });
  const twice = await refusal(rest.post(Routes.interactionCallback(interaction, interactionToken), { body: { type: 5 }, auth: false }));
  const edited = await rest.patch(Routes.webhookMessage(application, interactionToken), { body: { content: "Answer" }, auth: false });
  const followed = await rest.post(Routes.webhook(application, interactionToken), { body: { content: "More" }, auth: false });

  return {
    me: me.id,
    set: set.map((command) => command.name),
    got: got.map((command) => command.id),
    sent: { id: sent.id, label: sent.components[0].components[0].label },
    answered: { id: answered.interaction.id, thinking: answered.interaction.response_message_loading },
    edited: edited.content,
    followed: followed.content,
    limits,
    refusals: {
      twice,
      long: await refusal(rest.post(Routes.channelMessages(channel), { body: { content: "x".repeat(2001) } })),
      empty: await refusal(rest.post(Routes.channelMessages(channel), { body: { content: "" } })),
      unknown: await refusal(rest.post(Routes.channelMessages("1"), { body: { content: "x" } })),
      token: await refusal(new REST({ api, version: "10" }).setToken("FAKE-other").get(Routes.currentApplication())),
    },
  };
}
