using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatAuth.Testing.Discord.Forms;

/// <summary>Holds slash commands against what Discord registers.</summary>
/// <param name="isGuild">They are a guild's own.</param>
/// <param name="installable">How the application can be installed: 0 in guilds, 1 by users.</param>
internal sealed partial class CommandForm(bool isGuild, IReadOnlyList<int> installable)
{
    private const int UserInstall = 1;
    private const int PrivateChannel = 2;
    private const int LastOptionType = 11;

    private readonly DiscordForm _form = new();

    /// <exception cref="DiscordRefusal">A command is bad, or two have one name.</exception>
    public void CheckAll(IReadOnlyList<JsonObject> commands)
    {
        for (var i = 0; i < commands.Count; i++) Check(commands[i], $"{i}");
        var names = new HashSet<string>();
        for (var i = 0; i < commands.Count; i++)
        {
            if (!names.Add($"{commands[i]["name"]}")) _form.Add($"{i}", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }
        _form.ThrowIfBad();
    }

    /// <exception cref="DiscordRefusal">It is bad.</exception>
    public void CheckOne(JsonObject command)
    {
        Check(command, "");
        _form.ThrowIfBad();
    }

    private void Check(JsonObject command, string path)
    {
        CheckNames(command, path);
        CheckPlaces(command, path);
        var options = _form.Objects(command["options"], $"{path}.options", 0, FakeDiscordLimits.CommandOptions);
        for (var i = 0; i < options.Count; i++) CheckOption(options[i], $"{path}.options.{i}");
        CheckOrder(options, path);
        if (CommandSize.Of(command) > FakeDiscordLimits.CommandSize)
        {
            _form.Add(path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({FakeDiscordLimits.CommandSize})");
        }
    }

    private void CheckNames(JsonObject command, string path)
    {
        var name = _form.Text(command, "name", path, 1, FakeDiscordLimits.CommandName, required: true);
        if (name is not null && (!Name().IsMatch(name) || name.Any(char.IsUpper)))
        {
            _form.Add($"{path}.name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        _form.Text(command, "description", path, 1, FakeDiscordLimits.CommandDescription, required: true);
    }

    private void CheckPlaces(JsonObject command, string path)
    {
        foreach (var field in new[] { "contexts", "integration_types" }.Where(field => isGuild && command[field] is not null))
        {
            _form.Add($"{path}.{field}", "APPLICATION_COMMAND_GUILD_FIELD_INVALID", "A guild's command cannot have this field.");
        }
        var types = Numbers(command["integration_types"]) ?? installable;
        if (types.Except(installable).Any())
        {
            _form.Add($"{path}.integration_types", "APPLICATION_COMMAND_INTEGRATION_TYPE_INVALID", "The application cannot be installed so.");
        }
        if (Numbers(command["contexts"])?.Contains(PrivateChannel) is true && !types.Contains(UserInstall))
        {
            _form.Add($"{path}.contexts", "APPLICATION_COMMAND_CONTEXT_INVALID", "PRIVATE_CHANNEL needs USER_INSTALL.");
        }
    }

    private void CheckOption(JsonObject option, string path)
    {
        CheckNames(option, path);
        if (option["type"] is not JsonValue type || !type.TryGetValue(out int number) || number is < 1 or > LastOptionType)
        {
            _form.Required($"{path}.type");
        }
        var choices = _form.Objects(option["choices"], $"{path}.choices", 0, FakeDiscordLimits.Choices);
        for (var i = 0; i < choices.Count; i++) _form.Text(choices[i], "name", $"{path}.choices.{i}", 1, FakeDiscordLimits.ChoiceText, required: true);
        if (DiscordForm.IsTrue(option, "autocomplete") && choices.Count > 0)
        {
            _form.Add($"{path}.choices", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", "An option that is completed cannot have choices.");
        }
    }

    private void CheckOrder(IReadOnlyList<JsonObject> options, string path)
    {
        var required = options.Select(option => DiscordForm.IsTrue(option, "required")).ToList();
        if (required.LastIndexOf(true) > required.IndexOf(false) && required.Contains(false))
        {
            var at = $"{path}.options.{required.LastIndexOf(true)}";
            _form.Add(at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
        }
        if (options.Select(option => $"{option["name"]}").Distinct().Count() < options.Count)
        {
            _form.Add($"{path}.options", "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique");
        }
    }

    private static List<int>? Numbers(JsonNode? list) => (list as JsonArray)?.Select(number => number!.GetValue<int>()).ToList();

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex Name();
}
