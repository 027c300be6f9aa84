using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Telemetry;

/// <summary>The words of tags: closed vocabularies, and what the configuration itself names. What a person typed or a store holds beyond that is <see cref="Other"/>.</summary>
internal sealed class TagWords(ChatAuthSettings settings)
{
    public const string Other = "other";

    public string Of(ProviderId provider) => settings.Catalog.Providers.Contains(provider) || settings.OAuth.ContainsKey(provider) ? provider.Name : Other;

    public string Of(ModelRef model) =>
        settings.Catalog.Find(model) is not null || model == settings.Catalog.Default || settings.Catalog.Fallbacks.Contains(model) ? model.Model : Other;

    public static string Of(ModelCommand command) => Kebab.Of(command.GetType().Name);

    public static string Of(SessionEvent happened) => Kebab.Of(happened.GetType().Name);

    public static string Of(RefreshOutcome outcome) => outcome.Problem?.Id ?? Kebab.Of(outcome.GetType().Name);

    /// <summary>The answer to a question; null is no.</summary>
    public static string Of(ConsentScope? answer) => answer is { } scope ? Kebab.Of(scope) : "deny";
}
