using ChatAuth.Core.Access;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>One message with everything it is decided on but the conversation itself: the roster, the configuration, the rights.</summary>
internal sealed class Turn(
    CommandContext context, ProfileRoster roster, RosterSource source, ChatAuthSettings settings, AccessPolicy access, ButtonSigner buttons, CatalogSource? catalogs = null)
{
    /// <summary>Whose message it is, and where.</summary>
    public CommandContext Context => context;

    /// <summary>The agent's profiles.</summary>
    public ProfileRoster Roster => roster;

    /// <summary>The models: those of the configuration, and what vendors offer to the profiles that this person may use here.</summary>
    public ModelCatalog Catalog { get; } = catalogs?.For(roster, context.Asker) ?? settings.Catalog;

    /// <summary>What stands before <c>chatauth</c> in commands for the host.</summary>
    public string HostCommandPrefix => settings.HostCommandPrefix;

    /// <summary>The profiles that this person may use here; the others do not exist for them.</summary>
    public IReadOnlyList<KnownProfile> Visible => field ??= [.. roster.All
        .Where(entry => entry.Profile.Audience.Admits(context.Asker))
        .Select(entry => new KnownProfile(entry.Profile.Id, entry.Profile.Provider))];

    /// <summary>The accounts at a provider that this person may use here.</summary>
    public IEnumerable<AuthProfile> AccountsOf(ProviderId provider) =>
        roster.For(provider).Select(entry => entry.Profile).Where(profile => profile.Audience.Admits(context.Asker));

    /// <summary>Whether the next use of a profile is the trial after its rest.</summary>
    public bool NeedsTrial(AuthProfile profile, DateTimeOffset now) =>
        roster.FindEntry(profile.Id)!.Health.NeedsTrial(now, settings.Cooldowns.FailureWindow);

    /// <summary>Whether a login cannot be refreshed any more, so that somebody has to sign in, whatever a vendor says of its access token.</summary>
    public bool NeedsSignIn(ProfileId id) => roster.Find(id)?.Refresh is RefreshState.Refused;

    /// <summary>The words that readers of this reply may see.</summary>
    public ReplyDisplay Display => new(this);

    /// <summary>The same message, answered to all who are there.</summary>
    public Turn ToAll() => new(context with { ReplyVisibility = Visibility.Public, HasButtons = false }, roster, source, settings, access, buttons, catalogs);

    /// <summary>What the button of an action carries.</summary>
    public string Sign(ReplyAction action, int slot, ChoiceId choice, ButtonTarget target) => buttons.Sign(
        context.Asker, new ButtonToken(action.Kind, (byte)slot, buttons.Now, (int)(action.Span?.TotalMinutes ?? 0), choice, target));

    /// <summary>Whether this person may see the profile of that id, stored or not.</summary>
    public bool MaySee(ProfileId id) => (roster.Find(id)?.Audience ?? settings.Profiles.GetValueOrDefault(id)?.Audience)?.Admits(context.Asker) != false;

    /// <summary>The person's rights, with the grants that were read with the conversation.</summary>
    public Rights RightsOf(SessionDraft draft) => access.RightsOf(context.Asker, draft.Snapshot.Grants);

    /// <summary>Whether the person is an owner of this installation, or its operator.</summary>
    public bool IsOwner(SessionDraft draft) => AccessPolicy.IsOwner(context.Asker, draft.Snapshot.Grants);

    /// <summary>Nobody may do anything anywhere: the installation waits for its first owner.</summary>
    public bool IsUnowned(SessionDraft draft) => draft.Snapshot.Grants is { Owners.Count: 0, Rules.Count: 0 } && settings.AccessRules.Count == 0;

    /// <summary>The model that holds.</summary>
    public ModelRef ModelOf(SessionState state) => state.ModelOr(Catalog.Default);

    /// <summary>Decides who would pay for the model that holds.</summary>
    public ProfileResolution Resolve(SessionDraft draft) => Resolve(draft, draft.State, ModelOf(draft.State));

    /// <summary>Decides who pays for the model that holds from now on, as the reply to a change names it: that payer is charged without a further question.</summary>
    public ProfileResolution Acknowledge(SessionDraft draft)
    {
        draft.Acknowledge(Resolve(draft).Chosen?.Profile?.Payer);
        return Resolve(draft);
    }

    /// <summary>Decides who would pay for a model in a state.</summary>
    /// <param name="draft">The conversation.</param>
    /// <param name="state">The state.</param>
    /// <param name="model">The model.</param>
    /// <param name="insteadOf">Who would have served the model that this one stands in for.</param>
    /// <param name="askedOnce">The model is asked once.</param>
    public ProfileResolution Resolve(SessionDraft draft, SessionState state, ModelRef model, AuthProfile? insteadOf = null, bool askedOnce = false) => ProfileResolver.Resolve(new ResolutionRequest
    {
        Model = model,
        Profiles = roster.For(model.Provider),
        Order = roster.OrderOf(model.Provider),
        Rules = settings.Rules,
        NotOfferedTo = Catalog.PassedOverFor(model, draft.Now),
        Session = state,
        ChoiceInherited = state.Follows && draft.Snapshot.Parent is not null,
        Asker = context.Asker,
        LastReceipt = draft.Snapshot.LastReceipt,
        InsteadOf = insteadOf,
        IsAskedOnce = askedOnce,
        Consent = settings.Consent,
        ProviderAvailable = source.FindProvider(model.Provider) is not null,
        WarnWithin = settings.WarnWithin,
        Now = draft.Now,
    });
}
