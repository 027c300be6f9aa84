using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Forms;

/// <summary>Reads the rows of a message: buttons and menus of texts.</summary>
internal sealed class ComponentForm(DiscordForm form)
{
    private const int Row = 1;
    private const int Button = 2;
    private const int Menu = 3;
    private const int Link = 5;

    private readonly HashSet<string> _customIds = [];
    private int _number;

    public DiscordMessageContent Read(JsonNode? components, DiscordMessageContent content)
    {
        var json = components?.DeepClone() as JsonArray ?? [];
        var rows = form.Objects(json, "components", 0, FakeDiscordLimits.Rows);
        return content with { Components = json, Rows = [.. rows.Select((row, index) => ReadRow(row, $"components.{index}"))] };
    }

    private IReadOnlyList<FakeDiscordComponent> ReadRow(JsonObject row, string path)
    {
        row["id"] = ++_number;
        if (DiscordForm.Number(row, "type") != Row) form.Add($"{path}.type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
        var components = form.Objects(row["components"], $"{path}.components", 1, FakeDiscordLimits.Buttons);
        if (components.Count > 1 && components.Any(component => DiscordForm.Number(component, "type") != Button))
        {
            form.Add($"{path}.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
        }
        return [.. components.Select((component, index) => Read(component, $"{path}.components.{index}"))];
    }

    private FakeDiscordComponent Read(JsonObject component, string path)
    {
        component["id"] = ++_number;
        var type = DiscordForm.Number(component, "type");
        if (type is not (Button or Menu))
        {
            form.Add($"{path}.type", "UNION_TYPE_CHOICES", "The fake knows buttons (2) and menus of texts (3).");
        }
        var shown = new FakeDiscordComponent(type) { Number = _number, IsDisabled = DiscordForm.IsTrue(component, "disabled") };
        return type == Menu ? ReadMenu(component, path, shown) : ReadButton(component, path, shown);
    }

    private FakeDiscordComponent ReadButton(JsonObject button, string path, FakeDiscordComponent shown)
    {
        var style = DiscordForm.Number(button, "style");
        if (style is < 1 or > Link) form.Add($"{path}.style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5}.");
        var label = form.Text(button, "label", path, 0, FakeDiscordLimits.Label);
        if ($"{button["label"]}".Length == 0 && button["emoji"] is null)
        {
            form.Add(path, "BUTTON_COMPONENT_INVALID", "A button needs a label or an emoji.");
        }
        return shown with
        {
            Style = style,
            Label = label,
            Url = style == Link ? ReadUrl(button, path) : NoUrl(button, path),
            CustomId = style == Link ? NoCustomId(button, path) : ReadCustomId(button, path),
        };
    }

    private string? ReadUrl(JsonObject button, string path)
    {
        var url = form.Text(button, "url", path, 1, FakeDiscordLimits.Url, required: true);
        if (url is null || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "discord"))
        {
            return url;
        }
        form.Add($"{path}.url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https', 'discord').");
        return null;
    }

    private string? NoUrl(JsonObject button, string path)
    {
        if (button["url"] is not null) form.Add($"{path}.url", "BUTTON_COMPONENT_INVALID_URL", "Only a link button has a url.");
        return null;
    }

    private string? NoCustomId(JsonObject button, string path)
    {
        if (button["custom_id"] is not null)
        {
            form.Add($"{path}.custom_id", "BUTTON_COMPONENT_INVALID_CUSTOM_ID", "A link button has no custom id.");
        }
        return null;
    }

    private FakeDiscordComponent ReadMenu(JsonObject menu, string path, FakeDiscordComponent shown)
    {
        menu["min_values"] ??= 1;
        menu["max_values"] ??= 1;
        var values = new HashSet<string>();
        var options = form.Objects(menu["options"], $"{path}.options", 1, FakeDiscordLimits.Options)
            .Select((option, index) => ReadOption(option, $"{path}.options.{index}", values)).ToList();
        if (options.Count(option => option.IsDefault) > DiscordForm.Number(menu, "max_values"))
        {
            form.Add($"{path}.options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values");
        }
        var placeholder = form.Text(menu, "placeholder", path, 0, FakeDiscordLimits.Placeholder);
        return shown with { CustomId = ReadCustomId(menu, path), Placeholder = placeholder, Options = options };
    }

    private FakeDiscordOption ReadOption(JsonObject option, string path, HashSet<string> values)
    {
        var label = form.Text(option, "label", path, 1, FakeDiscordLimits.OptionText, required: true) ?? "";
        var value = form.Text(option, "value", path, 1, FakeDiscordLimits.OptionText, required: true);
        if (value is not null && !values.Add(value))
        {
            form.Add($"{path}.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
        }
        var description = form.Text(option, "description", path, 0, FakeDiscordLimits.OptionText);
        return new FakeDiscordOption(label, value ?? "", description, DiscordForm.IsTrue(option, "default"));
    }

    private string? ReadCustomId(JsonObject component, string path)
    {
        var customId = form.Text(component, "custom_id", path, 1, FakeDiscordLimits.CustomId, required: true);
        if (customId is not null && !_customIds.Add(customId))
        {
            form.Add($"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
        return customId;
    }
}
