using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>What is answered, as data: the edge makes words and buttons of it. Names in it are already those that its readers may see.</summary>
public abstract record CommandReply
{
    private protected CommandReply() { }

    /// <summary>Who sees it.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>The choice after the command; null where the person may not see it.</summary>
    public ShownSession? Session { get; init; }

    /// <summary>What is told beside it.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>What it offers to do next.</summary>
    public IReadOnlyList<ReplyAction> Actions { get; init; } = [];

    /// <summary>The moment that it speaks of: "in 3 h" is counted from here.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The numbered list.</summary>
    /// <param name="Rows">The rows of this page.</param>
    /// <param name="Page">The page, from 1.</param>
    /// <param name="Pages">How many pages there are.</param>
    /// <param name="Provider">The provider that it is limited to; null for all.</param>
    /// <param name="Because">Why it is shown in place of what was asked; null when it was asked for.</param>
    public sealed record Picker(IReadOnlyList<PickerRow> Rows, int Page, int Pages, ProviderId? Provider, ErrorCode? Because) : CommandReply
    {
        /// <summary>The providers whose own lists show more; none in the list of a provider.</summary>
        public IReadOnlyList<MoreModels> More { get; init; } = [];
    }

    /// <summary>The second step: which account shall serve the model.</summary>
    /// <param name="Model">The model.</param>
    /// <param name="Accounts">The accounts that can serve it, those of this page.</param>
    /// <param name="Page">The page, from 1.</param>
    /// <param name="Pages">How many pages there are.</param>
    public sealed record AccountPicker(ShownModel Model, IReadOnlyList<ShownCandidate> Accounts, int Page = 1, int Pages = 1) : CommandReply
    {
        /// <summary>The number of this page's first account, through all pages, from 1.</summary>
        public int First { get; init; } = 1;
    }

    /// <summary>Current, default, pinned, next and last served, as separate facts.</summary>
    /// <param name="Default">The configured default.</param>
    /// <param name="Resolution">The decision for the current model.</param>
    /// <param name="LastServed">The last receipt; null when nothing was answered yet.</param>
    /// <param name="Endpoint">Where the provider is reached, when configured; private replies only.</param>
    /// <param name="Api">The kind of API there.</param>
    public sealed record Status(
        ShownModel Default, ShownResolution Resolution, ShownReceipt? LastServed, Uri? Endpoint, string? Api) : CommandReply
    {
        /// <summary>The accounts whose vendors do not offer them the current model; none where it is offered to somebody, or nobody was asked.</summary>
        public IReadOnlyList<ShownProfile> NotOfferedTo { get; init; } = [];
    }

    /// <summary>The resolver's decision.</summary>
    /// <param name="Resolution">The decision.</param>
    public sealed record Why(ShownResolution Resolution) : CommandReply;

    /// <summary>The choice was changed, or stays as it was.</summary>
    /// <param name="Change">What was done.</param>
    /// <param name="Changed">False when everything was so already.</param>
    /// <param name="Verified">False when no catalog lists the model.</param>
    /// <param name="Resolution">Who pays from now on.</param>
    public sealed record ChoiceChanged(ChoiceChange Change, bool Changed, bool Verified, ShownResolution Resolution) : CommandReply
    {
        /// <summary>The change as all others of the conversation may read it, where this reply is its asker's alone; null where there is nothing to tell.</summary>
        public CommandReply? Announcement { get; init; }
    }

    /// <summary>What a command would do; nothing was done.</summary>
    /// <param name="Verified">False when no catalog lists the model.</param>
    /// <param name="Resolution">Who would pay.</param>
    /// <param name="Refusal">Why it would be refused; null when it would not.</param>
    public sealed record DryRun(bool Verified, ShownResolution Resolution, ErrorCode? Refusal) : CommandReply;

    /// <summary>The changes of the choice, newest first.</summary>
    /// <param name="Entries">The changes.</param>
    public sealed record History(IReadOnlyList<ShownChange> Entries) : CommandReply;

    /// <summary>The commands.</summary>
    public sealed record Help : CommandReply;

    /// <summary>The result of a probe.</summary>
    /// <param name="Model">The model.</param>
    /// <param name="Profile">The profile that was tried.</param>
    /// <param name="Failure">What went wrong; null when it answered.</param>
    /// <param name="Took">How long it took.</param>
    public sealed record Tested(ShownModel Model, ShownProfile Profile, ErrorCode? Failure, TimeSpan Took) : CommandReply
    {
        /// <summary>Finds the details of what went wrong in the log; null when nothing did.</summary>
        public string? Reference { get; init; }
    }

