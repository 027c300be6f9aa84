using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Models;

/// <summary>The catalog and profiles that the tests of texts share.</summary>
internal static class Known
{
    public static ModelCatalog Catalog { get; } = CatalogOf(null);

    public static ModelRef Opus { get; } = ModelRef.Parse("anthropic/claude-opus-5");

    public static ModelRef Gpt { get; } = ModelRef.Parse("openai/gpt-6");

    public static IReadOnlyList<KnownProfile> Profiles { get; } =
        [Profile("anthropic:work"), Profile("anthropic:me@example.com"), Profile("openai:key"), Profile("google:me+tag@example.com")];

    public static ModelCatalog CatalogOf(params ModelRef[]? allowed) => new(
        [
            Model("anthropic/claude-opus-5", "opus", "list"),
            Model("anthropic/claude-sonnet-5", "sonnet"),
            Model("anthropic/shared"),
            Model("openai/gpt-6", "gpt"),
            Model("openai/shared"),
            Model("openai/gpt@latest"),
            Model("google/gemini-4", "gemini"),
        ],
        ModelRef.Parse("anthropic/claude-sonnet-5"), [], allowed);

    public static CatalogModel Model(string text, params string[] aliases) => new(ModelRef.Parse(text), aliases);

    public static KnownProfile Profile(string id, string? provider = null) =>
        new(ProfileId.Parse(id), provider is null ? ProfileId.Parse(id).Provider : ProviderId.Parse(provider));
}
