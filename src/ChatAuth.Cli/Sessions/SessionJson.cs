using System.Text.Json;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Sessions;

/// <summary>Conversations as JSON. Payers stay out: they are for comparison only.</summary>
internal static class SessionJson
{
    public static void Write(Utf8JsonWriter json, Session session)
    {
        json.WriteString("key", session.Key.ToString());
        json.WriteNumber("version", session.Version);
        json.WriteMoment("updatedAt", session.UpdatedAt);
        json.WriteBoolean("follows", session.State.Follows);
        WriteModel(json, session.State.Model);
        WritePins(json, session.State.Pins);
    }

    public static void WriteHistory(Utf8JsonWriter json, IReadOnlyList<HistoryEntry> entries)
    {
        json.WriteStartArray("history");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteNumber("id", entry.Id);
            json.WriteMoment("at", entry.At);
            json.WriteString("event", entry.Event);
            json.WriteString("by", entry.By?.ToString());
            json.WriteString("cause", entry.Cause?.ToString());
            if (entry.Undoes is { } undone) json.WriteNumber("undoes", undone);
            WriteModel(json, entry.After.Model);
            WritePins(json, entry.After.Pins);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteModel(Utf8JsonWriter json, ModelChoice model)
    {
        json.WriteString("model", model.Selected?.ToString());
        if (model.Until is not null) json.WriteMoment("modelUntil", model.Until);
    }

    private static void WritePins(Utf8JsonWriter json, PinTable pins)
    {
        json.WriteStartArray("pins");
        foreach (var (provider, pin) in pins)
        {
            json.WriteStartObject();
            json.WriteString("provider", provider.Name);
            json.WriteString("state", Kebab.Of(pin.GetType().Name));
            json.WriteString("profileId", pin.Named?.ToString());
            if (pin.OfPerson is { } pinned)
            {
                json.WriteString("by", pinned.By.ToString());
                json.WriteMoment("until", pinned.Until);
            }
            if (pin is PinState.PinBroken broken) json.WriteString("reason", Kebab.Of(broken.Reason));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
