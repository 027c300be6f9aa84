using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Values read back from their canonical texts; what is not of its form is damage, and told by a <see cref="FormatException"/>.</summary>
internal static class StoredText
{
    public static Person Person(string text) =>
        Core.Access.Person.TryParse(text, out var person) ? person : throw new FormatException("A stored person is not of its form.");

    public static SessionKey Session(string text) =>
        SessionKey.TryParse(text, out var key) ? key : throw new FormatException("A stored conversation is not of its form.");

    public static ConversationPattern Conversation(string text) =>
        ConversationPattern.TryParse(text, out var pattern) ? pattern : throw new FormatException("A stored pattern is not of its form.");

    public static ModelRef Model(string text) => ModelRef.Parse(text);

    public static ProfileId Profile(string text) => ProfileId.Parse(text);
}
