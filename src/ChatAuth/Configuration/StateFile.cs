using System.Text.Json;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Configuration;

/// <summary>The layer <c>chatauth.json</c> of the state directory, which the command line writes.</summary>
internal static class StateFile
{
    /// <summary>Its name.</summary>
    public const string Name = "chatauth.json";

    /// <summary>The directory is found before the file, and the file may be read by everybody.</summary>
    private static readonly string[] Elsewhere = ["Storage:StateDirectory", NamedSecret.TelegramToken.Key, NamedSecret.WebhookSecret.Key, NamedSecret.DiscordToken.Key];

    /// <summary>Its path.</summary>
    public static string PathIn(string stateDirectory) => Path.Combine(stateDirectory, Name);

    /// <summary>What stands under <c>ChatAuth</c> in it; nothing when there is no file.</summary>
    /// <exception cref="ChatAuthException">It cannot be read, others could have written it, or it is not what it must be. Nothing of its content is said.</exception>
    public static ConfigurationNode Read(string stateDirectory)
    {
        try
        {
            return new StateDirectory(stateDirectory).ReadOwned(Name) is { } bytes ? Parse(bytes, stateDirectory) : ConfigurationNode.Nothing;
        }
        catch (ChatAuthException error) when (error.Code == ErrorCode.StoreUnreadable)
        {
            throw Invalid(PathIn(stateDirectory), "cannot be read");
        }
    }

    /// <summary>What stands under <c>ChatAuth</c> in its text.</summary>
    /// <exception cref="ChatAuthException">It is not what it must be. Nothing of its content is said.</exception>
    public static ConfigurationNode Parse(byte[] bytes, string stateDirectory)
    {
        var path = PathIn(stateDirectory);
        try
        {
            using var stream = new MemoryStream(bytes);
            var file = ConfigurationLayers.LoadJson(stream);
            if (file.GetChildKeys([], null).Any(key => !key.Equals(ConfigurationLayers.Section, StringComparison.OrdinalIgnoreCase)))
                throw Invalid(path, $"every key must stand under {ConfigurationLayers.Section}");
            var layer = ConfigurationNode.Read(file, ConfigurationLayers.Section);
            foreach (var key in Elsewhere)
            {
                if (layer.Find(key.Split(':')) is not null) throw Invalid(path, $"{key} must not be set here");
            }
            return layer;
        }
        catch (JsonException error)
        {
            throw Invalid($"{path}, line {error.LineNumber + 1}", "not valid JSON");
        }
        catch (FormatException)
        {
            throw Invalid(path, "must be one JSON object in which no key stands twice");
        }
    }

    /// <summary>Without the cause: a parser's message repeats what it could not read.</summary>
    private static ChatAuthException Invalid(string place, string requirement) =>
        new(ErrorCode.ConfigurationInvalid, $"{place}: {requirement}");
}
