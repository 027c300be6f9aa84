using System.Text.Json.Serialization;

namespace ChatAuth.Channels.Discord;

/// <summary>How an application is read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DiscordApplication))]
internal sealed partial class DiscordApplicationJson : JsonSerializerContext;
