using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Forms;

/// <summary>Reads completions.</summary>
internal static class CompletionForm
{
    public static IReadOnlyList<FakeDiscordChoice> Read(JsonObject data)
    {
        var form = new DiscordForm("data");
        if (data["choices"] is null) form.Required("choices");
        var choices = form.Objects(data["choices"], "choices", 0, FakeDiscordLimits.Choices).Select((choice, index) => new FakeDiscordChoice(
            form.Text(choice, "name", $"choices.{index}", 1, FakeDiscordLimits.ChoiceText, required: true) ?? "",
            form.Text(choice, "value", $"choices.{index}", 1, FakeDiscordLimits.ChoiceText, required: true) ?? "")).ToList();
        form.ThrowIfBad();
        return choices;
    }
}
