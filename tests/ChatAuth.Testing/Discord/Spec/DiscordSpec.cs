using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Spec;

/// <summary>
/// Discord's machine readable description: holds what an application sends against it, and what the fake answers. It describes no
/// interactions as they are sent to applications; of those only the parts with a schema are held against it. Thread-safe.
/// </summary>
public sealed class DiscordSpec
{
    private readonly JsonElement _root;
    private readonly ConcurrentDictionary<string, JsonElement?> _operations = [];
    private readonly DiscordSchema _sent;
    private readonly DiscordSchema _told;

    private DiscordSpec(JsonElement root)
    {
        _root = root;
        _sent = new DiscordSchema(root, unknownIsWrong: true);
        _told = new DiscordSchema(root, unknownIsWrong: false);
    }

    /// <summary>The specification beside the repository; null where there is none: then nothing is checked, and who relies on it says so.</summary>
    public static DiscordSpec? Find() => Beside.Value;

    private static Lazy<DiscordSpec?> Beside { get; } = new(() =>
        Repository.PathOf("../shared/specs/discord-openapi.json") is var path && File.Exists(path) ? Parse(File.ReadAllText(path)) : null);

    public static DiscordSpec Parse(string json) => new(JsonDocument.Parse(json).RootElement);

    /// <summary>What is wrong with the body of a request, fields that Discord would overlook included; empty for nothing.</summary>
    /// <param name="route">As in <see cref="FakeDiscordRoutes"/>.</param>
    /// <param name="body">Null for none.</param>
    /// <param name="overlookUnknown">Fields that Discord would overlook are left out.</param>
    public IReadOnlyList<string> CheckRequest(string route, JsonNode? body, bool overlookUnknown = false)
    {
        if (Operation(route) is not { } operation) return [$"{route}: no such request"];
        if (!operation.TryGetProperty("requestBody", out var form)) return body is null ? [] : [$"{route}: takes no body"];
        return [.. (overlookUnknown ? _told : _sent).Check(route, SchemaOf(form)!.Value, body)];
    }

    /// <summary>What is wrong with an answer of the fake; empty for nothing.</summary>
    public IReadOnlyList<string> CheckAnswer(string route, int status, JsonNode? body)
    {
        // The tree below "errors" is not judged: the description wants numbers there where Discord sends words such as BASE_TYPE_MAX_LENGTH.
        if (status >= 400) return CheckPart(status == 429 ? "RatelimitedResponse" : "Error", body);
        if (Operation(route) is not { } operation || !operation.GetProperty("responses").TryGetProperty($"{status}", out var answer))
        {
            return [$"{route}: never answers {status}"];
        }
        if (SchemaOf(answer) is { } schema) return [.. _told.Check($"{route} {status}", schema, body)];
        return body is null ? [] : [$"{route} {status}: has no body"];
    }

    /// <summary>What is wrong with an object of a schema, fields that it does not have overlooked; empty for nothing.</summary>
    public IReadOnlyList<string> CheckPart(string schema, JsonNode? value) => [.. _told.CheckNamed(schema, value)];

    /// <summary>What is wrong with an object of a schema, fields that it does not have included; empty for nothing.</summary>
    public IReadOnlyList<string> CheckExactly(string schema, JsonNode? value) => [.. _sent.CheckNamed(schema, value)];

    private JsonElement? Operation(string route) => _operations.GetOrAdd(route, FindOperation);

    private JsonElement? FindOperation(string route) =>
        route.Split(' ') is [var verb, var path]
        && _root.GetProperty("paths").TryGetProperty(path, out var verbs)
        && verbs.TryGetProperty(verb.ToLowerInvariant(), out var operation)
            ? operation
            : null;

    private static JsonElement? SchemaOf(JsonElement body) =>
        body.TryGetProperty("content", out var content) ? content.GetProperty("application/json").GetProperty("schema") : null;
}
