import { isDeepStrictEqual } from "node:util";
import { ActionRowBuilder, ButtonBuilder, SlashCommandBuilder, StringSelectMenuBuilder, StringSelectMenuOptionBuilder } from "discord.js";

const has = (value) => value !== undefined && value !== null;

/** Every value of what we sent is in what the library would have sent. */
const keeps = (ours, theirs) =>
  Array.isArray(ours) ? Array.isArray(theirs) && ours.length === theirs.length && ours.every((item, i) => keeps(item, theirs[i]))
    : has(ours) && typeof ours === "object" ? has(theirs) && Object.entries(ours).every(([name, value]) => keeps(value, theirs[name]))
      : isDeepStrictEqual(ours, theirs);

function option(given) {
  return (builder) => {
    builder.setName(given.name).setDescription(given.description);
    if (has(given.required)) builder.setRequired(given.required);
    if (has(given.choices)) builder.addChoices(...given.choices);
    if (has(given.autocomplete)) builder.setAutocomplete(given.autocomplete);
    if (has(given.max_length)) builder.setMaxLength(given.max_length);
    return builder;
  };
}

function command(given) {
  const builder = new SlashCommandBuilder().setName(given.name).setDescription(given.description);
  if (has(given.contexts)) builder.setContexts(given.contexts);
  if (has(given.integration_types)) builder.setIntegrationTypes(given.integration_types);
  for (const one of given.options ?? []) {
    if (one.type === 3) builder.addStringOption(option(one));
    else if (one.type === 5) builder.addBooleanOption(option(one));
    else throw new Error(`no option of type ${one.type} here`);
  }
  return builder.toJSON();
}

function button(given) {
  const builder = new ButtonBuilder().setStyle(given.style);
  if (has(given.custom_id)) builder.setCustomId(given.custom_id);
  if (has(given.label)) builder.setLabel(given.label);
  if (has(given.url)) builder.setURL(given.url);
  if (has(given.disabled)) builder.setDisabled(given.disabled);
  return builder;
}

function menu(given) {
  const builder = new StringSelectMenuBuilder().setCustomId(given.custom_id);
  if (has(given.placeholder)) builder.setPlaceholder(given.placeholder);
  if (has(given.disabled)) builder.setDisabled(given.disabled);
  return builder.addOptions(given.options.map((one) => {
    const item = new StringSelectMenuOptionBuilder().setLabel(one.label).setValue(one.value);
    if (has(one.description)) item.setDescription(one.description);
    if (has(one.default)) item.setDefault(one.default);
    return item;
  }));
}

function row(given) {
  ActionRowBuilder.from(given).toJSON();
  return new ActionRowBuilder().addComponents(given.components.map((one) => (one.type === 2 ? button(one) : menu(one)))).toJSON();
}

function verdict(build, given) {
  try {
    return keeps(given, build(given)) ? "accepted" : `changed: ${JSON.stringify(build(given))}`;
  } catch (error) {
    return `refused: ${error.message}`;
  }
}

export async function judge([file], read) {
  const { commands = [], rows = [] } = JSON.parse(read(file));
  return { commands: commands.map((one) => verdict(command, one)), rows: rows.map((one) => verdict(row, one)) };
}
