using ChatAuth.Core.Errors;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Enumerations as they are stored: by name, in kebab case, so that their order in the code means nothing.</summary>
internal static class StoredName
{
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.OfValue[value];

    /// <exception cref="FormatException">No value has that name.</exception>
    public static T Parse<T>(string name) where T : struct, Enum =>
        Names<T>.OfName.TryGetValue(name, out var value) ? value : throw new FormatException("No such name.");

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> OfValue = Enum.GetValues<T>().ToDictionary(value => value, Kebab.Of);
        public static readonly Dictionary<string, T> OfName = OfValue.ToDictionary(entry => entry.Value, entry => entry.Key);
    }
}
