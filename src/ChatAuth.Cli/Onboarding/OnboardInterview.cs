using ChatAuth.Cli.Hosting;
using ChatAuth.Cli.Models;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Onboarding;

/// <summary>Asks what the command line does not answer, and nothing that has only one answer. Nothing is changed meanwhile.</summary>
internal sealed class OnboardInterview(CliHost host, OnboardArguments given, Found found)
{
    private readonly ModelCatalog _catalog = host.Get<ChatAuthSettings>().Catalog;
    private readonly List<string> _unanswered = [];

    /// <summary>The options that would have answered; nobody could be asked.</summary>
    public IReadOnlyList<string> Unanswered => _unanswered;

    /// <summary>Asks.</summary>
    /// <exception cref="OperationCanceledException">A person does not want to go on.</exception>
    /// <exception cref="ChatAuthException">What was typed cannot be used.</exception>
    public async Task<OnboardPlan> RunAsync(CancellationToken cancellationToken)
    {
        var plan = new OnboardPlan
        {
            TakesClawdbot = found.HasNewOfClawdbot && await AnswerAsync(
                given.Clawdbot is null ? null : true, "--from-clawdbot", "Take over what Clawdbot has and this installation has not?", usual: true, cancellationToken).ConfigureAwait(false),
            Keys = found.NewKeys.Count > 0 && await AnswerAsync(
                given.StoresEnvironment, "--use-env or --keep-env", $"Store {Names(found.NewKeys)}, for a daemon that runs without this environment?", usual: true, cancellationToken).ConfigureAwait(false)
                ? found.NewKeys : [],
            Model = ReadModel(given.Model),
        };
        var accepted = await AcceptAsync(cancellationToken).ConfigureAwait(false);
        plan = plan with { Accepted = accepted, Declined = [.. found.Logins.Where(login => login.IsOpen).Select(login => login.Source).Except(accepted)] };
        if (given.KeyProvider is { } provider) plan = plan with { Given = await ReadKeyAsync(provider, cancellationToken).ConfigureAwait(false) };
        return await CompleteAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    private bool CanAsk => host.Input.IsTerminal && !host.Json;

    private static string Names(IReadOnlyList<StoredCredential> keys) => keys is [var only] ? $"the key for {only.Provider}" : $"the keys for {string.Join(", ", keys.Select(key => key.Provider))}";

    private async Task<bool> AnswerAsync(bool? answer, string option, string question, bool usual, CancellationToken cancellationToken)
    {
        if (answer is { } said) return said;
        if (given.TakesDefaults) return usual;
        if (CanAsk) return await Question.AskAsync(host, question, usual, cancellationToken).ConfigureAwait(false);
        _unanswered.Add(option);
        return usual;
    }

    /// <summary>By default nobody's login is spent without a word: it can be pinned in any case.</summary>
    private async Task<IReadOnlyList<ICredentialSource>> AcceptAsync(CancellationToken cancellationToken)
    {
        var accepted = new List<ICredentialSource>();
        foreach (var login in found.Logins)
        {
            if (given.Accepted.Contains(login.Source.Name) ? login.Said is not { Accepted: true } : login.IsOpen && await AnswerAsync(
                given.Accepted.Count > 0 ? false : null, $"--accept {login.Source.Name} or --accept none",
                $"May the login of {login.Source.Program} be chosen automatically? It can be pinned in any case.", usual: false, cancellationToken).ConfigureAwait(false))
                accepted.Add(login.Source);
        }
        return accepted;
    }

    /// <summary>Somebody should be able to pay for the default model: else another model is offered, else a key is asked for.</summary>
    private async Task<OnboardPlan> CompleteAsync(OnboardPlan plan, CancellationToken cancellationToken)
    {
        var model = plan.Model ?? (plan.TakesClawdbot ? found.Clawdbot?.Settings.Default : null) ?? _catalog.Default;
        var payers = Providers(plan).ToList();
        if (payers.Contains(model.Provider)) return plan;
        var other = plan.Model is null ? _catalog.Models.FirstOrDefault(listed => payers.Contains(listed.Ref.Provider))?.Ref : null;
        if (other is { } offered && await AnswerAsync(
            null, "--model", $"Nobody here can pay for {model}. Make {offered} the default model?", usual: true, cancellationToken).ConfigureAwait(false))
            return plan with { Model = offered };
        if (given.TakesDefaults || plan.Given is not null) return plan;
        if (CanAsk) return plan with { Given = await ReadKeyAsync(model.Provider, cancellationToken).ConfigureAwait(false) };
        if (_unanswered.Count == 0) _unanswered.Add("--api-key-provider");
        return plan;
    }

    private IEnumerable<ProviderId> Providers(OnboardPlan plan) =>
    [
        .. found.Stored.Where(stored => found.Logins.All(login => login.Source.Profile != stored.Id)).Select(stored => stored.Provider),
        .. found.Environment.Select(key => key.Provider),
        .. found.Logins.Where(login => login.Said is { Accepted: true } || plan.Accepted.Contains(login.Source)).Select(login => login.Source.Profile.Provider),
        .. plan.TakesClawdbot ? found.NewAccounts.Where(agent => agent.Agent.IsMain).SelectMany(agent => agent.Accounts).Select(account => account.Entry.Provider) : [],
        .. plan.Given is { } key ? [key.Provider] : Array.Empty<ProviderId>(),
    ];

    private ModelRef? ReadModel(string? typed)
    {
        if (typed is null) return null;
        return TypedModel.Find(_catalog, typed, out var model) is { } wrong ? throw new ChatAuthException(wrong, "--model") : model;
    }

    /// <summary>Enter alone is no key: where the flag did not ask for one, that is an answer.</summary>
    private async Task<StoredCredential?> ReadKeyAsync(ProviderId provider, CancellationToken cancellationToken)
    {
        var typed = await HiddenPrompt.ReadAsync(host, given.KeyProvider is null ? $"An API key for {provider} (Enter for none)" : $"The API key for {provider}", cancellationToken).ConfigureAwait(false);
        if (given.KeyProvider is null && string.IsNullOrWhiteSpace(typed)) return null;
        if (SecretInput.Read(typed, provider, isToken: false, out var secret) is { } fault) throw new ChatAuthException(fault);
        return new StoredCredential(new ProfileId(provider, "default"), provider, new Credential.ApiKey(secret))
        {
            Origin = EndpointOrigin.Of(provider, _catalog.FindEndpoint(provider)?.BaseUrl),
        };
    }
}
