using System.Text.Json;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Storage.Sqlite;

/// <summary>A choice as the history keeps it, and its parts as a state has them.</summary>
internal static class ChoiceJson
{
    public static string Write(Choice choice) =>
        StoredJson.Write(json => WriteParts(json, choice.Model, choice.Pins, choice.Follows));

    public static Choice Read(string text) =>
        StoredJson.Read(text, json => new Choice(ReadModel(json), ReadPins(json), json.Flag("follows")));

    public static void WriteParts(Utf8JsonWriter json, ModelChoice model, PinTable pins, bool follows)
    {
        if (model != ModelChoice.Default) json.Object("model", model, WriteModel);
        json.Array("pins", pins, (item, pin) =>
        {
            item.WriteString("provider", pin.Key.Name);
            WritePin(item, pin.Value);
        });
        if (follows) json.WriteBoolean("follows", true);
    }

    public static ModelChoice ReadModel(JsonElement json) => json.Object("model", ReadSelection) ?? ModelChoice.Default;

    public static PinTable ReadPins(JsonElement json) => json
        .Array("pins", pin => (Provider: ProviderId.Parse(pin.Text("provider")), State: ReadPin(pin)))
        .Aggregate(PinTable.Empty, (table, pin) => table.With(pin.Provider, pin.State));

    private static void WriteModel(Utf8JsonWriter json, ModelChoice model)
    {
        json.Text("selected", model.Selected?.ToString());
        if (model.IsUnlisted) json.WriteBoolean("unlisted", true);
        json.Time("until", model.Until);
        json.Object("then", model.Then, WriteModel);
    }

    private static ModelChoice ReadSelection(JsonElement json) => new(
        json.TextOrNull("selected") is { } selected ? StoredText.Model(selected) : null,
        json.TimeOrNull("until"),
        json.Object("then", ReadSelection)) { IsUnlisted = json.Flag("unlisted") };

    private static void WritePin(Utf8JsonWriter json, PinState state)
    {
        switch (state)
        {
            case PinState.Unpinned:
                json.WriteString("pin", "none");
                break;
            case PinState.AutoPinned auto:
                json.WriteString("pin", "auto");
                json.WriteString("profile", auto.Profile.ToString());
                json.WriteString("payer", auto.Payer.Text);
                break;
            case PinState.UserPinned pin:
                json.WriteString("pin", "user");
                WriteUserPin(json, pin);
                break;
            case PinState.PinBroken broken:
                json.WriteString("pin", "broken");
                WriteUserPin(json, broken.Pin);
                json.WriteString("reason", StoredName.Of(broken.Reason));
                json.Time("since", broken.Since);
                json.Text("refused", broken.RefusedRevision);
                break;
        }
    }

    private static PinState ReadPin(JsonElement json) => json.Text("pin") switch
    {
        "none" => PinState.Unpinned.Instance,
        "auto" => new PinState.AutoPinned(StoredText.Profile(json.Text("profile")), new Payer(json.Text("payer"))),
        "user" => ReadUserPin(json),
        "broken" => new PinState.PinBroken(ReadUserPin(json), StoredName.Parse<PinBreak>(json.Text("reason")), json.Time("since"))
        {
            RefusedRevision = json.TextOrNull("refused"),
        },
        _ => throw new FormatException("No such pin."),
    };

    private static void WriteUserPin(Utf8JsonWriter json, PinState.UserPinned pin)
    {
        json.WriteString("profile", pin.Profile.ToString());
        json.WriteString("payer", pin.Payer.Text);
        json.WriteString("by", pin.By.ToString());
        json.Time("until", pin.Until);
        json.Object("then", pin.Then, WritePin);
    }

    private static PinState.UserPinned ReadUserPin(JsonElement json) => new(
        StoredText.Profile(json.Text("profile")), new Payer(json.Text("payer")), StoredText.Person(json.Text("by")),
        json.TimeOrNull("until"), json.Object("then", ReadPin));
}