    /// <summary>A question was answered.</summary>
    /// <param name="Scope">How far the consent reaches; null is no.</param>
    /// <param name="Profile">The account that was asked about.</param>
    /// <param name="SendAgain">The message is not held any more; it must be sent again.</param>
    public sealed record Consented(ConsentScope? Scope, ShownProfile Profile, bool SendAgain) : CommandReply;

    /// <summary>An owner ended an account's rest.</summary>
    /// <param name="Profile">The account.</param>
    /// <param name="Rest">The rest that it was; null where it did not rest, and nothing was changed.</param>
    /// <param name="Resolution">Who pays from now on in this conversation.</param>
    public sealed record Cleared(ShownProfile Profile, Rest? Rest, ShownResolution Resolution) : CommandReply;

    /// <summary>The person is an owner now.</summary>
    public sealed record Claimed : CommandReply;

    /// <summary>Nothing was done, and why.</summary>
    /// <param name="Code">What is wrong.</param>
    public sealed record Failed(ErrorCode Code) : CommandReply
    {
        /// <summary>Where in the text, counted from 1; null when it is not about the text.</summary>
        public int? Column { get; init; }

        /// <summary>The field of the platform's form in which the column counts; null where the whole command is one text.</summary>
        public string? Field { get; init; }

        /// <summary>What works instead, ready to be sent; nearest first.</summary>
        public IReadOnlyList<string> Works { get; init; } = [];

        /// <summary>The account that it is about; null for none.</summary>
        public ShownProfile? Profile { get; init; }

        /// <summary>The account charged last, in a question about a change; null for none.</summary>
        public ShownProfile? From { get; init; }

        /// <summary>The rule or right that decided; null for none.</summary>
        public string? Rule { get; init; }

        /// <summary>When it ends by itself; null when nobody knows.</summary>
        public DateTimeOffset? Until { get; init; }

        /// <summary>The accounts that are left out because they rest, each with why and until when.</summary>
        public IReadOnlyList<ShownCandidate> Resting { get; init; } = [];

        /// <summary>Finds the details in the log; null when there are none.</summary>
        public string? Reference { get; init; }

        /// <summary>The request had left, and nobody knows whether it was served: sent again, it may be charged twice.</summary>
        public bool MayHaveBeenCharged { get; init; }

        /// <summary>What an owner types on the host to allow it to this person; null when it is not about rights.</summary>
        public string? Grant { get; init; }

        /// <summary>The original message should be deleted where that is possible: it holds a secret for certain.</summary>
        public bool DeleteOriginal { get; init; }
    }
}

/// <summary>A row of the numbered list.</summary>
/// <param name="Number">Its number, through all pages.</param>
/// <param name="Model">The model.</param>
/// <param name="Accounts">The accounts that can serve it, as states.</param>
/// <param name="IsCurrent">It is the one that holds.</param>
public sealed record PickerRow(int Number, ShownModel Model, IReadOnlyList<ShownCandidate> Accounts, bool IsCurrent)
{
    /// <summary>The accounts whose vendors do not offer them the model; none where it is offered to somebody, or nobody was asked.</summary>
    public IReadOnlyList<ShownProfile> NotOfferedTo { get; init; } = [];
}

/// <summary>Models that a vendor offers and that only the list of its provider shows.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Count">How many.</param>
public sealed record MoreModels(ProviderId Provider, int Count);

/// <summary>What a command did with the choice.</summary>
public enum ChoiceChange
{
    /// <summary>A model was selected.</summary>
    Selected,

    /// <summary>A profile was pinned.</summary>
    Pinned,

    /// <summary>A pin was dropped.</summary>
    Unpinned,

    /// <summary>Back to the default.</summary>
    Reset,

    /// <summary>The parent is followed again.</summary>
    Inherited,

    /// <summary>The last change was taken back.</summary>
    Undone,
}

/// <summary>A change of the choice as shown.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, as <c>platform:number</c>, or <c>you</c>; null when no person did it.</param>
/// <param name="Event">What happened, in kebab case.</param>
/// <param name="Model">The model after it.</param>
/// <param name="Pins">The pins after it.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record ShownChange(
    long Id, DateTimeOffset At, string? By, string Event, ShownModel Model, IReadOnlyList<ShownPin> Pins, DateTimeOffset? Until);

/// <summary>Who paid for an answer, as shown.</summary>
/// <param name="Model">The model that answered.</param>
/// <param name="Profile">The profile that was charged.</param>
/// <param name="At">When.</param>
public sealed record ShownReceipt(ShownModel Model, ShownProfile Profile, DateTimeOffset At);
