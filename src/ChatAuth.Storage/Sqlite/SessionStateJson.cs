using System.Text.Json;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Storage.Sqlite;

/// <summary>A conversation's state as its row keeps it.</summary>
internal static class SessionStateJson
{
    public static string Write(SessionState state) => StoredJson.Write(json =>
    {
        json.WriteString("choice", state.ChoiceId.ToString());
        ChoiceJson.WriteParts(json, state.Model, state.Pins, state.Follows);
        json.Text("acknowledged", state.Acknowledged?.Text);
        if (state.LastTyped is { } typed)
        {
            json.WriteString("typed-in", typed.Chat);
            json.WriteNumber("typed", typed.Number);
        }
        json.Array("consents", state.Consents, (item, consent) =>
        {
            item.WriteString("scope", StoredName.Of(consent.Scope));
            item.WriteString("by", consent.By.ToString());
            WriteQuestion(item, consent.Question);
        });
        json.Array("questions", state.Questions, (item, entry) =>
        {
            item.WriteString("person", entry.Person.ToString());
            WriteQuestion(item, entry.Question);
        });
    });

    /// <exception cref="FormatException">A field is not of its form.</exception>
    public static SessionState Read(string text) => StoredJson.Read(text, json => new SessionState
    {
        ChoiceId = ChoiceId.Parse(json.Text("choice")),
        Model = ChoiceJson.ReadModel(json),
        Pins = ChoiceJson.ReadPins(json),
        Follows = json.Flag("follows"),
        Acknowledged = json.TextOrNull("acknowledged") is { } payer ? new Payer(payer) : null,
        LastTyped = json.TextOrNull("typed-in") is { } chat ? new MessageNumber(chat, json.GetProperty("typed").GetInt64()) : null,
        Consents = [.. json.Array("consents", item =>
            new Consent(ReadQuestion(item), StoredName.Parse<ConsentScope>(item.Text("scope")), StoredText.Person(item.Text("by"))))],
        Questions = [.. json.Array("questions", item => (StoredText.Person(item.Text("person")), ReadQuestion(item)))],
    });

    private static void WriteQuestion(Utf8JsonWriter json, OpenQuestion question)
    {
        json.WriteString("kind", StoredName.Of(question.Kind));
        json.Text("from", question.From?.Text);
        json.WriteString("to", question.To.Text);
        json.WriteString("profile", question.Profile.ToString());
        json.WriteString("choice", question.Choice.ToString());
        json.WriteString("cause", question.Cause);
        json.Time("at", question.At);
    }

    private static OpenQuestion ReadQuestion(JsonElement json) => new(
        StoredName.Parse<QuestionKind>(json.Text("kind")),
        json.TextOrNull("from") is { } from ? new Payer(from) : null,
        new Payer(json.Text("to")),
        StoredText.Profile(json.Text("profile")),
        ChoiceId.Parse(json.Text("choice")),
        json.Text("cause"),
        json.Time("at"));
}
